"""What a model is still to read, congress by congress, in the background."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable

import structlog
from sqlalchemy.exc import SQLAlchemyError

from charlotte.errors import CharlotteError

log = structlog.get_logger(__name__)

LONGEST = 64
"""Congresses that may wait."""


class ReadingQueue:
    """Congresses of which something is to be read."""

    def __init__(self, what: str, read: Callable[[str], Awaitable[None]], *, again_s: float | None) -> None:
        """Make it; `read` reads what a congress has of `what`, and when it failed is asked again after `again_s`."""
        self._what = what
        self._read = read
        self._again_s = again_s
        self._wanted: asyncio.Queue[str] = asyncio.Queue(maxsize=LONGEST)
        self._waiting: Counter[str] = Counter()

    def put(self, event_id: str) -> bool:
        """Have a congress read; return False when too many wait: it is searched by words until it is wanted again."""
        try:
            self._wanted.put_nowait(event_id)
        except asyncio.QueueFull:
            log.warning("reading.late", what=self._what)
            return False
        self._waiting[event_id] += 1
        return True

    def waits(self, event_id: str) -> bool:
        """Return whether a congress is still to be read, or is being read now."""
        return self._waiting[event_id] > 0

    async def run(self) -> None:
        """Read what is wanted, for as long as this runs."""
        while True:
            event_id = await self._wanted.get()
            try:
                await self._read(event_id)
            except (CharlotteError, SQLAlchemyError) as failure:
                log.error("reading.failed", what=self._what, error=type(failure).__name__)
                if self._again_s is not None:
                    asyncio.get_running_loop().call_later(self._again_s, self.put, event_id)
            finally:
                self._waiting[event_id] -= 1
                self._wanted.task_done()

    async def is_done(self, within_s: float) -> bool:
        """Wait until everything that is wanted was read; return False when it takes longer."""
        try:
            async with asyncio.timeout(within_s):
                await self._wanted.join()
        except TimeoutError:
            return False
        return True
