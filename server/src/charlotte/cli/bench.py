"""`charlotte bench`: measure this machine with the benchmarks of the checkout."""

import asyncio
import importlib
import sys
import tempfile
from pathlib import Path
from typing import Any

import click
import orjson

import charlotte
from charlotte.errors import NotFound
from charlotte.settings import Settings

SERVER = Path(charlotte.__file__).parents[2]


def _benchmark(name: str) -> Any:
    """Import one benchmark; they are part of a checkout, not of the installed package."""
    if not (SERVER / "benchmarks" / f"{name}.py").exists():
        raise NotFound("The benchmarks are not installed.", hint="Run `./charlotte bench` in a checkout of Charlotte.")
    sys.path.insert(0, str(SERVER))
    return importlib.import_module(f"benchmarks.{name}")


def _print(report: dict[str, Any]) -> None:
    click.echo(orjson.dumps(report, option=orjson.OPT_INDENT_2).decode())


@click.group()
def command() -> None:
    """Measure latency and capacity; each prints one JSON object."""


@command.command()
@click.option("--voice", "voices", multiple=True, default=("fast", "natural"), show_default=True)
@click.option(
    "--transport",
    "transports",
    multiple=True,
    type=click.Choice(["webrtc", "websocket"]),
    default=("webrtc", "websocket"),
    show_default=True,
)
@click.option(
    "--questions", default=10, show_default=True, type=click.IntRange(1, 100), help="Per voice and transport."
)
@click.option("--programme", type=click.Path(path_type=Path, exists=True), help="To ask about.  [default: the demo]")
@click.option("--prepare", default=300.0, show_default=True, help="Seconds the natural voice may render ahead before.")
@click.option("--seed", default=1, show_default=True, help="Chooses the questions from the programme.")
@click.option("--data", type=click.Path(path_type=Path), help="Not used: every run has a data folder of its own.")
def latency(
    voices: tuple[str, ...],
    transports: tuple[str, ...],
    questions: int,
    programme: Path | None,
    prepare: float,
    seed: int,
    data: Path | None,
) -> None:
    """End of speech to the first sound of the answer and of its fact, in milliseconds, real models."""
    benchmark, drawing = _benchmark("latency"), _benchmark("questions")
    drawn = drawing.from_programme(programme.resolve(), questions + 1, seed) if programme else None
    chosen = drawn or drawing.from_demo(questions + 1, seed)
    now = drawn.now.isoformat() if drawn else None
    plan = benchmark.Plan(
        chosen.event_id, chosen.questions, voices, transports, prepare, programme and programme.resolve(), now
    )
    _print(asyncio.run(benchmark.run(plan)))


@command.command()
@click.option("--sessions", multiple=True, type=int, default=(1, 10, 20), show_default=True)
@click.option("--seconds", default=20, show_default=True, help="How long each run lasts.")
@click.option("--data", type=click.Path(path_type=Path), help="Not used: every run has a data folder of its own.")
def capacity(sessions: tuple[int, ...], seconds: int, data: Path | None) -> None:
    """CPU and memory per session, transport with instant models."""
    _print(asyncio.run(_capacity(sessions, seconds)))


async def _capacity(sessions: tuple[int, ...], seconds: int) -> dict[str, Any]:
    benchmark, speech, models = _benchmark("capacity"), _benchmark("speech"), Settings().models
    question = _benchmark("questions").from_demo(1, seed=1).questions[0]
    with tempfile.TemporaryDirectory(prefix="charlotte-speech-") as folder:
        file = await speech.spoken(question, Path(folder), voice="fast")
        report: dict[str, Any] = await benchmark.run(sessions, seconds, models, file)
    return report
