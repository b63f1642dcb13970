"""Pages of DokuWiki, by way of HTML: `^ head ^`, `| cell |`, cells that go on below (`:::`) or beside (`||`)."""

import re
from collections.abc import Iterator, Sequence

from charlotte.documents.html.markup import read_markup
from charlotte.documents.lightly_marked.light_markup import BREAK, Cell, Written, setting, tag
from charlotte.documents.paper import Paper
from charlotte.documents.text_of import text_of

INLINE = setting(
    (r"\{\{[^{}|]*(?:\|([^{}]*))?\}\}", r"\1"),
    (r"\[\[[^\[\]|]*\|([^\[\]]*)\]\]", r"\1"),
    (r"\[\[(?:[^\[\]|]*:)?([^\[\]|]*)\]\]", r"\1"),
    (r"\(\((.*?)\)\)", r" [\1]"),
    (r"<del>(.*?)</del>", tag("s")),
    (r"\*\*(.+?)\*\*", tag("b")),
    (r"(?<!:)//(.+?)(?<!:)//", tag("i")),
    (r"__(.+?)__|''(.+?)''", r"\1\2"),
    (r"\s*\\\\(?:\s|$)", BREAK),
    (r"</?[a-zA-Z][^<>\n]*>|~~[A-Z]+~~", ""),
)
HEADING = re.compile(r"\s*(={2,6})\s*(.+?)\s*=+\s*$")
ITEM = re.compile(r"((?:  |\t)+)[*-]\s*(.*)$")
HIGHEST = 7
COVERED = ":::"
LINKED = re.compile(r"\[\[[^\[\]]*\]\]|\{\{[^{}]*\}\}")


def read(raw: bytes) -> Paper:
    """Read a page."""
    told = Written(INLINE)
    rows: list[str] = []
    for line in (*text_of(raw).split("\n"), ""):
        if line.startswith(("|", "^")):
            rows.append(line)
            continue
        if rows:
            told.table([*_rows(rows)], header=rows[0].count("^") > 1)
            rows = []
        heading, item = HEADING.match(line), ITEM.match(line)
        if heading is not None:
            told.heading(HIGHEST - len(heading[1]), heading[2])
        elif item is not None:
            told.begin_item(len(item[1].replace("\t", "  ")) // 2, item[2])
        else:
            told.line(line)
    return read_markup(told.whole())


def _rows(lines: Sequence[str]) -> Iterator[list[Cell]]:
    """Yield rows without the cells that others cover."""
    split = [[*_split(line)] for line in lines]
    for at, cells in enumerate(split):
        row: list[Cell] = []
        for column, cell in enumerate(cells):
            if cell is None or cell.strip() == COVERED:
                continue
            wide = 1
            while column + wide < len(cells) and cells[column + wide] is None:
                wide += 1
            high = 1
            while at + high < len(split) and column < len(split[at + high]) and _goes_on(split[at + high][column]):
                high += 1
            row.append((cell.strip(), wide, high))
        yield row


def _goes_on(cell: str | None) -> bool:
    return cell is not None and cell.strip() == COVERED


def _split(line: str) -> Iterator[str | None]:
    """Yield the cells of a line; None = the one before goes on beside it."""
    bare = LINKED.sub(lambda found: " " * len(found[0]), line)
    signs = [one.start() for one in re.finditer(r"[|^]", bare)]
    for start, end in zip(signs, [*signs[1:], len(line)], strict=False):
        said = line[start + 1 : end]
        if end < len(line) or said.strip():
            yield said if said else None
