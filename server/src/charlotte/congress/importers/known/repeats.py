"""Events of a calendar that are repeated: by a rule, on listed days, without some, and with instances told anew."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Event

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.known.moments import as_moment, moment_of, part_of
from charlotte.congress.model import RowWarning

MOST_REPEATS = 100
"""A rule without end would fill the programme for ever."""
ENDS = re.compile(r"\b(?:COUNT|UNTIL)=")
STEPS = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
"""How often no session of a congress is repeated; a rule of these may search for years and find nothing."""


class Series:
    """The instances of repeated events that are told anew, and the day on which those without an end stop."""

    def __init__(self, told: Sequence[tuple[Event, Draft]], zone: ZoneInfo, last: datetime | None) -> None:
        self.zone = zone
        self.last = last
        self._anew: set[tuple[str, datetime]] = set()
        self._from_then: dict[str, list[tuple[datetime, Draft]]] = {}
        for event, draft in told:
            uid, at = str(event.get("UID", "")), instance_of(event, zone)
            if at is None:
                continue
            self._anew.add((uid, at))
            if (part_of(event.get("RECURRENCE-ID"), "params") or {}).get("RANGE", "").upper() == "THISANDFUTURE":
                self._from_then.setdefault(uid, []).append((at, draft))

    def is_told_anew(self, uid: str, at: datetime) -> bool:
        """Return whether an instance is an event of its own in the file."""
        return (uid, at) in self._anew

    def from_then(self, uid: str, at: datetime) -> tuple[datetime, Draft] | None:
        """Return the instance that says how it and all later ones are, the latest before a moment."""
        return max((one for one in self._from_then.get(uid, ()) if one[0] < at), default=None, key=lambda one: one[0])


def is_endless(event: Event) -> bool:
    """Return whether an event is repeated for ever."""
    return "RRULE" in event and ENDS.search(_rule(event).upper()) is None


def instance_of(event: Event, zone: ZoneInfo) -> datetime | None:
    """Return which instance of a repeated event an event tells anew."""
    return moment_of(event, "RECURRENCE-ID", zone)


def repeated(event: Event, draft: Draft, series: Series) -> Iterator[Draft]:
    """Yield an event as often as it is held."""
    uid = str(event.get("UID", ""))
    if (instance := instance_of(event, series.zone)) is not None:
        yield _with_id(draft, uid, instance)
        return
    if draft.start is None or not {"RRULE", "RDATE"} & {*event}:
        yield draft
        return
    starts, warnings = _starts(event, draft, series)
    length = draft.end - draft.start if draft.end else None
    for start in starts:
        if series.is_told_anew(uid, start):
            continue
        once = replace(draft, start=start, end=start + length if length else None)
        if (told := series.from_then(uid, start)) is not None:
            once = _as_from_then(once, *told)
        yield _with_id(replace(once, warnings=(*draft.warnings, *warnings)), uid, start)
        draft, warnings = replace(draft, warnings=()), ()


def _as_from_then(once: Draft, at: datetime, told: Draft) -> Draft:
    if once.start is None or told.start is None:
        return replace(told, row=once.row, start=once.start, end=once.end)
    start = once.start + (told.start - at)
    return replace(told, row=once.row, start=start, end=start + (told.end - told.start) if told.end else None)


def _starts(event: Event, draft: Draft, series: Series) -> tuple[list[datetime], tuple[RowWarning, ...]]:
    """Return when an event begins, each time, and what staff should know of how that was told."""
    assert draft.start is not None
    excluded = {*_listed(event, "EXDATE", series.zone)}
    days = {*_days(event, "EXDATE")} if not excluded else set()
    added = _listed(event, "RDATE", series.zone)
    found: list[datetime] = [draft.start]
    warnings: tuple[RowWarning, ...] = ()
    if "RRULE" in event:
        try:
            found = _by_rule(event, draft.start, series)
        except (ValueError, TypeError, AttributeError, OverflowError):
            message = f"How {draft.title!r} is repeated cannot be read; it was read once."
            warnings = (RowWarning(draft.row, "bad_repetition", message, {"title": draft.title}),)
    held = sorted({*found, *added})
    kept = [one for one in held if one not in excluded and one.date() not in days]
    if not warnings and (is_endless(event) or len(found) == MOST_REPEATS):
        message = f"{draft.title!r} is repeated without an end; it was read {len(kept)} times."
        warnings = (RowWarning(draft.row, "endless", message, {"title": draft.title, "count": len(kept)}),)
    return kept, warnings


def _by_rule(event: Event, start: datetime, series: Series) -> list[datetime]:
    # Repetition is by the local clock: a session at 9:00 stays at 9:00 when summer time ends.
    text = re.sub(r"(UNTIL=\d{8}T\d{6})Z", r"\1", _rule(event))
    text = re.sub(r"(UNTIL=\d{8})(?!\d|T)", r"\1T235959", text)
    if any(f"FREQ={one}" in text.upper() for one in STEPS) and "BY" in text.upper():
        raise ValueError(text)
    naive = start.replace(tzinfo=None)
    rule = rrulestr(text, dtstart=naive)
    stops = _end_of(series.last, naive) if is_endless(event) else None
    found = islice(rule, MOST_REPEATS)
    return [once.replace(tzinfo=series.zone) for once in found if stops is None or once <= stops]


def _end_of(last: datetime | None, start: datetime) -> datetime | None:
    """Return the end of the last day on which anything else begins; None where nothing else does."""
    if last is None or last.replace(tzinfo=None) < start:
        return None
    return datetime.combine(last.date(), time.max)


def _rule(event: Event) -> str:
    written: Any = event["RRULE"]
    written = written[0] if isinstance(written, list) and written else written
    return str(written.to_ical().decode()) if hasattr(written, "to_ical") else str(written)


def _listed(event: Event, key: str, zone: ZoneInfo) -> list[datetime]:
    """Return the moments that a property lists; days without a clock only where the event has none either."""
    is_clocked = isinstance(part_of(event.get("DTSTART"), "dt"), datetime)
    moments = (as_moment(one, zone) for one in _values(event, key) if isinstance(one, datetime) or not is_clocked)
    return [one for one in moments if one is not None]


def _days(event: Event, key: str) -> Iterator[date]:
    """Yield the days that a property lists without a clock."""
    return (one for one in _values(event, key) if not isinstance(one, datetime))


def _values(event: Event, key: str) -> Iterator[date]:
    listed = event.get(key, [])
    for dates in listed if isinstance(listed, list) else [listed]:
        for one in part_of(dates, "dts") or ():
            read = part_of(one, "dt")
            read = read[0] if isinstance(read, tuple) and read else read  # a period
            if isinstance(read, date):
                yield read


def _with_id(draft: Draft, uid: str, at: datetime) -> Draft:
    return replace(draft, id=f"{uid}@{at:%Y%m%dT%H%M}" if uid else None)
