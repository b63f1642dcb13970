"""Timetables with more than one column before the rooms: start and end apart, or the day beside the time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from charlotte.congress.importers.shapes.sheets.cells import Grid
from charlotte.congress.importers.shapes.times.when import read_when

Area = tuple[int, int, int, int]
MOSTLY = 0.8
FEWEST_ROOMS = 2


def with_one_lead(grid: Grid, rows: Sequence[Sequence[str]], header_at: int) -> Grid | None:
    """Return a grid whose first column says from when until when, days on lines of their own; None where it does so.

    `rows` are the grid's with every merged cell filled.
    """
    body = rows[header_at + 1 :]
    dated = 1 if body and _share(body, 0, _is_day) >= MOSTLY else 0
    spans = 2 if _share(body, dated + 1, _is_clock) >= MOSTLY else 1
    lead = dated + spans
    tells_when = _is_clock if spans > 1 else _is_span
    if lead == 1 or len(rows[header_at]) < lead + FEWEST_ROOMS or _share(body, dated, tells_when) < MOSTLY:
        return None
    cells: list[list[str]] = [list(row) for row in grid.cells[:header_at]]
    cells.append([rows[header_at][dated], *grid.cells[header_at][lead:]])
    moved = {at: at for at in range(header_at + 1)}
    day = ""
    for at, row in enumerate(body, header_at + 1):
        if dated and row[0] and row[0] != day:
            day = row[0]
            cells.append([day])
        moved[at] = len(cells)
        cells.append([" – ".join(dict.fromkeys(filter(None, row[dated:lead]))), *grid.cells[at][lead:]])
    return replace(grid, cells=cells, merged=dict(_merged(grid.merged, moved, lead - 1)))


def _merged(
    merged: Mapping[tuple[int, int], Area], moved: Mapping[int, int], by: int
) -> list[tuple[tuple[int, int], Area]]:
    """Return the merged areas of the columns that are left, where they stand now."""
    found = []
    for top, bottom, left, right in merged.values():
        if left > by and top in moved and bottom in moved:
            area = (moved[top], moved[bottom], left - by, right - by)
            found.append(((area[0], area[2]), area))
    return found


def _share(rows: Sequence[Sequence[str]], column: int, suits: Callable[[str], bool]) -> float:
    filled = [row[column] for row in rows if len(row) > column and row[column] and len(set(filter(None, row))) > 1]
    return sum(1 for cell in filled if suits(cell)) / len(filled) if filled else 0.0


def _is_clock(cell: str) -> bool:
    return _is_span(cell) and read_when(cell, hint="clock").end is None


def _is_span(cell: str) -> bool:
    """Return whether a cell says from when, maybe until when, and nothing else."""
    when = read_when(cell, hint="clock")
    return when.has_clock and not when.has_day and len(when.rest) <= 3


def _is_day(cell: str) -> bool:
    when = read_when(cell)
    return when.has_day and not when.has_clock
