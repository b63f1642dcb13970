"""Finding a person by a name as heard: titles dropped, words joined or split, sounds confused."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from charlotte.congress.model import Person
from charlotte.congress.search.folding import folded
from charlotte.congress.search.function_words import HONORIFICS
from charlotte.congress.search.strength import WEAK, Hit
from charlotte.congress.search.vocabulary import Vocabulary

LEAST = 0.7
"""Below this, two words are not taken for the same one misheard."""
JOINED = 0.78
"""From here, all words run together are taken for a whole name run together."""
RARE_WORD = 0.9
"""A rare word of a name that is heard this well points at its bearer, even when the rest does not fit."""
NAMESAKES = 2
"""Up to this many bearers, a word of a name is rare."""


class People:
    """Everybody in a programme, by name and aliases."""

    def __init__(self, persons: Sequence[Person]) -> None:
        self._names = [
            (person, words) for person in persons for name in (person.name, *person.aliases) if (words := named(name))
        ]
        self.vocabulary = Vocabulary(word for _, words in self._names for word in words)
        self._columns = [np.array([self.vocabulary.index[word] for word in words]) for _, words in self._names]
        self._by_word: dict[int, list[int]] = defaultdict(list)
        self._by_joined: dict[str, list[int]] = defaultdict(list)
        for number, (_, words) in enumerate(self._names):
            for word in set(words):
                self._by_word[self.vocabulary.index[word]].append(number)
            self._by_joined["".join(words)].append(number)
        self._joined = Vocabulary(self._by_joined)

    def find(self, name: str, limit: int = 5) -> list[Hit[Person]]:
        """Return the persons that may be meant, best first; nobody when none is near."""
        heard = named(name)
        return self._hits(self._scores(heard))[:limit] if heard else []

    def find_in(self, similar: NDArray[np.float32]) -> list[Hit[Person]]:
        """Return who may be meant by words whose similarities to the vocabulary are known, best first."""
        return self._hits(self._by_words(similar))

    def _hits(self, scores: dict[int, float]) -> list[Hit[Person]]:
        best: dict[str, Hit[Person]] = {}
        for number, score in scores.items():
            person = self._names[number][0]
            if score >= WEAK and (person.id not in best or score > best[person.id].score):
                best[person.id] = Hit(person, score)
        return sorted(best.values(), key=lambda hit: (-hit.score, hit.value.name, hit.value.id))

    def _scores(self, heard: Sequence[str]) -> dict[int, float]:
        scores = self._by_words(self.vocabulary.similarities(heard))
        whole = "".join(heard)
        for column, score in enumerate(self._joined.similarities([whole])[0].tolist()):
            if score >= JOINED:
                for number in self._by_joined[self._joined.words[column]]:
                    # Word by word is the better judge where nothing was joined or split.
                    if len(self._names[number][1]) != len(heard):
                        scores[number] = max(scores.get(number, 0.0), min(score, 0.97))
        return scores

    def _by_words(self, similar: NDArray[np.float32]) -> dict[int, float]:
        near = np.flatnonzero(similar.max(axis=0, initial=0) >= LEAST)
        candidates = {number for column in near.tolist() for number in self._by_word[column]}
        return {number: self._score(similar, number) for number in candidates}

    def _score(self, similar: NDArray[np.float32], number: int) -> float:
        """Score one name; each heard word and each word of the name counts once."""
        columns = self._columns[number]
        left = similar[:, columns].copy()
        heard, words = left.shape
        total = 0.0
        rare = False
        for _ in range(min(heard, words)):
            row, column = divmod(int(left.argmax()), words)
            best = float(left[row, column])
            if best < LEAST:
                break
            total += best
            rare = rare or (best >= RARE_WORD and len(self._by_word[int(columns[column])]) <= NAMESAKES)
            left[row, :] = 0
            left[:, column] = 0
        # A part of a name is as certain as the whole, but the whole goes first.
        part = 0.004 * (words - heard) / words if heard < words else 0.0
        return float(max(total / heard - part, WEAK + 0.02 if rare else 0.0))


def named(name: str) -> tuple[str, ...]:
    """Return the words of a name without titles."""
    words = folded(name)
    return tuple(word for word in words if word not in HONORIFICS) or words
