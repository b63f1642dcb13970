"""The port for whatever turns words into speech."""

from collections.abc import AsyncIterator
from typing import Protocol

RATE_HZ = 24_000
"""Mouths give mono s16le PCM at this rate, the rate of the wire."""


class Mouth(Protocol):
    """Speech synthesis."""

    def choose(self, voice: str, *, language: str) -> str:
        """Return the voice that a whole answer in `language` should keep, for a wish such as `auto`.

        `speak` takes what this returns as it is, even if the machine becomes too slow for it meanwhile.
        """
        ...

    def speak(self, text: str, *, language: str, voice: str, speed: float = 1.0) -> AsyncIterator[bytes]:
        """Yield PCM (s16le mono, `RATE_HZ`) of one clause in pieces, the first as early as possible.

        `voice` is `auto`, `fast`, `natural` or a name from the voices list; names not known (OpenAI's, say)
        mean `auto`. The caller may stop iterating at any time.
        """
        ...
