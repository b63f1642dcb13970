"""Finding a person by a name as heard: titles dropped, words joined or split, sounds confused."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from charlotte.congress.model import Person
from charlotte.congress.search.folding import folded
from charlotte.congress.search.function_words import HONORIFICS
from charlotte.congress.search.strength import NEAR, WEAK, Hit
from charlotte.congress.search.vocabulary import Vocabulary

LEAST = 0.7
"""Below this, two words are not taken for the same one misheard."""
JOINED = 0.78
"""From here, all words run together are taken for a whole name run together."""
NEARLY_THE_SAME = 0.93
RUN_TOGETHER = 0.84
RARE_WORD = 0.9
"""A rare word of a name that is heard this well points at its bearer, even when the rest does not fit."""
PERHAPS = 0.6
"""From here, a word beside one that was heard right may be the other word of the same name: "Gregor Pakinga"."""
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

    def bearing(self, word: str, least: float) -> list[Hit[Person]]:
        """Return everybody of whose name one word is most like this one, if that is `least` alike; else nobody."""
        similar = self.vocabulary.similarities([word])[0]
        best = float(similar.max(initial=0))
        if best < least:
            return []
        columns = np.flatnonzero(similar >= best).tolist()
        bearers = {self._names[number][0] for column in columns for number in self._by_word[column]}
        return [Hit(person, best) for person in bearers]

    def run_together(self, heard: str) -> Hit[Person] | None:
        """Return who is meant by a word that sounds like a whole name run together; nobody when two are as near."""
        scores = self._joined.similarities([heard])[0]
        near = [
            Hit(self._names[number][0], float(scores[column]))
            for column in np.flatnonzero(scores >= RUN_TOGETHER).tolist()
            for number in self._by_joined[self._joined.words[column]]
        ]
        near.sort(key=lambda hit: -hit.score)
        if not near or len(near) > 1 and near[0].score - near[1].score < NEAR and near[0].value != near[1].value:
            return None
        return near[0]

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
                    # Word by word is the better judge where nothing was joined or split, unless all is nearly the same.
                    if len(self._names[number][1]) != len(heard) or score >= NEARLY_THE_SAME:
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


def may_be(heard: str, name: str) -> bool:
    """Return whether one word of a name was heard right, and each other is like one that was said."""
    said, words = set(named(heard)), named(name)
    left = [word for word in words if word not in said]
    unknown = sorted(said - set(words))
    if len(left) == len(words) or not left or not unknown:
        return False
    return bool((Vocabulary(left).similarities(unknown).max(axis=0) >= PERHAPS).all())
