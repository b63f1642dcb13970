"""A congress in memory: one immutable version of its programme, with the indexes that questions need."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from charlotte.congress.model import Congress, Person, Room, Session, Track, lasts_all_day

# A session without an end is taken to be over after this long, unless the next one in its room begins earlier.
ASSUMED_LENGTH = timedelta(minutes=60)
_WORD = re.compile(r"\w+")
_LEGAL_FORMS = frozenset("s p a r l spa srl gmbh ag se inc ltd llc sa sas sl plc bv kg co ev the".split())


@dataclass(frozen=True, eq=False)
class Programme:
    """Everything that is true about one congress at one version; compared by identity, so that it can key a cache."""

    congress: Congress
    sessions: tuple[Session, ...]
    rooms: tuple[Room, ...]
    version: int = 0
    called: tuple[Track, ...] = ()
    """Tracks that go by several names."""

    @cached_property
    def by_id(self) -> Mapping[str, Session]:
        """Sessions by id."""
        return {session.id: session for session in self.sessions}

    @cached_property
    def happening(self) -> tuple[Session, ...]:
        """Sessions that take place, by start, then room."""
        held = (session for session in self.sessions if session.happens)
        return tuple(sorted(held, key=_by_time))

    @cached_property
    def by_room(self) -> Mapping[str, tuple[Session, ...]]:
        """Sessions that take place, by room and in order; rooms without sessions have an empty tuple."""
        found: dict[str, list[Session]] = {room.name: [] for room in self.rooms}
        for session in self.happening:
            if session.room is not None:
                found.setdefault(session.room, []).append(session)
        return {room: tuple(sessions) for room, sessions in found.items()}

    @cached_property
    def persons(self) -> tuple[Person, ...]:
        """Everybody who speaks or chairs, by name."""
        everybody = {person.id: person for session in self.sessions for person in session.people}
        return tuple(sorted(everybody.values(), key=lambda person: (person.name, person.id)))

    @cached_property
    def by_speaker(self) -> Mapping[str, tuple[Session, ...]]:
        """Sessions by person id, by time, unscheduled ones last; of who speaks in none, those that they chair."""
        found: dict[str, list[Session]] = {}
        for session in sorted(self.sessions, key=_by_time):
            for person in session.speakers:
                found.setdefault(person.id, []).append(session)
        chaired: dict[str, list[Session]] = {}
        for session in sorted(self.sessions, key=_by_time):
            for person in session.chairs:
                chaired.setdefault(person.id, []).append(session)
        found = chaired | found
        return {person_id: tuple(sessions) for person_id, sessions in found.items()}

    @cached_property
    def tracks(self) -> tuple[str, ...]:
        """Names of the tracks, in order of the alphabet."""
        return tuple(sorted({session.track for session in self.sessions if session.track}))

    @cached_property
    def names_of_tracks(self) -> Mapping[str, tuple[str, ...]]:
        """Everything that each track is called, its own name first."""
        others = {track.name: track.aliases for track in self.called}
        return {name: (name, *others.get(name, ())) for name in self.tracks}

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Days of the event on which something takes place."""
        return tuple(sorted({day for session in self.happening if (day := self.day(session)) is not None}))

    @cached_property
    def _listings(self) -> Mapping[tuple[str, frozenset[str]], tuple[Session, ...]]:
        found: dict[tuple[str, frozenset[str]], list[Session]] = {}
        for session in self.happening:
            found.setdefault(_identity(session), []).append(session)
        return {identity: tuple(sessions) for identity, sessions in found.items()}

    def day(self, session: Session) -> date | None:
        """Return the day of the event on which a session begins."""
        if session.start is None:
            return None
        local = session.start.astimezone(self.congress.zone)
        if lasts_all_day(local, session.end and session.end.astimezone(self.congress.zone)):
            return local.date()
        return self.congress.day_of(session.start)

    def end(self, session: Session) -> datetime | None:
        """Return when a session ends: as published, or else assumed."""
        if session.end is not None or session.start is None:
            return session.end
        assumed = session.start + ASSUMED_LENGTH
        later = self.next_in_room(session)
        return min(assumed, later.start) if later and later.start else assumed

    def next_in_room(self, session: Session) -> Session | None:
        """Return what begins next in the same room on the same day of the event."""
        if session.start is None or session.room is None:
            return None
        after = session.end or session.start + timedelta(minutes=1)
        rows = self.by_room.get(session.room, ())
        at = bisect_left(rows, after, key=_start)
        found = rows[at] if at < len(rows) else None
        return found if found and self.day(found) == self.day(session) else None

    def on_at(self, moment: datetime, room: str | None = None) -> tuple[Session, ...]:
        """Return what is going on at a moment, in one room or everywhere."""
        return tuple(s for s in self._in(room) if _start(s) <= moment < (self.end(s) or _start(s)))

    def starting(self, begin: datetime, until: datetime, room: str | None = None) -> tuple[Session, ...]:
        """Return what begins at or after `begin` and before `until`."""
        rows = self._in(room)
        return tuple(rows[bisect_left(rows, begin, key=_start) : bisect_left(rows, until, key=_start)])

    def next_after(self, moment: datetime, room: str | None = None) -> tuple[Session, ...]:
        """Return what begins next after a moment: all that begin together."""
        rows = self._in(room)
        at = bisect_left(rows, moment + timedelta(microseconds=1), key=_start)
        return tuple(s for s in rows[at:] if s.start == rows[at].start) if at < len(rows) else ()

    def on_day(self, day: date, room: str | None = None) -> tuple[Session, ...]:
        """Return what begins on a day of the event."""
        return tuple(s for s in self._in(room) if self.day(s) == day)

    def other_listings(self, session: Session) -> tuple[Session, ...]:
        """Return rows of the programme that list the same session at another time."""
        return tuple(s for s in self._listings.get(_identity(session), ()) if s.id != session.id)

    def previous_in_room(self, session: Session) -> Session | None:
        """Return what was last over in the same room when a session begins, on the same day of the event."""
        if session.start is None or session.room is None:
            return None
        rows = [
            other
            for other in self.by_room.get(session.room, ())
            if other.id != session.id and (end := self.end(other)) is not None and end <= session.start
        ]
        found = max(rows, key=_start, default=None)
        return found if found and self.day(found) == self.day(session) else None

    def whole_of(self, session: Session) -> Session | None:
        """Return the session that another is a part of, which bears its title below its own; None = it is no part."""
        wholes = self._titled.get(session.subtitle or "", ())
        return next((one for one in wholes if self.is_inside(session, one.id)), None)

    @cached_property
    def _titled(self) -> Mapping[str, tuple[Session, ...]]:
        found: dict[str, list[Session]] = {}
        for session in self.happening:
            found.setdefault(session.title, []).append(session)
        return {title: tuple(sessions) for title, sessions in found.items()}

    def is_inside(self, session: Session, whole_id: str) -> bool:
        """Return whether a session is one of those that another consists of: it bears its title below its own."""
        whole = self.by_id.get(whole_id)
        if whole is None or session.subtitle != whole.title or session.id == whole_id:
            return False
        return session.room == whole.room and self.day(session) == self.day(whole)

    def colleagues(self, person: Person) -> tuple[Person, ...]:
        """Return who else works where somebody does."""
        place = _place_of_work(person.affiliation)
        if not place:
            return ()
        return tuple(one for one in self.persons if one.id != person.id and _place_of_work(one.affiliation) == place)

    def _in(self, room: str | None) -> tuple[Session, ...]:
        return self.happening if room is None else self.by_room.get(room, ())


def _start(session: Session) -> datetime:
    assert session.start is not None, "only sessions with a time are in the indexes"
    return session.start


def _place_of_work(affiliation: str | None) -> str:
    """Return a company's name without what it is by law: "Exprivia S.p.A." is "Exprivia"."""
    words = [word for word in _WORD.findall((affiliation or "").casefold()) if word not in _LEGAL_FORMS]
    return " ".join(words)


def _by_time(session: Session) -> tuple[bool, float, str, str]:
    start = session.start
    return (start is None, start.timestamp() if start else 0.0, session.room or "", session.id)


def _identity(session: Session) -> tuple[str, frozenset[str]]:
    # The same title alone is not the same session: every day has its "Lunch".
    names = frozenset(person.name for person in session.speakers)
    return (session.title.casefold().strip(), names if names else frozenset({session.same_as or session.id}))


def rooms_of(sessions: Iterable[Session], known: Iterable[Room] = ()) -> tuple[Room, ...]:
    """Return the known rooms and those that sessions name, each once."""
    rooms = {room.name: room for room in known}
    for session in sessions:
        if session.room is not None and session.room not in rooms:
            rooms[session.room] = Room(session.room)
    return tuple(rooms.values())
