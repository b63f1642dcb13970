"""The year of days that are told without one: "Thursday, 20 May", in the programme of a congress called "… 2027"."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.times.day_line import is_day
from charlotte.congress.importers.shapes.times.when import When, read_when

YEAR = re.compile(r"(?<!\d)(20[0-9]{2})(?!\d)")
SHORT = 6
LONGEST = 80
"""Letters of a cell that may tell a day."""


def days_of_year(tables: Iterable[Table], names: Iterable[str]) -> tuple[date, date] | None:
    """Return the first and the last day that rows tell without a year, in the year that names tell.

    `names` are what the event, its files and its sheets are called; where some rows have the year, it is theirs. None
    where all rows have one, where several or none are told, or where it does not fit most of the weekdays.
    """
    told = [when for table in tables for when in _days(table)]
    own = {when.on.year for when in told if when.on is not None}
    years = Counter(int(found) for name in names for found in YEAR.findall(name)) if not own else Counter(own)
    is_whole = all(when.on is not None for when in told) or any(when.moment is not None for when in told)
    if not years or is_whole or len(own) > 1:
        return None
    year = years.most_common(1)[0][0]
    days = {when: on for when in told if (on := when.on or _in(year, when)) is not None}
    fit = [on.weekday() == when.weekday for when, on in days.items() if when.weekday is not None]
    if not days or fit and 2 * sum(fit) < len(fit):
        return None
    return min(days.values()), max(days.values())


def _days(table: Table) -> Iterable[When]:
    texts = {text for column in table.columns for text in table.values(column) if len(text) <= LONGEST}
    found = (read_when(text) for text in texts if is_day(text) or _names_time(read_when(text)))
    return [when for when in found if when.month_day is not None or when.on is not None or when.moment is not None]


def _names_time(when: When) -> bool:
    """Return whether a text is a moment, or a day with its hour and nothing else: "Thu 6/5, 9:30"."""
    return when.moment is not None or when.month_day is not None and when.has_clock and len(when.rest) <= SHORT


def _in(year: int, when: When) -> date | None:
    try:
        return date(year, *when.month_day) if when.month_day is not None else None
    except ValueError:
        return None
