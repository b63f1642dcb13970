"""Heads of sessions in paragraphs of their own: what one is called, when and where it is, who leads it; then talks."""

from collections.abc import Sequence, Set

from charlotte.congress.importers.shapes.entries.times_first import begins_with_time
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.texts.headed_paragraphs import PLAIN
from charlotte.congress.importers.shapes.times.day_line import day_in
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.headings import is_place, named_by, told_below
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.wording import BREAK_TITLES
from charlotte.documents.marks import TAB
from charlotte.documents.paper import Block

MOST = 4
"""Paragraphs of a head."""
LONGEST = 160


def with_heads_whole(blocks: Sequence[Block], rooms: Set[str]) -> list[Block]:
    """Return pieces, those that head a session together as one heading, above talks that begin within its time.

    A heading with lines below it is read as it is.
    """
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        lines = next((lines for count in range(MOST, 0, -1) if (lines := _head(blocks, at, count, rooms))), [])
        page = blocks[at].page
        found.append(Block(kind="heading", level=PLAIN, text="\n".join(lines), page=page) if lines else blocks[at])
        at += len(lines) or 1
    return found


def _head(blocks: Sequence[Block], at: int, count: int, rooms: Set[str]) -> list[str]:
    """Return the lines of a head that so many pieces are, the title first; nothing where they are none."""
    pieces = blocks[at : at + count]
    if at + count >= len(blocks) or not all(map(_is_line, pieces)):
        return []
    lines = [block.text.strip() for block in pieces]
    titles = [line for line in lines if _is_title(line) and not _is_told(line, rooms)]
    others = [_bare(line) for line in lines if line not in titles and _is_told(line, rooms)]
    if len(titles) != 1 or len(others) < count - 1 or pieces[0].kind == "heading" and lines[0] in titles:
        return []
    alone = named_by(titles[0], rooms)
    if not others and not (alone.title and (alone.chairs or is_place(alone.room, rooms))):
        return []
    time = next((time for line in lines if (time := named_by(line, rooms).time)), "")
    return [*titles, *others] if time and _begins_within(blocks[at + count], time, rooms) else []


def _is_line(block: Block) -> bool:
    is_short = block.kind in ("heading", "text") and "\n" not in block.text.strip() and len(block.text) <= LONGEST
    return is_short and bool(block.text.strip()) and TAB not in "".join(block.marked)


def _is_title(line: str) -> bool:
    is_other = begins_with_time(line) is not None or labelled(line) is not None or bool(day_in(line))
    return not is_other and BREAK_TITLES.match(line) is None and line[-1] not in ".,;"


def _is_told(line: str, rooms: Set[str]) -> bool:
    """Return whether a line says only when and where a session is, or who leads it."""
    role = labelled(line)
    if role is not None:
        return role[0] == "room" or role[0] == "chairs" and names_people(role[1], True)
    named = told_below(line, rooms)
    is_where = named is not None and (not named.room or is_place(named.room, rooms))
    return named is not None and (bool(named.chairs) or bool(named.time) and is_where)


def _bare(line: str) -> str:
    """Return a line without the label of a room."""
    role = labelled(line)
    return role[1] if role is not None and role[0] == "room" else line


def _begins_within(block: Block, time: str, rooms: Set[str]) -> bool:
    """Return whether a piece is a talk that begins within the time of its session, and does not last as long."""
    first, _, below = block.text.partition("\n")
    timed = begins_with_time(first) if block.kind in ("text", "item") else None
    if timed is None or not (timed[1] or below.strip()) or _is_told(first, rooms) and not below.strip():
        return False
    held, own = read_when(time), read_when(timed[0])
    if held.start is None or held.end is None or own.start is None or not held.start <= own.start < held.end:
        return False
    return own.end is None or own.end <= held.end and (own.start, own.end) != (held.start, held.end)
