"""Heads of sessions in paragraphs of their own: what one is called, when and where it is, who leads it; then talks."""

from collections.abc import Sequence, Set
from itertools import groupby

from charlotte.congress.importers.shapes.entries.entry_lines import title_in
from charlotte.congress.importers.shapes.entries.times_first import begins_with_time
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.texts.headed_paragraphs import PLAIN
from charlotte.congress.importers.shapes.times.day_line import day_in
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.headings import is_numbered, is_place, named_by, told_below
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.wording import BREAK_TITLES
from charlotte.documents.marks import TAB
from charlotte.documents.paper import Block

MOST = 4
"""Paragraphs of a head."""
LONGEST = 160


def with_heads_whole(blocks: Sequence[Block], rooms: Set[str]) -> list[Block]:
    """Return pieces, those that head a session together as one heading, above talks that begin within its time.

    They may be lines of one paragraph. A heading with lines below it is read as it is.
    """
    lines = [one for block in blocks for one in _lines(block)]
    of = [at for at, block in enumerate(blocks) for _ in _lines(block)]
    found: list[tuple[int | None, Block]] = []
    at = 0
    while at < len(lines):
        head = next((head for count in range(MOST, 0, -1) if (head := _head(lines, at, count, rooms))), [])
        heading = Block(kind="heading", level=PLAIN, text="\n".join(head), page=lines[at].page)
        found.append((None, heading) if head else (of[at], lines[at]))
        at += len(head) or 1
    parts = ((number, [one for _, one in group]) for number, group in groupby(found, key=lambda piece: piece[0]))
    return [one for number, part in parts for one in ([_whole(blocks[number], part)] if number is not None else part)]


def _lines(block: Block) -> list[Block]:
    """Return the lines of a paragraph, each as a piece; any other block as it is."""
    if block.kind != "text" or "\n" not in block.text or TAB in "".join(block.marked):
        return [block]
    return [block.model_copy(update={"text": line, "marked": ()}) for line in block.text.split("\n")]


def _whole(block: Block, lines: Sequence[Block]) -> Block:
    """Return lines of a block as one again: the block itself where these are all it has."""
    text = "\n".join(line.text for line in lines)
    return block if text == block.text else block.model_copy(update={"text": text, "marked": ()})


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
    is_led = not time and bool(others) and bool(alone.title) and (bool(alone.room) or is_numbered(alone.title))
    is_head = (
        _begins_within(blocks[at + count], time, rooms) if time else is_led and _is_talk(blocks[at + count], rooms)
    )
    return [*titles, *others] if is_head else []


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


def _is_talk(block: Block, rooms: Set[str]) -> bool:
    """Return whether a piece tells a talk behind its time, or below it: its title first, and not who speaks."""
    first, _, below = block.text.partition("\n")
    timed = begins_with_time(first) if block.kind in ("text", "item") else None
    if timed is None or _is_told(first, rooms) and not below.strip():
        return False
    said = timed[1] or below.strip().split("\n")[0]
    return bool(said) and (title_in(said) or TAB in "".join(block.marked))


def _begins_within(block: Block, time: str, rooms: Set[str]) -> bool:
    """Return whether a piece is a talk that begins within the time of its session, and does not last as long."""
    timed = begins_with_time(block.text.partition("\n")[0])
    if timed is None or not _is_talk(block, rooms):
        return False
    held, own = read_when(time), read_when(timed[0])
    if held.start is None or held.end is None or own.start is None or not held.start <= own.start < held.end:
        return False
    return own.end is None or own.end <= held.end and (own.start, own.end) != (held.start, held.end)
