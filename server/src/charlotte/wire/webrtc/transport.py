"""WebRTC by aiortc, tuned: no decoder threads at work, own Opus packets, bounds everywhere."""

import asyncio
import gc
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import av
import structlog
from aiortc import (
    MediaStreamTrack,
    RTCConfiguration,
    RTCPeerConnection,
    RTCRtpReceiver,
    RTCSessionDescription,
)
from aiortc.exceptions import InvalidAccessError, InvalidStateError, OperationError

from charlotte.engine.ear import Samples
from charlotte.wire.webrtc.calls import MAX_MESSAGE_BYTES, RtcSide
from charlotte.wire.webrtc.hosts import listen_on_loopback_too
from charlotte.wire.webrtc.opus import FRAME_BYTES, FRAME_MS, OPUS_HZ, SILENCE, OpusEar, OpusVoice
from charlotte.wire.webrtc.sdp import BadOffer, advertised
from charlotte.wire.webrtc.tuning import bound_sctp, receive_inline

log = structlog.get_logger()

SETUP_S = 15.0
"""A client that takes no answer would be waited for without end."""
WATCH_S = 3.0
DEAD_AFTER_S = 15.0
"""Without a single packet; ICE itself notices after 20 to 35 seconds."""
SOUND_WAITING = 50
"""Frames of the user's sound, one second; the oldest is dropped."""
MESSAGES_WAITING = 256
"""A peer that sends faster than its events are carried out is closed."""
OUT_WAITING_BYTES = 256 * 1024
"""In the data channel; more stays in the line's own bounded queue."""
FADE_FRAMES = 5
"""Silence still encoded after speech, so that the decoder's tail fades."""


