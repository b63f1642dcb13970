"""Where in a frame the voice ends: voice detection lets go two or three frames after it."""

import numpy as np

from charlotte.engine.ear import RATE_HZ, Samples

SLICE = 128
SLICE_MS = SLICE * 1000 // RATE_HZ
ABOVE_ROOM = 4.0
"""Four times the room's power, 6 dB, is more than the room."""
BELOW_VOICE = 10**-3.5
"""What is 35 dB below the voice is not heard as part of it."""
CERTAINLY_VOICE = 10**-2.0
"""What is less than 20 dB below the voice is never taken for the room, however loud that is."""
ROOM_RISES, VOICE_FADES = 1.01, 0.995
"""In each slice, where nothing tells otherwise: 5 dB and 3 dB in a second."""
LEAST = 1e-10


class Loudness:
    """Follows how loud the room and the voice are."""

    def __init__(self) -> None:
        self._room = 1.0
        self._voice = LEAST

    def loud_ms(self, frame: Samples) -> int:
        """Return up to where in `frame` (whole slices) there was more than the room, 0 = nowhere."""
        last = 0
        for number, power in enumerate(_powers(frame), 1):
            self._room = max(LEAST, min(power, self._room * ROOM_RISES))
            self._voice = max(power, self._voice * VOICE_FADES)
            if power > self._limit():
                last = number
        return last * SLICE_MS

    def is_quiet(self, samples: Samples) -> bool:
        """Return whether there is nothing but the room in `samples`, which are not followed yet."""
        whole = samples[: len(samples) - len(samples) % SLICE]
        return all(power <= self._limit() for power in _powers(whole))

    def _limit(self) -> float:
        return min(max(self._room * ABOVE_ROOM, self._voice * BELOW_VOICE), self._voice * CERTAINLY_VOICE)


def _powers(samples: Samples) -> list[float]:
    powers: list[float] = np.square(samples).reshape(-1, SLICE).mean(axis=1).tolist()
    return powers
