"""`/api/session/{id}…`: leave, erase, and the logs that staff read."""

import csv
import io
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from charlotte.ledger.turns import fold
from charlotte.session.happened import Happened, WordsRead
from charlotte.wire.api.parts import own_session, parts_of, staff_only
from charlotte.wire.api.problems import PROBLEMS

router = APIRouter(prefix="/api/session", tags=["conversations"], responses=PROBLEMS)


class LogEvent(BaseModel):
    """One journal entry."""

    seq: int
    type: str
    source: str
    at: datetime
    seconds: float
    upstream: str
    facts: dict[str, Any]
    words: dict[str, Any] | None = None


class LogTurn(BaseModel):
    """One turn and how long it took, counted from the end of what the visitor said."""

    spoken: bool
    first_text_ms: int | None
    first_audio_ms: int | None
    tool_ms: int
    tool_calls: int
    tools: list[str]
    done_ms: int | None
    status: str | None
    reason: str | None
    error: str | None
    response_ids: list[str]
    input_tokens: int
    output_tokens: int


class Logs(BaseModel):
    """Everything that happened in a conversation."""

    session_id: str
    turns: list[LogTurn]
    events: list[LogEvent]


@router.post("/{session_id}/leave", status_code=204, summary="Hang up")
async def leave(session_id: str, request: Request) -> Response:
    """End the conversation's call, as when the page closes; the conversation can be taken up again."""
    session = await own_session(request, session_id)
    call = parts_of(request).switchboard.live_call(session.id)
    if call is not None:
        call.end("visitor_left")
    return Response(status_code=204)


@router.post("/{session_id}/erase", status_code=204, summary="Erase what was said")
async def erase(session_id: str, request: Request) -> Response:
    """Hang up and make everything that was said unreadable for good, at once."""
    parts = parts_of(request)
    session = await own_session(request, session_id)
    await parts.switchboard.hang_up(session.id, "erased")
    await parts.ledger.erase(session.id)
    parts.desk.forget(session.id)
    return Response(status_code=204)


@router.get(
    "/{session_id}/logs",
    summary="Read a conversation's journal",
    response_model=Logs,
    response_model_exclude_none=True,
    responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
)
async def logs(
    session_id: str, request: Request, format: Literal["json", "csv"] = "json", words: bool = False
) -> Logs | Response:
    """Return turns with their latency and every event in order; staff only.

    What was said is left out unless `words` is asked for, which is itself journalled.
    """
    staff_only(request)
    parts = parts_of(request)
    entries = await parts.ledger.entries(session_id, with_words=words)
    if words:
        read = Happened(WordsRead(), "charlotte", parts.clock.now(), parts.clock.monotonic())
        await parts.ledger.append(session_id, read)
    turns = fold((entry["type"], entry["seconds"], entry["facts"]) for entry in entries)
    found = Logs(
        session_id=session_id,
        turns=[LogTurn.model_validate(turn.facts()) for turn in turns],
        events=[LogEvent.model_validate(entry) for entry in entries],
    )
    return _csv(found) if format == "csv" or _wants_csv(request) else found


def _wants_csv(request: Request) -> bool:
    return request.headers.get("accept", "").startswith("text/csv")


@dataclass(frozen=True)
class _Column:
    name: str
    path: tuple[str, ...]


_COLUMNS = (
    *(_Column(name, (name,)) for name in ("seq", "at", "seconds", "type", "source", "upstream")),
    *(_Column(name, ("facts", name)) for name in ("response_id", "item_id", "call_id", "name", "tool_ms", "reason")),
    _Column("status", ("facts", "response", "status")),
    _Column("error", ("facts", "error", "code")),
    _Column("input_tokens", ("facts", "response", "usage", "input_tokens")),
    _Column("output_tokens", ("facts", "response", "usage", "output_tokens")),
)


def _csv(found: Logs) -> Response:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.name for column in _COLUMNS])
    for event in found.events:
        row = event.model_dump(mode="json")
        writer.writerow([_safe(_at(row, column.path)) for column in _COLUMNS])
    name = f"{found.session_id}.csv"
    return Response(
        out.getvalue(), media_type="text/csv", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _safe(value: Any) -> Any:
    # A spreadsheet runs what begins like this.
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
