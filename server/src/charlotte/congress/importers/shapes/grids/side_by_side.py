"""Lists that stand beside each other in one sheet, each below its hall or its day: cut apart, a grid each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from charlotte.congress.importers.shapes.sheets.cells import Grid
from charlotte.congress.importers.shapes.times.day_line import day_above, is_day
from charlotte.congress.importers.shapes.timetables.count_columns import holds_times, is_clock
from charlotte.congress.importers.shapes.values.words import name_score

HEADER_WITHIN = 15
FEWEST = 2
SURE = 0.5
LONGEST_BAND = 60
Area = tuple[int, int, int, int]


@dataclass(frozen=True)
class Blocks:
    """Where the lists of a grid begin, and the columns before them that hold for all."""

    header_at: int
    starts: tuple[int, ...]


def apart(grid: Grid) -> Iterator[Grid]:
    """Yield the lists of a grid; the grid itself where it is one."""
    width = max((len(row) for row in grid.cells), default=0)
    rows = filled([[cell.strip() for cell in row] + [""] * (width - len(row)) for row in grid.cells], grid)
    blocks = _blocks(rows) or _plans(rows) or (_days(rows) if not grid.merged else None)
    if blocks is None:
        yield grid
        return
    at, above = blocks.header_at, rows[: blocks.header_at]
    ends = (*blocks.starts[1:], width)
    bands = _bands(above, blocks.starts, ends)
    for start, end, band in zip(blocks.starts, ends, bands, strict=True):
        columns = [*range(blocks.starts[0]), *range(start, end)]
        lines = [*grid.headings, grid.name.rpartition(": ")[2], *(cell for row in above for cell in _once(row))]
        day = band if is_day(band) else day_above([line for line in lines if line not in bands], grid.days)
        yield replace(
            grid,
            cells=[[row[column] for column in columns] for row in rows[at:]],
            merged=dict(_within(grid, at, columns)),
            first_number=grid.first_number + at,
            headings=(day,) if day else (),
            room="" if is_day(band) else band,
        )


def filled(rows: list[list[str]], grid: Grid) -> list[list[str]]:
    """Return the rows with every merged cell filled in the rows that it covers, and once in each of them."""
    for top, bottom, left, _ in grid.merged.values():
        if top >= len(rows) or left >= len(rows[top]) or bottom - top > len(rows):
            continue
        for at in range(top + 1, min(bottom + 1, len(rows))):
            rows[at][left] = rows[top][left]
    return rows


def _blocks(rows: Sequence[Sequence[str]]) -> Blocks | None:
    """Return where lists begin: the header names a title, and what stands beside it, several times."""
    for at, row in enumerate(rows[:HEADER_WITHIN]):
        named = [(column, " ".join(cell.casefold().split())) for column, cell in enumerate(row) if cell]
        titles = [column for column, name in named if name_score("title", name) > SURE]
        names = [name for _, name in named]
        first = {name for name in names if names.count(name) == len(titles)}
        if len(titles) < FEWEST or len({row[column].casefold() for column in titles}) > 1 or len(first) < FEWEST:
            continue
        opening = next(name for name in names if name in first)
        starts = tuple(column for column, name in named if name == opening)
        shared = [name for column, name in named if column < starts[0]]
        if len(names) == len(shared) + len(first) * len(titles):
            return Blocks(at, starts)
    return None


def _plans(rows: Sequence[Sequence[str]]) -> Blocks | None:
    """Return where plans begin that each have a column of times, called alike, with rooms or titles behind it."""
    width = len(rows[0]) if rows else 0
    starts = [column for column in range(width) if holds_times(rows, column)]
    if len(starts) < FEWEST or any(two - one < FEWEST for one, two in pairwise((*starts, width))):
        return None
    first = min(at for column in starts for at, row in enumerate(rows) if is_clock(row[column]))
    named = [at for at in range(first) if any(rows[at])]
    header = rows[named[-1]] if named else ()
    behind = [any(header[one + 1 : two]) for one, two in pairwise((*starts, width))] if header else [False]
    times = [[row[column] for row in rows[first:]] for column in starts]
    is_again = any(one == two for one, two in pairwise(times))
    if is_again or not all(behind) or len({header[column].casefold() for column in starts}) > 1:
        return None
    return Blocks(named[-1], tuple(starts))


def _days(rows: Sequence[Sequence[str]]) -> Blocks | None:
    """Return where the rooms of each day begin: days above the first of their columns, the hours before all of them."""
    for at, (above, header) in enumerate(pairwise(rows[:HEADER_WITHIN])):
        starts = [column for column, cell in enumerate(above) if cell]
        are_days = len(starts) >= FEWEST and starts[0] > 0 and all(is_day(above[column]) for column in starts)
        if not are_days or len({above[column] for column in starts}) < len(starts):
            continue
        days = [header[one:two] for one, two in pairwise((*starts, len(header)))]
        named = all(all(day) and len({*day}) == len(day) >= FEWEST for day in days)
        if named and holds_times(rows[at + 2 :], 0) and not any(map(is_clock, header)):
            return Blocks(at + 1, tuple(starts))
    return None


def _bands(above: Sequence[Sequence[str]], starts: Sequence[int], ends: Sequence[int]) -> list[str]:
    """Return what stands above each list and above no other: its hall, or its day."""
    for row in reversed(above):
        bands = [next(filter(None, row[start:end]), "") for start, end in zip(starts, ends, strict=True)]
        if all(bands) and len(set(bands)) == len(bands) and all(len(band) <= LONGEST_BAND for band in bands):
            return bands
    return ["" for _ in starts]


def _once(row: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, row)))


def _within(grid: Grid, header_at: int, columns: Sequence[int]) -> Iterator[tuple[tuple[int, int], Area]]:
    place = {column: number for number, column in enumerate(columns)}
    for top, bottom, left, right in grid.merged.values():
        if top >= header_at and left in place and right in place and place[right] - place[left] == right - left:
            first = (top - header_at, place[left])
            yield first, (first[0], bottom - header_at, place[left], place[right])
