"""Log-mel spectrograms as Whisper wants them, in plain numpy."""

from functools import cache

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from charlotte.engine.ear import RATE_HZ, Samples

WINDOW = 400
"""Samples of one analysis window, 25 ms."""
HOP = 160
"""Samples between frames, 10 ms."""
FRAMES_PER_S = RATE_HZ // HOP
BANDS = 80
LOUDEST_DECADES = 8.0
"""Whatever lies further below the loudest band is cut off."""

Mel = NDArray[np.float32]


def log_mel(samples: Samples, seconds: float) -> Mel:
    """Return the spectrogram of `samples`, cut or padded with silence at the end to `seconds`.

    Shape (`BANDS`, seconds * `FRAMES_PER_S`), roughly in [-1, 1].
    """
    length = round(seconds * RATE_HZ)
    fitted = np.zeros(length, dtype=np.float32)
    fitted[: min(length, samples.size)] = samples[:length]
    padded = np.pad(fitted, WINDOW // 2, mode="reflect")
    windows = sliding_window_view(padded, WINDOW)[::HOP][: length // HOP]
    spectrum = np.fft.rfft(windows * _hann(), axis=-1)
    power = (spectrum.real**2 + spectrum.imag**2).astype(np.float32)
    loud = np.log10(np.maximum(_filters() @ power.T, 1e-10))
    loud = np.maximum(loud, loud.max() - LOUDEST_DECADES)
    return np.ascontiguousarray((loud + 4.0) / 4.0, dtype=np.float32)


@cache
def _hann() -> NDArray[np.float32]:
    return np.hanning(WINDOW + 1)[:-1].astype(np.float32)


@cache
def _filters() -> NDArray[np.float32]:
    """Return triangular filters on Slaney's mel scale, normalised by area; shape (`BANDS`, `WINDOW` // 2 + 1)."""
    edges = _to_hz(np.linspace(_to_mel(0.0), _to_mel(RATE_HZ / 2), BANDS + 2))
    bins = np.linspace(0, RATE_HZ / 2, WINDOW // 2 + 1)
    slopes = edges[:, None] - bins[None, :]
    widths = np.diff(edges)[:, None]
    triangles = np.maximum(0.0, np.minimum(-slopes[:-2] / widths[:-1], slopes[2:] / widths[1:]))
    area = 2.0 / (edges[2:] - edges[:-2])
    return (triangles * area[:, None]).astype(np.float32)


_LINEAR_MELS = 15.0
_LINEAR_HZ = 1000.0
_LOG_STEP = np.log(6.4) / 27.0


def _to_mel(hz: float) -> float:
    return 3 * hz / 200 if hz < _LINEAR_HZ else float(_LINEAR_MELS + np.log(hz / _LINEAR_HZ) / _LOG_STEP)


def _to_hz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(mel < _LINEAR_MELS, 200 * mel / 3, _LINEAR_HZ * np.exp(_LOG_STEP * (mel - _LINEAR_MELS)))
