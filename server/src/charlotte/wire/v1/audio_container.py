"""The mouth's sound as a file."""

import io

import av
import numpy as np
from av.audio.stream import AudioStream

from charlotte.engine.mouth import RATE_HZ

MEDIA_TYPES = {
    "pcm": "audio/pcm",
    "wav": "audio/wav",
    "mp3": "audio/mpeg",
    "flac": "audio/flac",
    "opus": "audio/ogg",
}
_CODECS = {"wav": "pcm_s16le", "mp3": "libmp3lame", "flac": "flac", "opus": "libopus"}
_CONTAINERS = {"opus": "ogg"}


def in_container(pcm: bytes, name: str) -> bytes:
    """Return s16le mono at the mouth's rate as a `wav`, `mp3`, `flac` or `opus` file."""
    file = io.BytesIO()
    with av.open(file, "w", format=_CONTAINERS.get(name, name)) as container:
        stream = container.add_stream(_CODECS[name], rate=RATE_HZ, layout="mono")
        assert isinstance(stream, AudioStream)
        frame = av.AudioFrame.from_ndarray(np.frombuffer(pcm, np.int16)[None, :], format="s16", layout="mono")
        frame.sample_rate = RATE_HZ
        resampler = av.AudioResampler(
            format=stream.format.name, layout="mono", rate=RATE_HZ, frame_size=stream.frame_size or 0
        )
        for out in (*resampler.resample(frame), *resampler.resample(None)):
            container.mux(stream.encode(out))
        container.mux(stream.encode(None))
    return file.getvalue()
