"""The session that a question speaks of in words of its own, found by meaning where no words of it are found."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.focus import outputs
from charlotte.engine.dialogue.policy import FACTS
from charlotte.engine.dialogue.practical import is_told
from charlotte.engine.dialogue.reading import Reading
from charlotte.engine.dialogue.spoken_of import is_talk
from charlotte.engine.mind import Call, Prompt

TOOL = "find_sessions"
LOST = frozenset(("not_understood", "which_one", "practical"))
"""Answers that say only that she does not know."""
SEVERAL = 2
TELLING = 5
"""Letters of a single word that may say what a session is about."""
LONGEST_NAME = 3
QUESTION_CHARACTERS = 300


def may_help(goal: goals.Goal, results: Sequence[Mapping[str, Any]], reading: Reading, told: Mapping[str, Any]) -> bool:
    """Return whether a question that nothing answered so far may speak of a session all the same."""
    if reading.guards - {"practical"} or not _tells_something(reading) or _is_a_name(reading):
        return False
    if isinstance(goal, goals.Answer) and is_told(goal.phrase, reading.words.text, reading.language, told):
        return False
    match goal:
        case goals.Search():
            return all(result.get("match") in ("none", "weak") for result in results)
        case goals.Answer("practical"):
            asked = reading.asks & {"when", "where", "who", "about", "duration", "topic"}
            return bool(asked) and (len(_content(reading)) > SEVERAL or is_talk(reading))
        case goals.Answer(phrase):
            return phrase in LOST
    return False


def pursue(reading: Reading, prompt: Prompt, asked_at: int) -> Call | tuple[goals.Search, dict[str, Any]] | None:
    """Return the call, or what it found with the goal that it answers; None where it found nothing."""
    if not any(tool.name == TOOL for tool in prompt.tools):
        return None
    question = reading.whole.strip()[:QUESTION_CHARACTERS]
    arguments = json.dumps({"question": question}, ensure_ascii=False)
    since = prompt.items[asked_at + 1 :]
    found = next((result for call, result in outputs(since) if call.arguments == arguments), None)
    if found is None:
        return Call(TOOL, arguments)
    if found.get("match") not in ("exact", "close") or not found.get("sessions"):
        return None
    return goals.Search(question, reading.asks & FACTS, is_topic=False, written=question), found


def _content(reading: Reading) -> list[str]:
    known = reading.grammar.words | FUNCTION_WORDS
    return [word for word in reading.words.tokens if word not in known and not word.isdigit()]


def _tells_something(reading: Reading) -> bool:
    content = _content(reading)
    return len(content) >= SEVERAL or any(len(word) >= TELLING for word in content)


def _is_a_name(reading: Reading) -> bool:
    """Return whether somebody is asked for whom nobody knows: no session is about them."""
    subject = reading.subject
    if subject is None or not reading.person_is_meant or len(reading.sure_words) > LONGEST_NAME:
        return False
    names = [word for word in subject.written.split() if word.casefold() not in FUNCTION_WORDS]
    return bool(names) and all(word[:1].isupper() for word in names)
