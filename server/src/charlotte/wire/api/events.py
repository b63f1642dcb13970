"""`/api/events`: which congresses there are, and what is on, for a page's first screen."""

from datetime import date, datetime
from typing import Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from charlotte.congress.model import Congress, Session
from charlotte.congress.programme import Programme
from charlotte.wire.api.parts import parts_of
from charlotte.wire.api.problems import PROBLEMS
from charlotte.wire.api.suggested_questions import suggested_questions
from charlotte.wire.api.token import default_event

router = APIRouter(prefix="/api/events", tags=["events"], responses=PROBLEMS)

SHOWN = 12
"""Sessions on one screen."""


class EventShown(BaseModel):
    """A congress."""

    id: str
    name: str
    city: str | None
    venue: str | None
    start_date: date | None
    end_date: date | None
    timezone: str = Field(description="IANA name; all times are in it.")
    languages: list[str]


class EventList(BaseModel):
    """All congresses, and the one a page shows when it names none."""

    default: str | None
    events: list[EventShown]


class SessionBrief(BaseModel):
    """A session in one line."""

    id: str
    title: str
    start: datetime | None
    end: datetime | None
    room: str | None
    kind: str
    speakers: list[str]


class EventNow(EventShown):
    """A congress as it is at this moment."""

    now: datetime = Field(description="Time at the congress.")
    clock_moved: bool = Field(description="The time is not the real one: the demo runs inside its congress.")
    rooms: list[str]
    on_now: list[SessionBrief]
    next: list[SessionBrief] = Field(description="What begins next; all of it begins together.")
    suggested_questions: list[str]


@router.get("", summary="List the congresses")
async def events(request: Request) -> EventList:
    """Return every congress that is loaded."""
    parts = parts_of(request)
    congresses = await parts.congresses.all()
    return EventList(
        default=await default_event(parts) if congresses else None,
        events=[_shown(congress) for congress in congresses],
    )


@router.get("/{event_id}", summary="What is on")
async def event(
    event_id: str, request: Request, language: Literal["it", "en", "fr", "de", "es"] | None = None
) -> EventNow:
    """Return one congress with its time, what is on, what comes next, and questions worth asking."""
    parts = parts_of(request)
    programme = await parts.congresses.programme(event_id)
    congress = programme.congress
    now = parts.clocks.of(programme).now().astimezone(congress.zone)
    return EventNow(
        **_shown(congress).model_dump(),
        now=now,
        clock_moved=parts.clocks.is_moved(programme),
        rooms=[room.name for room in programme.rooms],
        on_now=[_brief(programme, session) for session in programme.on_at(now)[:SHOWN]],
        next=[_brief(programme, session) for session in programme.next_after(now)[:SHOWN]],
        suggested_questions=suggested_questions(programme, now, language or next(iter(congress.languages), "en")),
    )


def _shown(congress: Congress) -> EventShown:
    return EventShown(
        id=congress.id,
        name=congress.name,
        city=congress.city,
        venue=congress.venue,
        start_date=congress.start_date,
        end_date=congress.end_date,
        timezone=congress.timezone,
        languages=list(congress.languages),
    )


def _brief(programme: Programme, session: Session) -> SessionBrief:
    return SessionBrief(
        id=session.id,
        title=session.title,
        start=session.start,
        end=programme.end(session),
        room=session.room,
        kind=session.kind,
        speakers=[person.name for person in session.speakers],
    )
