"""Lists that write a room or a session once, where it begins, and leave the cells below empty or put ditto marks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time
from itertools import pairwise

from charlotte.congress.importers.shapes.columns.kinds import name_column
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import Field, name_score
from charlotte.congress.importers.wording import BREAK_TITLES, SOCIAL_TITLES

DITTO = re.compile(
    r"[\"″〃“”„«»]|''|´´|’’|[-–—]\s?[\"″〃“”]\s?[-–—]|"
    r"(?:(?:id|[ií]dem|ditt?o|dto|s\.? ?o|ebd|ebenda|ibid|ibidem)\b\.?)",
    re.IGNORECASE,
)
CLOCKS = 0.6
SURE = 0.6
SPARSE = 0.5
"""Of the rows; where more of them have a cell filled, the empty ones say that it is not known."""
FEWEST_BEGUN, FEWEST_BELOW = 2, 2


@dataclass(frozen=True)
class _Timed:
    """A row with when it is held."""

    row: Row
    days: Mapping[str, str]
    """By the columns that say on which day."""
    start: time
    end: time | None
    is_apart: bool
    """Whether it is a break or an evening, which is held elsewhere unless it says where."""

    @property
    def day(self) -> str:
        """What the row and those above it say of the day."""
        return "\n".join(self.days.values())


def with_what_is_written_once(table: Table) -> Table:
    """Return a table whose rows say themselves where they are held, and in which session.

    What stands in a row holds until the next, where the first row of each day and each row at which the clock goes
    back have a cell filled, and nothing would be held in one room at the same time.
    """
    if table.of_records or table.named_here or len(table.rows) < FEWEST_BEGUN + FEWEST_BELOW:
        return table
    table = _without_dittos(table)
    timed = _timed(table)
    room = _named(table, "room")
    if room is None or not _holds_below(timed, room) or not _is_free(carried := _carried(timed, room)):
        return table
    told = {id(one.row): dict(one.days) for one in timed}
    for one, value in carried:
        told[id(one.row)][room] = value
    session = _named(table, "session") or _named(table, "track")
    if session is not None and session != room and _holds_below(timed, session):
        for one, value in _carried(timed, session):
            told[id(one.row)][session] = value
    rows = (Row(row.place, {**row.cells, **told.get(id(row), {})}, row.parent) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _named(table: Table, field: Field) -> str | None:
    own = [column for column in table.columns if column not in table.sections]
    best = max(own, key=lambda column: name_score(field, column), default=None)
    return best if best is not None and name_score(field, best) > SURE else None


def _without_dittos(table: Table) -> Table:
    """Return a table with what stands above instead of ditto marks; a title is never one."""
    title = name_column(table)
    marked = [
        column
        for column in table.columns
        if column != title and any(DITTO.fullmatch(value) for value in table.values(column))
    ]
    if not marked:
        return table
    rows: list[Row] = []
    last: dict[str, str] = {}
    for row in table.rows:
        told = {column: last[column] for column in marked if DITTO.fullmatch(row.text(column)) and column in last}
        rows.append(Row(row.place, {**row.cells, **told}, row.parent) if told else row)
        last |= {column: text for column in marked if (text := rows[-1].text(column))}
    return replace(table, rows=tuple(rows))


def _timed(table: Table) -> list[_Timed]:
    """Return the rows with a time, in their order; a day holds until another stands below it."""
    clocks = [column for column in table.columns if column not in table.sections and _are_clocks(table, column)]
    if not clocks:
        return []
    title = name_column(table)
    days = [column for column in table.columns if column in table.sections or name_score("date", column) > SURE]
    found: list[_Timed] = []
    day = dict.fromkeys(days, "")
    for row in table.rows:
        day |= {column: text for column in days if (text := row.text(column))}
        when = read_when(row.text(clocks[0]), hint="clock")
        if when.start is None:
            continue
        until = read_when(row.text(clocks[1]), hint="clock").start if len(clocks) > 1 else None
        said = row.text(title) if title is not None else ""
        is_apart = bool(BREAK_TITLES.search(said) or SOCIAL_TITLES.search(said))
        found.append(_Timed(row, {**day}, when.start, when.end or until, is_apart))
    return found


def _are_clocks(table: Table, column: str) -> bool:
    values = list(table.values(column, 100))
    told = sum(when.has_clock and not when.has_day for value in values if (when := read_when(value, hint="clock")))
    return bool(values) and told >= CLOCKS * len(values)


def _holds_below(timed: Sequence[_Timed], column: str) -> bool:
    """Return whether what stands in a column holds for the rows below it too."""
    filled = [bool(one.row.text(column)) for one in timed if not one.is_apart]
    if not sum(filled) >= FEWEST_BEGUN or sum(filled) > SPARSE * len(filled):
        return False
    begins = [timed[0], *(two for one, two in pairwise(timed) if two.day != one.day)]
    back = [two for one, two in pairwise(timed) if two.day == one.day and two.start < one.start]
    if not all(one.row.text(column) for one in (*begins, *back)):
        return False
    lengths = [len(run) for run in _runs(timed, column)]
    return bool(back) or sum(length > FEWEST_BELOW for length in lengths) >= FEWEST_BEGUN


def _runs(timed: Sequence[_Timed], column: str) -> Iterator[list[_Timed]]:
    """Yield each row that has a cell filled with those below that have not; breaks aside."""
    run: list[_Timed] = []
    for one in (one for one in timed if not one.is_apart):
        if one.row.text(column) and run:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _carried(timed: Sequence[_Timed], column: str) -> list[tuple[_Timed, str]]:
    """Return the rows with what stands for them in a column.

    What follows sessions side by side of one row each is held in none of their rooms.
    """
    found: list[tuple[_Timed, str]] = []
    before: list[_Timed] = []
    for run in _runs(timed, column):
        first, *below = run
        value = first.row.text(column)
        is_beside = len(before) == 1 and (before[0].day, before[0].start) == (first.day, first.start)
        is_after = is_beside and bool(below) and below[0].start >= max(_until(before[0]), _until(first))
        found += [(one, value) for one in (run[:1] if is_after else run)]
        before = run
    return found


def _until(one: _Timed) -> time:
    return one.end or one.start


def _is_free(carried: Sequence[tuple[_Timed, str]]) -> bool:
    """Return whether hardly anything begins in a room at the same time as something else there."""
    begun = [(value.casefold(), one.day, one.start) for one, value in carried]
    return len(set(begun)) >= 0.95 * len(begun)
