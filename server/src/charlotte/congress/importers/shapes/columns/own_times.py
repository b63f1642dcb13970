"""The times that the rows of a table tell themselves, where names alone chose others or none."""

from collections.abc import Mapping
from datetime import time, tzinfo

from charlotte.congress.importers.shapes.columns.of_the_record import tells_of_the_record
from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.profile import Profile
from charlotte.congress.importers.shapes.values.words import Field, name_score

SHOWN = 0.5
LIKELY, CALLED = 0.3, 0.7
MOST = 400
FEWEST = 2
MOSTLY = 0.95
LONGEST_H = 24.0


def with_own_start(table: Table, columns: Mapping[str, Field], seen: Mapping[str, Profile]) -> dict[str, Field]:
    """Return the columns with a row's own day and clock as its start, where that of what holds the row was taken."""
    columns = _with_named_start(columns, seen)
    above = [column for column, field in columns.items() if field == "start" and column in table.sections]
    own = [
        column
        for column, field in columns.items()
        if field == "date" and column not in table.sections and min(seen[column].clock, seen[column].day) >= SHOWN
    ]
    if above and not own:
        end = next((column for column, field in columns.items() if field == "end" and column in table.sections), None)
        free = (column for column in seen if column not in columns and column not in table.sections)
        own = [column for column in free if seen[column].clock >= MOSTLY and _lies_within(table, column, above[0], end)]
    if not above or not own:
        return dict(columns)
    return {**{column: field for column, field in columns.items() if column not in above}, own[0]: "start"}


def _lies_within(table: Table, column: str, start: str, end: str | None) -> bool:
    """Return whether a column tells in nearly all rows a clock within the hours of what holds them, in some a later."""
    told = [row for row in table.rows[:MOST] if row.text(column)]
    later = [_hours(row.text(start), row.text(column)) for row in told]
    before_end = [_hours(row.text(column), row.text(end)) for row in told] if end is not None else []
    is_each = FEWEST <= len(told) >= MOSTLY * len(table.rows[:MOST])
    is_within = all(one is not None and one >= 0 for one in later) and any(later)
    return is_each and is_within and all(one is not None and one > 0 for one in before_end)


def _with_named_start(columns: Mapping[str, Field], seen: Mapping[str, Profile]) -> dict[str, Field]:
    """Return the columns with a moment that is called a start as the start, where another was taken by its values."""
    start = next((column for column, field in columns.items() if field == "start"), None)
    moments = [
        one for one, field in columns.items() if field == "date" and min(seen[one].clock, seen[one].day) >= SHOWN
    ]
    named = next((one for one in moments if name_score("start", one) > LIKELY), None)
    if (
        start is None
        or named is None
        or name_score("start", start) > 0
        or min(seen[start].clock, seen[start].day) < SHOWN
    ):
        return dict(columns)
    return {**columns, named: "start", start: "date"}


def with_own_end(table: Table, columns: Mapping[str, Field], seen: Mapping[str, Profile]) -> dict[str, Field]:
    """Return the columns with one as the end that is later than the start in each row, whatever it is called."""
    start = next((column for column, field in columns.items() if field == "start"), None)
    if start is None or start in table.sections or {"end", "duration"} & set(columns.values()):
        return dict(columns)
    free = [column for column in seen if column not in columns and column not in table.sections]
    moments = [column for column in seen if columns.get(column) == "date" and _is_moment(column, seen[column])]
    for column in (*free, *moments):
        if not tells_of_the_record(column) and _ends(table, start, column):
            return {**columns, column: "end"}
    return dict(columns)


def without_start_again(table: Table, columns: Mapping[str, Field], zone: tzinfo) -> dict[str, Field]:
    """Return the columns without an end that only tells the start once more, as it is shown: 07:15Z, "09h15"."""
    told = {field: column for column, field in columns.items() if field in ("start", "end")}
    pairs = [(row.text(told["start"]), row.text(told["end"])) for row in table.rows[:MOST]] if len(told) > 1 else []
    pairs = [(first, last) for first, last in pairs if first and last]
    again = sum(_clock_of(first, zone) == _clock_of(last, zone) is not None for first, last in pairs)
    is_again = FEWEST <= len(pairs) and again >= MOSTLY * len(pairs)
    return {column: field for column, field in columns.items() if not (is_again and field == "end")}


def with_alike_end(table: Table, columns: Mapping[str, Field]) -> dict[str, Field]:
    """Return the columns with the end told as the start is: `start.utc` goes with `end.utc`, not `end.local`."""
    told = {field: column for column, field in columns.items() if field in ("start", "end")}
    start, end = told.get("start", ""), told.get("end", "")
    kind, beside = start.rpartition(".")[2], end.rpartition(".")[0]
    alike = f"{beside}.{kind}"
    if not start or not beside or start.rpartition(".")[0] == beside or alike == end or alike not in table.columns:
        return dict(columns)
    return {**{column: field for column, field in columns.items() if column != end}, alike: "end"}


def _is_moment(column: str, seen: Profile) -> bool:
    """Return whether a column tells a day with a clock, and is not called one for a day: when a card is "due"."""
    return min(seen.clock, seen.day) >= SHOWN and name_score("date", column) <= CALLED


def _ends(table: Table, start: str, column: str) -> bool:
    pairs = [(row.text(start), row.text(column)) for row in table.rows[:MOST] if row.text(start) and row.text(column)]
    if len(pairs) < max(FEWEST, MOSTLY * len([*table.values(start, MOST)])):
        return False
    hours = [_hours(first, last) for first, last in pairs]
    later = sum(1 for one in hours if one is not None and 0 < one < LONGEST_H)
    return later >= MOSTLY * len(pairs)


def _clock_of(text: str, zone: tzinfo) -> time | None:
    when = read_when(text, hint="clock")
    begins = when.start if when.end is None else None
    return when.moment.astimezone(zone).time() if when.moment is not None else begins


def _hours(first: str, last: str) -> float | None:
    """Return how much later one moment is than another that is written in the same way."""
    begins, ends = (read_when(text, hint="clock") for text in (first, last))
    if begins.moment is not None and ends.moment is not None:
        return (ends.moment - begins.moment).total_seconds() / 3600
    if not begins.is_plain or not ends.is_plain or begins.start is None or ends.start is None or begins.on != ends.on:
        return None
    return ends.start.hour - begins.start.hour + (ends.start.minute - begins.start.minute) / 60
