"""AsciiDoc (.adoc, .asciidoc), by way of HTML."""

import re
from collections.abc import Iterator, Mapping, Sequence

from charlotte.documents.html.markup import read_markup
from charlotte.documents.lightly_marked.light_markup import BREAK, Cell, Written, setting, tag
from charlotte.documents.paper import Paper
from charlotte.documents.text_of import text_of

INLINE = setting(
    (r"(?:https?://|link:|mailto:|xref:)[^\s\[\]]*\[([^\[\]]*)\]", r"\1"),
    (r"<<[^<>,]*,([^<>]*)>>", r"\1"),
    (r"\[(?:line-through|\.line-through)\]#+([^#]+)#+", tag("s")),
    (r"\*\*(.+?)\*\*", tag("b")),
    (r"(?<![\w*])\*(\S(?:[^*\n]*\S)?)\*(?![\w*])", tag("b")),
    (r"__(.+?)__", tag("i")),
    (r"(?<![\w_])_(\S(?:[^_\n]*\S)?)_(?![\w_])", tag("i")),
    (r"`([^`]+)`", r"\1"),
    (r" \+(?=\n|$)", BREAK),
    (r"(?<=\w)'(?=\w)", "’"),
)
HEADING = re.compile(r"(={1,6})\s+(\S.*?)(?:\s+=+)?$")
ITEM = re.compile(r"\s*([*\-.]{1,5})\s+(\S.*)$")
TERM = re.compile(r"\s*(\S.*?):{2,4}\s*(.*)$")
ATTRIBUTE = re.compile(r":!?([\w-]+)!?:\s*(.*)$")
BLOCK = re.compile(
    r"\[[^\[\]]*\]$|\.[^\s.].*$|//|(?:-{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|\.{4,}|--)$|(?:include|toc|image)::"
)
TABLE = re.compile(r"[|,:!]={3,}$")
CELL = re.compile(r"(?:(?<=\s)|^)(?:(\d+)?(?:\.(\d+))?\+)?(?:\d+\*)?[<^>]?(?:\.[<^>])?[aehlmsd]?(?<!\\)\|")
COLUMNS = re.compile(r"cols\s*=\s*\"?([^\"\]]*)")
REFERENCE = re.compile(r"\{([\w-]+)\}")
PASSED = re.compile(r"^/{4,}\n.*?^/{4,}$", re.DOTALL | re.MULTILINE)


def read(raw: bytes) -> Paper:
    """Read a page."""
    lines = PASSED.sub("", text_of(raw)).split("\n")
    told = Written(INLINE)
    names: dict[str, str] = {}
    options, at = "", 0
    while at < len(lines):
        line = _resolved(lines[at].rstrip(), names)
        at += 1
        if attribute := ATTRIBUTE.match(line):
            names[attribute[1]] = attribute[2]
        elif TABLE.match(line):
            end = next((to for to in range(at, len(lines)) if lines[to].rstrip() == line), len(lines))
            _table(told, [_resolved(one, names) for one in lines[at:end]], options)
            options, at = "", end + 1
        elif heading := HEADING.match(line):
            told.heading(len(heading[1]), heading[2])
        elif BLOCK.match(line):
            told.end()
            options = line if line.startswith("[") else options
        elif item := ITEM.match(line):
            told.begin_item(len(item[1]), item[2])
        elif (term := TERM.match(line)) and not line.startswith(("http", "|")):
            told.begin_item(1, term[1])
            told.line(term[2])
        elif line != "+":
            told.line(line)
    return read_markup(told.whole())


def _resolved(line: str, names: Mapping[str, str]) -> str:
    """Return a line with the attributes that it refers to in their place."""
    return REFERENCE.sub(lambda found: names.get(found[1], found[0]), line)


def _table(told: Written, lines: Sequence[str], options: str) -> None:
    """Write a table, whose cells may stand one a line."""
    cells = [*_cells(lines)]
    stated = COLUMNS.search(options)
    width = _width(stated[1]) if stated else 0
    first = next((line for line in lines if line.strip()), "")
    width = width or max(len([*CELL.finditer(first)]), 1)
    rows: list[list[Cell]] = [[]]
    taken: list[int] = [0] * width
    """How many rows cells from above reach down, by column."""
    for said, wide, high in cells:
        if len(rows[-1]) and sum(one[1] for one in rows[-1]) + sum(left > 0 for left in taken) >= width:
            taken = [max(left - 1, 0) for left in taken]
            for column, down in _reaching(rows[-1], taken, width):
                taken[column] = down
            rows.append([])
        rows[-1].append((said, wide, high))
    is_header = "header" in options or "%header" in options or len(lines) > 1 and bool(first) and not lines[1].strip()
    told.table(rows, header=is_header)


def _reaching(row: Sequence[Cell], taken: Sequence[int], width: int) -> Iterator[tuple[int, int]]:
    free = [column for column in range(width) if not taken[column]]
    at = 0
    for _, wide, high in row:
        for column in free[at : at + wide]:
            if high > 1:
                yield column, high - 1
        at += wide


def _cells(lines: Sequence[str]) -> Iterator[Cell]:
    text = "\n".join(lines)
    marks = [*re.finditer(CELL.pattern, text, re.MULTILINE)]
    for mark, behind in zip(marks, [*marks[1:], None], strict=False):
        said = text[mark.end() : behind.start() if behind is not None else len(text)].strip().replace("\\|", "|")
        yield said, int(mark[1] or 1), int(mark[2] or 1)


def _width(stated: str) -> int:
    """Return how many columns are stated: `1,3,2`, `3*`."""
    several = re.match(r"\s*(\d+)\*", stated)
    return int(several[1]) if several else stated.count(",") + 1 if stated.strip() else 0
