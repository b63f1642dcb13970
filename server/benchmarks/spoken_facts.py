"""Whether the time and the room of an answer survive the voice: said, heard by the recogniser, and read back.

cd server && python -m benchmarks.spoken_facts [--models DIR] [--languages it,en] [--voices fast,natural] [--most 12]

Each answer is said clause by clause, as in a conversation, and (natural voice) whole, which is the floor for its joins.
"""

import asyncio
import json
import os
import random
import re
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from benchmarks.word_errors import errors, words
from charlotte.engine.dialogue.saying.wording import Wording
from charlotte.engine.models.loading import Loaded
from charlotte.engine.mouth import RATE_HZ
from charlotte.engine.speaking.numbers import cardinal
from charlotte.engine.speaking.pcm import trimmed
from charlotte.engine.speaking.speakable import speakable
from charlotte.settings import default_models_dir

TIMES = ("9:00", "9:05", "10:45", "12:00", "13:00", "14:30", "16:25", "17:50", "20:15")
ROOMS = ("Sala Fibonacci", "Aula 3", "H.2214", "K.1.105", "UD2.120", "Room B", "Seminarraum 12", "Janson", "U6-39")
LETTERS = {
    "it": {"acca": "h", "kappa": "k", "cappa": "k", "capa": "k"},
    "en": {"age": "h", "aitch": "h", "kay": "k"},
    "fr": {"hache": "h", "cas": "k", "ka": "k"},
    "de": {"ha": "h", "haar": "h", "ka": "k"},
    "es": {"hache": "h", "ca": "k", "ka": "k"},
}
"""How the recogniser may write the name of a letter."""
ALIKE = 80
"""Of 100, the likeness of a room's name and the nearest part of what was heard."""
DAY = datetime(2026, 4, 18)


@click.command()
@click.option("--models", type=click.Path(path_type=Path), default=default_models_dir)
@click.option("--languages", default="it,en,fr,de,es")
@click.option("--voices", default="fast,natural")
@click.option("--most", default=12, show_default=True, help="Answers per voice and language, drawn with a fixed seed.")
@click.option("--rows", is_flag=True, help="Also print what was heard wrong.")
def main(models: Path, languages: str, voices: str, most: int, rows: bool) -> None:
    """Print one JSON object."""
    report = asyncio.run(_measure(models, languages.split(","), voices.split(","), most, rows))
    click.echo(json.dumps({"load_average": os.getloadavg(), "runs": report}, indent=1, ensure_ascii=False))


def answers(language: str, most: int) -> list[tuple[str, str, str]]:
    """Return answers, each with its time and room."""
    say = Wording(language, spoken=True, today=DAY.date())
    drawn = random.Random(3)
    found = []
    for _ in range(most):
        time, room = drawn.choice(TIMES), drawn.choice(ROOMS)
        moment = datetime.combine(DAY, datetime.strptime(time, "%H:%M").time())
        when = say("day_at", day=say("today"), at=say.at(moment))
        found.append((say("lead_when_where", when=when, where=say.where(room)), time, room))
    return found


async def _measure(
    models: Path, languages: list[str], voices: list[str], most: int, rows: bool
) -> list[dict[str, Any]]:
    loaded = Loaded(models, warm_up=False)
    await loaded.load(wanted=("whisper-base", *(("kokoro",) if "natural" in voices else ())))
    runs = []
    for voice in voices:
        for language in languages:
            chosen = loaded.mouth.choose(voice, language=language)
            if voice == "natural" and chosen == loaded.mouth.choose("fast", language=language):
                continue
            asked = answers(language, most)
            joined = await _run(loaded, asked, language, lambda text, c=chosen, n=language: _joined(loaded, text, n, c))
            runs.append({"voice": voice, "language": language, "clauses": joined if rows else _without_rows(joined)})
            if voice == "natural":
                whole = await _run(
                    loaded, asked, language, lambda text, c=chosen, n=language: _whole(loaded, text, n, c)
                )
                runs[-1]["whole"] = whole if rows else _without_rows(whole)
    await loaded.close()
    return runs


