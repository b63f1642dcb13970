"""The event bus of one call: everybody reads at their own pace, nobody holds up a voice."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable

from charlotte.errors import CharlotteError
from charlotte.session.happened import Happened


class ReaderEvicted(CharlotteError):
    """A reader fell too far behind and was cut off."""

    code = "reader_too_slow"


class Reader:
    """One subscription: yields events in order until the bus closes. Raises `ReaderEvicted` when it was too slow."""

    def __init__(self, bound: int) -> None:
        self._waiting: deque[Happened] = deque()
        self._bound = bound
        self._changed = asyncio.Event()
        self._closed = False
        self._evicted = False

    def offer(self, happened: Happened) -> bool:
        """Take an event; False = no room."""
        if len(self._waiting) >= self._bound:
            return False
        self._waiting.append(happened)
        self._changed.set()
        return True

    def close(self, *, evicted: bool = False) -> None:
        """End after what is waiting, or at once when evicted."""
        self._closed, self._evicted = True, evicted
        if evicted:
            self._waiting.clear()
        self._changed.set()

    def rest(self) -> list[Happened]:
        """Return what was not read yet, without waiting."""
        rest = list(self._waiting)
        self._waiting.clear()
        return rest

    async def __aiter__(self) -> AsyncIterator[Happened]:
        while True:
            while self._waiting:
                yield self._waiting.popleft()
            if self._evicted:
                raise ReaderEvicted("A reader of this conversation was too slow and was cut off.")
            if self._closed:
                return
            self._changed.clear()
            await self._changed.wait()


class Bus:
    """Publishes to every reader without waiting; a reader whose queue is full is evicted, not waited for."""

    def __init__(self) -> None:
        self._readers: list[Reader] = []
        self._taps: list[Callable[[Happened], None]] = []
        self._closed = False

    def tap(self, listener: Callable[[Happened], None]) -> None:
        """Have a function called with everything published; it must not wait."""
        self._taps.append(listener)

    def subscribe(self, bound: int = 1000) -> Reader:
        """Return a reader of everything published from now on; `bound` is how many events it may fall behind."""
        reader = Reader(bound)
        if self._closed:
            reader.close()
        else:
            self._readers.append(reader)
        return reader

    def publish(self, happened: Happened) -> None:
        """Hand an event to every reader."""
        for listener in self._taps:
            listener(happened)
        for reader in tuple(self._readers):
            if not reader.offer(happened):
                reader.close(evicted=True)
                self._readers.remove(reader)

    def close(self) -> None:
        """Let every reader finish with what it has."""
        self._closed = True
        for reader in self._readers:
            reader.close()
        self._readers.clear()
