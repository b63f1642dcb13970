"""Plans with the times along the top and the rooms down the side: turned, they are as all others."""

from collections.abc import Sequence
from dataclasses import replace

from charlotte.congress.importers.shapes.sheets.cells import Grid
from charlotte.congress.importers.shapes.times.when import read_when

HEADER_WITHIN = 15
LONGEST_BESIDE = 3
"""Letters beside a time that are its unit."""


def is_across(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the times stand along the top, and what they are held in down the side."""
    for at, row in enumerate(rows[:HEADER_WITHIN]):
        filled = [cell for cell in row[1:] if cell]
        clocks = [cell for cell in filled if _is_clock(cell)]
        if len(clocks) < 2 or len(clocks) < len(filled) or len({*clocks}) < len(clocks):
            continue
        below = [other[0] for other in rows[at + 1 :] if other[0]]
        first = row[0] if row else ""
        return (
            not _is_clock(first)
            and bool(below)
            and not any(_is_clock(cell) for cell in below)
            and len(below) >= len(rows) - at - 1
        )
    return False


def turned(grid: Grid, rows: Sequence[Sequence[str]]) -> Grid:
    """Return a grid with its columns as rows; lines above the times stay headings."""
    top = next(
        at for at, row in enumerate(rows) if sum(1 for cell in row[1:] if read_when(cell, hint="clock").has_clock) > 1
    )
    merged = {
        (left, first - top): (left, right, first - top, last - top)
        for first, last, left, right in grid.merged.values()
        if first >= top
    }
    above = (" ".join(filter(None, row)) for row in rows[:top])
    headings = (*grid.headings, *(line for line in above if line))
    return replace(
        grid, cells=[list(cells) for cells in zip(*rows[top:], strict=True)], merged=merged, headings=headings
    )


def _is_clock(cell: str) -> bool:
    """Return whether a cell says when, and hardly anything else: "Room 4" has a number too."""
    when = read_when(cell, hint="clock")
    return when.has_clock and len(when.rest) <= LONGEST_BESIDE
