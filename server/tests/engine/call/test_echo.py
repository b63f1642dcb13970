"""Her own voice from a loudspeaker is told from somebody else's."""

import numpy as np
import pytest

from charlotte.engine.call.echo import Echo


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


def played(sound: np.ndarray) -> Echo:
    echo = Echo()
    pcm = (sound * 20_000).astype("<i2").tobytes()
    for start in range(0, len(pcm) - 959, 960):
        echo.played(pcm[start : start + 960], 960)
    return echo


def at_the_ear(sound: np.ndarray) -> np.ndarray:
    return np.interp(np.arange(0, len(sound), 1.5), np.arange(len(sound)), sound).astype(np.float32)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("delay_ms", [40, 150, 400])
def test_an_echo_is_known_whatever_its_delay(seed: int, delay_ms: int) -> None:
    voice = babble(seed)
    noise = np.random.default_rng(9).normal(0, 0.002, len(voice))
    heard = at_the_ear((voice * 0.25 + noise)[: len(voice) - delay_ms * 24])
    assert played(voice).is_in(heard)


@pytest.mark.parametrize("seed", range(5))
def test_somebody_else_is_not_an_echo_even_over_her_voice(seed: int) -> None:
    hers, theirs = babble(seed), babble(seed + 50)
    assert not played(hers).is_in(at_the_ear(theirs))
    assert not played(hers).is_in(at_the_ear(0.25 * hers + theirs))


def test_nothing_played_has_no_echo() -> None:
    echo = Echo()
    assert not echo.is_in(at_the_ear(babble(1)))
    echo.played(None, 960)
    assert not echo.is_in(np.zeros(100, np.float32))
