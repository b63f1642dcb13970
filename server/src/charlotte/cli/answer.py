"""`charlotte answer`: a batch of questions, each through the same path as a typed turn."""

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Literal

import click
import orjson
from pydantic import BaseModel, Field, ValidationError

from charlotte.cli.asking import Answer, Desk, Question, desk
from charlotte.cli.configuration import read_settings
from charlotte.cli.options import data_option
from charlotte.errors import BadInput, CharlotteError, Unavailable
from charlotte.ledger.logging_setup import configure_logging
from charlotte.settings import Settings


class Turn(BaseModel):
    """What was said before the question."""

    role: Literal["user", "assistant"]
    content: str


class Row(BaseModel):
    """One line of the questions; other fields are ignored."""

    id: Annotated[str | int, Field(description="Comes back with the answer.")]
    question: str
    event: str | None = None
    lang: Literal["it", "en", "fr", "de", "es"] | None = None
    now: str | None = None
    history: tuple[Turn, ...] = ()


@click.command("answer")
@click.argument("questions", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Where the answers go.")
@data_option
def command(questions: Path, out: Path, data: Path) -> None:
    """Answer the questions of a JSON Lines file: {id, event, lang, now, question, history?} each.

    A row that cannot be answered gets an `error` and the rest go on.
    """
    settings = read_settings(data=data, log_level="error", block_tickets_per_minute=1_000_000)
    configure_logging(settings.log_level, style=settings.log_format, people=False)
    lines = _lines(questions)
    out.parent.mkdir(parents=True, exist_ok=True)
    failed = asyncio.run(_answer_all(settings, lines, out))
    if failed == len(lines):
        raise Unavailable("No question could be answered.", hint=f"{out} says why, in each row's `error`.")
    click.echo(f"{len(lines) - failed} of {len(lines)} answered, in {out}.", err=True)


def _lines(path: Path) -> list[bytes]:
    try:
        lines = [line for line in path.read_bytes().splitlines() if line.strip()]
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.", hint="Give a JSON Lines file.") from None
    if not lines:
        raise BadInput(f"{path} holds no questions.", hint="One JSON object a line: id, event, lang, now, question.")
    return lines


async def _answer_all(settings: Settings, lines: Sequence[bytes], out: Path) -> int:
    failed = 0
    async with desk(settings) as asked:
        with out.open("wb") as file, click.progressbar(length=len(lines), label="Answering", file=sys.stderr) as bar:
            async for answered in _answers(asked, lines):
                file.write(orjson.dumps(answered) + b"\n")
                failed += "error" in answered
                bar.update(1)
    return failed


async def _answers(asked: Desk, lines: Sequence[bytes]) -> AsyncIterator[dict[str, Any]]:
    for number, line in enumerate(lines, 1):
        identity: Any = None
        try:
            data = orjson.loads(line)
            identity = data.get("id") if isinstance(data, dict) else None
            row = Row.model_validate(data)
            history = tuple((turn.role, turn.content) for turn in row.history)
            found = await asked.ask(Question(row.question, row.event, row.lang, row.now, history))
            answered = {"id": row.id, **_fields(found)}
        except (CharlotteError, ValidationError, orjson.JSONDecodeError) as failure:
            answered = {"id": identity, **_fields(Answer()), "error": _reason(failure, number)}
        yield answered


def _fields(found: Answer) -> dict[str, Any]:
    fields = asdict(found)
    del fields["latency_ms"]
    return fields


def _reason(failure: Exception, line: int) -> str:
    if isinstance(failure, CharlotteError):
        return failure.message + (f" {failure.hint}" if failure.hint else "")
    if isinstance(failure, ValidationError):
        first = failure.errors(include_url=False, include_input=False)[0]
        return f"Line {line}: {'.'.join(map(str, first['loc']))}: {first['msg']}"
    return f"Line {line} is not JSON."
