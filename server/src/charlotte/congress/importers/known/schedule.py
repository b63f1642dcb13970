"""What frab's XML and the JSON of pretalx and c3voc have in common: a conference, and events with the same fields."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from charlotte.congress.importers.draft import Draft, DraftPerson, Facts
from charlotte.congress.importers.times import dated_start, day, duration, end_of, known_zone
from charlotte.congress.importers.wording import joined
from charlotte.congress.model import DAY_CUT, Room

Said = Callable[[str], str | None]
"""What a conference or an event says in a field; None where it says nothing."""
CANCELLED = ("cancelled", "canceled")


@dataclass(frozen=True)
class Slot:
    """The day and the room under which an event stands."""

    day: str | None
    room: str | None
    zone: ZoneInfo


def facts_of(said: Said, rooms: Iterable[Room]) -> Facts:
    """Return what a conference tells of itself."""
    return Facts(
        id=said("acronym"),
        name=said("title"),
        timezone=known_zone(said("time_zone_name")),
        venue=said("venue"),
        city=said("city"),
        start_date=day(said("start")),
        end_date=day(said("end")),
        rooms=tuple(rooms),
    )


def draft_of(said: Said, identity: str | None, slot: Slot, speakers: Iterable[DraftPerson]) -> Draft:
    """Return an event as a draft."""
    row = identity or "event without id"
    start, warnings = dated_start(row, slot.day, said("start"), said("date"), slot.zone, DAY_CUT)
    return Draft(
        row=row,
        id=identity,
        title=said("title") or "",
        start=start,
        end=end_of(start, duration(said("duration")), slot.zone),
        room=slot.room or said("room"),
        track=said("track"),
        format_name=said("type"),
        language=said("language"),
        subtitle=said("subtitle"),
        abstract=joined(said("abstract"), said("description")),
        speakers=tuple(speakers),
        url=said("url"),
        cancelled=(said("status") or said("state") or "").casefold() in CANCELLED,
        warnings=warnings,
    )
