"""Recordings from files: any rate, any number of channels, brought to what an ear takes."""

from pathlib import Path

import av
import numpy as np
from av.audio.resampler import AudioResampler

from charlotte.engine.ear import RATE_HZ, Samples
from charlotte.errors import BadInput, NotFound

LONGEST_S = 4 * 60 * 60


def read_audio(path: Path) -> Samples:
    """Return the recording in `path` (WAV, FLAC, …) as mono samples at 16 kHz.

    Raises `NotFound`, or `BadInput` for a file that is empty, cut or no recording.
    """
    if not path.is_file():
        raise NotFound(f"There is no file {path}.", hint="Give the path of a WAV or FLAC file.")
    if path.stat().st_size == 0:
        raise BadInput(f"{path.name} is empty.", hint="Record it again.")
    try:
        samples = _decode(path)
    except (av.FFmpegError, ValueError, IndexError) as error:
        raise BadInput(
            f"{path.name} cannot be read as a recording: {error}.", hint="Give a WAV or FLAC file that plays."
        ) from error
    if samples.size == 0:
        raise BadInput(f"{path.name} holds no sound.", hint="Record it again.")
    return samples


def _decode(path: Path) -> Samples:
    resampler = AudioResampler(format="flt", layout="mono", rate=RATE_HZ)
    pieces: list[Samples] = []
    size = 0
    with av.open(str(path)) as container:
        if not container.streams.audio:
            raise ValueError("it has no sound track")
        for frame in container.decode(audio=0):
            for out in resampler.resample(frame):
                pieces.append(out.to_ndarray().reshape(-1).astype(np.float32))
                size += pieces[-1].size
            if size > LONGEST_S * RATE_HZ:
                raise ValueError(f"it is longer than {LONGEST_S // 3600} hours")
        for out in resampler.resample(None):
            pieces.append(out.to_ndarray().reshape(-1).astype(np.float32))
    samples = np.concatenate(pieces) if pieces else np.zeros(0, np.float32)
    return np.nan_to_num(samples, nan=0.0, posinf=1.0, neginf=-1.0).clip(-1.0, 1.0).astype(np.float32)
