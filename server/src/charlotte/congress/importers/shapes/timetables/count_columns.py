"""Columns of nothing but figures around a timetable: its lines numbered before the times, sums behind the rooms."""

from collections.abc import Sequence
from dataclasses import replace

from charlotte.congress.importers.shapes.sheets.cells import Grid
from charlotte.congress.importers.shapes.times.when import read_when

FEWEST, MOSTLY = 3, 0.6
FEWEST_LEFT = 3
"""Columns: the times, and two rooms."""


def without_counts(grid: Grid, rows: Sequence[Sequence[str]]) -> Grid | None:
    """Return a grid that begins with its column of times and holds none of figures; None where it holds none.

    `rows` are the grid's with every merged cell filled.
    """
    width = max(map(len, rows), default=0)
    times = next((column for column in range(width) if holds_times(rows, column)), None)
    if times is None:
        return None
    slots = [row for row in rows if is_clock(row[times])]
    kept = [column for column in range(times, width) if column == times or not _tells_figures(slots, column)]
    is_numbered = all(_counts(slots, column) for column in range(times))
    if not is_numbered or len(kept) == width or len(kept) < FEWEST_LEFT:
        return None
    cells = [[row[at] if at < len(row) else "" for at in kept] for row in grid.cells]
    for row, whole in zip(cells, grid.cells, strict=True):
        row[0] = row[0] or next((cell for cell in whole[:times] if cell and not cell.isdigit()), "")  # a line above
    return replace(grid, cells=cells, merged=_merged(grid, kept))


def _merged(grid: Grid, kept: Sequence[int]) -> dict[tuple[int, int], tuple[int, int, int, int]]:
    found: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    for top, bottom, left, right in grid.merged.values():
        covered = [at for at, column in enumerate(kept) if left <= column <= right]
        if covered:
            found[(top, covered[0])] = (top, bottom, covered[0], covered[-1])
    return found


def holds_times(rows: Sequence[Sequence[str]], column: int) -> bool:
    """Return whether a column tells mostly when, from where it begins to."""
    first = next((at for at, row in enumerate(rows) if is_clock(row[column])), len(rows))
    filled = [row[column] for row in rows[first:] if row[column]]
    clocks = sum(map(is_clock, filled))
    return clocks >= FEWEST and clocks >= MOSTLY * len(filled)


def is_clock(cell: str) -> bool:
    """Return whether a cell names a time of day."""
    return not cell.isdigit() and read_when(cell, hint="clock").has_clock


def _tells_figures(slots: Sequence[Sequence[str]], column: int) -> bool:
    return any(row[column] for row in slots) and _counts(slots, column)


def _counts(slots: Sequence[Sequence[str]], column: int) -> bool:
    """Return whether a column holds figures beside the times, and nothing else."""
    filled = [row[column] for row in slots if row[column]]
    return all(cell.isdigit() for cell in filled)
