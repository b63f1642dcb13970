"""iCalendar (RFC 5545): one VEVENT a session, recurring ones unfolded."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from charlotte.congress.importers.assembling.assemble import MOST_SESSIONS, too_many
from charlotte.congress.importers.assembling.long_texts import kept_short
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Draft, DraftPerson, Facts
from charlotte.congress.importers.known.calendar_file import calendars_in
from charlotte.congress.importers.known.described_talks import with_described_talks
from charlotte.congress.importers.known.moments import is_all_day, moment_of, part_of, unknown_zone
from charlotte.congress.importers.known.repeats import Series, is_endless, repeated
from charlotte.congress.importers.shapes.drafting.named_in_texts import with_facts_of_texts
from charlotte.congress.importers.shapes.people.named_elsewhere import with_people_apart
from charlotte.congress.importers.times import known_zone
from charlotte.congress.model import RowWarning

FEWEST, MOSTLY = 3, 0.8
LONGEST_LINE = 80

ADDRESS = re.compile(r"^(?:https?:|mailto:|www\.)|\.html?(?:[#?]|$)", re.IGNORECASE)


class ICalendar:
    """Any `.ics` or `.vcs`, also with mistakes that the library tolerates."""

    name = "iCalendar"

    def claims(self, document: Document) -> bool:
        """Return whether it begins as a calendar."""
        return document.opening[:200].upper().startswith("BEGIN:VCALENDAR")

    def facts(self, document: Document) -> Facts:
        """Read the calendar's name and zone."""
        calendar = calendars_in(document)[0]
        name = calendar.get("X-WR-CALNAME") or calendar.get("NAME")
        zone = calendar.get("X-WR-TIMEZONE")
        return Facts(name=str(name) if name else None, timezone=known_zone(str(zone) if zone else None))

    def drafts(self, document: Document, zone: ZoneInfo, _companions: tuple[Document, ...]) -> Iterator[Draft]:
        """Yield every VEVENT, with its repetitions; moved or cancelled instances take the place of theirs."""
        calendars = calendars_in(document)
        gone = {id(event) for calendar in calendars if _cancels(calendar) for event in _events(calendar)}
        numbered = [*enumerate((event for calendar in calendars for event in _events(calendar)), start=1)]
        latest, warnings = _latest(numbered)
        # Some systems give all events the same UID (or none): then it identifies nothing.
        uids = Counter(str(event.get("UID", "")) for _, event in latest if "RECURRENCE-ID" not in event)
        unique = {uid for uid, count in uids.items() if uid and count == 1}
        told = [(event, _draft(event, f"event {number}", zone, unique)) for number, event in latest]
        told = [(event, replace(one, cancelled=True) if id(event) in gone else one) for event, one in told]
        series = Series([(event, one) for event, one in told if "RECURRENCE-ID" in event], zone, _last_day(told))
        every = (one for event, draft in told for one in repeated(event, draft, series))
        drafts = [*islice(kept_short(every), MOST_SESSIONS + 1)]
        if len(drafts) > MOST_SESSIONS:
            raise too_many()
        if drafts and warnings:
            drafts[0] = replace(drafts[0], warnings=(*warnings, *drafts[0].warnings))
        yield from with_people_apart(with_facts_of_texts(with_described_talks(_without_office(drafts), zone)))


def _events(calendar: Calendar) -> Iterator[Event]:
    return (event for event in calendar.walk("VEVENT") if isinstance(event, Event))


def _cancels(calendar: Calendar) -> bool:
    """Return whether a calendar was sent to call off what it holds."""
    return str(calendar.get("METHOD", "")).strip().upper() == "CANCEL"


def _latest(events: Iterable[tuple[int, Event]]) -> tuple[list[tuple[int, Event]], list[RowWarning]]:
    """Return the events without earlier versions of the same ones, and a warning for each of those.

    What has one UID and a number of its version is one event, told again each time that it changed.
    """
    newest: dict[tuple[str, str], tuple[int, int]] = {}
    kept: dict[int, Event] = {}
    warnings = []
    for number, event in events:
        key = (str(event.get("UID", "")), _words(event, "RECURRENCE-ID") or "")
        version = part_of(event.get("SEQUENCE"), "real")
        version = version if isinstance(version, int) else 0
        before = newest.get(key) if key[0] else None
        if before is not None and before[0] != version:
            left = min((before, (version, number)))[1]
            title = _words(kept.pop(left, event), "SUMMARY") or ""
            message = f"{title!r} is in the file in several versions; the latest was read."
            warnings.append(RowWarning(f"event {left}", "superseded", message, {"title": title}))
            if left == number:
                continue
        newest[key] = (version, number)
        kept[number] = event
    return [*kept.items()], warnings


