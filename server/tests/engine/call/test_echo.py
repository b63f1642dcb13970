"""Her own voice from a loudspeaker is told from somebody else's."""

import numpy as np
import pytest

from charlotte.engine.call.echo import HEARD_MS, HOP, REACH, Echo
from charlotte.engine.call.sounding import Sounding


def babble(seed: int, seconds: float = 1.5, rate_hz: int = 24_000) -> np.ndarray:
    """Return something voice-like: pitch pulses that wander, through changing resonances."""
    rng = np.random.default_rng(seed)
    count = int(seconds * rate_hz)
    pitch = 90 + 80 * rng.random() + np.cumsum(rng.normal(0, 0.05, count))
    source = (np.diff(np.floor(np.cumsum(pitch) / rate_hz), prepend=0) > 0).astype(float) + rng.normal(0, 0.02, count)
    kernel = np.exp(-np.arange(400) / 60) * np.sin(np.arange(400) * (0.1 + 0.3 * rng.random()))
    loud = np.repeat(0.4 + 0.6 * rng.random(count // 2400 + 1), 2400)[:count]
    sound = np.convolve(source, kernel)[:count] * loud
    return sound / np.abs(sound).max()


def at_the_ear(sound: np.ndarray) -> np.ndarray:
    return np.interp(np.arange(0, len(sound), 1.5), np.arange(len(sound)), sound).astype(np.float32)


def judged(hers: np.ndarray, heard: np.ndarray) -> list[bool]:
    """Return for each frame of the last second of `heard` whether it is only her, as the microphone asks it."""
    sounding = Sounding()
    pcm = (hers * 20_000).astype("<i2").tobytes()
    for start in range(0, len(pcm) - 959, 960):
        sounding.put(start // 6, pcm[start : start + 960])
    echo, sound = Echo(sounding), np.pad(at_the_ear(heard), (HEARD_MS * 16, 0))
    ends = range(len(sound) - 16_000, len(sound) - 511, 512)
    return [echo.is_all(sound[end - HEARD_MS * 16 : end], end // 2, end // 2 - HEARD_MS * 8) for end in ends]


def room(seed: int, seconds: float) -> np.ndarray:
    """Return how a room of this reverberation time answers a click at 24 kHz."""
    count = int(seconds * 24_000) + 1
    tail = np.random.default_rng(seed).standard_normal(count) * 10 ** (-3 * np.arange(count) / count)
    tail *= 0.5 / np.sqrt(np.sum(tail**2))
    tail[0] = 1.0
    return tail


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("delay_ms", "reverberation_s"), [(40, 0.0), (150, 0.3), (900, 0.0), (1900, 0.0)])
def test_an_echo_is_known_whatever_its_delay_and_room(seed: int, delay_ms: int, reverberation_s: float) -> None:
    voice = babble(seed, 5.0)
    noise = np.random.default_rng(9).normal(0, 0.0005, len(voice))
    heard = np.convolve(voice, room(seed, reverberation_s))[: len(voice)]
    heard = 0.25 * np.pad(heard, (delay_ms * 24, 0))[: len(voice)] + noise
    own = judged(voice, heard)
    assert sum(own) > 0.8 * len(own)


@pytest.mark.parametrize("seed", range(4))
def test_somebody_else_is_not_an_echo_even_over_her_voice(seed: int) -> None:
    hers, theirs = babble(seed, 5.0), babble(seed + 50, 5.0)
    assert sum(judged(hers, theirs)) < 8
    begins = 4 * 24_000  # she is heard for seconds before
    both = 0.25 * hers
    both[begins:] += theirs[begins:]
    own = judged(hers, both)
    assert sum(own) < 0.35 * len(own)


def test_nothing_sounded_has_no_echo() -> None:
    sounding = Sounding()
    assert not Echo(sounding).may_be_heard(REACH * HOP)
    sounding.put(0, bytes(960))
    assert Echo(sounding).may_be_heard(REACH * HOP)
    assert not Echo(sounding).may_be_heard(160 + REACH * HOP)


def test_what_was_to_sound_is_forgotten_when_it_is_cut() -> None:
    sounding = Sounding()
    sounding.put(100, (1000 * np.ones(2400)).astype("<i2").tobytes())
    assert sounding.ends_at == 900
    sounding.cut_at(500)
    assert sounding.ends_at == 500
    heard = sounding.between(0, 1000)
    assert not heard[:100].any() and heard[100:500].all() and not heard[500:].any()
    sounding.forget_before(600)
    assert not sounding.between(0, 1000).any()
