"""The attendee's own registration: asks for the code, looks it up, and offers to check in; never speaks of others."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from charlotte.congress.search.folding import words
from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.answer.practical import desk_told
from charlotte.engine.dialogue.errands import errand
from charlotte.engine.dialogue.heard.registration_words import asked_in, phrase_that_is, saying
from charlotte.engine.dialogue.heard.told_codes import Told, told_in, without_as_in
from charlotte.engine.dialogue.question.focus import outputs, text_of
from charlotte.engine.dialogue.saying.wording import Wording
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.protocol.items import FunctionCall, Item, Message

TOOL, WRITE = "find_registration", "check_in"
ASKS = frozenset(("code", "surname", "not_found"))
"""After these phrases a bare code or name is an answer."""
NEEDED = {"surname_needed": "surname", "code_needed": "code"}
TO_THE_DESK = frozenset(("not_found", "not_valid", "failed", "too_many"))


@dataclass(frozen=True)
class Wish:
    """What somebody wants of their registration, and how they prove that it is theirs."""

    checks_in: bool
    told: Told


def wish_for(question: str, earlier: Sequence[Item], goal: goals.Goal, prompt: Prompt, language: str) -> Wish | None:
    """Return what is wanted of a registration, where it is what a question is about and can be looked up."""
    if goal == goals.Answer("emergency") or not any(tool.name == TOOL for tool in prompt.tools):
        return None
    return wish_in(question, earlier, language) or still_open(goal, earlier)


def wish_in(question: str, earlier: Sequence[Item], language: str) -> Wish | None:
    """Return what a question wants of a registration, also where it only goes on from what was asked back."""
    said, again, wants = _turn(question, _asked_back(earlier), language)
    latest = _latest_call(earlier)
    if wants is None and again is None and latest and said.nothing_else and (said.code or said.email):
        return Wish(latest == WRITE, said)  # the next one: what was told before was of another registration
    if wants is None and (again is None or not said or not said.nothing_else):
        return None
    told, checks_in = Told(), False
    for text, asked_back in (*reversed(list(_turns_before(earlier))), (question, again)):
        more, _, wanted = _turn(text, asked_back, language)
        if asked_back == "not_found" and (more.code or more.email):  # another try: something of it was wrong
            same = (more.code, more.email) == (told.code, told.email)
            told = Told(surname=None if same else told.surname)
        if wanted is not None or more.nothing_else:
            told = more.over(told)
        checks_in |= bool(wanted)
    if not told.code and not told.email and again is None:
        known = [call for call, result in outputs(earlier) if call.name == TOOL and result.get("state") == "found"]
        told = _known(known[-1].arguments) if known else told
    return Wish(checks_in, told)


def _turn(text: str, asked_back: str | None, language: str) -> tuple[Told, str | None, bool | None]:
    """Return what a turn tells, what it answers, and what it wants."""
    asked = asked_in(language)
    wants = _wants(words(without_as_in(text, asked)).text, language)
    told = told_in(text, asked, wants_surname=asked_back == "surname")
    if wants is not None and not told.code and not told.email:  # "am I registered" names nobody
        told = Told()
    return told, asked_back, wants


def _turns_before(earlier: Sequence[Item]) -> Iterator[tuple[str, str | None]]:
    """Yield the visitor's turns before that were about the same wish, the latest first, with what each answers."""
    rest = earlier
    while _asked_back(rest) is not None:
        at = max((at for at, item in enumerate(rest) if _is_visitors(item)), default=-1)
        if at < 0:
            return
        item, rest = rest[at], rest[:at]
        assert isinstance(item, Message)
        yield text_of(item), _asked_back(rest)


def still_open(goal: goals.Goal, earlier: Sequence[Item]) -> Wish | None:
    """Return a wish to ask again for, where the words after a question for the code are about nothing else we know."""
    unclear = (
        isinstance(goal, goals.Search)
        and not goal.asks
        or goal
        in (
            goals.Answer("not_understood"),
            goals.Answer("which_one"),
        )
    )
    return Wish(False, Told()) if unclear and _asked_back(earlier) in ASKS else None


def pursue(wish: Wish, since: Sequence[Item], prompt: Prompt, say: Wording) -> Iterator[Say | Call]:
    """Yield the next call, or what is said."""
    told = wish.told
    if not told.code and not (told.email and told.surname):
        yield _said("surname" if told.email else "code", prompt, say)
        return
    values = {"code": told.code} if told.code else {"email": told.email}
    if told.surname:
        values["surname"] = told.surname
    made = [item for item in since if isinstance(item, FunctionCall) and item.name == TOOL]
    if not made:
        yield Call(TOOL, json.dumps(values, ensure_ascii=False))
        return
    result = next((result for call, result in outputs(since) if call.call_id == made[-1].call_id), {})
    found = result.get("state") == "found"
    if found and not result.get("checked_in_at") and wish.checks_in and _may_write(prompt):
        write = json.dumps({**values, "language": say.language}, ensure_ascii=False)
        yield from errand.pursue(Call(WRITE, write), since, prompt, say, first=False)
    else:
        yield _outcome(result, prompt, say)


def _outcome(result: Mapping[str, Any], prompt: Prompt, say: Wording) -> Say:
    text, state = saying(say.language), result.get("state")
    if result.get("type") != "registration":
        return _said("too_many" if _code_of(result) == "too_many_tries" else "failed", prompt, say)
    if state != "found":
        return _said(NEEDED.get(str(state), str(state)), prompt, say)
    if at := result.get("checked_in_at"):
        return _said("found", prompt, say, text["already"].format(time=str(at)[11:16]))
    ticket = [text["ticket"].format(ticket=result["ticket"])] if result.get("ticket") else []
    return _said("found", prompt, say, *ticket, text["not_yet"])


def _said(name: str, prompt: Prompt, say: Wording, *more: str) -> Say:
    told = desk_told(say.language, prompt.variables) if name in TO_THE_DESK else ()
    return Say(" ".join((saying(say.language)[name], *more, *told)), say.language)


def _may_write(prompt: Prompt) -> bool:
    return any(tool.name == WRITE for tool in prompt.tools)


def _wants(text: str, language: str) -> bool | None:
    """Return whether words ask to be checked in (True), or only whether they are registered (False)."""
    asked = asked_in(language)
    if asked.not_it.search(text):
        return None
    if asked.look_up.search(text):
        return False
    return True if asked.check_in.search(text) else None


def _asked_back(earlier: Sequence[Item]) -> str | None:
    for item in reversed(earlier):
        if isinstance(item, Message) and item.role == "assistant" and (said := text_of(item)):
            name = phrase_that_is(said)
            return name if name in ASKS else None
    return None


def _latest_call(earlier: Sequence[Item]) -> str | None:
    """Return which tool of registrations was asked last, where no other was asked since."""
    made = next((item.name for item in reversed(earlier) if isinstance(item, FunctionCall)), None)
    return made if made in (TOOL, WRITE) else None


def _known(arguments: str) -> Told:
    values: Any = json.loads(arguments)
    return Told(values.get("code"), values.get("email"), values.get("surname"))


def _code_of(result: Mapping[str, Any]) -> str:
    error = result.get("error")
    return str(error.get("code", "")) if isinstance(error, Mapping) else ""


def _is_visitors(item: Item) -> bool:
    return isinstance(item, Message) and item.role == "user" and bool(text_of(item).strip())
