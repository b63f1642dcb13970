"""c3voc / pretalx `schedule.json`: schedule > conference > days > rooms by name > events."""

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Draft, DraftPerson, Facts
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.known.fields import count, records, text
from charlotte.congress.importers.times import dated_start, day, duration, end_of, known_zone
from charlotte.congress.importers.wording import joined
from charlotte.congress.model import DAY_CUT, Room


class C3voc:
    """The JSON that pretalx and the c3voc tools publish."""

    name = "c3voc JSON"

    def claims(self, document: Document) -> bool:
        """Return whether it is a JSON object with a schedule's conference."""
        if not document.opening.startswith("{") or '"schedule"' not in document.opening:
            return False
        return '"conference"' in document.opening or '"c3voc' in document.opening

    def facts(self, document: Document) -> Facts:
        """Read `conference`."""
        conference = _conference(document)
        listed = records(conference, "rooms")
        rooms = (
            Room(name, description=text(room, "description"), capacity=count(room, "capacity"))
            for room in listed
            if (name := text(room, "name"))
        )
        return Facts(
            id=text(conference, "acronym"),
            name=text(conference, "title"),
            timezone=known_zone(text(conference, "time_zone_name")),
            venue=text(conference, "venue"),
            city=text(conference, "city"),
            start_date=day(text(conference, "start")),
            end_date=day(text(conference, "end")),
            rooms=tuple(rooms),
        )

    def drafts(self, document: Document, zone: ZoneInfo, _companions: tuple[Document, ...]) -> Iterator[Draft]:
        """Yield the events of every day and room."""
        for on in records(_conference(document), "days"):
            rooms = on.get("rooms")
            for room in rooms if isinstance(rooms, dict) else ():
                for event in records(rooms, room):
                    yield _draft(event, text(on, "date"), room, zone)


def _draft(event: dict[str, Any], on: str | None, room: str, zone: ZoneInfo) -> Draft:
    identity = text(event, "code") or text(event, "id") or text(event, "guid")
    row = identity or "event without id"
    start, warnings = dated_start(row, on, text(event, "start"), text(event, "date"), zone, DAY_CUT)
    return Draft(
        row=row,
        id=identity,
        title=text(event, "title") or "",
        start=start,
        end=end_of(start, duration(text(event, "duration")), zone),
        room=room or text(event, "room"),
        track=text(event, "track"),
        format_name=text(event, "type"),
        language=text(event, "language"),
        subtitle=text(event, "subtitle"),
        abstract=joined(text(event, "abstract"), text(event, "description")),
        speakers=tuple(
            DraftPerson(
                text(person, "public_name") or text(person, "name") or "",
                text(person, "code") or text(person, "guid") or text(person, "id"),
                text(person, "organization"),
            )
            for person in records(event, "persons")
        ),
        url=text(event, "url"),
        cancelled=(text(event, "status") or text(event, "state") or "").casefold() in ("cancelled", "canceled"),
        warnings=warnings,
    )


def _conference(document: Document) -> dict[str, Any]:
    parsed = document.json
    schedule = parsed.get("schedule") if isinstance(parsed, dict) else None
    conference = schedule.get("conference") if isinstance(schedule, dict) else None
    if not isinstance(conference, dict):
        raise UnreadableFile(f"{document.name} has no schedule.conference.", hint="Export the public schedule.")
    return conference
