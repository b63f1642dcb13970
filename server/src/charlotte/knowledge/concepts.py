"""What several languages call the same thing: words of a question and of a passage that mean one concept."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from charlotte.congress.search.folding import Words


@dataclass(frozen=True)
class Concept:
    """One thing that people ask about, and how it is called."""

    name: str
    patterns: tuple[str, ...]
    word: re.Pattern[str]
    """One word of it, whole."""
    phrase: re.Pattern[str]
    """Anywhere in folded text, also in several words."""


@lru_cache
def concepts() -> tuple[Concept, ...]:
    """Return all concepts."""
    source = resources.files(__package__).joinpath("concepts.toml").read_text("utf-8")
    return tuple(_concept(name, patterns) for name, patterns in tomllib.loads(source)["concepts"].items())


def named(name: str) -> Concept:
    """Return the concept called so."""
    return _by_name()[name]


def spotted(words: Words) -> Iterator[tuple[Concept, int, int]]:
    """Yield every concept of a sentence with its first and last (exclusive) word."""
    for concept in concepts():
        for match in concept.phrase.finditer(words.text):
            yield (concept, *words.span(*match.span()))


def in_several_words(folded: str) -> frozenset[str]:
    """Return the names of the concepts that stand in a text in more words than one, as "first aid" does."""
    return frozenset(match.lastgroup for match in _phrases().finditer(folded) if match.lastgroup)


@lru_cache(maxsize=100_000)
def of_word(word: str) -> frozenset[str]:
    """Return the names of the concepts that a folded word alone means."""
    return frozenset(concept.name for concept in concepts() if concept.word.fullmatch(word))


def _concept(name: str, patterns: Iterable[str]) -> Concept:
    # Of "plug" and "plug in my laptop" the longer must be tried first.
    listed = tuple(sorted(patterns, key=lambda pattern: " " not in pattern))
    joined = "|".join(f"(?:{pattern})" for pattern in listed)
    return Concept(name, listed, re.compile(joined), re.compile(rf"(?<![a-z0-9])(?:{joined})(?![a-z0-9])"))


@lru_cache
def _by_name() -> dict[str, Concept]:
    return {concept.name: concept for concept in concepts()}


@lru_cache
def _phrases() -> re.Pattern[str]:
    groups = (
        f"(?P<{concept.name}>{'|'.join(f'(?:{pattern})' for pattern in concept.patterns if ' ' in pattern)})"
        for concept in concepts()
        if any(" " in pattern for pattern in concept.patterns)
    )
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(groups)})(?![a-z0-9])")
