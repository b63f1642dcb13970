"""The wire's audio formats to and from the rates the engine works at."""

import binascii
from fractions import Fraction
from typing import Literal

import av
import numpy as np
from av.audio.codeccontext import AudioCodecContext
from av.audio.resampler import AudioResampler
from av.codec.context import CodecContext

from charlotte.engine.call.refusal import Refused
from charlotte.engine.ear import RATE_HZ as EAR_HZ
from charlotte.engine.ear import Samples
from charlotte.engine.mouth import RATE_HZ as MOUTH_HZ
from charlotte.protocol.config import AudioFormat

TELEPHONE_HZ = 8_000
MAX_APPEND_CHARS = 15 * 1024 * 1024
_CODECS = {"audio/pcmu": "pcm_mulaw", "audio/pcma": "pcm_alaw"}


def decode_base64(text: str) -> bytes:
    """Return the bytes of an append. Raises `Refused`."""
    if len(text) > MAX_APPEND_CHARS:
        message = "Audio is too large: at most 15 MiB per append. Send smaller chunks."
        raise Refused(message, wire_code="invalid_value", param="audio")
    try:
        return binascii.a2b_base64(text, strict_mode=True)
    except ValueError:  # what is not ASCII is not reported as a `binascii.Error`
        message = "Invalid 'audio'. Expected base64-encoded audio bytes in the session's input format."
        raise Refused(message, wire_code="invalid_value", param="audio") from None


class Resampler:
    """Mono s16 from one rate to another, as a stream."""

    def __init__(self, from_hz: int, to_hz: int) -> None:
        self._from_hz = from_hz
        self._resampler = AudioResampler(format="s16", layout="mono", rate=to_hz) if from_hz != to_hz else None
        self._sent = 0

    def push(self, pcm: bytes) -> bytes:
        """Return what comes out for the next `pcm` (s16le mono)."""
        if self._resampler is None or not pcm:
            return pcm
        frame = av.AudioFrame.from_ndarray(np.frombuffer(pcm, np.int16)[None, :], format="s16", layout="mono")
        frame.sample_rate = self._from_hz
        frame.pts = self._sent
        frame.time_base = Fraction(1, self._from_hz)
        self._sent += frame.samples
        return b"".join(_bytes(out) for out in self._resampler.resample(frame))


class Incoming:
    """The user's audio in a wire format, as a stream of samples for the ear; odd bytes wait for their half."""

    def __init__(self, wire_format: AudioFormat) -> None:
        self.rate_hz = TELEPHONE_HZ if wire_format.type in _CODECS else MOUTH_HZ
        self._codec = _codec(_CODECS[wire_format.type], "r") if wire_format.type in _CODECS else None
        self._resampler = Resampler(self.rate_hz, EAR_HZ)
        self._odd = b""

    def pcm(self, data: bytes) -> bytes:
        """Return the bytes as s16le mono at `rate_hz`."""
        if self._codec is not None:
            packet = av.Packet(data)
            return b"".join(_bytes(frame) for frame in self._codec.decode(packet)) if data else b""
        data = self._odd + data
        whole = len(data) & ~1
        self._odd = data[whole:]
        return data[:whole]

    def samples(self, pcm: bytes) -> Samples:
        """Return s16le mono at `rate_hz` as samples for the ear."""
        return to_samples(self._resampler.push(pcm))


class Outgoing:
    """The assistant's sound (s16le mono 24 kHz) in a wire format, as a stream."""

    def __init__(self, wire_format: AudioFormat | None) -> None:
        name = _CODECS.get(wire_format.type) if wire_format else None
        self._codec = _codec(name, "w") if name else None
        self._resampler = Resampler(MOUTH_HZ, TELEPHONE_HZ)

    def encode(self, pcm: bytes) -> bytes:
        """Return the bytes that go out for the next `pcm`."""
        if self._codec is None:
            return pcm
        out = self._resampler.push(pcm)
        if not out:
            return b""
        frame = av.AudioFrame.from_ndarray(np.frombuffer(out, np.int16)[None, :], format="s16", layout="mono")
        frame.sample_rate = TELEPHONE_HZ
        return b"".join(bytes(packet) for packet in self._codec.encode(frame))


def to_samples(pcm: bytes) -> Samples:
    """Return s16le as float32 in [-1, 1]."""
    return np.frombuffer(pcm, np.int16).astype(np.float32) / 32768.0


def to_pcm(samples: Samples) -> bytes:
    """Return float32 in [-1, 1] as s16le."""
    return (np.clip(samples, -1.0, 1.0) * 32767.0).astype("<i2").tobytes()


def _bytes(frame: "av.AudioFrame") -> bytes:
    return frame.to_ndarray().astype("<i2", copy=False).tobytes()


def _codec(name: str, mode: Literal["r", "w"]) -> AudioCodecContext:
    codec = CodecContext.create(name, mode)
    assert isinstance(codec, AudioCodecContext)
    codec.sample_rate, codec.layout, codec.format = TELEPHONE_HZ, "mono", "s16"
    if mode == "w":
        codec.time_base = Fraction(1, TELEPHONE_HZ)
    return codec
