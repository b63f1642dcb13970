"""What of an answer has been heard: clocks of the assistant's sound."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from charlotte.engine.call.sounding import KEPT, RATE_HZ, Sounding

BYTES_PER_MS = 48
"""Mono s16le at 24 kHz."""
AHEAD_S = 20.0
"""Sound given out before it can have been heard; more is neither made nor sent yet."""


@dataclass(frozen=True)
class Clause:
    """Words and where their sound ends in their item."""

    text: str
    end_ms: float


LAST_WORD = re.compile(r"\S*$")


def heard_words(clauses: Sequence[Clause], heard_ms: float) -> str:
    """Return the words that were heard up to `heard_ms`, the last clause cut in proportion at a word's end."""
    heard, silent, start_ms = "", "", 0.0
    for clause in clauses:
        if clause.end_ms <= start_ms:
            silent += clause.text  # nothing of it sounded so far
            continue
        if heard_ms > start_ms:
            heard, silent = heard + silent, ""
        if clause.end_ms <= heard_ms:
            heard += clause.text
            start_ms = clause.end_ms
            continue
        share = max(0.0, heard_ms - start_ms) / max(clause.end_ms - start_ms, 1.0)
        cut = clause.text[: round(len(clause.text) * share)]
        if share > 0 and len(cut) < len(clause.text) and not clause.text[len(cut)].isspace():
            cut = LAST_WORD.sub("", cut)
        return (heard + cut).rstrip()
    return heard


@dataclass(frozen=True)
class Cut:
    """An answer was silenced after `heard_ms` of its item's sound."""

    response_id: str
    item_id: str
    heard_ms: float


class Playback(Protocol):
    """Where an answer sounds."""

    @property
    def sends_events(self) -> bool:
        """Whether the sound travels as events, and its clock is the client's."""
        ...

    async def play(self, response_id: str, item_id: str, pcm: bytes) -> None:
        """Take sound (s16le mono 24 kHz); waits while too much is queued."""
        ...

    def finish(self, response_id: str) -> None:
        """Say that a response will bring no more sound."""
        ...

    def is_playing(self) -> bool:
        """Return whether the assistant can be heard now, as far as the server knows."""
        ...

    def left_ms(self) -> float:
        """Return how much of what was given is still to be heard, as far as the server knows."""
        ...

    sounding: Sounding
    """What may come back through the microphone."""

    def position(self) -> int:
        """Return now on the clock of `sounding`."""
        ...

    def clear(self) -> tuple[Cut, ...]:
        """Fall silent; return what had been heard of each item cut, nothing when the client keeps that clock."""
        ...


class ClientPlayback:
    """The client plays by itself; the server can only reckon when the sound it sent will have ended."""

    sends_events = True

    def __init__(self, monotonic: "Monotonic") -> None:
        self._monotonic = monotonic
        self._ends_at = 0.0
        self.sounding = Sounding()

    async def play(self, response_id: str, item_id: str, pcm: bytes) -> None:
        """Reckon with more sound; waits while the client has plenty, so that a slow line is not flooded."""
        await asyncio.sleep(max(0.0, self._ends_at - self._monotonic() - AHEAD_S))
        now = self._monotonic()
        self._ends_at = max(self._ends_at, now) + len(pcm) / BYTES_PER_MS / 1000
        self.sounding.forget_before(self.position() - KEPT)
        self.sounding.put(max(self.sounding.ends_at, self.position()), pcm)

    def finish(self, response_id: str) -> None:
        """Nothing follows: the end is already reckoned."""

    def is_playing(self) -> bool:
        """Return whether sound that was sent is still to be heard."""
        return self._monotonic() < self._ends_at

    def left_ms(self) -> float:
        """Return how much of what was sent is still to be heard."""
        return max(0.0, self._ends_at - self._monotonic()) * 1000

    def position(self) -> int:
        """Return now on the clock of `sounding`."""
        return int(self._monotonic() * RATE_HZ)

    def clear(self) -> tuple[Cut, ...]:
        """Reckon with silence; the client truncates."""
        self._ends_at = 0.0
        self.sounding.cut_at(self.position())
        return ()


class Monotonic(Protocol):
    """Seconds that never go backward."""

    def __call__(self) -> float:
        """Return them."""
        ...
