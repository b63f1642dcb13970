"""What the vocabulary of a congress does for recognition: errors in names, errors in the other words, right answers.

Questions about speakers of two real congresses are spoken by two voices per language, and each recording is
recognised with every kind of prompt in the same run; without one is the floor.

cd server && python -m benchmarks.names [--models DIR] [--each 18] [--answers] [--rows FILE.jsonl]
"""

import asyncio
import hashlib
import json
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import as_file, files
from pathlib import Path
from typing import IO, Any

import click
import numpy as np

from benchmarks.process import charlotte
from benchmarks.summary import machine
from benchmarks.word_errors import errors_by_word, words
from charlotte.congress.demo import DEMO
from charlotte.congress.importers.folder import read_path
from charlotte.congress.programme import Programme
from charlotte.congress.vocabulary import recognition_vocabulary
from charlotte.engine.ear import Samples
from charlotte.engine.hearing.vocabulary import prompt_tokens
from charlotte.engine.hearing.whisper_model import WhisperModel
from charlotte.engine.models.loading import Loaded
from charlotte.settings import default_models_dir

EVENTS = Path(__file__).parents[1] / "tests" / "data" / "events"
PHRASES = {
    "it": (
        "Quando parla {name}?",
        "In che sala parla {name}?",
        "Dove e a che ora posso sentire {name}?",
        "Di che cosa parla {name}?",
        "Vorrei sapere quando comincia l'intervento di {name}.",
    ),
    "en": (
        "When does {name} speak?",
        "Which room is {name} speaking in?",
        "Where and at what time can I hear {name}?",
        "What is {name} talking about?",
        "I would like to know when the talk by {name} starts.",
    ),
}
VOICES = ("fast", "natural")
Tokens = Callable[[str], list[int]]
KINDS: dict[str, Callable[[str, str, Tokens], list[int]]] = {
    "none": lambda _vocabulary, _language, _tokens: [],
    "list": lambda vocabulary, _language, tokens: prompt_tokens(vocabulary, "", tokens)[:-1],
    "sentence": prompt_tokens,
}
"""What the recogniser is told before it hears; `sentence` is what Charlotte does."""


@dataclass(frozen=True)
class Asked:
    """A question about a speaker."""

    event: str
    language: str
    name: str
    text: str
    now: str
    vocabulary: str
    sessions: frozenset[str]
    """What a right answer is about."""

    @property
    def is_expected(self) -> bool:
        """Whether the name fits into the vocabulary at that moment."""
        return self.name in self.vocabulary


@click.command()
@click.option("--models", type=click.Path(path_type=Path), default=default_models_dir)
@click.option("--each", default=18, show_default=True, help="Questions per congress and language.")
@click.option("--seed", default=1, show_default=True)
@click.option("--sound", type=click.Path(path_type=Path), help="Folder that keeps the spoken questions between runs.")
@click.option("--answers", is_flag=True, help="Also ask the dialogue what was heard.")
@click.option("--rows", type=click.File("w"), help="One JSON line per recording and kind.")
def main(models: Path, each: int, seed: int, sound: Path | None, answers: bool, rows: IO[str] | None) -> None:
    """Print one JSON object."""
    asked = [question for path in _congresses() for question in _questions(path, each, seed)]
    with tempfile.TemporaryDirectory(prefix="charlotte-names-") as scratch:
        folder = sound or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        spoken = asyncio.run(_speak(models, asked, folder))
        heard = list(_hear(models, spoken))
        for row in heard if rows else ():
            facts = {"kind": row.kind, "voice": row.voice, "said": row.asked.text, "heard": row.text}
            rows.write(json.dumps(facts, ensure_ascii=False) + "\n")
        right = asyncio.run(_answer(heard, Path(scratch))) if answers else {}
    click.echo(json.dumps({"machine": machine(), "runs": list(_summaries(heard, right))}, indent=1))


def _congresses() -> Iterator[Path]:
    with as_file(files("charlotte") / "demo" / DEMO) as demo:
        yield demo
    yield EVENTS / "fosdem-2025"


def _questions(path: Path, each: int, seed: int) -> Iterator[Asked]:
    agenda = read_path(path).agenda
    programme = Programme(agenda.congress, agenda.sessions, agenda.rooms)
    begins = min(session.start for session in programme.sessions if session.start)
    by_name: dict[str, set[str]] = defaultdict(set)
    for session in programme.sessions:
        for person in session.speakers:
            by_name[person.name].add(session.id)
    names = sorted(name for name in by_name if len(name.split()) > 1 and name.replace(" ", "").isalpha())
    for language, phrases in PHRASES.items():
        chance = random.Random(f"{seed}{language}")
        for number, name in enumerate(chance.sample(names, min(each, len(names)))):
            now = _moment(programme, by_name[name], begins, nearby=number % 2 == 0)
            text = phrases[number % len(phrases)].format(name=name)
            vocabulary = recognition_vocabulary(programme, now)
            sessions = frozenset(by_name[name])
            yield Asked(programme.congress.id, language, name, text, now.isoformat(), vocabulary, sessions)


