"""Where all of a day is held, told beside the day above its rows, "Friday 8 May – Blue Room", or in a line below it."""

from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from charlotte.congress.importers.shapes.entries.times_first import begins_with_time
from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.sheets.cells import SECTION_DAY, Grid
from charlotte.congress.importers.shapes.texts.sections import is_at_ease, place_in
from charlotte.congress.importers.shapes.texts.usual_room import VISITS, is_on_the_way
from charlotte.congress.importers.shapes.times.day_line import PIECES, day_in, is_day
from charlotte.congress.importers.shapes.values.headings import (
    PART_OF_DAY,
    is_in_a_house,
    is_name,
    is_place,
    named_by,
    place_alone,
    room_beside_day,
)
from charlotte.congress.importers.wording import BREAK_TITLES, SOCIAL_TITLES
from charlotte.documents.paper import Block

MOSTLY = 0.5
TOP = 1
"""The level of the heading that a day becomes."""
LONGEST_DAY = 60
MOST_WORDS_OF_HOUSE = 3


def with_rooms_of_days(table: Table, grid: Grid) -> Table:
    """Put the room that a day is told with into all rows of a grid that have none, breaks and evenings left out."""
    if table.named_here:
        return table
    alone = (cells[0] for row in grid.cells if len(cells := [*dict.fromkeys(filter(str.strip, row))]) == 1)
    above = (*grid.headings, *alone)
    places = frozenset(place.casefold() for place in grid.places)
    days = dict.fromkeys(row.text(SECTION_DAY) for row in table.rows)
    told = {day_in(line): line for line in above if day_in(line)} | {day: day for day in days if not _is_bare(day)}
    lines = {day: told[day] for day in days if day in told}
    rooms = _rooms_beside(lines.values(), places) if lines else {}
    for row in table.rows if rooms else ():
        room = rooms.get(lines.get(row.text(SECTION_DAY), ""), "")
        if room and row.parent is None and not is_at_ease(row) and not is_on_the_way(row):
            place_in(row, room)
    return table


def with_rooms_beside_days(blocks: Sequence[Block], rooms: Set[str]) -> list[Block]:
    """Return the pieces of a document with the room below a day behind it in one heading: "Friday 8 May – Town Hall".

    Where other lines below a day are but a room's name too, all are left as they are: each heads what follows it. So
    is a day above a table, which has a column for them. `rooms` are the event's, folded.
    """
    days = [at for at, block in enumerate(blocks) if _is_day(block)]
    found = [*blocks]
    for at, end in pairwise([*days, len(blocks)]):
        day, *said = (line.strip() for line in blocks[at].text.split("\n"))
        below = [block for block in blocks[at + 1 : end] if block.text.strip()]
        told = said or [line for block in below[:1] if _is_line(block) for line in [block.text.strip()]]
        places = [room for line in told if (room := place_alone(line, rooms) or _in_a_house(line))]
        others = [block for block in below[0 if said else 1 :] if _is_line(block) and place_alone(block.text, rooms)]
        timed = any(block.kind != "row" and begins_with_time(block.text) is not None for block in below)
        if places and others:
            return [*blocks]  # each heads what follows it, on a day of one room, too
        if len(told) == len(places) == 1 and timed and room_beside_day(day) == day:
            level = blocks[at].level if blocks[at].kind == "heading" else TOP
            found[at] = Block(kind="heading", level=level, text=f"{day} – {places[0]}", page=blocks[at].page)
    return found


def with_houses(tables: Iterable[Table], blocks: Sequence[Block]) -> None:
    """Put the house before the room of a day that is only called by what it is: "Old Mill, upper room"."""
    lines = [line.strip() for block in blocks for line in block.text.split("\n") if line.strip()]
    told = {day: line for day, line in pairwise(lines) if is_day(day) and is_in_a_house(line)}
    for row in (row for table in tables for row in table.rows) if told else ():
        room = row.text("room")
        line = told.get(row.text(SECTION_DAY).removesuffix(f" – {room}"), "")
        if room and line.rpartition(", ")[2] == room:
            row.cells["room"] = line


def _in_a_house(line: str) -> str:
    """Return the room behind the comma of a line that names its house, however that is written: "Old mill, room 2"."""
    house, comma, room = line.rpartition(", ")
    is_house = bool(comma) and len(house.split()) <= MOST_WORDS_OF_HOUSE and house[:1].isupper()
    return room if is_house and house.replace(" ", "").isalpha() and is_place(room) and not is_day(house) else ""


def _rooms_beside(lines: Iterable[str], places: frozenset[str]) -> dict[str, str]:
    """Return the room that each line names beside its day.

    Where most lines name a room in one place, what the others have there is a room too, whatever it is called.
    """
    beside = {line: _beside(line) for line in dict.fromkeys(lines)}
    sure = {line: room for line, said in beside.items() if (room := _room(line, said, places))}
    told = {said[0] for said in beside.values() if len(said) == 1}
    known = {said[0] for line, said in beside.items() if len(said) == 1 and line in sure}
    if len(known) > MOSTLY * len(told):
        alike = {line: said[0] for line, said in beside.items() if line not in sure and len(said) == 1}
        sure |= {line: room for line, room in alike.items() if _may_be_place(room)}
    return {line: _written(room) for line, room in sure.items()}


def _is_bare(day: str) -> bool:
    return not day or not _beside(day)


def _beside(line: str) -> list[str]:
    """Return the pieces of a line that name no day and no part of one."""
    return [piece for piece in PIECES.split(line) if piece and not is_day(piece) and not PART_OF_DAY.fullmatch(piece)]


def _room(line: str, beside: list[str], places: frozenset[str]) -> str:
    named = [piece for piece in beside if is_place(piece, places)]
    return named[0] if len({*named}) == 1 else named_by(line, places).room


def _may_be_place(text: str) -> bool:
    return is_name(text) and not any(one.search(text) for one in (BREAK_TITLES, SOCIAL_TITLES, VISITS))


def _written(room: str) -> str:
    return room.title() if room.isupper() and not any(map(str.isdigit, room)) else room


def _is_day(block: Block) -> bool:
    first = block.text.partition("\n")[0].strip()
    return block.kind in ("heading", "text") and len(first) <= LONGEST_DAY and is_day(first)


def _is_line(block: Block) -> bool:
    return block.kind in ("heading", "text") and "\n" not in block.text.strip()
