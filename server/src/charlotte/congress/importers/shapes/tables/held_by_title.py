"""Rows that name by its title the row of their own table that they are held in: talks with their "parent session"."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from charlotte.congress.importers.shapes.columns.kinds import name_column
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.wording import plain
from charlotte.congress.search.folding import fold

FEWEST = 2
NEARLY_ALL = 0.9
MOST = 0.95
"""So many of the rows at most may be held by others."""


def with_holders(table: Table) -> Table:
    """Return a table whose rows stand behind the row of it that they name in a column, and are held by that."""
    titled = name_column(table)
    if titled is None or any(row.parent is not None for row in table.rows):
        return table
    counted = Counter(_title(row, titled) for row in table.rows)
    by_title = {title: row for row in table.rows if (title := _title(row, titled)) and counted[title] == 1}
    for column in table.columns:
        if column == titled or column in table.sections:
            continue
        named = {id(row): title for row in table.rows if (title := _title(row, column))}
        if _are_holders(table, named, by_title):
            return _held(table, named, by_title)
    return table


def _title(row: Row, column: str) -> str:
    return " ".join(fold(plain(row.text(column))).split())


def _are_holders(table: Table, named: Mapping[int, str], by_title: Mapping[str, Row]) -> bool:
    """Return whether what a column names are rows of the table, none of which names a row itself."""
    holders = {*named.values()} & {*by_title}
    known = sum(title in by_title for title in named.values())
    are_rows = FEWEST <= known >= NEARLY_ALL * len(named) and len(named) <= MOST * len(table.rows)
    return are_rows and not any(id(by_title[title]) in named for title in holders)


def _held(table: Table, named: Mapping[int, str], by_title: Mapping[str, Row]) -> Table:
    inside: dict[int, list[Row]] = {}
    free: list[Row] = []
    for row in table.rows:
        holder = by_title.get(named.get(id(row), ""))
        if holder is None:
            free.append(row)
        else:
            inside.setdefault(id(holder), []).append(Row(row.place, row.cells, holder))
    return replace(table, rows=tuple(one for row in free for one in (row, *inside.get(id(row), ()))))
