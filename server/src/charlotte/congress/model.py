"""What a congress consists of, whatever system its organisers use."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Literal
from zoneinfo import ZoneInfo

Status = Literal["scheduled", "moved", "cancelled", "unscheduled", "duplicate", "removed"]
"""`moved`: another time or room than in an earlier import. `duplicate`: the source lists the same session again at
another time. `removed`: it was in an earlier import and is missing from the latest, which is not yet a cancellation."""

Kind = Literal["talk", "keynote", "workshop", "panel", "lightning", "break", "social", "other"]


DAY_CUT = time(5)
"""Local time at which a day of an event ends: a concert at 00:15 belongs to the day before."""


def lasts_all_day(start: datetime | None, end: datetime | None) -> bool:
    """Return whether a session, by its local times, is told by its days alone: from midnight to midnight."""
    return start is not None and end is not None and start < end and not any((*_clock(start), *_clock(end)))


def _clock(moment: datetime) -> tuple[int, int]:
    return moment.hour, moment.minute


@dataclass(frozen=True)
class Congress:
    """The event itself."""

    id: str
    name: str
    timezone: str
    """IANA name."""
    venue: str | None = None
    city: str | None = None
    start_date: date | None = None
    end_date: date | None = None
    languages: tuple[str, ...] = ()
    """ISO 639-1, the main one first."""
    day_cut: time = DAY_CUT

    @cached_property
    def zone(self) -> ZoneInfo:
        """The event's time zone."""
        return ZoneInfo(self.timezone)

    def day_of(self, moment: datetime) -> date:
        """Return the day of the event that a moment belongs to."""
        local = moment.astimezone(self.zone)
        return local.date() - timedelta(days=1) if local.time() < self.day_cut else local.date()


@dataclass(frozen=True)
class Person:
    """Somebody who speaks; two people may share a name."""

    id: str
    name: str
    affiliation: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Room:
    """A place where sessions are held."""

    name: str
    aliases: tuple[str, ...] = ()
    description: str | None = None
    capacity: int | None = None
    building: str | None = None
    level: str | None = None

    def completed_by(self, other: "Room") -> "Room":
        """Return this room with what only another source tells of it."""
        return replace(
            self,
            description=self.description or other.description,
            capacity=self.capacity or other.capacity,
            building=self.building or other.building,
            level=self.level or other.level,
        )


@dataclass(frozen=True)
class Track:
    """A track that goes by several names: one in each language of the event."""

    name: str
    """As sessions name it."""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Session:
    """Anything in the programme: a talk, a workshop, a lunch."""

    id: str
    """The source's id; where it has none, one made from title, time and room."""
    title: str
    start: datetime | None
    """Aware, in the event's zone."""
    end: datetime | None
    room: str | None
    """Name of a `Room`."""
    status: Status = "scheduled"
    kind: Kind = "talk"
    subtitle: str | None = None
    abstract: str | None = None
    track: str | None = None
    language: str | None = None
    """ISO 639-1."""
    speakers: tuple[Person, ...] = ()
    chairs: tuple[Person, ...] = ()
    """Who leads it without speaking: chairs, moderators."""
    url: str | None = None
    same_as: str | None = None
    """Id of the row that this one repeats, where `status` is `duplicate`."""
    previous_start: datetime | None = None
    previous_room: str | None = None
    """Where `status` is `moved`: what the earlier import, or the programme itself, says that it was."""
    called: str | None = None
    """What the programme calls sessions of its kind: "Lettura magistrale", "Dégustation"."""

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody whom it names."""
        return tuple({person.id: person for person in (*self.speakers, *self.chairs)}.values())

    @property
    def happens(self) -> bool:
        """Whether somebody who goes there would find it."""
        return self.start is not None and self.status in ("scheduled", "moved", "duplicate")


@dataclass(frozen=True)
class RowWarning:
    """Something in a file that staff should look at."""

    row: str
    """Where: a row number, a line or the session's id."""
    code: str
    """Which sentence; the staff page has it in five languages, with `values` in it."""
    message: str
    """The sentence in English."""
    values: Mapping[str, str | int] = field(default_factory=dict)
    """What the sentence speaks of, by name: a title, a time, a room."""


@dataclass(frozen=True)
class Agenda:
    """What one import yields, before it is compared with what was there."""

    congress: Congress
    sessions: tuple[Session, ...]
    rooms: tuple[Room, ...] = ()
    warnings: tuple[RowWarning, ...] = field(default=())
    tracks: tuple[Track, ...] = ()
    """Those that go by several names."""
