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
    """One weight for each feature, each direction of vectors and for all, and the model whose vectors they are for."""

    embedder: str
    each: Numbers
    meaning: Numbers
    """How much it counts that question and sentence point the same way, a number for each direction."""
    all: float

    def logits(self, rows: Sequence[Sequence[float]], alike: Numbers) -> Numbers:
        """Return how far each candidate answers, beside 0 for that none of them does."""
        if not rows:
            return np.zeros(0, np.float32)
        found: Numbers = np.array(rows, np.float32) @ self.each + alike @ self.meaning + np.float32(self.all)
        return found


def alike(question: Numbers, sentences: Sequence[Numbers]) -> Numbers:
    """Return how far each sentence points the way of a question in each direction, about 0 on the whole."""
    count = len(question)
    return np.array(sentences, np.float32).reshape(-1, count) * question * np.float32(count) - 1


def of_logits(logits: Numbers) -> Numbers:
    """Return likelihoods of candidates beside that of no answer, whose logit is 0."""
    if not logits.size:
        return logits
    highest = np.maximum(logits.max(axis=-1, keepdims=True), 0)
    grown: Numbers = np.exp(logits - highest)
    likely: Numbers = grown / (grown.sum(axis=-1, keepdims=True) + np.exp(-highest))
    return likely


@lru_cache
def load() -> Weights:
    """Read the weights that come with the search. Raises `KeyError` where they are for other features."""
    held = json.loads(resources.files(__package__).joinpath(FILE).read_text("utf-8"))
    each = np.array([held["weights"][name] for name in NAMES], np.float32)
    return Weights(held["embedder"], each, np.array(held["meaning"], np.float32), float(held["all"]))
