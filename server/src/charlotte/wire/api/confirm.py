"""`POST /api/realtime/confirm`: the attendee's tap on yes or no, when a tool would change something."""

from contextlib import suppress
from typing import Any, Literal

import orjson
from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from charlotte.errors import CharlotteError
from charlotte.protocol.ids import new_event_id, new_item_id
from charlotte.protocol.items import InputText, Message
from charlotte.protocol.server import ItemDone
from charlotte.session.turns.tool_calls import tool_ran
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
        said = SAID.get((call.session if call else session).language or "en", SAID["en"])[0 if body.yes else 1]
        if call is None:
            # One call is over and the next not open: it will be told, and goes on from there.
            item = Message(id=new_item_id(), role="user", status="completed", content=(InputText(text=said),))
            words = ItemDone(event_id=new_event_id(), item=item)
            await parts.ledger.append(session.id, happened_now(parts, ran), happened_now(parts, words))
            parts.switchboard.owe_answer(session.id)
        else:
            call.publish(ran, "charlotte")
            with suppress(CharlotteError):  # the call may end meanwhile; the answer stands
                await call.answer(said)
    return Answered(state=_state(outcome), result=orjson.loads(outcome.output))


def _state(outcome: Outcome) -> State:
    if outcome.code == "declined":
        return "declined"
    if outcome.ok:
        return "done"
    return "unknown" if outcome.code in UNSURE else "failed"
