"""`/api/staff/sessions…`: the running conversations, and hanging up."""

from datetime import datetime
from typing import Any, Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from charlotte.access.problem import PROBLEMS
from charlotte.dashboard.board import Row
from charlotte.dashboard.parts import parts_of, staff_reads, staff_writes
from charlotte.errors import NotFound
from charlotte.session.endings import Ending

router = APIRouter(prefix="/api/staff", tags=["staff"], responses=PROBLEMS)

DEEDS = 100
NANO = 1_000_000_000


class SessionRow(BaseModel):
    """One conversation, in facts."""

    session_id: str
    event: str
    state: Literal["waiting", "listening", "thinking", "speaking", "over"]
    reason: Ending | None = Field(description="Why it ended, where it is over.")
    mode: str
    language: str | None
    transport: str
    upstream: str
    opened_at: datetime
    seconds: float = Field(description="How long it has lasted.")
    turns: int
    last_answer_ms: int | None = Field(
        description="From the end of the last question to the first sound, or to the first text where nothing was said."
    )
    last_answer_spoken: bool
    errors: int
    cost_usd: float | None = Field(description="Of the whole conversation so far; null where nothing was charged.")
    brief: int = Field(description="Version of the event's details that it has.")


class Sessions(BaseModel):
    """The conversations of an event, or of all."""

    now: datetime
    live: int
    brief: int = Field(description="Version of the event's details in force; 0 where no event was named.")
    sessions: list[SessionRow] = Field(description="In the order of their beginning; those just ended are still there.")


class Deed(BaseModel):
    """Something staff did."""

    id: int
    at: datetime
    who: str
    action: str
    event_id: str | None
    session_id: str | None
    details: dict[str, Any]


class Deeds(BaseModel):
    """What staff did, newest first."""

    deeds: list[Deed]


@router.get("/sessions", summary="The running conversations")
async def sessions(request: Request, event: str | None = None) -> Sessions:
    """Return how each running conversation stands; what people say is not in it."""
    parts = parts_of(request)
    staff_reads(request)
    shown = parts.board.rows(event)
    costs = await parts.costs.of_sessions({row.call.session.id for row in shown})
    rows = [_row(row, costs.get(row.call.session.id)) for row in shown]
    return Sessions(
        now=parts.clock.now(),
        live=sum(row.state != "over" for row in rows),
        brief=(await parts.briefs.current(event)).version if event else 0,
        sessions=rows,
    )


@router.post("/sessions/{session_id}/hang-up", status_code=204, summary="Hang up on a visitor")
async def hang_up(session_id: str, request: Request) -> Response:
    """End a running conversation's call; it cannot be undone. The visitor's page says so and may begin again."""
    parts, member = parts_of(request), staff_writes(request)
    call = parts.switchboard.live_call(session_id)
    if call is None:
        raise NotFound("This conversation is over already.", hint="There is nothing left to hang up.")
    await parts.log.add(member, "hung_up", event_id=call.session.event_id, session_id=session_id)
    parts.hang_ups.add(session_id)
    await parts.switchboard.hang_up(session_id, "staff_hung_up")
    return Response(status_code=204)


@router.get("/journal", summary="What staff did")
async def journal(request: Request, event: str | None = None) -> Deeds:
    """Return the latest deeds of staff, about one event or all."""
    parts = parts_of(request)
    staff_reads(request)
    return Deeds(deeds=[Deed(**vars(deed)) for deed in await parts.log.latest(DEEDS, event_id=event)])


def _row(row: Row, nano_usd: int | None) -> SessionRow:
    standing, session = row.standing, row.call.session
    last = standing.last
    spoken = last is not None and last.first_audio_ms is not None
    return SessionRow(
        session_id=session.id,
        event=session.event_id,
        state=standing.state,
        reason=standing.reason,
        mode=session.mode,
        language=session.language,
        transport=standing.transport,
        upstream=standing.upstream,
        opened_at=standing.opened_at,
        seconds=round(row.seconds, 1),
        turns=standing.turns,
        last_answer_ms=(last.first_audio_ms if spoken else last.first_text_ms) if last else None,
        last_answer_spoken=spoken,
        errors=standing.errors,
        cost_usd=None if nano_usd is None else nano_usd / NANO,
        brief=standing.brief,
    )
