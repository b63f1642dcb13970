"""Whether a sentence answers a question: the network of multilingual-e5-small reads both together.

Made by `benchmarks/judge.py`: what is added to each matrix is the product of two thin ones (low-rank adaptation, Hu and
others 2021), kept in eight bits.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from charlotte.engine.embedding.e5_file import Tensor, Weights
from charlotte.engine.embedding.e5_network import E5Network, averaged

FILE = "judge.npz"
MOST_ASKED, MOST_TOLD = 48, 80
"""Tokens of a question and of a sentence that are read."""
REMEMBERED = 512
"""Questions whose judgements are kept: crowds ask the same."""


class E5Judge:
    """The network with its weights; blocks while it reads."""

    def __init__(self, weights: Weights, numbers: Callable[[str], Sequence[int]]) -> None:
        """`numbers` turns a text into the numbers of its tokens, without those that begin and end it."""
        held = held_weights()
        self._network = E5Network(weights, _changes(held, weights.shape.layers))
        self._numbers = numbers
        self._begin, self._end = weights.begin, weights.end
        self._second = held["second"]
        self._head = (held["head.0"], held["head.0.bias"], held["head.1"], held["head.1.bias"])
        self.logits = lru_cache(maxsize=REMEMBERED)(self._logits)

    def _logits(self, question: str, sentences: tuple[str, ...]) -> tuple[float, ...]:
        """Return for each sentence, with what it stands under, how far it answers: above 0 it rather does."""
        asked = [self._begin, *self._numbers(f"query: {question}")[:MOST_ASKED], self._end]
        told = [[*self._numbers(f"passage: {one}")[:MOST_TOLD], self._end] for one in sentences]
        first = np.zeros((len(asked), len(self._second)), np.float32)
        added = [np.concatenate((first, np.tile(self._second, (len(one), 1)))) for one in told]
        state, real = self._network.states([[*asked, *one] for one in told], added)
        inner, inner_bias, outer, outer_bias = self._head
        read = np.concatenate((state[:, 0], averaged(state, real)), axis=1)
        return tuple(float(one) for one in np.tanh(read @ inner.T + inner_bias) @ outer + outer_bias)


@lru_cache(maxsize=1)
def held_weights() -> Mapping[str, Tensor]:
    """Return the weights that come with the search, unpacked."""
    with np.load(BytesIO(resources.files(__package__).joinpath(FILE).read_bytes())) as file:
        names = [name for name in file.files if not name.endswith(".scale")]
        return {name: _unpacked(file[name], file.get(f"{name}.scale")) for name in names}


def _unpacked(held: NDArray[np.int8 | np.float16], scale: NDArray[np.float16] | None) -> Tensor:
    plain = np.asarray(held, np.float32)
    return plain if scale is None else np.asarray(plain * np.asarray(scale, np.float32)[:, None], np.float32)


def _changes(held: Mapping[str, Tensor], layers: int) -> Mapping[str, Tensor]:
    """Return what is added to the tensors of the file."""
    made: dict[str, Tensor] = {}
    for at in range(layers):
        for name in ("q", "k", "v", "ao", "fi", "fo"):
            of_it = f"l{at}.{name}"
            made[f"{of_it}.w"] = np.asarray(held[f"{of_it}.up"] @ held[f"{of_it}.down"], np.float32)
        for name in ("aln", "oln"):
            for part in "wb":
                made[f"l{at}.{name}.{part}"] = held[f"l{at}.{name}.{part}"]
    return made
