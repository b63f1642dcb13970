"""Opus to and from the engine's rates."""

from fractions import Fraction

import av
import numpy as np
from av.audio.codeccontext import AudioCodecContext
from av.audio.resampler import AudioResampler
from av.codec.context import CodecContext

from charlotte.engine.ear import RATE_HZ as EAR_HZ
from charlotte.engine.ear import Samples
from charlotte.engine.mouth import RATE_HZ as MOUTH_HZ

OPUS_HZ = 48_000
"""The clock of RTP, and the only rate FFmpeg's libopus decodes to."""
FRAME_MS = 20
FRAME_BYTES = MOUTH_HZ * FRAME_MS // 1000 * 2
BIT_RATE = 32_000
"""Mono speech is transparent there."""
SILENCE = b"\xf8\xff\xfe"
"""A 20 ms Opus frame of silence, so that nothing is encoded while nobody speaks and the packets keep coming."""


class OpusVoice:
    """The assistant's sound as Opus frames of 20 ms."""

    def __init__(self) -> None:
        codec = CodecContext.create("libopus", "w")
        assert isinstance(codec, AudioCodecContext)
        codec.bit_rate = BIT_RATE
        codec.sample_rate, codec.layout, codec.format = MOUTH_HZ, "mono", "s16"
        codec.options = {"application": "voip", "frame_duration": str(FRAME_MS), "compression_level": "5"}
        codec.time_base = Fraction(1, MOUTH_HZ)
        self._codec = codec

    def encode(self, pcm: bytes) -> bytes:
        """Return the frame of `FRAME_BYTES` of s16le mono at the mouth's rate."""
        frame = av.AudioFrame.from_ndarray(np.frombuffer(pcm, np.int16)[None, :], format="s16", layout="mono")
        frame.sample_rate = MOUTH_HZ
        packets = self._codec.encode(frame)
        return bytes(packets[0]) if packets else SILENCE


class OpusEar:
    """Opus frames as samples for the ear."""

    def __init__(self) -> None:
        codec = CodecContext.create("libopus", "r")
        assert isinstance(codec, AudioCodecContext)
        codec.sample_rate, codec.layout, codec.format = OPUS_HZ, "mono", "s16"
        self._codec = codec
        self._resampler = AudioResampler(format="s16", layout="mono", rate=EAR_HZ)

    def decode(self, data: bytes, timestamp: int) -> Samples:
        """Return the samples of one packet; a packet that cannot be read is silence of no length."""
        packet = av.Packet(data)
        packet.pts, packet.time_base = timestamp, Fraction(1, OPUS_HZ)
        try:
            frames = self._codec.decode(packet)
        except av.FFmpegError:
            return np.zeros(0, np.float32)
        pieces = [out.to_ndarray()[0] for frame in frames for out in self._resampler.resample(_untimed(frame))]
        sound = np.concatenate(pieces) if pieces else np.zeros(0, np.int16)
        return sound.astype(np.float32) / 32768.0


def _untimed(frame: "av.AudioFrame") -> "av.AudioFrame":
    frame.pts = None  # a lost packet must not make the resampler wait or stretch
    return frame
