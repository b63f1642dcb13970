"""`/api/session/{id}…`: leave, erase, and the logs that staff read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from charlotte.session.happened import Happened, WordsRead
from charlotte.wire.api.conversation_log import Logs, LogTurn, conversation_log
from charlotte.wire.api.parts import own_session, parts_of, staff_only
from charlotte.wire.api.problems import PROBLEMS
from charlotte.wire.api.spreadsheet import csv_table, wants_csv

router = APIRouter(prefix="/api/session", tags=["conversations"], responses=PROBLEMS)


@router.post("/{session_id}/leave", status_code=204, summary="Hang up")
async def leave(session_id: str, request: Request) -> Response:
    """End the conversation's call, as when the page closes; the conversation can be taken up again."""
    session = await own_session(request, session_id)
    parts_of(request).switchboard.end(session.id, "visitor_left")
    return Response(status_code=204)


@router.post("/{session_id}/here", status_code=204, summary="Say that the page is still there")
async def here(session_id: str, request: Request) -> Response:
    """Keep the conversation's call; one whose page has said this and then falls silent is hung up."""
    session = await own_session(request, session_id)
    call = parts_of(request).switchboard.live_call(session.id)
    if call is not None:
        call.here()
    return Response(status_code=204)


class Silence(BaseModel):
    """An answer that has begun to sound and does not sound any more."""

    model_config = ConfigDict(extra="forbid")

    response_id: str = Field(max_length=200)
    silent_ms: int = Field(ge=0, le=60_000, description="For how long; 0 = it sounds again.")


@router.post("/{session_id}/silent", status_code=204, summary="Say that an answer does not sound any more")
async def silent(session_id: str, body: Silence, request: Request) -> Response:
    """Tell what is heard of an answer over WebRTC; if nothing more of it comes either, somebody else finishes it."""
    session = await own_session(request, session_id)
    call = parts_of(request).switchboard.live_call(session.id)
    if call is not None:
        call.silent(body.response_id, body.silent_ms / 1000)
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
    session_id: str,
    request: Request,
    format: Literal["json", "csv"] = "json",
    rows: Literal["events", "turns"] = "events",
    words: bool = False,
) -> Logs | Response:
    """Return turns with latency, tokens and cost, and every event in order; staff only. A table holds one of the two.

    What was said is left out unless `words` is asked for, which is itself journalled.
    """
    staff_only(request)
    parts = parts_of(request)
    entries = await parts.ledger.entries(session_id, with_words=words)
    paid = await parts.ledger.costs.of_session(session_id)
    if words:
        read = Happened(WordsRead(), "charlotte", parts.clock.now(), parts.clock.monotonic())
        await parts.ledger.append(session_id, read)
    found = conversation_log(session_id, entries, paid)
    if not wants_csv(request, format):
        return found
    return _turns_table(found) if rows == "turns" else _events_table(found)


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
    *(_Column(name, (name,)) for name in ("cost_usd", "cost_micro_usd", "turn")),
)
_LATENCY = ("first_text_ms", "first_audio_ms", "done_ms")


def _events_table(found: Logs) -> Response:
    columns = [*(column.name for column in _COLUMNS), *_LATENCY]
    return csv_table(found.session_id, columns, _event_rows(found))


def _event_rows(found: Logs) -> Iterator[Sequence[Any]]:
    for event in found.events:
        row = event.model_dump(mode="json")
        turn = found.turns[event.turn - 1].model_dump() if event.turn else {}
        yield [*(_at(row, column.path) for column in _COLUMNS), *(turn.get(name) for name in _LATENCY)]


def _turns_table(found: Logs) -> Response:
    rows = ([_cell(value) for value in turn.model_dump(mode="json").values()] for turn in found.turns)
    return csv_table(f"{found.session_id}-turns", tuple(LogTurn.model_fields), rows)


def _cell(value: Any) -> Any:
    return " ".join(value) if isinstance(value, list) else value


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value
