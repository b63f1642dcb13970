"""Sound on its way to the wire: resampling, and trimming the silence that voices put around their words."""

from fractions import Fraction

import av
import numpy as np
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray

from charlotte.engine.mouth import RATE_HZ

Pcm = NDArray[np.int16]
"""Mono at `RATE_HZ`."""

AUDIBLE = 400
"""Level (of 32768) from which sound counts as such; Pico hisses below it after some sentences."""
LEAD_MS = 10
"""Kept before the first sound, so that it does not begin with a click."""
TAIL_MS = 30
"""Kept, and faded, after the last sound: words end softly."""


def resampled(pcm: bytes, rate_hz: int) -> Pcm:
    """Return s16le mono PCM of another rate at `RATE_HZ`."""
    if len(pcm) < 2:
        return np.zeros(0, np.int16)
    resampler = AudioResampler(format="s16", layout="mono", rate=RATE_HZ)
    frame = av.AudioFrame.from_ndarray(np.frombuffer(pcm, np.int16)[None, :], format="s16", layout="mono")
    frame.sample_rate = rate_hz
    frame.pts = 0
    frame.time_base = Fraction(1, rate_hz)
    pieces = [out.to_ndarray().reshape(-1) for part in (frame, None) for out in resampler.resample(part)]
    return np.concatenate(pieces).astype(np.int16, copy=False)


def trimmed(sound: Pcm, pause_ms: int) -> Pcm:
    """Return `sound` from its first audible moment to its last, followed by `pause_ms` of silence."""
    audible = np.flatnonzero(np.abs(sound.astype(np.int32)) > AUDIBLE)
    if audible.size == 0:
        return np.zeros(0, np.int16)
    per_ms = RATE_HZ // 1000
    start = max(0, int(audible[0]) - LEAD_MS * per_ms)
    end = min(sound.size, int(audible[-1]) + TAIL_MS * per_ms)
    words = sound[start:end].copy()
    fade = min(TAIL_MS * per_ms, words.size)
    words[-fade:] = (words[-fade:] * np.linspace(1.0, 0.0, fade)).astype(np.int16)
    return np.concatenate((words, np.zeros(pause_ms * per_ms, np.int16)))
