"""Which stretch of a question says how something is called or described, apart from what is asked of it."""

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from charlotte.congress.search.folding import Words, words
from charlotte.engine.dialogue.descriptions.signs import begins, ends, inside

FILE = "weights.npz"
Numbers = NDArray[np.float32]


@dataclass(frozen=True)
class Weights:
    """A weight for each sign, learned by `benchmarks/descriptions.py`."""

    signs: Numbers
    usual: frozenset[int]
    """Numbers of words that stand in many questions, whatever they are about."""

    def scores(self, said: Words) -> Numbers:
        """Return how likely each stretch is, as a logarithm that is off by one number: row first, column last word."""
        count = len(said.tokens)
        held = np.array([self.signs[found].sum() for found in inside(said, self.usual)], np.float32)
        first = np.array([self.signs[found].sum() for found in begins(said, self.usual)], np.float32)
        last = np.array([self.signs[found].sum() for found in ends(said, self.usual)], np.float32)
        until = np.concatenate([[np.float32(0)], np.cumsum(held)])
        found = until[None, 1:] - until[:-1, None] + first[:, None] + last[None, :]
        return np.where(np.tri(count, k=-1, dtype=bool), np.float32(-np.inf), found).astype(np.float32)

    def span(self, said: Words) -> tuple[int, int]:
        """Return the likeliest stretch: first and last word (exclusive)."""
        scores = self.scores(said)
        first, last = np.unravel_index(int(scores.argmax()), scores.shape)
        return int(first), int(last) + 1


def described(question: str) -> str:
    """Return the likeliest description in a question, as it was written; empty where it has no words."""
    said = words(question)
    return said.written(*load().span(said)) if said.tokens else ""


@lru_cache
def load() -> Weights:
    """Read the weights that come with the dialogue."""
    with resources.files(__package__).joinpath(FILE).open("rb") as file, np.load(file) as held:
        return Weights(held["signs"].astype(np.float32), frozenset(map(int, held["usual"])))
