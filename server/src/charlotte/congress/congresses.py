"""The congresses in the database: saved atomically, loaded whole, reloaded when their version changes."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from charlotte.clock import Clock
from charlotte.congress.changes import Changes, merge
from charlotte.congress.importers.folder import Reading
from charlotte.congress.model import Congress, Person, Room, Session
from charlotte.congress.programme import Programme
from charlotte.congress.tables import CONGRESS, IMPORT, METADATA, PERSON, ROOM, SESSION
from charlotte.database import create_tables, writing
from charlotte.errors import NotFound


@dataclass(frozen=True)
class Saved:
    """The outcome of an import."""

    congress: Congress
    version: int
    changes: Changes
    is_new: bool


Beside: TypeAlias = Callable[[AsyncConnection, str], Awaitable[object]]
"""Stores what came with a programme, in the same transaction, for the congress of that id."""

RECENT_S = 1.0


class Congresses:
    """All congresses of this installation."""

    def __init__(self, engine: AsyncEngine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock
        self._loaded: dict[str, Programme] = {}
        self._recent: tuple[Congress, ...] = ()
        self._asked = float("-inf")
        self._asking = asyncio.Lock()

    async def create_tables(self) -> None:
        """Make this room's tables where they are missing."""
        await create_tables(self._engine, METADATA)

    async def all(self) -> tuple[Congress, ...]:
        """Return every congress, by id."""
        async with self._engine.connect() as connection:
            rows = await connection.execute(select(CONGRESS).order_by(CONGRESS.c.id))
            return tuple(_congress(row) for row in rows.mappings())

    async def recent(self) -> tuple[Congress, ...]:
        """Return every congress as of a second ago at most: a crowd that asks shares one look into the database."""
        async with self._asking:
            now = asyncio.get_running_loop().time()
            if now - self._asked >= RECENT_S:
                self._recent, self._asked = await self.all(), now
            return self._recent

    async def programme(self, event_id: str) -> Programme:
        """Return the current programme. Raises `NotFound` when there is no such congress."""
        async with self._engine.connect() as connection:
            version = await connection.scalar(select(CONGRESS.c.version).where(CONGRESS.c.id == event_id))
            if version is None:
                self._loaded.pop(event_id, None)
                raise NotFound(f"No congress {event_id!r} is loaded.", hint="Import it with `charlotte import PATH`.")
            held = self._loaded.get(event_id)
            if held is None or held.version != version:
                held = await _load(connection, event_id)
                self._loaded[event_id] = held
            return held

    async def compare(self, reading: Reading) -> Changes:
        """Return what saving would change, and change nothing."""
        async with self._engine.connect() as connection:
            before = await _sessions(connection, reading.agenda.congress.id, reading.agenda.congress.zone)
        return merge(before, reading.agenda.sessions)[1]

    async def save(self, reading: Reading, *, beside: Beside | None = None) -> Saved:
        """Store an import, the file it came from and what `beside` stores: all of it, or nothing."""
        agenda = reading.agenda
        congress = agenda.congress
        async with writing(self._engine) as connection:
            version = await connection.scalar(select(CONGRESS.c.version).where(CONGRESS.c.id == congress.id))
            before = await _sessions(connection, congress.id, congress.zone)
            sessions, changes = merge(before, agenda.sessions)
            await _write_congress(connection, congress, version)
            await _write_rows(connection, congress.id, agenda.rooms, sessions)
            await connection.execute(
                insert(IMPORT).values(
                    congress_id=congress.id,
                    version=(version or 0) + 1,
                    imported_at=self._clock.now().astimezone(UTC),
                    file_name=reading.document.name,
                    format=reading.format_name,
                    sha256=hashlib.sha256(reading.document.raw).hexdigest(),
                    raw=reading.document.raw,
                    warnings=[vars(warning) for warning in agenda.warnings],
                    changes=changes.as_json(),
                )
            )
            if beside is not None:
                await beside(connection, congress.id)
        return Saved(congress, (version or 0) + 1, changes, version is None)


async def _write_congress(connection: AsyncConnection, congress: Congress, version: int | None) -> None:
    values = {
        "version": (version or 0) + 1,
        "name": congress.name,
        "timezone": congress.timezone,
        "venue": congress.venue,
        "city": congress.city,
        "start_date": congress.start_date,
        "end_date": congress.end_date,
        "languages": list(congress.languages),
    }
    if version is None:
        await connection.execute(insert(CONGRESS).values(id=congress.id, **values))
    else:
        await connection.execute(update(CONGRESS).where(CONGRESS.c.id == congress.id).values(**values))


