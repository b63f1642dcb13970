"""Time limits for others that leave out when this process itself stood still."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

LOOK_S = 0.1
PAUSE_S = 2 * LOOK_S
"""A look that comes later than this after the last one: it was we who stood still, and nobody else is late for it."""


class Awake:
    """Counts the seconds in which this process ran; one limit at a time, inside its own context."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._spent_s = 0.0
        self._last = self._loop.time()

    @property
    def seconds(self) -> float:
        """Seconds since the beginning, without pauses of ours."""
        now = self._loop.time()
        self._spent_s += min(now - self._last, PAUSE_S)
        self._last = now
        return self._spent_s

    @asynccontextmanager
    async def within(self, seconds: float) -> AsyncIterator[None]:
        """Raise `TimeoutError` unless what is inside is over within so many of these seconds."""
        until = self.seconds + seconds
        timer: asyncio.Handle | None = None

        def look() -> None:
            nonlocal timer
            left = until - self.seconds
            if left <= 0:
                limit.reschedule(self._loop.time())
            else:
                timer = self._loop.call_later(min(LOOK_S, left), look)

        timer = self._loop.call_soon(look)
        try:
            async with asyncio.timeout(None) as limit:
                yield
        finally:
            if timer is not None:
                timer.cancel()
