"""Ends that a cell tells beside a title, a name or a room: "Truing a wheel (until 10 am)", "Eva Lang, bis 15.30"."""

from collections.abc import Sequence

from charlotte.congress.importers.shapes.columns.mapping import FieldMapping
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.sheets.cells import LAST_TIME
from charlotte.congress.importers.shapes.times.until import end_apart
from charlotte.congress.importers.shapes.values.words import Field

TELLS: tuple[Field, ...] = ("title", "speakers", "chairs", "room")
LONGEST = 300


def with_ends_apart(tables: Sequence[Table], mapping: FieldMapping) -> tuple[Table, ...]:
    """Return tables whose sessions tell such ends as their last times; rows are changed in place."""
    for table in tables:
        mapped = mapping.of(table.name)
        if mapped is None or mapped.role != "sessions":
            continue
        told = [one for field in TELLS for one in mapped.columns_of(field)]
        for column in told:
            if column not in mapped.looks_up and column not in table.sections:
                for row in table.rows:
                    _take_end(row, column)
    return tuple(tables)


def _take_end(row: Row, column: str) -> None:
    cell = row.cells.get(column, "")
    if isinstance(cell, str) and 0 < len(cell) <= LONGEST:
        end, rest = end_apart(cell)
        if end and rest:
            row.cells[column], row.cells[LAST_TIME] = rest, end
