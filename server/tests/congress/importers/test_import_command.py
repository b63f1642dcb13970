"""`charlotte import` as an organiser sees it."""

import asyncio
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from charlotte.cli.import_ import command
from charlotte.clock import SystemClock
from charlotte.congress.congresses import Congresses
from charlotte.database import connect
from charlotte.errors import CharlotteError
from charlotte.ledger.staff_log import StaffLog
from support.agendas import DEMO
from support.postgres import Postgres


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_counts_warnings_and_changes_are_printed(tmp_path: Path) -> None:
    folder = shutil.copytree(DEMO, tmp_path / "event")
    data = tmp_path / "data"
    first = run(folder, "--data", data)
    assert first.exit_code == 0
    assert "36 sessions, 4 rooms, 45 speakers" in first.output and "row 1:" in first.output
    rows = json.loads((folder / "sessionize-export.json").read_text())
    rows[5]["Scheduled At"] = "2026-04-18T10:25:00.000"
    gone = rows.pop()
    (folder / "sessionize-export.json").write_text(json.dumps(rows))
    dry = run(folder, "--data", data, "--dry-run")
    second = run(folder, "--data", data)
    third = run(folder, "--data", data)
    for result in (dry, second):
        assert "1 moved:" in result.output and "10:20, Sala Ricci -> 2026-04-18 10:25, Sala Ricci" in result.output
        assert "1 removed:" in result.output and gone["Title"] in result.output
    assert "Nothing was written" in dry.output and "No changes." in third.output


def test_what_the_command_did_stands_in_the_journal_of_staff(tmp_path: Path) -> None:
    async def deeds() -> list[tuple[str, str, str | None]]:
        database = connect(tmp_path, None)
        try:
            latest = await StaffLog(database, SystemClock()).latest(10)
            return [(one.who, one.action, one.event_id) for one in latest]
        finally:
            await database.dispose()

    event = "devfest-pisa-2026"
    assert run(DEMO, "--data", tmp_path).exit_code == 0
    assert asyncio.run(deeds()) == [("command line", "import_applied", event)]
    assert run("--undo", "--event", event, "--data", tmp_path).exit_code == 0
    assert asyncio.run(deeds())[-2:] == [
        ("command line", "import_undone", event),
        ("command line", "import_applied", event),
    ]


def test_a_dry_run_into_nothing_writes_nothing(tmp_path: Path) -> None:
    result = run(DEMO, "--data", tmp_path / "data", "--dry-run", "--event", "other")
    assert result.exit_code == 0 and not (tmp_path / "data").exists()


async def _imported(url: str) -> list[str]:
    database = connect(Path(), url)
    try:
        return [congress.id for congress in await Congresses(database, SystemClock()).all()]
    finally:
        await database.dispose()


def test_it_goes_where_the_server_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, postgresql_server: Postgres
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CHARLOTTE_DATA", raising=False)
    (tmp_path / ".env").write_text("CHARLOTTE_DATA=elsewhere\n")
    assert run(DEMO).exit_code == 0
    assert (tmp_path / "elsewhere").exists() and not (tmp_path / "data").exists()
    url = asyncio.run(postgresql_server.new_database())
    monkeypatch.setenv("CHARLOTTE_DATABASE_URL", url)
    told = run(DEMO, "--data", "other")
    assert told.exit_code == 0 and asyncio.run(_imported(url)) == ["devfest-pisa-2026"]
    assert "No changes." in run(DEMO, "--data", "other", "--dry-run").output
    assert not (tmp_path / "other").exists(), "SQLite was not touched"


def test_a_path_that_is_not_there_says_so(tmp_path: Path) -> None:
    result = run(tmp_path / "nothing", "--data", tmp_path / "data")
    assert result.exit_code != 0
    assert isinstance(result.exception, CharlotteError) and "does not exist" in result.exception.message


def test_the_latest_import_is_taken_back(tmp_path: Path) -> None:
    folder, data = shutil.copytree(DEMO, tmp_path / "event"), tmp_path / "data"
    run(folder, "--data", data)
    rows = json.loads((folder / "sessionize-export.json").read_text())
    rows[5]["Scheduled At"] = "2026-04-18T10:25:00.000"
    (folder / "sessionize-export.json").write_text(json.dumps(rows))
    run(folder, "--data", data)
    undone = run("--undo", "--event", "devfest-pisa-2026", "--data", data)
    assert undone.exit_code == 0 and "1 moved:" in undone.output and "as it was before" in undone.output
    assert "1 moved:" in run(folder, "--data", data, "--dry-run").output
    assert run("--undo", "--data", data).exit_code == run("--data", data).exit_code == 2


def test_a_dry_run_prints_a_mapping_that_can_be_given_back(tmp_path: Path) -> None:
    (tmp_path / "event.json").write_text('{"id": "e", "timezone": "Europe/Rome", "start_date": "2026-10-22"}')
    (tmp_path / "p.csv").write_text(
        "Ora;Titolo;Sala\n9.00;Apertura dei lavori;Aula Magna\n10.00;Il fegato;Aula Magna\n"
    )
    dry = run(tmp_path, "--data", tmp_path / "data", "--dry-run")
    printed = dry.output[dry.output.index("{") : dry.output.rindex("}") + 1]
    mapping = tmp_path / "corrected.txt"
    mapping.write_text(printed.replace('"Sala": "room"', '"Sala": "track"'))
    assert "2 sessions, 1 rooms" in dry.output and json.loads(printed)["tables"][0]["columns"]["Sala"] == "room"
    corrected = run(tmp_path, "--data", tmp_path / "data", "--dry-run", "--mapping", mapping)
    assert "2 sessions, 0 rooms" in corrected.output
