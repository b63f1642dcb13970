"""Recognition on human recordings: word errors and CPU, beside the usual 30 s window in the same run.

cd server && python -m benchmarks.recognition [--models DIR] [--languages it,en] [--most 100] [--rows FILE.jsonl]
"""

import asyncio
import json
import platform
import random
import time
from pathlib import Path
from typing import IO, Any

import click

from benchmarks.prompts import Prompt, prompts
from benchmarks.word_errors import errors, words
from charlotte.engine.hearing.audio_file import read_audio
from charlotte.engine.hearing.whisper import WhisperEar
from charlotte.engine.hearing.whisper_model import LONGEST_S, SHORTEST_S, WhisperModel
from charlotte.engine.workers import Workers
from charlotte.settings import default_models_dir


@click.command()
@click.option("--models", type=click.Path(path_type=Path), default=default_models_dir)
@click.option("--languages", default="it,en")
@click.option("--most", type=int, help="Recordings per language, chosen at random with a fixed seed.")
@click.option("--identify", is_flag=True, help="Also identify the language instead of being told.")
@click.option("--rows", type=click.File("w"), help="One JSON line per recording.")
def main(models: Path, languages: str, most: int | None, identify: bool, rows: IO[str] | None) -> None:
    """Print one JSON object."""
    runs = []
    for window, shortest in (("shortened", SHORTEST_S), ("30 s", LONGEST_S)):
        model = WhisperModel(models / "whisper-base", 1, shortest_s=shortest)
        for language in languages.split(","):
            chosen = prompts(language)
            random.Random(7).shuffle(chosen)
            measured = asyncio.run(_measure(model, language, chosen[:most], identify, rows))
            runs.append({"window": window, "language": language, **measured})
    click.echo(json.dumps({"machine": platform.processor() or platform.machine(), "runs": runs}, indent=1))


async def _measure(
    model: WhisperModel, language: str, chosen: list[Prompt], identify: bool, rows: IO[str] | None
) -> dict[str, Any]:
    workers = Workers("ear", 1)
    ear = WhisperEar(model, workers)
    wrong = total = right_language = 0
    seconds = cpu = 0.0
    began = time.monotonic()
    for prompt in chosen:
        heard = await ear.hear(read_audio(prompt.path), language=None if identify else language)
        said, got = words(prompt.text, language), words(heard.text, language)
        missed = errors(said, got)
        wrong, total = wrong + missed, total + len(said)
        right_language += heard.language == language
        seconds, cpu = seconds + heard.seconds, cpu + heard.cpu_seconds
        if rows:
            facts = {"ns": heard.no_speech_prob, "lp": heard.avg_logprob, "wer": missed / len(said)}
            row = {"name": prompt.name, "language": language, **facts, "said": prompt.text, "heard": heard.text}
            rows.write(json.dumps(row, ensure_ascii=False) + "\n")
    workers.close()
    return {
        "recordings": len(chosen),
        "wer_percent": round(100 * wrong / total, 1),
        "language_right_percent": round(100 * right_language / len(chosen), 1) if identify else None,
        "seconds_per_utterance": round(seconds / len(chosen), 2),
        "cpu_seconds_per_utterance": round(cpu / len(chosen), 3),
        "wall_seconds": round(time.monotonic() - began, 1),
    }


if __name__ == "__main__":
    main()
