"""The documents of a folder come in with its programme: all of it or nothing, and again when they change."""

import asyncio
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy.ext.asyncio import AsyncConnection

from charlotte.cli.documents import command as documents_command
from charlotte.cli.import_ import command
from charlotte.clock import SystemClock
from charlotte.congress.congresses import Saved
from charlotte.database import connect
from charlotte.knowledge.shelves import Shelves
from support.agendas import DEMO, congresses, read
from support.papers import pdf

EVENT = "devfest-pisa-2026"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "congress"
    shutil.copytree(DEMO, made)
    (made / "docs").mkdir()
    (made / "docs" / "faq.it.md").write_text("# Parcheggio\n\nCosta 2 € all'ora.\n", encoding="utf-8")
    (made / "guida.pdf").write_bytes(pdf([[(18, "Bar"), (10, "Il bar apre alle 8:30 al piano terra.")]]))
    (made / "README.md").write_text("For whoever edits this folder.\n", encoding="utf-8")
    return made


def imported(data: Path, folder: Path, *options: str) -> Result:
    result = CliRunner().invoke(command, [str(folder), "--data", str(data), *options], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


def kept(data: Path) -> list[tuple[str, tuple[str, ...], int | None, str, str]]:
    return asyncio.run(_kept(data))


async def _kept(data: Path) -> list[tuple[str, tuple[str, ...], int | None, str, str]]:
    engine = connect(data)
    try:
        shelves = Shelves(engine, SystemClock())
        await shelves.create_tables()
        _, passages = await shelves.passages(EVENT)
        return [(one.id, one.path, one.page, one.language, one.text) for one in passages]
    finally:
        await engine.dispose()


def test_documents_come_in_beside_the_programme(tmp_path: Path, folder: Path) -> None:
    (folder / "docs" / "broken.docx").write_bytes(b"PK\x03\x04")
    tried = imported(tmp_path / "data", folder, "--dry-run")
    assert "2 documents, 2 passages" in tried.output and not (tmp_path / "data").exists()
    first = imported(tmp_path / "data", folder)
    assert "broken.docx is damaged or cut off" in first.output
    assert "added: docs/faq.it.md" in first.output and "added: guida.pdf" in first.output
    assert kept(tmp_path / "data") == [
        ("docs/faq.it.md#1", (), None, "it", "Costa 2 € all'ora."),
        ("guida.pdf#1", (), 1, "it", "Il bar apre alle 8:30 al piano terra."),
    ]


def test_an_import_leaves_what_was_added_singly_unless_it_brings_one_of_that_name(tmp_path: Path, folder: Path) -> None:
    data = tmp_path / "data"

    def documents(*arguments: str | Path) -> str:
        told = [*map(str, arguments), "--event", EVENT, "--data", str(data)]
        return CliRunner().invoke(documents_command, told, catch_exceptions=False).output

    def held() -> dict[str, str]:
        return {name.partition("#")[0]: text for name, _, _, _, text in kept(data)}

    imported(data, folder)
    lone, faq = tmp_path / "navetta.it.md", tmp_path / "faq.it.md"
    lone.write_text("# Navetta\n\nLa navetta parte alle 9:00.\n", encoding="utf-8")
    faq.write_text("# Parcheggio\n\nCosta 5 € all'ora.\n", encoding="utf-8")
    documents(lone, faq)
    assert held()["docs/faq.it.md"] == "Costa 5 € all'ora.", "in place of the folder's"
    (folder / "guida.pdf").unlink()
    tried = imported(data, folder, "--dry-run").output
    assert "edited: docs/faq.it.md" in tried and "removed: guida.pdf" in tried and "navetta" not in tried
    imported(data, folder)
    assert held() == {"docs/faq.it.md": "Costa 2 € all'ora.", "navetta.it.md": "La navetta parte alle 9:00."}
    documents("--undo")
    assert "guida.pdf" in held() and "navetta" not in imported(data, folder, "--dry-run").output, (
        "known through an undo"
    )

    (folder / "docs" / "navetta.it.md").write_text("# Navetta\n\nLa navetta parte alle 10:00.\n", encoding="utf-8")
    tried = imported(data, folder, "--dry-run").output
    assert "edited: navetta.it.md" in tried and "removed: navetta" not in tried, "known by the name it had"
    imported(data, folder)
    assert held()["navetta.it.md"] == "La navetta parte alle 10:00."
    (folder / "docs" / "navetta.it.md").unlink()
    imported(data, folder)
    assert set(held()) == {"docs/faq.it.md"}, "it was the folder's by then"
    documents(lone)
    shutil.copy(lone, folder)
    assert "navetta" not in imported(data, folder).output, "the same words change nothing"
    (folder / lone.name).unlink()
    assert "removed: navetta.it.md" in imported(data, folder).output, "and are the folder's now"


def test_an_import_again_replaces_what_changed_and_drops_what_is_gone(tmp_path: Path, folder: Path) -> None:
    imported(tmp_path / "data", folder)
    assert "added:" not in imported(tmp_path / "data", folder).output, "the same documents change nothing"
    (folder / "guida.pdf").unlink()
    (folder / "docs" / "faq.it.md").write_text("# Parcheggio\n\nCosta 3 € all'ora.\n", encoding="utf-8")
    again = imported(tmp_path / "data", folder)
    assert "edited: docs/faq.it.md" in again.output and "removed: guida.pdf" in again.output
    assert [row[-1] for row in kept(tmp_path / "data")] == ["Costa 3 € all'ora."]


def test_a_document_out_of_its_folder_is_the_same_document(tmp_path: Path, folder: Path) -> None:
    """Files handed in on a page come without the folder in which they lay."""
    imported(tmp_path / "data", folder)
    (folder / "docs" / "faq.it.md").rename(folder / "faq.it.md")
    again = imported(tmp_path / "data", folder).output
    assert "added:" not in again and "removed:" not in again
    assert kept(tmp_path / "data")[0][0] == "docs/faq.it.md#1"


def test_a_file_alone_leaves_the_documents_as_they_are(tmp_path: Path, folder: Path) -> None:
    imported(tmp_path / "data", folder)
    before = kept(tmp_path / "data")
    imported(tmp_path / "data", folder / "sessionize-export.json")
    assert kept(tmp_path / "data") == before


async def test_when_the_documents_cannot_be_stored_neither_is_the_programme(tmp_path: Path) -> None:
    async def fails(connection: AsyncConnection, saved: Saved) -> None:
        raise OSError("disk full")

    async with congresses(tmp_path) as opened:
        with pytest.raises(OSError, match="disk full"):
            await opened.save(read(DEMO), beside=fails)
        assert await opened.all() == ()
