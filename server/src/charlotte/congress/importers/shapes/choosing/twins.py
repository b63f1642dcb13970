"""Tables of one file that name the same columns, a sheet for each hall or day: each column is the same in all."""

from collections.abc import Sequence
from dataclasses import replace

from charlotte.congress.importers.shapes.columns.mapping import FieldMapping, TableMapping
from charlotte.congress.importers.shapes.rows import LETTERED, Table

FEWEST_COLUMNS = 3


def twins_of(table: Table, tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return the tables of a file whose columns are named as a table's are, itself among them."""
    named = _named(table)
    if len(named) < FEWEST_COLUMNS or table.named_here or table.of_records:
        return (table,)
    beside = (one for one in tables if _file(one) == _file(table) and not one.of_records and not one.named_here)
    return tuple(one for one in beside if _named(one) == named)


def together(table: Table, tables: Sequence[Table]) -> Table:
    """Return a table with the rows of its twins too, by which its columns are known better."""
    twins = twins_of(table, tables)
    return table if len(twins) == 1 else replace(table, rows=tuple(row for one in twins for row in one.rows))


def with_twins(mapping: FieldMapping, changed: TableMapping, twins: Sequence[Table]) -> FieldMapping:
    """Return a mapping in which what changed of a table changes of its twins too."""
    names = {one.name for one in twins}
    return FieldMapping(
        tuple(
            replace(changed, table=one.table, looks_up=one.looks_up, role=one.role)
            if one.table in names and one.table != changed.table
            else changed
            if one.table == changed.table
            else one
            for one in mapping.tables
        )
    )


def _file(table: Table) -> str:
    return table.name.partition(": ")[0]


def _named(table: Table) -> tuple[str, ...]:
    own = tuple(column for column in table.columns if column not in table.sections)
    return () if any(column.startswith(LETTERED) for column in own) else own
