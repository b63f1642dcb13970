"""A plain client of the Realtime WebSocket that keeps what it got."""

import asyncio
import base64
import socket as socket_module
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import orjson
import websockets

from support.served import KEY

Event = dict[str, Any]


@dataclass
class Talker:
    """One connection; `until` reads on to an event and returns it."""

    socket: websockets.ClientConnection
    received: list[Event] = field(default_factory=list)

    async def send(self, type_: str, **fields: Any) -> None:
        await self.socket.send(orjson.dumps({"type": type_, **fields}).decode())

    async def configure(self, **session: Any) -> Event:
        await self.send("session.update", session={"type": "realtime", **session})
        return await self.until("session.updated")

    async def writes(self, text: str) -> None:
        """Type a message and ask for a response."""
        content = [{"type": "input_text", "text": text}]
        await self.send("conversation.item.create", item={"type": "message", "role": "user", "content": content})
        await self.send("response.create")

    async def speaks(self, *pcm: bytes, chunk_ms: int = 100) -> None:
        """Send sound (s16le 24 kHz), faster than real time."""
        sound = b"".join(pcm)
        for start in range(0, len(sound), 48 * chunk_ms):
            audio = base64.b64encode(sound[start : start + 48 * chunk_ms]).decode()
            await self.send("input_audio_buffer.append", audio=audio)

    async def until(self, type_: str, within_s: float = 30.0) -> Event:
        """Read until an event of this type; an `error` not asked for fails the test."""
        async with asyncio.timeout(within_s):
            while True:
                event: Event = orjson.loads(await self.socket.recv())
                self.received.append(event)
                if event["type"] == type_:
                    return event
                assert event["type"] != "error", event

    async def answer(self, text: str) -> Event:
        """Type a message and return its `response.done`."""
        await self.writes(text)
        return await self.until("response.done")

    def types(self) -> list[str]:
        """Return the types received, runs of one delta collapsed."""
        found: list[str] = []
        for event in self.received:
            if not (found and found[-1] == event["type"] and event["type"].endswith(".delta")):
                found.append(event["type"])
        return found

    def all(self, type_: str) -> list[Event]:
        return [event for event in self.received if event["type"] == type_]


@asynccontextmanager
async def talking(
    address: str, query: str = "?model=charlotte", key: str = KEY, receive_buffer: int | None = None
) -> AsyncIterator[Talker]:
    """Connect with header auth and read `session.created`; a sideband gets none.

    A small `receive_buffer` (bytes) makes a client that does not read felt by the server.
    """
    headers = {"Authorization": f"Bearer {key}"}
    url = f"ws://{address}/v1/realtime{query}"
    host, _, port = address.partition(":")
    raw = socket_module.socket()
    if receive_buffer is not None:
        raw.setsockopt(socket_module.SOL_SOCKET, socket_module.SO_RCVBUF, receive_buffer)
    raw.connect((host, int(port)))
    raw.setblocking(False)
    async with websockets.connect(url, additional_headers=headers, max_size=None, sock=raw, close_timeout=1) as socket:
        talker = Talker(socket)
        if "call_id" not in query:
            await talker.until("session.created")
        yield talker
