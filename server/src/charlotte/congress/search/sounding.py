"""The names of a programme that sound like some part of what was heard, wherever its words were cut."""

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from charlotte.congress.programme import Programme
from charlotte.congress.search.folding import fold, folded
from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.congress.search.numerals import with_digits
from charlotte.congress.search.phonetics import key
from charlotte.congress.search.respelling import respelled

LEAST = 55.0
"""Percent of alikeness below which a name says nothing about what was heard."""
SHORTEST = 4
"""Sounds; fewer are found in everything."""
USUAL = 12
"""A name of this many sounds weighs fully: shorter ones are found by chance."""
DAMPED = 0.3
FAR_LONGER = 1.5
"""A name so much longer than everything that was heard was not said."""
BEGINNINGS = (3, 4, 6)
"""Words by which a title may be called: nobody says a long one to its end."""
NAMES, ROOMS, WORDS = 7, 3, 4
"""So many of each are worth to be expected."""
_WORD = re.compile(r"[\w’'-]{5,}")
_PARTS = re.compile(r"\s*[:–—|?!;.]\s+|\s+-\s+|\s*[:–—|?!;.]+$|^[^\w«\"“]+")


class Sounding:
    """Titles and how they begin, people, rooms and long words, by sound."""

    def __init__(self, programme: Programme) -> None:
        parts = list(dict.fromkeys(part for session in programme.sessions for part in parts_of(session.title)))
        self._names = _BySound(_names(programme, parts))
        self._rooms = _BySound((room.name, room.name) for room in programme.rooms)
        self._words = _BySound((word, word) for part in parts for word in _WORD.findall(part))

    def near(self, heard: Sequence[str]) -> list[str]:
        """Return the names, rooms and words that sound most like some part of what was heard, each kind best first.

        `heard` are several readings of one sentence: what one of them says clearly counts.
        """
        said = _said(heard)
        names = [*self._names.near(said, NAMES), *self._rooms.near(said, ROOMS)]
        held = {word for name in names for word in folded(name)}
        words = [word for word in self._words.near(said, WORDS + len(held)) if fold(word) not in held]
        return [*names, *words[:WORDS]]

    def nearest(self, heard: Sequence[str]) -> list[str]:
        """Return the one name and the one room that sound most like some part of one of the readings."""
        said = _said(heard)
        return [*self._names.near(said, 1), *self._rooms.near(said, 1)]


class _BySound:
    """What may be said, each with what is meant by it."""

    def __init__(self, said: Iterable[tuple[str, str]]) -> None:
        meant: dict[str, str] = {}
        for words, name in said:
            if len(sound := sounds(words)) >= SHORTEST and fold(words) not in FUNCTION_WORDS:
                meant.setdefault(sound, name)
        self._sounds, self._meant = list(meant), list(meant.values())
        self._lengths = np.array([len(sound) for sound in self._sounds], dtype=np.float32)
        self._weights = np.minimum(1.0, self._lengths / USUAL) ** DAMPED

    def near(self, said: Sequence[str], limit: int) -> list[str]:
        if not self._sounds or not said:
            return []
        alike: NDArray[np.float32] = process.cdist(said, self._sounds, scorer=fuzz.partial_ratio)
        longest = np.array([[FAR_LONGER * len(sound)] for sound in said], dtype=np.float32)
        likely = np.where((alike < LEAST) | (self._lengths > longest), 0, alike * self._weights)
        scores = likely.max(axis=0)
        chosen: list[str] = []
        for at in np.argsort(-scores, kind="stable").tolist():
            if scores[at] <= 0 or len(chosen) == limit:
                break
            name = self._meant[at]
            if not any(name in other or other in name for other in chosen):
                chosen.append(name)
        return chosen


def parts_of(title: str) -> list[str]:
    """Return what stands before and after the colons and dashes of a title; each may be its name."""
    return [part for piece in _PARTS.split(title) if (part := piece.strip())]


def sounds(text: str, language: str | None = None) -> str:
    """Return how a text sounds, without the gaps between its words; `language` = that of all of it."""
    return "".join(key(respelled(word, language)) for word in with_digits(folded(text)))


def _said(heard: Sequence[str]) -> list[str]:
    return [sound for text in dict.fromkeys(heard) if len(sound := sounds(text)) >= SHORTEST]


def _names(programme: Programme, parts: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield from ((person.name, person.name) for person in programme.persons)
    for part in parts:
        yield part, part
        words = part.split()
        yield from ((" ".join(words[:count]), part) for count in BEGINNINGS if count < len(words))
