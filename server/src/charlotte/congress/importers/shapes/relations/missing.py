"""What rows name by the key of a record that no table holds: a speaker who was deleted, a room of last year."""

from collections.abc import Iterator, Sequence

from charlotte.congress.importers.shapes.columns.mapping import FieldMapping
from charlotte.congress.importers.shapes.relations.references import Rows
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.model import RowWarning


def missing_records(tables: Sequence[Table], mapping: FieldMapping) -> Iterator[RowWarning]:
    """Yield a warning for each key in a row of sessions that is written as those of a table and is in none of it."""
    rows = Rows(tables)
    for table in tables:
        mapped = mapping.of(table.name)
        if mapped is None or mapped.role != "sessions":
            continue
        for column, target in mapped.looks_up.items():
            if "#" not in target or column not in mapped.columns:
                continue
            other = target.partition("#")[0]
            for row in table.rows:
                for key in _keys(row, column):
                    if rows.lacks(target, key):
                        message = f"{key!r} in {column!r} is nothing that {other} holds."
                        values = {"text": key, "column": column, "table": other}
                        yield RowWarning(row.place, "names_nothing", message, values)


def _keys(row: Row, column: str) -> list[str]:
    cell = row.cells.get(column, "")
    parts = (cell,) if isinstance(cell, str) else [one for one in cell if isinstance(one, str)]
    return [key.strip() for part in parts for key in part.replace(";", ",").replace("|", ",").split(",") if key.strip()]
