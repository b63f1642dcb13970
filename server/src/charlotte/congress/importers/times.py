"""Dates, times and durations as rows write them."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from charlotte.congress.model import RowWarning

LONGEST = timedelta(days=14)
CLOCK = re.compile(r"^(\d{1,2})[:.hH](\d{2})(?::\d{2})?$")
DURATION = re.compile(r"^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?::\d{2})?$")


def clock_time(text: str | None) -> time | None:
    """Read `9:30`, `09.30` or `9h30`."""
    found = CLOCK.match((text or "").strip())
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return time(int(found[1]), int(found[2]))


def duration(text: str | None) -> timedelta | None:
    """Read `00:25`, `1:30:00`-like days (`D:HH:MM`) or minutes as a bare number; None when absent, zero or absurd."""
    cleaned = (text or "").strip()
    if re.fullmatch(r"\d{1,5}(?:\.\d+)?", cleaned):
        length = timedelta(minutes=float(cleaned))
    elif found := DURATION.match(cleaned):
        length = timedelta(days=int(found[1] or 0), hours=int(found[2]), minutes=int(found[3]))
    else:
        return None
    return length if timedelta(0) < length <= LONGEST else None


def day(text: str | None) -> date | None:
    """Read an ISO date, also at the beginning of an ISO date and time."""
    try:
        return date.fromisoformat((text or "").strip()[:10])
    except ValueError:
        return None


def moment(text: str | None, zone: ZoneInfo) -> datetime | None:
    """Read an ISO date and time; without offset it is local to the event."""
    try:
        read = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    return localise(read, zone)


def localise(read: datetime, zone: ZoneInfo) -> datetime | None:
    """Return a date and time in the event's zone; None when it lies outside what calendars can hold."""
    try:
        return read.replace(tzinfo=zone) if read.tzinfo is None else read.astimezone(zone)
    except (OverflowError, ValueError):
        return None


def dated_start(
    row: str, day_text: str | None, start_text: str | None, date_text: str | None, zone: ZoneInfo, cut: time
) -> tuple[datetime | None, tuple[RowWarning, ...]]:
    """Return when a frab-like row starts, from its day, clock time and full date, which may contradict each other.

    Systems write wrong offsets into the full date, so the clock time that visitors see decides.
    """
    clock, full = clock_time(start_text), moment(date_text, zone)
    if clock is None:
        if full is None and (start_text or date_text):
            told = start_text or date_text or ""
            return None, (RowWarning(row, "bad_time", f"The time {told!r} cannot be read.", {"time": told}),)
        return full, ()
    if full is not None and full.time().replace(second=0, microsecond=0) == clock:
        return full, ()
    on = day(day_text) or day(date_text)
    if on is None:
        missing = RowWarning(row, "no_date", "The row has a time but no date.", {"time": f"{clock:%H:%M}"})
        return full, (missing,) if full is None else ()
    try:
        local = datetime.combine(on + timedelta(days=1 if clock < cut else 0), clock, zone)
    except OverflowError:
        return None, (RowWarning(row, "bad_date", f"The date {on} cannot be used.", {"date": f"{on}"}),)
    if full is None:
        return local, ()
    message = f"The start {start_text} and the date {date_text} do not agree in {zone.key}; {start_text} is used."
    values = {"start": start_text or "", "date": date_text or "", "zone": zone.key}
    return local, (RowWarning(row, "time_contradiction", message, values),)


def end_of(start: datetime | None, length: timedelta | None, zone: ZoneInfo) -> datetime | None:
    """Return start plus length by the hands of a watch that is right: daylight saving may change in between."""
    if start is None or length is None:
        return None
    try:
        return (start.astimezone(ZoneInfo("UTC")) + length).astimezone(zone)
    except OverflowError:
        return None


def known_zone(name: str | None) -> str | None:
    """Return an IANA zone's name, or None when it is not one."""
    try:
        return ZoneInfo(name).key if name else None
    except (ValueError, OSError, KeyError):
        return None
