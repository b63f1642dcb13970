"""How likely a sentence answers a question, by weights that `benchmarks/quotes.py` learned."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from charlotte.knowledge.quotes.features import NAMES

FILE = "weights.json"
Numbers = NDArray[np.float32]


@dataclass(frozen=True)
class Weights:
    """One weight for each feature and one for all, and the model whose vectors they are for."""

    embedder: str
    each: Numbers
    all: float

    def likelihoods(self, rows: Sequence[Sequence[float]]) -> Numbers:
        """Return how likely each candidate is the answer; what is missing to 1 is that none of them is."""
        if not rows:
            return np.zeros(0, np.float32)
        return of_logits(np.array(rows, np.float32) @ self.each + np.float32(self.all))


def of_logits(logits: Numbers) -> Numbers:
    """Return likelihoods of candidates beside that of no answer, whose logit is 0."""
    highest = np.maximum(logits.max(axis=-1, keepdims=True), 0)
    grown: Numbers = np.exp(logits - highest)
    likely: Numbers = grown / (grown.sum(axis=-1, keepdims=True) + np.exp(-highest))
    return likely


@lru_cache
def load() -> Weights:
    """Read the weights that come with the search. Raises `KeyError` where they are for other features."""
    held = json.loads(resources.files(__package__).joinpath(FILE).read_text("utf-8"))
    each = np.array([held["weights"][name] for name in NAMES], np.float32)
    return Weights(held["embedder"], each, float(held["all"]))
