"""The lines of a document: what each stands under, and those that a column or a break set apart made whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from typing import NamedTuple

from charlotte.congress.importers.shapes.entries.broken_by_columns import continuations
from charlotte.congress.importers.shapes.entries.entry_lines import title_in
from charlotte.congress.importers.shapes.entries.inner_labels import lines_of
from charlotte.congress.importers.shapes.entries.times_first import begins_with_time
from charlotte.congress.importers.shapes.rows import Row
from charlotte.congress.importers.shapes.times.day_line import is_day
from charlotte.congress.importers.shapes.times.when import When, read_when
from charlotte.documents.broken_lines import joined
from charlotte.documents.marks import TAB
from charlotte.documents.paper import Block

LONGEST_DAY = 45
UNTIMED = When()
OPEN = re.compile(r"\d\s?(?:Uhr|h|hs|hrs)?\s?(?:[-–—]|bis|to|à|a|alle)$")
"""How a time ends whose end stands below."""


class Piece(NamedTuple):
    """A block of a document, and what it stands under."""

    block: Block
    above: tuple[str, ...] = ()
    among: list[Row] | None = None
    """The rows of the section that it stands in, where it stands in one."""
    opens: bool = False
    """Whether it is the heading of its section."""


@dataclass
class DocumentLine:
    """One line of a piece."""

    piece: Piece
    text: str
    number: int

    def __post_init__(self) -> None:
        """Look whether it begins with a time, or is a day."""
        self.block, self.above = self.piece.block, self.piece.above
        self.timed = begins_with_time(self.text)
        self.is_day = len(self.text) <= LONGEST_DAY and is_day(self.text) and self.timed is None
        self.is_heading = self.block.kind == "heading" and not self.is_day and self.timed is None
        before = self.text.partition(self.timed[1])[0].rstrip() if self.timed and self.timed[1] else ""
        self.sign = "" if before[-1:].isalnum() else before[-1:]
        begins_tabs = bool(self.block.marked) and TAB in self.block.marked[0] and self.block.text.startswith(self.text)
        self.only_time = self.timed is not None and not title_in(self.timed[1]) and not begins_tabs


def document_lines(pieces: Sequence[Piece]) -> list[DocumentLine]:
    """Return the lines of pieces of text, whole where a column broke them, their times with the ends below."""
    lines = [DocumentLine(piece, line, at) for at, piece in enumerate(pieces, 1) for line in _split(piece.block)]
    return _with_ends_below(_with_breaks_mended(lines))


def _split(block: Block) -> Iterator[str]:
    yield from lines_of(block.text) if block.kind != "heading" else (block.text,)


def _with_breaks_mended(lines: Sequence[DocumentLine]) -> list[DocumentLine]:
    """Return lines, those that only their column broke whole."""
    broken = continuations(lines)
    found: list[DocumentLine] = []
    for at, line in enumerate(lines):
        if at in broken:
            line = DocumentLine(found[-1].piece, joined(found.pop().text, line.text), line.number)
        found.append(line)
    return found


def _with_ends_below(lines: Sequence[DocumentLine]) -> list[DocumentLine]:
    """Return lines with an end that stands below the start behind this: "9.00 –", "Dykes", "9.45 Uhr", "Ada Orr"."""
    found: list[DocumentLine] = []
    opened: tuple[int, DocumentLine, time] | None = None
    for line in lines:
        when = read_when(line.timed[0]) if line.timed is not None else UNTIMED
        alone = when.start if when.end is None else None
        if opened is not None and line.timed is not None and alone is not None and alone > opened[2]:
            number, above, begun = opened
            whole = DocumentLine(above.piece, f"{begun:%H:%M} - {alone:%H:%M}", above.number)
            whole.only_time = above.only_time
            found[number] = whole
            found += [DocumentLine(line.piece, line.timed[1], line.number)] if line.timed[1] else []
            opened = None
            continue
        if line.timed is not None or line.is_heading or line.is_day:
            is_open = line.timed is not None and not line.timed[1] and OPEN.search(line.text) is not None
            opened = (len(found), line, alone) if is_open and alone is not None else None
        found.append(line)
    return found
