"""Weights that tell families from the vector of a question, learned by `benchmarks/families.py`."""

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from charlotte.engine.dialogue.families.family import ASKED, FAMILIES, Family

FILE = "weights.npz"
Numbers = NDArray[np.float32]


@dataclass(frozen=True)
class Weights:
    """Two matrices, a row for each number of a vector and one more, and the model whose vectors they are for."""

    embedder: str
    sha256: str
    """Of the model's file."""
    family: Numbers
    asks: Numbers

    def of(self, vector: Numbers) -> Family:
        """Return what a question with this vector is likely to be."""
        inputs = np.append(vector, np.float32(1))
        family = of_logits(inputs @ self.family, one_of=True)
        asks = of_logits(inputs @ self.asks, one_of=False)
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
            held["family"].astype(np.float32),
            held["asks"].astype(np.float32),
        )
