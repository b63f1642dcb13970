"""AsciiDoc, Org, reStructuredText and DokuWiki, by way of HTML: what these light languages have in common.

Headings, paragraphs, items and tables are told line by line; each language only says how its lines begin and how words
are set in it. What a language tells beyond that is read as text.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

Inline = Callable[[str], str]
Cell = tuple[str, int, int]
"""What it says, and how many columns and rows it covers."""


@dataclass
class Written:
    """Writes what lines tell as HTML."""

    inline: Inline
    pieces: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    item: int = 0
    """How deep the item is that is being told; 0 = it is none."""

    def heading(self, level: int, text: str) -> None:
        """Write a heading."""
        self.end()
        self.pieces.append(f"<h{min(level, 6)}>{self.inline(text.strip())}</h{min(level, 6)}>")

    def begin_item(self, depth: int, text: str) -> None:
        """Begin an item of a list."""
        self.end()
        self.item = min(depth, LOWEST)
        self.waiting.append(text.strip())

    def line(self, text: str) -> None:
        """Go on with a paragraph or an item; a blank line ends it."""
        if text.strip():
            self.waiting.append(text.strip())
        else:
            self.end()

    def table(self, rows: Sequence[Sequence[Cell]], *, header: bool = False) -> None:
        """Write a table."""
        self.end()
        made = []
        for at, row in enumerate(rows):
            name = "th" if header and at == 0 else "td"
            cells = (
                f'<{name} colspan="{wide}" rowspan="{high}">{"<br>".join(map(self.inline, said.splitlines()))}</{name}>'
                for said, wide, high in row
            )
            made.append(f"<tr>{''.join(cells)}</tr>")
        self.pieces.append(f"<table>{''.join(made)}</table>")

    def end(self) -> None:
        """End the paragraph or the item."""
        if self.waiting:
            said = self.inline("\n".join(self.waiting)).replace(
                "\n", "<br>" if _is_list_of_lines(self.waiting) else " "
            )
            deep = self.item
            self.pieces.append(f"{'<ul>' * deep}<li>{said}</li>{'</ul>' * deep}" if deep else f"<p>{said}</p>")
        self.waiting, self.item = [], 0

    def whole(self) -> str:
        """Return all of it."""
        self.end()
        return "".join(self.pieces)


LONGEST_SET = 4_000
"""Letters of a paragraph in which words may be set; no longer one was seen, and signs without an end take for ever."""
LOWEST = 6
TIMED = re.compile(r"\W*\d{1,2}\s?[:.h]\s?\d{2}")
LABELLED = re.compile(r"[^\W\d][^:\n]{1,30}:\s")


def _is_list_of_lines(lines: Sequence[str]) -> bool:
    """Return whether lines each tell something of their own, and are no paragraph that was broken."""
    return all(TIMED.match(line) or LABELLED.match(line) or line.endswith(("\\", " +")) for line in lines[1:])


def setting(*patterns: tuple[str, str]) -> Inline:
    """Return what sets the words of a line: each pattern with what it becomes, tags as `[b]`."""
    compiled = [(re.compile(pattern), told) for pattern, told in patterns]

    def inline(text: str) -> str:
        for pattern, told in compiled if len(text) <= LONGEST_SET else ():
            text = pattern.sub(told, text)
        return re.sub(r"\x01(/?(?:b|i|s|br))\x02", r"<\1>", escape(text, quote=False))

    return inline


def tag(name: str) -> str:
    r"""Return the pattern's first group between tags that `setting` writes."""
    return f"\x01{name}\x02\\1\x01/{name}\x02"


BREAK = "\x01br\x02"


def barred(lines: Sequence[str], sign: str = "|") -> Iterator[list[str]]:
    """Yield the cells of lines that bars part."""
    for line in lines:
        said = line.strip()
        yield [cell.strip() for cell in said.removeprefix(sign).removesuffix(sign).split(sign)]
