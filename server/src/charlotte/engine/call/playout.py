"""Playback where the server owns the clock: sound leaves in real time, and what left was heard."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from charlotte.engine.call.playback import AHEAD_S, BYTES_PER_MS, Cut
from charlotte.engine.call.sounding import KEPT, RATE_HZ, Sounding
from charlotte.protocol.server import PlaybackStarted, PlaybackStopped


@dataclass
class _Stretch:
    """Sound of one item, waiting to leave."""

    response_id: str
    item_id: str
    waiting: deque[bytes] = field(default_factory=deque)
    waiting_bytes: int = 0
    heard_bytes: int = 0


class ServerPlayback:
    """A queue of sound from which a transport takes a piece every few milliseconds."""

    sends_events = False

    def __init__(self) -> None:
        self.publish: Callable[..., None] = lambda *_events: None
        self._stretches: deque[_Stretch] = deque()
        self._sounding: str | None = None
        """The response heard now."""
        self._finished: set[str] = set()
        self.sounding = Sounding()
        self._position = 0
        self._room = asyncio.Event()
        self._room.set()

    async def play(self, response_id: str, item_id: str, pcm: bytes) -> None:
        """Queue sound; waits while there is too much."""
        await self._room.wait()
        last = self._stretches[-1] if self._stretches else None
        if last is None or last.item_id != item_id:
            last = _Stretch(response_id, item_id)
            self._stretches.append(last)
        last.waiting.append(pcm)
        last.waiting_bytes += len(pcm)
        self._measure()

    def finish(self, response_id: str) -> None:
        """Say that a response will bring no more sound."""
        if any(stretch.response_id == response_id for stretch in self._stretches):
            self._finished.add(response_id)
            self._settle()

    def is_playing(self) -> bool:
        """Return whether sound is leaving or waiting to."""
        return any(stretch.waiting for stretch in self._stretches)

    def left_ms(self) -> float:
        """Return how much is waiting to leave."""
        return sum(stretch.waiting_bytes for stretch in self._stretches) / BYTES_PER_MS

    def pull(self, size: int) -> bytes | None:
        """Return the next `size` bytes of sound, the last padded with silence; None when there is none."""
        taken = bytearray()
        while len(taken) < size:
            stretch = self._next()
            if stretch is None:
                break
            taken += self._take(stretch, size - len(taken))
        self._measure()
        self._settle()
        sound = bytes(taken.ljust(size, b"\0")) if taken else None
        if sound is not None:
            self.sounding.forget_before(self._position - KEPT)
            self.sounding.put(self._position, sound)
        self._position += size * RATE_HZ // 1000 // BYTES_PER_MS
        return sound

    def position(self) -> int:
        """Return now on the clock of `sounding`: what has left so far."""
        return self._position

    def clear(self) -> tuple[Cut, ...]:
        """Drop what has not left; return how much of each item was heard."""
        cuts = tuple(
            Cut(stretch.response_id, stretch.item_id, stretch.heard_bytes / BYTES_PER_MS)
            for stretch in self._stretches
            if stretch.waiting
        )
        self._stretches.clear()
        self._finished.clear()
        self._sounding = None
        self._measure()
        return cuts

    def _next(self) -> _Stretch | None:
        for stretch in self._stretches:
            if stretch.waiting:
                return stretch
        return None

    def _take(self, stretch: _Stretch, size: int) -> bytes:
        if self._sounding != stretch.response_id:
            self._stop_sounding()
            self._sounding = stretch.response_id
            self.publish(PlaybackStarted(response_id=stretch.response_id))
        piece = stretch.waiting.popleft()
        if len(piece) > size:
            stretch.waiting.appendleft(piece[size:])
            piece = piece[:size]
        stretch.waiting_bytes -= len(piece)
        stretch.heard_bytes += len(piece)
        return piece

    def _settle(self) -> None:
        """Forget responses that are finished and have been heard to their end."""
        while self._stretches and not self._stretches[0].waiting:
            first = self._stretches[0]
            if first.response_id not in self._finished and len(self._stretches) == 1:
                return
            self._stretches.popleft()
            if all(stretch.response_id != first.response_id for stretch in self._stretches):
                self._finished.discard(first.response_id)
                self._stop_sounding()

    def _stop_sounding(self) -> None:
        if self._sounding is not None:
            stopped, self._sounding = self._sounding, None
            self.publish(PlaybackStopped(response_id=stopped))

    def _measure(self) -> None:
        waiting = sum(stretch.waiting_bytes for stretch in self._stretches)
        if waiting > AHEAD_S * 1000 * BYTES_PER_MS:
            self._room.clear()
        else:
            self._room.set()
