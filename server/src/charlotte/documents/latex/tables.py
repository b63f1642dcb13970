"""Tables of LaTeX as HTML: `tabular` and its kin, with cells that cover several columns or rows."""

import re
from collections.abc import Callable, Iterator

from charlotte.documents.latex.arguments import argument_at, optional_at, single_at

WITH_WIDTH = frozenset(("tabular*", "tabularx", "tabulary", "xltabular"))
TABLES = WITH_WIDTH | frozenset("tabular array longtable supertabular longtabu tabu tblr longtblr talltblr".split())
LINES = re.compile(
    r"\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|endlastfoot|centering|arraybackslash|"
    r"raggedright|tabularnewline)(?![a-zA-Z])|\\(?:cline|cmidrule|specialrule|addlinespace|noalign|rowcolor|"
    r"cellcolor|columncolor|arrayrulecolor)(?![a-zA-Z])(?:\([a-z]*\))?(?:\[[^\]\n]*\])?(?:\{[^{}\n]*\})?"
)
REPEATED = re.compile(r"\\endfirsthead.*?\\end(?:head|foot|lastfoot)(?![a-zA-Z])", re.DOTALL)
MOST_SPANNED = 50


def table_of(name: str, inside: str, written: Callable[[str], str]) -> str:
    """Return what stands inside such an environment as a table."""
    at = 0
    for _ in range(1 + (name in WITH_WIDTH)):
        while (told := optional_at(inside, at)) is not None:
            at = told[1]
        _, at = single_at(inside, at)
    body = LINES.sub("", REPEATED.sub("", inside[at:]))
    rows = ("".join(_cells(row, covered, written)) for covered, row in _with_covered(_split(body, row_ends=True)))
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows if row) + "</table>"


def _with_covered(rows: Iterator[str]) -> Iterator[tuple[dict[int, int], str]]:
    """Yield rows with the columns that cells of those above reach into, which `_cells` keeps."""
    covered: dict[int, int] = {}
    for row in rows:
        yield covered, row


def _cells(row: str, covered: dict[int, int], written: Callable[[str], str]) -> Iterator[str]:
    column = 0
    begun: dict[int, int] = {}
    if not row.strip():
        return
    for cell in _split(row, row_ends=False):
        wide, high, said = _spans(cell.strip())
        is_covered = covered.get(column, 0) > 0
        if not (is_covered and not said.strip()):
            yield f'<td colspan="{wide}" rowspan="{high}">{written(said)}</td>'
            begun |= {at: high for at in range(column, column + wide)}
        column += wide
    for at in [*covered]:
        covered[at] -= 1
    covered.update({at: high - 1 for at, high in begun.items() if high > 1})


def _spans(cell: str) -> tuple[int, int, str]:
    """Return how many columns and rows a cell covers, and what it says."""
    wide = high = 1
    for _ in range(2):
        if found := re.match(r"\\multicolumn(?![a-zA-Z])", cell):
            number, at = single_at(cell, found.end())
            _, at = single_at(cell, at)
            said, at = single_at(cell, at)
            wide, cell = _number(number), said + cell[at:]
        elif found := re.match(r"\\multirow(?![a-zA-Z])", cell):
            told = optional_at(cell, found.end())
            number, at = single_at(cell, told[1] if told else found.end())
            told = optional_at(cell, at)
            _, at = single_at(cell, told[1] if told else at)
            told = optional_at(cell, at)
            said, at = single_at(cell, told[1] if told else at)
            high, cell = _number(number), said + cell[at:]
    return wide, high, cell


def _number(told: str) -> int:
    said = told.strip().lstrip("-")
    return min(max(int(said), 1), MOST_SPANNED) if said.isdecimal() else 1


def _split(text: str, *, row_ends: bool) -> Iterator[str]:
    """Yield the rows of a table, or the cells of a row; what stands in braces or environments is whole."""
    depth, last, at = 0, 0, 0
    signs = re.compile(r"\\(begin|end)\s*\{|\\\\\*?|\\tabularnewline|\\.|[{}&]", re.DOTALL)
    while (sign := signs.search(text, at)) is not None:
        at = sign.end()
        if sign[1]:
            depth += 1 if sign[1] == "begin" else -1
            named = argument_at(text, at - 1)
            at = named[1] if named else at
        elif sign[0] in "{}":
            depth += 1 if sign[0] == "{" else -1
        elif depth <= 0 and (sign[0].startswith("\\\\") if row_ends else sign[0] == "&"):
            yield text[last : sign.start()]
            told = optional_at(text, at) if row_ends and text.startswith("[", at) else None
            last = at = told[1] if told else at
    yield text[last:]
