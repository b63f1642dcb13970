"""Tables that a page of a PDF sets without lines around their cells: nothing but texts below each other in columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from charlotte.documents.broken_lines import joined
from charlotte.documents.paper import Block
from charlotte.documents.pdf.flow import ITEM
from charlotte.documents.pdf.line import Line

APART = 1.5
"""Of a line's size: a gap that no text has between two words."""
BETWEEN = 0.5
"""Of a line's size: the least that stays free between two columns all the way down."""
SAME_HEIGHT = 0.5
EDGE = 1.0
"""Points; so close to each other cells begin that hardly a gap sets apart from what stands left of them."""
BESIDE = 3
"""Heights above and below in which such cells begin."""
NEAR = 3.0
"""Points by which a line may begin left of its column."""
NEXT = 1.6
"""Of a line's size: the farthest that the next line of a cell stands below the last."""
OVERLAPPING = 0.9
"""Of a line's size: what stands closer overlaps, as a cell in the middle of its row does with the lines beside it."""
FAR = 3.2
"""Of a line's size: the farthest that two rows stand apart."""
CLOSER = 0.8
"""Of the widest step from line to line: steps so much shorter lead from line to line within a row."""
SAME_STEP = 1.15
MOSTLY = 0.6
FEWEST = 2
"""Rows of a table."""
FEWEST_ALONE = 3
"""Cells of a row that stands alone at the foot of a page, as the head of what follows, or at the top of the next."""
PROSE_WORDS, PROSE_LINES = 3.5, 5
"""Words of a line and lines in every column by which columns are running text side by side and no table."""
NUMBER = re.compile(r"\(?\w{1,3}[.)]")
"""What counts an item, in a column of its own."""
BOLD = ("bold", "black", "heavy")


@dataclass(frozen=True)
class _Piece:
    line: Line
    text: str
    left: float
    right: float
    is_bold: bool

    @property
    def bottom(self) -> float:
        return self.line.bottom

    @property
    def size(self) -> float:
        return self.line.size


_Height = list[_Piece]
_Span = tuple[float, float]


@dataclass(frozen=True)
class Grid:
    """A table, and the lines that it is set in."""

    lines: tuple[Line, ...]
    top: float
    rows: tuple[Block, ...]


def grids_in(lines: Sequence[Line]) -> Iterator[Grid]:
    """Yield the tables that the lines of a page are set as, from the top."""
    heights = _heights(lines)
    at = 0
    while at < len(heights):
        end = _end(heights, at) if len(heights[at]) > 1 else at + 1
        band = heights[at:end]
        goes_on = len(heights[at]) >= FEWEST_ALONE and (at == 0 or end == len(heights))
        if (grid := _grid(band, 1 if goes_on else FEWEST)) is not None:
            yield grid
        at = max(end, at + 1)


def _heights(lines: Sequence[Line]) -> list[_Height]:
    """Return what stands on each height of a page, from the top, in pieces between wide gaps."""
    pieces = [piece for line in lines for piece in _pieces(line)]
    found: list[_Height] = []
    for piece in sorted(pieces, key=lambda one: -one.bottom):
        if found and found[-1][0].bottom - piece.bottom < SAME_HEIGHT * piece.size:
            found[-1].append(piece)
        else:
            found.append([piece])
    rows = [sorted(height, key=lambda one: one.left) for height in found]
    return [
        _merged(row, _begun(rows[max(at - BESIDE, 0) : at] + rows[at + 1 : at + 1 + BESIDE]))
        for at, row in enumerate(rows)
    ]


def _begun(rows: Sequence[_Height]) -> list[float]:
    """Return where cells begin in rows: at their left, and behind wide gaps."""
    pairs = ((before, piece) for row in rows for before, piece in zip((None, *row), row, strict=False))
    return [one.left for before, one in pairs if before is None or one.left - before.right >= APART * one.size]


def _pieces(line: Line) -> Iterator[_Piece]:
    for run in line.runs:
        yield _Piece(line, run.text, run.left, run.right, any(word in run.font.casefold() for word in BOLD))


def _merged(height: _Height, begun: Sequence[float]) -> _Height:
    """Return what stands on a height with the words of one cell together, and the mark of an item with what it says.

    A cell that leaves hardly a gap ends where others have one begin.
    """
    found: _Height = []
    for piece in height:
        before = found[-1] if found else None
        marks = before is not None and (ITEM.fullmatch(before.text) or NUMBER.fullmatch(before.text))
        is_cell = any(abs(piece.left - left) < EDGE for left in begun)
        if before is not None and (marks or not is_cell and piece.left - before.right < APART * piece.size):
            text, is_bold = f"{before.text} {piece.text}", before.is_bold and piece.is_bold
            found[-1] = _Piece(before.line, text, before.left, max(before.right, piece.right), is_bold)
        else:
            found.append(piece)
    return found


