"""A line of a PDF's page with its size, its place, and how its parts are set."""

import re
from collections import Counter
from dataclasses import dataclass

from pdfminer.layout import LTAnno, LTChar, LTTextLine

from charlotte.documents.html.visible import one_line
from charlotte.documents.pdf.runs import UNNAMED, Run, runs_of

SOFT_HYPHEN = "\u00ad"
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Line:
    """One line; all measures are points from the page's left bottom corner."""

    page: int
    box: int
    text: str
    size: float
    is_bold: bool
    height: int
    """Of the place on the page, rounded."""
    left: float = 0.0
    bottom: float = 0.0
    pieces: tuple[str, ...] = ()
    """Its parts where it goes on in another style: a title, then who speaks in italics."""

    runs: tuple[Run, ...] = ()
    """Its parts between wide gaps."""
    styled: tuple[tuple[str, str], ...] = ()
    """Its parts by their fonts."""

    @property
    def mark(self) -> tuple[str, int]:
        """What a line says and where, whatever its numbers are: the same on every page where pages repeat it."""
        return _DIGITS.sub("#", self.text), self.height


def line_of(line: LTTextLine, page: int, box: int) -> Line | None:
    """Return a line as it was set; None where nothing of it is seen."""
    text = one_line(UNNAMED.sub("•", line.get_text()))
    text += "-" if text and line.get_text().rstrip().endswith(SOFT_HYPHEN) else ""  # where a word goes on below
    signs = [sign for sign in line if isinstance(sign, LTChar) and sign.get_text().strip()]
    if not text or not signs:
        return None
    size = Counter(round(sign.size, 1) for sign in signs).most_common(1)[0][0]
    bold = sum("bold" in sign.fontname.lower() or "black" in sign.fontname.lower() for sign in signs)
    return Line(
        page,
        box,
        text,
        size,
        bold > 0.8 * len(signs),
        round(line.y0 / 4),
        line.x0,
        line.y0,
        _pieces(line),
        runs_of(line, page, size),
        tuple((font, said) for font, text in _styled(line) if (said := one_line(text))),
    )


def _styled(line: LTTextLine) -> list[tuple[str, str]]:
    """Return the parts of a line by their fonts."""
    styled: list[tuple[str, str]] = []
    for sign in line:
        text = sign.get_text() if isinstance(sign, LTChar | LTAnno) else ""
        style = sign.fontname if isinstance(sign, LTChar) and text.strip() else styled[-1][0] if styled else ""
        if styled and styled[-1][0] == style:
            styled[-1] = (style, styled[-1][1] + text)
        else:
            styled.append((style, text))
    return styled


def _pieces(line: LTTextLine) -> tuple[str, ...]:
    """Return the parts of a line that go on in another style for several words."""
    parts = [one for _, text in _styled(line) if (one := one_line(text))]
    return tuple(parts) if len(parts) > 1 and all(len(part.split()) > 1 for part in parts) else ()
