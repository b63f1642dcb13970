"""What staff may decide about a session, and what that makes of it."""

from datetime import date, datetime, timedelta
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from charlotte.congress.model import Session
from charlotte.congress.overrides import Override
from charlotte.congress.programme import Programme
from charlotte.errors import BadInput

LONGEST_DELAY = 24 * 60
FAR = timedelta(days=366)


class SessionSlot(BaseModel):
    """When and where a session is, or was."""

    start: datetime | None
    end: datetime | None
    room: str | None
    status: str


class SessionDecision(BaseModel):
    """What staff decide about a session."""

    model_config = ConfigDict(extra="forbid")

    action: Literal["move", "delay", "cancel", "hold", "restore"] = Field(
        description="`hold`: it takes place, whatever the programme says. `restore`: as in the programme again."
    )
    start: datetime | None = Field(default=None, description="Of `move`; without an offset, in the event's zone.")
    room: str | None = Field(default=None, max_length=200, description="Of `move`; one of the event's rooms.")
    minutes: int | None = Field(default=None, ge=-LONGEST_DELAY, le=LONGEST_DELAY, description="Of `delay`.")
    seen: SessionSlot | None = Field(
        default=None, description="The session as it was looked at; 409 if it is other now. null = not compared."
    )


def slot_of(session: Session) -> SessionSlot:
    """Return when and where a session is."""
    return SessionSlot(start=session.start, end=session.end, room=session.room, status=session.status)


def override_of(
    body: SessionDecision, session: Session, earlier: Override | None, programme: Programme
) -> Override | None:
    """Return what a decision puts in force over the earlier one; None = nothing any more. Raises `BadInput`."""
    match body.action:
        case "restore":
            return None
        case "cancel":
            return Override("cancelled")
        case "hold":
            return Override("held")
        case "delay":
            if not body.minutes or session.start is None:
                raise BadInput("A delay needs `minutes`, and a session that has a time.", param="minutes")
            later = timedelta(minutes=body.minutes)
            room = earlier.room if earlier is not None else None
            return Override("moved", session.start + later, session.end + later if session.end else None, room)
        case "move":
            return _moved(body, session, earlier, programme)


def _moved(body: SessionDecision, session: Session, earlier: Override | None, programme: Programme) -> Override:
    if body.start is None and body.room is None:
        raise BadInput("A move needs `start` or `room`.", hint="Say when or where it takes place now.")
    rooms = {room.name.casefold(): room.name for room in programme.rooms}
    room = rooms.get(body.room.strip().casefold()) if body.room is not None else None
    if body.room is not None and room is None:
        raise BadInput(
            f"{body.room!r} is no room of the event.", hint=f"Its rooms are: {', '.join(rooms.values())}.", param="room"
        )
    start, end = body.start, None
    if start is not None:
        _check_near(start.date(), programme)
        zone = programme.congress.zone
        start = start.replace(tzinfo=zone) if start.tzinfo is None else start.astimezone(zone)
        if session.start is not None and session.end is not None:
            end = start + (session.end - session.start)
    elif earlier is not None:
        start, end = earlier.start, earlier.end
    return Override("moved", start, end, room or (earlier.room if earlier is not None else None))


def _check_near(on: date, programme: Programme) -> None:
    """Raise `BadInput` for a day that only a slip can mean: a date field takes the year 26 as it is typed."""
    days = programme.days
    if days and not days[0] - FAR <= on <= days[-1] + FAR:
        raise BadInput(
            f"{on} is more than a year from the days of the event.",
            hint=f"They are {days[0]} to {days[-1]}: is the year right?",
            param="start",
        )
