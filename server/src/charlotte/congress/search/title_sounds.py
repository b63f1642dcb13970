"""The one title that sounds like what was heard, where its words say nothing: "cele sons fronteos"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from charlotte.congress.search.folding import folded
from charlotte.congress.search.function_words import FUNCTION_WORDS, SESSION_WORDS
from charlotte.congress.search.sounding import BEGINNINGS, parts_of, sounds

SHORTEST = 8
"""Sounds that must be compared; fewer are found in some title by chance."""
USUAL = 14
DAMPED = 0.2
OF_HEARD = 0.3
"""So much of what was heard must be compared."""
ALIKE = 78.0
STANDS_OUT = 10.0
"""Percent by which it must be better than any other title. Of titles of other congresses 4 in 100 are."""


@dataclass(frozen=True)
class Sounded:
    """A title that was heard."""

    title: str
    alike: float
    """How much it sounds like what was heard, 0 to 1."""
    beside: int
    """So many words of what was heard are not of the title."""


class TitleSounds:
    """Titles, their parts and how they begin, by sound."""

    def __init__(self, titles: Sequence[str]) -> None:
        self._titles: list[str] = []
        self._sounds: list[str] = []
        for title in dict.fromkeys(titles):
            for sound in dict.fromkeys(map(sounds, _called(title))):
                if len(sound) >= SHORTEST:
                    self._titles.append(title)
                    self._sounds.append(sound)
        self._lengths = np.array([len(sound) for sound in self._sounds], dtype=np.float32)

    def standing_out(self, heard: str) -> Sounded | None:
        """Return the title that alone sounds like some part of `heard`; None when there is none."""
        sound = sounds(heard)
        if len(sound) < SHORTEST or not self._sounds:
            return None
        alike: NDArray[np.float32] = process.cdist([sound], self._sounds, scorer=fuzz.partial_ratio)[0]
        compared = np.minimum(self._lengths, len(sound))
        scores = np.where(compared >= OF_HEARD * len(sound), alike * np.minimum(1.0, compared / USUAL) ** DAMPED, 0)
        best = int(scores.argmax())
        others = [score for score, title in zip(scores, self._titles, strict=True) if title != self._titles[best]]
        if scores[best] < ALIKE or scores[best] - max(others, default=0.0) < STANDS_OUT:
            return None
        where = fuzz.partial_ratio_alignment(sound, self._sounds[best])
        assert where is not None
        beside = _words_beside(heard, where.src_start, where.src_end)
        return Sounded(self._titles[best], float(scores[best]) / 100, beside)


def _words_beside(heard: str, start: int, end: int) -> int:
    """Return how many words of `heard` lie outside of its sounds `start` to `end`."""
    at, beside = 0, 0
    for word in folded(heard):
        length = len(sounds(word))
        inside = min(at + length, end) - max(at, start)
        beside += inside * 2 < max(length, 1)
        at += length
    return beside


def _called(title: str) -> Iterator[str]:
    yield title
    for part in parts_of(title):
        words = part.split()
        for called in (part, *(" ".join(words[:count]) for count in BEGINNINGS if count < len(words))):
            content = [word for word in folded(called) if word not in FUNCTION_WORDS and word not in SESSION_WORDS]
            if len(content) > 1 or len(content) == len(words):
                yield called
