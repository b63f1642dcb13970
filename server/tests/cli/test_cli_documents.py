"""`charlotte documents` as an organiser sees it: also what an import of a folder did to them is taken back."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from charlotte.cli.documents import command
from charlotte.cli.import_ import command as import_command
from charlotte.errors import NotFound
from charlotte.knowledge.shelves import NothingToTakeBack
from charlotte.knowledge.uploaded import NoDocument
from support.agendas import DEMO
from support.house import EVENT


def run(data: Path, *arguments: str | Path) -> Result:
    told = [*map(str, arguments), "--event", EVENT, "--data", str(data)]
    return CliRunner().invoke(command, told)


def test_documents_are_added_compared_removed_and_taken_back(tmp_path: Path) -> None:
    data, faq = tmp_path / "data", tmp_path / "faq.en.md"
    faq.write_text("# Questions\n\n## Parking\n\nParking costs 2 euro an hour.\n")
    assert isinstance(run(data, faq).exception, NotFound)
    folder = tmp_path / "folder"
    (folder / "docs").mkdir(parents=True)
    for file in DEMO.iterdir():
        if file.is_file():
            (folder / file.name).write_bytes(file.read_bytes())
    (folder / "docs" / "faq.en.md").write_bytes(faq.read_bytes())
    CliRunner().invoke(import_command, [str(folder), "--data", str(data)], catch_exceptions=False)
    faq.write_text("# Questions\n\n## Parking\n\nParking costs 3 euro an hour.\n")
    dry = run(data, faq, "--dry-run").output
    for told in ("edited: docs/faq.en.md", "+ Parking: Parking costs 3", "- Parking: Parking costs 2"):
        assert told in dry
    assert run(data, faq).output.endswith("Stored. To take it back: --undo.\n")
    assert "No changes." in run(data, faq).output
    assert "removed: docs/faq.en.md" in run(data, "--remove", "docs/faq.en.md").output
    assert run(data).output.startswith("0 documents\n")
    assert "added: docs/faq.en.md" in run(data, "--undo").output
    assert "+ Parking: Parking costs 2" in run(data, "--undo").output
    listed = run(data).output
    assert "1 documents" in listed and "command line: edited docs/faq.en.md, taken back by command line" in listed
    # What the import brought, too.
    assert "removed: docs/faq.en.md" in run(data, "--undo").output
    assert isinstance(run(data, "--undo").exception, NothingToTakeBack)
    assert isinstance(run(data, tmp_path / "none.md").exception, NoDocument)
    for other in ("--undo", "--forget"):
        assert run(data, faq, other).exit_code == 2 and run(data, other, "--dry-run").exit_code == 2
    with pytest.raises(NotFound):
        CliRunner().invoke(command, ["--remove", "x", "--event", EVENT, "--data", str(data)], catch_exceptions=False)
