"""Workbooks with a sheet for each room: what the sheets are called says where their rows are held."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from charlotte.congress.importers.shapes.grids.room_above import without_day
from charlotte.congress.importers.shapes.sheets.cells import Grid
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS

MOSTLY = 0.5
BEHIND = re.compile(r"\s+[-–—|]\s+")


def named(grids: Iterable[Grid]) -> Iterator[Grid]:
    """Yield the sheets, each with the room that it is called after where most of them are called after rooms."""
    found = list(grids)
    names = [_room_called(grid.name.rpartition(": ")[2]) for grid in found]
    rooms = [name for name in names if ROOM_WORDS.search(name) and not read_when(name).has_day]
    heads = {tuple(cell.casefold() for cell in grid.cells[0]) for grid in found if grid.cells}
    alike = len(found) > 1 and len(heads) == 1
    above = _rooms_above(found)
    for grid, name in zip(found, names, strict=True):
        if grid.name in above:
            yield replace(grid, room=above[grid.name])
            continue
        is_room = name in rooms or alike and len(rooms) >= MOSTLY * len(found) and not read_when(name).has_day
        yield replace(grid, room=name) if len(found) > 1 and is_room else grid


def _room_called(name: str) -> str:
    """Return the room of a sheet that is called after a day and a room, "Fri 8 – Blue Hall"; else its name."""
    room = without_day(name)
    return room if room != name and ROOM_WORDS.search(room) else name


def _rooms_above(grids: Sequence[Grid]) -> dict[str, str]:
    """Return by sheet the room that its first line names behind a dash, where that is what tells the sheets apart."""
    lines = {grid.name: line for grid in grids if (line := _first_line(grid))}
    last = {name: BEHIND.split(line)[-1].strip() for name, line in lines.items() if BEHIND.search(line)}
    before = {lines[name][: -len(piece)] for name, piece in last.items()}
    rooms = [piece for piece in last.values() if ROOM_WORDS.match(piece) and not read_when(piece).has_day]
    is_told = len(last) > 1 and len(before) == 1 and len(set(last.values())) == len(last)
    return last if is_told and len(rooms) >= MOSTLY * len(last) else {}


def _first_line(grid: Grid) -> str:
    """Return what stands alone in the first row."""
    filled = [cell.strip() for cell in grid.cells[0] if cell.strip()] if grid.cells else []
    return filled[0] if len(set(filled)) == 1 else ""
