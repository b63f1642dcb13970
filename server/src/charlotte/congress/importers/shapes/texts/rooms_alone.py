"""Rooms in lines of their own above the sessions held there, which nothing sets apart: "Room 1:", "9.00 Knots"."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from charlotte.congress.importers.shapes.entries.times_first import begins_with_time
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.texts.headed_paragraphs import PLAIN
from charlotte.congress.importers.shapes.times.day_line import is_day
from charlotte.congress.importers.shapes.values.headings import PART_OF_DAY, is_in_a_house, is_name, is_place
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.wording import BREAK_TITLES, SOCIAL_TITLES
from charlotte.documents.marks import TAB
from charlotte.documents.paper import Block

FEWEST = 2
"""Rooms below one day; one alone is that of its day."""


@dataclass(frozen=True)
class _Line:
    text: str
    of: int
    """The place of its block."""
    ends: bool = False
    """Whether it is a day, a heading or a row."""
    is_timed: bool = False
    """Whether it tells a session behind its time."""
    is_room: bool = False
    may_be_room: bool = False
    """Whether it is a name, as rooms have one."""


def with_rooms_headed(blocks: Sequence[Block], rooms: Set[str]) -> tuple[list[Block], frozenset[str]]:
    """Return pieces with rooms as headings where one stands right above the first session of every day, and the rooms.

    Rooms that stand below what is held there come last in a day, and none above its first session. Where some head
    what is below them, names in their place are rooms, too.
    """
    lines = [line for at, block in enumerate(blocks) for line in _lines(block, at, rooms)]
    above = [line for line, below in pairwise(lines) if below.is_timed and (line.is_room or line.may_be_room)]
    parts = _parts(lines)
    several = any(sum(line in above for line in part if line.is_room) >= FEWEST for part in parts)
    if not several or not all(map(_begins_so, parts)):
        return [*blocks], frozenset()
    found = {(line.of, line.text) for line in above}
    parted = (_parted(block, {text for of, text in found if of == at}) for at, block in enumerate(blocks))
    return [one for parts in parted for one in parts], frozenset(_bare(line.text) for line in above)


def _lines(block: Block, at: int, rooms: Set[str]) -> Iterator[_Line]:
    if block.kind not in ("text", "item"):
        yield _Line(block.text, at, ends=True)
        return
    for said in (line.strip() for line in block.text.split("\n")):
        timed = begins_with_time(said)
        is_day_line = timed is None and (is_day(said) or PART_OF_DAY.fullmatch(said) is not None)
        is_titled = timed is not None and bool(timed[1]) and not is_place(timed[1], rooms)
        is_free = block.kind == "text" and timed is None and not is_day_line and TAB not in "".join(block.marked)
        if said:
            is_name_alone = is_free and is_name(_bare(said)) and not names_people(said) and labelled(said) is None
            is_name_alone = is_name_alone and not (BREAK_TITLES.search(said) or SOCIAL_TITLES.search(said))
            yield _Line(said, at, is_day_line, is_titled, is_free and _is_room(_bare(said), rooms), is_name_alone)


def _is_room(text: str, rooms: Set[str]) -> bool:
    return is_place(text, rooms) or is_in_a_house(text)


def _parts(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Return the lines of each day, or of what is under each heading."""
    found: list[list[_Line]] = [[]]
    for line in lines:
        if line.ends:
            found.append([])
        else:
            found[-1].append(line)
    return found


def _begins_so(part: Sequence[_Line]) -> bool:
    """Return whether the first session of a day stands below a room; a day of none says nothing."""
    first = next((at for at, line in enumerate(part) if line.is_timed), None)
    return first is None or first > 0 and part[first - 1].is_room


def _bare(said: str) -> str:
    return said.rstrip(" :–—-")


def _parted(block: Block, rooms: Set[str]) -> list[Block]:
    """Return a paragraph with those of its lines as headings that are rooms."""
    if not rooms:
        return [block]
    found: list[Block] = []
    kept: list[str] = []
    for line in (*block.text.split("\n"), None):
        if line is not None and line.strip() not in rooms:
            kept.append(line)
            continue
        found += [block.model_copy(update={"text": "\n".join(kept), "marked": ()})] if kept else []
        found += [Block(kind="heading", level=PLAIN, text=_bare(line.strip()), page=block.page)] if line else []
        kept = []
    return found
