"""iCalendar (RFC 5545): one VEVENT a session, recurring ones unfolded."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar, Event
from icalendar.error import BrokenCalendarProperty

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Draft, DraftPerson, Facts
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.known.described_talks import with_described_talks
from charlotte.congress.importers.known.vcalendar import as_icalendar
from charlotte.congress.importers.shapes.drafting.named_in_texts import with_facts_of_texts
from charlotte.congress.importers.times import known_zone, localise
from charlotte.congress.model import RowWarning

MOST_REPEATS = 100
"""A rule without end would fill the programme for ever."""

FEWEST, MOSTLY = 3, 0.8

ADDRESS = re.compile(r"^(?:https?:|mailto:|www\.)|\.html?(?:[#?]|$)", re.IGNORECASE)


class ICalendar:
    """Any `.ics` or `.vcs`, also with mistakes that the library tolerates."""

    name = "iCalendar"

    def claims(self, document: Document) -> bool:
        """Return whether it begins as a calendar."""
        return document.opening[:200].upper().startswith("BEGIN:VCALENDAR")

    def facts(self, document: Document) -> Facts:
        """Read the calendar's name and zone."""
        calendar = _calendar(document)
        name = calendar.get("X-WR-CALNAME") or calendar.get("NAME")
        zone = calendar.get("X-WR-TIMEZONE")
        return Facts(name=str(name) if name else None, timezone=known_zone(str(zone) if zone else None))

    def drafts(self, document: Document, zone: ZoneInfo, _companions: tuple[Document, ...]) -> Iterator[Draft]:
        """Yield every VEVENT, with its repetitions; moved or cancelled instances take the place of theirs."""
        events = [event for event in _calendar(document).walk("VEVENT") if isinstance(event, Event)]
        # Some systems give all events the same UID (or none): then it identifies nothing.
        uids = Counter(str(event.get("UID", "")) for event in events if "RECURRENCE-ID" not in event)
        unique = {uid for uid, count in uids.items() if uid and count == 1}
        replaced = {
            (str(event.get("UID", "")), moved)
            for event in events
            if (moved := _moment(event, "RECURRENCE-ID", zone)) is not None
        }
        numbered = enumerate(events, start=1)
        drafts = (
            draft for number, event in numbered for draft in _repeated(event, f"event {number}", zone, unique, replaced)
        )
        yield from with_facts_of_texts(with_described_talks(_without_office(list(drafts)), zone))


def _without_office(drafts: list[Draft]) -> Iterator[Draft]:
    """Yield drafts without the organiser of nearly all: whose calendar it is, and who speaks nowhere."""
    named = Counter(person.name for draft in drafts for person in draft.speakers)
    office = {name for name, count in named.items() if count >= max(FEWEST, MOSTLY * len(drafts))}
    for draft in drafts:
        yield replace(draft, speakers=tuple(one for one in draft.speakers if one.name not in office))


def _repeated(
    event: Event, row: str, zone: ZoneInfo, unique: set[str], replaced: set[tuple[str, datetime]]
) -> Iterator[Draft]:
    uid = str(event.get("UID", ""))
    draft = _draft(event, row, zone, uid if uid in unique else None)
    instance = _moment(event, "RECURRENCE-ID", zone)
    if instance is not None:
        yield _with_id(draft, uid, instance)
        return
    if "RRULE" not in event or draft.start is None:
        yield draft
        return
    length = draft.end - draft.start if draft.end else None
    for start in _occurrences(event, draft.start, zone):
        if (uid, start) not in replaced:
            once = Draft(**{**vars(draft), "start": start, "end": start + length if length else None})
            yield _with_id(once, uid, start)


def _occurrences(event: Event, start: datetime, zone: ZoneInfo) -> list[datetime]:
    excluded = {moment for moment in _excluded(event, zone)}
    try:
        # Repetition is by the local clock: a session at 9:00 stays at 9:00 when summer time ends.
        text = re.sub(r"(UNTIL=\d{8}T\d{6})Z", r"\1", _rule(event))
        rule = rrulestr(text, dtstart=start.replace(tzinfo=None))
        naive = list(islice(rule, MOST_REPEATS))
    except (ValueError, TypeError, AttributeError, OverflowError):
        return [start]
    return [moment for once in naive if (moment := once.replace(tzinfo=zone)) not in excluded]


