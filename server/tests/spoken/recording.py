"""What a page has played, on the clock of the microphone's file."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RECORDED_HZ = 24_000
QUIET_S = 2.5
"""A pause longer than any inside an answer."""
AUDIBLE = 0.01


@dataclass(frozen=True)
class Stretch:
    """Sound without a long pause in it."""

    from_s: float
    to_s: float
    pcm: NDArray[np.int16]


@dataclass(frozen=True)
class Heard:
    """A recording; second 0 is when the microphone's file began to play."""

    pcm: NDArray[np.int16]
    from_s: float = 0.0

    @property
    def audible_s(self) -> float:
        """Seconds that are louder than a whisper."""
        return float(np.count_nonzero(self._loud()) / 50)

    @property
    def quiet_for_s(self) -> float:
        """Seconds since the last audible moment."""
        loud = np.flatnonzero(self._loud())
        return (len(self._loud()) - 1 - loud[-1]) / 50 if len(loud) else 0.0

    @property
    def longest_pause_s(self) -> float:
        """Seconds of the longest silence, the one before the first sound too."""
        loud = np.flatnonzero(self._loud())
        return float(np.diff(loud, prepend=0).max() / 50) if len(loud) else len(self._loud()) / 50

    def stretches(self) -> list[Stretch]:
        """Return what lies between long pauses, such as one answer after another."""
        loud = np.flatnonzero(self._loud())
        if not len(loud):
            return []
        parts = np.split(loud, np.flatnonzero(np.diff(loud) > QUIET_S * 50) + 1)
        return [self._stretch(int(part[0]), int(part[-1]) + 1) for part in parts]

    def _stretch(self, first: int, last: int) -> Stretch:
        frame = RECORDED_HZ // 50
        pcm = self.pcm[max(0, first - 10) * frame : (last + 10) * frame]
        return Stretch(self.from_s + first / 50, self.from_s + last / 50, pcm)

    def _loud(self) -> NDArray[np.bool_]:
        frame = RECORDED_HZ // 50
        whole = self.pcm[: len(self.pcm) // frame * frame].astype(np.float32).reshape(-1, frame) / 32768
        levels: NDArray[np.float32] = np.sqrt((whole**2).mean(axis=1))
        return levels > AUDIBLE
