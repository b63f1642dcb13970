"""Synthesis: first sound and speed of each voice, and how well the recogniser understands it.

cd server && python -m benchmarks.synthesis [--models DIR] [--times 5]
"""

import asyncio
import json
import platform
import statistics
import time
from pathlib import Path
from typing import Any

import click
import numpy as np

from benchmarks.word_errors import errors, words
from charlotte.engine.hearing.whisper import WhisperEar
from charlotte.engine.models.loading import Loaded
from charlotte.engine.mouth import RATE_HZ
from charlotte.settings import default_models_dir

SENTENCES = {
    "it": (
        "La presentazione comincia alle quindici e trenta, nella sala al primo piano.",
        "Il relatore arriva domani.",
    ),
    "en": (
        "The presentation begins at half past three, in the room on the first floor.",
        "The speaker comes tomorrow.",
    ),
    "fr": ("La présentation commence à quinze heures trente, dans la salle du premier étage.", "Il arrive demain."),
    "de": ("Der Vortrag beginnt um halb vier, im Saal im ersten Stock.", "Die Rednerin kommt morgen."),
    "es": ("La presentación empieza a las tres y media, en la sala del primer piso.", "El ponente llega mañana."),
}


@click.command()
@click.option("--models", type=click.Path(path_type=Path), default=default_models_dir)
@click.option("--times", default=5, show_default=True)
def main(models: Path, times: int) -> None:
    """Print one JSON object."""
    runs = asyncio.run(_measure(models, times))
    click.echo(json.dumps({"machine": platform.processor() or platform.machine(), "runs": runs}, indent=1))


async def _measure(models: Path, times: int) -> list[dict[str, Any]]:
    loaded = Loaded(models)
    await loaded.load()
    assert isinstance(loaded.ear, WhisperEar)
    runs = []
    for voice in ("fast", "natural"):
        for language, sentences in SENTENCES.items():
            chosen = loaded.mouth.choose(voice, language=language)
            if voice == "fast" or chosen != loaded.mouth.choose("fast", language=language):
                runs.append(
                    {"voice": voice, "language": language, **await _run(loaded, sentences, language, chosen, times)}
                )
    await loaded.close()
    return runs


async def _run(loaded: Loaded, sentences: tuple[str, ...], language: str, voice: str, times: int) -> dict[str, Any]:
    first_ms, factors = [], []
    wrong = total = 0
    cpu = speech = 0.0
    for turn in range(times):
        for sentence in sentences:
            sound = bytearray()
            began, cpu_began = time.monotonic(), time.process_time()
            # a speed of its own for each turn keeps the cache of clauses out of the measurement
            async for piece in loaded.mouth.speak(sentence, language=language, voice=voice, speed=1 + turn / 1000):
                if not sound:
                    first_ms.append(1000 * (time.monotonic() - began))
                sound += piece
            seconds = len(sound) / 2 / RATE_HZ
            factors.append((time.monotonic() - began) / seconds)
            cpu, speech = cpu + time.process_time() - cpu_began, speech + seconds
            if turn == 0:
                missed, said = await _misheard(loaded, bytes(sound), sentence, language)
                wrong, total = wrong + missed, total + said
    return {
        "first_sound_ms": {"p50": round(statistics.median(first_ms)), "max": round(max(first_ms))},
        "real_time_factor": {"p50": round(statistics.median(factors), 3), "max": round(max(factors), 3)},
        "cpu_seconds_per_second": round(cpu / speech, 3) if voice != "pico" else None,
        "wer_percent": round(100 * wrong / total, 1),
    }


async def _misheard(loaded: Loaded, pcm: bytes, sentence: str, language: str) -> tuple[int, int]:
    assert loaded.ear is not None
    sound = np.frombuffer(pcm, np.int16).astype(np.float32) / 32768
    positions = np.arange(0, sound.size - 1, 1.5)
    heard = await loaded.ear.hear(
        np.interp(positions, np.arange(sound.size), sound).astype(np.float32), language=language
    )
    said = words(sentence, language)
    return errors(said, words(heard.text, language)), len(said)


if __name__ == "__main__":
    main()
