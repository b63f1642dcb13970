"""Tables that only say who takes part in what: a session's number beside a person's, and maybe in which role."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from charlotte.congress.importers.shapes.columns.kinds import name_column
from charlotte.congress.importers.shapes.people.roles import says_that_they_chair
from charlotte.congress.importers.shapes.relations.by_title import holds_times, titles_named
from charlotte.congress.importers.shapes.relations.directory import name_columns
from charlotte.congress.importers.shapes.relations.references import Reference, Rows, references, tells_talks
from charlotte.congress.importers.shapes.rows import Row, Table

MOST_COLUMNS = 8
FEWEST_TABLES = 2
SPEAKERS, CHAIRS = "speakers (linked)", "chairs (linked)"
Pair = tuple[Row, Row, Row]
"""A session, the row that names it, and who takes part."""


def with_linked_people(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return tables whose rows hold the people that others say of them, without those that say nothing else.

    A table may name people of a third one by their number, or be itself the list of people, each with their sessions.
    """
    if len(tables) < FEWEST_TABLES:
        return tuple(tables)
    found = references(tables)
    rows = Rows(tables)
    by_name = {table.name: table for table in tables}
    listed = {one.other for one in found if one.field in ("speakers", "chairs") and "#" in one.target}
    gone: set[str] = set()
    for table in tables:
        own = {one.field: one for one in found if one.table == table.name and "#" in one.target}
        session, person = own.get("session"), own.get("speakers") or own.get("chairs")
        if person is not None and session is not None:
            if session.other == person.other or len(table.columns) > MOST_COLUMNS or tells_talks(table):
                continue
            if name_column(by_name[session.other]) is None and name_column(table) is not None:
                continue  # talks, and the slots that they are held in
            gone.add(table.name)
            _link(by_name[session.other], _pairs(table, rows, session, person))
        elif not holds_times(table) and (names := name_columns(table)):
            if session is None and table.name in listed:
                continue
            _link_people(table, tables, rows, session, names)
    return tuple(table for table in tables if table.name not in gone)


def _link_people(
    table: Table, tables: Sequence[Table], rows: Rows, session: Reference | None, names: Sequence[str]
) -> None:
    """Put people into the sessions that their own rows name: by number, or else by title.

    Rows with titles of their own are papers, told here and in the table that they name or that names them.
    """
    titles = titles_named(table, tables) if session is None else None
    naming = session or titles
    if naming is None or tells_talks(table, (*names, naming.column)):
        return
    if titles is not None:
        pairs = [(at, row, row) for row in table.rows for at in titles.named(row)]
    elif session is not None:
        pairs = [(at, row, row) for row in table.rows for at in _named(rows, session.target, row, session.column)]
    _link(next(one for one in tables if one.name == naming.other), pairs)
    for row in table.rows:
        row.cells.pop(naming.column, None)


def _pairs(table: Table, rows: Rows, session: Reference, person: Reference) -> Iterator[Pair]:
    for row in table.rows:
        who = rows.named(person.target, row.text(person.column))
        if who is not None:
            yield from ((at, row, who) for at in _named(rows, session.target, row, session.column))


def _link(sessions: Table, pairs: Iterable[Pair]) -> None:
    """Put into the rows of sessions who speaks and who chairs."""
    held: dict[int, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for at, row, who in pairs:
        held[id(at)][any(says_that_they_chair(row.text(column)) for column in row.cells)].append(who)
    for row in sessions.rows:
        speakers, chairs = held.get(id(row), ([], []))
        row.cells[SPEAKERS], row.cells[CHAIRS] = tuple(speakers), tuple(chairs)


def _named(rows: Rows, target: str, row: Row, column: str) -> list[Row]:
    cell = row.cells.get(column, "")
    parts = (cell,) if isinstance(cell, str) else [one for one in cell if isinstance(one, str)]
    return [at for part in parts if (at := rows.named(target, part)) is not None]
