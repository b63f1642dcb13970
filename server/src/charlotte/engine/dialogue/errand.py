"""A message for the information desk: the tool asks for a yes, the server does it, and she says how it went."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from charlotte.engine.dialogue.focus import outputs
from charlotte.engine.dialogue.saying.wording import Wording
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.protocol.items import FunctionCall, Item, Message
from charlotte.session.agreement import answer_of

TOOL = "ask_staff"
MESSAGE_CHARACTERS = 300


def arguments_for(question: str, language: str) -> str:
    """Return the call that leaves somebody's own words."""
    return json.dumps({"message": question.strip()[:MESSAGE_CHARACTERS], "language": language}, ensure_ascii=False)


def answered(question: str, earlier: Sequence[Item]) -> str | None:
    """Return the arguments of the call whose question this yes or no answers, if it does."""
    if answer_of(question) is None:
        return None
    asked_at = max((at for at, item in enumerate(earlier) if _is_visitors(item)), default=-1)
    open_call = None
    for call, result in outputs(earlier[asked_at + 1 :]):
        if call.name == TOOL:
            open_call = call.arguments if _is_pending(result) else None
    return open_call


def pursue(arguments: str, since: Sequence[Item], prompt: Prompt, say: Wording, *, first: bool) -> Iterator[Say | Call]:
    """Yield the tool's call, or what it gave; `first`: somebody asked for a person, and nothing was put yet."""
    made = [item for item in since if isinstance(item, FunctionCall) and item.name == TOOL]
    if not made:
        yield Call(TOOL, arguments)
        return
    result = next((result for call, result in outputs(since) if call.call_id == made[-1].call_id), {})
    if _is_pending(result):
        if first:
            yield Say(say("staff") + " ", say.language)
        yield Say(str(result["question"]), say.language)
    elif result.get("state") == "declined":
        yield Say(say("errand_left"), say.language)
    elif result.get("type") in ("help_request", "done"):
        yield Say(say("errand_done"), say.language)
    else:
        yield Say(say("errand_failed"), say.language)


def _is_pending(result: dict[str, Any]) -> bool:
    return result.get("type") == "confirmation" and result.get("state") == "pending"


def _is_visitors(item: Item) -> bool:
    return isinstance(item, Message) and item.role == "user"
