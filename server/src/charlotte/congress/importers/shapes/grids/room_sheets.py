"""Workbooks with a sheet for each room: what the sheets are called says where their rows are held."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from charlotte.congress.importers.shapes.grids.cells import Grid
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS

MOSTLY = 0.5


def named(grids: Iterable[Grid]) -> Iterator[Grid]:
    """Yield the sheets, each with the room that it is called after where most of them are called after rooms."""
    found = list(grids)
    names = [grid.name.rpartition(": ")[2] for grid in found]
    rooms = [name for name in names if ROOM_WORDS.search(name) and not read_when(name).has_day]
    heads = {tuple(cell.casefold() for cell in grid.cells[0]) for grid in found if grid.cells}
    alike = len(found) > 1 and len(heads) == 1
    for grid, name in zip(found, names, strict=True):
        is_room = name in rooms or alike and len(rooms) >= MOSTLY * len(found) and not read_when(name).has_day
        yield replace(grid, room=name) if len(found) > 1 and is_room else grid