def _last_day(told: Sequence[tuple[Event, Draft]]) -> datetime | None:
    """Return when the last event begins that does not go on for ever."""
    return max((one.start for event, one in told if one.start is not None and not is_endless(event)), default=None)


def _without_office(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield drafts without the organiser of nearly all: whose calendar it is, and who speaks nowhere."""
    named = Counter(person.name for draft in drafts for person in draft.speakers)
    office = {name for name, count in named.items() if count >= max(FEWEST, MOSTLY * len(drafts))}
    untold = set(office)
    for draft in drafts:
        mine = [one.name for one in draft.speakers if one.name in untold]
        untold -= {*mine}
        yield replace(
            draft,
            speakers=tuple(one for one in draft.speakers if one.name not in office),
            warnings=(*draft.warnings, *(_left_out(draft.row, name) for name in mine)),
        )


def _left_out(row: str, name: str) -> RowWarning:
    message = f"{name!r} organises nearly all events and was not read as who speaks in them."
    return RowWarning(row, "organises_all", message, {"name": name})


def _draft(event: Event, row: str, zone: ZoneInfo, unique: set[str]) -> Draft:
    uid = str(event.get("UID", ""))
    start = moment_of(event, "DTSTART", zone)
    location = _words(event, "LOCATION")
    return Draft(
        row=row,
        id=uid if uid in unique else None,
        title=_words(event, "SUMMARY") or "",
        start=start,
        end=_end(event, start, zone),
        room=None if location and ADDRESS.search(location) else location,
        track=_categories(event),
        abstract=_words(event, "DESCRIPTION"),
        speakers=_organiser(event),
        url=_words(event, "URL") or (location if location and ADDRESS.search(location) else None),
        cancelled=(_words(event, "STATUS") or "").upper() in ("CANCELLED", "CANCELED"),
        warnings=tuple(_warnings(event, row, start, zone)),
    )


def _warnings(event: Event, row: str, start: datetime | None, zone: ZoneInfo) -> Iterator[RowWarning]:
    if start is None and "DTSTART" in event:
        yield RowWarning(row, "bad_start", "The start cannot be read.")
    if start is not None and (named := unknown_zone(event.get("DTSTART"))) is not None:
        message = f"The time zone {named!r} is not known; the event's own, {zone.key}, was used."
        yield RowWarning(row, "unknown_zone", message, {"zone": named, "used": zone.key})
    for name, fault in event.errors:
        if name is None:  # a line that belongs to nothing
            text = fault.partition("parts: ")[2].partition(": Invalid")[0].strip("'")[:LONGEST_LINE]
            message = f"The line {text!r} is none that a calendar may hold and was left out."
            yield RowWarning(row, "stray_line", message, {"text": text})


def _end(event: Event, start: datetime | None, zone: ZoneInfo) -> datetime | None:
    end = moment_of(event, "DTEND", zone)
    length = part_of(event.get("DURATION"), "dt")
    if end is None and start is not None and isinstance(length, timedelta):
        try:
            return start + length
        except OverflowError:
            return None
    if end is None and start is not None and is_all_day(event):
        return start + timedelta(days=1) if start.year < 9999 else None
    return end


def _organiser(event: Event) -> tuple[DraftPerson, ...]:
    name = (part_of(event.get("ORGANIZER"), "params") or {}).get("CN")
    return (DraftPerson(str(name)),) if name and "@" not in str(name) else ()


def _categories(event: Event) -> str | None:
    value: Any = event.get("CATEGORIES")
    first = value[0] if isinstance(value, list) and value else value
    names = [str(name) for name in part_of(first, "cats") or []]
    return names[0] if names else None


def _words(event: Event, key: str) -> str | None:
    value = event.get(key)
    value = value[0] if isinstance(value, list) and value else value
    return str(value).strip() or None if value is not None else None
