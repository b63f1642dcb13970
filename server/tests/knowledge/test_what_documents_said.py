"""How long is kept what a removed document said: for ten more changes, until it is forgotten, or the event gone."""

import asyncio
import zlib
from hashlib import sha256
from pathlib import Path

from click.testing import CliRunner
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from charlotte.cli.documents import command as documents
from charlotte.cli.import_ import command as imports
from charlotte.clock import SystemClock
from charlotte.database import connect, writing
from charlotte.knowledge.document_changes import DocumentChanges, with_more, without
from charlotte.knowledge.passage import Document, Documents, Passage
from charlotte.knowledge.shelves import Shelves
from charlotte.knowledge.tables import CHANGE
from support.agendas import DEMO
from support.desk_staff import staff_member
from support.house import EVENT, house

PRIVATE = "Call the porter Xaverius at home"


def run(data: Path, command: object, *arguments: str | Path) -> str:
    told = [str(one) for one in (*arguments, "--data", data)]
    result = CliRunner().invoke(command, told, catch_exceptions=False)  # type: ignore[arg-type]
    assert result.exit_code == 0, result.output
    return result.output


def earlier(data: Path) -> list[bytes]:
    """Return what is kept of before each change, the oldest first."""

    async def read() -> list[bytes]:
        engine = connect(data)
        try:
            return await _earlier(engine)
        finally:
            await engine.dispose()

    return asyncio.run(read())


async def _earlier(engine: AsyncEngine) -> list[bytes]:
    async with engine.connect() as connection:
        packed = await connection.scalars(select(CHANGE.c.before).order_by(CHANGE.c.id))
        return [zlib.decompress(one) for one in packed]


def is_kept(data: Path) -> bool:
    return any(PRIVATE.encode() in one for one in earlier(data))


def in_the_files(data: Path, *texts: bytes) -> bool:
    return any(text in path.read_bytes() for path in data.glob("charlotte.sqlite*") for text in texts)


def page(text: str, name: str = "page.md") -> Documents:
    passage = Passage(f"{name}#1", name, "Rooms", (), None, "en", text)
    return Documents((Document(name, "Rooms", "en", None, sha256(text.encode()).hexdigest(), (passage,)),))


async def test_a_removed_document_is_kept_for_ten_more_changes_whatever_they_are(tmp_path: Path) -> None:
    engine = connect(tmp_path)
    shelves = Shelves(engine, SystemClock())
    await shelves.create_tables()

    async def unwritten(_connection: AsyncConnection, _changes: DocumentChanges) -> None: ...

    async def stores(documents: Documents) -> None:
        await shelves.change(EVENT, lambda held: with_more(held, documents), "staff", beside=unwritten)

    async def removes() -> None:
        await shelves.change(EVENT, lambda held: without(held, "page.md"), "staff", beside=unwritten)

    async def imports_folder(documents: Documents) -> None:
        async with writing(engine) as connection:
            await shelves.put(connection, EVENT, documents)

    async def is_still_kept() -> bool:
        return any(PRIVATE.encode() in one for one in await _earlier(engine))

    await stores(page(PRIVATE))
    await removes()
    await shelves.undo(EVENT, "staff", beside=unwritten)  # which is no change of its own
    await removes()
    for number in range(9):
        await stores(page(f"Room {number} is upstairs."))
        await stores(page(f"Room {number} is upstairs."))  # the same again is none
    await imports_folder(page("Room 8 is upstairs."))  # nor is an import that changes none
    assert await is_still_kept()
    await imports_folder(page("Room 9 is upstairs."))
    assert not await is_still_kept()
    await engine.dispose()


def test_it_is_forgotten_at_once_and_goes_with_the_event(tmp_path: Path) -> None:
    data, file = tmp_path / "data", tmp_path / "page.md"
    here = ("--event", EVENT)
    run(data, imports, DEMO)
    file.write_text(f"# Rooms\n\n{PRIVATE}.\n")
    run(data, documents, file, *here)
    run(data, documents, "--remove", "page.md", *here)
    assert is_kept(data)
    assert "2 changes are forgotten" in run(data, documents, "--forget", *here)
    assert earlier(data) == [] and not in_the_files(data, PRIVATE.encode())
    run(data, documents, file, *here)
    file.write_text("# Rooms\n\nRoom 1 is upstairs.\n")
    run(data, documents, file, *here)
    assert is_kept(data)
    assert "is gone, with its documents" in run(data, imports, "--undo", *here)
    assert earlier(data) == [] and not in_the_files(data, PRIVATE.encode(), b"Room 1 is upstairs")
    run(data, imports, DEMO)
    assert run(data, documents, *here).startswith("0 documents\n")


async def test_on_the_page_too_the_documents_go_with_the_event(tmp_path: Path, database_url: str | None) -> None:
    async with house(tmp_path, None, database_url=database_url) as here, staff_member(here) as staff:
        shelves, path = here.installation.shelves, f"/api/staff/events/{EVENT}"
        for version, text in enumerate(("Dogs are welcome.", "Dogs stay outside.")):
            file = {"files": ("page.md", f"# Dogs\n\n{text}\n".encode())}
            stored = await staff.http.put(f"{path}/documents", files=file, params={"version": version})
            assert stored.status_code == 200
        assert await shelves.erase_orphans() == 0 and len(await shelves.past(EVENT)) == 2
        assert (await staff.http.post(f"{path}/imports/undo?erases=true")).json()["version"] is None
        assert await shelves.past(EVENT) == [] and await shelves.version(EVENT) == 0
        assert await shelves.passages(EVENT) == (0, ())
