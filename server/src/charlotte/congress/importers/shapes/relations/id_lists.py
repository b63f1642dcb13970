"""Cells that name several rows of another file by their ids, "12|15|31" or "S02, S07": made lists of them."""

import re
from collections.abc import Iterator, Sequence

from charlotte.congress.importers.shapes.relations.references import keeps_apart
from charlotte.congress.importers.shapes.rows import Row, Table

SEPARATORS = re.compile(r"\s*(?:[;,|/\n+&]|\s{2,})\s*|(?<=\d)\s+(?=\d)")
BLANKS = re.compile(r"\s+")
"""Between ids in an attribute of XML."""
MOSTLY = 0.8
FEWEST_KEYS = 2
LONGEST_KEY = 60
MOST_ROWS = 5_000


def with_lists(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return tables whose cells are lists where they name rows of another by ids; the rows are changed in place."""
    keys = [(table.name, known) for table in tables for known in _keys(table)]
    for table in tables:
        others = [known for name, known in keys if name != table.name]
        for column in table.columns if others else ():
            if column in table.sections:
                continue
            between = next(
                (one for one in (SEPARATORS, BLANKS) for known in others if _are_lists(table, column, known, one)), None
            )
            if between is not None:
                _split(table.rows, column, between)
    return tuple(tables)


def _keys(table: Table) -> Iterator[frozenset[str]]:
    """Yield what stands in the columns that tell the rows of a table apart by an id."""
    for column in table.columns:
        if not keeps_apart(table, column):
            continue
        values = [text for row in table.rows[:MOST_ROWS] if (text := row.text(column))]
        if len(values) >= FEWEST_KEYS and len(set(values)) == len(values) and max(map(len, values)) <= LONGEST_KEY:
            yield frozenset(values)


def _are_lists(table: Table, column: str, known: frozenset[str], between: re.Pattern[str]) -> bool:
    """Return whether cells, cut where lists are, hold what is known, and some of them more than one."""
    cells = [cell for row in table.rows[:MOST_ROWS] if isinstance(cell := row.cells.get(column, ""), str) and cell]
    parts = [part for cell in cells for part in between.split(cell.strip()) if part]
    if not parts or len(parts) == len(cells) or any(cell in known for cell in cells if between.search(cell)):
        return False
    return sum(1 for part in parts if part in known) >= MOSTLY * len(parts)


def _split(rows: Sequence[Row], column: str, between: re.Pattern[str]) -> None:
    for row in rows:
        if isinstance(cell := row.cells.get(column, ""), str):
            row.cells[column] = tuple(part for part in between.split(cell.strip()) if part)
