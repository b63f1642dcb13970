"""The one person whose whole name sounds like what was heard, where its words were cut elsewhere: "dimi calcipala"."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from charlotte.congress.model import Person
from charlotte.congress.search.folding import Words, folded
from charlotte.congress.search.phonetics import key
from charlotte.congress.search.sounding import sounds

SHORTEST = 10
"""Sounds of a name; fewer are found in some sentence by chance."""
ALIKE = 88.0
OF_PART = 82.0
"""Percent of alikeness of each word of the name with what was heard of it."""
STANDS_OUT = 8.0
"""Percent by which it must be better than any other name."""
OF_WORD = 0.5
"""So much of a word must be of the name, that it counts as said with it."""


class NameSounds:
    """First and last names, by sound."""

    def __init__(self, persons: Sequence[Person]) -> None:
        named = [(person, sounds(person.name)) for person in persons if len(person.name.split()) > 1]
        self._named = [(person, sound) for person, sound in named if len(sound) >= SHORTEST]
        self._lengths = np.array([len(sound) for _, sound in self._named], dtype=np.float32)

    def standing_out(self, said: Words) -> tuple[Person, int, int, float] | None:
        """Return who alone sounds like some part of a sentence, its words (first, last exclusive), and how much."""
        parts = [key(token) for token in said.tokens]  # "vier" of "Xavier" is no number
        heard = "".join(parts)
        if len(heard) < SHORTEST or not self._named:
            return None
        alike: NDArray[np.float32] = process.cdist(
            [heard], [sound for _, sound in self._named], scorer=fuzz.partial_ratio
        )[0]
        scores = np.where(self._lengths <= len(heard), alike, 0)
        best = int(scores.argmax())
        person, sound = self._named[best]
        others = [score for score, (other, _) in zip(scores, self._named, strict=True) if other.name != person.name]
        if scores[best] < ALIKE or scores[best] - max(others, default=0.0) < STANDS_OUT:
            return None
        where = fuzz.partial_ratio_alignment(sound, heard)
        assert where is not None
        stretch = heard[where.dest_start : where.dest_end]
        if any(fuzz.partial_ratio(key(part), stretch) < OF_PART for part in folded(person.name)):
            return None
        inside = _words_in(parts, where.dest_start, where.dest_end)
        return (person, inside[0], inside[-1] + 1, float(scores[best]) / 100) if inside else None


def _words_in(parts: Sequence[str], start: int, end: int) -> list[int]:
    at, found = 0, []
    for number, part in enumerate(parts):
        if part and min(at + len(part), end) - max(at, start) >= OF_WORD * len(part):
            found.append(number)
        at += len(part)
    return found