def _moment(programme: Programme, ids: set[str], begins: datetime, *, nearby: bool) -> datetime:
    """Return half an hour before the talk, as most people ask, or before the congress."""
    starts = [s.start for s in programme.sessions if s.id in ids and s.start]
    return (min(starts) if nearby and starts else begins) - timedelta(minutes=30)


@dataclass(frozen=True)
class Spoken:
    """A question as sound."""

    asked: Asked
    voice: str
    samples: Samples


async def _speak(models: Path, asked: Sequence[Asked], folder: Path) -> list[Spoken]:
    loaded = Loaded(models, warm_up=False)
    await loaded.load(may_pull=False, wanted=("kokoro",))
    spoken = []
    for question in asked:
        for voice in VOICES:
            name = hashlib.sha256(f"{voice} {question.language} {question.text}".encode()).hexdigest()[:16]
            kept = folder / f"{name}.npy"
            if not kept.exists():
                chosen = loaded.mouth.choose(voice, language=question.language)
                pieces = loaded.mouth.speak(question.text, language=question.language, voice=chosen)
                pcm = np.frombuffer(b"".join([piece async for piece in pieces]), np.int16)
                positions = np.arange(0, pcm.size - 1, 1.5)
                sound = np.interp(positions, np.arange(pcm.size), pcm.astype(np.float32) / 32768)
                np.save(kept, sound.astype(np.float32))
            spoken.append(Spoken(question, voice, np.load(kept)))
    await loaded.close()
    return spoken


@dataclass(frozen=True)
class Row:
    """What was made of one recording with one kind of prompt."""

    kind: str
    asked: Asked
    voice: str
    text: str


def _hear(models: Path, spoken: Sequence[Spoken]) -> Iterator[Row]:
    model = WhisperModel(models / "whisper-base", 1)
    with click.progressbar(spoken, label="Hearing", file=sys.stderr) as bar:
        for one in bar:
            encoded = model.encode(one.samples)
            seconds = one.samples.size / 16_000
            for kind, told in KINDS.items():
                before = told(one.asked.vocabulary, one.asked.language, model.tokens)
                likeliest = model.decode(encoded, one.asked.language, seconds, before)[0]
                yield Row(kind, one.asked, one.voice, likeliest.text)


async def _answer(heard: Sequence[Row], folder: Path) -> dict[int, bool]:
    """Return which rows the dialogue answers with a session of the speaker asked for."""
    questions, answers = folder / "questions.jsonl", folder / "answers.jsonl"
    rows = [
        {"id": n, "event": r.asked.event, "lang": r.asked.language, "now": r.asked.now, "question": r.text or "…"}
        for n, r in enumerate(heard)
    ]
    questions.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    for path in _congresses():
        await _run("import", str(path), "--data", str(folder / "data"))
    await _run("answer", str(questions), "--out", str(answers), "--data", str(folder / "data"))
    answered = map(json.loads, answers.read_text(encoding="utf-8").splitlines())
    return {row["id"]: bool(heard[row["id"]].asked.sessions & set(row.get("session_ids", ()))) for row in answered}


async def _run(*arguments: str) -> None:
    process = await asyncio.create_subprocess_exec(*charlotte(*arguments), stdout=asyncio.subprocess.DEVNULL)
    if await process.wait():
        raise SystemExit(f"charlotte {arguments[0]} failed")


def _summaries(heard: Sequence[Row], right: dict[int, bool]) -> Iterator[dict[str, Any]]:
    groups: dict[tuple[str, str, bool], list[tuple[int, Row]]] = defaultdict(list)
    for number, row in enumerate(heard):
        groups[row.kind, row.asked.language, row.asked.is_expected].append((number, row))
    for (kind, language, expected), rows in sorted(groups.items()):
        name_wrong = name_total = other_wrong = other_total = whole = 0
        for _, row in rows:
            said, named = words(row.asked.text, language), set(words(row.asked.name, language))
            wrong = errors_by_word(said, words(row.text, language))
            missed = sum(count for word, count in zip(said, wrong, strict=True) if word in named)
            name_wrong, other_wrong = name_wrong + missed, other_wrong + sum(wrong) - missed
            name_total += sum(word in named for word in said)
            other_total += sum(word not in named for word in said)
            whole += missed == 0
        yield {
            "kind": kind,
            "language": language,
            "name_in_vocabulary": expected,
            "recordings": len(rows),
            "wer_names_percent": round(100 * name_wrong / name_total, 1),
            "wer_others_percent": round(100 * other_wrong / other_total, 1),
            "names_whole_percent": round(100 * whole / len(rows), 1),
            "answered_right_percent": round(100 * sum(right[n] for n, _ in rows) / len(rows), 1) if right else None,
        }


if __name__ == "__main__":
    main()
