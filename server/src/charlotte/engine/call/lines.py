"""The connections of a call: one primary and any number of sidebands, each with a bounded way out."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator

from charlotte.protocol.codec import write_event
from charlotte.protocol.server import OutputAudioDelta, ServerEvent

MAX_WAITING_BYTES = 8 * 1024 * 1024
"""A reader further behind is dropped, so that it can delay neither a voice nor the other connections."""


class Line:
    """One connection; `send` never waits. Policy of its queue: a reader that falls behind is closed with 1013."""

    def __init__(self, *, audio: bool) -> None:
        self.audio = audio
        """Whether the answers' sound goes over this connection as events."""
        self.malformed = 0
        """Events in a row that could not be read."""
        self.close_code: int | None = None
        self.close_reason = ""
        self.closed = asyncio.Event()
        """Set once nothing more is taken; what is queued may still be going out."""
        self._waiting: deque[str] = deque()
        self._bytes = 0
        self._wake = asyncio.Event()

    def send(self, text: str) -> None:
        """Queue one event, as JSON text."""
        if self.close_code is not None:
            return
        self._waiting.append(text)
        self._bytes += len(text)
        self._wake.set()
        if self._bytes > MAX_WAITING_BYTES:
            self._waiting.clear()
            self.close(1013, "The connection does not keep up; try again later.")

    def close(self, code: int, reason: str) -> None:
        """Let what is queued go out, then close."""
        if self.close_code is None:
            self.close_code, self.close_reason = code, reason
            self.closed.set()
            self._wake.set()

    async def outgoing(self) -> AsyncIterator[str]:
        """Yield what is to be sent, until the line is closed."""
        while True:
            while self._waiting:
                text = self._waiting.popleft()
                self._bytes -= len(text)
                yield text
            if self.close_code is not None:
                return
            self._wake.clear()
            await self._wake.wait()


class Lines:
    """All connections of a call."""

    def __init__(self, primary: Line) -> None:
        self.primary = primary
        self._sidebands: list[Line] = []

    def attach(self) -> Line:
        """Add a sideband; it gets every event from now on but the answers' sound."""
        line = Line(audio=False)
        self._sidebands.append(line)
        return line

    def detach(self, line: Line) -> None:
        """Forget a sideband that has gone."""
        if line in self._sidebands:
            self._sidebands.remove(line)

    def publish(self, *events: ServerEvent) -> None:
        """Send to everyone, each event encoded once."""
        for event in events:
            text = write_event(event)
            is_audio = isinstance(event, OutputAudioDelta)
            for line in (self.primary, *self._sidebands):
                if line.audio or not is_audio:
                    line.send(text)

    def close(self, code: int, reason: str) -> None:
        """Close every connection once it has got what was said."""
        for line in (self.primary, *self._sidebands):
            line.close(code, reason)
