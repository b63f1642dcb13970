"""Tables that a page of a PDF draws, with lines or filled cells: what each cell covers, and the text in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import dropwhile, takewhile

from pdfminer.layout import LTAnno, LTChar, LTPage, LTTextBox, LTTextLine

from charlotte.documents.html.visible import one_line, visible
from charlotte.documents.marks import BOLD, MARKS, SLANTED, marked
from charlotte.documents.paper import Block
from charlotte.documents.pdf.cells import Cell, cells_of, edges_of
from charlotte.documents.pdf.flow import SOFT, SPACE

SAME_HEIGHT = 0.5
"""Of a line's size."""
SAME_TOP = 20.0
"""Points; tables whose tops stand so close stand side by side."""
MOST_PADDING = 8.0
"""Points between a cell's edge and its longest line."""
FEWEST_ROWS, FEWEST_FILLED = 3, 4
HEAVY, LEANING = ("bold", "black", "heavy"), ("italic", "oblique")
"""In the names of fonts."""
Styled = tuple[str, float]


@dataclass(frozen=True)
class Ruled:
    """A table and where on its page it stands."""

    page: int
    left: float
    right: float
    foot: float
    top: float
    rows: tuple[Block, ...]

    def holds(self, left: float, bottom: float) -> bool:
        """Return whether a line that begins there stands in it."""
        return self.left - 1 <= left <= self.right and self.foot - 1 <= bottom <= self.top


@dataclass(frozen=True)
class _Piece:
    text: str
    marked: str
    """The same with the marks of how it is set."""
    left: float
    right: float
    bottom: float
    first: Styled
    """How its first letter is set."""
    last: Styled
    word: float
    """How wide its first word is."""

    def joined(self, other: "_Piece") -> "_Piece":
        text, marked = f"{self.text} {other.text}", f"{self.marked} {other.marked}"
        right = max(self.right, other.right)
        return _Piece(text, marked, self.left, right, self.bottom, self.first, other.last, self.word)


def ruled_tables(page: LTPage, number: int) -> list[Ruled]:
    """Return the tables of a page, from the top."""
    found: list[Ruled] = []
    for cells in cells_of(edges_of(page)):
        held = _texts(page, cells)
        filled = [cell for cell in cells if held[cell]]
        rows = {cell.row for cell in filled}
        if len(rows) < FEWEST_ROWS or len(filled) < FEWEST_FILLED or len({cell.column for cell in filled}) < 2:
            continue
        padding = _padding(held)
        texts = {cell: _unbroken(lines, cell, padding) for cell, lines in held.items()}
        left, right = min(cell.left for cell in cells), max(cell.right for cell in cells)
        foot, top = min(cell.foot for cell in cells), max(cell.top for cell in cells)
        found.append(Ruled(number, left, right, foot, top, tuple(_rows(cells, texts, number))))
    return sorted(found, key=lambda one: (-round(one.top / SAME_TOP), one.left))


def _rows(cells: Sequence[Cell], texts: dict[Cell, tuple[str, str]], page: int) -> Iterator[Block]:
    for at in range(max(cell.row + cell.high for cell in cells)):
        row = sorted((cell for cell in cells if cell.row == at), key=lambda cell: cell.column)
        lines, set_so = (tuple(texts[cell][which] for cell in row) for which in (0, 1))
        flat = tuple(" ".join(text.split()) for text in lines)
        spans = tuple((cell.wide, cell.high) for cell in row)
        yield Block(
            kind="row",
            text=" | ".join(filter(None, flat)),
            cells=flat,
            lines=lines if lines != flat else (),
            marked=set_so if set_so != lines else (),
            spans=spans if any(span != (1, 1) for span in spans) else (),
            page=page,
        )


def _texts(page: LTPage, cells: Sequence[Cell]) -> dict[Cell, list[_Piece]]:
    """Return the lines of each cell, from the top."""
    held: dict[Cell, list[_Piece]] = {cell: [] for cell in cells}
    lines = (line for box in page if isinstance(box, LTTextBox) for line in box if isinstance(line, LTTextLine))
    for cell, piece in (one for line in lines for one in _apart(line, cells)):
        held[cell].append(piece)
    return {cell: _lines(pieces) for cell, pieces in held.items()}


