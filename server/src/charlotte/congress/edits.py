"""Staff change one session, or take an import back: stored with who did it, in force at once."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, TypeAlias

from sqlalchemy import and_, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from charlotte.clock import Clock
from charlotte.congress.changes import Change, Changes, change_of, continued, merge
from charlotte.congress.edit_tables import BEFORE_IMPORT, EDIT
from charlotte.congress.following import decided, overridden, wholes_of
from charlotte.congress.model import Session
from charlotte.congress.overrides import Override, read_override
from charlotte.congress.state import unpacked_state
from charlotte.congress.stored import state_of, version_of, write_congress, write_rows
from charlotte.congress.tables import CONGRESS, IMPORT
from charlotte.database import writing
from charlotte.errors import BadInput, NotFound


@dataclass(frozen=True)
class Edited:
    """One session before and after what staff decided, and the talks inside that went with it."""

    before: Session
    after: Session
    inside: tuple[Session, ...]
    """As they hold now."""
    version: int
    at: datetime


@dataclass(frozen=True)
class Edit:
    """One decision of the past."""

    id: int
    session_id: str
    title: str
    at: datetime
    who: str
    override: Override | None
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass(frozen=True)
class InForce:
    """The decisions that hold, by session."""

    own: Mapping[str, Override]
    all: Mapping[str, Override]
    """With those of talks that follow their session."""
    wholes: Mapping[str, str]
    """The session of each talk that is inside of one, by id."""

    def follow(self, session_id: str) -> list[str]:
        """Return the talks that a decision about a session takes along."""
        found = [session_id]
        for whole in found:  # it grows: a talk may hold others
            found += [part for part in self._parts.get(whole, ()) if part not in self.own and part not in found]
        return found[1:]

    @cached_property
    def _parts(self) -> Mapping[str, list[str]]:
        parts: dict[str, list[str]] = {}
        for part, whole in self.wholes.items():
            parts.setdefault(whole, []).append(part)
        return parts


@dataclass(frozen=True)
class Undone:
    """An import taken back."""

    import_id: int
    file: str
    version: int | None
    """None = it was the first, and the congress is gone."""
    changes: Changes


class NothingToUndo(BadInput):
    """No import is left that could be taken back."""

    code, status = "nothing_to_undo", 409


BesideDecision: TypeAlias = Callable[[AsyncConnection, Edited], Awaitable[object]]
"""Stores something about a decision, in the same transaction."""

BesideUndo: TypeAlias = Callable[[AsyncConnection, Undone], Awaitable[object]]
"""Stores something about an import that is taken back, in the same transaction."""


class Edits:
    """What staff decide about the programmes."""

    def __init__(self, engine: AsyncEngine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    async def decide(
        self,
        event_id: str,
        session_id: str,
        override: Override | None,
        who: str,
        *,
        beside: BesideDecision | None = None,
    ) -> Edited:
        """Put a decision in force, or with None take it back, with what `beside` stores about it. Raises `NotFound`."""
        now = self._clock.now()
        async with writing(self._engine) as connection:
            version = await version_of(connection, event_id, locked=True)
            state = await state_of(connection, event_id)
            told = next((one for one in state.sessions if one.id == session_id), None) if state is not None else None
            if state is None or told is None or version is None:
                raise NotFound(f"There is no session {session_id!r} in {event_id!r}.", hint="Load the list again.")
            earlier = await overrides_of(connection, event_id)
            now_held = _with(earlier, session_id, override)
            was = {session.id: session for session in overridden(state.sessions, earlier)}
            holds = {session.id: session for session in overridden(state.sessions, now_held)}
            before, after = was.pop(session_id), holds.pop(session_id)
            inside = tuple(session for session in holds.values() if session != was[session.id])
            await connection.execute(update(CONGRESS).where(CONGRESS.c.id == event_id).values(version=version + 1))
            await connection.execute(
                insert(EDIT).values(
                    congress_id=event_id,
                    session_id=session_id,
                    version=version + 1,
                    at=now,
                    who=who,
                    title=told.title,
                    override=override.as_json() if override is not None else None,
                    before=_said(before),
                    after=_said(after),
                )
            )
            done = Edited(before, after, inside, version + 1, now)
            if beside is not None:
                await beside(connection, done)
        return done

    async def in_force(self, event_id: str) -> InForce:
        """Return the decisions that hold."""
        async with self._engine.connect() as connection:
            own, state = await overrides_of(connection, event_id), await state_of(connection, event_id)
        told = state.sessions if state is not None else ()
        return InForce(own, decided(told, own), wholes_of(told))

    async def imagined(self, event_id: str, session_id: str, override: Override | None) -> tuple[Session, ...]:
        """Return the sessions as they would hold with a decision, or with None without the one in force."""
        async with self._engine.connect() as connection:
            state = await state_of(connection, event_id)
            earlier = await overrides_of(connection, event_id)
        return overridden(state.sessions if state is not None else (), _with(earlier, session_id, override))

    async def latest(self, event_id: str, limit: int = 50) -> list[Edit]:
        """Return decisions, the latest first."""
        wanted = select(EDIT).where(EDIT.c.congress_id == event_id).order_by(EDIT.c.id.desc()).limit(limit)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(wanted)).mappings().all()
        return [
            Edit(
                id=row["id"],
                session_id=row["session_id"],
                title=row["title"],
                at=row["at"],
                who=row["who"],
                override=read_override(row["override"]) if row["override"] else None,
                before=row["before"],
                after=row["after"],
            )
            for row in rows
        ]

    async def imports(self, event_id: str, limit: int = 50) -> Sequence[Mapping[str, Any]]:
        """Return what was imported, the latest first; whether it was taken back, and whether it made the congress."""
        columns = ("version", "imported_at", "file_name", "format", "warnings", "changes")
        wanted = (
            select(
                *(IMPORT.c[name] for name in columns),
                BEFORE_IMPORT.c.undone_at,
                BEFORE_IMPORT.c.undone_by,
                and_(BEFORE_IMPORT.c.import_id.is_not(None), BEFORE_IMPORT.c.state.is_(None)).label("is_first"),
            )
            .outerjoin(BEFORE_IMPORT, BEFORE_IMPORT.c.import_id == IMPORT.c.id)
            .where(IMPORT.c.congress_id == event_id)
            .order_by(IMPORT.c.id.desc())
            .limit(limit)
        )
        async with self._engine.connect() as connection:
            return [dict(row) for row in (await connection.execute(wanted)).mappings()]

    async def undo_import(self, event_id: str, who: str, *, beside: BesideUndo | None = None) -> Undone:
        """Put back what was there before the latest import that is in force, with what `beside` stores about it.

        Raises `NothingToUndo`.
        """
        async with writing(self._engine) as connection:
            undone = await self._undo_import(connection, event_id, who)
            if beside is not None:
                await beside(connection, undone)
        return undone

    async def _undo_import(self, connection: AsyncConnection, event_id: str, who: str) -> Undone:
        version = await version_of(connection, event_id, locked=True)
        latest = (
            select(BEFORE_IMPORT, IMPORT.c.file_name)
            .join(IMPORT, IMPORT.c.id == BEFORE_IMPORT.c.import_id)
            .where(BEFORE_IMPORT.c.congress_id == event_id, BEFORE_IMPORT.c.undone_at.is_(None))
            .order_by(BEFORE_IMPORT.c.import_id.desc())
            .limit(1)
        )
        row = (await connection.execute(latest)).mappings().one_or_none()
        now = await state_of(connection, event_id)
        if row is None or now is None or version is None:
            raise NothingToUndo(f"No import of {event_id!r} can be undone.", hint="Import the right file instead.")
        if row["state"] is None:
            await connection.execute(delete(CONGRESS).where(CONGRESS.c.id == event_id))
            gone = Changes(removed=tuple(map(change_of, now.sessions)))
            return Undone(row["import_id"], row["file_name"], None, gone)
        state = unpacked_state(row["state"])
        await write_congress(connection, state.congress, version)
        await write_rows(connection, state)
        await carry(connection, event_id, continued(now.sessions, state.sessions))
        taken_back = {"undone_at": self._clock.now(), "undone_by": who}
        await connection.execute(
            update(BEFORE_IMPORT).where(BEFORE_IMPORT.c.import_id == row["import_id"]).values(**taken_back)
        )
        changes = merge(now.sessions, state.sessions)[1]
        return Undone(row["import_id"], row["file_name"], version + 1, changes)


async def overrides_of(connection: AsyncConnection, event_id: str) -> Mapping[str, Override]:
    """Return the decisions in force, by session: of each session the latest."""
    wanted = select(EDIT.c.session_id, EDIT.c.override).where(EDIT.c.congress_id == event_id).order_by(EDIT.c.id)
    latest = {row.session_id: row.override for row in await connection.execute(wanted)}
    return {session_id: read_override(stored) for session_id, stored in latest.items() if stored}


def _with(earlier: Mapping[str, Override], session_id: str, override: Override | None) -> Mapping[str, Override]:
    others = {one: held for one, held in earlier.items() if one != session_id}
    return others | {session_id: override} if override is not None else others


async def carry(connection: AsyncConnection, event_id: str, renamed: Mapping[str, str]) -> None:
    """Let decisions follow sessions whose ids changed."""
    for old, new in renamed.items():
        of_old = (EDIT.c.congress_id == event_id) & (EDIT.c.session_id == old)
        await connection.execute(update(EDIT).where(of_old).values(session_id=new))


def held_against(
    overrides: Mapping[str, Override], before: Iterable[Session], after: Sequence[Session]
) -> tuple[Change, ...]:
    """Return the decisions that hold although the programme now says something else than when they were made."""
    old = {session.id: session for session in before}
    found = []
    for session in after:
        override, earlier = overrides.get(session.id), old.get(session.id)
        if override is not None and earlier is not None and _slot(earlier) != _slot(session):
            found.append(change_of(override.over(session)))
    return tuple(found)


def _slot(session: Session) -> tuple[object, ...]:
    return session.start, session.end, session.room, session.status == "cancelled"


def _said(session: Session) -> dict[str, Any]:
    return {
        "start": session.start.isoformat() if session.start else None,
        "end": session.end.isoformat() if session.end else None,
        "room": session.room,
        "status": session.status,
    }
