"""A question's first word, as a recogniser may misspell it."""

import re

from charlotte.congress.search.folding import fold
from charlotte.congress.search.function_words import FUNCTION_WORDS, QUESTION_WORDS
from charlotte.congress.search.phonetics import sounds_like

_FIRST = re.compile(r"\W*(\w+)")


def as_asked(question: str, language: str) -> str:
    """Return the question with a first word that sounds like a question word written as that word."""
    first = _FIRST.match(question)
    if first is None or fold(first[1]) in FUNCTION_WORDS:
        return question
    for asked in QUESTION_WORDS.get(language, ()):
        if sounds_like(fold(first[1]), asked):
            return question[: first.start(1)] + asked + question[first.end(1) :]
    return question
