"""Plain text: paragraphs between blank lines; short lines that stand alone, or are underlined, are headings.

A text that is written for a wiki or for a layout program is read as such.
"""

import re
from collections.abc import Iterator

from charlotte.documents.html.visible import one_line, visible
from charlotte.documents.paper import Block, Paper
from charlotte.documents.text_of import text_of
from charlotte.documents.typeset import tagged_text
from charlotte.documents.typeset.signs import is_tagged
from charlotte.documents.wiki import doku_wiki, wikitext
from charlotte.documents.wiki.signs import is_doku_wiki, is_wiki

LONGEST_HEADING = 80
_UNDERLINE = re.compile(r"\s*([=\-~*_])\1{2,}\s*")
_ITEM = re.compile(r"^\s*(?:[-*•–]|\d{1,3}[.)])\s+")


def read(raw: bytes) -> Paper:
    """Read a text."""
    text = text_of(raw)
    if is_tagged(text):
        return tagged_text.read(raw)
    if is_doku_wiki(text):
        return doku_wiki.read(raw)
    if is_wiki(text):
        return wikitext.read(raw)
    pages = text.split("\f")
    numbered = len(pages) > 1
    blocks = [block for at, page in enumerate(pages, 1) for block in _blocks(page, at if numbered else None)]
    return Paper(pages=len(pages) if numbered else None, blocks=tuple(blocks))


def _blocks(page: str, number: int | None) -> Iterator[Block]:
    for paragraph in re.split(r"\n\s*\n", page):
        lines = [line for line in paragraph.split("\n") if line.strip()]
        if len(lines) > 1 and _UNDERLINE.fullmatch(lines[1]):
            level = 1 if "=" in lines[1] else 2
            yield Block(kind="heading", level=level, text=one_line(lines[0]), page=number)
            lines = lines[2:]
        elif len(lines) == 1 and _is_heading(lines[0]):
            yield Block(kind="heading", level=3, text=one_line(lines[0].rstrip(":")), page=number)
            continue
        yield from _paragraph([line for line in lines if not _UNDERLINE.fullmatch(line)], number)


def _paragraph(lines: list[str], number: int | None) -> Iterator[Block]:
    said: list[str] = []
    is_item = False
    for line in lines:
        if mark := _ITEM.match(line):
            if said:
                yield _block(said, is_item, number)
            said, is_item = [line[mark.end() :]], True
        else:
            said.append(line)
    if said and visible(" ".join(said)):
        yield _block(said, is_item, number)


def _block(said: list[str], is_item: bool, number: int | None) -> Block:
    return Block(kind="item" if is_item else "text", level=int(is_item), text=one_line(" ".join(said)), page=number)


def _is_heading(line: str) -> bool:
    text = line.strip()
    return (
        len(text) <= LONGEST_HEADING
        and not text.endswith((".", "!", ",", ";"))
        and any(sign.isalpha() for sign in text)
        and not _ITEM.match(line)
        and not re.search(r"\S+@\S+|://", text)
    )
