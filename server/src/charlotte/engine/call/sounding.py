"""What the assistant sounded and when, on a clock of its own: what the microphone may hear again."""

from collections import deque

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 8_000
"""A telephone's band tells one voice from another."""
KEPT = 5 * RATE_HZ
_FROM_MOUTH = 3
"""The mouth speaks at 24 kHz."""
_SEGMENT = RATE_HZ

Sound = NDArray[np.float32]


class Sounding:
    """Sound by the position at which it began to be heard, at the earliest; the last seconds of it."""

    def __init__(self) -> None:
        self._segments: deque[tuple[int, Sound]] = deque()
        self.ends_at = 0
        """Position after the last sound."""

    def put(self, position: int, pcm: bytes) -> None:
        """Add s16le mono 24 kHz that sounds from `position` on, after what is already there."""
        whole = len(pcm) // 2 // _FROM_MOUTH * _FROM_MOUTH
        sound = np.frombuffer(pcm, "<i2", whole).reshape(-1, _FROM_MOUTH).mean(axis=1, dtype=np.float32) / 32768.0
        if self._segments and position == self.ends_at and len(self._segments[-1][1]) < _SEGMENT:
            start, before = self._segments.pop()
            self._segments.append((start, np.concatenate((before, sound))))
        else:
            self._segments.append((position, sound))
        self.ends_at = position + len(sound)

    def forget_before(self, position: int) -> None:
        """Drop what nobody will ask for any more."""
        while self._segments and self._segments[0][0] + len(self._segments[0][1]) < position:
            self._segments.popleft()

    def cut_at(self, position: int) -> None:
        """Drop what was to sound from `position` on."""
        kept = [(start, sound[: max(0, position - start)]) for start, sound in self._segments]
        self._segments = deque((start, sound) for start, sound in kept if len(sound))
        self.ends_at = min(self.ends_at, position)

    def between(self, first: int, last: int) -> Sound:
        """Return the sound from one position to another, silence where there was none."""
        found = np.zeros(last - first, np.float32)
        for start, sound in self._segments:
            begin, end = max(first, start), min(last, start + len(sound))
            if begin < end:
                found[begin - first : end - first] = sound[begin - start : end - start]
        return found
