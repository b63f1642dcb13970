"""Documents of InDesign (.idml, .icml), by way of HTML: the stories with the styles of their paragraphs, and tables."""

import io
import zipfile
from dataclasses import dataclass, field
from html import escape
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.html.markup import read_markup
from charlotte.documents.marks import TAB
from charlotte.documents.paper import Paper
from charlotte.documents.typeset.styled_paragraphs import Paragraph, written
from charlotte.documents.typeset.tagged_text import BOLD, SLANTED

ZIP = b"PK"
MAP = "designmap.xml"
STYLES = "Resources/Styles.xml"
MOST_UNPACKED = 256 * 1024 * 1024
MOST_TEXT = 48 * 1024 * 1024
DEEPEST = 60
UNSAID = frozenset(("Note", "Change", "HiddenText", "Footnote", "XMLAttribute"))
BREAK = "Br"


@dataclass
class _Line:
    style: str = ""
    size: float = 0.0
    plain: list[str] = field(default_factory=list)
    markup: list[str] = field(default_factory=list)


def read(raw: bytes) -> Paper:
    """Read a document, or a single story of one."""
    stories, styles = _packed(raw) if raw.startswith(ZIP) else _single(raw)
    looks = {
        one.get("Self", ""): one
        for part in styles
        for one in part.iter()
        if _name(one).endswith(("ParagraphStyle", "CharacterStyle"))
    }
    told = [paragraph for story in stories for paragraph in _Story(looks).paragraphs(story)]
    return read_markup(written(told))


def _packed(raw: bytes) -> tuple[list[Element], list[Element]]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {part.filename: part.file_size for part in archive.infolist()}
        if MAP not in parts:
            raise UnreadableDocument("is no document of InDesign")
        if sum(parts.values()) > MOST_UNPACKED or max(parts.values()) > MOST_TEXT:
            raise UnreadableDocument("unpacks to more than a document may have")
        listed = [one.get("src", "") for one in _parsed(archive.read(MAP)).iter() if _name(one) == "Story"]
        stories = [_parsed(archive.read(name)) for name in listed if name in parts]
        styles = [_parsed(archive.read(STYLES))] if STYLES in parts else []
    return stories, styles


def _single(raw: bytes) -> tuple[list[Element], list[Element]]:
    root = _parsed(raw)
    stories = [one for one in root.iter() if _name(one) == "Story"]
    if not stories:
        raise UnreadableDocument("is no document of InDesign")
    return stories, [root]


def _parsed(raw: bytes) -> Element:
    root = fromstring(raw, forbid_dtd=True)
    assert isinstance(root, Element)
    return root


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


class _Story:
    """Goes through a story and takes its paragraphs."""

    def __init__(self, looks: dict[str, Element]) -> None:
        self.looks = looks
        self.found: list[Paragraph] = []
        self.line = _Line()

    def paragraphs(self, story: Element) -> list[Paragraph]:
        """Return the paragraphs of a story."""
        self._inside(story, None, 0)
        self._end()
        return self.found

    def _inside(self, element: Element, letters: Element | None, depth: int) -> None:
        if depth > DEEPEST:
            raise UnreadableDocument("is nested too deeply")
        for child in element:
            name = _name(child)
            if name == "ParagraphStyleRange":
                style = child.get("AppliedParagraphStyle", "")
                self.line.style = style.rpartition("/")[2]
                self.line.size = _number(self._said(child, style, "PointSize"))
                self._inside(child, letters, depth + 1)
                self._end(after=self.line.style)
            elif name == "CharacterStyleRange":
                self._inside(child, child, depth + 1)
            elif name == "Content":
                self._say(child.text or "", letters)
            elif name == BREAK:
                self._end(after=self.line.style)
            elif name == "Table":
                self._end(after=self.line.style)
                self.found.append(Paragraph(self.line.style, self._table(child, depth), "", is_table=True))
            elif name not in UNSAID:
                self._inside(child, letters, depth + 1)

    def _say(self, text: str, letters: Element | None) -> None:
        text = text.replace("\u2028", "\n")
        self.line.plain.append(text)
        said = escape(text, quote=False).replace("\t", f" {TAB}").replace("\n", "<br>")
        if letters is not None and text.strip():
            style = letters.get("AppliedCharacterStyle", "")
            typeface = self._said(letters, style, "FontStyle")
            struck = self._said(letters, style, "StrikeThru") == "true"
            for is_so, tag in ((BOLD.search(typeface), "b"), (SLANTED.search(typeface), "i"), (struck, "s")):
                said = f"<{tag}>{said}</{tag}>" if is_so else said
        self.line.markup.append(said)

    def _said(self, element: Element, style: str, attribute: str) -> str:
        """Return what an element says of its letters, or its style, or that which this is made from."""
        for _ in range(DEEPEST):
            if (told := element.get(attribute)) is not None:
                return told
            above = next((one.text or "" for one in element.iter() if _name(one) == "BasedOn"), "")
            style = style if style in self.looks and self.looks[style] is not element else above
            if style not in self.looks or self.looks[style] is element:
                return ""
            element, style = self.looks[style], ""
        return ""

    def _end(self, after: str = "") -> None:
        text = "".join(self.line.plain)
        if text.strip():
            self.found.append(Paragraph(self.line.style, "".join(self.line.markup), text.strip(), self.line.size))
        self.line = _Line(after, self.line.size)

    def _table(self, table: Element, depth: int) -> str:
        rows: dict[int, list[tuple[int, str]]] = {}
        for cell in (one for one in table if _name(one) == "Cell"):
            column, _, row = cell.get("Name", "0:0").partition(":")
            inner = _Story(self.looks)
            inner._inside(cell, None, depth + 1)
            inner._end()
            said = "".join(one.markup if one.is_table else f"<p>{one.markup}</p>" for one in inner.found)
            spans = f'rowspan="{cell.get("RowSpan", "1")}" colspan="{cell.get("ColumnSpan", "1")}"'
            if column.isdecimal() and row.isdecimal():
                rows.setdefault(int(row), []).append((int(column), f"<td {spans}>{said}</td>"))
        made = ("".join(cell for _, cell in sorted(rows[row])) for row in sorted(rows))
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in made) + "</table>"


def _number(told: str) -> float:
    return float(told) if told.replace(".", "", 1).isdecimal() else 0.0
