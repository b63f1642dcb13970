"""A conversation's journal as staff read it: turns with latency and cost, and every event."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from charlotte.ledger.costs import Paid
from charlotte.ledger.money import micro, usd
from charlotte.ledger.turns import Turn, fold


class LogEvent(BaseModel):
    """One journal entry, and what it cost where it cost something."""

    seq: int
    type: str
    source: str
    at: datetime
    seconds: float
    upstream: str
    facts: dict[str, Any]
    turn: int | None = Field(default=None, description="Number of the turn whose answer it ends.")
    cost_usd: str | None = None
    cost_micro_usd: int | None = None
    words: dict[str, Any] | None = None


class LogTurn(BaseModel):
    """One turn: how long it took, counted from the end of what the visitor said, and what it cost."""

    turn: int
    end_of_speech: datetime = Field(description="When the visitor had said, or sent, what was answered.")
    spoken: bool
    upstream: str | None
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
    cost_usd: str = Field(description="US dollars, exactly: the answer and the transcription of the question.")
    cost_micro_usd: int
    cost_estimated: bool = Field(description="The provider did not say what was used, or its price is not known.")


class Logs(BaseModel):
    """Everything that happened in a conversation."""

    session_id: str
    cost_usd: str = Field(description="Of the whole conversation, with what belongs to no turn.")
    cost_micro_usd: int
    turns: list[LogTurn]
    events: list[LogEvent]


def conversation_log(session_id: str, entries: Sequence[Mapping[str, Any]], paid: Sequence[Paid]) -> Logs:
    """Return the log of a journal and its charges."""
    folded = fold((entry["type"], entry["seconds"], entry["facts"]) for entry in entries)
    total = sum(charge.nano for charge in paid)
    turns = [_turn(number, turn, entries, paid) for number, turn in enumerate(folded, 1)]
    ends = {turn.response_ids[-1]: turn.turn for turn in turns if turn.response_ids}
    return Logs(
        session_id=session_id,
        cost_usd=usd(total),
        cost_micro_usd=micro(total),
        turns=turns,
        events=[_event(entry, paid, ends) for entry in entries],
    )


def _turn(number: int, turn: Turn, entries: Sequence[Mapping[str, Any]], paid: Sequence[Paid]) -> LogTurn:
    mine = [charge for charge in paid if _belongs(charge, turn)]
    nano = sum(charge.nano for charge in mine)
    return LogTurn(
        **turn.facts(),
        turn=number,
        end_of_speech=next(entry["at"] for entry in entries if entry["seconds"] == turn.began_seconds),
        cost_usd=usd(nano),
        cost_micro_usd=micro(nano),
        cost_estimated=any(charge.estimated or not charge.known for charge in mine),
    )


def _belongs(charge: Paid, turn: Turn) -> bool:
    if charge.kind == "transcription":
        return charge.ref.rpartition("/")[0] in turn.item_ids
    return charge.kind == "response" and charge.ref in turn.response_ids


def _event(entry: Mapping[str, Any], paid: Sequence[Paid], ends: Mapping[str, int]) -> LogEvent:
    found = LogEvent.model_validate(entry)
    facts, type_ = found.facts, found.type
    if type_ == "response.done" and entry["source"] == "upstream":
        ref = str(facts.get("response", {}).get("id"))
        cost = next((charge.nano for charge in paid if (charge.kind, charge.ref) == ("response", ref)), None)
        turn = ends.get(ref)
    elif type_ == "conversation.item.input_audio_transcription.completed":
        ref = f"{facts.get('item_id')}/{facts.get('content_index')}"
        cost = next((charge.nano for charge in paid if (charge.kind, charge.ref) == ("transcription", ref)), None)
        turn = None
    else:
        return found
    if cost is None:
        return found.model_copy(update={"turn": turn})
    return found.model_copy(update={"turn": turn, "cost_usd": usd(cost), "cost_micro_usd": micro(cost)})
