"""What changes something: the tool asks for a yes, the server does it, and she says how it went."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from charlotte.engine.dialogue.answer.practical import desk_told
from charlotte.engine.dialogue.heard.registration_words import saying
from charlotte.engine.dialogue.question.focus import outputs
from charlotte.engine.dialogue.saying.wording import Wording
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.protocol.items import FunctionCall, Item, Message
from charlotte.session.turns.agreement import answer_of

TOOL, CHECK_IN = "ask_staff", "check_in"
WRITES = frozenset((TOOL, CHECK_IN))
MESSAGE_CHARACTERS = 300


def message_of(question: str, language: str) -> Call:
    """Return the call that leaves somebody's own words."""
    message = question.strip()[:MESSAGE_CHARACTERS]
    return Call(TOOL, json.dumps({"message": message, "language": language}, ensure_ascii=False))


def answered(question: str, earlier: Sequence[Item]) -> Call | None:
    """Return the call whose question this yes or no answers, if it does."""
    if answer_of(question) is None:
        return None
    asked_at = max((at for at, item in enumerate(earlier) if _is_visitors(item)), default=-1)
    open_call = None
    for call, result in outputs(earlier[asked_at + 1 :]):
        if call.name in WRITES:
            open_call = Call(call.name, call.arguments) if _is_pending(result) else None
    return open_call


def pursue(call: Call, since: Sequence[Item], prompt: Prompt, say: Wording, *, first: bool) -> Iterator[Say | Call]:
    """Yield the tool's call, or what it gave; `first`: somebody asked for a person, and nothing was put yet."""
    made = [item for item in since if isinstance(item, FunctionCall) and item.name == call.name]
    if not made:
        yield call
        return
    result = next((result for each, result in outputs(since) if each.call_id == made[-1].call_id), {})
    if _is_pending(result):
        if first:
            yield Say(say("staff") + " ", say.language)
        yield Say(str(result["question"]), say.language)
    else:
        yield Say(_ended(call.name, result, prompt, say), say.language)


def _ended(tool: str, result: dict[str, Any], prompt: Prompt, say: Wording) -> str:
    declined = result.get("state") == "declined"
    done = result.get("type") in ("help_request", "checked_in", "done")
    if tool == CHECK_IN:
        text = saying(say.language)
        if declined or done:
            return text["declined" if declined else "done"]
        return " ".join((text["failed"], *desk_told(say.language, prompt.variables)))
    return say("errand_left" if declined else "errand_done" if done else "errand_failed")


def _is_pending(result: dict[str, Any]) -> bool:
    return result.get("type") == "confirmation" and result.get("state") == "pending"


def _is_visitors(item: Item) -> bool:
    return isinstance(item, Message) and item.role == "user"
