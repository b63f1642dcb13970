"""The lines of a PDF as headings, paragraphs and items, by how they are set."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from charlotte.documents.broken_lines import joined
from charlotte.documents.marks import BOLD, marked
from charlotte.documents.paper import Block
from charlotte.documents.pdf.line import Line

LARGER = 1.12
"""A heading's size, as a multiple of the text's."""
LONGEST_HEADING = 120
HEAVY = ("bold", "black")
"""In the names of fonts."""
_ITEM = re.compile(r"^(?:[•▪‣◦·–—-]|\d{1,3}[.)])\s+")


def levels_of(lines: Sequence[Line]) -> dict[float, int]:
    """Return which sizes are those of headings, and of which level."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    larger = sorted({line.size for line in lines if line.size >= LARGER * body}, reverse=True)
    return {size: min(at, 5) for at, size in enumerate(larger, 1)}


def level_of(line: Line, levels: Mapping[float, int]) -> int | None:
    """Return the level of a line that is a heading; None = it is none."""
    return levels.get(line.size) or (6 if line.is_bold and len(line.text) < 80 else None)


def blocks_of(lines: Sequence[Line], levels: Mapping[float, int]) -> Iterator[Block]:
    """Yield the headings, paragraphs and items of lines."""
    said: list[Line] = []
    for line in lines:
        level = level_of(line, levels)
        heading = level is not None and len(line.text) <= LONGEST_HEADING
        begins = heading or _ITEM.match(line.text) or (said and said[-1].box != line.box)
        if said and (begins or said[-1].page != line.page):
            yield _text(said)
            said = []
        if heading and level is not None:
            yield Block(kind="heading", level=level, text=line.text, page=line.page)
        else:
            said.append(line)
    if said:
        yield _text(said)


def _text(lines: Sequence[Line]) -> Block:
    text = lines[0].text
    for line in lines[1:]:
        text = joined(text, line.text)
    mark = _ITEM.match(text)
    kind = "item" if mark else "text"
    text = text[mark.end() :] if mark else text
    lead = _in_bold(lines)
    is_lead = lead and text.startswith(lead) and text != lead
    set_so = (marked(lead, {BOLD}) + text[len(lead) :],) if is_lead else ()
    return Block(kind=kind, level=int(bool(mark)), text=text, marked=set_so, page=lines[0].page)


def _in_bold(lines: Sequence[Line]) -> str:
    """Return what a paragraph begins with in bold, without the mark of an item."""
    lead = ""
    for font, text in ((font, text) for line in lines for font, text in line.styled):
        if not any(word in font.casefold() for word in HEAVY):
            if lead or any(map(str.isalnum, text)):
                break
            continue
        lead = joined(lead, text.strip())
    mark = _ITEM.match(lead)
    return lead[mark.end() :] if mark else lead
