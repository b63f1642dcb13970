"""The ports for telling speech from the rest, and a finished sentence from a pause."""

from typing import Protocol

from charlotte.engine.ear import Samples

FRAME = 512
"""Samples per decision at 16 kHz (32 ms)."""


class Vad(Protocol):
    """Voice detection of one session; it keeps state between frames."""

    def probability(self, frame: Samples) -> float:
        """Return how likely `frame` (shape (`FRAME`,), mono, 16 kHz) is speech, 0 to 1."""
        ...

    def reset(self) -> None:
        """Forget what was heard."""
        ...


class EndOfTurn(Protocol):
    """Semantic end of turn; stateless, shared by sessions."""

    async def probability(self, samples: Samples) -> float:
        """Return how likely the turn in `samples` (shape (n,), mono, 16 kHz, last 8 s) is finished, 0 to 1."""
        ...
