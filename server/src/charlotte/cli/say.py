"""`charlotte say`: the voice alone."""

import asyncio
import contextlib
import wave
from pathlib import Path

import click

from charlotte.cli.configuration import read_settings
from charlotte.cli.models import line_printer
from charlotte.cli.options import data_option
from charlotte.engine.models.loading import Loaded
from charlotte.engine.mouth import RATE_HZ
from charlotte.errors import BadInput


@click.command("say")
@click.argument("text")
@click.option("--lang", "language", type=click.Choice(["en", "it", "fr", "de", "es"]), default="en", show_default=True)
@click.option("--voice", default="auto", show_default=True, help="`auto`, `fast`, `natural` or a voice's name.")
@click.option("--speed", type=click.FloatRange(0.25, 1.5), default=1.0, show_default=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="WAV file to write.")
@data_option
def command(text: str, language: str, voice: str, speed: float, out: Path, data: Path) -> None:
    """Speak TEXT into a WAV file (24 kHz, mono)."""
    pcm = asyncio.run(_speak(text, language, voice, speed))
    if not pcm:
        raise BadInput("There is nothing to say in this text.", hint="Give at least one word.")
    try:
        with wave.open(str(out), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE_HZ)
            file.writeframes(pcm)
    except OSError as error:
        raise BadInput(f"{out} cannot be written: {error.strerror}.", hint="Choose another --out.") from error
    click.echo(f"{out}: {len(pcm) / 2 / RATE_HZ:.2f} s")


async def _speak(text: str, language: str, voice: str, speed: float) -> bytes:
    async with contextlib.AsyncExitStack() as stack:
        loaded = Loaded(read_settings().models, line_printer(), warm_up=False)
        stack.push_async_callback(loaded.close)
        if voice not in ("fast", "pico"):
            await loaded.load(wanted=("kokoro",))
        return b"".join([pcm async for pcm in loaded.mouth.speak(text, language=language, voice=voice, speed=speed)])
