"""Tables of a PDF without lines whose cells are set in the middle of their rows: raised to where their rows begin."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from charlotte.documents.pdf.flow import CLOCK, DASH, NEXT
from charlotte.documents.pdf.runs import Run

EDGE = 2.0
"""Points; so close to each other the times of a column begin, end or have their middle."""
GAP = 1.2
"""Of a line's size: a gap that may be one between the words of a cell."""
WITHIN = 1.45
"""Of a line's size: the farthest that two lines of a row stand apart, in whatever cells they are."""
LOWER = 0.4
"""Of a line's size: by so much a time stands below the first line of its row that is set in its middle."""
FEWEST = 3
"""Times that make a column."""
FEWEST_LOWER = 2
MOSTLY = 0.7
Cells = list[Run]


def raised(lines: Sequence[tuple[Run, ...]]) -> list[list[tuple[Run, ...]]]:
    """Return for each line its parts, those of rows set in the middle raised and put where their columns begin.

    A time that was broken behind its dash is whole then, and nothing is left where its end stood.
    """
    told = [_cells(line) for line in lines]
    moved: dict[int, Run] = {}
    gone: set[int] = set()
    for page in sorted({run.page for line in told for run in line}):
        runs = [run for line in told for run in line if run.page == page]
        ends = _ends(runs)
        whole = _moved(_with_ends(runs, ends))
        if whole:
            moved |= whole
            gone |= {id(end) for end in ends.values()}
    return [
        [(moved.get(id(run), run),) for run in cells if id(run) not in gone]
        if any(id(run) in moved or id(run) in gone for run in cells)
        else [line]
        for line, cells in zip(lines, told, strict=True)
    ]


def _ends(runs: Sequence[Run]) -> dict[int, Run]:
    """Return the ends of times that stand below their starts, each by the number of its start."""
    found: dict[int, Run] = {}
    for run in runs:
        if not (CLOCK.fullmatch(run.text) and DASH.search(run.text)):
            continue
        for other in runs:
            is_below = (
                0 < run.bottom - other.bottom < NEXT * run.size and other.left < run.right and other.right > run.left
            )
            if is_below and CLOCK.fullmatch(other.text):
                found[id(run)] = other
                break
    return found


def _with_ends(runs: Sequence[Run], ends: Mapping[int, Run]) -> list[tuple[int, Run]]:
    """Return what stands on a page, each with its number, and starts with the ends that stand below them."""
    gone = {id(end) for end in ends.values()}
    found = []
    for run in runs:
        end = ends.get(id(run))
        if id(run) not in gone:
            found.append((id(run), run if end is None else replace(run, text=f"{run.text} {end.text}")))
    return found


def _cells(line: Sequence[Run]) -> Cells:
    """Return the parts of a line between gaps that no words have between them."""
    found: Cells = []
    for run in line:
        if found and run.left - found[-1].right < GAP * run.size and not CLOCK.fullmatch(found[-1].text):
            found[-1] = found[-1].joined(run)
        else:
            found.append(run)
    return found


def _moved(numbered: Sequence[tuple[int, Run]]) -> dict[int, Run]:
    """Return the cells of a page that are moved, by their numbers; none where its rows do not stand in the middle."""
    runs = [run for _, run in numbered]
    numbers = {id(run): number for number, run in numbered}
    times = _times(runs)
    if len(times) < FEWEST:
        return {}
    rows = _rows([run for run in runs if _stands_right(run, times)], times)
    clocks = [[run for run in row if run in times] for row in rows]
    timed = [(row, found[0]) for row, found in zip(rows, clocks, strict=True) if len(found) == 1 and len(row) > 1]
    lower = [time for row, time in timed if max(run.bottom for run in row) - time.bottom > LOWER * time.size]
    lefts = _columns([row for row, _ in timed])
    if any(len(found) > 1 for found in clocks) or len(timed) < FEWEST:
        return {}
    if len(lower) < FEWEST_LOWER and not _are_centred(
        [run for row, _ in timed for run in row if run not in times], lefts
    ):
        return {}
    found: dict[int, Run] = {}
    for row, _ in timed:
        top = max(run.bottom for run in row)
        for cell in _stacked(row):
            up = top - max(run.bottom for run in cell)
            for run in cell:
                left = next((begin for begin, end in lefts if begin - EDGE <= run.left <= end), run.left)
                right = run.right - run.left + left
                found[numbers[id(run)]] = replace(run, bottom=run.bottom + up, left=left, right=right, inner=left)
    head = _head([run for run in runs if numbers[id(run)] not in found], max(time.bottom for time in times))
    placed = [(run, [begin for begin, end in lefts if run.left < end and run.right > begin]) for run in head]
    if all(len(columns) == 1 for _, columns in placed):
        found |= {numbers[id(run)]: replace(run, left=begin, inner=begin) for run, (begin,) in placed}
    return found


def _are_centred(runs: Sequence[Run], columns: Sequence[tuple[float, float]]) -> bool:
    """Return whether lines have their middle in common with the others of their column, and not where they begin."""
    told = [[run for run in runs if begin <= run.left < end] for begin, end in columns]
    several = [column for column in told if len(column) >= FEWEST]
    middles = [abs((run.left + run.right) / 2 - _middle(column)) < EDGE for column in several for run in column]
    lefts = [abs(run.left - min(one.left for one in column)) < EDGE for column in several for run in column]
    return bool(middles) and sum(middles) >= MOSTLY * len(middles) and sum(lefts) <= len(lefts) / 2


def _middle(runs: Sequence[Run]) -> float:
    return sorted((run.left + run.right) / 2 for run in runs)[len(runs) // 2]


def _head(runs: Sequence[Run], top: float) -> list[Run]:
    """Return what stands side by side right above the first time: the names of the columns."""
    above = sorted((run for run in runs if run.bottom > top), key=lambda run: run.bottom)
    near = [run for run in above if run.bottom - above[0].bottom < LOWER * run.size]
    return near if len(near) > 1 else []


def _times(runs: Sequence[Run]) -> list[Run]:
    """Return the times that stand in the first column, one below the other."""
    clocks = [run for run in runs if CLOCK.fullmatch(run.text)]
    if not clocks:
        return []
    first = min(clocks, key=lambda run: run.left)
    return [run for run in clocks if run.left < first.right]


def _stands_right(run: Run, times: Sequence[Run]) -> bool:
    """Return whether something is a time, or stands right of the column of times."""
    return run in times or run.left > max(time.right for time in times)


def _rows(runs: Sequence[Run], times: Sequence[Run]) -> list[list[Run]]:
    """Return what stands in rows that nothing crosses: between two, every column has a gap."""
    size = Counter(round(time.size, 1) for time in times).most_common(1)[0][0]
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda one: -one.bottom):
        if rows and rows[-1][-1].bottom - run.bottom <= WITHIN * size:
            rows[-1].append(run)
        else:
            rows.append([run])
    return rows


def _stacked(row: Sequence[Run]) -> list[list[Run]]:
    """Return the cells of a row: the lines that stand below each other."""
    cells: list[list[Run]] = []
    for run in sorted(row, key=lambda one: one.left):
        if cells and run.left < max(one.right for one in cells[-1]):
            cells[-1].append(run)
        else:
            cells.append([run])
    return cells


def _columns(rows: Sequence[Sequence[Run]]) -> list[tuple[float, float]]:
    """Return from where to where columns go that nothing crosses; what is alone beside its time may cross all."""
    spans = sorted((run.left, run.right) for row in rows if len(_stacked(row)) > 2 for run in row)
    found: list[tuple[float, float]] = []
    for left, right in spans:
        if found and left < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found
