"""Ways of asking that a recogniser wrote as other words of the same sound: "Iacchi ora" is "e a che ora"."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from importlib import resources

from rapidfuzz.distance import Levenshtein

from charlotte.congress.search.folding import Words, words
from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.congress.search.numerals import digits_by_word
from charlotte.congress.search.sounding import sounds
from charlotte.engine.dialogue.grammar import Grammar

LONGEST = 7
"""Words of a way of asking, however they were cut."""
SHORTEST = 4
"""Sounds; less sounds like anything."""
SEVERAL, SURE = 3, 6
"""So many words of so many sounds that are those of a way of asking are that, whatever words they were taken for."""
SHORTEST_NEARLY = 8
"""Sounds of what may differ from how people ask in some of them."""
NEARLY = 0.85
"""So much of them must be the same."""

Known = Callable[[str], bool]


def as_people_ask(question: str, grammar: Grammar, known: Known) -> str:
    """Return the question with each stretch of words that is none but sounds like a way of asking written as that.

    A stretch of a sentence counts only with a word in it that neither the language's questions nor the congress know;
    `known` tells the latter of a folded word. Longer stretches come first; what sounds only nearly so, last.
    """
    said = words(question)
    for found in (_outright(said, grammar, known), _nearly(said, grammar, known)):
        if found is not None:
            (first, last), meant = found
            start, end = said.places[first][0], said.places[last - 1][1]
            return as_people_ask(f"{question[:start]}{meant}{question[end:]}", grammar, known)
    return question


def _outright(said: Words, grammar: Grammar, known: Known) -> tuple[tuple[int, int], str] | None:
    frames = _frames(grammar.language)
    for first, last in _stretches(said):
        tokens = said.tokens[first:last]
        heard = sounds(" ".join(tokens), grammar.language)
        # Words of the language may stand for each other where there are several: "ha che ora" is "a che ora".
        several = len(tokens) >= SEVERAL and len(heard) >= SURE and not _asking(grammar.language).issuperset(tokens)
        sure = several or len(tokens) == len(said.tokens)
        if not sure and all(token in grammar.words or known(token) for token in tokens):
            continue
        meant = frames.get(heard)
        if meant is not None and words(meant).tokens != tokens:
            return (first, last), meant
    return None


def _nearly(said: Words, grammar: Grammar, known: Known) -> tuple[tuple[int, int], str] | None:
    """Return the stretch that is most like a way of asking; one with a name that nobody here bears is none."""
    best: tuple[float, tuple[int, int], str] | None = None
    for first, last in _stretches(said):
        strange = [at for at in range(first, last) if not _is_ours(said.tokens[at], grammar, known)]
        if not strange or any(at and said.original[said.places[at][0]].isupper() for at in strange):
            continue
        heard = sounds(" ".join(said.tokens[first:last]), grammar.language)
        for sound, meant in _frames(grammar.language).items():
            if min(len(heard), len(sound)) < SHORTEST_NEARLY:
                continue
            alike = Levenshtein.normalized_similarity(heard, sound, score_cutoff=NEARLY)
            if alike and not _holds(said.tokens[first:last], meant) and (best is None or alike > best[0]):
                best = alike, (first, last), meant
    return best[1:] if best else None


def _is_ours(token: str, grammar: Grammar, known: Known) -> bool:
    is_asking = any(grammar.is_all("want", key, token) for key in ("small", "choose"))
    is_asking = is_asking or token in grammar.words or token in FUNCTION_WORDS or token in _asking(grammar.language)
    return is_asking or known(token) or token in digits_by_word()


def _holds(tokens: tuple[str, ...], meant: str) -> bool:
    """Tell whether the way of asking was understood and the strange word stands beside it."""
    return f" {words(meant).text} " in f" {' '.join(tokens)} "


def _stretches(said: Words) -> Iterator[tuple[int, int]]:
    for length in range(min(LONGEST, len(said.tokens)), 0, -1):
        for first in range(len(said.tokens) - length + 1):
            yield first, first + length


@lru_cache
def _frames(language: str) -> Mapping[str, str]:
    source = resources.files("charlotte.engine.dialogue.grammar").joinpath("frames.toml").read_text("utf-8")
    by_sound = {sounds(frame, language): frame for frame in tomllib.loads(source).get(language, ())}
    return {sound: frame for sound, frame in by_sound.items() if len(sound) >= SHORTEST}


@lru_cache
def _asking(language: str) -> frozenset[str]:
    return frozenset(token for frame in _frames(language).values() for token in words(frame).tokens)
