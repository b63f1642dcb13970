"""The input audio buffer: the user's sound since the last item, as the ear will get it."""

import numpy as np
from numpy.typing import NDArray

from charlotte.engine.ear import RATE_HZ, Samples

PER_MS = RATE_HZ // 1000
MAX_MS = 600_000
"""Beyond ten minutes the oldest sound is dropped."""


class InputBuffer:
    """Mono sound at the ear's rate, kept as s16; positions are on the audio clock in ms."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._dropped = 0
        """Samples that came before the buffer's first."""
        self.appended_ms = 0.0
        """Sound that came since the last item or clear, kept or not."""

    @property
    def end_ms(self) -> float:
        """The audio clock: all sound since the call began."""
        return (self._dropped + len(self._data) // 2) / PER_MS

    def append(self, samples: Samples, duration_ms: float) -> None:
        """Add sound; `duration_ms` is its length before a resampler held some of it back."""
        self._data += (np.clip(samples, -1.0, 1.0) * 32767.0).astype("<i2").tobytes()
        self.appended_ms += duration_ms
        self.drop_before(self.end_ms - MAX_MS)

    def drop_before(self, at_ms: float) -> None:
        """Drop what is older than `at_ms`."""
        excess = min(round(at_ms * PER_MS) - self._dropped, len(self._data) // 2)
        if excess > 0:
            del self._data[: 2 * excess]
            self._dropped += excess

    def between(self, start_ms: float, end_ms: float) -> Samples:
        """Return the sound kept from `start_ms` to `end_ms`."""
        first = max(0, round(start_ms * PER_MS) - self._dropped)
        last = max(first, round(end_ms * PER_MS) - self._dropped)
        kept: NDArray[np.int16] = np.frombuffer(bytes(self._data[2 * first : 2 * last]), "<i2")
        return kept.astype(np.float32) / 32768.0

    def mark(self, at_ms: float) -> None:
        """Begin a new item at `at_ms`."""
        self.drop_before(at_ms)
        self.appended_ms = max(0.0, self.end_ms - at_ms)
