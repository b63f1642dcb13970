"""Lists of authors in which a sign marks who presents: "Ada Orr, Bo Lie*", where a legend says so."""

import re
from dataclasses import replace

from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.values.footnotes import sign_of_presenters
from charlotte.congress.importers.shapes.values.words import best_name

BETWEEN = re.compile(r"\s*[;\n]\s*|\s*,\s*(?![^()]*\))|\s+(?:&|and|und|et|e|y)\s+")
SURE = 0.5
ENOUGH = 0.5
"""Share of rows with several names in which one bears the sign."""
ABSTRACT = "abstract"


def with_presenters(table: Table) -> Table:
    """Return a table with who presents in a column of their own, where a legend says what marks them.

    All authors are told in the abstract then.
    """
    sign = _sign_of(table)
    column = next((one for one in table.columns if sign and _marks(table, one, sign)), None)
    if column is None:
        return table
    rows = []
    for row in table.rows:
        names = [one for one in BETWEEN.split(row.text(column)) if one]
        marked = [name for name in names if sign in name]
        cells: dict[str, str | tuple[str | Row, ...]] = {**row.cells, column: row.text(column).replace(sign, "")}
        if len(marked) < len(names) and marked:
            told = ", ".join(one.replace(sign, "").strip() for one in names)
            cells[column] = "\n".join(one.replace(sign, "").strip() for one in marked)
            cells[ABSTRACT] = "\n".join(filter(None, (row.text(ABSTRACT), f"{column}: {told}.")))
        rows.append(Row(row.place, cells, row.parent))
    return replace(table, rows=tuple(rows))


def _sign_of(table: Table) -> str:
    """Return the sign of which a line above or below the rows says that it marks who presents."""
    above = {row.text(column) for column in table.sections for row in table.rows}
    return next((sign for line in (*above, *table.notes) if (sign := sign_of_presenters(line))), "")


def _marks(table: Table, column: str, sign: str) -> bool:
    """Return whether a column lists people, of whom most rows mark one."""
    if best_name(column)[0] != "speakers" or best_name(column)[1] <= SURE:
        return False
    several = [value for value in table.values(column) if len(BETWEEN.split(value)) > 1]
    return bool(several) and sum(sign in value for value in several) >= ENOUGH * len(several)
