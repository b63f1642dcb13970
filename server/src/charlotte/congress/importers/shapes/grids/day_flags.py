"""Days told by a mark in a column of each: `Fri | Sat` with an x where a session is held, or with its time."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.sheets.cells import SECTION_DAY
from charlotte.congress.importers.shapes.times.when import read_when

MARKS = frozenset("x × ✓ ✔ ✅ ✗ ● • ■ * + 1 y yes ja oui si sì sí o vero true wahr vrai".split())
NONE = frozenset(("", "-", "–", "—", "0", "n", "no", "nein", "non", "false", "falsch", "falso", "faux"))
FEWEST = 2
LONGEST_NAME = 30


def with_days_of_marks(table: Table) -> Table:
    """Return a table in which each row stands once for each day that is marked in it, with this day above it."""
    days = [column for column in table.columns if column not in table.sections and _names_day(column)]
    marked = [column for column in days if _holds_marks(table, column)]
    if len(marked) < FEWEST or len(marked) < len(days):
        return table
    rows = tuple(made for row in table.rows for made in _on_each(row, marked))
    return replace(table, rows=rows, sections=(*table.sections, *({SECTION_DAY} - {*table.sections})))


def _on_each(row: Row, days: Sequence[str]) -> Iterator[Row]:
    rest = {column: cell for column, cell in row.cells.items() if column not in days}
    held = [day for day in days if row.text(day).strip().casefold() not in NONE]
    for day in held:
        yield Row(row.place, {**rest, SECTION_DAY: day}, row.parent)
    if not held:
        yield Row(row.place, rest, row.parent)


def _names_day(column: str) -> bool:
    when = read_when(column, hint="date")
    return (
        when.has_day and not when.has_clock and (not when.rest or when.rest.isdigit()) and len(column) <= LONGEST_NAME
    )


def _holds_marks(table: Table, column: str) -> bool:
    values = {row.text(column).strip().casefold() for row in table.rows}
    return bool(values - NONE) and values <= MARKS | NONE
