"""frab / pentabarf `schedule.xml`: schedule > day > room > event."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element
from zoneinfo import ZoneInfo

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Draft, DraftPerson, Facts
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.times import dated_start, day, duration, end_of, known_zone
from charlotte.congress.importers.wording import joined
from charlotte.congress.model import DAY_CUT, Room


class Frab:
    """The XML that frab, pretalx, wafer, OSEM and FOSDEM publish."""

    name = "frab XML"

    def claims(self, document: Document) -> bool:
        """Return whether it is XML with a `schedule` of days in its opening, whose days hold rooms or nothing."""
        if not document.opening.startswith("<") or "<schedule" not in document.opening:
            return False
        inside = re.search(r"<day\b[^>]*[^/]>\s*<([\w:]+)", document.opening)
        return inside is None or inside[1] == "room"

    def facts(self, document: Document) -> Facts:
        """Read `conference`, and every room, also the empty ones."""
        root = _schedule(document)
        conference = root.find("conference")
        conference = Element("conference") if conference is None else conference
        rooms = {name: Room(name) for room in root.iterfind("day/room") if (name := room.get("name", "").strip())}
        return Facts(
            id=_text(conference, "acronym"),
            name=_text(conference, "title"),
            timezone=known_zone(_text(conference, "time_zone_name")),
            venue=_text(conference, "venue"),
            city=_text(conference, "city"),
            start_date=day(_text(conference, "start")),
            end_date=day(_text(conference, "end")),
            rooms=tuple(rooms.values()),
        )

    def drafts(self, document: Document, zone: ZoneInfo, _companions: tuple[Document, ...]) -> Iterator[Draft]:
        """Yield the events of every day and room."""
        for on in _schedule(document).iterfind("day"):
            for room in on.iterfind("room"):
                for event in room.iterfind("event"):
                    yield _draft(event, on.get("date"), room.get("name"), zone)


def _draft(event: Element, on: str | None, room: str | None, zone: ZoneInfo) -> Draft:
    row = event.get("id") or event.get("guid") or "event without id"
    start, warnings = dated_start(row, on, _text(event, "start"), _text(event, "date"), zone, DAY_CUT)
    return Draft(
        row=row,
        id=event.get("id") or event.get("guid"),
        title=_text(event, "title") or "",
        start=start,
        end=end_of(start, duration(_text(event, "duration")), zone),
        room=room or _text(event, "room"),
        track=_text(event, "track"),
        format_name=_text(event, "type"),
        language=_text(event, "language"),
        subtitle=_text(event, "subtitle"),
        abstract=joined(_text(event, "abstract"), _text(event, "description")),
        speakers=tuple(_person(person) for person in event.iterfind("persons/person")),
        url=_text(event, "url"),
        cancelled=(_text(event, "status") or "").casefold() in ("cancelled", "canceled"),
        warnings=warnings,
    )


def _person(person: Element) -> DraftPerson:
    return DraftPerson("".join(person.itertext()), person.get("id"), person.get("organization"))


def _schedule(document: Document) -> Element:
    root = document.xml
    if root.tag != "schedule":
        raise UnreadableFile(f"{document.name} has no `schedule` at its top.", hint="Export the public schedule.")
    return root


def _text(parent: Element, tag: str) -> str | None:
    child = parent.find(tag)
    text = "".join(child.itertext()).strip() if child is not None else ""
    return text or None
