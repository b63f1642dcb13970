"""Lists of registrations as staff load them: compared with the one in force, stored in its place, erased for good."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from charlotte.clock import Clock
from charlotte.congress.importers.attendees.reading import Attendee, AttendeeList
from charlotte.database import fold_log, writing
from charlotte.ledger.registration_changes import Held, ListChanges, changes_of, identity
from charlotte.ledger.sealed_lists import NoList, SealedList, new_list, open_list, registration_lists, registrations
from charlotte.ledger.vault import Vault
from charlotte.protocol.ids import new_id


@dataclass(frozen=True)
class ListShown:
    """What staff see of a list."""

    file: str
    who: str
    at: datetime
    code_is_enough: bool
    registered: int
    checked_in: int


class RegistrationLists:
    """The lists of all events of an installation."""

    def __init__(self, database: AsyncEngine, vault: Vault, clock: Clock) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock

    async def shown(self, event_id: str) -> ListShown | None:
        """Return what staff see of a list; None = there is none."""
        async with self._database.connect() as connection:
            wanted = select(registration_lists).where(registration_lists.c.event_id == event_id)
            row = (await connection.execute(wanted)).mappings().one_or_none()
            if row is None:
                return None
            counts = select(func.count(), func.count(registrations.c.checked_in_at)).where(
                registrations.c.event_id == event_id
            )
            registered, checked_in = (await connection.execute(counts)).one()
        return ListShown(row["file"], row["who"], row["at"], row["code_is_enough"], int(registered), int(checked_in))

    async def compare(self, event_id: str, read: AttendeeList) -> ListChanges | None:
        """Return what taking up a list would change; None where there is none yet."""
        async with self._database.connect() as connection:
            before = await self._before(connection, event_id)
        return None if before is None else changes_of(before, read.attendees)

    async def put(self, event_id: str, read: AttendeeList, who: str) -> ListChanges | None:
        """Take a list up in place of an earlier one, and return what changed; who is in both stays checked in."""
        async with writing(self._database) as connection:
            # Locked, so that nobody is checked in on a row that is about to go.
            before = await self._before(connection, event_id, locked=True)
            await _erase(connection, event_id)
            new = new_list(self._vault, event_id, code_is_enough=read.code_is_enough)
            await connection.execute(
                insert(registration_lists).values(
                    event_id=event_id,
                    wrapped_key=new.wrapped_key,
                    index_key=new.sealed_index_key,
                    file=read.file,
                    who=who,
                    at=self._clock.now(),
                    code_is_enough=read.code_is_enough,
                )
            )
            rows_now = await asyncio.to_thread(_rows, new, read.attendees, before or {}, self._clock.now())
            if rows_now:
                await connection.execute(insert(registrations), rows_now)
        if before is None:
            return None
        await fold_log(self._database)
        return changes_of(before, read.attendees)

    async def erase(self, event_id: str) -> bool:
        """Forget a list for good; return whether there was one."""
        async with writing(self._database) as connection:
            erased = await _erase(connection, event_id)
        if erased:
            await fold_log(self._database)
        return erased

    async def erase_others(self, event_ids: Sequence[str]) -> int:
        """Forget the lists of events that are no longer there; return how many."""
        async with writing(self._database) as connection:
            held = set(await connection.scalars(select(registration_lists.c.event_id)))
            gone = held - set(event_ids)
            for event_id in gone:
                await _erase(connection, event_id)
        if gone:
            await fold_log(self._database)
        return len(gone)

    async def _before(
        self, connection: AsyncConnection, event_id: str, *, locked: bool = False
    ) -> dict[str, Held] | None:
        """Return a list's registrations by identity; None = there is no list."""
        try:
            kept = await open_list(connection, self._vault, event_id)
        except NoList:
            return None
        wanted = select(registrations).where(registrations.c.event_id == event_id)
        rows = (await connection.execute(wanted.with_for_update() if locked else wanted)).mappings().all()
        return await asyncio.to_thread(_held, kept, rows)


def _held(kept: SealedList, rows: Sequence[RowMapping]) -> dict[str, Held]:
    held: dict[str, Held] = {}
    for row in rows:
        one = kept.unseal(row)
        if row["checked_in_at"] is not None or identity(one) not in held:
            held[identity(one)] = Held(one, row["checked_in_at"], row["session_id"])
    return held


def _rows(
    new: SealedList, attendees: Sequence[Attendee], held: Mapping[str, Held], now: datetime
) -> list[dict[str, Any]]:
    rows = []
    for position, one in enumerate(attendees):
        before = held.get(identity(one), Held(one))
        rows.append(
            {
                "event_id": new.event_id,
                **new.seal(new_id("reg"), one),
                "position": position,
                "checked_in_at": before.checked_in_at or (now if one.was_checked_in else None),
                "session_id": before.session_id,
            }
        )
    return rows


async def _erase(connection: AsyncConnection, event_id: str) -> bool:
    await connection.execute(delete(registrations).where(registrations.c.event_id == event_id))
    done = await connection.execute(delete(registration_lists).where(registration_lists.c.event_id == event_id))
    return done.rowcount > 0
