"""Tables that only say who takes part in what: a session's number beside a person's, and maybe in which role."""

from collections import defaultdict
from collections.abc import Sequence

from charlotte.congress.importers.shapes.directory import name_columns
from charlotte.congress.importers.shapes.references import Reference, Rows, references
from charlotte.congress.importers.shapes.roles import says_that_they_chair
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.when import read_when

MOST_COLUMNS = 8
FEWEST_TABLES = 2
SPEAKERS, CHAIRS = "speakers (linked)", "chairs (linked)"


def with_linked_people(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return tables whose rows hold the people that others say of them, without those that say nothing else.

    A table may name people of a third one by their number, or be itself the list of people, each with their sessions.
    """
    if len(tables) < FEWEST_TABLES:
        return tuple(tables)
    found = references(tables)
    rows = Rows(tables)
    by_name = {table.name: table for table in tables}
    gone: set[str] = set()
    for table in tables:
        own = {one.field: one for one in found if one.table == table.name and "#" in one.target}
        session, person = own.get("session"), own.get("speakers") or own.get("chairs")
        if session is None or not _says_who(table, session, person):
            continue
        held = _held(table, rows, session, person)
        for row in by_name[session.other].rows:
            speakers, chairs = held.get(id(row), ([], []))
            row.cells[SPEAKERS], row.cells[CHAIRS] = tuple(speakers), tuple(chairs)
        if person is not None:
            gone.add(table.name)
        else:
            for row in table.rows:
                row.cells.pop(session.column, None)
    return tuple(table for table in tables if table.name not in gone)


def _held(
    table: Table, rows: Rows, session: Reference, person: Reference | None
) -> dict[int, tuple[list[Row], list[Row]]]:
    """Return who speaks and who chairs, by the identity of the session's row."""
    held: dict[int, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for row in table.rows:
        who = row if person is None else rows.named(person.target, row.text(person.column))
        if who is None:
            continue
        leads = any(says_that_they_chair(row.text(column)) for column in table.columns)
        for at in _named(rows, session.target, row, session.column):
            held[id(at)][leads].append(who)
    return held


def _says_who(table: Table, session: Reference, person: Reference | None) -> bool:
    """Return whether the rows of a table are people, or pairs of a session and a person."""
    if person is not None:
        return session.other != person.other and len(table.columns) <= MOST_COLUMNS
    timed = any(read_when(value).has_clock for column in table.columns for value in table.values(column, 20))
    return bool(name_columns(table)) and not timed


def _named(rows: Rows, target: str, row: Row, column: str) -> list[Row]:
    cell = row.cells.get(column, "")
    parts = (cell,) if isinstance(cell, str) else [one for one in cell if isinstance(one, str)]
    return [at for part in parts if (at := rows.named(target, part)) is not None]
