"""Who was checked in and when: noted, shown to staff with the person masked, exported, taken back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import RowMapping, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from charlotte.clock import Clock
from charlotte.congress.importers.attendees.reading import Attendee
from charlotte.database import writing
from charlotte.errors import NotFound
from charlotte.ledger.registration_changes import initials
from charlotte.ledger.sealed_lists import NoList, open_list, registrations
from charlotte.ledger.staff_log import Author, StaffLog
from charlotte.ledger.vault import Vault

LATEST = 50


@dataclass(frozen=True)
class CheckIn:
    """One check-in, as staff see it: who it was is masked."""

    id: str
    at: datetime
    initials: str
    code_ending: str
    ticket: str
    session_id: str | None


class CheckIns:
    """The check-ins of all events of an installation."""

    def __init__(self, database: AsyncEngine, vault: Vault, clock: Clock) -> None:
        self._database = database
        self._vault = vault
        self._log = StaffLog(database, clock)

    async def note(self, event_id: str, registration_id: str, session_id: str, at: datetime) -> None:
        """Note that somebody is here since `at`, by the event's clock, and in which conversation they said so.

        Done before, it stays as it was.
        """
        mine = (registrations.c.event_id == event_id) & (registrations.c.id == registration_id)
        async with writing(self._database) as connection:
            await connection.execute(
                update(registrations)
                .where(mine, registrations.c.checked_in_at.is_(None))
                .values(checked_in_at=at, session_id=session_id)
            )

    async def latest(self, event_id: str) -> list[CheckIn]:
        """Return the latest check-ins, the newest first."""
        return [
            CheckIn(
                id=row["id"],
                at=row["checked_in_at"],
                initials=initials(one),
                code_ending=one.code[-3:],
                ticket=one.ticket,
                session_id=row["session_id"],
            )
            for row, one in await self._checked_in(event_id, LATEST)
        ]

    async def exported(self, event_id: str) -> list[tuple[str, str, datetime]]:
        """Return code, address and moment of everybody who is checked in, for the organisers' own system."""
        return [
            (one.code, "" if one.code else one.email, row["checked_in_at"])
            for row, one in await self._checked_in(event_id, None)
        ]

    async def take_back(self, event_id: str, registration_id: str, at: datetime, who: Author) -> None:
        """Undo the check-in made at a moment, and write down who did. Raises `NotFound`; a later one stays."""
        mine = (registrations.c.event_id == event_id) & (registrations.c.id == registration_id)
        async with writing(self._database) as connection:
            changed = await connection.execute(
                update(registrations)
                .where(mine, registrations.c.checked_in_at == at)
                .values(checked_in_at=None, session_id=None)
            )
            if changed.rowcount == 0:
                raise NotFound("There is no such check-in.", hint="Load the list again.")
            await self._log.add_within(
                connection, who, "check_in_undone", event_id=event_id, registration=registration_id
            )

    async def _checked_in(self, event_id: str, limit: int | None) -> list[tuple[RowMapping, Attendee]]:
        wanted = (
            select(registrations)
            .where(registrations.c.event_id == event_id, registrations.c.checked_in_at.is_not(None))
            .order_by(registrations.c.checked_in_at.desc(), registrations.c.position)
            .limit(limit)
        )
        async with self._database.connect() as connection:
            try:
                kept = await open_list(connection, self._vault, event_id)
            except NoList:
                return []
            rows = (await connection.execute(wanted)).mappings().all()
        return [(row, kept.unseal(row)) for row in rows]