def _rule(event: Event) -> str:
    written: Any = event["RRULE"]
    return str(written.to_ical().decode())


def _excluded(event: Event, zone: ZoneInfo) -> Iterator[datetime]:
    listed = event.get("EXDATE", [])
    for dates in listed if isinstance(listed, list) else [listed]:
        for one in _part(dates, "dts") or ():
            if isinstance(excluded := _part(one, "dt"), datetime) and (moment := localise(excluded, zone)):
                yield moment


def _draft(event: Event, row: str, zone: ZoneInfo, identity: str | None) -> Draft:
    start = _moment(event, "DTSTART", zone)
    bad = start is None and "DTSTART" in event
    location = _words(event, "LOCATION")
    return Draft(
        row=row,
        id=identity,
        title=_words(event, "SUMMARY") or "",
        start=start,
        end=_end(event, start, zone),
        room=None if location and ADDRESS.search(location) else location,
        track=_categories(event),
        abstract=_words(event, "DESCRIPTION"),
        speakers=_organiser(event),
        url=_words(event, "URL") or (location if location and ADDRESS.search(location) else None),
        cancelled=(_words(event, "STATUS") or "").upper() == "CANCELLED",
        warnings=(RowWarning(row, "bad_start", "The start cannot be read."),) if bad else (),
    )


def _with_id(draft: Draft, uid: str, at: datetime) -> Draft:
    return Draft(**{**vars(draft), "id": f"{uid}@{at:%Y%m%dT%H%M}" if uid else None})


def _moment(event: Event, key: str, zone: ZoneInfo) -> datetime | None:
    value = event.get(key)
    read = _part(value, "dt")
    if isinstance(read, datetime):
        return localise(read, zone)
    if isinstance(read, date):  # all day
        return datetime(read.year, read.month, read.day, tzinfo=zone)
    return None


def _end(event: Event, start: datetime | None, zone: ZoneInfo) -> datetime | None:
    end = _moment(event, "DTEND", zone)
    length = _part(event.get("DURATION"), "dt")
    if end is None and start is not None and isinstance(length, timedelta):
        try:
            return start + length
        except OverflowError:
            return None
    if end is None and start is not None and not isinstance(_part(event.get("DTSTART"), "dt"), datetime):
        return start + timedelta(days=1) if start.year < 9999 else None
    return end


def _part(value: Any, name: str) -> Any:
    """Return an attribute of a property's value; None where there is none, or the property could not be parsed."""
    try:
        return getattr(value, name, None)
    except BrokenCalendarProperty:
        return None


def _organiser(event: Event) -> tuple[DraftPerson, ...]:
    name = (_part(event.get("ORGANIZER"), "params") or {}).get("CN")
    return (DraftPerson(str(name)),) if name and "@" not in str(name) else ()


def _categories(event: Event) -> str | None:
    value: Any = event.get("CATEGORIES")
    first = value[0] if isinstance(value, list) and value else value
    names = [str(name) for name in _part(first, "cats") or []]
    return names[0] if names else None


def _words(event: Event, key: str) -> str | None:
    value = event.get(key)
    value = value[0] if isinstance(value, list) and value else value
    return str(value).strip() or None if value is not None else None


def _calendar(document: Document) -> Calendar:
    try:
        calendars = Calendar.from_ical(as_icalendar(document.text), multiple=True)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise UnreadableFile(
            f"{document.name} is not a complete calendar: {str(error)[:120]}.",
            hint="The file is damaged or cut off; export it again.",
        ) from error
    if not calendars or not isinstance(calendars[0], Calendar):
        raise UnreadableFile(f"{document.name} holds no calendar.", hint="Export it again.")
    return calendars[0]
