"""Weights that tell families from the vector and the words of a question, learned by `benchmarks/families.py`."""

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from charlotte.engine.dialogue.families.family import ASKED, FAMILIES, Family
from charlotte.engine.dialogue.families.letters import buckets

FILE = "weights.npz"
Numbers = NDArray[np.float32]


@dataclass(frozen=True)
class Weights:
    """Two matrices with a column for each family and each fact, and the model whose vectors they are for."""

    embedder: str
    sha256: str
    """Of the model's file."""
    meaning: Numbers
    """A row for each number of a vector, and one more."""
    letters: Numbers
    """A row for each bucket of letters."""

    def of(self, vector: Numbers, text: str) -> Family:
        """Return what a question with these words and this vector is likely to be."""
        found = buckets(text)
        logits = np.append(vector, np.float32(1)) @ self.meaning
        logits = logits + self.letters[found].sum(axis=0) / max(len(found), 1) ** 0.5
        family = of_logits(logits[: len(FAMILIES)], one_of=True)
        asks = of_logits(logits[len(FAMILIES) :], one_of=False)
        return Family(
            dict(zip(FAMILIES, map(float, family), strict=True)), dict(zip(ASKED, map(float, asks), strict=True))
        )


def of_logits(logits: Numbers, *, one_of: bool) -> Numbers:
    """Return likelihoods: together 1 where it is one of them, else each by itself."""
    if not one_of:
        each: Numbers = np.reciprocal(1 + np.exp(-logits))
        return each
    grown: Numbers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    likely: Numbers = grown / grown.sum(axis=-1, keepdims=True)
    return likely


@lru_cache
def load() -> Weights:
    """Read the weights that come with the dialogue."""
    with resources.files(__package__).joinpath(FILE).open("rb") as file, np.load(file) as held:
        return Weights(
            str(held["embedder"]),
            str(held["sha256"]),
            held["meaning"].astype(np.float32),
            held["letters"].astype(np.float32),
        )
