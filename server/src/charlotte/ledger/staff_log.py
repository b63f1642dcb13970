"""The journal of what staff did: every change they make gets a row."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

import orjson
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from charlotte.clock import Clock
from charlotte.database import writing
from charlotte.ledger.tables import staff_journal


class Author(Protocol):
    """Who does something: one of the staff, or the server by itself."""

    @property
    def name(self) -> str:
        """What the history calls them."""
        ...

    @property
    def sign_in(self) -> str:
        """Which sign-in it was."""
        ...


@dataclass(frozen=True)
class Program:
    """A program that does something by itself, or for whoever runs it."""

    name: str = "Charlotte"
    sign_in: str = "program"


@dataclass(frozen=True)
class Deed:
    """One row."""

    id: int
    at: datetime
    who: str
    action: str
    event_id: str | None
    session_id: str | None
    details: Mapping[str, Any]


class StaffLog:
    """Keeps what staff did."""

    def __init__(self, database: AsyncEngine, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def add(
        self, who: Author, action: str, *, event_id: str | None = None, session_id: str | None = None, **details: Any
    ) -> None:
        """Keep one deed, and return when it is on disk."""
        async with writing(self._database) as connection:
            await self.add_within(connection, who, action, event_id=event_id, session_id=session_id, **details)

    async def add_within(  # noqa: PLR0913 - the columns of a row
        self,
        connection: AsyncConnection,
        who: Author,
        action: str,
        *,
        event_id: str | None = None,
        session_id: str | None = None,
        **details: Any,
    ) -> None:
        """Keep one deed in the transaction that does it: neither is kept without the other."""
        row = entry(self._clock.now(), who, action, event_id=event_id, session_id=session_id, details=details)
        await connection.execute(insert(staff_journal).values(**row))

    async def latest(
        self,
        limit: int,
        *,
        event_id: str | None = None,
        actions: Collection[str] | None = None,
        before: int | None = None,
    ) -> list[Deed]:
        """Return the latest deeds, newest first: of one event, of some actions, older than the row `before`."""
        wanted = select(staff_journal).order_by(staff_journal.c.id.desc()).limit(limit)
        if event_id is not None:
            wanted = wanted.where(staff_journal.c.event_id == event_id)
        if actions is not None:
            wanted = wanted.where(staff_journal.c.action.in_(actions))
        if before is not None:
            wanted = wanted.where(staff_journal.c.id < before)
        async with self._database.connect() as connection:
            rows = await connection.execute(wanted)
            return [
                Deed(
                    id=row["id"],
                    at=row["at"],
                    who=row["who"],
                    action=row["action"],
                    event_id=row["event_id"],
                    session_id=row["session_id"],
                    details=orjson.loads(row["details"]),
                )
                for row in rows.mappings()
            ]


def entry(  # noqa: PLR0913 - the columns of a row
    at: datetime,
    who: Author,
    action: str,
    *,
    event_id: str | None = None,
    session_id: str | None = None,
    details: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the row of a deed."""
    return {
        "at": at,
        "who": who.name,
        "sign_in": who.sign_in,
        "action": action,
        "event_id": event_id,
        "session_id": session_id,
        "details": orjson.dumps(dict(details)).decode(),
    }
