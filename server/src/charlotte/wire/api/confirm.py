"""`POST /api/realtime/confirm`: the attendee's tap on yes or no, when a tool would change something."""

from contextlib import suppress
from typing import Any, Literal

import orjson
from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from charlotte.errors import CharlotteError
from charlotte.session.call import tool_ran
from charlotte.tools.gateway import UNSURE, Outcome
from charlotte.wire.api.parts import own_session, parts_of
from charlotte.wire.api.problems import PROBLEMS
from charlotte.wire.api.tools import happened_now

router = APIRouter(prefix="/api/realtime", tags=["talk"], responses=PROBLEMS)

SAID = {
    "it": ("Sì.", "No."),
    "en": ("Yes.", "No."),
    "fr": ("Oui.", "Non."),
    "de": ("Ja.", "Nein."),
    "es": ("Sí.", "No."),
}
"""A tap in words, so that whoever speaks can go on from it."""

State = Literal["done", "declined", "failed", "unknown"]


class Answer(BaseModel):
    """The attendee's own answer to a question that a tool waits for."""

    model_config = ConfigDict(extra="forbid")

    session_id: str = Field(max_length=60)
    confirmation_id: str = Field(max_length=60)
    yes: bool


class Answered(BaseModel):
    """What came of it."""

    state: State
    result: Any = Field(description="The tool's result, or {error: {code, message}}.")


@router.post("/confirm", summary="Answer a question that a tool waits for")
async def confirm(body: Answer, request: Request) -> Answered:
    """Do what was proposed, or drop it; only the device of the conversation may, by its cookie.

    A second answer changes nothing and gets the first one's result.
    """
    parts = parts_of(request)
    session = await own_session(request, body.session_id)
    outcome = await parts.desk.confirm(session.id, body.confirmation_id, yes=body.yes, agreed="tap")
    if not outcome.repeated:
        call = parts.switchboard.live_call(session.id)
        ran = tool_ran(outcome, "")
        if call is None:
            await parts.ledger.append(session.id, happened_now(parts, ran))
        else:
            call.publish(ran, "charlotte")
            with suppress(CharlotteError):  # the call may end meanwhile; the answer stands
                said = SAID.get(call.session.language or "en", SAID["en"])
                await call.answer(said[0] if body.yes else said[1])
    return Answered(state=_state(outcome), result=orjson.loads(outcome.output))


def _state(outcome: Outcome) -> State:
    if outcome.code == "declined":
        return "declined"
    if outcome.ok:
        return "done"
    return "unknown" if outcome.code in UNSURE else "failed"
