"""`event.json`: what the organiser says about the event itself, and the congress that follows from it."""

from typing import Any

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.errors import MissingZone, UnreadableFile
from charlotte.congress.importers.known.fields import count, text
from charlotte.congress.importers.times import day, known_zone
from charlotte.congress.importers.wording import language_code, plain
from charlotte.congress.model import Congress, Room

EVENT_FILE = "event.json"


def congress_of(facts: Facts, document: Document, event_id: str | None) -> Congress:
    """Return the congress that a document is about. Raises `MissingZone` when nobody names its zone."""
    if facts.timezone is None:
        raise MissingZone(
            f"Neither {document.name} nor an {EVENT_FILE} beside it names the event's time zone.",
            hint=f'Put an {EVENT_FILE} beside it, e.g. {{"id": "my-event", "name": "My Event", '
            '"timezone": "Europe/Rome"}.',
        )
    identity = event_id or facts.id or document.name.rsplit(".", 1)[0]
    return Congress(
        id=identity.strip(),
        name=plain(facts.name or "") or identity,
        timezone=facts.timezone,
        venue=facts.venue,
        city=facts.city,
        start_date=facts.start_date,
        end_date=facts.end_date,
        languages=facts.languages,
    )


def facts_of_event(document: Document) -> Facts:
    """Read `event.json`. Raises `UnreadableFile` or `MissingZone`."""
    event = document.json
    if not isinstance(event, dict):
        raise UnreadableFile(f"{document.name} is not a JSON object.", hint="See the documentation of event.json.")
    named = text(event, "timezone")
    zone = known_zone(named)
    if named and zone is None:
        raise MissingZone(f"{named!r} in {document.name} is not a time zone.", hint="Use a name like Europe/Rome.")
    languages = event.get("languages")
    codes = (language_code(text(one)) for one in (languages if isinstance(languages, list) else []))
    rooms = event.get("rooms")
    return Facts(
        id=text(event, "id"),
        name=text(event, "name"),
        timezone=zone,
        venue=text(event, "venue"),
        city=text(event, "city"),
        start_date=day(text(event, "start_date")),
        end_date=day(text(event, "end_date")),
        languages=tuple(code for code in codes if code),
        rooms=tuple(room for one in (rooms if isinstance(rooms, list) else []) if (room := _room(one)) is not None),
    )


def _room(value: Any) -> Room | None:
    if isinstance(value, str):
        return Room(value) if value.strip() else None
    name = text(value, "name")
    aliases = value.get("aliases") if isinstance(value, dict) else None
    named = [text(alias) for alias in aliases] if isinstance(aliases, list) else []
    return (
        Room(
            name,
            aliases=tuple(alias for alias in named if alias),
            description=text(value, "description"),
            capacity=count(value, "capacity", "seats"),
            building=text(value, "building"),
            level=text(value, "level"),
        )
        if name
        else None
    )
