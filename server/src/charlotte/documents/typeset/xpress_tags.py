"""Tags of QuarkXPress, as printers hand them over: `@Style:` before each paragraph, `<B>` before what is bold."""

import re
from collections.abc import Iterator
from html import escape

from charlotte.documents.html.markup import read_markup
from charlotte.documents.marks import TAB
from charlotte.documents.paper import Paper
from charlotte.documents.text_of import text_of
from charlotte.documents.typeset.signs import XPRESS
from charlotte.documents.typeset.styled_paragraphs import Paragraph, written

STYLE = re.compile(r"@([^:=@<>\n]{0,60}):")
DEFINITION = re.compile(r"@[^:=@<>\n]{1,60}=")
TAG = re.compile(r"<(\\?[^<>]*|\\[<>])>")
NUMBER = re.compile(r"\\#(\d{1,7})")
LOOKS = re.compile(r"[PBIOSUWKHV+\-\"_$/]+")
SIGNS = {"\\n": "\n", "\\d": "\n", "\\t": "\t", "\\-": "-", "\\_": "—", "\\@": "@", "\\<": "<", "\\\\": "\\"}
SET_AS = {"B": "b", "I": "i", "/": "s"}
APPLE = b"<e0>"


def read(raw: bytes) -> Paper:
    """Read a text."""
    text = raw.decode("mac_roman") if APPLE in raw[:64] else text_of(raw)
    return read_markup(written([*_paragraphs(XPRESS.sub("", text, count=1))]))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    style = ""
    for line in re.split(r"\r\n?|\n", text):
        if DEFINITION.match(line):
            continue
        if (named := STYLE.match(line)) is not None:
            style, line = named[1], line[named.end() :]
        plain, markup = _told(line)
        if plain.strip():
            yield Paragraph(style, markup, plain.strip())


def _told(line: str) -> tuple[str, str]:
    """Return what a line says, plain and as HTML."""
    plain: list[str] = []
    markup: list[str] = []
    on: dict[str, bool] = {}
    at = 0
    for tag in TAG.finditer(line):
        _say(line[at : tag.start()], on, plain, markup)
        at = tag.end()
        number = NUMBER.fullmatch(tag[1])
        if number is not None and 0x20 <= int(number[1]) < 0xD800:  # noqa: PLR2004 - letters
            _say(chr(int(number[1])), on, plain, markup)
        elif tag[1].startswith("\\"):
            _say(SIGNS.get(tag[1], " "), on, plain, markup)
        elif LOOKS.fullmatch(tag[1]):
            for sign in tag[1]:
                on = {} if sign in "P$" else {**on, sign: not on.get(sign, False)}
    _say(line[at:], on, plain, markup)
    return "".join(plain), "".join(markup)


def _say(text: str, on: dict[str, bool], plain: list[str], markup: list[str]) -> None:
    if not text:
        return
    plain.append(text)
    said = escape(text, quote=False).replace("\t", f" {TAB}").replace("\n", "<br>")
    for sign, name in SET_AS.items():
        said = f"<{name}>{said}</{name}>" if on.get(sign) and text.strip() else said
    markup.append(said)
