"""A WebRTC client made of aiortc: a microphone that plays what it is told, and an ear for what comes back."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import av
import httpx2
import numpy as np
import orjson
from aiortc import MediaStreamTrack, RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError

from support.served import KEY
from support.talker import Event

RATE_HZ, FRAME = 48_000, 960


class Mic(MediaStreamTrack):
    """Real time, 20 ms at once; quiet noise between the sounds queued."""

    kind = "audio"

    def __init__(self) -> None:
        super().__init__()
        self.sounds: deque[np.ndarray] = deque()
        self._sent = 0
        self._begun: float | None = None
        self._quiet = np.random.default_rng(1).integers(-8, 8, FRAME).astype(np.int16)

    def plays(self, pcm: bytes) -> None:
        """Queue s16le at 48 kHz."""
        sound = np.frombuffer(pcm, np.int16)
        self.sounds.extend(
            np.pad(part, (0, FRAME - len(part))) for part in np.split(sound, range(FRAME, len(sound), FRAME))
        )

    async def recv(self) -> av.AudioFrame:
        loop = asyncio.get_running_loop()
        self._begun = self._begun or loop.time()
        await asyncio.sleep(max(0.0, self._begun + self._sent * 0.02 - loop.time()))
        samples = self.sounds.popleft() if self.sounds else self._quiet
        frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = RATE_HZ, self._sent * FRAME, Fraction(1, RATE_HZ)
        self._sent += 1
        return frame


@dataclass
class Caller:
    """One side of a call; `until` reads events on."""

    peer: RTCPeerConnection
    mic: Mic
    channel: Any
    call_id: str = ""
    answer: str = ""
    received: list[Event] = field(default_factory=list)
    loud_ms: float = 0.0
    """How long anything loud has been heard."""
    closed: asyncio.Event = field(default_factory=asyncio.Event)
    _events: asyncio.Queue[Event] = field(default_factory=asyncio.Queue)

    async def send(self, type_: str, **fields: Any) -> None:
        self.channel.send(orjson.dumps({"type": type_, **fields}).decode())

    async def until(self, type_: str, within_s: float = 30.0) -> Event:
        async with asyncio.timeout(within_s):
            while True:
                event = await self._events.get()
                self.received.append(event)
                if event["type"] == type_:
                    return event
                assert event["type"] != "error", event

    def types(self) -> list[str]:
        found: list[str] = []
        for event in self.received:
            if not (found and found[-1] == event["type"] and event["type"].endswith(".delta")):
                found.append(event["type"])
        return found

    async def listen(self, track: MediaStreamTrack) -> None:
        try:
            while True:
                sound = (await track.recv()).to_ndarray()
                if float(np.abs(sound).mean()) > 500:
                    self.loud_ms += 20
        except MediaStreamError:
            return


Post = Callable[[str], Awaitable[tuple[str, str]]]


def post_raw(address: str, key: str) -> Post:
    """Return what posts a raw offer and gives back the answer and the call's id."""

    async def post(offer: str) -> tuple[str, str]:
        headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/sdp"}
        async with httpx2.AsyncClient(timeout=30) as http:
            reply = await http.post(f"http://{address}/v1/realtime/calls", content=offer, headers=headers)
        assert reply.status_code == 201, reply.text
        return reply.text, reply.headers["Location"].rsplit("/", 1)[-1]

    return post


@asynccontextmanager
async def calling(address: str, key: str = KEY, post: Post | None = None) -> AsyncIterator[Caller]:
    """Call with audio and an `oai-events` channel, and read `session.created`."""
    peer = RTCPeerConnection(RTCConfiguration(iceServers=[]))
    caller = Caller(peer, Mic(), peer.createDataChannel("oai-events"))
    opened = asyncio.Event()
    caller.channel.on("open", opened.set)
    caller.channel.on("close", caller.closed.set)
    caller.channel.on("message", lambda text: caller._events.put_nowait(orjson.loads(text)))
    peer.addTrack(caller.mic)
    async with asyncio.TaskGroup() as tasks:
        peer.on("track", lambda track: tasks.create_task(caller.listen(track)))
        await peer.setLocalDescription(await peer.createOffer())
        caller.answer, caller.call_id = await (post or post_raw(address, key))(peer.localDescription.sdp)
        await peer.setRemoteDescription(RTCSessionDescription(caller.answer, "answer"))
        try:
            async with asyncio.timeout(15):
                await opened.wait()
            await caller.until("session.created")
            yield caller
        finally:
            await peer.close()
