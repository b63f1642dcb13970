"""Questions that stand beside something else: an order to the system, which is left alone, or another question."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.answer.practical import is_told
from charlotte.engine.dialogue.question.reading import Reading

ORDERS = ("injection", "authority", "change")
"""Answers to what nobody may order; other people's data and emergencies are never set aside."""

_ASIDE = re.compile(r"\[[^\]]*\]|\([^)]*\)|<[^>]*>|\s[-–—]\s.*?\s[-–—]\s|[-–—]{2,}")
_BEGINS = re.compile(
    r"[.!?;:>\]\n–—,]+\s+"
    r"|\b(?:and then|then|and|poi|e poi|e|dopo|puis|et puis|ensuite|et|und dann|dann|danach|und"
    r"|y después|después|luego|y)\s",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[.!?]+\s+")
_QUESTION_ENDS = re.compile(r"(?<=\?)\s+")
_MOST_QUESTIONS = 3
_FACTS = (
    goals.About,
    goals.Slice,
    goals.Break,
    goals.Place,
    goals.OfKind,
)


def parts(speech: str) -> Iterator[str]:
    """Yield what may be the question alone: without what is set apart, then from each sentence and from each other
    beginning on, longest first."""
    plain = " ".join(_ASIDE.sub(" ", speech).split())
    if plain and plain != speech:
        yield plain
    for begins in (*_SENTENCES.finditer(speech), *_BEGINS.finditer(speech)):
        rest = speech[begins.end() :].strip()
        if len(rest.split()) > 1:
            yield rest


def questions(speech: str) -> tuple[str, ...]:
    """Return the questions of one breath, each by itself; nothing where there is only one, or too many.

    Numbers alone ask nothing: a recogniser wrote "in UB? 5.230?".
    """
    found = tuple(part for part in _QUESTION_ENDS.split(speech.strip()) if part.endswith("?"))
    are_asked = all(any(map(str.isalpha, part)) for part in found)
    return found if are_asked and 1 < len(found) <= _MOST_QUESTIONS else ()


def is_question(goal: goals.Goal, reading: Reading, variables: Mapping[str, Any]) -> bool:
    """Return whether a part surely asks for a fact of the programme, or for one that staff told."""
    if isinstance(goal, goals.Answer):
        return is_told(goal.phrase, reading.words.text, reading.language, variables)
    if isinstance(goal, goals.Speaker):
        return bool(reading.people) and reading.people[0].whole
    return isinstance(goal, _FACTS) and bool(reading.asks or reading.breaks or reading.time or reading.kind)
