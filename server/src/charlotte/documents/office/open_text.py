"""OpenDocument texts (.odt, .ott), by way of HTML: their headings, paragraphs, lists and tables, set as they are."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.html.markup import read_markup
from charlotte.documents.marks import TAB
from charlotte.documents.office.open_styles import Look, looks_of
from charlotte.documents.paper import Paper

MOST_UNPACKED = 256 * 1024 * 1024
MOST_TEXT = 48 * 1024 * 1024
"""Of the part that holds the text; a book has 3 MB."""
CONTENT, STYLES = "content.xml", "styles.xml"
DEEPEST = 100
MOST_REPEATED = 50
"""Cells that a row says once for several columns, and blanks."""
LOWEST = 6
_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE, TEXT, TABLE, DRAW = (f"{{{_NAMES}:{name}:1.0}}" for name in ("office", "text", "table", "drawing"))
UNSAID = frozenset(
    (
        *(f"{TEXT}{name}" for name in ("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls")),
        *(f"{TEXT}{name}" for name in ("table-of-content", "note-citation", "note-body", "hidden-text")),
        *(f"{OFFICE}{name}" for name in ("annotation", "annotation-end", "forms", "scripts", "event-listeners")),
        f"{TABLE}covered-table-cell",
    )
)
"""What was deleted, comments, and what an office program makes by itself."""
LISTS = {f"{TEXT}list": "ul", f"{TEXT}section": "div", f"{DRAW}text-box": "div"}


def read(raw: bytes) -> Paper:
    """Read a document."""
    _, body, looks = opened(raw, "text")
    return read_markup("".join(Written(looks).inside(body)))


def opened(raw: bytes, kind: str) -> tuple[Element, Element, dict[str, Look]]:
    """Return what a document of a kind holds, its body, and how its styles set it. Raises `UnreadableDocument`."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {part.filename: part.file_size for part in archive.infolist()}
        if CONTENT not in parts:
            raise UnreadableDocument(f"is no OpenDocument {kind}")
        held = max(parts[CONTENT], parts.get(STYLES, 0))
        if sum(parts.values()) > MOST_UNPACKED or held > MOST_TEXT:
            raise UnreadableDocument("unpacks to more than a document may have")
        content = fromstring(archive.read(CONTENT), forbid_dtd=True)
        styles = fromstring(archive.read(STYLES), forbid_dtd=True) if STYLES in parts else None
    body = content.find(f"{OFFICE}body/{OFFICE}{kind}")
    if body is None:
        raise UnreadableDocument(f"is no OpenDocument {kind}")
    return content, body, looks_of(one for one in (styles, content) if one is not None)


class Written:
    """Writes a tree as HTML, and what stands in its notes behind it."""

    def __init__(self, looks: dict[str, Look]) -> None:
        self.looks = looks

    def inside(self, element: Element, depth: int = 0) -> Iterator[str]:
        """Yield what an element holds, in order."""
        if depth > DEEPEST:
            raise UnreadableDocument("is nested too deeply")
        yield escape(element.text or "")
        for child in element:
            if child.tag not in UNSAID:
                yield from self.of(child, depth + 1)
            yield escape(child.tail or "")

    def of(self, element: Element, depth: int) -> Iterator[str]:
        """Yield an element with what it holds."""
        tag = element.tag
        if tag in (f"{TEXT}p", f"{TEXT}h"):
            yield from self._paragraph(element, depth)
        elif tag == f"{TEXT}span":
            yield self.looks.get(element.get(f"{TEXT}style-name", ""), Look()).around(
                "".join(self.inside(element, depth))
            )
        elif tag in (f"{TEXT}list-item", f"{TEXT}list-header"):
            yield from self._item(element, depth)
        elif tag in LISTS:
            yield f"<{LISTS[tag]}>"
            yield from self.inside(element, depth)
            yield f"</{LISTS[tag]}>"
        elif tag == f"{TABLE}table":
            yield "<table>"
            yield from self._rows(element, depth)
            yield "</table>"
        elif tag == f"{TEXT}line-break":
            yield "<br>"
        elif tag == f"{TEXT}tab":
            yield f" {TAB}"
        elif tag == f"{TEXT}s":
            yield " "
        elif tag == f"{TEXT}note":
            yield from self._note(element, depth)
        else:
            yield from self.inside(element, depth)

    def _paragraph(self, element: Element, depth: int) -> Iterator[str]:
        look = self.looks.get(element.get(f"{TEXT}style-name", ""), Look())
        said = "".join(self.inside(element, depth))
        stated = element.get(f"{TEXT}outline-level", "1")
        level = look.level if element.tag == f"{TEXT}p" else int(stated) if stated.isdigit() else 1
        name = f"h{min(max(level, 1), LOWEST)}" if level else "p"
        look = replace(look, bold=False, slanted=False) if level else look
        yield f"<{name}>{look.around(said)}</{name}>"

    def _item(self, element: Element, depth: int) -> Iterator[str]:
        """Write an item of a list with its paragraphs as lines of one."""
        yield "<li>"
        said = False
        for child in element:
            if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                look = self.looks.get(child.get(f"{TEXT}style-name", ""), Look())
                yield ("<br>" if said else "") + look.around("".join(self.inside(child, depth + 1)))
                said = True
            elif child.tag not in UNSAID:
                yield from self.of(child, depth + 1)
        yield "</li>"

    def _rows(self, element: Element, depth: int, *, head: bool = False) -> Iterator[str]:
        """Write the rows of a table, whatever groups they stand in."""
        if depth > DEEPEST:
            raise UnreadableDocument("is nested too deeply")
        for row in element:
            if row.tag != f"{TABLE}table-row":
                yield from self._rows(row, depth + 1, head=head or row.tag == f"{TABLE}table-header-rows")
                continue
            name = "th" if head else "td"
            yield "<tr>"
            for cell in row:
                if cell.tag == f"{TABLE}table-cell":
                    wide, high = (_number(cell, f"number-{axis}-spanned") for axis in ("columns", "rows"))
                    said = f'<{name} colspan="{wide}" rowspan="{high}">{"".join(self.inside(cell, depth + 1))}</{name}>'
                    yield said * min(_number(cell, "number-columns-repeated"), MOST_REPEATED)
            yield "</tr>"

    def _note(self, element: Element, depth: int) -> Iterator[str]:
        """Write a footnote where it is called."""
        body = element.find(f"{TEXT}note-body")
        paragraphs = [] if body is None else [one for one in body.iter(f"{TEXT}p")]
        said = " ".join("".join(self.inside(one, depth + 1)).strip() for one in paragraphs)
        yield f" [{said}]" if said else ""


def _number(cell: Element, name: str) -> int:
    stated = cell.get(f"{TABLE}{name}", "1")
    return int(stated) if stated.isascii() and stated.isdigit() and 0 < len(stated) < LOWEST and int(stated) else 1
