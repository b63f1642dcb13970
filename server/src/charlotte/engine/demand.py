"""Whether somebody waits for a model just now; work done ahead of its time gives way."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Result = TypeVar("Result")

REST_S = 1.5
"""After somebody's work: the next step of the same turn comes within this time."""


class Demand:
    """Counts who waits for any model of this process."""

    def __init__(self, rest_s: float = REST_S) -> None:
        self._rest_s = rest_s
        self._waiting = 0
        self._fell_at = float("-inf")
        self._none = asyncio.Event()
        self._none.set()
        self._ahead: set[asyncio.Timeout] = set()

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Somebody waits for as long as this lasts: what is done ahead of its time stops at once."""
        loop = asyncio.get_running_loop()
        self._waiting += 1
        self._none.clear()
        for work in self._ahead:
            work.reschedule(loop.time())
        self._ahead.clear()
        try:
            yield
        finally:
            self._waiting -= 1
            self._fell_at = loop.time()
            if not self._waiting:
                self._none.set()

    async def give_way(self, work: Callable[[], Awaitable[Result]]) -> Result | None:
        """Return what `work` returns, begun when nobody waits; None when somebody came and it was given up."""
        await self._quiet()
        try:
            async with asyncio.timeout(None) as until_wanted:
                self._ahead.add(until_wanted)
                try:
                    return await work()
                finally:
                    self._ahead.discard(until_wanted)
        except TimeoutError:
            if until_wanted.expired():
                return None
            raise

    async def _quiet(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            await self._none.wait()
            left_s = self._fell_at + self._rest_s - loop.time()
            if left_s <= 0:
                return
            await asyncio.sleep(left_s)
