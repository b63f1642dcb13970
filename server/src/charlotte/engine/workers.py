"""Threads for the models, so that no inference runs on the event loop."""

import asyncio
import contextlib
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from charlotte.engine.demand import Demand
from charlotte.errors import Unavailable

Result = TypeVar("Result")

STEPPED_BACK = 10
"""Niceness of an idle thread. While it holds the interpreter's lock and waits for a processor, sound waits with it:
with 19 it would wait for every other program of the machine."""


class Abandoned(Exception):
    """Nobody waits for the result any more."""


class Cancelled:
    """Whether whoever asked has gone; work in several steps looks at it between them."""

    def __init__(self) -> None:
        self._gone = False
        self._stop: Callable[[], None] | None = None
        self._lock = threading.Lock()

    def set(self) -> None:
        """Tell the work that it may stop."""
        with self._lock:
            self._gone = True
            if self._stop is not None:
                self._stop()

    def on_set(self, stop: Callable[[], None]) -> None:
        """Have `stop` called, in whichever thread, when nobody waits any more."""
        with self._lock:
            self._stop = stop
            if self._gone:
                stop()

    def check(self) -> None:
        """Raise `Abandoned` if nobody waits any more."""
        if self._gone:
            raise Abandoned

    @property
    def is_set(self) -> bool:
        """Whether nobody waits any more."""
        return self._gone


class Workers:
    """A bounded pool of threads: `waiting` jobs may queue, further ones are refused."""

    def __init__(
        self, name: str, threads: int, waiting: int = 64, *, demand: Demand | None = None, idle: bool = False
    ) -> None:
        """With `demand`, its jobs count as somebody's wait; `idle` threads get what the others leave of the CPU."""
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix=name, initializer=_step_back if idle else None)
        self._limit = threads + waiting
        self._pending = 0
        self._demand = demand

    async def run(self, work: Callable[[Cancelled], Result]) -> Result:
        """Return what `work` returns. When the caller is cancelled, queued work is dropped and running work told."""
        if self._pending >= self._limit:
            raise Unavailable("The speech models have more work than they can do.", hint="Try again in a moment.")
        cancelled = Cancelled()
        self._pending += 1
        job = self._pool.submit(work, cancelled)
        loop = asyncio.get_running_loop()
        job.add_done_callback(lambda _: _tell(loop, self._done))
        try:
            with self._demand.waiting() if self._demand else contextlib.nullcontext():
                return await asyncio.wrap_future(job)
        finally:
            cancelled.set()

    def _done(self) -> None:
        self._pending -= 1

    def close(self) -> None:
        """Let the threads end; queued work is dropped."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _step_back() -> None:
    if sys.platform == "linux":  # where the priority is a thread's own; elsewhere the whole process would step back
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), STEPPED_BACK)


def _tell(loop: asyncio.AbstractEventLoop, what: Callable[[], None]) -> None:
    try:
        loop.call_soon_threadsafe(what)
    except RuntimeError:  # the loop has closed: nobody counts any more
        return
