"""What speech costs in right answers: questions typed, spoken clean, and spoken in babble, through the same dialogue.

Each question is said by every voice that speaks its language, heard with the vocabulary of its congress at its moment,
and answered by `charlotte answer`. For each condition the answers are written beside the typed ones, for whatever
scores them; printed is how many agree with the typed answer in the sessions they name, which needs no scorer.

cd server && python -m benchmarks.spoken_answers QUESTIONS.jsonl --data DIR --out FOLDER [--most 60] [--noise-db 20]
"""

import asyncio
import json
import random
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import numpy as np

from benchmarks.process import charlotte
from benchmarks.summary import machine
from benchmarks.word_errors import errors, words
from charlotte.clock import SystemClock
from charlotte.congress.congresses import Congresses
from charlotte.congress.search.search import Search
from charlotte.congress.vocabulary import recognition_vocabulary
from charlotte.database import connect
from charlotte.engine.demand import Demand
from charlotte.engine.dialogue.grasp import names_of
from charlotte.engine.ear import RATE_HZ, Samples
from charlotte.engine.models.loading import Loaded
from charlotte.engine.models.manifest import model
from charlotte.engine.models.store import Store
from charlotte.engine.mouth import RATE_HZ as SPOKEN_HZ
from charlotte.engine.speaking.kokoro import Kokoro
from charlotte.engine.speaking.pico import Pico
from charlotte.engine.speaking.speakable import speakable
from charlotte.engine.speaking.voices import Voice
from charlotte.engine.workers import Workers
from charlotte.settings import default_models_dir

TALKERS = 6
"""So many other questions, at once and in a loop, make the babble of a hall."""
Row = dict[str, Any]


@dataclass(frozen=True)
class Spoken:
    """A question as sound."""

    row: Row
    voice: str
    samples: Samples


@click.command()
@click.argument("questions", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--data", type=click.Path(path_type=Path, exists=True), required=True, help="With the congresses imported."
)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for the answers, one file a run.")
@click.option("--models", type=click.Path(path_type=Path), default=default_models_dir)
@click.option("--most", default=60, show_default=True, help="Questions, chosen at random with a fixed seed.")
@click.option("--noise-db", default=20.0, show_default=True, help="Level of the speech over the babble.")
@click.option("--seed", default=1, show_default=True)
def main(questions: Path, data: Path, out: Path, models: Path, most: int, noise_db: float, seed: int) -> None:
    """Print one JSON object."""
    out.mkdir(parents=True, exist_ok=True)
    rows = [json.loads(line) for line in questions.read_text("utf-8").splitlines()]
    chosen = random.Random(seed).sample(rows, min(most, len(rows)))
    runs = {"typed": chosen, **asyncio.run(_heard(chosen, data, models, noise_db))}
    answered = {name: asyncio.run(_answer(name, asked, data, out)) for name, asked in runs.items()}
    click.echo(json.dumps({"machine": machine(), "runs": list(_summaries(runs, answered))}, indent=1))


async def _heard(chosen: Sequence[Row], data: Path, models: Path, noise_db: float) -> dict[str, list[Row]]:
    loaded = Loaded(models, warm_up=False)
    await loaded.load(may_pull=False)
    assert loaded.ear is not None
    engine = connect(data)
    congresses = Congresses(engine, SystemClock())
    await congresses.create_tables()
    spoken = [one async for one in _spoken(chosen, models)]
    found: dict[str, list[Row]] = {}
    with click.progressbar(spoken, label="Hearing", file=click.get_text_stream("stderr")) as bar:
        for one in bar:
            programme = await congresses.programme(one.row["event"])
            now = datetime.fromisoformat(one.row["now"])
            now = now if now.tzinfo else now.replace(tzinfo=programme.congress.zone)
            vocabulary, search = recognition_vocabulary(programme, now), await Search.ready(programme)
            for condition, sound in (("clean", one.samples), ("babble", _in_babble(one, spoken, noise_db))):
                heard = await loaded.ear.hear(
                    sound, language=one.row["lang"], vocabulary=vocabulary, names=names_of(search)
                )
                row = {**one.row, "question": heard.text or "…", "said": one.row["question"]}
                found.setdefault(f"{one.voice}, {condition}", []).append(row)
    await engine.dispose()
    await loaded.close()
    return found


async def _spoken(chosen: Sequence[Row], models: Path) -> AsyncIterator[Spoken]:
    """Yield each question by each voice; the voices are asked themselves, so that none stands in for a slow one."""
    workers = Workers("voice", 1)
    folder = Store(models).verified(model("kokoro"))
    voices: tuple[Voice, ...] = (Pico(), Kokoro(folder, workers, 1, ahead=workers, demand=Demand()))
    with click.progressbar(chosen, label="Saying", file=click.get_text_stream("stderr")) as bar:
        for row in bar:
            language = row["lang"]
            for voice in (voice for voice in voices if language in voice.languages):
                text, speaker = speakable(row["question"], language), voice.speakers(language)[0]
                pcm = await voice.render(text, language=language, speaker=speaker, speed=1.0)
                at = np.arange(0, pcm.size - 1, SPOKEN_HZ / RATE_HZ)
                sound = np.interp(at, np.arange(pcm.size), pcm.astype(np.float32) / 32768)
                yield Spoken(row, voice.name, sound.astype(np.float32))
    workers.close()


def _in_babble(one: Spoken, others: Sequence[Spoken], noise_db: float) -> Samples:
    chance = random.Random(f"{one.row['id']}{one.voice}")
    talkers = chance.sample([other for other in others if other.row is not one.row], min(TALKERS, len(others) - 1))
    babble = np.zeros_like(one.samples)
    for talker in talkers:
        babble += np.roll(np.resize(talker.samples, one.samples.size), chance.randrange(one.samples.size))
    level = float(np.sqrt(np.mean(one.samples**2))) / max(float(np.sqrt(np.mean(babble**2))), 1e-9)
    mixed: Samples = one.samples + babble * level * 10 ** (-noise_db / 20)
    return np.clip(mixed, -1, 1).astype(np.float32)


async def _answer(name: str, asked: Sequence[Row], data: Path, out: Path) -> dict[Any, Row]:
    stem = name.replace(", ", "-")
    source, target = out / f"questions-{stem}.jsonl", out / f"answers-{stem}.jsonl"
    source.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in asked), encoding="utf-8")
    arguments = ("answer", str(source), "--out", str(target), "--data", str(data))
    process = await asyncio.create_subprocess_exec(*charlotte(*arguments), stdout=asyncio.subprocess.DEVNULL)
    await process.wait()
    return {row["id"]: row for row in map(json.loads, target.read_text("utf-8").splitlines())}


def _summaries(runs: dict[str, list[Row]], answered: dict[str, dict[Any, Row]]) -> Iterator[Row]:
    for name, asked in runs.items():
        same = [set(_ids(answered[name], row)) == set(_ids(answered["typed"], row)) for row in asked]
        pairs = [
            (words(row.get("said", row["question"]), row["lang"]), words(row["question"], row["lang"])) for row in asked
        ]
        counted = [errors(said, heard) for said, heard in pairs]
        spoken = sum(len(said) for said, _ in pairs)
        yield {
            "run": name,
            "questions": len(asked),
            "same_answer_as_typed": round(sum(same) / len(same), 3),
            "word_error_rate": round(sum(counted) / max(spoken, 1), 3),
        }


def _ids(answers: dict[Any, Row], row: Row) -> Sequence[str]:
    ids: Sequence[str] = answers.get(row["id"], {}).get("session_ids", ())
    return ids


if __name__ == "__main__":
    main()
