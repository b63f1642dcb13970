"""The port for whatever turns words into speech."""

from collections.abc import AsyncIterator
from typing import Protocol

RATE_HZ = 24_000
"""Mouths give mono s16le PCM at this rate, the rate of the wire."""


class Mouth(Protocol):
    """Speech synthesis."""

    def speak(self, text: str, *, language: str, voice: str, speed: float = 1.0) -> AsyncIterator[bytes]:
        """Yield PCM (s16le mono, `RATE_HZ`) of one clause in pieces, the first as early as possible.

        `voice` is `auto`, `fast`, `natural` or a name from the voices list; names not known (OpenAI's, say)
        mean `auto`. The caller may stop iterating at any time.
        """
        ...
