"""Questions spoken by a voice, and recordings read by the recogniser: the two ends of a spoken test."""

import asyncio
import io
import wave
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from charlotte.engine.ear import RATE_HZ, Heard
from charlotte.engine.models.loading import Loaded
from charlotte.engine.mouth import RATE_HZ as SPOKEN_HZ

MICROPHONE_HZ = 48_000
"""What Chromium wants of a file that plays the microphone: mono s16 at this rate."""

PAUSES_S = (0.15, 0.3)
"""Between clauses, and between sentences."""
SPEEDS = (1.0, 0.9, 0.8)
"""The recogniser takes a hurried "twenty, in" for "twenty-eight"; people listen better."""
ATTEMPTS = 2
"""The recogniser that judges mishears now and then what a person would not; before it says no, it is answered again."""
QUIET = 0.008
"""Share of full scale below which nothing is said."""


async def say(voices: Loaded, text: str, language: str, voice: str = "natural") -> NDArray[np.int16]:
    """Return `text` as speech at `MICROPHONE_HZ`."""
    pieces = [piece async for piece in voices.mouth.speak(text, language=language, voice=voice)]
    return resampled(np.frombuffer(b"".join(pieces), np.int16), SPOKEN_HZ, MICROPHONE_HZ)


def resampled(pcm: NDArray[np.int16], from_hz: int, to_hz: int) -> NDArray[np.int16]:
    """Return mono `pcm` at another rate."""
    frame = av.AudioFrame.from_ndarray(pcm.reshape(1, -1), format="s16", layout="mono")
    frame.sample_rate = from_hz
    resampler = av.AudioResampler(format="s16", layout="mono", rate=to_hz)
    parts = [part.to_ndarray().reshape(-1) for given in (frame, None) for part in resampler.resample(given)]
    return np.concatenate(parts)


def microphone_file(path: Path, *parts: NDArray[np.int16] | float) -> Path:
    """Write what the microphone will hear: speech, and seconds of a quiet room."""
    room = np.random.default_rng(1)
    pcm = np.concatenate(
        [
            part if isinstance(part, np.ndarray) else room.integers(-6, 6, int(part * MICROPHONE_HZ)).astype(np.int16)
            for part in parts
        ]
    )
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(MICROPHONE_HZ)
        file.writeframes(pcm.tobytes())
    return path


async def read(voices: Loaded, pcm: NDArray[np.int16], from_hz: int, language: str) -> Heard:
    """Return what the real recogniser makes of a recording."""
    assert voices.ear is not None
    at_ear = await asyncio.to_thread(resampled, pcm, from_hz, RATE_HZ)
    return await voices.ear.hear(at_ear.astype(np.float32) / 32768, language=language)


async def read_closely(
    voices: Loaded, pcm: NDArray[np.int16], from_hz: int, language: str, is_told: Callable[[str], bool]
) -> str:
    """Return readings of a recording, as many as it takes until it `is_told`: of the whole, also played slower, and
    clause by clause, where a title in another language that is said badly cannot spoil the reading of the time before
    it."""
    sounds = [(pcm, int(from_hz * speed)) for speed in SPEEDS]
    sounds += [(clause, from_hz) for pause_s in PAUSES_S for clause in clauses(pcm, from_hz, pause_s)]
    readings: list[str] = []
    for sound, rate_hz in sounds:
        readings.append((await read(voices, sound, rate_hz, language)).text)
        if is_told(" / ".join(readings)):
            break
    return " / ".join(readings)


def clauses(pcm: NDArray[np.int16], rate_hz: int, pause_s: float) -> list[NDArray[np.int16]]:
    """Cut a recording at its pauses, leaving a tenth of a second around each clause."""
    frame = rate_hz // 50
    levels = np.sqrt((pcm[: len(pcm) // frame * frame].astype(np.float32).reshape(-1, frame) ** 2).mean(axis=1))
    loud = np.flatnonzero(levels > 32768 * QUIET)
    if not len(loud):
        return []
    parts = np.split(loud, np.flatnonzero(np.diff(loud) > pause_s * 50) + 1)
    return [pcm[max(0, int(part[0]) - 5) * frame : (int(part[-1]) + 6) * frame] for part in parts]


def as_wav(pcm: NDArray[np.int16], rate_hz: int) -> bytes:
    """Return mono `pcm` as a WAV file."""
    target = io.BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes(pcm.tobytes())
    return target.getvalue()
