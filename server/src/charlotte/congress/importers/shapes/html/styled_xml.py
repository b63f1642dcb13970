"""XML of layout and word processors: no records, one run of paragraphs whose elements are named by their style."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.shapes.cells.line_starts import TIMED
from charlotte.congress.importers.shapes.html.styled_pieces import Piece, clock_styles, sessions_in, with_clocks_apart

FEWEST = 3
OUTSIDE = 0.5
"""Share of the pieces that stand in no record of their own."""
STYLES = ("pstyle", "style", "class", "appliedparagraphstyle", "rend", "type", "role")
"""What attributes are called that name the style of a paragraph."""
MOST = 50_000
DEEPEST = 40
"""What is nested deeper is no run of paragraphs."""
BEHIND_NAME = re.compile(r"^\s*[,–—-]\s*(?=\S)")


def tree_in(document: Document) -> Any:
    """Return the sessions of a run of styled pieces; None where the file has records. Raises `UnreadableFile`."""
    runs = [run for run in _runs(document.xml) if len(run) > FEWEST]
    pieces = [piece for run in runs for piece in run]
    sessions = sessions_in(pieces) if pieces else []
    return {"sessions": sessions} if sessions else None


def text_in(document: Document) -> str:
    """Return the paragraphs of a run of styled pieces as the lines of a text; nothing where the file has records."""
    if tree_in(document) is None:
        return ""
    lines: list[str] = []
    for piece in _pieces(document.xml):
        begins = piece.is_day or TIMED.match(piece.text) is not None
        lines += ["", piece.text] if begins else [piece.text]
    return "\n".join(lines[:MOST])


def _runs(root: Element) -> Iterator[list[Piece]]:
    """Yield the pieces of each element that holds the times of several sessions, and more beside them."""
    for element in root.iter():
        pieces = with_clocks_apart(list(_pieces(element))[:MOST])
        if len(pieces) <= FEWEST:
            continue
        clocks = clock_styles(pieces)
        own = with_clocks_apart([piece for child in element if _is_leaf(child) and (piece := _leaf(child)) is not None])
        direct = Counter(piece.style for piece in own if piece.style in clocks and piece.is_clock)
        lines = sum(1 for child in element if not _is_leaf(child) and _is_line(child, clocks))
        beside = sum(1 for piece in own if piece.style not in clocks)
        total = sum(1 for piece in pieces if piece.style not in clocks)
        if max(direct.values(), default=0) + lines >= FEWEST and beside >= OUTSIDE * total and beside >= FEWEST:
            yield pieces
            return


def _is_line(element: Element, clocks: frozenset[str]) -> bool:
    """Return whether an element is a line of a time and a title, and no record."""
    inner = list(_pieces(element))
    return len(inner) <= 2 and any(piece.style in clocks and piece.is_clock for piece in inner)  # noqa: PLR2004


def _pieces(element: Element, depth: int = 0) -> Iterator[Piece]:
    for child in element if depth < DEEPEST else ():
        if not _is_leaf(child):
            yield from _pieces(child, depth + 1)
        elif (piece := _leaf(child)) is not None:
            yield piece


def _is_leaf(element: Element) -> bool:
    """Return whether an element holds text of its own, with what is set in another way in it."""
    return not len(element) or any(map(_says, (element.text, *(child.tail for child in element))))


def _says(text: str | None) -> bool:
    return bool(text and text.strip())


def _leaf(element: Element) -> Piece | None:
    text = " ".join((_text(element)).split())
    return Piece(_style(element), text, tuple(_parts(element))) if text else None


def _parts(element: Element) -> Iterator[str]:
    """Yield what tabs part in a paragraph; where it has none, what is set in another way, and what stands around it."""
    whole = "".join(element.itertext())
    told = [element.text or "", *(one for child in element for one in ("".join(child.itertext()), child.tail or ""))]
    for said in whole.split("\t") if "\t" in whole.strip() else told:
        if any(map(str.isalnum, said)):
            yield " ".join(said.split()).strip(" ,;:|–—-")


def _text(element: Element) -> str:
    """Return the text of a paragraph; what is set in another way behind a name's comma stands in brackets."""
    said = element.text or ""
    for at, child in enumerate(element):
        inner, tail = "".join(child.itertext()), child.tail or ""
        is_last = at == len(element) - 1 and not tail.strip()
        if is_last and said.strip() and (comma := BEHIND_NAME.match(inner)):
            inner = f" ({inner[comma.end() :].strip()})"
        said += inner + tail
    return said


def _style(element: Element) -> str:
    tag = element.tag.rpartition("}")[2]
    named = {key.rpartition("}")[2].casefold(): value for key, value in element.attrib.items()}
    told = next((named[key] for key in STYLES if named.get(key)), "")
    return re.split(r"[/:]", told)[-1] or tag
