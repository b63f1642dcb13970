"""`charlotte hear`: the ear alone."""

import asyncio
import contextlib
import json
from dataclasses import asdict
from pathlib import Path

import click

from charlotte.cli.configuration import open_database, read_settings
from charlotte.cli.models import line_printer
from charlotte.cli.options import data_option
from charlotte.clock import SystemClock
from charlotte.congress.congresses import Congresses
from charlotte.congress.demo import load_demo
from charlotte.congress.search.search import Search
from charlotte.congress.vocabulary import recognition_vocabulary
from charlotte.engine.dialogue.grasp import names_of
from charlotte.engine.ear import Heard, Names
from charlotte.engine.hearing.audio_file import read_audio
from charlotte.engine.models.loading import Loaded

FIELDS = ("text", "language", "no_speech_prob", "seconds", "cpu_seconds")


@click.command("hear")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--lang", "language", type=click.Choice(["en", "it", "fr", "de", "es"]), help="Identified if not given.")
@click.option("--event", help="Id of the congress whose names and titles to expect.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@data_option
def command(file: Path, language: str | None, event: str | None, as_json: bool, data: Path) -> None:
    """Recognise the speech in FILE (WAV or FLAC, any rate)."""
    heard = asyncio.run(_hear(file, language, event, data))
    if as_json:
        fields = asdict(heard)
        click.echo(json.dumps({name: _rounded(fields[name]) for name in FIELDS}, ensure_ascii=False))
    else:
        click.echo(heard.text or "(no speech)")


async def _hear(file: Path, language: str | None, event: str | None, data: Path) -> Heard:
    samples = read_audio(file)
    vocabulary, names = await _expected(event, data) if event else ("", None)
    async with contextlib.AsyncExitStack() as stack:
        loaded = Loaded(read_settings().models, line_printer(), warm_up=False)
        stack.push_async_callback(loaded.close)
        await loaded.load(wanted=("whisper-base",))
        assert loaded.ear is not None
        return await loaded.ear.hear(samples, language=language, vocabulary=vocabulary, names=names)


async def _expected(event: str, data: Path) -> tuple[str, Names]:
    engine = open_database(data)
    try:
        congresses = Congresses(engine, SystemClock())
        await congresses.create_tables()
        await load_demo(congresses)
        programme = await congresses.programme(event)
        return recognition_vocabulary(programme, SystemClock().now()), names_of(Search.of(programme))
    finally:
        await engine.dispose()


def _rounded(value: object) -> object:
    return round(value, 3) if isinstance(value, float) else value
