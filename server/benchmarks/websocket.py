"""An attendee over WebSocket."""

import asyncio
import base64
import contextlib
import time
from collections.abc import AsyncIterator

import numpy as np
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from charlotte.protocol.client import ClientEvent, InputAudioAppend
from charlotte.protocol.codec import read_server_event, write_event
from charlotte.protocol.server import OutputAudioDelta

from .attendee import Grant, Turn
from .speech import Pcm

RATE_HZ = 24_000
FRAME = RATE_HZ // 50
AUDIBLE = 300


class WebSocketAttendee:
    """One open call over WebSocket; what arrives counts as sounding at once, as on a device with no queue."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._speech: Pcm | None = None
        self._ended: asyncio.Future[float] | None = None
        self.turn = Turn()

    async def send(self, event: ClientEvent) -> None:
        """Send one event."""
        await self._socket.send(write_event(event))

    async def ask(self, speech: Pcm, patience_s: float) -> Turn:
        """Say `speech` and wait until the answer has arrived."""
        self.turn = turn = Turn()
        self._ended = asyncio.get_running_loop().create_future()
        self._speech = speech
        turn.speech_ended_at = await self._ended
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience_s):
                while not turn.answered():
                    await asyncio.sleep(0.02)
        await asyncio.sleep(1.0)
        return turn

    async def speak(self) -> None:
        """Send 20 ms frames in real time until the socket closes."""
        room = np.random.default_rng(1).integers(-8, 8, FRAME).astype(np.int16)
        began, count = time.perf_counter(), 0
        with contextlib.suppress(ConnectionClosed):
            while True:
                await asyncio.sleep(max(0.0, began + count * 0.02 - time.perf_counter()))
                count += 1
                pcm, last = room, False
                if self._speech is not None:
                    pcm, self._speech = self._speech[:FRAME], self._speech[FRAME:]
                    last = not len(self._speech)
                    self._speech = None if last else self._speech
                await self.send(InputAudioAppend(audio=base64.b64encode(pcm.tobytes()).decode()))
                if last and self._ended is not None:
                    self._ended.set_result(time.perf_counter())

    async def listen(self) -> None:
        """Note every event, and audible audio, until the socket closes."""
        async for raw in self._socket:
            event = read_server_event(raw)
            if isinstance(event, OutputAudioDelta):
                pcm = np.frombuffer(base64.b64decode(event.delta), np.int16).astype(np.float32)
                loud = np.flatnonzero(np.abs(pcm) > AUDIBLE)
                if len(loud):  # silence inside the piece delays what is heard
                    self.turn.sounded(time.perf_counter() + float(loud[0]) / RATE_HZ)
            self.turn.note(event)


@contextlib.asynccontextmanager
async def calling(grant: Grant) -> AsyncIterator[WebSocketAttendee]:
    """Open a call with a ticket."""
    headers = {"Authorization": f"Bearer {grant.value}", "Cookie": grant.cookie}
    headers["Origin"] = grant.ws_url.replace("ws", "http", 1).split("/api")[0]
    async with connect(grant.ws_url, additional_headers=headers, max_size=None) as socket:
        attendee = WebSocketAttendee(socket)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(attendee.listen())
            speaking = tasks.create_task(attendee.speak())
            try:
                yield attendee
            finally:
                speaking.cancel()
                await socket.close()
