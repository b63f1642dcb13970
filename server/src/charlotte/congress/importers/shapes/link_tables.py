"""Tables that only say who takes part in what: a session's number beside a person's, and maybe in which role."""

from collections import defaultdict
from collections.abc import Sequence

from charlotte.congress.importers.shapes.references import Rows, references
from charlotte.congress.importers.shapes.roles import says_that_they_chair
from charlotte.congress.importers.shapes.rows import Row, Table

MOST_COLUMNS = 8
SPEAKERS, CHAIRS = "speakers (linked)", "chairs (linked)"


def with_linked_people(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return tables whose rows hold the people that such a table says of them, without it."""
    if len(tables) < 3:
        return tuple(tables)
    found = references(tables)
    rows = Rows(tables)
    by_name = {table.name: table for table in tables}
    gone: set[str] = set()
    for table in tables:
        own = {one.field: one for one in found if one.table == table.name and "#" in one.target}
        session, person = own.get("session"), own.get("speakers") or own.get("chairs")
        if session is None or person is None or session.other == person.other or len(table.columns) > MOST_COLUMNS:
            continue
        held: dict[int, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
        for row in table.rows:
            at, who = (
                rows.named(session.target, row.text(session.column)),
                rows.named(person.target, row.text(person.column)),
            )
            if at is not None and who is not None:
                leads = any(says_that_they_chair(row.text(column)) for column in table.columns)
                held[id(at)][leads].append(who)
        for row in by_name[session.other].rows:
            speakers, chairs = held.get(id(row), ([], []))
            row.cells[SPEAKERS], row.cells[CHAIRS] = tuple(speakers), tuple(chairs)
        gone.add(table.name)
    return tuple(table for table in tables if table.name not in gone)
