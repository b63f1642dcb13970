"""Rows that name by its title the row that they are held in, of their own table or another: talks of a session."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from charlotte.congress.importers.shapes.columns.kinds import name_column
from charlotte.congress.importers.shapes.relations.by_title import holds_times
from charlotte.congress.importers.shapes.relations.called import row_called, rows_called
from charlotte.congress.importers.shapes.relations.references import tells_talks
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.wording import plain
from charlotte.congress.search.folding import fold

FEWEST = 2
LIKELY = 0.5
NEARLY_ALL = 0.9
SEVERAL_EACH = 0.8
"""So many different sessions for each talk at most: else the rows are the sessions once more."""
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


def held_in_others(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return tables whose talks are held by the rows of another that they name, which says when; these first."""
    tables = _of_timed_sessions(tables)
    free: list[Table] = []
    held: list[Table] = []
    for table in tables:
        others = (other for other in tables if other is not table and holds_times(other))
        is_apart = not any(row.parent is not None for row in table.rows)
        made = next((one for other in others if is_apart and (one := _held_by(table, other)) is not None), None)
        (free if made is None else held).append(made or table)
    return (*free, *held)


def _of_timed_sessions(tables: Sequence[Table]) -> Sequence[Table]:
    """Return tables with papers held by the sessions of another that says when, where both are called the same."""
    inside = {id(row.parent) for table in tables for row in table.rows if row.parent is not None}
    gone: set[str] = set()
    meant: dict[int, Row] = {}
    for table in tables:
        titled = name_column(table)
        outer = [row for row in table.rows if id(row) in inside]
        if titled is None or not outer or len(outer) < len(table.rows) or table.of_records:
            continue
        for other in tables:
            is_other = other is not table and other.name not in gone and holds_times(other)
            is_other = is_other and not any(row.parent is not None for row in other.rows)
            rows = rows_called(other, name_column(other)) if is_other else {}
            found = {id(row): row_called(row.text(titled), rows) for row in outer}
            if None not in found.values():
                meant |= {key: row for key, row in found.items() if row is not None}
                gone.add(table.name)
                _complete(outer, meant, titled)
                break
    kept = [table for table in tables if table.name not in gone]
    moved = [table for table in kept if any(id(row.parent) in meant for row in table.rows)]
    return [*(table for table in kept if table not in moved), *(_with_parents(table, meant) for table in moved)]


def _complete(rows: Sequence[Row], meant: Mapping[int, Row], titled: str) -> None:
    """Put what rows say besides into those that are the same sessions."""
    for row in rows:
        for column, cell in row.cells.items():
            if column != titled and cell:
                meant[id(row)].cells.setdefault(column, cell)


def _with_parents(table: Table, meant: Mapping[int, Row]) -> Table:
    rows = tuple(Row(row.place, row.cells, meant.get(id(row.parent), row.parent)) for row in table.rows)
    return replace(table, rows=rows)


def _held_by(table: Table, other: Table) -> Table | None:
    """Return a table whose rows are held by those of another, without the column that names them."""
    titled = name_column(other)
    for column in table.columns:
        rows = rows_called(other, titled or column)
        named = [row_called(row.text(column), rows) for row in table.rows if row.text(column)]
        known = [row for row in named if row is not None]
        if column in table.sections or len(known) < max(FEWEST, NEARLY_ALL * len(named), LIKELY * len(table.rows)):
            continue
        if not FEWEST <= len({*map(id, known)}) <= SEVERAL_EACH * len(known) or not tells_talks(table, (column,)):
            continue
        made = tuple(
            Row(
                row.place,
                {key: cell for key, cell in row.cells.items() if key != column},
                row_called(row.text(column), rows),
            )
            for row in table.rows
        )
        return replace(table, rows=made)
    return None


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
