"""Questions about the place, answered with what organisers told by hand (`prompt.variables`)."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

from charlotte.engine.dialogue.answer.emergency import with_number
from charlotte.engine.dialogue.grammar import whole_words

OPEN = frozenset({"practical", "staff", "not_in_data", "not_understood", "which_one"})
"""Answers that say no more than to ask somebody: what was told by hand is better where it fits."""
TO_THE_DESK = frozenset({"practical", "staff", "identity", "authority", "change", "personal", "not_in_data"})
"""Answers that send people to the information desk: where it is belongs to them."""
LONGEST = 400


def with_told(  # noqa: PLR0913 - what an answer is made of
    phrase: str, answer: str, *, question: str, language: str, variables: Mapping[str, Any], spoken: bool = True
) -> str:
    """Return the answer for a phrase, made better by what was told; `question` is in folded words.

    Written down, it names the document that says so, where one does.
    """
    if phrase == "emergency":
        answer = with_number(answer, language, variables, spoken=spoken)
        return f"{answer} {_said(language, 'first_aid', variables)}" if _value(variables, "first_aid") else answer
    topic = told_topic(phrase, question, language, variables)
    if topic is not None:
        return _said(language, topic, variables) + ("" if spoken else _source(topic, variables))
    return to_the_desk(answer, language, variables) if phrase in TO_THE_DESK else answer


def to_the_desk(answer: str, language: str, variables: Mapping[str, Any]) -> str:
    """Return an answer that sends people to the information desk, with where that is, if it was told."""
    return f"{answer} {_said(language, 'desk', variables)}" if _value(variables, "desk") else answer


def is_told(phrase: str, question: str, language: str, variables: Mapping[str, Any]) -> bool:
    """Return whether organisers told what is asked for, where the answer would be to ask somebody."""
    return told_topic(phrase, question, language, variables) is not None


def told_topic(phrase: str, question: str, language: str, variables: Mapping[str, Any]) -> str | None:
    """Return what is asked for of all that organisers told, where the answer would be to ask somebody."""
    topics = _topics(question, language, variables) if phrase in OPEN else []
    return topics[0] if topics else None


def desk_told(language: str, variables: Mapping[str, Any]) -> list[str]:
    """Return where one registers, else where the information desk is, as far as it was told."""
    topic = next((name for name in ("registration", "desk") if _value(variables, name)), None)
    return [_said(language, topic, variables)] if topic else []


def told_food(question: str, language: str, variables: Mapping[str, Any], *, spoken: bool = True) -> str | None:
    """Return where one eats, for a question that names no break of the programme."""
    is_asked = _asked(language)["food"].search(question) is not None
    if not is_asked or not _value(variables, "food"):
        return None
    return _said(language, "food", variables) + ("" if spoken else _source("food", variables))


def _said(language: str, topic: str, variables: Mapping[str, Any]) -> str:
    value = _value(variables, topic).rstrip(".")
    sentence: str = _texts()[language]["said"][topic]
    return sentence.replace("{value}", value)


def _source(topic: str, variables: Mapping[str, Any]) -> str:
    place = _value(variables, f"{topic}_source")
    return f" ({place})" if place else ""


def _value(variables: Mapping[str, Any], name: str) -> str:
    value = variables.get(name)
    return " ".join(value.split())[:LONGEST] if isinstance(value, str) else ""


def _topics(question: str, language: str, variables: Mapping[str, Any]) -> list[str]:
    return [name for name, asked in _asked(language).items() if _value(variables, name) and asked.search(question)]


@lru_cache
def _asked(language: str) -> Mapping[str, re.Pattern[str]]:
    return {topic: whole_words(entries) for topic, entries in _texts()[language]["asked"].items()}


@lru_cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("practical.toml").read_text("utf-8"))
