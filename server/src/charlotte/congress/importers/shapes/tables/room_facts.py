"""What a list of rooms tells beside their names: how many each holds, on which floor, in which building it is."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

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
FLOOR = frozenset(
    "floor level storey piano livello etage etages niveau stock stockwerk geschoss ebene planta piso nivel".split()
)
BUILDING = frozenset("building block edificio palazzina gebaude gebaeude haus trakt batiment bloque pabellon".split())
COUNT = re.compile(r"(?:\D{0,8}\s)?(\d{1,5})(?:\s\D{0,20})?")
LONGEST = 60
"""Characters of a floor or a building."""
Key = tuple[str, ...]
Fact = TypeVar("Fact", int, str)


def with_facts_of_rooms(rooms: Sequence[Room], tables: Sequence[Table]) -> tuple[Room, ...]:
    """Return the rooms, each with what some table of rooms tells of it and nothing told before."""
    seats = dict(_told(tables, SEATS, _count))
    floors, buildings = dict(_told(tables, FLOOR, _name)), dict(_told(tables, BUILDING, _name))
    return tuple(
        replace(
            room,
            capacity=room.capacity or _of(room, seats),
            level=room.level or _of(room, floors),
            building=room.building or _of(room, buildings),
        )
        for room in rooms
    )


def _of(room: Room, told: dict[Key, Fact]) -> Fact | None:
    return next((told[key] for key in map(folded, (room.name, *room.aliases)) if key in told), None)


def _told(
    tables: Sequence[Table], named: frozenset[str], read: Callable[[str], Fact | None]
) -> Iterator[tuple[Key, Fact]]:
    """Yield what a row may be the name of, and what it tells in the one column that is so called."""
    kinds = kinds_of(tables)
    for table in tables:
        columns = [column for column in table.columns if not named.isdisjoint(words_of(column))]
        if kinds[table.name] != "room" or len(columns) != 1:
            continue
        for row in table.rows:
            if (fact := read(row.text(columns[0]).strip())) is not None:
                yield from ((key, fact) for key in _names(row, columns[0]))


def _count(written: str) -> int | None:
    match = COUNT.fullmatch(written)
    return int(match[1]) or None if match is not None else None


def _name(written: str) -> str | None:
    return written if written and len(written) <= LONGEST else None


def _names(row: Row, apart: str) -> Iterator[Key]:
    texts = (row.text(column) for column in row.cells if column != apart)
    return (key for text in texts if not text.strip().isdigit() and (key := folded(text)))
