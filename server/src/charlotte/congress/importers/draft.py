"""What an importer reads out of a file, row by row, before anything is put together."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from charlotte.congress.importers.document import Document
from charlotte.congress.model import Room, RowWarning

LONGEST_DAYS = 60
"""A longer span is a season, and no congress whose days help to find others."""


@dataclass(frozen=True)
class Facts:
    """What a file or `event.json` says about the congress; None = does not say."""

    id: str | None = None
    name: str | None = None
    timezone: str | None = None
    venue: str | None = None
    city: str | None = None
    start_date: date | None = None
    end_date: date | None = None
    languages: tuple[str, ...] = ()
    rooms: tuple[Room, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the congress, as far as they are known."""
        first, last = self.start_date, self.end_date or self.start_date
        if first is None or last is None or not 0 <= (last - first).days <= LONGEST_DAYS:
            return ()
        return tuple(first + timedelta(days=number) for number in range((last - first).days + 1))

    def completed_by(self, other: "Facts") -> "Facts":
        """Return these facts, and where they say nothing, the other's."""
        named = {room.name: room for room in other.rooms}
        own = {room.name for room in self.rooms}
        return Facts(
            id=self.id or other.id,
            name=self.name or other.name,
            timezone=self.timezone or other.timezone,
            venue=self.venue or other.venue,
            city=self.city or other.city,
            start_date=self.start_date or other.start_date,
            end_date=self.end_date or other.end_date,
            languages=self.languages or other.languages,
            rooms=(
                *(room.completed_by(named.get(room.name, room)) for room in self.rooms),
                *(room for room in other.rooms if room.name not in own),
            ),
        )


@dataclass(frozen=True)
class DraftPerson:
    """A speaker as a row names them."""

    name: str
    id: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True)
class Draft:
    """A session as a row tells it; texts are still raw."""

    row: str
    title: str
    start: datetime | None
    """Aware."""
    end: datetime | None = None
    id: str | None = None
    room: str | None = None
    track: str | None = None
    format_name: str | None = None
    language: str | None = None
    subtitle: str | None = None
    abstract: str | None = None
    speakers: tuple[DraftPerson, ...] = ()
    chairs: tuple[DraftPerson, ...] = ()
    url: str | None = None
    cancelled: bool = False
    moved: bool = False
    """The row says that it was moved."""
    moved_from: str | None = None
    """What it says of the time or the place before, in its words."""
    part_of: str | None = None
    """The title of the session that it is a part of, which is held at the same place."""
    repeated: bool = False
    """Another row told the same; only the warnings count."""
    warnings: tuple[RowWarning, ...] = field(default=())


class Importer(Protocol):
    """Reads one format."""

    name: str

    def claims(self, document: Document) -> bool:
        """Return whether a document is, by its content, a programme in this format. Never raises."""
        ...

    def facts(self, document: Document) -> Facts:
        """Return what the document says about the congress. Raises `UnreadableFile`."""
        ...

    def drafts(self, document: Document, zone: ZoneInfo, companions: tuple[Document, ...]) -> Iterator[Draft]:
        """Yield the sessions; companions are files beside it that no importer claims. Raises `UnreadableFile`."""
        ...
