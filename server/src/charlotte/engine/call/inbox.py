"""What the connections of a call ask for and has not been carried out yet."""

import asyncio
from collections import deque

from charlotte.engine.call.lines import Line
from charlotte.protocol.client import ClientEvent

MAX_EVENTS = 256
MAX_BYTES = 32 * 1024 * 1024
"""One event may bring 15 MiB of sound, so their number alone is no bound."""


class Inbox:
    """Events in the order they came. Policy of the queue: who sends faster than they are carried out waits."""

    def __init__(self) -> None:
        self._events: deque[tuple[Line, ClientEvent, int]] = deque()
        self._bytes = 0
        self._changed = asyncio.Condition()

    async def put(self, line: Line, event: ClientEvent, size: int) -> None:
        """Add an event that came as `size` bytes, once there is room."""
        async with self._changed:
            await self._changed.wait_for(self._has_room)
            self._events.append((line, event, size))
            self._bytes += size
            self._changed.notify_all()

    async def get(self) -> tuple[Line, ClientEvent]:
        """Return the next event and the connection that sent it."""
        async with self._changed:
            await self._changed.wait_for(lambda: bool(self._events))
            line, event, size = self._events.popleft()
            self._bytes -= size
            self._changed.notify_all()
        return line, event

    def _has_room(self) -> bool:
        return len(self._events) < MAX_EVENTS and self._bytes < MAX_BYTES
