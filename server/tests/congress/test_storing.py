"""Imports one after the other: what changed, what is kept, and who notices."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text

from charlotte.clock import StoppedClock
from charlotte.congress.changes import merge
from charlotte.congress.demo import load_demo
from charlotte.congress.importers.folder import Reading
from charlotte.congress.model import Session
from charlotte.congress.tables import IMPORT
from charlotte.database import FILE_NAME, connect, writing
from charlotte.errors import NotFound
from support.agendas import DEMO, FOSDEM, congresses, programme, read

EVENT = "devfest-pisa-2026"


def changed(reading: Reading, **by_id: Session | None) -> Reading:
    """Return a reading with some sessions replaced, or left out where None is given."""
    sessions = (by_id.get(f"s{session.id}", session) for session in reading.agenda.sessions)
    return replace(reading, agenda=replace(reading.agenda, sessions=tuple(s for s in sessions if s is not None)))


def one(session_id: str) -> Session:
    return programme(DEMO).by_id[session_id]


async def test_what_is_stored_is_what_was_read(tmp_path: Path, database_url: str | None) -> None:
    async with congresses(tmp_path, url=database_url) as opened:
        saved = await opened.save(read(FOSDEM))
        loaded = await opened.programme("fosdem-2025")
    assert (saved.is_new, saved.version) == (True, 1)
    assert loaded.sessions == read(FOSDEM).agenda.sessions
    assert loaded.rooms == read(FOSDEM).agenda.rooms
    assert loaded.congress == read(FOSDEM).agenda.congress


async def test_who_chairs_is_kept_apart_from_who_speaks(tmp_path: Path, database_url: str | None) -> None:
    speaking = one("1200474")
    chaired = replace(speaking, speakers=(), chairs=speaking.speakers)
    async with congresses(tmp_path, url=database_url) as opened:
        await opened.save(changed(read(DEMO), s1200474=chaired))
        loaded = (await opened.programme(EVENT)).by_id["1200474"]
    assert speaking.speakers and (loaded.speakers, loaded.chairs) == ((), speaking.speakers)


async def test_the_second_import_tells_what_changed_and_keeps_it(tmp_path: Path, database_url: str | None) -> None:
    first = one("1200474")
    assert first.start is not None
    later = replace(first, start=first.start + timedelta(minutes=5), room="Sala Fibonacci")
    second = changed(
        read(DEMO),
        s1200474=later,
        s1149301=None,
        s1129276=replace(one("1129276"), status="cancelled"),
        s1148459=replace(one("1148459"), abstract="Another text."),
    )
    async with congresses(tmp_path, url=database_url) as opened:
        await opened.save(read(DEMO))
        before = await opened.programme(EVENT)
        dry = (await opened.compare(second)).changes
        assert await opened.programme(EVENT) is before
        saved = await opened.save(second)
        after = await opened.programme(EVENT)
    assert saved.changes == dry
    ids = {
        name: [change.id for change in getattr(dry, name)]
        for name in ("added", "removed", "moved", "cancelled", "edited")
    }
    assert ids == {
        "added": [],
        "removed": ["1149301"],
        "moved": ["1200474"],
        "cancelled": ["1129276"],
        "edited": ["1148459"],
    }
    moved = after.by_id["1200474"]
    assert (moved.status, moved.start, moved.room) == ("moved", later.start, "Sala Fibonacci")
    assert (moved.previous_start, moved.previous_room) == (first.start, "Sala Ricci")
    assert after.by_id["1149301"].status == "removed"
    assert {"1149301", "1129276"}.isdisjoint(session.id for session in after.happening)


def test_a_move_is_remembered_until_it_is_taken_back() -> None:
    original = one("1200474")
    assert original.start is not None
    later = replace(original, start=original.start + timedelta(minutes=5))
    (moved,), first = merge([original], [later])
    (again,), second = merge([moved], [later])
    (back,), third = merge([again], [original])
    assert first.moved and not second and third.moved
    assert again == moved and back == original


def test_changed_ids_are_no_new_sessions() -> None:
    original = one("1200474")
    (session,), changes = merge([original], [replace(original, id="other", room="Sala Fibonacci")])
    assert (session.id, session.status) == ("other", "moved")
    assert not changes.added and not changes.removed


def test_another_title_in_the_same_place_is_the_same_session() -> None:
    original = one("1200474")
    renamed = replace(original, id="other", title="Something else altogether")
    (session,), changes = merge([original], [renamed])
    assert session == renamed and not changes.added and not changes.removed
    (told,) = changes.renamed
    assert (told.title, told.previous_title) == ("Something else altogether", original.title)
    (_,), by_id = merge([original], [replace(renamed, id=original.id)])
    assert len(by_id.renamed) == 1 and not by_id.edited
    (_,), in_capitals = merge([original], [replace(original, title=original.title.upper())])
    assert len(in_capitals.edited) == 1 and not in_capitals.renamed


def test_what_only_takes_a_place_is_another_session() -> None:
    talk = one("1200474")
    assert talk.start is not None and talk.speakers
    lunch = replace(talk, id="lunch", title="Pausa pranzo", speakers=())
    long = replace(lunch, id="long", title="Pausa pranzo lunga")
    quiz = replace(lunch, id="quiz", title="Il grande quiz")
    for before, after, is_same in (
        (lunch, long, True),
        (lunch, quiz, False),
        (talk, replace(talk, id="b", title="Altro", speakers=one("1129276").speakers), False),
        (talk, replace(talk, id="b", title="Altro", room="Sala Fibonacci"), False),
        (talk, replace(talk, id="b", title="Altro", start=talk.start + timedelta(minutes=5)), False),
        (replace(talk, status="cancelled"), replace(talk, id="b", title="Altro"), False),
        (replace(lunch, start=None, end=None), replace(long, start=None, end=None), False),
    ):
        changes = merge([before], [after])[1]
        assert (bool(changes.renamed), bool(changes.added)) == (is_same, not is_same), after.title
    two = [replace(talk, id="a", title="Uno"), replace(talk, id="b", title="Due")]
    changes = merge(two, [replace(talk, id="c", title="Tre")])[1]
    assert (len(changes.added), len(changes.removed), len(changes.renamed)) == (1, 2, 0), (
        "which of the two, nobody knows"
    )


def test_what_comes_back_is_added_again() -> None:
    sessions, _ = merge([one("1200474")], [])
    (session,), changes = merge(sessions, [one("1200474")])
    assert session.status == "scheduled" and [change.id for change in changes.added] == ["1200474"]


async def test_every_import_that_changes_something_and_its_file_are_kept(
    tmp_path: Path, database_url: str | None
) -> None:
    at = datetime(2026, 4, 1, 12, tzinfo=UTC)
    moved = replace(one("1200474"), room="Sala Fibonacci")
    async with congresses(tmp_path, StoppedClock(at), database_url) as opened:
        await opened.save(read(DEMO))
        again = await opened.save(read(DEMO))
        await opened.save(changed(read(DEMO), s1200474=moved))
    assert (again.version, again.is_new) == (1, False)
    engine = connect(tmp_path, database_url)
    async with engine.connect() as connection:
        rows = (await connection.execute(select(IMPORT).order_by(IMPORT.c.id))).mappings().all()
    await engine.dispose()
    assert [row["version"] for row in rows] == [1, 2]
    assert rows[0]["raw"] == (DEMO / "sessionize-export.json").read_bytes()
    assert len(rows[0]["changes"]["added"]) == 36 and not rows[1]["changes"]["added"]
    assert rows[0]["warnings"][0]["row"] == "row 1"


async def test_another_server_notices_a_new_version(tmp_path: Path, database_url: str | None) -> None:
    async with (
        congresses(tmp_path, url=database_url) as one_server,
        congresses(tmp_path, url=database_url) as other_server,
    ):
        await one_server.save(read(DEMO))
        before = await other_server.programme(EVENT)
        assert await other_server.programme(EVENT) is before
        await one_server.save(changed(read(DEMO), s1200474=None))
        after = await other_server.programme(EVENT)
    assert (before.version, after.version) == (1, 2)
    assert after.by_id["1200474"].status == "removed"


async def test_a_failed_import_leaves_everything_as_it_was(tmp_path: Path, database_url: str | None) -> None:
    broken = replace(one("1200474"), id="new", kind=None)  # type: ignore[arg-type]
    async with congresses(tmp_path, url=database_url) as opened:
        await opened.save(read(DEMO))
        with pytest.raises(Exception, match="(?i)not.null"):
            await opened.save(changed(read(DEMO), s1200474=broken))
        loaded = await opened.programme(EVENT)
    assert loaded.version == 1 and loaded.sessions == read(DEMO).agenda.sessions


async def test_an_unknown_congress_is_not_found(tmp_path: Path) -> None:
    async with congresses(tmp_path) as opened:
        with pytest.raises(NotFound):
            await opened.programme("nowhere")


async def test_the_demo_is_loaded_only_into_an_empty_installation(tmp_path: Path, database_url: str | None) -> None:
    async with congresses(tmp_path, url=database_url) as opened:
        loaded = await load_demo(opened)
        assert loaded is not None and loaded.id == EVENT
        assert await load_demo(opened) is None
        assert [congress.id for congress in await opened.all()] == [EVENT]


async def test_the_database_is_durable_and_waits_for_its_turn(tmp_path: Path) -> None:
    engine = connect(tmp_path)
    async with engine.connect() as connection:
        values = [
            await connection.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
        ]
    assert values == ["wal", 2, 30000, 1]
    async with writing(engine) as connection:
        await connection.execute(text("SELECT 1"))
        rival = sqlite3.connect(tmp_path / FILE_NAME, timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            rival.execute("BEGIN IMMEDIATE")
        rival.close()
    await engine.dispose()
