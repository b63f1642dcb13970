"""`charlotte doctor`: what is wrong and what to do."""

import sys
from pathlib import Path

import click

from charlotte.cli.checks import CHECKS
from charlotte.cli.configuration import read_settings
from charlotte.errors import CharlotteError

MARKS = {"ok": ("ok   ", "green"), "note": ("note ", "yellow"), "wrong": ("WRONG", "red")}


@click.command("doctor")
@click.option("--host", help="Address `serve` would listen on.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port `serve` would listen on.")
@click.option("--tls", is_flag=True, default=None, help="As `serve --tls` would.")
@click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), help="Folder of all state.  [default: ./data]"
)
def command(host: str | None, port: int | None, tls: bool | None, data: Path | None) -> None:
    """Say what is wrong and what to do; exit status 1 when something is."""
    try:
        settings = read_settings(host=host, port=port, tls=tls, data=data)
    except CharlotteError as failure:
        _line("configuration", "wrong", failure.message, "Correct it in the environment or in .env.")
        sys.exit(1)
    _line("configuration", "ok", "every setting can be used", None)
    wrong = 0
    for check in CHECKS:
        for finding in check(settings):
            wrong += finding.grade == "wrong"
            _line(finding.subject, finding.grade, finding.text, finding.advice)
    if wrong:
        click.echo(f"\n{wrong} thing{'s are' if wrong > 1 else ' is'} wrong.")
        sys.exit(1)
    click.echo("\nCharlotte can be served: `charlotte serve`.")


def _line(subject: str, grade: str, text: str, advice: str | None) -> None:
    mark, colour = MARKS[grade]
    click.echo(f"{click.style(mark, fg=colour)}  {subject:<14} {text}")
    if advice:
        click.echo(f"{'':<22}-> {advice}")
