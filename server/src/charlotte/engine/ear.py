"""The port for whatever turns speech into words."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 16_000
"""Ears and voice detection take mono float32 in [-1, 1] at this rate."""

Samples = NDArray[np.float32]


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

    async def hear(self, samples: Samples, *, language: str | None = None, vocabulary: str = "") -> Heard:
        """Recognise `samples` (shape (n,), mono, `RATE_HZ`); `language` None = identify it.

        `vocabulary` is text with the words to expect (names, rooms, titles). Cancellation-safe.
        """
        ...