def _end(heights: Sequence[_Height], begin: int) -> int:
    """Return where the columns end that begin at a height."""
    band = [heights[begin]]
    for height in heights[begin + 1 :]:
        step = (band[-1][0].bottom - height[0].bottom) / height[0].size
        if step > FAR:
            break
        if len(height) > 1:
            if _columns([*band, height]) is None:
                break
        elif not _is_in_column(height[0], band, step):
            break
        band.append(height)
    while len(band) > 1 and len(band[-1]) == 1 and not _is_below(band[-1][0], band[-2]):
        band.pop()
    return begin + len(band)


def _is_in_column(piece: _Piece, band: Sequence[_Height], step: float) -> bool:
    """Return whether a line goes on in one column, or stands there in the middle of a row that begins with it."""
    columns = _columns(band) or []
    if not columns or step > NEXT and abs(piece.left - columns[0][0]) > NEAR and len(columns) > 1 and step > FAR:
        return False
    at = _place(piece, columns)
    begins = columns[at][0]
    ends = columns[at + 1][0] if at + 1 < len(columns) else float("inf")
    return piece.left > begins - NEAR and piece.right < ends and (step < NEXT or at > 0)


def _is_below(piece: _Piece, above: _Height) -> bool:
    """Return whether a last line is still of the row above it."""
    return above[0].bottom - piece.bottom < NEXT * piece.size


def _columns(band: Sequence[_Height]) -> list[_Span] | None:
    """Return how far columns reach, if every row has at most one piece in each."""
    rows = [height for height in band if len(height) > 1]
    most = max((len(row) for row in rows), default=0)
    spans = sorted((piece.left, piece.right) for row in rows for piece in row)
    found: list[_Span] = []
    size = rows[0][0].size if rows else 0.0
    for left, right in spans:
        if found and left < found[-1][1] + BETWEEN * size:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found if len(found) >= most > 1 else None


def _place(piece: _Piece, columns: Sequence[_Span]) -> int:
    """Return which column a piece stands in: the one of which it covers most, or which is nearest."""

    def shared(at: int) -> float:
        return min(piece.right, columns[at][1]) - max(piece.left, columns[at][0])

    return max(range(len(columns)), key=shared)


def _grid(band: Sequence[_Height], fewest: int) -> Grid | None:
    columns = _columns(band)
    if columns is None or sum(len(height) > 1 for height in band) < fewest or _is_prose(band, columns):
        return None
    rows = _rows(band)
    if len(rows) < fewest:
        return None
    lines = tuple({id(piece.line): piece.line for height in band for piece in height}.values())
    return Grid(lines, band[0][0].bottom, tuple(_told(rows, columns)))


def _is_prose(band: Sequence[_Height], columns: Sequence[_Span]) -> bool:
    """Return whether columns are running text side by side: long lines in every one of them."""
    gaps = [two[0] - one[1] for one, two in pairwise(columns)]
    if len(band) < PROSE_LINES and min(gaps) > APART * band[0][0].size:
        return False
    words: list[list[int]] = [[] for _ in columns]
    for piece in (piece for height in band for piece in height):
        words[_place(piece, columns)].append(len(piece.text.split()))
    return all(sum(told) >= PROSE_WORDS * len(told) for told in words if told)


def _rows(band: Sequence[_Height]) -> list[list[_Piece]]:
    """Return the heights of a table row by row."""
    within = _step_within(band)
    rows: list[list[_Piece]] = [[*band[0]]]
    for above, height in zip(band, band[1:], strict=False):
        step = (above[0].bottom - height[0].bottom) / height[0].size
        goes_on = step < OVERLAPPING or step <= within or len(height) == 1 and step < NEXT and len(above) > 0
        if goes_on:
            rows[-1] += height
        else:
            rows.append([*height])
    return rows


def _step_within(band: Sequence[_Height]) -> float:
    """Return the widest step that leads from line to line within rows, where rows stand farther apart; else 0."""
    steps = [
        ((above[0].bottom - height[0].bottom) / height[0].size, len(height))
        for above, height in zip(band, band[1:], strict=False)
    ]
    wide = [(step, held) for step, held in steps if step >= OVERLAPPING]
    if not wide or min(wide)[0] > CLOSER * max(wide)[0] or min(wide)[0] > NEXT:
        return 0.0
    most = SAME_STEP * min(wide)[0]
    full = max(len(height) for height in band)
    close = [held for step, held in wide if step <= most]
    return most if sum(held == full for held in close) < MOSTLY * len(close) else 0.0


def _told(rows: Sequence[Sequence[_Piece]], columns: Sequence[_Span]) -> Iterator[Block]:
    bold = [all(piece.is_bold for piece in row) for row in rows]
    for at, row in enumerate(rows):
        cells = [""] * len(columns)
        for piece in sorted(row, key=lambda one: -one.bottom):
            place = _place(piece, columns)
            cells[place] = joined(cells[place], piece.text)
        is_header = at == 0 and bold[0] and not all(bold)
        text = " | ".join(cell for cell in cells if cell)
        yield Block(kind="row", text=text, cells=tuple(cells), page=row[0].line.page, is_header=is_header)
