"""`charlotte documents`: list, add, replace and remove single documents of a congress, and take that back."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import click
from sqlalchemy.ext.asyncio import AsyncConnection

from charlotte.cli.configuration import open_database
from charlotte.cli.document_changes import print_document_changes
from charlotte.cli.options import data_option
from charlotte.clock import SystemClock
from charlotte.congress.congresses import Congresses
from charlotte.database import create_tables
from charlotte.knowledge.document_changes import DocumentChanges, changes_of, with_more, without
from charlotte.knowledge.passage import Documents
from charlotte.knowledge.shelves import Beside, Shelves
from charlotte.knowledge.uploaded import read_files
from charlotte.ledger.staff_log import Program, StaffLog
from charlotte.ledger.tables import metadata

COMMAND_LINE = Program("command line")


@click.command("documents")
@click.argument("paths", type=click.Path(path_type=Path), nargs=-1)
@click.option("--event", "event_id", required=True, help="Id of the congress.")
@click.option("--remove", "removed", metavar="NAME", help="Remove a document.")
@click.option("--undo", is_flag=True, help="Take the latest change of documents back; again: the one before.")
@click.option("--forget", is_flag=True, help="Forget what documents said before; it cannot be taken back then.")
@click.option("--dry-run", is_flag=True, help="Say what would change and change nothing.")
@data_option
def command(  # noqa: PLR0913 - the options
    paths: tuple[Path, ...], event_id: str, removed: str | None, undo: bool, forget: bool, dry_run: bool, data: Path
) -> None:
    """Add documents (PDF, DOCX, ODT, RTF, PPTX, ODP, HTML, Markdown, text, JSON facts), or replace those called so.

    Without anything else, lists them and their latest changes. An import of a folder leaves those added here, unless it
    brings one of the same name; what it changed can be taken back here too.
    """
    if (bool(paths) + (removed is not None) + undo + forget) > 1 or (dry_run and (undo or forget)):
        raise click.UsageError("Files, --remove, --undo and --forget are done one at a time, the latter two at once.")
    if forget:
        asyncio.run(_forget(event_id, data))
        return
    read = read_files(paths) if paths else None
    asyncio.run(_run(read, event_id, removed, undo, dry_run, data))


async def _run(
    read: Documents | None, event_id: str, removed: str | None, undo: bool, dry_run: bool, data: Path
) -> None:
    async with _opened(data) as (congresses, shelves, log):
        await congresses.programme(event_id)
        if undo:
            undone = _journal(log, event_id, "documents_undone")
            changes = await shelves.undo(event_id, COMMAND_LINE.name, beside=undone)
            _print(changes, "Taken back.")
            return
        if read is None and removed is None:
            await _list(shelves, event_id)
            return

        def change(held: Documents) -> Documents:
            return without(held, removed) if removed is not None else with_more(held, read or Documents())

        if dry_run:
            _, held = await shelves.documents(event_id)
            _print(changes_of(held, change(held)), "Nothing was written (--dry-run).")
            return
        beside = _journal(log, event_id, "documents_changed")
        changes = await shelves.change(event_id, change, COMMAND_LINE.name, beside=beside)
        for warning in read.warnings if read is not None else ():
            click.echo(f"  {warning.document}: {warning.message}")
        _print(changes, "Stored. To take it back: --undo.")


async def _forget(event_id: str, data: Path) -> None:
    async with _opened(data) as (congresses, shelves, log):
        await congresses.programme(event_id)
        count = await shelves.forget_earlier(event_id, beside=_journal(log, event_id, "documents_forgotten"))
        click.echo(f"{count} changes are forgotten, and what the documents said before them.")


def _journal(log: StaffLog, event_id: str, action: str) -> Beside:
    async def write(connection: AsyncConnection, changes: DocumentChanges) -> None:
        await log.add_within(connection, COMMAND_LINE, action, event_id=event_id, **changes.names())

    return write


async def _list(shelves: Shelves, event_id: str) -> None:
    _, held = await shelves.documents(event_id)
    click.echo(f"{len(held.documents)} documents")
    for document in held.documents:
        click.echo(f"  {document.name}: {document.title}, {len(document.passages)} passages, {document.language}")
    for warning in held.warnings:
        click.echo(f"  {warning.document}: {warning.message}")
    for one in await shelves.past(event_id):
        told = "; ".join(f"{kind} {', '.join(names)}" for kind, names in one.names.items() if names)
        undone = f", taken back by {one.undone_by}" if one.undone_at else ""
        click.echo(f"  {one.at:%Y-%m-%d %H:%M} UTC, {one.who}: {told}{undone}")


def _print(changes: DocumentChanges, done: str) -> None:
    if not changes:
        click.echo("No changes.")
    print_document_changes(changes)
    click.echo(done)


@asynccontextmanager
async def _opened(data: Path) -> AsyncIterator[tuple[Congresses, Shelves, StaffLog]]:
    engine, clock = open_database(data), SystemClock()
    try:
        congresses, shelves = Congresses(engine, clock), Shelves(engine, clock)
        await congresses.create_tables()
        await shelves.create_tables()
        await create_tables(engine, metadata)
        yield congresses, shelves, StaffLog(engine, clock)
    finally:
        await engine.dispose()
