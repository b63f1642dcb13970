"""Rows of slots that name several sessions by their keys: each session gets the slot as a row of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from charlotte.congress.importers.shapes.relations.references import references
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.values.words import Field, name_score

MOSTLY = 0.5
SURE = 0.85
ROOM = 0.3
LISTED: tuple[Field, ...] = ("speakers", "chairs", "room", "track")


def one_session_a_row(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return tables in which no row names more than one session that another table tells of."""
    lists = {
        table.name for table in tables if any(len(_listed(row, one)) > 1 for row in table.rows for one in row.cells)
    }
    if not lists or len(tables) < 2:
        return tuple(tables)
    found = references(tables)
    listed = {(one.table, one.other) for one in found if one.field in LISTED}  # whose sessions name them themselves
    told = {
        one.table: one.column
        for one in found
        if one.field == "session" and one.table in lists and (one.other, one.table) not in listed
    }
    return tuple(
        replace(table, rows=tuple(_apart(table, told[table.name]))) if table.name in told else table for table in tables
    )


def names_several(tables: Sequence[Table], other: Table) -> bool:
    """Return whether rows of some tables name several rows of another each, by what stands in one of its columns."""
    keys = [{row.text(column) for row in other.rows} for column in other.columns]
    for table in tables:
        for column in table.columns:
            listed = [_listed(row, column) for row in table.rows]
            named = {name for names in listed for name in names}
            is_list = any(len(names) > 1 for names in listed)
            if is_list and any(len(named & known) > MOSTLY * len(named) for known in keys):
                return True
    return False


def _apart(table: Table, column: str) -> Iterator[Row]:
    own = [one for one in table.columns if name_score("id", one) > SURE]  # the slot's, which several sessions share
    for row in table.rows:
        names = _listed(row, column)
        if len(names) < 2:
            yield row
            continue
        cells = {name: cell for name, cell in row.cells.items() if name not in own}
        for name in dict.fromkeys(names):
            beside = {one: rooms[names.index(name)] for one, rooms in _rooms_beside(row, len(names))}
            yield Row(row.place, {**cells, **beside, column: name}, row.parent)


def _rooms_beside(row: Row, count: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the columns of a slot that list a room for each of its sessions, in the same order."""
    for column in row.cells:
        if name_score("room", column) > ROOM and len(rooms := _listed(row, column)) == count:
            yield column, rooms


def _listed(row: Row, column: str) -> tuple[str, ...]:
    value = row.cells.get(column, "")
    return () if isinstance(value, str) else tuple(one for one in value if isinstance(one, str))
