"""The port for whatever turns speech into words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 16_000
"""Ears and voice detection take mono float32 in [-1, 1] at this rate."""

Samples = NDArray[np.float32]


class Grasp(IntEnum):
    """What could be made of words that may have been misheard."""

    LOST = 0
    """Whoever said them would be asked back."""
    ASKED = 1
    """They can be answered, without a name in them."""
    NAMED = 2
    """They name something that there is."""


@dataclass(frozen=True)
class Names:
    """What may be named. All are blocking."""

    near: Callable[[Sequence[str]], Sequence[str]]
    """Given all that may have been understood, the names that may have been meant by some part of it."""
    nearest: Callable[[Sequence[str]], Sequence[str]]
    """Of these the likeliest alone: the fewer are expected, the sooner one is heard."""
    grasp: Callable[[str, str], Grasp]
    """Given words and their language, what could be made of them."""


@dataclass(frozen=True)
class Heard:
    """What was understood; empty `text` means no speech."""

    text: str
    language: str
    """ISO 639-1, one of the languages allowed."""
    no_speech_prob: float
    avg_logprob: float
    seconds: float
    """Length of the audio."""
    cpu_seconds: float


class Ear(Protocol):
    """Speech recognition."""

    async def hear(
        self, samples: Samples, *, language: str | None = None, vocabulary: str = "", names: Names | None = None
    ) -> Heard:
        """Recognise `samples` (shape (n,), mono, `RATE_HZ`); `language` None = identify it.

        `vocabulary` is text with the words to expect (names, rooms, titles). What was not understood well is listened
        to again for the `names` it may hold. Cancellation-safe.
        """
        ...
