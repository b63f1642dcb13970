"""multilingual-e5-small as what turns questions and passages into vectors, in threads of its own."""

import asyncio
from collections.abc import Sequence
from functools import cached_property, lru_cache, partial
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits
from tokenizers import Tokenizer
from tokenizers.models import Unigram
from tokenizers.normalizers import NFKC
from tokenizers.pre_tokenizers import Metaspace, WhitespaceSplit
from tokenizers.pre_tokenizers import Sequence as Steps

from charlotte.engine.demand import Demand
from charlotte.engine.embedding.e5_file import Tensor, Weights, open_weights
from charlotte.engine.embedding.e5_judge import E5Judge
from charlotte.engine.embedding.e5_network import E5Network
from charlotte.engine.workers import Cancelled, Workers

FILE = "e5-small-q4.bin"
REMEMBERED = 512
"""Questions whose vectors are kept: crowds ask the same."""
REMEMBERED_PASSAGES = 8192
"""Passages whose vectors are kept, 12 MB: an agenda that is imported again, or taken back, says mostly the same."""


class E5Model:
    """The model itself; blocks while it works."""

    def __init__(self, path: Path) -> None:
        # On a crowd's machine more threads for one product only get in each other's way.
        threadpool_limits(limits=1, user_api="blas")
        self._weights = weights = open_weights(path)
        self._tokenizer = _tokenizer(weights)
        self._network = E5Network(weights)
        self._begin, self._end = weights.begin, weights.end
        self.question = lru_cache(maxsize=REMEMBERED)(partial(self._vector, "query"))
        self._passage = lru_cache(maxsize=REMEMBERED_PASSAGES)(partial(self._vector, "passage"))

    @cached_property
    def judge(self) -> E5Judge:
        """What reads a question and a sentence together; made when it is first asked."""
        return E5Judge(self._weights, self._inside)

    def passages(self, texts: Sequence[str]) -> Tensor:
        """Return a row for each passage."""
        return np.stack([self._passage(text) for text in texts])

    def numbers(self, text: str) -> list[int]:
        """Return the numbers of a text's tokens, cut to what the network takes."""
        return [self._begin, *self._inside(text)[: self._network.longest - 2], self._end]

    def _inside(self, text: str) -> list[int]:
        inside: list[int] = self._tokenizer.encode(text, add_special_tokens=False).ids
        return inside

    def _vector(self, role: str, text: str) -> Tensor:
        vector: Tensor = self._network.vectors([self.numbers(f"{role}: {text}")])[0]
        vector.setflags(write=False)
        return vector


class E5:
    """The model as the documents' search uses it."""

    name = "multilingual-e5-small-q4"

    def __init__(self, model: E5Model, workers: Workers, ahead: Workers, demand: Demand) -> None:
        """Questions are somebody's wait and go to `workers`; passages are read `ahead`, while nobody waits."""
        self._model = model
        self._workers = workers
        self._ahead = ahead
        self._demand = demand

    async def question(self, text: str) -> Tensor:
        """Return the vector of a question."""
        return await self._workers.run(lambda _: self._model.question(text))

    async def passages(self, texts: Sequence[str]) -> Tensor:
        """Return a row for each passage, made one by one when nobody waits for a model."""
        while True:
            made = await self._demand.give_way(partial(self._ahead.run, partial(self._read, texts)))
            if made is not None:
                return made

    async def judged(self, question: str, sentences: Sequence[str]) -> Sequence[float]:
        """Return how far each sentence answers a question, read together with it: above 0 it rather does."""
        return await self._workers.run(lambda _: self._model.judge.logits(question, tuple(sentences)))

    def _read(self, texts: Sequence[str], cancelled: Cancelled) -> Tensor:
        cancelled.check()
        return self._model.passages(texts)


async def load_e5(path: Path, workers: Workers, ahead: Workers, demand: Demand) -> E5:
    """Load the model in a thread, once for a process: it takes half a gigabyte."""
    return E5(await asyncio.to_thread(_model, path), workers, ahead, demand)


@lru_cache(maxsize=1)
def _model(path: Path) -> E5Model:
    made = E5Model(path)
    made.judge.logits("When is lunch?", ("Lunch is at one.",))  # unpacking it takes a second that nobody should wait
    return made


def _tokenizer(weights: Weights) -> Tokenizer:
    tokenizer = Tokenizer(Unigram(list(weights.pieces), weights.unknown, False))
    tokenizer.normalizer = NFKC()
    tokenizer.pre_tokenizer = Steps([WhitespaceSplit(), Metaspace()])
    return tokenizer
