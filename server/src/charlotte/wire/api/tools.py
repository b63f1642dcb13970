"""`POST /api/realtime/invoke-tool`: tool calls for clients and webhooks that have no sideband."""

from typing import Any

import orjson
from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field, model_validator

from charlotte.access.cookies import STAFF_COOKIE
from charlotte.errors import BadInput, CharlotteError
from charlotte.protocol.client import ItemCreate, ResponseCreate
from charlotte.protocol.codec import MAX_DEPTH, is_deeper, read_server_event
from charlotte.protocol.items import FunctionCall, FunctionCallOutput
from charlotte.protocol.server import FunctionArgumentsDone, OutputItemDone, ServerEvent
from charlotte.session.happened import Happened, Source
from charlotte.session.identity import Session
from charlotte.session.turns.tool_calls import tool_ran
from charlotte.session.turns.tool_turns import RunTool
from charlotte.wire.api.parts import ApiParts, own_session, parts_of, staff_only
from charlotte.wire.api.problems import PROBLEMS

router = APIRouter(prefix="/api/realtime", tags=["talk"], responses=PROBLEMS)


class Invocation(BaseModel):
    """A tool call (`call_id`, `name`, `arguments`), or a server event to act on or keep (`event`)."""

    model_config = ConfigDict(extra="forbid")

    session_id: str = Field(max_length=60)
    call_id: str | None = Field(default=None, min_length=1, max_length=100)
    name: str | None = Field(default=None, max_length=100)
    arguments: str | dict[str, Any] = "{}"
    event: dict[str, Any] | None = Field(default=None, description="An event as the upstream sent it.")

    @model_validator(mode="after")
    def _one_of_two(self) -> "Invocation":
        if (self.event is None) == (self.call_id is None or self.name is None):
            raise ValueError("send either call_id and name, or event")
        try:
            orjson.dumps([self.arguments, self.event])
        except orjson.JSONEncodeError as failure:  # half a character, a number beyond 64 bits, nested without end
            raise ValueError(f"arguments or event cannot be passed on: {failure}") from None
        if self.event is not None and is_deeper(self.event, MAX_DEPTH):
            raise ValueError(f"event is nested deeper than {MAX_DEPTH} levels")
        return self


class Invoked(BaseModel):
    """What the tool gave, and the events to send to the upstream next."""

    result: Any = Field(description="The tool's result, or {error: {code, message}}; null when no tool ran.")
    events: list[dict[str, Any]]


@router.post("/invoke-tool", summary="Run a tool call")
async def invoke_tool(body: Invocation, request: Request) -> Invoked:
    """Run a tool on behalf of a conversation, once per `call_id`, or keep a relayed event in its journal.

    Proved by the device's cookie, or by staff credentials for a server that calls on a visitor's behalf.
    """
    parts = parts_of(request)
    session, by_staff = await _session(body, request, parts)
    asked = _asked(body)
    if isinstance(asked, ServerEvent):
        # What a page says of itself must not move money.
        await parts.ledger.append(session.id, happened_now(parts, asked, "upstream" if by_staff else "relayed"))
        return Invoked(result=None, events=[])
    outcome = await parts.desk.run_tool(session, asked)
    if not outcome.repeated:
        await parts.ledger.append(session.id, happened_now(parts, tool_ran(outcome, asked.arguments)))
    item = FunctionCallOutput(call_id=asked.call_id, output=outcome.output)
    return Invoked(
        result=orjson.loads(outcome.output),
        events=[ItemCreate(item=item).wire(), ResponseCreate().wire()],
    )


async def _session(body: Invocation, request: Request, parts: ApiParts) -> tuple[Session, bool]:
    """Return the conversation, and whether staff ask on its behalf."""
    if request.headers.get("authorization") or request.cookies.get(STAFF_COOKIE):
        try:
            staff_only(request)
        except CharlotteError:
            if request.headers.get("authorization"):
                raise
        else:
            return await parts.ledger.find(body.session_id), True
    return await own_session(request, body.session_id), False


def _asked(body: Invocation) -> RunTool | ServerEvent:
    if body.event is None:
        assert body.call_id is not None and body.name is not None
        arguments = body.arguments if isinstance(body.arguments, str) else orjson.dumps(body.arguments).decode()
        return RunTool(body.call_id, body.name, arguments)
    if not isinstance(body.event.get("type"), str):
        raise BadInput("event.type is missing.", param="event")
    event = read_server_event(body.event)
    match event:
        case FunctionArgumentsDone(name=str(name)):
            return RunTool(event.call_id, name, event.arguments)
        case OutputItemDone(item=FunctionCall(call_id=str(call_id)) as call):
            return RunTool(call_id, call.name, call.arguments)
        case _:
            return event


def happened_now(parts: ApiParts, event: Any, source: Source = "charlotte") -> Happened:
    """Return an event from outside a call as it goes into the journal."""
    return Happened(event, source, parts.clock.now(), parts.clock.monotonic())
