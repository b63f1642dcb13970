"""`charlotte models`: list, pull or verify the speech models."""

import asyncio
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TextColumn, TransferSpeedColumn
from rich.table import Table

from charlotte.cli.configuration import read_settings
from charlotte.cli.options import data_option
from charlotte.engine.models.failures import ModelDamaged, ModelMissing
from charlotte.engine.models.manifest import Model, models
from charlotte.engine.models.progress import Report, Step
from charlotte.engine.models.pull import pull
from charlotte.engine.models.store import Store
from charlotte.errors import NotFound, Unavailable


@click.group("models", invoke_without_command=True)
@data_option
@click.pass_context
def command(ctx: click.Context, data: Path) -> None:
    """List, pull or verify the speech models (`list` unless told otherwise)."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_models)


@command.command("list")
@data_option
def list_models(data: Path) -> None:
    """Say which models there are and which are installed."""
    store = Store(read_settings().models)
    table = Table("model", "purpose", "languages", "MB", "licence", "installed")
    for model in models():
        languages = " ".join(model.languages) or "any"
        installed = "yes" if store.has(model) else "no"
        table.add_row(model.name, model.purpose, languages, f"{model.size / 1e6:.0f}", model.licence, installed)
    Console().print(table)
    click.echo(f"Folder: {store.folder} (CHARLOTTE_MODELS). The fast voice comes with the program itself.")


@command.command("pull")
@data_option
@click.option(
    "--from",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder to copy from, such as another machine's models folder.",
)
@click.argument("names", nargs=-1)
def pull_models(data: Path, folder: Path | None, names: tuple[str, ...]) -> None:
    """Fetch what is missing or damaged (NAMES, or all models)."""
    store = Store(read_settings().models)
    chosen = _chosen(names)
    if Console(stderr=True).is_terminal:
        with drawn_progress() as progress:
            asyncio.run(pull(store, chosen, _drawer(progress), folder=folder))
    else:
        asyncio.run(pull(store, chosen, line_printer(), folder=folder))
    click.echo(f"{len(chosen)} models are ready in {store.folder}.")


@command.command("verify")
@data_option
def verify(data: Path) -> None:
    """Read every file and compare it with its digest."""
    store = Store(read_settings().models)
    bad = 0
    for model in models():
        try:
            store.verified(model)
        except (ModelMissing, ModelDamaged) as failure:
            bad += 1
            click.secho(f"{model.name}: {failure.message}", fg="red")
        else:
            click.echo(f"{model.name}: every file is what its digest says")
    if bad:
        raise Unavailable(f"{bad} of {len(models())} models are not usable.", hint="Run `charlotte models pull`.")


def drawn_progress() -> Progress:
    """Return the bars of a pull, for a terminal."""
    columns = (TextColumn("{task.fields[model]:>12}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    return Progress(*columns, TextColumn("{task.description}"), console=Console(stderr=True))


def line_printer() -> Report:
    """Return a report that prints a line per activity and per ten percent, for logs and pipes."""
    last: dict[str, tuple[str, int]] = {}

    def report(step: Step) -> None:
        tenth = 10 * step.done_bytes // step.total_bytes if step.total_bytes else 0
        if last.get(step.model) != (step.activity, tenth):
            last[step.model] = (step.activity, tenth)
            percent = f" {10 * tenth} %" if step.total_bytes and step.activity != "ready" else ""
            click.echo(f"{step.model}: {step.activity}{percent}", err=True)

    return report


def _drawer(progress: Progress) -> Report:
    bars: dict[str, TaskID] = {}

    def report(step: Step) -> None:
        if step.model not in bars:
            bars[step.model] = progress.add_task(step.activity, model=step.model, total=step.total_bytes)
        progress.update(bars[step.model], description=step.activity, completed=step.done_bytes, total=step.total_bytes)

    return report


def _chosen(names: tuple[str, ...]) -> tuple[Model, ...]:
    known = {model.name: model for model in models()}
    if unknown := [name for name in names if name not in known]:
        raise NotFound(f"There is no model called {unknown[0]!r}.", hint="The models are: " + ", ".join(known) + ".")
    return tuple(known[name] for name in names) if names else models()
