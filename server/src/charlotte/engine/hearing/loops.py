"""Finding words that repeat themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 40
"""Words of the longest phrase looked for."""


@dataclass(frozen=True)
class Loop:
    """A phrase that follows itself."""

    start: int
    """Index of its first word."""
    length: int
    """Words of the phrase."""
    times: int
    """How often it is there, in full."""
    end: int
    """Index after its last repetition, and after the beginning of one more if the text ends in it."""


def find_loop(words: Sequence[str]) -> Loop | None:
    """Return the loop that covers most words, if any phrase follows itself."""
    plain = ["".join(filter(str.isalnum, word.lower())) for word in words]
    found = [
        loop
        for length in range(1, min(LONGEST, len(plain) // 2) + 1)
        for start in range(len(plain) - 2 * length + 1)
        if (loop := _loop_at(plain, start, length)) is not None
    ]
    return max(found, key=lambda loop: (loop.end - loop.start, -loop.length), default=None)


def _loop_at(words: list[str], start: int, length: int) -> Loop | None:
    phrase = words[start : start + length]
    end = start + length
    while words[end : end + length] == phrase:
        end += length
    times = (end - start) // length
    if times < 2:
        return None
    rest = words[end:]
    if rest and rest == phrase[: len(rest)]:
        end = len(words)
    return Loop(start, length, times, end)
