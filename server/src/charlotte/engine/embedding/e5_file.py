"""The weights of multilingual-e5-small as one file: its vocabulary, and tensors in blocks of four bits (Q4_0)."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MAGIC = b"E5S1"
BLOCK = np.dtype([("scale", "<f2"), ("pairs", "u1", 16)])
"""32 weights: their scale, and 16 bytes that hold weight j in the low and weight j + 16 in the high half."""
QUARTER = 1
"""A tensor's kind: four bits; 0 = plain 32-bit numbers."""

Tensor = NDArray[np.float32]


@dataclass(frozen=True)
class Shape:
    """The sizes of the network."""

    width: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    kinds: int
    epsilon: float


@dataclass(frozen=True)
class Weights:
    """The file, open; tensors are unpacked when they are asked for."""

    shape: Shape
    pieces: tuple[tuple[str, float], ...]
    """Of the vocabulary, with their log-probabilities; the place of each is its number."""
    unknown: int
    begin: int
    end: int
    _raw: NDArray[np.uint8]
    _places: Mapping[str, tuple[int, int, int, int]]

    def tensor(self, name: str, *shape: int) -> Tensor:
        """Return a tensor, unpacked."""
        kind, count, offset, size = self._places[name]
        raw = self._raw[offset : offset + size]
        made = _unpacked(raw.view(BLOCK)) if kind == QUARTER else raw.view("<f4").astype(np.float32)
        return made[:count].reshape(shape)

    def rows(self, name: str, numbers: NDArray[np.int64], width: int) -> Tensor:
        """Return some rows of a packed table, whose rest stays in the file."""
        _, _, offset, size = self._places[name]
        blocks = self._raw[offset : offset + size].view(BLOCK).reshape(-1, width // 32)
        return _unpacked(blocks[numbers].reshape(-1)).reshape(len(numbers), width)


def open_weights(path: Path) -> Weights:
    """Open the file; its digest has been checked before."""
    raw = np.memmap(path, dtype=np.uint8, mode="r")
    reader = _Reader(raw)
    if reader.take(4) != MAGIC:
        raise ValueError(f"{path.name} is not in the format of these weights")
    _version, width, layers, heads, inner, vocabulary, positions, kinds = reader.numbers("<I7i")
    (epsilon, _block) = reader.numbers("<fi")
    count, begin, end, _pad, unknown = reader.numbers("<5i")
    (letters,) = reader.numbers("<Q")
    offsets = np.frombuffer(reader.take(4 * (count + 1)), dtype="<u4")
    scores = np.frombuffer(reader.take(4 * count), dtype="<f4")
    spelled = reader.take(letters)
    pieces = tuple(
        (spelled[first:last].decode("utf-8", "replace"), float(score))
        for first, last, score in zip(offsets[:-1], offsets[1:], scores, strict=True)
    )
    (_entries, normalisation) = reader.numbers("<iI")
    reader.take(normalisation)
    (tensors,) = reader.numbers("<i")
    places: dict[str, tuple[int, int, int, int]] = {}
    for _ in range(tensors):
        (length,) = reader.numbers("<H")
        name = reader.take(length).decode("ascii")
        kind, logical, offset, size = reader.numbers("<BIQQ")
        places[name] = (int(kind), int(logical), int(offset), int(size))
    shape = Shape(width, layers, heads, inner, vocabulary, positions, kinds, epsilon)
    return Weights(shape, pieces, int(unknown), int(begin), int(end), raw, places)


class _Reader:
    def __init__(self, raw: NDArray[np.uint8]) -> None:
        self._raw = raw
        self._at = 0

    def take(self, count: int) -> bytes:
        taken = self._raw[self._at : self._at + count].tobytes()
        self._at += count
        return taken

    def numbers(self, layout: str) -> tuple[int, ...]:
        return struct.unpack(layout, self.take(struct.calcsize(layout)))


def _unpacked(blocks: NDArray[np.void]) -> Tensor:
    pairs = blocks["pairs"]
    weights = np.concatenate((pairs & 15, pairs >> 4), axis=1).astype(np.float32) - 8
    return np.asarray((weights * blocks["scale"].astype(np.float32)[:, None]).reshape(-1), dtype=np.float32)
