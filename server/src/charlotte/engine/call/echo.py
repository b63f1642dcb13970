"""Whether what the microphone hears is the assistant's own voice coming back from a loudspeaker."""

import numpy as np
from numpy.typing import NDArray

from charlotte.engine.ear import Samples

RATE_HZ = 8_000
WINDOW = RATE_HZ * 256 // 1000
"""What is compared: shorter, and two voices of one pitch look alike; longer, and the words come too late."""
REACH = RATE_HZ + WINDOW
"""How long ago the voice may have left: a second covers buffers, line and room."""
ALIKE = 0.45
"""Measured on synthetic voices: an echo at -12 dB scores 0.95 (0.4 at its worst), another voice 0.2 to 0.43, both at
once 0.3. A voice taken for an echo by mistake is heard a quarter of a second later."""
AUDIBLE = 1e-4
"""Mean square below which nothing has been played."""

_Sound = NDArray[np.float32]


class Echo:
    """Remembers the last second that was played."""

    def __init__(self) -> None:
        self._played: _Sound = np.zeros(REACH, np.float32)

    def played(self, pcm: bytes | None, size: int) -> None:
        """Note the next `size` bytes of s16le mono 24 kHz that left, None for silence."""
        count = size // 2 // 3
        if pcm is None:
            new: _Sound = np.zeros(count, np.float32)
        else:
            new = np.frombuffer(pcm, "<i2")[: count * 3].reshape(-1, 3).mean(axis=1).astype(np.float32) / 32768.0
        self._played = np.concatenate((self._played[len(new) :], new))

    def is_in(self, heard: Samples) -> bool:
        """Return whether the end of `heard` (the ear's rate) is what was played within the last second."""
        if float(np.mean(self._played**2)) < AUDIBLE or len(heard) < 2 * WINDOW:
            return False
        recent = heard[-2 * WINDOW :].reshape(-1, 2).mean(axis=1)
        return likeness(self._played, recent) >= ALIKE


def likeness(played: _Sound, heard: _Sound) -> float:
    """Return the highest correlation of `heard` with any stretch of `played`, 0 to 1, loudness left aside."""
    reference, sound = _flattened(played), _flattened(heard)
    size = 1 << (len(reference) + len(sound) - 1).bit_length()
    spectrum = np.fft.rfft(reference, size) * np.conj(np.fft.rfft(sound, size))
    matches = np.fft.irfft(spectrum, size)[: len(reference) - len(sound) + 1]
    energy = np.concatenate(([0.0], np.cumsum(reference.astype(np.float64) ** 2)))
    stretches = np.maximum(energy[len(sound) :] - energy[: -len(sound)], 1e-6)
    return float(np.max(np.abs(matches) / np.sqrt(stretches * max(float(np.sum(sound**2)), 1e-6))))


def _flattened(sound: _Sound) -> _Sound:
    """Take away the slope all voices share."""
    return np.append(sound[:1], sound[1:] - 0.9 * sound[:-1]).astype(np.float32)
