"""Rows of slots that name several sessions by their keys: each session gets the slot as a row of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from charlotte.congress.importers.shapes.relations.references import references
from charlotte.congress.importers.shapes.rows import Row, Table

TIMED = ("start", "date")


def one_session_a_row(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return tables in which no row names more than one session that another table tells of."""
    lists = {
        table.name for table in tables if any(len(_listed(row, one)) > 1 for row in table.rows for one in row.cells)
    }
    if not lists or len(tables) < 2:
        return tuple(tables)
    told = {one.table: one.column for one in references(tables) if one.field == "session" and one.table in lists}
    return tuple(
        replace(table, rows=tuple(_apart(table, told[table.name]))) if table.name in told else table for table in tables
    )


def _apart(table: Table, column: str) -> Iterator[Row]:
    for row in table.rows:
        names = _listed(row, column)
        if len(names) < 2:
            yield row
            continue
        for name in dict.fromkeys(names):
            yield Row(row.place, {**row.cells, column: name}, row.parent)


def _listed(row: Row, column: str) -> tuple[str, ...]:
    value = row.cells.get(column, "")
    return () if isinstance(value, str) else tuple(one for one in value if isinstance(one, str))
