"""Tagged text of InDesign or QuarkXPress, as printers hand it over: styles, tables, letters told by number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.html.markup import read_markup
from charlotte.documents.marks import TAB
from charlotte.documents.paper import Paper
from charlotte.documents.text_of import text_of
from charlotte.documents.typeset import xpress_tags
from charlotte.documents.typeset.signs import TAGGED, XPRESS
from charlotte.documents.typeset.styled_paragraphs import Paragraph, written

SIGN = re.compile(r"\\(.)|<|\r?\n|\r", re.DOTALL)
SLANTED = re.compile(r"italic|oblique|kursiv|corsivo|italique|cursiva", re.IGNORECASE)
BOLD = re.compile(r"bold|black|heavy|fett|grassetto|gras\b|negrita", re.IGNORECASE)
BREAKS = frozenset((0x0A, 0x0D, 0x2028, 0x03))
STRUCK = "cStrikethru"
DEFINED = re.compile(r"Define(?:Para|Char)Style$")
PROPERTY = re.compile(r"<(cTypeface|cSize|cStrikethru|BasedOn):([^<>]*)>")
DEEPEST = 40


@dataclass(frozen=True)
class _Look:
    typeface: str = ""
    size: float = 0.0
    struck: bool = False
    above: str = ""
    """The style that it is made from."""


@dataclass
class _Cell:
    spans: tuple[int, int]
    """Rows and columns that it covers."""
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass
class _Table:
    rows: list[list[_Cell]] = field(default_factory=list)
    style: str = ""


def read(raw: bytes) -> Paper:
    """Read a text."""
    opening = TAGGED.match(raw[:64].replace(b"\x00", b"").decode("latin-1").lstrip("ÿþï»¿"))
    if opening is None and XPRESS.match(text_of(raw)[:64]):
        return xpress_tags.read(raw)
    if opening is None:
        raise UnreadableDocument("is no tagged text")
    is_apple = opening[2] == "MAC" and opening[1] != "UNICODE"
    return read_markup(_Reading().whole(raw.decode("mac_roman") if is_apple else text_of(raw)))


class _Reading:
    """Goes through a tagged text and takes its paragraphs."""

    def __init__(self) -> None:
        self.styles: dict[str, _Look] = {}
        self.found: list[Paragraph] = []
        self.tables: list[_Table] = []
        self.said: list[str] = []
        self.plain: list[str] = []
        self.style = ""
        self.letters = ""
        """The style of letters."""
        self.typeface: str | None = None
        self.size: float | None = None
        self.struck: bool | None = None

    def whole(self, text: str) -> str:
        """Return the HTML of a text."""
        at = 0
        while (sign := SIGN.search(text, at)) is not None:
            self._say(text[at : sign.start()])
            at = sign.end()
            if sign[1]:
                self._say(sign[1])
            elif sign[0] == "<":
                end = _end_of(text, at)
                self._tag(text[at : end - 1])
                at = end
            else:
                self._end_paragraph()
        self._say(text[at:])
        self._end_paragraph()
        while self.tables:
            self._end_table()
        return written(self.found)

    def _say(self, text: str) -> None:
        text = "".join(letter for letter in text if letter >= " " or letter == "\t")
        if not text:
            return
        self.plain.append(text)
        said = escape(text, quote=False).replace("\t", f" {TAB}")
        look = self._look(self.letters)
        typeface = look.typeface if self.typeface is None else self.typeface
        struck = look.struck if self.struck is None else self.struck
        for is_so, name in ((BOLD.search(typeface), "b"), (SLANTED.search(typeface), "i"), (struck, "s")):
            said = f"<{name}>{said}</{name}>" if is_so and text.strip() else said
        self.said.append(said)

    def _tag(self, tag: str) -> None:
        name, colon, value = tag.partition(":")
        if not colon and (number := re.fullmatch(r"0x([0-9A-Fa-f]{2,6})", tag)):
            self._letter(int(number[1], 16))
        elif DEFINED.fullmatch(name):
            called, _, told = value.partition("=")
            self.styles[called] = _look_of(told)
        elif name == "ParaStyle":
            self.style, self.letters = value, ""
            self.typeface = self.size = self.struck = None
        elif name == "CharStyle":
            self.letters = value
        elif name == "cTypeface":
            self.typeface = value or None
        elif name == "cSize":
            self.size = _number(value) or None
        elif name == STRUCK:
            self.struck = value not in ("", "0") if value else None
        else:
            self._of_table(name, value)

    def _letter(self, number: int) -> None:
        if number in BREAKS:
            self.said.append("<br>")
            self.plain.append("\n")
        elif number == 0x09:  # noqa: PLR2004 - a tab
            self._say("\t")
        elif number >= 0x20 and not 0xD800 <= number <= 0xDFFF and number <= 0x10FFFF:  # noqa: PLR2004 - letters
            self._say(chr(number))

    def _of_table(self, name: str, value: str) -> None:
        if name == "TableStart":
            if len(self.tables) >= DEEPEST:
                raise UnreadableDocument("is nested too deeply")
            self._end_paragraph()
            self.tables.append(_Table(style=self.style))
        elif not self.tables:
            return
        elif name == "RowStart":
            self.tables[-1].rows.append([])
        elif name == "CellStart":
            spans = [int(one) for one in re.findall(r"\d{1,3}", value.partition("<")[0])[:2]]
            self.tables[-1].rows = self.tables[-1].rows or [[]]
            self.tables[-1].rows[-1].append(_Cell((spans[0], spans[1]) if len(spans) > 1 else (1, 1)))
        elif name == "CellEnd":
            self._end_paragraph()
        elif name == "TableEnd":
            self._end_table()

    def _end_table(self) -> None:
        self._end_paragraph()
        table = self.tables.pop()
        self.style = table.style
        self._take(Paragraph(table.style, "".join(_markup(table)), "", is_table=True))

    def _end_paragraph(self) -> None:
        text, markup = "".join(self.plain), "".join(self.said)
        self.said, self.plain = [], []
        for tag in "bis":
            markup = markup.replace(f"</{tag}><{tag}>", "")
        if text.strip():
            size = self.size if self.size is not None else self._look(self.style).size
            self._take(Paragraph(self.style, markup, text.strip(), size))

    def _take(self, paragraph: Paragraph) -> None:
        rows = self.tables[-1].rows if self.tables else []
        if rows and rows[-1]:
            rows[-1][-1].paragraphs.append(paragraph)
        else:
            self.found.append(paragraph)

    def _look(self, style: str) -> _Look:
        """Return how a style sets its letters; what it leaves open, the one that it is made from says."""
        found = _Look()
        for _ in range(DEEPEST):
            look = self.styles.get(style)
            if look is None:
                break
            found = _Look(found.typeface or look.typeface, found.size or look.size, found.struck or look.struck)
            style = look.above
        return found


def _markup(table: _Table) -> Iterator[str]:
    yield "<table>"
    for row in table.rows:
        yield "<tr>"
        for cell in row:
            said = "".join(one.markup if one.is_table else f"<p>{one.markup}</p>" for one in cell.paragraphs)
            yield f'<td rowspan="{max(cell.spans[0], 1)}" colspan="{max(cell.spans[1], 1)}">{said}</td>'
        yield "</tr>"
    yield "</table>"


def _end_of(text: str, at: int) -> int:
    """Return where a tag ends, behind those that stand in it."""
    depth = 1
    for sign in re.compile(r"\\.|[<>]", re.DOTALL).finditer(text, at):
        depth += {"<": 1, ">": -1}.get(sign[0], 0)
        if depth == 0:
            return sign.end()
    return len(text) + 1


def _look_of(told: str) -> _Look:
    said = dict(PROPERTY.findall(told))
    struck = said.get(STRUCK, "") not in ("", "0")
    return _Look(said.get("cTypeface", ""), _number(said.get("cSize", "")), struck, said.get("BasedOn", ""))


def _number(told: str) -> float:
    return float(told) if re.fullmatch(r"\d{1,4}(?:\.\d{1,9})?", told) else 0.0
