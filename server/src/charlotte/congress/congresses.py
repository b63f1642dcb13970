"""The congresses in the database: saved atomically, loaded whole, reloaded when their version changes."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from charlotte.clock import Clock
from charlotte.congress.changes import Changes, continued, merge
from charlotte.congress.edit_tables import BEFORE_IMPORT
from charlotte.congress.edits import carry, held_against, overrides_of
from charlotte.congress.following import decided, overridden
from charlotte.congress.importers.folder import Reading
from charlotte.congress.model import Congress
from charlotte.congress.programme import Programme, rooms_of
from charlotte.congress.state import State, packed_state
from charlotte.congress.stored import congress_of, state_of, version_of, write_congress, write_rows
from charlotte.congress.tables import CONGRESS, IMPORT, METADATA
from charlotte.database import create_tables, writing
from charlotte.errors import CharlotteError, NotFound


@dataclass(frozen=True)
class Saved:
    """The outcome of an import."""

    congress: Congress
    version: int
    changes: Changes
    is_new: bool


@dataclass(frozen=True)
class Compared:
    """What an import would change."""

    changes: Changes
    is_same: bool
    """Whether it says of sessions, rooms, tracks and the event what is stored already."""


class ProgrammeChanged(CharlotteError):
    """Somebody else imported, or changed a session, after this import was looked at."""

    code, status = "programme_changed", 409


@dataclass(frozen=True)
class Against:
    """The version that an import was compared with; None = there was no such congress."""

    version: int | None


Beside: TypeAlias = Callable[[AsyncConnection, Saved], Awaitable[object]]
"""Stores what came with a programme, and who imported it, in the same transaction."""

RECENT_S = 1.0
UNDOABLE = 20
"""Imports of a congress that can be undone, one after the other."""


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
            return tuple(congress_of(row) for row in rows.mappings())

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
            version = await version_of(connection, event_id)
            if version is None:
                self._loaded.pop(event_id, None)
                raise NotFound(f"No congress {event_id!r} is loaded.", hint="Import it with `charlotte import PATH`.")
            held = self._loaded.get(event_id)
            if held is None or held.version != version:
                held = await _load(connection, event_id)
                self._loaded[event_id] = held
            return held

    async def version(self, event_id: str) -> int | None:
        """Return the version of a congress; None = there is none."""
        async with self._engine.connect() as connection:
            return await version_of(connection, event_id)

    async def compare(self, reading: Reading) -> Compared:
        """Return what saving would change, and change nothing."""
        async with self._engine.connect() as connection:
            merged = await _merged(connection, reading)
        return Compared(merged.changes, merged.after == merged.before)

    async def save(self, reading: Reading, *, beside: Beside | None = None, against: Against | None = None) -> Saved:
        """Store an import, the file it came from and what `beside` stores: all of it, or nothing.

        One that says what is stored already makes no version, and nothing that could be taken back.
        What staff decided about a session holds on; what was there before is kept, so that the import can be undone.
        Raises `ProgrammeChanged` when another version is stored than the one it was compared with.
        """
        agenda = reading.agenda
        congress = agenda.congress
        async with writing(self._engine) as connection:
            version = await version_of(connection, congress.id, locked=True)
            if against is not None and against.version != version:
                raise ProgrammeChanged(
                    "The programme was changed after you looked at this import; nothing was imported.",
                    hint="Look at what it would change now, and apply again.",
                )
            merged = await _merged(connection, reading)
            if version is not None and merged.after == merged.before:
                same = Saved(congress, version, merged.changes, False)
                if beside is not None:
                    await beside(connection, same)
                return same
            await write_congress(connection, congress, version)
            await write_rows(connection, merged.after)
            await carry(connection, congress.id, merged.renamed)
            stored = await connection.execute(
                insert(IMPORT).values(
                    congress_id=congress.id,
                    version=(version or 0) + 1,
                    imported_at=self._clock.now(),
                    file_name=reading.document.name,
                    format=reading.format_name,
                    sha256=_digest(reading),
                    raw=reading.document.raw,
                    warnings=[vars(warning) for warning in agenda.warnings],
                    changes=merged.changes.as_json(),
                )
            )
            made = stored.inserted_primary_key
            assert made is not None, "the database numbers imports"
            await _keep_before(connection, congress.id, made[0], merged.before)
            saved = Saved(congress, (version or 0) + 1, merged.changes, version is None)
            if beside is not None:
                await beside(connection, saved)
        return saved


async def _load(connection: AsyncConnection, event_id: str) -> Programme:
    state = await state_of(connection, event_id)
    version = await version_of(connection, event_id)
    assert state is not None and version is not None
    sessions = overridden(state.sessions, await overrides_of(connection, event_id))
    return Programme(state.congress, sessions, rooms_of(sessions, state.rooms), version, state.tracks)


@dataclass(frozen=True)
class _Merged:
    before: State | None
    after: State
    changes: Changes
    renamed: Mapping[str, str]


async def _merged(connection: AsyncConnection, reading: Reading) -> _Merged:
    """Compare a reading with what is stored; the same file again says nothing new about what is missing from it."""
    agenda, congress = reading.agenda, reading.agenda.congress
    before = await state_of(connection, congress.id)
    latest = select(IMPORT.c.sha256).where(IMPORT.c.congress_id == congress.id).order_by(IMPORT.c.id.desc()).limit(1)
    is_again = await connection.scalar(latest) == _digest(reading)
    sessions_before = before.sessions if before is not None else ()
    sessions, changes = merge(sessions_before, agenda.sessions, is_again=is_again)
    renamed = continued(sessions_before, agenda.sessions)
    overrides = {renamed.get(name, name): one for name, one in (await overrides_of(connection, congress.id)).items()}
    as_now = (replace(session, id=renamed.get(session.id, session.id)) for session in sessions_before)
    kept = held_against(decided(sessions, overrides), as_now, sessions)
    after = State(congress, agenda.rooms, sessions, agenda.tracks)
    return _Merged(before, after, replace(changes, kept=kept), renamed)


def _digest(reading: Reading) -> str:
    return hashlib.sha256(reading.document.raw).hexdigest()


async def _keep_before(connection: AsyncConnection, event_id: str, import_id: int, before: State | None) -> None:
    state = packed_state(before) if before is not None else None
    await connection.execute(insert(BEFORE_IMPORT).values(import_id=import_id, congress_id=event_id, state=state))
    kept = (
        select(BEFORE_IMPORT.c.import_id)
        .where(BEFORE_IMPORT.c.congress_id == event_id)
        .order_by(BEFORE_IMPORT.c.import_id.desc())
        .limit(UNDOABLE)
    )
    numbers = list((await connection.execute(kept)).scalars())
    oldest = BEFORE_IMPORT.c.import_id < numbers[-1]
    await connection.execute(delete(BEFORE_IMPORT).where(BEFORE_IMPORT.c.congress_id == event_id, oldest))
