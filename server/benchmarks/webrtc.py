"""An attendee over WebRTC, by aiortc."""

import asyncio
import contextlib
import fractions
import time
from collections.abc import AsyncIterator

import av
import httpx2
import numpy as np
from aiortc import MediaStreamTrack, RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError

from charlotte.protocol.client import ClientEvent
from charlotte.protocol.codec import read_server_event, write_event

from .attendee import Grant, Turn
from .speech import Pcm

RATE_HZ = 48_000
FRAME = RATE_HZ // 50
AUDIBLE = 300
"""Root mean square of s16 samples above which a frame counts as sound."""


class Microphone(MediaStreamTrack):
    """20 ms frames in real time: speech when told to, else a quiet room."""

    kind = "audio"

    def __init__(self) -> None:
        super().__init__()
        self._room = np.random.default_rng(1).integers(-8, 8, FRAME).astype(np.int16)
        self._speech: Pcm | None = None
        self._ended: asyncio.Future[float] | None = None
        self._count, self._began = 0, 0.0

    def say(self, speech: Pcm) -> asyncio.Future[float]:
        """Begin to speak; the future tells when the last sample was spoken."""
        self._speech, self._ended = speech, asyncio.get_running_loop().create_future()
        return self._ended

    async def recv(self) -> av.AudioFrame:
        """Return the next frame when its time has come."""
        self._began = self._began or time.perf_counter()
        await asyncio.sleep(max(0.0, self._began + self._count * 0.02 - time.perf_counter()))
        pcm = self._room
        if self._speech is not None:
            pcm, self._speech = self._speech[:FRAME], self._speech[FRAME:]
            if not len(self._speech) and self._ended is not None:
                self._speech = None
                self._ended.set_result(time.perf_counter())
        frame = av.AudioFrame.from_ndarray(pcm.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = RATE_HZ, self._count * FRAME, fractions.Fraction(1, RATE_HZ)
        self._count += 1
        return frame


class WebRtcAttendee:
    """One open call over WebRTC."""

    def __init__(self, microphone: Microphone) -> None:
        self._microphone = microphone
        self.turn = Turn()
        self.channel = None

    async def send(self, event: ClientEvent) -> None:
        """Send on the data channel."""
        self.channel.send(write_event(event))

    async def ask(self, speech: Pcm, patience_s: float) -> Turn:
        """Say `speech` and wait until the answer has been heard to its end."""
        self.turn = turn = Turn()
        turn.speech_ended_at = await self._microphone.say(speech)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience_s):
                while not (turn.answered() and self._quiet(turn)):
                    await asyncio.sleep(0.02)
        return turn

    async def listen(self, track: MediaStreamTrack) -> None:
        """Note every audible frame until the track ends."""
        with contextlib.suppress(MediaStreamError):
            while True:
                frame = await track.recv()
                level = float(np.sqrt(np.mean(frame.to_ndarray().astype(np.float32) ** 2)))
                if level > AUDIBLE:
                    self.turn.sounded(time.perf_counter())

    @staticmethod
    def _quiet(turn: Turn) -> bool:
        return turn.last_sound_at is not None and time.perf_counter() - turn.last_sound_at > 1.0


@contextlib.asynccontextmanager
async def calling(http: httpx2.AsyncClient, grant: Grant) -> AsyncIterator[WebRtcAttendee]:
    """Open a call with a ticket; yields when the data channel is open."""
    microphone, opened = Microphone(), asyncio.Event()
    attendee = WebRtcAttendee(microphone)
    connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
    receiver = connection.addTransceiver(microphone, direction="sendrecv").receiver
    # There is no loss on loopback: the client must not add its own 80 ms to what it measures.
    receiver._RTCRtpReceiver__jitter_buffer._prefetch = 0
    attendee.channel = connection.createDataChannel("oai-events")
    attendee.channel.on("open", opened.set)
    attendee.channel.on("message", lambda raw: attendee.turn.note(read_server_event(raw)))
    async with asyncio.TaskGroup() as tasks:
        connection.on("track", lambda track: tasks.create_task(attendee.listen(track)))
        await connection.setLocalDescription(await connection.createOffer())
        answer = await http.post(
            grant.calls_url,
            content=connection.localDescription.sdp,
            headers={"Authorization": f"Bearer {grant.value}", "Content-Type": "application/sdp"},
        )
        answer.raise_for_status()
        await connection.setRemoteDescription(RTCSessionDescription(answer.text, "answer"))
        async with asyncio.timeout(15):
            await opened.wait()
        try:
            yield attendee
        finally:
            await connection.close()
