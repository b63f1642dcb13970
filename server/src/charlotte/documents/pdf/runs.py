"""A line of a PDF in its parts: what stands between wide gaps, and where on the page it is."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from pdfminer.layout import LTAnno, LTChar, LTTextLine

from charlotte.documents.html.visible import one_line

GAP = 0.45
"""Of a line's size: a gap that may be the edge of a column."""
UNNAMED = re.compile(r"\(cid:\d+\)")
"""A sign that the font does not name: nearly always the mark of an item."""


@dataclass(frozen=True)
class Run:
    """A piece of a line; all measures are points from the page's left bottom corner."""

    page: int
    text: str
    left: float
    right: float
    bottom: float
    size: float
    font: str = ""
    """How most of it is set."""
    inner: float = 0.0
    """Where what follows its time begins; the same as `left` where it has none."""

    def joined(self, other: "Run") -> "Run":
        """Return it with what stands to the right of it."""
        return replace(self, text=f"{self.text} {other.text}", right=max(self.right, other.right))


def runs_of(line: LTTextLine, page: int, size: float) -> tuple[Run, ...]:
    """Return the parts of a line, from the left."""
    found: list[list[LTChar | LTAnno]] = []
    edge: float | None = None
    for sign in line:
        if not isinstance(sign, LTChar | LTAnno):
            continue
        if isinstance(sign, LTChar) and sign.get_text().strip():
            if edge is None or sign.x0 - edge > GAP * size:
                found.append([])
            edge = sign.x1
        if found:
            found[-1].append(sign)
    return tuple(run for signs in found if (run := _run(signs, line, page, size)).text)


def _run(signs: list[LTChar | LTAnno], line: LTTextLine, page: int, size: float) -> Run:
    seen = [sign for sign in signs if isinstance(sign, LTChar) and sign.get_text().strip()]
    text = one_line(UNNAMED.sub("•", "".join(sign.get_text() for sign in signs)))
    font = Counter(sign.fontname for sign in seen).most_common(1)[0][0]
    left = seen[0].x0
    return Run(page, text, left, seen[-1].x1, line.y0, size, font, left)
