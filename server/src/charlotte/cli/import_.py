"""`charlotte import PATH`: load a programme, and say what was found, what is odd and what changed."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click
import orjson
from sqlalchemy.ext.asyncio import AsyncConnection

from charlotte.cli.configuration import may_have_database, open_database
from charlotte.cli.document_changes import print_document_changes
from charlotte.cli.options import data_option
from charlotte.clock import SystemClock
from charlotte.congress.changes import Change, Changes
from charlotte.congress.congresses import Congresses, Saved
from charlotte.congress.edits import Edits, Undone
from charlotte.congress.importers.confined.sandbox import read_confined
from charlotte.congress.importers.document import read_document
from charlotte.congress.importers.material import Material, gather
from charlotte.congress.importers.programme_read import Reading
from charlotte.congress.importers.shapes.columns.mapping import FieldMapping, read_mapping
from charlotte.congress.model import RowWarning
from charlotte.database import create_tables
from charlotte.keyring import open_keyring
from charlotte.knowledge.document_changes import DocumentChanges
from charlotte.knowledge.folder import read_documents
from charlotte.knowledge.of_material import documents_of, is_programme
from charlotte.knowledge.passage import Documents
from charlotte.knowledge.shelves import Shelves
from charlotte.ledger.registration_lists import RegistrationLists
from charlotte.ledger.staff_log import Program, StaffLog
from charlotte.ledger.tables import metadata
from charlotte.ledger.vault import Vault

COMMAND_LINE = Program("command line")
MOST_LINES = 40
"""Of each list; a first import would otherwise print the whole programme."""


@dataclass(frozen=True)
class Stored:
    """What storing an import changed, or would change."""

    changes: Changes = Changes()
    is_new: bool = True
    documents: DocumentChanges = DocumentChanges()


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.option("--event", "event_id", help="Id of the congress, instead of the one in event.json or the file.")
@click.option(
    "--mapping",
    "mapping_path",
    type=click.Path(path_type=Path),
    help="What columns of a file of unknown shape mean, instead of mapping.json beside it; --dry-run prints it.",
)
@click.option("--dry-run", is_flag=True, help="Say what would change and change nothing.")
@click.option("--undo", is_flag=True, help="Take the latest import of the congress (--event ID) back.")
@data_option
def command(  # noqa: PLR0913 - the options
    path: Path | None, event_id: str | None, mapping_path: Path | None, dry_run: bool, undo: bool, data: Path
) -> None:
    """Import a congress from a file, a folder or its .zip.

    Reads frab XML, c3voc JSON, Sessionize, Indico, iCalendar, tables of any shape (CSV, XLSX, JSON, YAML, XML, or in a
    document), and a static site's Markdown with front matter; event.json beside gives id, name and time zone. A
    folder's documents (PDF, DOCX, ODT, RTF, PPTX, ODP, HTML, Markdown; in `docs` also text and JSON) are read too and
    replace those of the folder before; what was added singly stays, unless the folder brings one of the same name.
    """
    if undo:
        _undo(path, event_id, data)
        return
    if path is None:
        raise click.UsageError("Name the file or folder to import.")
    mapping = read_mapping(read_document(mapping_path).text) if mapping_path is not None else None
    material = gather(path)
    reading = read_confined(material, event_id, mapping)
    documents = _documents(path, material, reading)
    untouched = dry_run and not may_have_database(data)
    stored = Stored() if untouched else asyncio.run(_store(reading, documents, data, dry_run))
    _print_counts(reading)
    _print_warnings(reading.agenda.warnings)
    if dry_run and reading.mapping is not None:
        _print_mapping(reading.mapping)
        _print_unread(reading, reading.mapping)
    if not stored.is_new:
        _print_changes(stored.changes)
    if documents is not None:
        _print_documents(documents, stored.documents)
    click.echo("Nothing was written (--dry-run)." if dry_run else f"Imported as {reading.agenda.congress.id!r}.")


def _documents(path: Path, material: Material, reading: Reading) -> Documents | None:
    """Return the documents of a folder, or of an archive of one; None where a single file is meant."""
    if path.is_dir():
        told = (one.name for one in (*material.documents, *material.pages) if is_programme(one.name, reading))
        programme = (reading.document.name, *reading.records, *told)
        return read_documents(path, programme=programme, pages=reading.site_pages)
    return documents_of(material, reading) if material.alone is None else None


def _undo(path: Path | None, event_id: str | None, data: Path) -> None:
    if path is not None or event_id is None:
        raise click.UsageError("--undo takes the congress by --event ID, and no path.")
    undone = asyncio.run(_take_back(event_id, data))
    _print_changes(undone.changes)
    if undone.version is None:
        click.echo(f"{event_id!r} is gone, with its documents and registrations: that was its first import.")
        return
    click.echo(f"{event_id!r} is as it was before its latest import.")
    click.echo("Documents stay as they are; charlotte documents --undo takes back theirs.")


async def _take_back(event_id: str, data: Path) -> Undone:
    engine, clock = open_database(data), SystemClock()
    try:
        await Congresses(engine, clock).create_tables()
        await create_tables(engine, metadata)
        journal = partial(_journal_undone, StaffLog(engine, clock), event_id)
        undone = await Edits(engine, clock).undo_import(event_id, COMMAND_LINE.name, beside=journal)
        if undone.version is None:
            shelves = Shelves(engine, clock)
            await shelves.create_tables()
            await shelves.erase_orphans()
            await RegistrationLists(engine, Vault(open_keyring(data).vault_key), clock).erase(event_id, COMMAND_LINE)
        return undone
    finally:
        await engine.dispose()


async def _store(reading: Reading, documents: Documents | None, data: Path, dry_run: bool) -> Stored:
    engine, clock = open_database(data), SystemClock()
    event_id = reading.agenda.congress.id
    try:
        congresses, shelves = Congresses(engine, clock), Shelves(engine, clock)
        await congresses.create_tables()
        await shelves.create_tables()
        altered = await shelves.compare(event_id, documents) if documents is not None else DocumentChanges()
        if dry_run:
            known = {congress.id for congress in await congresses.all()}
            return Stored((await congresses.compare(reading)).changes, event_id not in known, altered)
        await create_tables(engine, metadata)
        told = {"file": reading.document.name, "documents": altered.names()}
        beside = partial(_beside, shelves, documents, StaffLog(engine, clock), told)
        saved = await congresses.save(reading, beside=beside)
        return Stored(saved.changes, saved.is_new, altered)
    finally:
        await engine.dispose()


async def _beside(  # noqa: PLR0913 - what is stored, and where
    shelves: Shelves,
    documents: Documents | None,
    log: StaffLog,
    told: Mapping[str, Any],
    connection: AsyncConnection,
    saved: Saved,
) -> None:
    event_id, counts = saved.congress.id, saved.changes.counts()
    if documents is not None:
        await shelves.put(connection, event_id, documents, COMMAND_LINE.name)
    await log.add_within(connection, COMMAND_LINE, "import_applied", event_id=event_id, changes=counts, **told)


async def _journal_undone(log: StaffLog, event_id: str, connection: AsyncConnection, undone: Undone) -> None:
    told: dict[str, Any] = {"import_id": undone.import_id, "file": undone.file, "changes": undone.changes.counts()}
    await log.add_within(connection, COMMAND_LINE, "import_undone", event_id=event_id, **told)


def _print_counts(reading: Reading) -> None:
    agenda = reading.agenda
    congress = agenda.congress
    people = {person.id for session in agenda.sessions for person in session.speakers}
    click.echo(f"{congress.name} ({congress.timezone}), from {reading.document.name} ({reading.format_name}):")
    click.echo(f"  {len(agenda.sessions)} sessions, {len(agenda.rooms)} rooms, {len(people)} speakers")
    for status in ("cancelled", "unscheduled", "duplicate"):
        if count := sum(1 for session in agenda.sessions if session.status == status):
            click.echo(f"  {count} {status}")


def _print_mapping(mapping: FieldMapping) -> None:
    click.echo(
        "What was taken for what; to change it, save this as mapping.json beside the file or give it by --mapping:"
    )
    click.echo(orjson.dumps(mapping.as_json(), option=orjson.OPT_INDENT_2).decode())


def _print_unread(reading: Reading, mapping: FieldMapping) -> None:
    for table in reading.tables:
        taken = mapping.of(table.name)
        if taken is None or taken.role == "left_out":
            continue
        unread = [column for column in table.columns if column.name not in taken.columns and column.examples]
        if unread:
            listed = ", ".join(f"{column.name} ({column.examples[0]})" for column in unread)
            click.echo(f"Not read of {table.name}: {listed}.")


def _print_warnings(warnings: Iterable[RowWarning]) -> None:
    rows = list(warnings)
    if rows:
        click.echo(f"{len(rows)} warnings:")
    _print_limited(f"  {warning.row}: {warning.message}" for warning in rows)


def _print_documents(documents: Documents, changes: DocumentChanges) -> None:
    count = sum(len(document.passages) for document in documents.documents)
    if documents.documents or documents.warnings:
        click.echo(f"{len(documents.documents)} documents, {count} passages")
    if documents.warnings:
        click.echo(f"{len(documents.warnings)} warnings about documents:")
    _print_limited(f"  {warning.document}: {warning.message}" for warning in documents.warnings)
    print_document_changes(changes)


def _print_changes(changes: Changes) -> None:
    if not changes:
        click.echo("No changes.")
    for name in ("added", "removed", "moved", "cancelled", "renamed", "edited", "kept"):
        rows: tuple[Change, ...] = getattr(changes, name)
        if rows:
            held = " as staff decided, against the file" if name == "kept" else ""
            click.echo(f"{len(rows)} {name}{held}:")
            _print_limited(f"  {row.title} ({_place(row)})" for row in rows)


def _place(row: Change) -> str:
    now = f"{row.start:%Y-%m-%d %H:%M}" if row.start else "no time"
    place = f"{now}, {row.room or 'no room'}"
    if row.previous_title is not None:
        return f"{place}; before: {row.previous_title}"
    if row.previous_start is None:
        return place
    return f"{row.previous_start:%Y-%m-%d %H:%M}, {row.previous_room or 'no room'} -> {place}"


def _print_limited(lines: Iterable[str]) -> None:
    rows = list(lines)
    for line in rows[:MOST_LINES]:
        click.echo(line)
    if len(rows) > MOST_LINES:
        click.echo(f"  … and {len(rows) - MOST_LINES} more")