async def _write_rows(
    connection: AsyncConnection, event_id: str, rooms: tuple[Room, ...], sessions: tuple[Session, ...]
) -> None:
    for table in (ROOM, PERSON, SESSION):
        await connection.execute(delete(table).where(table.c.congress_id == event_id))
    persons = {person.id: person for session in sessions for person in session.speakers}
    rows: list[tuple[Any, list[dict[str, Any]]]] = [
        (ROOM, [_room_row(room) | {"position": at} for at, room in enumerate(rooms)]),
        (PERSON, [vars(person) | {"aliases": list(person.aliases)} for person in persons.values()]),
        (SESSION, [_session_row(session) | {"position": at} for at, session in enumerate(sessions)]),
    ]
    for table, values in rows:
        if values:
            await connection.execute(insert(table), [{"congress_id": event_id} | row for row in values])


def _room_row(room: Room) -> dict[str, Any]:
    return vars(room) | {"aliases": list(room.aliases)}


def _session_row(session: Session) -> dict[str, Any]:
    fields = ("id", "title", "room", "status", "kind", "subtitle", "abstract", "track", "language", "url", "same_as")
    return {field: getattr(session, field) for field in fields} | {
        "start_at": _utc(session.start),
        "end_at": _utc(session.end),
        "previous_start_at": _utc(session.previous_start),
        "previous_room": session.previous_room,
        "speaker_ids": [person.id for person in session.speakers],
    }


async def _load(connection: AsyncConnection, event_id: str) -> Programme:
    row = (await connection.execute(select(CONGRESS).where(CONGRESS.c.id == event_id))).mappings().one()
    congress = _congress(row)
    rooms = await connection.execute(select(ROOM).where(_of(ROOM, event_id)).order_by(ROOM.c.position))
    return Programme(
        congress=congress,
        sessions=await _sessions(connection, event_id, congress.zone),
        rooms=tuple(_room(room) for room in rooms.mappings()),
        version=row["version"],
    )


async def _sessions(connection: AsyncConnection, event_id: str, zone: ZoneInfo) -> tuple[Session, ...]:
    people = await connection.execute(select(PERSON).where(_of(PERSON, event_id)))
    persons = {
        row["id"]: Person(row["id"], row["name"], row["affiliation"], tuple(row["aliases"]))
        for row in people.mappings()
    }
    rows = await connection.execute(select(SESSION).where(_of(SESSION, event_id)).order_by(SESSION.c.position))
    return tuple(_session(row, persons, zone) for row in rows.mappings())


def _of(table: Any, event_id: str) -> ColumnElement[bool]:
    condition: ColumnElement[bool] = table.c.congress_id == event_id
    return condition


def _congress(row: RowMapping) -> Congress:
    fields = ("id", "name", "timezone", "venue", "city", "start_date", "end_date")
    return Congress(**{field: row[field] for field in fields}, languages=tuple(row["languages"]))


def _room(row: RowMapping) -> Room:
    return Room(row["name"], tuple(row["aliases"]), row["description"], row["capacity"], row["building"], row["level"])


def _session(row: RowMapping, persons: Mapping[str, Person], zone: ZoneInfo) -> Session:
    return Session(
        id=row["id"],
        title=row["title"],
        start=_local(row["start_at"], zone),
        end=_local(row["end_at"], zone),
        room=row["room"],
        status=row["status"],
        kind=row["kind"],
        subtitle=row["subtitle"],
        abstract=row["abstract"],
        track=row["track"],
        language=row["language"],
        speakers=tuple(persons[person_id] for person_id in row["speaker_ids"]),
        url=row["url"],
        same_as=row["same_as"],
        previous_start=_local(row["previous_start_at"], zone),
        previous_room=row["previous_room"],
    )


def _utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment else None


def _local(stored: datetime | None, zone: ZoneInfo) -> datetime | None:
    if stored is None:
        return None
    # SQLite gives back what it was given, UTC, but without saying so.
    return (stored if stored.tzinfo else stored.replace(tzinfo=UTC)).astimezone(zone)
