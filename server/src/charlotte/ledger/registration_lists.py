"""Lists of registrations as staff load them: compared with the one in force, stored in its place, erased for good."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, delete, func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from charlotte.clock import Clock
from charlotte.congress.importers.attendees.reading import Attendee, AttendeeList
from charlotte.database import fold_log, writing
from charlotte.errors import CharlotteError
from charlotte.ledger.registration_changes import Comparison, Held, ListChanges, compared
from charlotte.ledger.sealed_lists import (
    SealedList,
    StoredList,
    new_list,
    opened,
    registration_lists,
    registrations,
    stored_list,
)
from charlotte.ledger.staff_log import Author, Program, StaffLog
from charlotte.ledger.vault import Vault
from charlotte.protocol.ids import new_id

LOOK_AGAIN = "Look at what yours would change now, and use it again."


class ListChanged(CharlotteError):
    """What somebody looked at is not what is in force any more: another list was loaded."""

    code, status = "registrations_changed", 409


class ListErased(ListChanged):
    """The list that a newer one was compared with is gone."""

    code = "registrations_erased"


class OtherListThere(ListChanged):
    """Another list was loaded before the one that was to be erased was."""

    code = "registrations_not_erased"


class CheckInsChanged(ListChanged):
    """Other check-ins would go with the list in force than were shown."""

    code = "check_ins_changed"


@dataclass(frozen=True)
class ListShown:
    """What staff see of a list."""

    version: str
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
        self._log = StaffLog(database, clock)

    async def shown(self, event_id: str) -> ListShown | None:
        """Return what staff see of a list; None = there is none."""
        async with self._database.connect() as connection:
            kept = await stored_list(connection, event_id)
            if kept is None:
                return None
            counts = select(func.count(), func.count(registrations.c.checked_in_at)).where(
                registrations.c.event_id == event_id
            )
            registered, checked_in = (await connection.execute(counts)).one()
        return ListShown(
            version=kept.version,
            file=kept.file,
            who=kept.who,
            at=kept.at,
            code_is_enough=kept.code_is_enough,
            registered=int(registered),
            checked_in=int(checked_in),
        )

    async def compare(self, event_id: str, read: AttendeeList) -> Comparison:
        """Return what taking up a list would change, and against what."""
        async with self._database.connect() as connection:
            _, comparison = await self._compared(connection, event_id, read)
        return comparison

    async def put(
        self,
        event_id: str,
        read: AttendeeList,
        who: Author,
        *,
        against: str | None = None,
        at: datetime | None = None,
    ) -> ListChanges | None:
        """Take a list up in place of an earlier one, write down who did, and return what changed.

        Who is in both stays checked in. Raises `ListChanged` when a comparison would say something else than the one
        that was looked at, whose version is `against`. Whom the list says to be checked in are so since `at`, by the
        event's clock; None = by the machine's.
        """
        async with writing(self._database) as connection:
            kept, comparison = await self._compared(connection, event_id, read, locked=True)
            if against is not None and against != comparison.version:
                raise _other_than_seen(kept, against)
            if kept is not None:  # or the first list of somebody who stored it since would go unseen
                await _erase(connection, event_id)
            await self._store(connection, event_id, read, who, comparison, at)
            audit = comparison.changes.audit() if comparison.changes is not None else {}
            await self._log.add_within(
                connection, who, "registrations_loaded", event_id=event_id, registered=len(read.attendees), **audit
            )
        if kept is not None:
            await fold_log(self._database)
        return comparison.changes

    async def erase(self, event_id: str, who: Author, *, against: str | None = None) -> bool:
        """Forget a list for good, and write down who did; return whether there was one.

        Raises `ListChanged` when it is another one than `against`.
        """
        async with writing(self._database) as connection:
            kept = await stored_list(connection, event_id, locked=True)
            if kept is None:
                return False
            if against is not None and against != kept.version:
                raise OtherListThere(
                    f"{kept.who} has loaded another list meanwhile; it was not erased.",
                    hint="Look at it, and erase it if it is to go too.",
                    who=kept.who,
                )
            await _erase(connection, event_id)
            await self._log.add_within(connection, who, "registrations_erased", event_id=event_id)
        await fold_log(self._database)
        return True

    async def erase_others(self, event_ids: Sequence[str]) -> int:
        """Forget the lists of events that are no longer there; return how many."""
        async with writing(self._database) as connection:
            held = set(await connection.scalars(select(registration_lists.c.event_id)))
            gone = held - set(event_ids)
            for event_id in gone:
                await _erase(connection, event_id)
                await self._log.add_within(connection, Program(), "registrations_erased", event_id=event_id)
        if gone:
            await fold_log(self._database)
        return len(gone)

    async def _compared(
        self, connection: AsyncConnection, event_id: str, read: AttendeeList, *, locked: bool = False
    ) -> tuple[StoredList | None, Comparison]:
        """Compare with the list in force; locked, so that nobody is checked in on a row that is about to go."""
        kept = await stored_list(connection, event_id, locked=locked)
        if kept is None:
            return None, await asyncio.to_thread(compared, None, (), read.attendees)
        wanted = select(registrations).where(registrations.c.event_id == event_id).order_by(registrations.c.position)
        rows = (await connection.execute(wanted.with_for_update() if locked else wanted)).mappings().all()

        return kept, await asyncio.to_thread(self._unsealed, kept, rows, read.attendees)

    def _unsealed(self, kept: StoredList, rows: Sequence[RowMapping], after: Sequence[Attendee]) -> Comparison:
        key = opened(self._vault, kept)
        held = [Held(row["id"], key.unseal(row), row["checked_in_at"], row["session_id"]) for row in rows]
        return compared(kept.version, held, after)

    async def _store(  # noqa: PLR0913 - what is stored, and by whom
        self,
        connection: AsyncConnection,
        event_id: str,
        read: AttendeeList,
        who: Author,
        comparison: Comparison,
        here_since: datetime | None,
    ) -> None:
        new, now = new_list(self._vault, event_id, code_is_enough=read.code_is_enough), self._clock.now()
        row = {
            "event_id": event_id,
            "wrapped_key": new.wrapped_key,
            "index_key": new.sealed_index_key,
            "file": read.file,
            "who": who.name,
            "at": now,
            "code_is_enough": read.code_is_enough,
        }
        try:
            await connection.execute(insert(registration_lists).values(**row))
        except IntegrityError:  # two first lists at once, of which no row could be locked
            raise ListChanged("Somebody has loaded a list meanwhile; yours was not stored.", hint=LOOK_AGAIN) from None
        rows = await asyncio.to_thread(_rows, new, read.attendees, comparison, here_since or now)
        if rows:
            await connection.execute(insert(registrations), rows)


def _other_than_seen(kept: StoredList | None, seen: str) -> ListChanged:
    if kept is None:
        return ListErased("The list was erased meanwhile; yours was not stored.", hint=LOOK_AGAIN)
    if not seen.startswith(kept.version):
        message = f"{kept.who} has loaded another list meanwhile; yours was not stored."
        return ListChanged(message, hint=LOOK_AGAIN, who=kept.who)
    return CheckInsChanged("Other check-ins would go than you saw; your list was not stored.", hint=LOOK_AGAIN)


def _rows(
    new: SealedList, attendees: Sequence[Attendee], comparison: Comparison, now: datetime
) -> list[dict[str, Any]]:
    rows = []
    for position, one in enumerate(attendees):
        before = comparison.kept.get(position)
        rows.append(
            {
                "event_id": new.event_id,
                **new.seal(new_id("reg"), one),
                "position": position,
                "checked_in_at": (before and before.checked_in_at) or (now if one.was_checked_in else None),
                "session_id": before.session_id if before else None,
            }
        )
    return rows


async def _erase(connection: AsyncConnection, event_id: str) -> None:
    await connection.execute(delete(registrations).where(registrations.c.event_id == event_id))
    await connection.execute(delete(registration_lists).where(registration_lists.c.event_id == event_id))
