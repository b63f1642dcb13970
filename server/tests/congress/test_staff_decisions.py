"""What staff decide about a session holds through every import; imports can be taken back; a gap is no cancellation."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from charlotte.clock import StoppedClock, SystemClock
from charlotte.congress.changes import merge
from charlotte.congress.congresses import Against, Congresses, ProgrammeChanged, Saved
from charlotte.congress.edits import Edits, NothingToUndo
from charlotte.congress.importers.folder import Reading
from charlotte.congress.model import Session
from charlotte.congress.overrides import Override
from charlotte.database import connect
from charlotte.errors import NotFound
from support.agendas import DEMO, congresses, programme, read

EVENT = "devfest-pisa-2026"
TALK = "1200474"
AT = datetime(2026, 4, 18, 8, 30, tzinfo=UTC)


def talk() -> Session:
    return programme(DEMO).by_id[TALK]


def start() -> datetime:
    begins = talk().start
    assert begins is not None
    return begins


def changed(**by_id: Session | None) -> Reading:
    """Return the demo's reading, from another file, with sessions replaced or left out."""
    reading = read(DEMO)
    sessions = [by_id.get(f"s{session.id}", session) for session in reading.agenda.sessions]
    agenda = replace(reading.agenda, sessions=tuple(session for session in sessions if session is not None))
    names = " ".join(sorted(by_id))
    return replace(reading, agenda=agenda, document=replace(reading.document, raw=f"{names} {by_id}".encode()))


@asynccontextmanager
async def deciding(folder: Path, url: str | None) -> AsyncIterator[tuple[Congresses, Edits]]:
    engine = connect(folder, url)
    try:
        opened = Congresses(engine, SystemClock())
        await opened.create_tables()
        yield opened, Edits(engine, StoppedClock(AT))
    finally:
        await engine.dispose()


async def test_a_moved_session_is_moved_at_once_for_whoever_looks(tmp_path: Path, database_url: str | None) -> None:
    async with deciding(tmp_path, database_url) as (opened, staff):
        await opened.save(read(DEMO))
        await opened.programme(EVENT)
        done = await staff.decide(EVENT, TALK, Override("moved", start() + timedelta(hours=1), None, "Sala 9"), "Anna")
        held = await opened.programme(EVENT)
        (row,) = await staff.latest(EVENT)
    moved = held.by_id[TALK]
    assert moved == done.after
    assert (moved.status, moved.start, moved.room) == ("moved", start() + timedelta(hours=1), "Sala 9")
    assert (moved.previous_start, moved.previous_room) == (start(), talk().room)
    assert (
        moved.end is not None
        and talk().end is not None
        and moved.end - start() == talk().end - start() + timedelta(hours=1)
    )  # type: ignore[operator]
    assert "Sala 9" in {room.name for room in held.rooms}
    assert (row.who, row.at, row.before["room"], row.after["room"]) == ("Anna", AT, talk().room, "Sala 9")


async def test_a_decision_holds_through_imports_and_staff_are_told_where_the_file_says_otherwise(
    tmp_path: Path, database_url: str | None
) -> None:
    async with deciding(tmp_path, database_url) as (opened, staff):
        await opened.save(read(DEMO))
        await staff.decide(EVENT, TALK, Override("cancelled"), "Anna")
        same = await opened.save(changed())
        assert (await opened.programme(EVENT)).by_id[TALK].status == "cancelled" and not same.changes.kept
        later = await opened.save(changed(s1200474=replace(talk(), room="Sala 9")))
        assert [change.id for change in later.changes.kept] == [TALK]
        assert (await opened.programme(EVENT)).by_id[TALK].status == "cancelled"
        renamed = await opened.save(changed(s1200474=replace(talk(), id="new", room="Sala 9")))
        assert not renamed.changes.added
        assert (await opened.programme(EVENT)).by_id["new"].status == "cancelled"
        await staff.decide(EVENT, "new", None, "Bruno")
        assert (await opened.programme(EVENT)).by_id["new"].status == "moved"


async def test_a_cancellation_by_the_file_can_be_overruled(tmp_path: Path, database_url: str | None) -> None:
    async with deciding(tmp_path, database_url) as (opened, staff):
        await opened.save(read(DEMO))
        await opened.save(changed(s1200474=replace(talk(), status="cancelled")))
        await staff.decide(EVENT, TALK, Override("held"), "Anna")
        assert (await opened.programme(EVENT)).by_id[TALK].status == "scheduled"


async def test_nobody_moves_what_is_not_there(tmp_path: Path, database_url: str | None) -> None:
    async with deciding(tmp_path, database_url) as (opened, staff):
        await opened.save(read(DEMO))
        for event, session in ((EVENT, "nothing"), ("nowhere", TALK)):
            with pytest.raises(NotFound):
                await staff.decide(event, session, Override("cancelled"), "Anna")
        assert (await opened.programme(EVENT)).version == 1