async def _run(
    loaded: Loaded, asked: list[tuple[str, str, str]], language: str, say: Callable[[str], Any]
) -> dict[str, Any]:
    times = rooms = wrong = total = 0
    misheard = []
    for text, time, room in asked:
        heard = await _heard(loaded, await say(text), language)
        said = words(speakable(text, language), language)
        missed = errors(said, words(speakable(heard, language), language))
        has_time, has_room = says_time(heard, time, language), says_room(heard, room, language)
        wrong, total = wrong + missed, total + len(said)
        times, rooms = times + has_time, rooms + has_room
        if not (has_time and has_room):
            misheard.append({"said": speakable(text, language), "heard": heard})
    count = len(asked)
    return {
        "answers": count,
        "time_kept": round(times / count, 2),
        "room_kept": round(rooms / count, 2),
        "wer_percent": round(100 * wrong / total, 1),
        "misheard": misheard,
    }


def _without_rows(run: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in run.items() if name != "misheard"}


def says_time(heard: str, time: str, language: str) -> bool:
    """Return whether what was heard holds a time of day, on either clock."""
    hour, minute = map(int, time.split(":"))
    digits = with_digits(heard, language)
    noon = {"en": "noon", "fr": "midi"}.get(language)
    if hour == 12 and minute == 0 and noon and noon in digits:
        return True
    joint = r"[\s:.,h-]*(?:uhr|heures?|e|y|et|und|oh|o)?[\s:.,-]*"
    late = rf"{joint}0?{minute}(?!\d)" if minute else rf"(?!{joint}[1-9])"
    return any(re.search(rf"(?<!\d)0?{each}(?:{late})", digits) for each in (hour, (hour - 1) % 12 + 1))


def says_room(heard: str, room: str, language: str) -> bool:
    """Return whether what was heard names a room, whatever signs are in it."""
    named = " ".join(LETTERS[language].get(word, word) for word in re.findall(r"\w+", heard.casefold()))
    wanted, got = _compact(with_digits(room, language)), _compact(with_digits(named, language))
    return fuzz.partial_ratio(wanted, got) >= ALIKE


def with_digits(text: str, language: str) -> str:
    """Return a text in small letters, its number words as digits."""
    folded = text.casefold().replace("-", " ") if language in ("en", "fr") else text.casefold()
    return _number_words(language).sub(lambda match: _numbers(language)[match[0]], folded)


@cache
def _numbers(language: str) -> dict[str, str]:
    named = {cardinal(number, language).casefold(): str(number) for number in range(3000)}
    return {word.replace("-", " ") if language in ("en", "fr") else word: digits for word, digits in named.items()}


@cache
def _number_words(language: str) -> re.Pattern[str]:
    longest_first = sorted(_numbers(language), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _compact(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


async def _joined(loaded: Loaded, text: str, language: str, voice: str) -> NDArray[np.int16]:
    pieces = [piece async for piece in loaded.mouth.speak(text, language=language, voice=voice)]
    return np.frombuffer(b"".join(pieces), np.int16)


async def _whole(loaded: Loaded, text: str, language: str, voice: str) -> NDArray[np.int16]:
    assert loaded.natural is not None
    said = speakable(text, language)
    return trimmed(await loaded.natural.render(said, language=language, speaker=voice, speed=1.0), 0)


async def _heard(loaded: Loaded, pcm: NDArray[np.int16], language: str) -> str:
    assert loaded.ear is not None
    sound = pcm.astype(np.float32) / 32768
    at = np.arange(0, sound.size - 1, RATE_HZ / 16_000)
    samples = np.interp(at, np.arange(sound.size), sound).astype(np.float32)
    return (await loaded.ear.hear(samples, language=language)).text


if __name__ == "__main__":
    main()
