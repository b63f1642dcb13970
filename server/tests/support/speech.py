"""Real speech for tests: the models of the box, human recordings with their words, and sounds that are no speech."""

import asyncio
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from num2words import num2words

from charlotte.engine.ear import RATE_HZ, Samples
from charlotte.engine.models.manifest import model
from charlotte.engine.models.progress import silent
from charlotte.engine.models.pull import pull
from charlotte.engine.models.store import Store
from charlotte.settings import Settings

RECORDINGS = Path(__file__).parents[1] / "data" / "speech"


@dataclass(frozen=True)
class Recording:
    """A person saying `text`."""

    path: Path
    language: str
    text: str


@cache
def model_folder(name: str) -> Path:
    """Return the folder of a model, pulled on first use and verified. For fixtures, outside any event loop."""
    store = Store(Settings().models)
    asyncio.run(pull(store, [model(name)], silent))
    return store.verified(model(name))


def recordings(language: str) -> list[Recording]:
    """Return the human recordings in `language`."""
    rows = json.loads((RECORDINGS / "transcripts.json").read_text(encoding="utf-8"))
    return [Recording(RECORDINGS / r["file"], r["language"], r["text"]) for r in rows if r["language"] == language]


def wrong_words(said: str, heard: str, language: str) -> tuple[int, int]:
    """Return how many words were wrong, missing or added, and how many were said; numbers count as words."""
    expected, got = _words(said, language), _words(heard, language)
    row = list(range(len(got) + 1))
    for index, word in enumerate(expected, 1):
        last, row[0] = row[0], index
        for column, other in enumerate(got, 1):
            last, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, last + (word != other))
    return row[-1], len(expected)


def no_speech() -> Iterator[tuple[str, Samples]]:
    """Yield sounds without words, by name."""
    random = np.random.default_rng(3)
    t = np.arange(4 * RATE_HZ) / RATE_HZ
    white = random.standard_normal(t.size)
    pink = np.fft.irfft(np.fft.rfft(white) / np.maximum(1, np.sqrt(np.arange(t.size // 2 + 1))), t.size)
    notes = [np.exp(-t[: RATE_HZ // 2] * 5) * np.sin(2 * np.pi * hz * t[: RATE_HZ // 2]) for hz in (262, 330, 392, 523)]
    sounds = {
        "silence": np.zeros(t.size),
        "faint hiss": white * 1e-3,
        "white noise": white * 0.1,
        "pink noise": pink / np.abs(pink).max() * 0.3,
        "tone": 0.3 * np.sin(2 * np.pi * 440 * t),
        "telephone key": 0.2 * np.sin(2 * np.pi * 697 * t) + 0.2 * np.sin(2 * np.pi * 1209 * t),
        "clicks": np.where(random.random(t.size) < 0.0005, 0.8, 0.0),
        "melody": 0.4 * np.concatenate(notes * 2),
        "cough": np.where((t > 0.5) & (t < 0.65), pink / np.abs(pink).max() * 0.8, 0.0),
        "hum": 0.2 * np.sign(np.sin(2 * np.pi * 50 * t)),
    }
    for name, sound in sounds.items():
        yield name, sound.astype(np.float32)


def as_samples(pcm: bytes, rate_hz: int) -> Samples:
    """Return s16le mono PCM as what an ear takes."""
    sound = np.frombuffer(pcm, np.int16).astype(np.float32) / 32768
    positions = np.arange(0, sound.size - 1, rate_hz / RATE_HZ)
    return np.interp(positions, np.arange(sound.size), sound).astype(np.float32)


def _words(text: str, language: str) -> list[str]:
    text = re.sub(r"\d+", lambda number: f" {num2words(int(number[0]), lang=language)} ", text.lower())
    return re.sub(r"[^\w]+", " ", text.replace("’", "'")).split()