async def test_imports_are_taken_back_one_after_the_other(tmp_path: Path, database_url: str | None) -> None:
    async with deciding(tmp_path, database_url) as (opened, staff):
        await opened.save(read(DEMO))
        first = await opened.programme(EVENT)
        await opened.save(changed(s1200474=replace(talk(), room="Sala 9"), s1149301=None))
        await opened.save(changed(s1200474=replace(talk(), room="Sala 10")))
        back = await staff.undo_import(EVENT, "Anna")
        assert [change.room for change in back.changes.moved] == ["Sala 9"]
        assert (await opened.programme(EVENT)).by_id["1149301"].status == "removed"
        await staff.undo_import(EVENT, "Anna")
        again = await opened.programme(EVENT)
        assert (again.sessions, again.rooms, again.congress) == (first.sessions, first.rooms, first.congress)
        gone = await staff.undo_import(EVENT, "Anna")
        assert gone.version is None
        with pytest.raises(NotFound):
            await opened.programme(EVENT)
        with pytest.raises(NothingToUndo):
            await staff.undo_import(EVENT, "Anna")


async def test_a_decision_follows_a_session_back_whose_id_an_import_changed(
    tmp_path: Path, database_url: str | None
) -> None:
    async with deciding(tmp_path, database_url) as (opened, staff):
        await opened.save(read(DEMO))
        await staff.decide(EVENT, TALK, Override("cancelled"), "Anna")
        await opened.save(changed(s1200474=replace(talk(), id="anew")))
        assert (await opened.programme(EVENT)).by_id["anew"].status == "cancelled"
        await staff.undo_import(EVENT, "Anna")
        assert (await opened.programme(EVENT)).by_id[TALK].status == "cancelled"


async def test_of_two_at_once_each_has_a_version_of_its_own(tmp_path: Path, database_url: str | None) -> None:
    async with deciding(tmp_path, database_url) as (opened, staff):
        await opened.save(read(DEMO))
        decided = await asyncio.gather(
            staff.decide(EVENT, TALK, Override("cancelled"), "Anna"),
            staff.decide(EVENT, "1149301", Override("cancelled"), "Bruno"),
        )
        assert {one.version for one in decided} == {2, 3}, "or a page that loaded the first never sees the second"
        readings = [changed(s1200474=replace(talk(), room=room)) for room in ("Sala 9", "Sala 10")]
        tries = [opened.save(reading, against=Against(3)) for reading in readings]
        done = await asyncio.gather(*tries, return_exceptions=True)
        assert {type(one) for one in done} == {Saved, ProgrammeChanged}
        tries_back = await asyncio.gather(*(staff.undo_import(EVENT, who) for who in ("Anna", "Bruno")))
        assert [one.version is None for one in tries_back].count(True) == 1, "the second takes back the import before"


async def test_after_an_undo_the_next_import_can_be_undone_too(tmp_path: Path, database_url: str | None) -> None:
    async with deciding(tmp_path, database_url) as (opened, staff):
        await opened.save(read(DEMO))
        for room in ("Sala 9", "Sala 10"):
            await opened.save(changed(s1200474=replace(talk(), room=room)))
            await staff.undo_import(EVENT, "Anna")
            assert (await opened.programme(EVENT)).by_id[TALK] == talk()


def test_gone_from_two_files_is_cancelled_gone_twice_from_the_same_is_not() -> None:
    (removed,), _ = merge([talk()], [])
    (still,), nothing = merge([removed], [], is_again=True)
    (gone,), changes = merge([removed], [])
    (kept,), none = merge([gone], [])
    assert (removed.status, still.status, gone.status, kept.status) == ("removed", "removed", "cancelled", "cancelled")
    assert [change.id for change in changes.cancelled] == [TALK] and not nothing and not none


async def test_the_same_file_imported_twice_cancels_nothing(tmp_path: Path, database_url: str | None) -> None:
    async with deciding(tmp_path, database_url) as (opened, staff):
        await opened.save(read(DEMO))
        for expected in ("removed", "removed"):
            await opened.save(changed(s1200474=None))
            assert (await opened.programme(EVENT)).by_id[TALK].status == expected
        await opened.save(changed(s1200474=None, s1149301=None))
        assert (await opened.programme(EVENT)).by_id[TALK].status == "cancelled"


async def test_another_server_sees_a_decision_too(tmp_path: Path, database_url: str | None) -> None:
    async with congresses(tmp_path, url=database_url) as other, deciding(tmp_path, database_url) as (opened, staff):
        await opened.save(read(DEMO))
        await other.programme(EVENT)
        await staff.decide(EVENT, TALK, Override("cancelled"), "Anna")
        assert (await other.programme(EVENT)).by_id[TALK].status == "cancelled"
