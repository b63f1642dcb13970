"""The columns of an upload with a few of their values, so that staff see what each holds, taken or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from charlotte.congress.importers.shapes.rows import Table

MOST_COLUMNS = 80
MOST_TABLES = 60
EXAMPLES = 3
EXAMPLE_CHARS = 60
LOOKED_AT = 400
"""Rows whose values may be shown."""


@dataclass(frozen=True)
class ColumnSeen:
    """One column and its first different values, shortened."""

    name: str
    examples: tuple[str, ...]


@dataclass(frozen=True)
class TableSeen:
    """One table and its columns, in the order of the file."""

    name: str
    rows: int
    columns: tuple[ColumnSeen, ...]


def tables_seen(tables: Sequence[Table]) -> tuple[TableSeen, ...]:
    """Return what is shown of tables: at most `MOST_TABLES`, each with at most `MOST_COLUMNS` columns."""
    return tuple(
        TableSeen(
            table.name,
            len(table.rows),
            tuple(ColumnSeen(column, _examples(table, column)) for column in table.columns[:MOST_COLUMNS]),
        )
        for table in tables[:MOST_TABLES]
    )


def _examples(table: Table, column: str) -> tuple[str, ...]:
    different = dict.fromkeys(" ".join(value.split()) for value in table.values(column, LOOKED_AT))
    return tuple(_short(value) for value in islice(different, EXAMPLES))


def _short(value: str) -> str:
    return value if len(value) <= EXAMPLE_CHARS else f"{value[: EXAMPLE_CHARS - 1].rstrip()}…"
