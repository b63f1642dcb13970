"""Indico's exports: `/export/timetable/ID.json`, and `/export/event/ID.json` with its sessions or contributions."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Draft, DraftPerson, Facts
from charlotte.congress.importers.known.fields import records, text
from charlotte.congress.importers.times import day, end_of, known_zone, localise
from charlotte.congress.importers.wording import SOCIAL_TITLES
from charlotte.congress.model import RowWarning

ENTRIES = ("ContribSchEntry", "LinkedTimeSchEntry", "BreakTimeSchEntry")
DEEPEST = 4
"""Sessions hold contributions, and those subcontributions."""


class Indico:
    """What Indico's HTTP export interface returns."""

    name = "Indico export"

    def claims(self, document: Document) -> bool:
        """Return whether Indico's own names of types stand near the beginning."""
        opening = document.opening
        if not opening.startswith("{") or '"results"' not in opening:
            return False
        return any(f'"{entry}"' in opening for entry in ENTRIES) or (
            '"HTTPAPIResult"' in opening and any(f'"{kind}"' in opening for kind in ("Conference", "Contribution"))
        )

    def facts(self, document: Document) -> Facts:
        """Read what the event's own export says; a timetable tells its zone and days."""
        event = next(records(document.json, "results"), {})
        starts = [
            entry["startDate"] for entry, _ in _entries(document.json) if isinstance(entry.get("startDate"), dict)
        ]
        days = sorted(on for one in starts if (on := day(text(one, "date"))) is not None)
        zone = text(event, "timezone") or next((tz for one in starts if (tz := text(one, "tz"))), None)
        return Facts(
            id=text(event, "id") or next((one for one, _ in _timetables(document.json)), None),
            name=text(event, "title"),
            timezone=known_zone(zone),
            venue=text(event, "location"),
            start_date=day(text(event, "startDate", "date")) or (days[0] if days else None),
            end_date=day(text(event, "endDate", "date")) or (days[-1] if days else None),
        )

    def drafts(self, document: Document, zone: ZoneInfo, _companions: tuple[Document, ...]) -> Iterator[Draft]:
        """Yield every entry, what is inside of a session or a contribution as its part."""
        seen: set[str] = set()
        for entry, above in _entries(document.json):
            draft = _draft(entry, above, zone)
            if draft.id is not None and draft.id in seen:
                continue  # an event's export lists a contribution by itself and in its session
            seen.add(draft.id or "")
            yield draft
            yield from _subcontributions(entry, draft, zone)


def _timetables(parsed: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    results = parsed.get("results") if isinstance(parsed, dict) else None
    for event_id, days in results.items() if isinstance(results, dict) else ():
        if isinstance(days, dict):
            yield str(event_id), days


def _entries(parsed: Any) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Yield every entry with the session that holds it, in order of time."""
    for _, days in _timetables(parsed):
        for entries in days.values():
            yield from _in_order(entries, None, 0)
    for event in records(parsed, "results"):
        for session in records(event, "sessions"):
            yield session, None
            for contribution in records(session, "contributions"):
                yield contribution, session
        for contribution in records(event, "contributions"):
            yield contribution, None


def _in_order(
    entries: Any, above: dict[str, Any] | None, depth: int
) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None]]:
    listed = entries.values() if isinstance(entries, dict) else entries if isinstance(entries, list) else ()
    for entry in sorted((one for one in listed if isinstance(one, dict)), key=_when):
        yield entry, above
        if depth < DEEPEST:
            yield from _in_order(entry.get("entries"), entry, depth + 1)


def _when(entry: dict[str, Any]) -> tuple[str, str]:
    return text(entry, "startDate", "date") or "", text(entry, "startDate", "time") or ""


def _draft(entry: dict[str, Any], above: dict[str, Any] | None, zone: ZoneInfo) -> Draft:
    title = _title(entry)
    identity = text(entry, "contributionId") or text(entry, "id")
    start, end = _moment(entry.get("startDate"), zone), _moment(entry.get("endDate"), zone)
    row = f"entry {identity or '?'}"
    kind = text(entry, "entryType") or text(entry, "type")
    is_session = kind == "Session" or any(name in entry for name in ("conveners", "slotTitle"))
    listed = text(entry, "session") if above is None else _title(above)
    unreadable = start is None and entry.get("startDate") is not None
    return Draft(
        row=row,
        id=f"{'s' if is_session else 'b' if kind == 'Break' else 'c'}{(identity or '').lstrip('scb')}"
        if identity
        else None,
        title=title,
        start=start,
        end=end or end_of(start, _length(entry), zone),
        room=_room(entry) or (_room(above) if above is not None else None),
        track=text(entry, "track"),
        format_name=text(entry, "type") if kind != "Break" else None if SOCIAL_TITLES.search(title) else "break",
        language=text(entry, "language"),
        abstract=text(entry, "description"),
        speakers=_people(entry, "presenters") or _people(entry, "speakers") or _people(entry, "primaryauthors"),
        chairs=_people(entry, "conveners"),
        url=url if (url := text(entry, "url") or "").startswith("http") else None,
        part_of=listed if listed != title else None,
        warnings=(RowWarning(row, "bad_time_of", f"The time of {title!r} cannot be read.", {"title": title}),)
        if unreadable
        else (),
    )


def _subcontributions(entry: dict[str, Any], outer: Draft, zone: ZoneInfo) -> Iterator[Draft]:
    """Yield the parts of a contribution, one after the other as long as each says how long it takes."""
    begins = outer.start
    for one in records(entry, "subContributions"):
        title, length = text(one, "title") or "", _length(one)
        end = end_of(begins, length, zone)
        yield Draft(
            row=f"subcontribution {text(one, 'id') or '?'} of {outer.row}",
            title=title,
            start=begins,
            end=end,
            room=outer.room,
            track=outer.track,
            abstract=text(one, "description"),
            speakers=_people(one, "speakers") or _people(one, "presenters"),
            part_of=outer.title,
        )
        begins = end or begins


def _title(entry: dict[str, Any]) -> str:
    title = text(entry, "title") or text(entry, "session", "title") or ""
    slot = text(entry, "slotTitle")
    return f"{title}: {slot}" if slot and slot not in title else title


def _room(entry: dict[str, Any]) -> str | None:
    return text(entry, "room") or text(entry, "roomFullname")


def _length(entry: dict[str, Any]) -> timedelta | None:
    minutes = entry.get("duration")
    if isinstance(minutes, bool) or not isinstance(minutes, int | float):
        return None
    return timedelta(minutes=minutes) if 0 < minutes < 24 * 60 else None


def _moment(value: Any, zone: ZoneInfo) -> datetime | None:
    on, at = text(value, "date"), text(value, "time")
    try:
        read = datetime.fromisoformat(f"{on}T{at}")
    except ValueError:
        return None
    own = known_zone(text(value, "tz"))
    return localise(read.replace(tzinfo=ZoneInfo(own)) if own else read, zone)


def _people(entry: dict[str, Any], key: str) -> tuple[DraftPerson, ...]:
    return tuple(DraftPerson(_name(one), None, text(one, "affiliation")) for one in records(entry, key))


def _name(person: dict[str, Any]) -> str:
    first = text(person, "first_name") or text(person, "firstName")
    last = text(person, "last_name") or text(person, "familyName")
    name = " ".join(filter(None, (first, last))) if last else text(person, "name") or text(person, "fullName") or ""
    title = text(person, "title")
    return f"{title} {name}" if title and not name.startswith(title) else name
