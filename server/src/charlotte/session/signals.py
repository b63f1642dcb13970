"""What the server tells a page beside the call: who serves it, and when it should open another call."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Annotated, Literal

from pydantic import BaseModel, Field

WAITING = 32
"""Signals a page may be behind; a page that reads nothing for so long is cut off and asks again."""

Rung = Literal["hosted", "embedded", "text"]
Why = Literal["normal", "fault", "budget", "back"]


class Serving(BaseModel):
    """Who speaks now."""

    type: Literal["serving"] = "serving"
    rung: Rung
    upstream: str
    why: Why = "normal"
    """`fault`: a better one failed; `budget`: it costs too much; `back`: the better one is back."""


class Bridging(BaseModel):
    """The line broke; somebody else takes over in a moment. The page says so aloud."""

    type: Literal["bridging"] = "bridging"
    answer_owed: bool
    """The rest of an answer follows."""
    words_lost: bool
    """What the visitor was saying was not understood: they are asked to say it again."""


class Renew(BaseModel):
    """The page should open another call of this conversation."""

    type: Literal["renew"] = "renew"
    why: Literal["cap", "voice", "back", "fault"]
    broken: bool
    """The call is over already; otherwise it goes on until the new one is open."""


Signal = Annotated[Serving | Bridging | Renew, Field(discriminator="type")]


class TooSlow(Exception):
    """A page did not read its signals."""


class Line:
    """One page that listens."""

    def __init__(self) -> None:
        self._waiting: deque[Signal] = deque()
        self._changed = asyncio.Event()
        self._too_slow = False

    def put(self, signal: Signal) -> None:
        """Hand a signal over without waiting."""
        self._too_slow = self._too_slow or len(self._waiting) >= WAITING
        self._waiting.append(signal)
        self._changed.set()

    async def __aiter__(self) -> AsyncIterator[Signal]:
        while True:
            while self._waiting:
                if self._too_slow:
                    raise TooSlow
                yield self._waiting.popleft()
            self._changed.clear()
            await self._changed.wait()


class Signals:
    """The signals of all conversations; what is lasting is told again to a page that comes later."""

    def __init__(self) -> None:
        self._lines: dict[str, list[Line]] = {}
        self._serving: dict[str, Serving] = {}

    def tell(self, session_id: str, signal: Signal) -> None:
        """Tell every page of a conversation."""
        if isinstance(signal, Serving):
            self._serving[session_id] = signal
        for line in self._lines.get(session_id, ()):
            line.put(signal)

    def serving(self, session_id: str) -> Serving | None:
        """Return who serves a conversation now."""
        return self._serving.get(session_id)

    def forget(self, session_id: str) -> None:
        """Forget who served a conversation that has no call any more."""
        self._serving.pop(session_id, None)

    @contextmanager
    def listen(self, session_id: str) -> Iterator[Line]:
        """Listen for a conversation's signals, the lasting ones first."""
        line = Line()
        if session_id in self._serving:
            line.put(self._serving[session_id])
        self._lines.setdefault(session_id, []).append(line)
        try:
            yield line
        finally:
            self._lines[session_id].remove(line)
            if not self._lines[session_id]:
                del self._lines[session_id]
