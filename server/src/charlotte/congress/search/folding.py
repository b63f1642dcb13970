"""Texts cut into comparable words: no case, no accents, no punctuation, and where each word stood."""

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

WORD = re.compile(r"[^\W_]+(?:\+\+|#)?", re.UNICODE)


@dataclass(frozen=True)
class Word:
    """One word of a text, folded."""

    text: str
    start: int
    """Offset in characters where it begins in the original text."""
    end: int
    original: str


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Return text in lower-case ASCII letters: `Kühn` and `KUHN` become `kuhn`, `Влад` becomes `vlad`."""
    return anyascii(text).casefold()


def words(text: str) -> list[Word]:
    """Return the words of a text in order; an elided article (`l'intervento`, `d'aujourd'hui`) is a word of its own."""
    found = (Word(fold(match[0]), match.start(), match.end(), match[0]) for match in WORD.finditer(text))
    return [word for word in found if word.text]


def folded(text: str) -> tuple[str, ...]:
    """Return only the folded words."""
    return tuple(word.text for word in words(text))


def squashed(text: str) -> str:
    """Return all letters and digits in one: `B2.104` becomes `b2104`."""
    return "".join(folded(text))
