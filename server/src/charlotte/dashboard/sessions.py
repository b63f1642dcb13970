"""`/api/staff/events/{id}/sessions…`: staff move, delay or cancel a session; everybody who asks hears of it at once."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field
from sqlalchemy.ext.asyncio import AsyncConnection

from charlotte.access.problem import PROBLEMS
from charlotte.congress.clashes import new_clashes
from charlotte.congress.edits import Edit, Edited, InForce
from charlotte.congress.model import Session
from charlotte.congress.programme import Programme
from charlotte.dashboard.decisions import SessionDecision, SessionSlot, override_of, slot_of
from charlotte.dashboard.live_brief import Reach, bring
from charlotte.dashboard.parts import DashboardParts, parts_of, staff_reads, staff_writes
from charlotte.errors import CharlotteError, NotFound

router = APIRouter(prefix="/api/staff/events/{event_id}", tags=["staff"], responses=PROBLEMS)

MOST_CLASHES = 20


class SessionChanged(CharlotteError):
    """Somebody else changed the session after it was looked at."""

    code, status = "session_changed", 409


class TimetableRow(BaseModel):
    """A session as it holds now."""

    id: str
    title: str
    start: datetime | None
    end: datetime | None
    room: str | None
    status: str
    speakers: list[str]
    previous_start: datetime | None
    previous_room: str | None
    decided: bool = Field(description="Whether staff decided this; an import does not change it.")
    inside: int = Field(description="Talks inside of it, which are moved and cancelled with it.")
    follows: str | None = Field(description="The session that it was moved or cancelled with; null = with none.")


class Timetable(BaseModel):
    """The programme, in order of time."""

    version: int
    timezone: str
    rooms: list[str]
    sessions: list[TimetableRow]


class SessionDecided(BaseModel):
    """What a decision did."""

    session: TimetableRow
    before: TimetableRow
    inside: int = Field(description="Talks inside that were moved or cancelled with it, or put back.")
    version: int
    who: str
    at: datetime
    reached: int = Field(description="Running conversations that know it now.")
    failed: int


class SessionClash(BaseModel):
    """A session whose room would be taken."""

    title: str
    room: str
    start: datetime | None
    end: datetime = Field(description="As published, or else assumed.")


class SessionClashes(BaseModel):
    """The sessions that a decision would put another beside, in one room at once, in order of time."""

    clashes: list[SessionClash]


class SessionChange(BaseModel):
    """One decision of the past."""

    session_id: str
    title: str
    at: datetime
    who: str
    before: SessionSlot
    after: SessionSlot
    in_force: bool


class SessionChanges(BaseModel):
    """Decisions, the latest first."""

    changes: list[SessionChange]


@router.get("/sessions", summary="The programme as it holds")
async def sessions(event_id: str, request: Request) -> Timetable:
    """Return every session with what staff decided."""
    parts = parts_of(request)
    staff_reads(request)
    programme = await parts.congresses.programme(event_id)
    held = await parts.edits.in_force(event_id)
    rows = sorted(programme.sessions, key=lambda s: (s.start is None, s.start.timestamp() if s.start else 0.0, s.title))
    return Timetable(
        version=programme.version,
        timezone=programme.congress.timezone,
        rooms=[room.name for room in programme.rooms],
        sessions=[_shown(session, held, programme) for session in rows],
    )


@router.post("/clashes/{session_id:path}", summary="What a decision would put a session beside, in one room")
async def clashes(event_id: str, session_id: str, body: SessionDecision, request: Request) -> SessionClashes:
    """Return the sessions whose room a decision would take, but for those that it meets already; nothing changes."""
    parts = parts_of(request)
    staff_writes(request)
    programme, session = await _session(parts, event_id, session_id)
    held = await parts.edits.in_force(event_id)
    override = override_of(body, session, held.all.get(session_id), programme)
    imagined = await parts.edits.imagined(event_id, session_id, override)
    found = new_clashes(programme, replace(programme, sessions=imagined), held.wholes)
    return SessionClashes(
        clashes=[
            SessionClash(title=one.other.title, room=one.other.room or "", start=one.other.start, end=one.until)
            for one in found[:MOST_CLASHES]
        ]
    )


@router.put("/sessions/{session_id:path}", summary="Move, delay or cancel a session")
async def decide(event_id: str, session_id: str, body: SessionDecision, request: Request) -> SessionDecided:
    """Put a decision in force and tell every running conversation."""
    parts, member = parts_of(request), staff_writes(request)
    programme, session = await _session(parts, event_id, session_id)
    if body.seen is not None and body.seen != slot_of(session):
        raise await _changed_meanwhile(parts, event_id, session_id)
    earlier = await parts.edits.in_force(event_id)
    override = override_of(body, session, earlier.all.get(session_id), programme)

    async def journal(connection: AsyncConnection, edited: Edited) -> None:
        slots = {
            "before": slot_of(edited.before).model_dump(mode="json"),
            "after": slot_of(edited.after).model_dump(mode="json"),
        }
        told: dict[str, Any] = {
            "programme_session": session_id,
            "title": session.title,
            "inside": len(edited.inside),
            **slots,
        }
        await parts.log.add_within(
            connection, member, f"session_{body.action}", event_id=event_id, version=edited.version, **told
        )

    done = await parts.edits.decide(event_id, session_id, override, member.name, beside=journal)
    after, held = await parts.congresses.programme(event_id), await parts.edits.in_force(event_id)
    reach = await tell_conversations(parts, event_id)
    return SessionDecided(
        session=_shown(done.after, held, after),
        before=_shown(done.before, earlier, programme),
        inside=len(done.inside),
        version=done.version,
        who=member.name,
        at=done.at,
        reached=reach.now,
        failed=reach.failed,
    )


@router.get("/changes", summary="Who changed which session")
async def changes(event_id: str, request: Request) -> SessionChanges:
    """Return what staff decided, with the values before and after."""
    parts = parts_of(request)
    staff_reads(request)
    await parts.congresses.programme(event_id)
    rows = await parts.edits.latest(event_id)
    seen: set[str] = set()
    shown = []
    for row in rows:
        shown.append(_change(row, row.session_id not in seen))
        seen.add(row.session_id)
    return SessionChanges(changes=shown)


async def tell_conversations(parts: DashboardParts, event_id: str) -> Reach:
    """Bring the programme as it is now to every running conversation of an event."""
    calls = [call for call in parts.switchboard.live_calls() if call.session.event_id == event_id]
    brief = await parts.briefs.current(event_id)
    return await bring(calls, brief, parts.desk, lambda session_id: parts.switchboard.renew(session_id, "voice"))


async def _session(parts: DashboardParts, event_id: str, session_id: str) -> tuple[Programme, Session]:
    programme = await parts.congresses.programme(event_id)
    session = programme.by_id.get(session_id)
    if session is None:
        raise NotFound(f"There is no session {session_id!r}.", hint="Load the list of sessions again.")
    return programme, session


async def _changed_meanwhile(parts: DashboardParts, event_id: str, session_id: str) -> SessionChanged:
    deeds = await parts.edits.latest(event_id)
    who = next((one.who for one in deeds if one.session_id == session_id), None)
    return SessionChanged(
        f"{who or 'Somebody'} has changed this session meanwhile; nothing of yours was done.",
        hint="Look at it as it is now, and decide again.",
        who=who,
    )


def _shown(session: Session, held: InForce, programme: Programme) -> TimetableRow:
    is_own = session.id in held.own
    whole = programme.by_id.get(held.wholes.get(session.id, "")) if session.id in held.all and not is_own else None
    return TimetableRow(
        id=session.id,
        title=session.title,
        start=session.start,
        end=session.end,
        room=session.room,
        status=session.status,
        speakers=[person.name for person in session.speakers],
        previous_start=session.previous_start,
        previous_room=session.previous_room,
        decided=is_own,
        inside=len(held.follow(session.id)),
        follows=whole.title if whole else None,
    )


def _change(row: Edit, in_force: bool) -> SessionChange:
    return SessionChange(
        session_id=row.session_id,
        title=row.title,
        at=row.at,
        who=row.who,
        before=SessionSlot(**row.before),
        after=SessionSlot(**row.after),
        in_force=in_force and row.override is not None,
    )