def _lines(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Return the lines of a cell, each of all that stands on its height, in the order in which it stands there."""
    heights: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda one: -one.bottom):
        if heights and heights[-1][0].bottom - piece.bottom < SAME_HEIGHT * piece.first[1]:
            heights[-1].append(piece)
        else:
            heights.append([piece])
    return [reduce(_Piece.joined, sorted(line, key=lambda one: one.left)) for line in heights]


def _apart(line: LTTextLine, cells: Sequence[Cell]) -> Iterator[tuple[Cell, _Piece]]:
    """Yield the parts of a line by the cells that they stand in."""
    parts: list[tuple[Cell | None, list[LTChar | LTAnno]]] = []
    for sign in line:
        if not isinstance(sign, LTChar | LTAnno):
            continue
        is_seen = isinstance(sign, LTChar) and bool(sign.get_text().strip())
        cell = _around(sign, cells) if isinstance(sign, LTChar) and is_seen else parts[-1][0] if parts else None
        if parts and parts[-1][0] is cell:
            parts[-1][1].append(sign)
        else:
            parts.append((cell, [sign]))
    for cell, signs in parts:
        seen = [sign for sign in signs if isinstance(sign, LTChar) and sign.get_text().strip()]
        if cell is not None and seen:
            text = one_line("".join(sign.get_text() for sign in signs))
            first, last = ((sign.fontname, round(sign.size, 1)) for sign in (seen[0], seen[-1]))
            left, right, word = seen[0].x0, seen[-1].x1, _width_of_word(signs)
            yield cell, _Piece(text, _marked(signs), left, right, line.y0, first, last, word)


def _width_of_word(signs: Sequence[LTChar | LTAnno]) -> float:
    """Return how wide the first word is that signs write."""
    behind = dropwhile(lambda sign: not sign.get_text().strip(), signs)
    word = [sign for sign in takewhile(lambda sign: sign.get_text().strip(), behind) if isinstance(sign, LTChar)]
    return word[-1].x1 - word[0].x0


def _marked(signs: Sequence[LTChar | LTAnno]) -> str:
    """Return a text with what is bold or slanted marked, as its fonts are called."""
    runs: list[tuple[frozenset[str], str]] = []
    for sign in signs:
        text = sign.get_text()
        marks = _marks_of(sign.fontname) if isinstance(sign, LTChar) else frozenset()
        if runs and (runs[-1][0] == marks or not text.strip()):
            runs[-1] = (runs[-1][0], runs[-1][1] + text)
        else:
            runs.append((marks, text))
    return " ".join(visible("".join(marked(text, marks) for marks, text in runs), MARKS).split())


def _marks_of(font: str) -> frozenset[str]:
    named = font.casefold()
    bold = {BOLD} if any(word in named for word in HEAVY) else set()
    return frozenset(bold | ({SLANTED} if any(word in named for word in LEANING) else set()))


def _around(sign: LTChar, cells: Sequence[Cell]) -> Cell | None:
    across, up = (sign.x0 + sign.x1) / 2, (sign.y0 + sign.y1) / 2
    return next((cell for cell in cells if cell.left <= across < cell.right and cell.foot <= up < cell.top), None)


def _padding(held: dict[Cell, list[_Piece]]) -> float:
    gaps = [line.left - cell.left for cell, lines in held.items() for line in lines]
    return min(MOST_PADDING, max(0.0, min(gaps, default=0.0)))


def _unbroken(lines: Iterable[_Piece], cell: Cell, padding: float) -> tuple[str, str]:
    """Return a cell's lines, a sign between those that were broken because they were too long; again with marks."""
    plain = set_so = ""
    above: _Piece | None = None
    for line in lines:
        width = cell.right - cell.left - 2 * padding
        between = "" if above is None else SOFT if _is_broken(above, line, width) else "\n"
        plain, set_so = f"{plain}{between}{line.text}", f"{set_so}{between}{line.marked}"
        above = line
    return plain, set_so


def _is_broken(above: _Piece, line: _Piece, width: float) -> bool:
    """Return whether the first word of a line did not fit at the end of the one above."""
    if above.last != line.first:
        return False
    return above.right - above.left + SPACE * line.first[1] + line.word > width
