"""Whether what the microphone hears is the assistant's own voice coming back from a loudspeaker.

Both sounds are cut into overlapping slices and seen by frequency. How the room answers is a small filter for each
frequency, found by least squares over the last second; the microphone's sound that this filter makes out of what was
played is hers, and the rest is somebody else's. A second filter, over the last third of a second only, knows a room
that has just changed or a voice that has just begun.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from charlotte.engine.call.sounding import RATE_HZ, Sound, Sounding
from charlotte.engine.ear import RATE_HZ as EAR_HZ
from charlotte.engine.ear import Samples

HOP, SLICE = 128, 512
"""16 and 64 ms."""
PAST, RECENT, JUDGED = 72, 20, 4
"""Hops from which the room is learnt, those after them, and those that are judged."""
REACH = 140
"""Hops after which an echo may still come, 2.2 s: a client's buffer, the line, a loudspeaker without wires."""
ROOM, NEWS = 8, 4
"""Taps of the two filters: 128 ms of a room, and 64 ms."""
LEAD_ROOM, LEAD_NEWS = 2, 1
"""Taps ahead of the delay found, which is only known to a hop or two."""
SOMEBODY = 0.5
"""Share of the sound that the assistant's voice does not explain, from which on somebody else speaks: an echo leaves
0.05 to 0.35 in rooms up to half a second of reverberation, a voice as loud as the echo 0.5 and more."""
NEW = 0.6
"""When so much less was played before than lately, the room cannot be known from it."""
QUIETEST = 0.5
"""Share of the mean power that counts as sound at all: between words there is only what the filters cannot follow."""
LEARNT_FOR = 4
"""Frames for which a room stays as it was learnt; learning takes 3 ms."""
WINDOW = (PAST + RECENT - 1) * HOP + SLICE
HEARD_MS = WINDOW * 1000 // RATE_HZ
"""What of the microphone must be given."""
_RIDGE = 0.01
_BINS = slice(12, 224, 2)
"""190 Hz to 3.5 kHz; every second tells enough."""
_HANN = np.hanning(SLICE).astype(np.float32)

_Spectra = NDArray[np.complex64]


@dataclass
class _Room:
    """What was learnt of the way from loudspeaker to microphone."""

    shift: int
    """Position of what was played less that of where it was heard."""
    room: _Spectra
    news: _Spectra
    is_new: bool
    """The assistant has only begun to sound."""
    level: float
    """Mean power of a slice of what was heard."""
    age: int = 0


class Echo:
    """Compares one microphone with what was `sounded`."""

    def __init__(self, sounded: Sounding) -> None:
        self._sounded = sounded
        self._known: _Room | None = None

    def may_be_heard(self, now: int) -> bool:
        """Return whether anything sounded so lately, by the clock of what sounds, that an echo may still come."""
        return self._sounded.ends_at > now - REACH * HOP

    def is_all(self, heard: Samples, at: int, now: int) -> bool:
        """Return whether the end of `heard` holds the assistant's voice and nobody else's.

        `heard` is `HEARD_MS` at the ear's rate, `at` its end on the microphone's clock (8 kHz) and `now` the same
        moment on the clock of what sounds.
        """
        sound = _flattened(heard[-2 * WINDOW :].reshape(-1, EAR_HZ // RATE_HZ).mean(axis=1))
        if self._known is None or self._known.age >= LEARNT_FOR:
            self._known = self._learn(sound, at, now)
        known = self._known
        known.age += 1
        mine = _spectra(sound[-((JUDGED - 1) * HOP + SLICE) :])
        end = at + known.shift
        room = _left(mine, self._delayed(end, JUDGED, ROOM, LEAD_ROOM), known.room)
        whole = max(_power(mine), QUIETEST * known.level * JUDGED)
        if known.is_new:
            room = min(room, _left(mine, self._delayed(end, JUDGED, NEWS, LEAD_NEWS), known.news))
        return room < SOMEBODY * whole

    def _learn(self, sound: Sound, at: int, now: int) -> _Room:
        played = _flattened(self._sounded.between(now - WINDOW - REACH * HOP, now))
        shift = now - at - (len(played) - len(sound)) + _best_match(played, sound)
        mine = _spectra(sound)
        past = self._delayed(at + shift - RECENT * HOP, PAST, ROOM, LEAD_ROOM)
        recent = self._delayed(at + shift, RECENT, NEWS, LEAD_NEWS)
        is_new = _power(past) / ROOM / PAST < NEW * _power(recent) / NEWS / RECENT
        level = _power(mine) / len(mine)
        return _Room(shift, _filter(past, mine[:PAST]), _filter(recent, mine[-RECENT:]), is_new, level)

    def _delayed(self, end: int, slices: int, taps: int, lead: int) -> _Spectra:
        """Return shape (frequencies, slices, taps): for each slice up to `end` what sounded then and before."""
        last = end + lead * HOP
        first = last - (slices + taps - 2) * HOP - SLICE
        spectra = _spectra(_flattened(self._sounded.between(first, last)))
        windows = np.lib.stride_tricks.sliding_window_view(spectra, taps, axis=0)
        return np.ascontiguousarray(windows.transpose(1, 0, 2))


def _flattened(sound: Sound) -> Sound:
    """Take away the slope all voices share."""
    return np.append(sound[:1], sound[1:] - 0.9 * sound[:-1]).astype(np.float32)


def _spectra(sound: Sound) -> _Spectra:
    """Return shape (slices, frequencies)."""
    slices = np.lib.stride_tricks.sliding_window_view(sound, SLICE)[::HOP]
    return np.fft.rfft(slices * _HANN, axis=1)[:, _BINS].astype(np.complex64)


def _power(spectra: _Spectra) -> float:
    return float(np.sum(np.abs(spectra) ** 2))


def _best_match(played: Sound, heard: Sound) -> int:
    """Return where in `played` the stretch begins that is most like `heard`."""
    size = 1 << (len(played) - 1).bit_length()
    spectrum = np.fft.rfft(played, size) * np.conj(np.fft.rfft(heard, size))
    matches = np.abs(np.fft.irfft(spectrum, size)[: len(played) - len(heard) + 1])
    energy = np.concatenate(([0.0], np.cumsum(np.square(played, dtype=np.float64))))
    stretches = energy[len(heard) :] - energy[: -len(heard)]
    return int(np.argmax(matches / np.sqrt(np.maximum(stretches, 1e-6 * energy[-1] + 1e-12))))


def _filter(played: _Spectra, heard: _Spectra) -> _Spectra:
    """Return the taps (frequencies, taps, 1) that make `heard` out of `played` with the least left over."""
    conjugate = played.conj().transpose(0, 2, 1)
    power = conjugate @ played
    taps = power.shape[-1]
    level = np.trace(power, axis1=1, axis2=2).real / taps
    power += (_RIDGE * level + 1e-9)[:, None, None] * np.eye(taps, dtype=np.complex64)
    found: _Spectra = np.linalg.solve(power, conjugate @ heard.T[:, :, None]).astype(np.complex64)
    return found


def _left(heard: _Spectra, played: _Spectra, taps: _Spectra) -> float:
    return float(np.sum(np.abs(heard.T - (played @ taps)[:, :, 0]) ** 2))
