"""`charlotte registrations PATH`: load the list of who is registered, so that she can look up and check in."""

import asyncio
from pathlib import Path

import click
import orjson

from charlotte.cli.configuration import open_database
from charlotte.cli.options import data_option
from charlotte.clock import SystemClock
from charlotte.congress.congresses import Congresses
from charlotte.congress.importers.attendees.reading import AttendeeList, read_attendees
from charlotte.congress.importers.document import read_document
from charlotte.database import create_tables
from charlotte.errors import BadInput
from charlotte.keyring import open_keyring
from charlotte.ledger.registrations import Registrations
from charlotte.ledger.tables import metadata
from charlotte.ledger.vault import Vault

MOST_WARNINGS = 40


@click.command("registrations")
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.option("--event", "event_id", required=True, help="Id of the congress.")
@click.option("--mapping", "mapping_path", type=click.Path(path_type=Path), help="JSON: what its columns are.")
@click.option("--dry-run", is_flag=True, help="Say what was found and store nothing.")
@click.option("--erase", is_flag=True, help="Erase the list of the congress, and its check-ins.")
@data_option
def command(  # noqa: PLR0913 - the options
    path: Path | None, event_id: str, mapping_path: Path | None, dry_run: bool, erase: bool, data: Path
) -> None:
    """Load registrations (CSV or XLSX; code, or e-mail and surname), stored encrypted; another load replaces them.

    Who was checked in stays so. Without a list, check-in is not offered.
    """
    if erase:
        if path is not None or dry_run:
            raise click.UsageError("--erase takes no file and is done at once: leave out the rest.")
        click.echo("Erased." if asyncio.run(_store(None, event_id, data)) else "There was no list.")
        return
    if path is None:
        raise click.UsageError("Name the file, CSV or XLSX, or --erase.")
    read = read_attendees(read_document(path), _mapping(mapping_path) if mapping_path is not None else None)
    _print(read)
    if dry_run:
        click.echo("Nothing was stored (--dry-run).")
        return
    asyncio.run(_store(read, event_id, data))
    click.echo(f"Loaded for {event_id!r}.")


def _mapping(path: Path) -> dict[str, str]:
    mapping = read_document(path).json
    if not isinstance(mapping, dict) or not all(isinstance(field, str) for field in mapping.values()):
        raise BadInput(f"{path} is no JSON object of column and field.", hint="--dry-run prints one to start from.")
    return mapping


async def _store(read: AttendeeList | None, event_id: str, data: Path) -> bool:
    engine, clock = open_database(data), SystemClock()
    try:
        congresses = Congresses(engine, clock)
        await congresses.create_tables()
        await create_tables(engine, metadata)
        registrations = Registrations(engine, Vault(open_keyring(data).vault_key), clock)
        if read is None:
            return await registrations.erase(event_id)
        await congresses.programme(event_id)
        await registrations.put(event_id, read, "command line")
        return True
    finally:
        await engine.dispose()


def _print(read: AttendeeList) -> None:
    void = sum(not one.is_valid for one in read.attendees)
    click.echo(f"{read.file}: {len(read.attendees)} registrations, {void} of them cancelled or unpaid")
    click.echo("What was taken for what; to change it, give this by --mapping:")
    click.echo(orjson.dumps(dict(read.mapping), option=orjson.OPT_INDENT_2).decode())
    if not read.code_is_enough and "code" in read.mapping.values():
        click.echo("Its codes can be guessed: she asks for the surname too.")
    if read.warnings:
        click.echo(f"{len(read.warnings)} warnings:")
    for warning in read.warnings[:MOST_WARNINGS]:
        click.echo(f"  {warning.row}: {warning.message}")
    if len(read.warnings) > MOST_WARNINGS:
        click.echo(f"  … and {len(read.warnings) - MOST_WARNINGS} more")
