"""What stands side by side on a page of a PDF, as rows of cells: a PDF knows no tables, only where letters are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from charlotte.documents.paper import Block
from charlotte.documents.pdf.flow import SOFT, SPACE

SAME_COLUMN = 14.0
"""Points; what begins this close to each other stands in one column."""
EDGE = 2.0
"""Points; so close to the others a cell begins that hardly a gap sets apart."""
WRAPPED = 1.7
"""Line heights within which the next line of a cell stands below the last."""
LONGEST_HEADING = 120
ALIKE = 1.15
"""So much wider at most one column of a plan is than another."""
FILLED = 0.7
BREAKS = re.compile(rf"[\n{SOFT}]")


@dataclass(frozen=True)
class Placed:
    """A line of text and where it is."""

    page: int
    text: str
    left: float
    bottom: float
    size: float
    level: int | None = None
    """Where it looks like a heading."""
    pieces: tuple[str, ...] = ()
    """Its parts where its style changes."""
    segments: tuple[tuple[float, str], ...] = ()
    """Its parts between wide gaps, each with where it begins."""
    right: float = 0.0
    """Where it ends; 0 = not known."""
    font: str = ""

    @property
    def lines(self) -> str:
        """Its text as a cell's lines."""
        return "\n".join(self.pieces) or self.text


def rows_of(lines: Sequence[Placed]) -> tuple[Block, ...]:
    """Return the pages' lines from the top: rows where several stand side by side, else headings and texts."""
    found: list[Block] = []
    columns: list[float] = []
    for page in dict.fromkeys(line.page for line in lines):
        here = [line for line in lines if line.page == page]
        if found and found[-1].kind == "row":
            here = _carried_over(here, columns, found)
        found += _page(here)
        columns = _columns([line.left for row in _side_by_side(here) if len(row) > 1 for line in row])
    return tuple(found)


def _carried_over(lines: list[Placed], columns: Sequence[float], found: list[Block]) -> list[Placed]:
    """Return a page's lines without those at its top that go on with the last row of the page before, put there."""
    cells = list(found[-1].lines or found[-1].cells)
    rows = _side_by_side(lines)
    taken: list[Placed] = []
    for row in rows:
        places = [at for at, left in enumerate(columns) if abs(left - row[0].left) < SAME_COLUMN]
        if len(row) > 1 or not places or not 0 < places[0] < len(cells):
            break
        cells[places[0]] = f"{cells[places[0]]}\n{row[0].lines}".strip()
        taken.append(row[0])
    found[-1] = _row(cells, found[-1].page or 1)
    return [line for line in lines if line not in taken]


def _cut(line: Placed, columns: Sequence[float]) -> Iterator[Placed]:
    """Yield a line in parts where it goes on into the next column: cells so full that hardly a gap is left."""
    parts: list[tuple[float, str]] = []
    for left, text in line.segments:
        if not parts or any(abs(left - column) < EDGE for column in columns):
            parts.append((left, text))
        else:
            parts[-1] = (parts[-1][0], f"{parts[-1][1]} {text}")
    if len(parts) < 2:
        yield line
        return
    for left, text in parts:
        yield replace(line, left=left, text=text, pieces=(), segments=(), right=0.0)


def _sure(rows: Sequence[Sequence[Placed]]) -> list[float]:
    """Return where several rows have a cell begin."""
    lefts = [line.left for row in rows if len(row) > 1 for line in row]
    return [left for left in _columns(lefts) if sum(abs(left - one) < EDGE for one in lefts) > 1]


def _page(lines: Sequence[Placed]) -> Iterator[Block]:
    sure = _sure(_side_by_side(lines))
    rows = _side_by_side([part for line in lines for part in _cut(line, sure)])
    columns = _columns([line.left for row in rows if len(row) > 1 for line in row])
    wide = _wide(rows, columns)
    open_row: list[str] | None = None
    last: dict[int, Placed] = {}
    bottom = 0.0
    for row in rows:
        places = [_column(line.left, columns) for line in row]
        first = row[0]
        wraps = open_row is not None and 0 not in places and bottom - first.bottom < WRAPPED * first.size
        if open_row is not None and wraps:
            for line, place in zip(row, places, strict=True):
                between = SOFT if place in last and _is_broken(last[place], line, wide) else "\n"
                open_row[place] = f"{open_row[place]}{between}{line.lines}".strip()
                last[place] = line
        elif len(row) > 1:
            if open_row is not None:
                yield _row(open_row, first.page)
            open_row = [""] * len(columns)
            last = dict(zip(places, row, strict=True))
            for line, place in zip(row, places, strict=True):
                open_row[place] = f"{open_row[place]} {line.lines}".strip()
        else:
            if open_row is not None:
                yield _row(open_row, first.page)
            open_row = None
            is_heading = first.level is not None and len(first.text) <= LONGEST_HEADING
            level = (first.level or 0) if is_heading else 0
            yield Block(kind="heading" if is_heading else "text", level=level, text=first.text, page=first.page)
        bottom = first.bottom
    if open_row is not None:
        yield _row(open_row, lines[0].page)


def _wide(rows: Sequence[Sequence[Placed]], columns: Sequence[float]) -> float:
    """Return how wide the widest line is in columns as wide as each other, if it fills one; 0 where they are not."""
    steps = [two - one for one, two in pairwise(columns[1:])]
    if not steps or max(steps) > ALIKE * min(steps):
        return 0.0
    inside = [line.right - line.left for row in rows for line in row if _column(line.left, columns) and line.right]
    widest = max((wide for wide in inside if wide < min(steps)), default=0.0)
    return widest if widest > FILLED * min(steps) else 0.0


def _is_broken(above: Placed, line: Placed, wide: float) -> bool:
    """Return whether the first word of a line did not fit at the end of the one above, which is set alike."""
    is_alike = above.font == line.font and above.size == line.size and not above.pieces and not line.pieces
    if not wide or not is_alike or not above.right or not line.right or not line.text.split():
        return False
    word = len(line.text.split()[0]) * (line.right - line.left) / len(line.text)
    return above.right - above.left + SPACE * line.size + word > wide


def _row(cells: Sequence[str], page: int) -> Block:
    """Return a row; how its cells broke into lines is kept beside them."""
    flat = tuple(" ".join(BREAKS.split(cell)) for cell in cells)
    lines = tuple(cells) if flat != tuple(cells) else ()
    return Block(kind="row", text=" | ".join(cell for cell in flat if cell), cells=flat, lines=lines, page=page)


def _side_by_side(lines: Sequence[Placed]) -> list[list[Placed]]:
    rows: list[list[Placed]] = []
    for line in sorted(lines, key=lambda one: (-one.bottom, one.left)):
        if rows and abs(rows[-1][0].bottom - line.bottom) < 0.5 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _columns(lefts: Sequence[float]) -> list[float]:
    columns: list[float] = []
    for left in sorted(lefts):
        if not columns or left - columns[-1] > SAME_COLUMN:
            columns.append(left)
    return columns


def _column(left: float, columns: Sequence[float]) -> int:
    if not columns:
        return 0
    return min(range(len(columns)), key=lambda at: abs(columns[at] - left))
