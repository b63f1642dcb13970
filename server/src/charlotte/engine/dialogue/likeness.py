"""How alike two words sound: what a recogniser writes down is seldom what the programme has."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist

_SOUNDS = (
    ("sch", "s"),
    ("tsch", "c"),
    ("ch", "k"),
    ("ph", "f"),
    ("gh", "g"),
    ("th", "t"),
    ("ck", "k"),
    ("qu", "k"),
    ("sz", "s"),
    ("tz", "z"),
    ("oe", "o"),
    ("ue", "u"),
    ("ae", "a"),
    ("ou", "u"),
    ("ow", "o"),
    ("ee", "i"),
    ("ea", "i"),
    ("ai", "e"),
    ("ei", "ai"),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
    ("c", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("z", "s"),
    ("d", "t"),
    ("b", "p"),
    ("g", "k"),
    ("h", ""),
)


_BY_SOUND = 0.97
"""Sounding the same counts a little less than being written the same."""
_CACHED_WORDS = 2_000


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """Return a rough spelling of how a folded word sounds to any of the five languages."""
    for spelling, said in _SOUNDS:
        word = word.replace(spelling, said)
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=200_000)
def alike(heard: str, known: str) -> float:
    """Return 0 to 1: how likely `heard` is `known`; both are folded words."""
    if heard == known:
        return 1.0
    spelt = ratio(heard, known) / 100
    if max(len(heard), len(known)) < 4:
        return spelt if spelt > 0.8 else 0.0
    return max(spelt, _BY_SOUND * ratio(sound(heard), sound(known)) / 100)


class Vocabulary:
    """Known words, compared with a heard one all at once."""

    def __init__(self, known: Iterable[str]) -> None:
        self._words = tuple(dict.fromkeys(known))
        self._sounds = tuple(sound(word) for word in self._words)
        self._cache: dict[tuple[str, float], Mapping[str, float]] = {}

    def near(self, heard: str, floor: float) -> Mapping[str, float]:
        """Return the known words at least `floor` like a heard one, each with its likeness as `alike` gives it."""
        key = (heard, floor)
        if key not in self._cache:
            if len(self._cache) >= _CACHED_WORDS:
                self._cache.clear()
            self._cache[key] = self._compare(heard, floor)
        return self._cache[key]

    def _compare(self, heard: str, floor: float) -> Mapping[str, float]:
        if not self._words:
            return {}
        spelt = cdist([heard], self._words, scorer=ratio, score_cutoff=100 * floor)[0]
        sounding = cdist([sound(heard)], self._sounds, scorer=ratio, score_cutoff=100 * floor)[0]
        likely = ((spelt > 0) | (sounding > 0)).nonzero()[0]
        found = {self._words[at]: alike(heard, self._words[at]) for at in likely}
        return {word: likeness for word, likeness in found.items() if likeness >= floor}
