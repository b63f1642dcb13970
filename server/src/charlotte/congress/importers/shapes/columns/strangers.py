"""Columns that are called like a field and tell of something else: when a page was posted, who wrote it."""

import re
from datetime import date, datetime, timedelta

from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.times.lengths import read_length
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import Field, best_name, words_of
from charlotte.congress.model import Congress

PRESENTING = ("present", "speak", "relator", "referent", "vortrag", "ponent", "intervenant", "orat")
AUTHORS = ("author", "autor", "auteur")
INTERNAL = tuple(
    "intern segret secret sekret redaz redak staff orga admin privat riservat confid vertraul buro buero office".split()
)
"""What the columns of remarks are called that visitors must not read."""
MOST_COMPARED = 60
SURE = 0.3
SECONDS = re.compile(r"(?<!\d)\d{1,2}:\d{2}:(\d{2})(?!\d)")
AROUND = timedelta(days=2)


def without_strangers(table: Table, columns: dict[str, Field], congress: Congress) -> dict[str, Field]:
    """Return the columns that tell of the session itself."""
    public = {column: field for column, field in columns.items() if not _is_internal(column, field)}
    return _speaking(table, _apart_from_posts(table, _of_the_event(table, public, congress)))


def _is_internal(column: str, field: Field) -> bool:
    """Return whether a column of remarks is one that the office writes for itself: "Note segreteria"."""
    return field in ("notes", "details") and any(
        word.startswith(INTERNAL) and not word.startswith("internation") for word in words_of(column)
    )


def internal_columns(table: Table) -> tuple[str, ...]:
    """Return the columns of remarks that an office writes for itself."""
    told = ((column, *best_name(column)) for column in table.columns)
    return tuple(column for column, field, score in told if field and score > SURE and _is_internal(column, field))


def is_stamp(table: Table, column: str) -> bool:
    """Return whether a column holds times that a machine took to the second, as a form does when somebody sends it."""
    values = list(table.values(column, MOST_COMPARED))
    taken = [value for value in values if (found := SECONDS.search(value)) is not None and found[1] != "00"]
    return len(taken) > 2 and len(taken) > 0.5 * len(values) and len({*values}) == len(values)


def _of_the_event(table: Table, columns: dict[str, Field], congress: Congress) -> dict[str, Field]:
    """Return the columns without days that are all apart from the event's where another column has the event's.

    Without one, only what holds the rows may tell such days.
    """
    first, last = congress.start_date, congress.end_date or congress.start_date
    if first is None or last is None:
        return columns
    on_it, apart = set(), set()
    for column in (one for one, field in columns.items() if field in ("date", "start")):
        days = [day for row in table.rows[:MOST_COMPARED] if (day := _day(row.text(column))) is not None]
        held = sum(1 for day in days if first - AROUND <= day <= last + AROUND)
        if days and held == 0 and columns[column] == "date":
            apart.add(column)
        elif held > 0.5 * len(days):
            on_it.add(column)
    if not on_it:  # maybe when the record that holds them was changed
        apart &= {*table.sections} if all(row.parent is not None for row in table.rows) else set()
    return {column: field for column, field in columns.items() if column not in apart} if apart else columns


def _speaking(table: Table, columns: dict[str, Field]) -> dict[str, Field]:
    """Return the columns without those of authors where others say who presents; told instead of them, they speak."""
    people = [column for column, field in columns.items() if field == "speakers"]
    presenting = [column for column in people if any(word.startswith(PRESENTING) for word in words_of(column))]
    authors = {one for one in people if one not in presenting and any(w.startswith(AUTHORS) for w in words_of(one))}
    beside = {
        one
        for one in authors
        if any(row.text(one) and any(row.text(other) for other in presenting) for row in table.rows)
    }
    return {c: f for c, f in columns.items() if c not in beside}


def _apart_from_posts(table: Table, columns: dict[str, Field]) -> dict[str, Field]:
    """Return the columns without days and lengths of something else than the session that start and end tell of."""
    by_field = {field: column for column, field in columns.items()}
    start, end, length = by_field.get("start"), by_field.get("end"), by_field.get("duration")
    rows = table.rows[:MOST_COMPARED]
    kept = dict(columns)
    if start is not None:
        for column in [one for one, field in columns.items() if field == "date" and one != start]:
            days = [(_day(row.text(start)), _day(row.text(column))) for row in rows]
            told = [(one, other) for one, other in days if one is not None and other is not None]
            if len(told) > 2 and sum(1 for one, other in told if one != other) > 0.8 * len(told):
                del kept[column]
    is_own = not {start, end} & {*table.sections}  # a talk's length beside the hours of its session
    if start is not None and end is not None and length is not None and is_own:
        spans = [(_span(row.text(start), row.text(end)), read_length(row.text(length))) for row in rows]
        told_spans = [(one, other) for one, other in spans if one is not None]
        if sum(1 for one, other in told_spans if one != other) > 0.5 * len(told_spans) and len(told_spans) > 2:
            del kept[length]
    return kept


def _day(text: str) -> date | None:
    when = read_when(text)
    return when.moment.date() if when.moment is not None else when.on


def _span(start: str, end: str) -> timedelta | None:
    begin, finish = read_when(start), read_when(end)
    if begin.moment is not None and finish.moment is not None:
        return finish.moment - begin.moment
    if begin.start is None or finish.start is None:
        return None
    on = date(2024, 1, 1)
    return datetime.combine(on, finish.start) - datetime.combine(on, begin.start)
