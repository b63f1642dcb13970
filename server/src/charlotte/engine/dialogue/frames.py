"""Ways of asking that a recogniser wrote as other words of the same sound: "Iacchi ora" is "e a che ora"."""

import tomllib
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import resources

from charlotte.congress.search.folding import words
from charlotte.congress.search.sounding import sounds
from charlotte.engine.dialogue.grammar import Grammar

LONGEST = 7
"""Words of a way of asking, however they were cut."""
SHORTEST = 4
"""Sounds; less sounds like anything."""

Known = Callable[[str], bool]


def as_people_ask(question: str, grammar: Grammar, known: Known) -> str:
    """Return the question with each stretch of words that is none but sounds like a way of asking written as that.

    A stretch of a sentence counts only with a word in it that neither the language's questions nor the congress know;
    `known` tells the latter of a folded word. Longer stretches come first.
    """
    frames, said = _frames(grammar.language), words(question)
    for length in range(min(LONGEST, len(said.tokens)), 0, -1):
        for first in range(len(said.tokens) - length + 1):
            tokens = said.tokens[first : first + length]
            if length < len(said.tokens) and all(token in grammar.words or known(token) for token in tokens):
                continue
            meant = frames.get(sounds(" ".join(tokens)))
            if meant is not None and words(meant).tokens != tokens:
                start, end = said.places[first][0], said.places[first + length - 1][1]
                return as_people_ask(f"{question[:start]}{meant}{question[end:]}", grammar, known)
    return question


@lru_cache
def _frames(language: str) -> Mapping[str, str]:
    source = resources.files("charlotte.engine.dialogue.grammar").joinpath("frames.toml").read_text("utf-8")
    by_sound = {sounds(frame): frame for frame in tomllib.loads(source).get(language, ())}
    return {sound: frame for sound, frame in by_sound.items() if len(sound) >= SHORTEST}
