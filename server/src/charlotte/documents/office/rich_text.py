"""Rich text (.rtf), by way of HTML: its paragraphs, tables and headings, what is bold, slanted or struck out."""

import re
from dataclasses import dataclass, replace
from html import escape

from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.html.markup import read_markup
from charlotte.documents.marks import TAB
from charlotte.documents.paper import Paper

OPENING = b"{\\rtf"
TOKENS = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])|"
    r"(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)"
)
UNSAID = frozenset(
    "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf "
    "annotation fldinst listtable listoverridetable rsidtbl generator themedata datastore latentstyles "
    "xmlnstbl pgptbl revtbl filetbl shp shpinst nonshppict atnid atnauthor bkmkstart bkmkend mmathPr".split()
)
"""Groups that are about the text: fonts, pictures, what stands on each page, comments."""
LETTERS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": " ", "enspace": " ", "tab": f" {TAB}", "line": "<br>", "~": "\u00a0", "_": "-", "-": "", "\\": "\\",
    "{": "{", "}": "}",
}  # fmt: skip
LOOKING = frozenset("b i strike striked v plain uc".split())
STANDING = frozenset("par sect page pard intbl outlinelevel cell nestcell row nestrow".split())
DEEPEST = 200
LOOKS = (("bold", "b"), ("slanted", "i"), ("struck", "s"))


@dataclass(frozen=True)
class _Look:
    skipped: bool = False
    hidden: bool = False
    bold: bool = False
    slanted: bool = False
    struck: bool = False
    noted: bool = False
    """Whether it is a footnote, which stands in brackets where it is called."""
    follows: int = 1
    """How many signs stand in for one that old programs cannot show."""


def read(raw: bytes) -> Paper:
    """Read a document."""
    if not raw.lstrip().startswith(OPENING):
        raise UnreadableDocument("is no rich text")
    return read_markup(_Written().whole(raw.decode("latin-1")))


class _Written:
    """Writes rich text as HTML."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.cells: list[str] = []
        self.rows: list[str] = []
        self.line: list[str] = []
        self.look = _Look()
        self.level = 0
        self.in_table = False
        self.page = "cp1252"
        self._waiting = 0
        self._bytes = bytearray()

    def whole(self, text: str) -> str:
        """Return the HTML of a text."""
        above: list[_Look] = []
        for found in TOKENS.finditer(text):
            if found["byte"] is None:
                self._decode()
            if found["brace"] == "{":
                above.append(self.look)
                if len(above) > DEEPEST:
                    raise UnreadableDocument("is nested too deeply")
            elif found["brace"] == "}":
                self._leave(above.pop() if above else self.look)
            elif found["word"] is not None:
                self._word(found["word"], int(found["number"]) if found["number"] else None)
            elif found["byte"] is not None:
                self._byte(int(found["byte"], 16))
            elif found["sign"] == "*":
                self.look = replace(self.look, skipped=True)
            else:
                self._say(escape(found["text"]) if found["text"] is not None else LETTERS.get(found["sign"], ""), found)
        self._end()
        return "".join(self.pieces)

    def _end(self) -> None:
        self._decode()
        if self.cells or self.in_table and "".join(self.line).strip():  # broken off in the midst of a row
            self._stands("cell", None)
            self._stands("row", None)
        self._end_line()
        self._end_table()

    def _leave(self, above: _Look) -> None:
        """End a group inside of another, which looks otherwise."""
        if self.look.noted and not above.noted:
            self.line[-1:] = [one.rstrip() for one in self.line[-1:]]
            self._say("]")
        self.look = above

    def _word(self, word: str, number: int | None) -> None:
        if word in UNSAID:
            self.look = replace(self.look, skipped=True)
        elif word == "footnote":
            self._say(" [")
            self.look = replace(self.look, noted=True)
        elif word in STANDING and self.look.noted:
            self._say(" " if word == "par" else "")
        elif word in LOOKING:
            self._looks(word, number != 0, number)
        elif word in STANDING:
            self._stands(word, number)
        elif word == "u" and number is not None:
            letter = chr(number % 0x10000)
            self._say("" if "\ud800" <= letter <= "\udfff" else escape(letter))
            self._waiting = self.look.follows
        elif word == "ansicpg" and number:
            self.page = f"cp{number}"
        elif word in LETTERS:
            self._say(LETTERS[word])

    def _stands(self, word: str, number: int | None) -> None:
        """Follow where the text stands: in which paragraph, at which level, in which cell."""
        if word in ("par", "sect", "page"):
            self._end_line()
        elif word == "pard":
            self.level, self.in_table = 0, False
        elif word == "intbl":
            self.in_table = True
        elif word == "outlinelevel":
            self.level = min(number or 0, 3) + 1
        elif word in ("cell", "nestcell"):
            self.cells.append(self._taken())
        else:
            self.rows.append("".join(f"<td>{cell}</td>" for cell in self.cells))
            self.cells = []

    def _looks(self, word: str, on: bool, number: int | None) -> None:
        if word == "plain":
            self.look = _Look(skipped=self.look.skipped, noted=self.look.noted, follows=self.look.follows)
        elif word == "uc":
            self.look = replace(self.look, follows=number if number is not None else 1)
        else:
            called = {"b": "bold", "i": "slanted", "v": "hidden"}.get(word, "struck")
            self.look = replace(self.look, **{called: on})

    def _byte(self, number: int) -> None:
        if self._waiting:
            self._waiting -= 1
        else:
            self._bytes.append(number)

    def _decode(self) -> None:
        """Say the bytes that were told one by one."""
        if self._bytes:
            try:
                said = self._bytes.decode(self.page, "replace")
            except LookupError:
                said = self._bytes.decode("cp1252", "replace")
            self._bytes.clear()
            self._say(escape(said))

    def _say(self, said: str, found: re.Match[str] | None = None) -> None:
        if found is not None and found["text"] is not None and self._waiting:
            said, self._waiting = escape(found["text"][self._waiting :]), 0
        if self.look.skipped or self.look.hidden or not said:
            return
        for name, tag in LOOKS if said.strip() else ():
            said = f"<{tag}>{said}</{tag}>" if getattr(self.look, name) else said
        self.line.append(said)

    def _taken(self) -> str:
        line = "".join(self.line)
        for _, tag in LOOKS:
            line = line.replace(f"</{tag}><{tag}>", "")
        self.line = []
        return line

    def _end_line(self) -> None:
        if self.in_table:
            self.line.append("<br>")
            return
        self._end_table()
        if line := self._taken():
            tag = f"h{self.level}" if self.level else "p"
            self.pieces.append(f"<{tag}>{line}</{tag}>")

    def _end_table(self) -> None:
        if self.rows:
            self.pieces.append("<table>" + "".join(f"<tr>{row}</tr>" for row in self.rows) + "</table>")
            self.rows = []
