"""A congress's rows: read as values, written from values; transactions are whoever calls."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from charlotte.congress.model import Congress, Person, Room, Session, Track
from charlotte.congress.state import State
from charlotte.congress.tables import CONGRESS, KIND_NAME, PERSON, ROOM, SESSION, TRACK

CHAIR = "chair"
"""Among the ids of who speaks, the key of somebody who chairs."""


async def version_of(connection: AsyncConnection, event_id: str, *, locked: bool = False) -> int | None:
    """Return the version of a congress; None = there is none. `locked`: nobody changes it meanwhile."""
    wanted = select(CONGRESS.c.version).where(CONGRESS.c.id == event_id)
    version: int | None = await connection.scalar(wanted.with_for_update() if locked else wanted)
    return version


async def state_of(connection: AsyncConnection, event_id: str) -> State | None:
    """Return a congress as its imports told it, without what staff decided; None = there is none."""
    row = (await connection.execute(select(CONGRESS).where(CONGRESS.c.id == event_id))).mappings().one_or_none()
    if row is None:
        return None
    congress = congress_of(row)
    rooms = await connection.execute(select(ROOM).where(_of(ROOM, event_id)).order_by(ROOM.c.position))
    sessions = await sessions_of(connection, event_id, congress.zone)
    tracks = await connection.execute(select(TRACK).where(_of(TRACK, event_id)).order_by(TRACK.c.position))
    named = tuple(Track(row["name"], tuple(row["aliases"])) for row in tracks.mappings())
    return State(congress, tuple(_room(room) for room in rooms.mappings()), sessions, named)


async def write_congress(connection: AsyncConnection, congress: Congress, version: int | None) -> None:
    """Write a congress under the version after this one."""
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


async def write_rows(connection: AsyncConnection, state: State) -> None:
    """Write all rooms, tracks, people and sessions in place of those that are there."""
    event_id, rooms, sessions = state.congress.id, state.rooms, state.sessions
    for table in (ROOM, TRACK, PERSON, SESSION, KIND_NAME):
        await connection.execute(delete(table).where(table.c.congress_id == event_id))
    persons = {person.id: person for session in sessions for person in session.people}
    rows: list[tuple[Any, list[dict[str, Any]]]] = [
        (ROOM, [_room_row(room) | {"position": at} for at, room in enumerate(rooms)]),
        (TRACK, [vars(one) | {"aliases": list(one.aliases), "position": at} for at, one in enumerate(state.tracks)]),
        (PERSON, [vars(person) | {"aliases": list(person.aliases)} for person in persons.values()]),
        (SESSION, [_session_row(session) | {"position": at} for at, session in enumerate(sessions)]),
        (KIND_NAME, [{"session_id": session.id, "called": session.called} for session in sessions if session.called]),
    ]
    for table, values in rows:
        if values:
            await connection.execute(insert(table), [{"congress_id": event_id} | row for row in values])


def _room_row(room: Room) -> dict[str, Any]:
    return vars(room) | {"aliases": list(room.aliases)}


def _session_row(session: Session) -> dict[str, Any]:
    fields = ("id", "title", "room", "status", "kind", "subtitle", "abstract", "track", "language", "url", "same_as")
    return {field: getattr(session, field) for field in fields} | {
        "start_at": session.start,
        "end_at": session.end,
        "previous_start_at": session.previous_start,
        "previous_room": session.previous_room,
        "speaker_ids": [
            *(person.id for person in session.speakers),
            *({CHAIR: person.id} for person in session.chairs),
        ],
    }


async def sessions_of(connection: AsyncConnection, event_id: str, zone: ZoneInfo) -> tuple[Session, ...]:
    """Return the sessions as the imports told them."""
    people = await connection.execute(select(PERSON).where(_of(PERSON, event_id)))
    persons = {
        row["id"]: Person(row["id"], row["name"], row["affiliation"], tuple(row["aliases"]))
        for row in people.mappings()
    }
    named = await connection.execute(select(KIND_NAME).where(_of(KIND_NAME, event_id)))
    called = {row["session_id"]: row["called"] for row in named.mappings()}
    rows = await connection.execute(select(SESSION).where(_of(SESSION, event_id)).order_by(SESSION.c.position))
    return tuple(_session(row, persons, zone, called.get(row["id"])) for row in rows.mappings())


def _of(table: Any, event_id: str) -> ColumnElement[bool]:
    condition: ColumnElement[bool] = table.c.congress_id == event_id
    return condition


def congress_of(row: RowMapping) -> Congress:
    """Return a congress from its row."""
    fields = ("id", "name", "timezone", "venue", "city", "start_date", "end_date")
    return Congress(**{field: row[field] for field in fields}, languages=tuple(row["languages"]))


def _room(row: RowMapping) -> Room:
    return Room(row["name"], tuple(row["aliases"]), row["description"], row["capacity"], row["building"], row["level"])


def _session(row: RowMapping, persons: Mapping[str, Person], zone: ZoneInfo, called: str | None) -> Session:
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
        speakers=tuple(persons[one] for one in row["speaker_ids"] if isinstance(one, str)),
        chairs=tuple(persons[one[CHAIR]] for one in row["speaker_ids"] if isinstance(one, dict)),
        url=row["url"],
        same_as=row["same_as"],
        previous_start=_local(row["previous_start_at"], zone),
        previous_room=row["previous_room"],
        called=called,
    )


def _local(stored: datetime | None, zone: ZoneInfo) -> datetime | None:
    return stored.astimezone(zone) if stored is not None else None
