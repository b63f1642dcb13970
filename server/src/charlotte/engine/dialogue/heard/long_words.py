"""Long words of asking that lost a letter on the way: "dottolesse" is "dottoressa", "unmächtig" is "ohnmächtig"."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from charlotte.congress.search.folding import words
from charlotte.congress.search.function_words import FUNCTION_WORDS, HONORIFICS
from charlotte.congress.search.phonetics import key
from charlotte.engine.dialogue.grammar import Grammar, load

SHORTEST = 7
"""Letters of a word that may be another of the same sound."""
SHORTEST_TITLE = 9
"""Letters of a word such as "professoressa" of which two may be others."""
_LITERAL = re.compile(r"(?<![a-z\\])[a-z]{7,}(?![a-z\\(\[?*+])")

Known = Callable[[str], bool]


def as_meant(question: str, grammar: Grammar, known: Known) -> str:
    """Return the question with long words that nobody knows written as the one word of asking they stand for.

    A name is left alone: what is written with a capital within a sentence, but for German, where every noun is.
    """
    said, written = words(question), question
    for at in range(len(said.tokens) - 1, -1, -1):
        token, (start, end) = said.tokens[at], said.places[at]
        if len(token) < SHORTEST or token in grammar.words or token in FUNCTION_WORDS or known(token):
            continue
        if at and question[start].isupper() and grammar.language != "de":
            continue
        meant = _by_sound(grammar.language).get(key(token)) or _title(token)
        if meant and meant[:-1] != token[:-1]:  # an ending is grammar: "sessioni", "sessione"
            written = written[:start] + meant + written[end:]
    return written


def _title(token: str) -> str | None:
    if len(token) < SHORTEST_TITLE:
        return None
    near = [word for word in HONORIFICS if len(word) >= SHORTEST_TITLE and Levenshtein.distance(token, word) <= 2]
    return min(near, key=lambda word: Levenshtein.distance(token, word), default=None)


@lru_cache
def _by_sound(language: str) -> Mapping[str, str]:
    """Return the long words of asking and of emergencies by sound, where one alone sounds so."""
    grammar = load(language)
    literal = _LITERAL.findall(grammar.groups["guard"]["emergency"].pattern)
    found: dict[str, set[str]] = {}
    for word in (*grammar.words, *literal):
        if len(word) >= SHORTEST:
            found.setdefault(key(word), set()).add(word)
    return {sound: min(meant) for sound, meant in found.items() if len(meant) == 1}
