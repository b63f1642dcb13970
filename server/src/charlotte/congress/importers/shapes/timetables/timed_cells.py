"""Plans without a column of times: rooms along the top, and in each cell when it begins, by its own words."""

from collections.abc import Sequence
from dataclasses import replace

from charlotte.congress.importers.shapes.cells.line_starts import TIMED
from charlotte.congress.importers.shapes.sheets.cells import Grid
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import best_name

HEADER_WITHIN = 6
LONGEST_NAME = 40
FEWEST, MOSTLY = 4, 0.8
SURE = 0.6


def with_times_ahead(grid: Grid, rows: Sequence[Sequence[str]]) -> Grid | None:
    """Return a grid with a line for each cell, its time ahead; None where cells do not begin with times.

    `rows` are the grid's, all of one length.
    """
    header_at = next((at for at, row in enumerate(rows[:HEADER_WITHIN]) if _names_rooms(row)), None)
    if header_at is None:
        return None
    filled = [cell for row in rows[header_at + 1 :] for cell in row if cell and not _is_day(row)]
    timed = [cell for cell in filled if _apart(cell) is not None]
    columns = {column for row in rows[header_at + 1 :] for column, cell in enumerate(row) if _apart(cell) is not None}
    if sum(map(_is_time, filled)) > 1:
        return None  # a column of times
    if len(timed) < max(FEWEST, MOSTLY * len(filled)) or len(columns) < max(2, len([*filter(None, rows[header_at])])):
        return None
    cells: list[list[str]] = [["", *row] for row in rows[: header_at + 1]]
    cells[-1][0] = HEADER
    merged: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    for at, row in enumerate(rows[header_at + 1 :], header_at + 1):
        if _is_day(row):
            cells.append([next(filter(None, row))])
            continue
        for column, cell in enumerate(row):
            if (told := _apart(cell)) is not None:
                if (right := grid.merged.get((at, column), (at, at, column, column))[3]) > column:
                    merged[(len(cells), column + 1)] = (len(cells), len(cells), column + 1, right + 1)
                cells.append([told[0], *[""] * column, told[1]])
    return replace(grid, cells=cells, merged=merged, own_times=True)


HEADER = "#"
"""Above the times, where nothing stands in the plan itself."""


def _names_rooms(row: Sequence[str]) -> bool:
    names = [cell for cell in row if cell]
    are_names = all(len(name) <= LONGEST_NAME and not read_when(name, hint="clock").has_clock for name in names)
    are_fields = any(best_name(name)[1] > SURE and best_name(name)[0] != "room" for name in names)
    return len(names) > 1 and len({*names}) == len(names) and are_names and not are_fields


def _is_day(row: Sequence[str]) -> bool:
    said = [cell for cell in row if cell]
    return len({*said}) == 1 and read_when(said[0]).has_day and not read_when(said[0]).has_clock


def _is_time(cell: str) -> bool:
    when = read_when(cell, hint="clock")
    return when.is_plain and when.has_clock and not when.has_day


def _apart(cell: str) -> tuple[str, str] | None:
    """Return the time that a cell begins with, and the rest of it."""
    first, _, rest = cell.partition("\n")
    if _is_time(first) and rest.strip():
        return first, rest
    timed = TIMED.match(first)
    return (first[: timed.end()].strip(" :–—-"), cell[timed.end() :]) if timed is not None else None
