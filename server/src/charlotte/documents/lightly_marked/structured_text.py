"""reStructuredText (.rst), by way of HTML: headings by their underlines, tables of signs and of lists."""

import csv
import re
from collections.abc import Iterator, Sequence

from charlotte.documents.html.markup import read_markup
from charlotte.documents.lightly_marked.light_markup import Cell, Written, setting, tag
from charlotte.documents.paper import Paper
from charlotte.documents.text_of import text_of

INLINE = setting(
    (r"`([^`<>]+?)\s*<[^<>`]*>`__?", r"\1"),
    (r":[\w:-]+:`([^`<>]+?)(?:\s*<[^<>`]*>)?`", r"\1"),
    (r"\*\*(.+?)\*\*", tag("b")),
    (r"(?<![\w*])\*(\S(?:[^*\n]*\S)?)\*(?![\w*])", tag("i")),
    (r"``?([^`]+)``?_{0,2}", r"\1"),
    (r"\\([*_`|\\])", r"\1"),
)
LINE = re.compile(r"([=\-`:.'\"~^_*+#])\1{2,}\s*$")
ITEM = re.compile(r"(\s*)(?:[*+•-]|\d{1,3}[.)]|#\.)\s+(\S.*)$")
FIELD = re.compile(r"\s*:([^:\n]{1,40}):(?:\s+(.*))?$")
DIRECTIVE = re.compile(r"(\s*)\.\.\s+([\w-]+)::\s*(.*)$")
COMMENT = re.compile(r"\s*\.\.(?:\s|$)")
GRID = re.compile(r"\s*\+(?:[-=]+\+)+\s*$")
SIMPLE = re.compile(r"\s*=+(?:\s+=+)+\s*$")
CELLS = re.compile(r"(?:^|(?<=\s))-\s?(.*)$")
SHOWN = frozenset("note warning tip important admonition rubric topic container compound".split())


def read(raw: bytes) -> Paper:
    """Read a page."""
    lines = text_of(raw).expandtabs(8).split("\n")
    told = Written(INLINE)
    styles: list[str] = []
    at = 0
    while at < len(lines):
        at = _next(told, lines, at, styles)
    return read_markup(told.whole())


