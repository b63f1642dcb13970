"""What a stretch of a question looks like from inside and at its two ends, as numbers of buckets."""

import re
from collections.abc import Container
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from charlotte.congress.search.folding import Words
from charlotte.congress.search.function_words import FUNCTION_WORDS

BUCKETS = 16384
_PAUSE = re.compile(r"[^\w\s'’\"«»“”-]|\s[–—-]\s")

Buckets = NDArray[np.int64]


def inside(words: Words, usual: Container[int]) -> list[Buckets]:
    """Return the buckets of each word inside a description; `usual`: numbers of words that are in many questions."""
    said = _plain(words, usual)
    pauses = pauses_before(words)
    found = []
    for at, word in enumerate(said):
        parts = [f"in {word}", f"in {said[at - 1] if at else '<'} {word}"]
        if pauses[at]:
            parts.append("in ,")
        found.append(_numbers(parts))
    return found


def begins(words: Words, usual: Container[int]) -> list[Buckets]:
    """Return the buckets of each place where a description may begin."""
    said, pauses = ["<", "<", *_plain(words, usual)], pauses_before(words)
    return [
        _numbers(
            (f"from {said[at + 1]}", f"from {said[at]} {said[at + 1]}", f"from | {said[at + 2]}", f"from , {pause}")
        )
        for at, pause in enumerate(pauses)
    ]


def ends(words: Words, usual: Container[int]) -> list[Buckets]:
    """Return the buckets of each place before which a description may end, one for each word."""
    said, pauses = [*_plain(words, usual), ">", ">"], [*pauses_before(words)[1:], True]
    return [
        _numbers((f"to {said[at + 1]}", f"to {said[at + 1]} {said[at + 2]}", f"to | {said[at]}", f"to , {pause}"))
        for at, pause in enumerate(pauses)
    ]


def pauses_before(words: Words) -> list[bool]:
    """Return for each word whether a comma, a colon or the like stands before it."""
    starts = [0, *(end for _, end in words.places[:-1])]
    return [
        at > 0 and _PAUSE.search(words.original[start:begin]) is not None
        for at, (start, (begin, _)) in enumerate(zip(starts, words.places, strict=True))
    ]


def number(word: str) -> int:
    """Return the number under which a folded word is kept."""
    return crc32(word.encode())


def _plain(words: Words, usual: Container[int]) -> list[str]:
    return [
        "0" if word[0].isdigit() else word if word in FUNCTION_WORDS or number(word) in usual else "*"
        for word in words.tokens
    ]


def _numbers(parts: list[str] | tuple[str, ...]) -> Buckets:
    return np.array([crc32(part.encode()) % BUCKETS for part in parts], np.int64)
