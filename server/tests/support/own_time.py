"""Time as a test's own process spends it: whatever else the machine does meanwhile, nobody in the test is late."""

import asyncio
import selectors
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest


class _Selector(selectors.DefaultSelector):
    """Counts how long it was waited for something to happen, and not how long the processor was with others then."""

    waited_s = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        began = time.monotonic()
        try:
            return super().select(timeout)
        finally:
            waited_s = time.monotonic() - began
            self.waited_s += waited_s if timeout is None else min(waited_s, max(0.0, timeout))


class OwnTimeLoop(asyncio.SelectorEventLoop):
    """An event loop whose time is what its thread computed and what it waited for; timers and limits go by it."""

    def __init__(self) -> None:
        self._waiting = _Selector()
        self._computing = time.pthread_getcpuclockid(threading.get_ident())
        self._stood_still_s = 0.0
        super().__init__(self._waiting)

    def time(self) -> float:
        """Return seconds that never go backward."""
        return time.clock_gettime(self._computing) + self._waiting.waited_s + self._stood_still_s

    def stands_still(self, seconds: float) -> None:
        """Let time pass in which nothing in this process runs."""
        self._stood_still_s += seconds


@dataclass(frozen=True)
class LoopClock:
    """The time of the running event loop, from the machine's time of day on."""

    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)
    began: datetime = field(default_factory=lambda: datetime.now(UTC))
    _began_s: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_began_s", self.loop.time())

    def now(self) -> datetime:
        """Return UTC."""
        return self.began + timedelta(seconds=self.loop.time() - self._began_s)

    def monotonic(self) -> float:
        """Return the loop's seconds."""
        return self.loop.time()


def stands_still(seconds: float) -> None:
    """Let time pass in which nothing in this process runs."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, OwnTimeLoop)
    loop.stands_still(seconds)


@pytest.fixture(scope="session")
def anyio_backend() -> tuple[str, dict[str, object]]:
    """Run the tests of a folder, whose `conftest.py` imports this, in their own time."""
    return "asyncio", {"loop_factory": OwnTimeLoop}
