"""Times and parts of a day as arguments name them, placed in the event's zone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from charlotte.congress.model import Congress

TIME = re.compile(r"^(\d{1,2})(?:\s*[:.hH]\s*(\d{2})?)?\s*(am|pm|a\.m\.|p\.m\.)?$", re.IGNORECASE)

PARTS: Mapping[str, tuple[time, time]] = {
    "morning": (time(5), time(12)),
    "midday": (time(12), time(14)),
    "afternoon": (time(12), time(18)),
    "evening": (time(18), time(5)),
    "night": (time(21), time(5)),
    "all": (time(5), time(5)),
}
"""By when a session begins; an end that is not later is on the next morning. Lunch belongs to the afternoon too."""


@dataclass(frozen=True)
class Span:
    """From a moment, inclusive, to another, exclusive."""

    begin: datetime
    until: datetime


def part_of_day(name: str, day: date, congress: Congress) -> Span | None:
    """Return a part of a day of the event, or None when there is no such part."""
    bounds = PARTS.get(name)
    if bounds is None:
        return None
    begin, until = bounds
    ends = day + timedelta(days=1) if until <= begin else day
    return Span(
        datetime.combine(day, begin, tzinfo=congress.zone),
        datetime.combine(ends, until, tzinfo=congress.zone),
    )


def clock_time(text: str) -> time | None:
    """Read `14:30`, `14.30`, `14h30`, `9`, `2:30 pm`; None when it is no time of day."""
    found = TIME.match(text.strip())
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    half = (found[3] or "").replace(".", "").casefold()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def on_day(clock: time, day: date, congress: Congress) -> datetime:
    """Return a time of day on a day of the event: before the day cut it is the night that follows."""
    calendar_day = day + timedelta(days=1) if clock < congress.day_cut else day
    return datetime.combine(calendar_day, clock, tzinfo=congress.zone)


def iso_moment(text: str, congress: Congress) -> datetime | None:
    """Read an ISO date and time, local to the event when it has no offset."""
    if "T" not in text and " " not in text.strip():
        return None
    try:
        read = datetime.fromisoformat(text.strip())
        local = read.replace(tzinfo=congress.zone) if read.tzinfo is None else read.astimezone(congress.zone)
    except (ValueError, OverflowError):
        return None
    # Before there were time zones, offsets had odd seconds, which ISO 8601 in JSON cannot hold.
    offset = local.utcoffset()
    return local if offset is not None and offset % timedelta(minutes=1) == timedelta() else None
