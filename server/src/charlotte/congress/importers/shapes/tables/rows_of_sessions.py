"""Tables that give each session a row of its own without a talk, and name it again beside each of its talks."""

from collections.abc import Mapping
from dataclasses import replace

from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.tables.papers_of_rows import SESSION, paper_column
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import best_name
from charlotte.congress.search.folding import fold

FEWEST = 2
Key = tuple[str, ...]


def with_rows_of_sessions(table: Table) -> Table:
    """Return a table in which talks are held by the rows that tell of nothing but their session.

    Such a row has a time and leaves the column of talks empty.
    """
    session = next((column for column in table.columns if SESSION.match(fold(column))), None)
    title = paper_column(table, session) if session is not None else None
    if session is None or title is None:
        return table
    days = [column for column in table.columns if best_name(column)[0] == "date" or column in table.sections]
    heads = _heads(table, session, title, days)
    talks = [row for row in table.rows if row.text(session) and row.text(title)]
    if len(heads) < FEWEST or not all(_key(row, session, days) in heads for row in talks):
        return table
    made: dict[Key, Row] = {}
    for key, row in heads.items():
        cells = {column: cell for column, cell in row.cells.items() if column != session}
        made[key] = Row(row.place, {**cells, title: row.text(session)}, row.parent)
    by_row = {id(row): made[key] for key, row in heads.items()}
    told = (by_row.get(id(row)) or _talk(row, session, made.get(_key(row, session, days))) for row in table.rows)
    return replace(table, rows=tuple(told))


def _heads(table: Table, session: str, title: str, days: list[str]) -> Mapping[Key, Row]:
    """Return the rows that tell of a session alone, by its name and day; none where one is told twice."""
    found: dict[Key, Row] = {}
    for row in table.rows:
        if not row.text(session) or row.text(title):
            continue
        key = _key(row, session, days)
        if key in found or not any(read_when(row.text(column)).has_clock for column in row.cells):
            return {}
        found[key] = row
    return found


def _key(row: Row, session: str, days: list[str]) -> Key:
    return (row.text(session), *(row.text(day) for day in days))


def _talk(row: Row, session: str, holder: Row | None) -> Row:
    cells = {column: cell for column, cell in row.cells.items() if column != session}
    return Row(row.place, cells, holder if row.text(session) and holder is not None else row.parent)
