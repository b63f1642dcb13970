"""`charlotte registrations` as an organiser sees it."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from charlotte.cli.import_ import command as import_command
from charlotte.cli.registrations import command
from charlotte.errors import NotFound
from support.agendas import DEMO
from support.house import EVENT
from support.invented import as_xlsx
from support.registrations import COUNTED, LIST


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_a_list_is_shown_loaded_and_erased_also_with_its_event(tmp_path: Path) -> None:
    data, file, counted = tmp_path / "data", tmp_path / "list.csv", tmp_path / "counted.csv"
    file.write_text(LIST)
    counted.write_text(COUNTED)
    here = ("--event", EVENT, "--data", data)
    assert isinstance(run(file, *here).exception, NotFound)
    CliRunner().invoke(import_command, [str(DEMO), "--data", str(data)])
    dry = run(counted, *here, "--dry-run")
    assert "2 registrations" in dry.output and "asks for the surname too" in dry.output
    assert "Nothing was stored" in dry.output and run(*here, "--erase").output == "There was no list.\n"
    sheet = tmp_path / "list.xlsx"
    header, *rows = [line.split(",") for line in COUNTED.splitlines()]
    sheet.write_bytes(as_xlsx(header, rows, title_above="Attendees"))
    assert run(sheet, *here, "--dry-run").output == dry.output.replace("counted.csv", "list.xlsx")
    mapping = tmp_path / "mapping.json"
    mapping.write_text(json.dumps({"E-mail": "email", "Cognome": "last_name"}))
    told = run(file, *here, "--mapping", mapping)
    assert told.exit_code == 0 and '"Cognome": "last_name"' in told.output and "example.org" not in told.output
    for told in (run(counted, *here, "--dry-run"), run(counted, *here)):
        assert "2 new, 0 changed, 4 missing from this list" in told.output
        assert "checked in, which goes with them" not in told.output
    here_already = tmp_path / "here.csv"
    here_already.write_text("Code,Surname,Checked in\nAB123XZ,Rossi,yes\n")
    run(here_already, *here)
    told = run(file, *here, "--dry-run")
    assert "3 new, 1 changed, 0 missing" in told.output
    told = run(counted, *here, "--dry-run")
    assert "1 of the missing are checked in" in told.output and "  R. code …3XZ\n" in told.output
    for kept in ("--dry-run", file):
        refused = run(*here, "--erase", kept)
        assert refused.exit_code == 2 and "--erase takes no file" in refused.output
    assert run(*here, "--erase").output == "Erased.\n"
    run(file, *here)
    CliRunner().invoke(import_command, ["--undo", "--event", EVENT, "--data", str(data)])
    assert run(*here, "--erase").output == "There was no list.\n"
