"""The network of multilingual-e5-small: token numbers in, one vector of meaning a text out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from charlotte.engine.embedding.e5_file import Tensor, Weights

FAR = np.float32(-1e9)
Changes = Mapping[str, Tensor]
"""What is added to, or stands for, tensors of the file, by their names."""


@dataclass(frozen=True)
class _Layer:
    attention: Tensor
    """Queries, keys and values in one."""
    attention_bias: Tensor
    out: Tensor
    out_bias: Tensor
    out_norm: tuple[Tensor, Tensor]
    inner: Tensor
    inner_bias: Tensor
    outer: Tensor
    outer_bias: Tensor
    outer_norm: tuple[Tensor, Tensor]


class E5Network:
    """BERT with mean pooling, in numpy: a question takes a few hundredths of a second on one core."""

    def __init__(self, weights: Weights, changes: Changes | None = None) -> None:
        """`changes` make another network of it: they are added to its tensors."""
        shape = weights.shape
        held = _Held(weights, changes or {})
        self._weights = weights
        self._shape = shape
        self._places = held.tensor("emb.pos", shape.positions, shape.width)
        self._kind = held.tensor("emb.type", shape.kinds, shape.width)[0]
        self._norm = held.norm("emb.ln", shape.width)
        self._layers = [_layer(held, at) for at in range(shape.layers)]

    @property
    def longest(self) -> int:
        """Tokens of the longest text."""
        return self._shape.positions

    def vectors(self, texts: Sequence[Sequence[int]]) -> Tensor:
        """Return a row of length 1 for each text, given as the numbers of its tokens."""
        state, real = self.states(texts)
        mean = averaged(state, real)
        return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True), dtype=np.float32)

    def states(self, texts: Sequence[Sequence[int]], added: Sequence[Tensor] = ()) -> tuple[Tensor, Tensor]:
        """Return what the last layer makes of each token (texts, longest, width), and 1 for each that is there, else 0.

        `added`: for each text what is added to its first layer, a row for each token.
        """
        longest = max(map(len, texts))
        numbers = np.zeros((len(texts), longest), dtype=np.int64)
        real = np.zeros((len(texts), longest), dtype=np.float32)
        for at, text in enumerate(texts):
            numbers[at, : len(text)] = text
            real[at, : len(text)] = 1
        width = self._shape.width
        words = self._weights.rows("emb.word", numbers.reshape(-1), width).reshape(*numbers.shape, width)
        words += self._places[:longest] + self._kind
        for at, rows in enumerate(added):
            words[at, : len(rows)] += rows
        state = self._normed(words, self._norm)
        hidden = (1 - real)[:, None, None, :] * FAR
        for layer in self._layers:
            state = self._through(layer, state, hidden)
        return state, real

    def _through(self, layer: _Layer, state: Tensor, hidden: Tensor) -> Tensor:
        texts, length, width = state.shape
        heads = self._shape.heads
        parts = (state @ layer.attention + layer.attention_bias).reshape(texts, length, 3, heads, width // heads)
        query, key, value = parts.transpose(2, 0, 3, 1, 4)
        scores = query @ key.swapaxes(-1, -2) / np.float32(np.sqrt(width // heads)) + hidden
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        seen = (scores / scores.sum(axis=-1, keepdims=True)) @ value
        seen = seen.transpose(0, 2, 1, 3).reshape(texts, length, width)
        state = self._normed(state + seen @ layer.out + layer.out_bias, layer.out_norm)
        inner = _gelu(state @ layer.inner + layer.inner_bias)
        return self._normed(state + inner @ layer.outer + layer.outer_bias, layer.outer_norm)

    def _normed(self, state: Tensor, norm: tuple[Tensor, Tensor]) -> Tensor:
        centred = state - state.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + np.float32(self._shape.epsilon))
        return np.asarray(centred / spread * norm[0] + norm[1], dtype=np.float32)


def averaged(state: Tensor, real: Tensor) -> Tensor:
    """Return the mean of what was made of the tokens that are there, a row for each text."""
    return np.asarray((state * real[..., None]).sum(axis=1) / real.sum(axis=1, keepdims=True), dtype=np.float32)


@dataclass(frozen=True)
class _Held:
    """The file's tensors with what is added to them."""

    weights: Weights
    changes: Changes

    def tensor(self, name: str, *shape: int) -> Tensor:
        found = self.weights.tensor(name, *shape)
        return found + self.changes[name] if name in self.changes else found

    def norm(self, name: str, width: int) -> tuple[Tensor, Tensor]:
        return self.tensor(f"{name}.w", width), self.tensor(f"{name}.b", width)


def _layer(held: _Held, at: int) -> _Layer:
    width, inner = held.weights.shape.width, held.weights.shape.inner
    parts = [held.tensor(f"l{at}.{name}.w", width, width).T for name in "qkv"]
    biases = [held.tensor(f"l{at}.{name}.b", width) for name in "qkv"]
    return _Layer(
        attention=np.ascontiguousarray(np.concatenate(parts, axis=1)),
        attention_bias=np.concatenate(biases),
        out=np.ascontiguousarray(held.tensor(f"l{at}.ao.w", width, width).T),
        out_bias=held.tensor(f"l{at}.ao.b", width),
        out_norm=held.norm(f"l{at}.aln", width),
        inner=np.ascontiguousarray(held.tensor(f"l{at}.fi.w", inner, width).T),
        inner_bias=held.tensor(f"l{at}.fi.b", inner),
        outer=np.ascontiguousarray(held.tensor(f"l{at}.fo.w", width, inner).T),
        outer_bias=held.tensor(f"l{at}.fo.b", width),
        outer_norm=held.norm(f"l{at}.oln", width),
    )


def _gelu(x: Tensor) -> Tensor:
    """The Gaussian error linear unit; its error function after Abramowitz and Stegun 7.1.26, right to 1.5e-7."""
    scaled = np.abs(x) * np.float32(0.7071067811865476)
    t = 1 / (1 + np.float32(0.3275911) * scaled)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * np.float32(1.061405429)))))
    erf = np.sign(x) * (1 - poly * np.exp(-scaled * scaled))
    return np.asarray(0.5 * x * (1 + erf), dtype=np.float32)