class AiortcTransport:
    """One peer connection; `hosts` are addresses to advertise beside the machine's own."""

    def __init__(self, hosts: tuple[str, ...] = ()) -> None:
        listen_on_loopback_too()
        self._hosts = hosts
        self._peer = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self._side: RtcSide | None = None
        self._ear = OpusEar()
        self._sound: asyncio.Queue[Samples] = asyncio.Queue(SOUND_WAITING)
        self._messages: asyncio.Queue[str | bytes] = asyncio.Queue(MESSAGES_WAITING)
        self._channel: Any = None
        self._opened = asyncio.Event()
        self._drained = asyncio.Event()
        self._gone = asyncio.Event()

    async def answer(self, offer: str, side: RtcSide) -> str:
        """Return the answer to a checked offer. Raises `BadOffer`."""
        self._side = side
        self._peer.on("datachannel", self._on_channel)
        self._peer.on("connectionstatechange", self._on_state)
        try:
            await self._peer.setRemoteDescription(RTCSessionDescription(offer, "offer"))
            for transceiver in self._peer.getTransceivers():
                transceiver.setCodecPreferences(_opus())
                self._peer.addTrack(VoiceTrack(side.pull))
                receive_inline(transceiver.receiver, self._on_packet)
            if self._peer.sctp is not None:
                bound_sctp(self._peer.sctp, self._gone.set)
            await self._peer.setLocalDescription(await self._peer.createAnswer())
        except (ValueError, KeyError, IndexError, AssertionError, AttributeError, TypeError) as failure:
            # aiortc's parser meets malformed SDP with whatever Python raises there
            raise BadOffer(f"The SDP offer cannot be read ({type(failure).__name__}).") from None
        except (InvalidAccessError, InvalidStateError, OperationError) as failure:
            raise BadOffer(f"The SDP offer cannot be answered: {failure}") from None
        return advertised(self._peer.localDescription.sdp, self._hosts)

    async def run(self) -> None:
        """Carry sound and events until the peer or the line is gone."""
        assert self._side is not None
        try:
            async with asyncio.TaskGroup() as tasks:
                for work in (self._hear(), self._read(), self._watch()):
                    tasks.create_task(work)
                await self._write()
                raise _Over
        except* _Over:
            pass
        finally:
            await self.close()

    async def close(self) -> None:
        """Release the connection."""
        self._gone.set()
        await self._peer.close()
        self._channel = None
        gc.collect()  # aiortc's objects hold each other in circles, codecs and threads among them

    def _on_packet(self, data: bytes, timestamp: int) -> None:
        samples = self._ear.decode(data, timestamp)
        if self._sound.full():
            self._sound.get_nowait()
        self._sound.put_nowait(samples)

    def _on_channel(self, channel: Any) -> None:
        if self._channel is not None:
            return
        self._channel = channel
        channel.bufferedAmountLowThreshold = OUT_WAITING_BYTES // 2
        channel.on("bufferedamountlow", self._drained.set)
        channel.on("message", self._on_message)
        channel.on("close", self._gone.set)
        self._opened.set()

    def _on_message(self, message: str | bytes) -> None:
        try:
            self._messages.put_nowait(message)
        except asyncio.QueueFull:
            self._gone.set()

    def _on_state(self) -> None:
        if self._peer.connectionState in ("failed", "closed"):
            self._gone.set()
        if self._peer.connectionState == "connected" and self._peer.sctp is None:
            self._opened.set()

    async def _hear(self) -> None:
        assert self._side is not None
        while True:
            await self._side.hear(await self._sound.get())

    async def _read(self) -> None:
        assert self._side is not None
        while True:
            message = await self._messages.get()
            if isinstance(message, str):
                await self._side.receive(message)
            else:
                self._side.refuse_binary()

    async def _write(self) -> None:
        """Send what is queued until the line is closed."""
        assert self._side is not None
        await self._opened.wait()
        async for text in self._side.line.outgoing():
            if self._channel is None:  # sound only: a sideband follows the events
                continue
            while self._channel.bufferedAmount > OUT_WAITING_BYTES:
                self._drained.clear()
                await self._drained.wait()
            if len(text.encode()) > MAX_MESSAGE_BYTES:
                log.warning("webrtc.message_too_large", size=len(text))
                continue
            try:
                self._channel.send(text)
            except (InvalidStateError, ConnectionError):
                return

    async def _watch(self) -> None:
        """End the connection when it does not come up, or nothing comes any more."""
        received, silent_s, waited_s = -1, 0.0, 0.0
        while not self._gone.is_set() and silent_s < DEAD_AFTER_S:
            if not self._opened.is_set() and waited_s >= SETUP_S:
                break
            now = await self._packets()
            silent_s = 0.0 if now != received else silent_s + WATCH_S
            received = now
            waited_s += WATCH_S
            if self._side is not None and self._side.line.closed.is_set():
                break  # it has had seconds to go out
            try:
                await asyncio.wait_for(self._gone.wait(), WATCH_S)
            except TimeoutError:
                continue
        raise _Over

    async def _packets(self) -> int:
        report = await self._peer.getStats()
        return sum(stats.packetsReceived for stats in report.values() if stats.type == "transport")


class VoiceTrack(MediaStreamTrack):
    """The assistant's sound, one Opus packet every 20 ms."""

    kind = "audio"

    def __init__(self, pull: Callable[[int], bytes | None]) -> None:
        super().__init__()
        self._pull = pull
        self._voice = OpusVoice()
        self._sent = 0
        self._silent = FADE_FRAMES
        self._begun: float | None = None

    async def recv(self) -> "av.Packet[Any]":
        """Return the next packet when it is due."""
        loop = asyncio.get_running_loop()
        if self._begun is None:
            self._begun = loop.time()
        due = self._begun + self._sent * FRAME_MS / 1000
        if loop.time() - due > 1.0:  # a stall is not made up for: it would come out as a burst
            self._begun += loop.time() - due
        else:
            await asyncio.sleep(max(0.0, due - loop.time()))
        packet = av.Packet(self._frame())
        packet.pts = self._sent * OPUS_HZ * FRAME_MS // 1000
        packet.time_base = Fraction(1, OPUS_HZ)
        self._sent += 1
        return packet

    def _frame(self) -> bytes:
        pcm = self._pull(FRAME_BYTES)
        self._silent = 0 if pcm is not None else self._silent + 1
        if pcm is None and self._silent > FADE_FRAMES:
            return SILENCE
        return self._voice.encode(pcm or bytes(FRAME_BYTES))


class _Over(Exception):
    """Ends the tasks of a connection."""


def _opus() -> list[Any]:
    capabilities = RTCRtpReceiver.getCapabilities("audio")
    assert capabilities is not None
    return [codec for codec in capabilities.codecs if codec.name.lower() == "opus"]
