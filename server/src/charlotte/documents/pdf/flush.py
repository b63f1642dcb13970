"""Cells that are set flush right: where they end shows their column, and not where they begin."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from charlotte.documents.pdf.runs import Run

EDGE = 1.5
"""Points; so close to each other the cells of such a column end."""
RAGGED = 3.0
"""Points; so far apart at least some of them begin, or they are set flush left."""
APART = 2.0
"""Of a line's size: a gap that no text has between two words."""
BETWEEN = " | "
SAME_HEIGHT = 0.5
"""Of a line's size."""
FEWEST = 4
"""Cells that make a column, and of which some begin elsewhere."""
FEWEST_LEFTS = 3


def set_flush_left(lines: Sequence[tuple[Run, ...]]) -> list[tuple[Run, ...]]:
    """Return lines in which the cells of each column that is set flush right all begin where the longest does."""
    moved: dict[int, Run] = {}
    for _, column in _found(lines):
        left = min(run.left for run in column)
        moved |= {id(run): replace(run, left=left, inner=left) for run in column}
    return [tuple(moved.get(id(run), run) for run in line) for line in lines]


def put_behind(lines: Sequence[tuple[Run, ...]]) -> list[tuple[Run, ...]]:
    """Return lines in which the cells of such columns stand behind what they stand beside, and a sign between."""
    gone: set[int] = set()
    longer: dict[int, Run] = {}
    for runs, column in _found(lines):
        for run in column:
            if (before := _before(run, runs)) is not None:
                gone.add(id(run))
                longer[id(before)] = replace(before, text=f"{before.text}{BETWEEN}{run.text}")
    return [tuple(longer.get(id(run), run) for run in line if id(run) not in gone) for line in lines]


def _found(lines: Sequence[tuple[Run, ...]]) -> Iterator[tuple[list[Run], list[Run]]]:
    """Yield all that stands on a page with each of its columns that are set flush right."""
    for page in sorted({line[0].page for line in lines if line}):
        runs = [run for line in lines for run in line if run.page == page]
        yield from ((runs, column) for column in _columns(runs))


def _columns(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield the cells of each column that is set flush right, with nothing of its rows where its cells go."""
    behind = sorted((run for run in runs if _before(run, runs) is not None), key=lambda run: run.right)
    at = 0
    while at < len(behind):
        column = [run for run in behind[at:] if run.right - behind[at].right < EDGE]
        at += len(column)
        left = min(run.left for run in column)
        lefts = {round(run.left / RAGGED) for run in column}
        befores = [before for run in column if (before := _before(run, runs)) is not None]
        is_free = all(before.right + APART * before.size <= left for before in befores)
        ends_rows = not any(_stands_beside(run, other) and other.left > run.right for run in column for other in runs)
        if len(column) >= FEWEST and len(lefts) >= FEWEST_LEFTS and is_free and ends_rows:
            yield column


def _before(run: Run, runs: Sequence[Run]) -> Run | None:
    """Return what stands left of a cell on its height, where a gap parts them."""
    left = [other for other in runs if other is not run and _stands_beside(run, other) and other.left < run.left]
    nearest = max(left, key=lambda other: other.right, default=None)
    return nearest if nearest is not None and run.left - nearest.right > APART * run.size else None


def _stands_beside(run: Run, other: Run) -> bool:
    return run.page == other.page and abs(run.bottom - other.bottom) < SAME_HEIGHT * run.size
