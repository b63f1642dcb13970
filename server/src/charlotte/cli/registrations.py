"""`charlotte registrations PATH`: load the list of who is registered, so that she can look up and check in."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import click
import orjson

from charlotte.cli.configuration import may_have_database, open_database
from charlotte.cli.options import data_option
from charlotte.clock import SystemClock
from charlotte.congress.congresses import Congresses
from charlotte.congress.importers.attendees.reading import AttendeeList, read_attendees
from charlotte.congress.importers.document import read_document
from charlotte.database import create_tables
from charlotte.errors import BadInput
from charlotte.keyring import open_keyring
from charlotte.ledger.registration_changes import ListChanges
from charlotte.ledger.registration_lists import RegistrationLists
from charlotte.ledger.staff_log import Program
from charlotte.ledger.tables import metadata
from charlotte.ledger.vault import Vault

MOST_WARNINGS = 40
COMMAND_LINE = Program("command line")


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

    Who is in both lists stays checked in; who is missing from the newer one is told before, by --dry-run, and after.
    Without a list, check-in is not offered.
    """
    if erase:
        if path is not None or dry_run:
            raise click.UsageError("--erase takes no file and is done at once: leave out the rest.")
        click.echo("Erased." if asyncio.run(_erase(event_id, data)) else "There was no list.")
        return
    if path is None:
        raise click.UsageError("Name the file, CSV or XLSX, or --erase.")
    read = read_attendees(read_document(path), _mapping(mapping_path) if mapping_path is not None else None)
    _print(read)
    if dry_run:
        if may_have_database(data):
            _print_changes(asyncio.run(_compare(read, event_id, data)))
        click.echo("Nothing was stored (--dry-run).")
        return
    _print_changes(asyncio.run(_store(read, event_id, data)))
    click.echo(f"Loaded for {event_id!r}.")


def _mapping(path: Path) -> dict[str, str]:
    mapping = read_document(path).json
    if not isinstance(mapping, dict) or not all(isinstance(field, str) for field in mapping.values()):
        raise BadInput(f"{path} is no JSON object of column and field.", hint="--dry-run prints one to start from.")
    return mapping


@asynccontextmanager
async def _opened(data: Path) -> AsyncIterator[tuple[RegistrationLists, Congresses]]:
    engine, clock = open_database(data), SystemClock()
    try:
        congresses = Congresses(engine, clock)
        await congresses.create_tables()
        await create_tables(engine, metadata)
        lists = RegistrationLists(engine, Vault(open_keyring(data).vault_key), clock)
        yield lists, congresses
    finally:
        await engine.dispose()


async def _erase(event_id: str, data: Path) -> bool:
    async with _opened(data) as (lists, _):
        return await lists.erase(event_id, COMMAND_LINE)


async def _compare(read: AttendeeList, event_id: str, data: Path) -> ListChanges | None:
    async with _opened(data) as (lists, _):
        return (await lists.compare(event_id, read)).changes


async def _store(read: AttendeeList, event_id: str, data: Path) -> ListChanges | None:
    async with _opened(data) as (lists, congresses):
        await congresses.programme(event_id)
        return await lists.put(event_id, read, COMMAND_LINE)


def _print_changes(changes: ListChanges | None) -> None:
    if changes is None:
        return
    click.echo(f"{changes.added} new, {changes.changed} changed, {len(changes.missing)} missing from this list")
    if lost := changes.lost_check_ins:
        click.echo(f"{len(lost)} of the missing are checked in, which goes with them:")
    for one in lost[:MOST_WARNINGS]:
        click.echo(f"  {one.initials} code …{one.code_ending}" if one.code_ending else f"  {one.initials}")
    if len(lost) > MOST_WARNINGS:
        click.echo(f"  … and {len(lost) - MOST_WARNINGS} more")


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
