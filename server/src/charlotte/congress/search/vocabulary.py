"""All distinct words of a set of names, compared at once with the words that were heard."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from charlotte.congress.search.phonetics import key

SHORT = 3
"""Words up to this length are too easily like others: they must be the same."""
UNLIKE = 45
"""Percent; what is less alike counts as not alike at all, which spares most of the work."""
SPELT_OTHERWISE = 0.97
"""The most that a word in another spelling reaches; only the same letters are equal."""


class Vocabulary:
    """Distinct folded words, with their sound."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words: tuple[str, ...] = tuple(sorted(set(words)))
        self.index: Mapping[str, int] = {word: at for at, word in enumerate(self.words)}
        self._keys = [key(word) for word in self.words]
        self._strict = np.array([_is_strict(word) for word in self.words], dtype=bool)

    def __contains__(self, word: str) -> bool:
        return word in self.index

    def similarities(self, heard: Sequence[str]) -> NDArray[np.float32]:
        """Return a matrix (heard, words) of similarities from 0 to 1, by letters and by sound.

        A word that is in the vocabulary is compared no further: it was heard right.
        """
        similar = np.zeros((len(heard), len(self.words)), dtype=np.float32)
        unknown = []
        for row, word in enumerate(heard):
            if word in self.index:
                similar[row, self.index[word]] = 1
            elif not _is_strict(word):
                unknown.append(row)
        if unknown and self.words:
            similar[unknown] = self._compared([heard[row] for row in unknown])
        return similar

    def _compared(self, heard: Sequence[str]) -> NDArray[np.float32]:
        keys = [key(word) for word in heard]
        letters = cdist(heard, self.words, scorer=fuzz.ratio, dtype=np.float32, score_cutoff=UNLIKE)
        sounds = cdist(keys, self._keys, scorer=fuzz.ratio, dtype=np.float32, score_cutoff=UNLIKE)
        similar: NDArray[np.float32] = np.maximum(letters, 0.5 * letters + 0.5 * sounds) / 100
        np.minimum(similar, SPELT_OTHERWISE, out=similar)
        similar[:, self._strict] = 0
        return similar


def _is_strict(word: str) -> bool:
    return len(word) <= SHORT or any(letter.isdigit() for letter in word)
