"""c3voc / pretalx `schedule.json`: schedule > conference > days > rooms by name > events."""

from collections.abc import Iterator
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Draft, DraftPerson, Facts
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.known.fields import count, records, text
from charlotte.congress.importers.known.schedule import Slot, draft_of, facts_of
from charlotte.congress.model import Room


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
        return facts_of(partial(text, conference), rooms)

    def drafts(self, document: Document, zone: ZoneInfo, _companions: tuple[Document, ...]) -> Iterator[Draft]:
        """Yield the events of every day and room."""
        for on in records(_conference(document), "days"):
            rooms = on.get("rooms")
            for room in rooms if isinstance(rooms, dict) else ():
                for event in records(rooms, room):
                    yield _draft(event, Slot(text(on, "date"), room, zone))


def _draft(event: dict[str, Any], slot: Slot) -> Draft:
    identity = text(event, "code") or text(event, "id") or text(event, "guid")
    return draft_of(partial(text, event), identity, slot, map(_person, records(event, "persons")))


def _person(person: dict[str, Any]) -> DraftPerson:
    name = text(person, "public_name") or text(person, "name") or ""
    identity = text(person, "code") or text(person, "guid") or text(person, "id")
    return DraftPerson(name, identity, text(person, "organization"))


def _conference(document: Document) -> dict[str, Any]:
    parsed = document.json
    schedule = parsed.get("schedule") if isinstance(parsed, dict) else None
    conference = schedule.get("conference") if isinstance(schedule, dict) else None
    if not isinstance(conference, dict):
        raise UnreadableFile(f"{document.name} has no schedule.conference.", hint="Export the public schedule.")
    return conference
