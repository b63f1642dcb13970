"""How many a room holds, told beside the programme: the rooms of an app's export, a workbook's sheet of rooms."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from charlotte.congress.importers.shapes.columns.kinds import kinds_of
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.values.words import words_of
from charlotte.congress.model import Room
from charlotte.congress.search.folding import folded

SEATS = frozenset(
    "capacity seats seating places capacite jauge capienza posti kapazitat kapazitaet platze plaetze sitzplatze "
    "sitzplaetze personen plazas aforo asientos capacidad pax maxpeople".split()
)
"""Words of a column's name."""
COUNT = re.compile(r"(?:\D{0,8}\s)?(\d{1,5})(?:\s\D{0,20})?")


def with_seats(rooms: Sequence[Room], tables: Sequence[Table]) -> tuple[Room, ...]:
    """Return the rooms, each with the seats that some table of rooms tells of it and nothing told before."""
    told = dict(_told(tables))
    if not told:
        return tuple(rooms)
    return tuple(
        replace(room, capacity=next((told[key] for key in _keys(room) if key in told), None))
        if room.capacity is None
        else room
        for room in rooms
    )


def _told(tables: Sequence[Table]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield what a row may be the name of, and how many seats it tells."""
    kinds = kinds_of(tables)
    for table in tables:
        seats = [column for column in table.columns if not SEATS.isdisjoint(words_of(column))]
        if kinds[table.name] != "room" or len(seats) != 1:
            continue
        for row in table.rows:
            if (match := COUNT.fullmatch(row.text(seats[0]).strip())) is not None and int(match[1]):
                yield from ((key, int(match[1])) for key in _named(row, seats[0]))


def _named(row: Row, seats: str) -> Iterator[tuple[str, ...]]:
    texts = (row.text(column) for column in row.cells if column != seats)
    return (key for text in texts if not text.strip().isdigit() and (key := folded(text)))


def _keys(room: Room) -> Iterator[tuple[str, ...]]:
    return (folded(name) for name in (room.name, *room.aliases))
