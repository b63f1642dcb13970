"""The dates and times of an iCalendar event, in the congress' own zone."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Event
from icalendar.error import BrokenCalendarProperty

from charlotte.congress.importers.times import localise


def moment_of(event: Event, key: str, zone: ZoneInfo) -> datetime | None:
    """Return what a property says of when; a day without a clock begins at midnight."""
    return as_moment(part_of(event.get(key), "dt"), zone)


def as_moment(read: Any, zone: ZoneInfo) -> datetime | None:
    """Return a date, with or without a clock, as a moment; None where it is neither."""
    if isinstance(read, datetime):
        return localise(read, zone)
    if isinstance(read, date):  # all day
        return datetime(read.year, read.month, read.day, tzinfo=zone)
    return None


def is_all_day(event: Event) -> bool:
    """Return whether an event begins on a day and at no hour of it."""
    return not isinstance(part_of(event.get("DTSTART"), "dt"), datetime)


def unknown_zone(value: Any) -> str | None:
    """Return the zone that a moment names and nobody knows; None where it is known, or none is named."""
    named = (part_of(value, "params") or {}).get("TZID")
    read = part_of(value, "dt")
    return str(named) if named and isinstance(read, datetime) and read.tzinfo is None else None


def part_of(value: Any, name: str) -> Any:
    """Return an attribute of a property's value; None where there is none, or the property could not be parsed."""
    try:
        return getattr(value, name, None)
    except BrokenCalendarProperty:
        return None
