"""What a model that reads question and sentence together makes of the likeliest sentences: pure but for its port."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from charlotte.knowledge.index import Index, Vectors
from charlotte.knowledge.query import Query
from charlotte.knowledge.quotes.features import Seen, features
from charlotte.knowledge.quotes.seeing import seen
from charlotte.knowledge.quotes.weights import Numbers, Weights, alike

MOST = 4
"""Sentences that are read together with the question: some hundredths of a second each."""
LEAST = -3.5
"""The logit from which on a sentence is worth reading."""
COUNTS, ALL = 0.5, 1.0
"""How much it counts, as `benchmarks/judge.py` tells for congresses that were not learned from."""
AGAINST = -1.5
"""Below it a judge says that a sentence does not answer: it is told as what comes near, however near."""
FOR = 0.5
"""Above it a judge says that it does, and no rule for what tells of another thing need doubt it."""


class Judge(Protocol):
    """A model that reads a question and a sentence together."""

    async def judged(self, question: str, sentences: Sequence[str]) -> Sequence[float]:
        """Return how far each answers: above 0 it rather does."""
        ...


def weighed(query: Query, vector: Vectors, index: Index, weights: Weights) -> tuple[Sequence[Seen], Numbers]:
    """Return the sentences that may answer, and the logit of each beside 0 for no answer."""
    looked = seen(query, vector, index)
    pointing = alike(vector, [one.vector for one in looked])
    return looked, weights.logits(features(query, looked), pointing)


def to_read(logits: Numbers) -> NDArray[np.int64]:
    """Return which sentences a judge should read."""
    first = np.argsort(-logits, kind="stable")[:MOST]
    return np.asarray(first[logits[first] >= LEAST], np.int64)


def with_judgements(
    looked: Sequence[Seen], logits: Numbers, at: NDArray[np.int64], told: Sequence[float]
) -> tuple[Sequence[Seen], Numbers]:
    """Return the sentences and their logits with what the judge made of some."""
    by_judge = dict(zip(at.tolist(), told, strict=True))
    found = logits.copy()
    found[at] += COUNTS * np.array(told, np.float32) + ALL
    return [replace(one, judged=by_judge[n]) if n in by_judge else one for n, one in enumerate(looked)], found


def is_judged_against(some: Iterable[Seen]) -> bool:
    """Return whether sentences of a passage were read, and none of them answers."""
    judged = [one.judged for one in some if one.judged is not None]
    return bool(judged) and max(judged) < AGAINST


def is_judged_for(some: Iterable[Seen]) -> bool:
    """Return whether one of some sentences surely answers."""
    return any(one.judged is not None and one.judged > FOR for one in some)
