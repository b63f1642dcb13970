"""Sessions, people and rooms as cards: what a result shows of them at a moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from charlotte.congress.model import Person, Room, Session
from charlotte.congress.programme import Programme
from charlotte.tools.results import Match, Note, NoteCode, Phase, PlaceCard, SessionCard, SpeakerCard

SUMMARY_LENGTH = 280

STATUS_NOTES: dict[str, tuple[NoteCode, str]] = {
    "cancelled": ("cancelled", "{title!r} is cancelled."),
    "unscheduled": ("not_scheduled", "{title!r} has no time and room in the programme."),
    "removed": ("removed", "{title!r} was in an earlier version of the programme and is no longer in it."),
    "moved": ("moved", "{title!r} was moved; it was at {before} before."),
}


@dataclass(frozen=True)
class View:
    """A programme seen at a moment."""

    programme: Programme
    now: datetime
    """In the event's zone."""

    @property
    def today(self) -> date:
        """The day of the event that it is."""
        return self.programme.congress.day_of(self.now)

    def frame(self, match: Match) -> dict[str, Any]:
        """Return the fields that every result has."""
        congress = self.programme.congress
        return {"event_id": congress.id, "timezone": congress.timezone, "now": self.now, "match": match}

    def session(self, session: Session, match: Match = "exact", summary: bool = False) -> SessionCard:
        """Return a session's card."""
        end, whole = self.programme.end(session), self.programme.whole_of(session)
        return SessionCard(
            id=session.id,
            title=session.title,
            subtitle=session.subtitle,
            part_of=whole.title if whole is not None else None,
            start=session.start,
            end=session.end,
            day=self.programme.day(session),
            room=session.room,
            track=session.track,
            kind=session.kind,
            language=session.language,
            speakers=[person.name for person in session.speakers],
            chairs=[person.name for person in session.chairs],
            status=session.status,
            previous_start=session.previous_start,
            previous_room=session.previous_room,
            phase=self.phase(session),
            minutes_until_start=_minutes(session.start, self.now),
            minutes_until_end=_minutes(end, self.now),
            summary=_shortened(session.abstract) if summary else None,
            match=match,
        )

    def sessions(self, sessions: Iterable[Session], match: Match = "exact") -> list[SessionCard]:
        """Return the cards of several sessions in their order."""
        return [self.session(session, match) for session in sessions]

    def speaker(self, person: Person, match: Match = "exact") -> SpeakerCard:
        """Return a person's card with all that they do, in order of time."""
        held = self.programme.by_speaker.get(person.id, ())
        return SpeakerCard(
            id=person.id,
            name=person.name,
            affiliation=person.affiliation,
            sessions=self.sessions(held),
            match=match,
        )

    def place(self, room: Room, match: Match = "exact") -> PlaceCard:
        """Return a room's card."""
        return PlaceCard(
            name=room.name,
            aliases=list(room.aliases),
            description=room.description,
            building=room.building,
            level=room.level,
            capacity=room.capacity,
            match=match,
        )

    def phase(self, session: Session) -> Phase:
        """Return whether a session is over, on, or to come."""
        end = self.programme.end(session)
        if session.start is None or end is None:
            return "unknown"
        return "future" if self.now < session.start else "now" if self.now < end else "past"

    def notes(self, sessions: Iterable[Session]) -> list[Note]:
        """Return what must be said about these sessions beside their time and room."""
        notes = []
        told: set[str] = set()
        for session in sessions:
            if session.status in STATUS_NOTES:
                code, text = STATUS_NOTES[session.status]
                before = " in ".join(filter(None, (_when(session.previous_start), session.previous_room)))
                text = text.format(title=session.title, before=before)
                notes.append(Note(code=code, text=text, value=session.title, session_ids=[session.id]))
            others = self.programme.other_listings(session)
            if others and session.id not in told:
                rows = sorted((session, *others), key=lambda one: one.start or self.now)
                told.update(row.id for row in rows)
                times = ", ".join(f"{_when(row.start)} in {row.room or 'no room'}" for row in rows)
                notes.append(
                    Note(
                        code="listed_more_than_once",
                        text=f"{session.title!r} is listed more than once: {times}.",
                        value=session.title,
                        session_ids=[row.id for row in rows],
                    )
                )
        return notes


def _minutes(moment: datetime | None, now: datetime) -> int | None:
    if moment is None:
        return None
    # Rounded up, so that a talk in half a minute is not "in 0 minutes".
    return -((now - moment) // timedelta(minutes=1))


def _shortened(text: str | None) -> str | None:
    if text is None or len(text) <= SUMMARY_LENGTH:
        return text
    cut = text[:SUMMARY_LENGTH].rsplit(" ", 1)[0]
    return cut + "…"


def _when(moment: datetime | None) -> str | None:
    return moment.strftime("%Y-%m-%d %H:%M") if moment else None
