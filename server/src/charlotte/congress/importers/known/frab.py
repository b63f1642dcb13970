"""frab / pentabarf `schedule.xml`: schedule > day > room > event."""

import re
from collections.abc import Iterator
from functools import partial
from xml.etree.ElementTree import Element
from zoneinfo import ZoneInfo

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Draft, DraftPerson, Facts
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.known.schedule import Slot, draft_of, facts_of
from charlotte.congress.model import Room


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
        return facts_of(partial(_text, conference), rooms.values())

    def drafts(self, document: Document, zone: ZoneInfo, _companions: tuple[Document, ...]) -> Iterator[Draft]:
        """Yield the events of every day and room."""
        for on in _schedule(document).iterfind("day"):
            for room in on.iterfind("room"):
                for event in room.iterfind("event"):
                    yield _draft(event, Slot(on.get("date"), room.get("name"), zone))


def _draft(event: Element, slot: Slot) -> Draft:
    identity = event.get("id") or event.get("guid")
    return draft_of(partial(_text, event), identity, slot, map(_person, event.iterfind("persons/person")))


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
