"""`charlotte ask`: one question through the embedded dialogue."""

import asyncio
from dataclasses import asdict
from pathlib import Path

import click
import orjson

from charlotte.cli.asking import Answer, Question, desk
from charlotte.cli.configuration import read_settings
from charlotte.cli.options import data_option
from charlotte.ledger.logging_setup import configure_logging
from charlotte.settings import Settings


@click.command("ask")
@click.argument("text", metavar="QUESTION")
@click.option("--event", help="Id of the congress; without it, the demo or the only one.")
@click.option("--lang", type=click.Choice(["it", "en", "fr", "de", "es"]), help="Language; without it, found out.")
@click.option("--now", metavar="ISO", help="Moment of the question, such as 2026-03-14T10:30.")
@click.option("--json", "as_json", is_flag=True, help="Print the whole answer as JSON.")
@data_option
def command(text: str, event: str | None, lang: str | None, now: str | None, as_json: bool, data: Path) -> None:
    """Ask one question and print the answer."""
    settings = read_settings(data=data, log_level="error")
    configure_logging(settings.log_level, style=settings.log_format, people=False)
    found = asyncio.run(_ask(settings, Question(text, event, lang, now)))
    click.echo(orjson.dumps(asdict(found)).decode() if as_json else found.answer)


async def _ask(settings: Settings, question: Question) -> Answer:
    async with desk(settings) as asked:
        return await asked.ask(question)