def _next(told: Written, lines: Sequence[str], at: int, styles: list[str]) -> int:
    """Write what begins at a line; return where what follows begins."""
    line = lines[at]
    below = lines[at + 1] if at + 1 < len(lines) else ""
    if GRID.match(line):
        return _grid(told, lines, at)
    if SIMPLE.match(line):
        return _simple(told, lines, at)
    if LINE.match(line) and below.strip() and at + 2 < len(lines) and LINE.match(lines[at + 2]):
        told.heading(_level(f"{line[0]}{line[0]}", styles), below)
        return at + 3
    if line.strip() and not line[0].isspace() and LINE.match(below) and len(below.strip()) >= len(line.strip()) - 1:
        told.heading(_level(below[0], styles), line)
        return at + 2
    if directive := DIRECTIVE.match(line):
        return _directive(told, lines, at, directive)
    if COMMENT.match(line):
        return _behind(lines, at)
    if field := FIELD.match(line):
        told.line(f"{field[1]}: {field[2] or ''}")
    elif item := ITEM.match(line):
        told.begin_item(len(item[1]) // 2 + 1, item[2])
    elif not LINE.match(line):
        told.line(line.removeprefix("| "))
    else:
        told.end()
    return at + 1


def _level(style: str, styles: list[str]) -> int:
    if style not in styles:
        styles.append(style)
    return styles.index(style) + 1


def _behind(lines: Sequence[str], at: int) -> int:
    """Return where the lines end that are set in below one."""
    indent = len(lines[at]) - len(lines[at].lstrip())
    at += 1
    while at < len(lines) and (not lines[at].strip() or len(lines[at]) - len(lines[at].lstrip()) > indent):
        at += 1
    return at


def _directive(told: Written, lines: Sequence[str], at: int, found: re.Match[str]) -> int:
    end = _behind(lines, at)
    inside = [line for line in lines[at + 1 : end] if not FIELD.match(line)]
    options = " ".join(line for line in lines[at + 1 : end] if FIELD.match(line))
    if found[2] == "list-table":
        told.table([*_listed(inside)], header=":header-rows:" in options)
    elif found[2] == "csv-table":
        header = re.search(r":header:\s*(.*?)(?=\s:[\w-]+:|$)", options)
        said = [*([header[1]] if header else []), *(line.strip() for line in inside if line.strip())]
        told.table([_cells(row) for row in csv.reader(said, skipinitialspace=True)], header=header is not None)
    elif found[2] in SHOWN:
        told.end()
        for line in (found[3], *inside):
            told.line(line)
    else:
        return at + 1 if found[2] in ("contents", "toctree") and end == at + 1 else end
    return end


def _listed(lines: Sequence[str]) -> Iterator[list[Cell]]:
    """Yield the rows of a table that is a list of lists."""
    rows: list[list[str]] = []
    for line in lines:
        begun = re.match(r"\s*\*\s+-\s?(.*)$", line)
        cell = re.match(r"\s*-(?:\s(.*))?$", line)
        if begun:
            rows.append([begun[1]])
        elif cell and rows:
            rows[-1].append(cell[1] or "")
        elif line.strip() and rows:
            rows[-1][-1] += f"\n{line.strip().removeprefix('| ')}"
    yield from map(_cells, rows)


def _cells(row: Sequence[str]) -> list[Cell]:
    return [(cell.strip(), 1, 1) for cell in row]


def _grid(told: Written, lines: Sequence[str], at: int) -> int:
    """Write a table that signs draw, whose cells may cover several columns and rows."""
    end = at
    while end < len(lines) and lines[end].strip().startswith(("+", "|")):
        end += 1
    drawn = [line.strip() for line in lines[at:end]]
    width = max(map(len, drawn))
    drawn = [line.ljust(width) for line in drawn]
    edges = sorted({column for line in drawn if GRID.match(line) for column in _places(line)})
    rules = [row for row, line in enumerate(drawn) if line.startswith("+") or "+-" in line or "+=" in line]
    header = any("=" in line for line in drawn if GRID.match(line))
    rows = [[*_of_grid(drawn, edges, rules, number)] for number in range(len(rules) - 1)]
    told.table(rows, header=header)
    return end


def _whole(lines: Sequence[str]) -> str:
    """Return the lines of a cell; one that goes on, as one."""
    found: list[str] = []
    is_apart = True
    for line in lines:
        if line and (is_apart or line.startswith(("| ", "- ", "* "))):
            found.append(re.sub(r"^[|*-] ", "", line))
        elif line:
            found[-1] += f" {line}"
        is_apart = not line
    return "\n".join(found)


def _places(line: str) -> Iterator[int]:
    yield from (column for column, sign in enumerate(line) if sign == "+")


def _of_grid(drawn: Sequence[str], edges: Sequence[int], rules: Sequence[int], number: int) -> Iterator[Cell]:
    top = rules[number]
    column = 0
    while column < len(edges) - 1:
        left = edges[column]
        wide = 1
        while column + wide < len(edges) - 1 and drawn[top + 1][edges[column + wide]] not in "|+":
            wide += 1
        right = edges[column + wide]
        if set(drawn[top][left + 1 : right]) <= {"-", "=", "+"}:  # it begins here
            high = 1
            while number + high < len(rules) - 1 and not set(drawn[rules[number + high]][left + 1 : right]) <= {*"-=+"}:
                high += 1
            said = [drawn[row][left + 1 : right].strip() for row in range(top + 1, rules[number + high])]
            yield _whole(said), wide, high
        column += wide


def _simple(told: Written, lines: Sequence[str], at: int) -> int:
    """Write a table whose columns only stand below rules."""
    spans = [found.span() for found in re.finditer(r"=+", lines[at])]
    rules = [at]
    for row in range(at + 1, len(lines)):
        if SIMPLE.match(lines[row]):
            rules.append(row)
            if row + 1 >= len(lines) or not lines[row + 1].strip():
                break
    end = rules[-1] + 1
    starts = [start for start, _ in spans]
    rows: list[list[str]] = []
    for line in lines[at + 1 : end - 1]:
        cells = [line[one:to].strip() for one, to in zip(starts, [*starts[1:], None], strict=True)]
        if not any(cells) or SIMPLE.match(line) or re.match(r"\s*-+(?:\s+-+)*\s*$", line):
            continue
        if rows and not cells[0]:
            rows[-1] = [f"{before}\n{more}".strip() for before, more in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    told.table([_cells([_whole(cell.split("\n")) for cell in row]) for row in rows], header=len(rules) > 2)  # noqa: PLR2004 - above, below the header, below
    return end
