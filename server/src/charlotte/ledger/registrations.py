"""Who is registered, from the organisers' list: sealed with a key of the event, found by what only they know."""

import asyncio
import hmac
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import (
    Boolean,
    Column,
    Integer,
    LargeBinary,
    RowMapping,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from charlotte.clock import Clock
from charlotte.congress.importers.attendees.codes import folded_code, nearly
from charlotte.congress.importers.attendees.reading import Attendee, AttendeeList
from charlotte.database import Moment, fold_log, writing
from charlotte.errors import NotFound
from charlotte.ledger.registration_changes import Held, ListChanges, changes_of, identity, initials
from charlotte.ledger.staff_log import Program, StaffLog
from charlotte.ledger.tables import metadata, sessions
from charlotte.ledger.tries import MANY, Tries
from charlotte.ledger.vault import SessionCipher, Vault
from charlotte.protocol.ids import new_id
from charlotte.tools.registration import SAME_NAME, THE_SAME, Claim, Registration, same_person
from charlotte.tools.tool import ToolContext

registration_lists = Table(
    "registration_lists",
    metadata,
    Column("event_id", String(200), primary_key=True),
    Column("wrapped_key", LargeBinary, nullable=False, comment="of this list alone; gone with it"),
    Column("index_key", LargeBinary, nullable=False, comment="sealed; what codes and addresses are hashed with"),
    Column("file", Text, nullable=False),
    Column("who", String(80), nullable=False),
    Column("at", Moment, nullable=False),
    Column("code_is_enough", Boolean, nullable=False),
)
registrations = Table(
    "registrations",
    metadata,
    Column("event_id", String(200), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("by_code", String(64), index=True, comment="HMAC-SHA256"),
    Column("by_email", String(64), index=True, comment="HMAC-SHA256"),
    Column("words", LargeBinary, nullable=False, comment="AES-256-GCM"),
    Column("position", Integer, nullable=False),
    Column("checked_in_at", Moment),
    Column("session_id", String(40), comment="the conversation that checked in; null = the list said so"),
)
LATEST = 50


@dataclass(frozen=True)
class ListShown:
    """What staff see of a list."""

    file: str
    who: str
    at: datetime
    code_is_enough: bool
    registered: int
    checked_in: int


@dataclass(frozen=True)
class FailedLookUps:
    """Look-ups that found nothing in the last minutes."""

    lately: int
    are_many: bool
    """Staff should look: somebody guesses, or the list is an old one."""
    closed: bool
    """So many that nobody can look up for now."""


@dataclass(frozen=True)
class CheckIn:
    """One check-in, as staff see it: who it was is masked."""

    id: str
    at: datetime
    initials: str
    code_ending: str
    ticket: str
    session_id: str | None


@dataclass(frozen=True)
class _List:
    cipher: SessionCipher
    index_key: bytes
    code_is_enough: bool

    def hashed(self, kind: str, value: str) -> str:
        return hmac.new(self.index_key, f"{kind}|{value}".encode(), "sha256").hexdigest()


class Registrations:
    """The lists of all events of an installation."""

    def __init__(self, database: AsyncEngine, vault: Vault, clock: Clock) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock
        self._tries = Tries(clock)
        self._log = StaffLog(database, clock)

    async def offered(self, event_id: str) -> bool:
        """Return whether an event has a list."""
        wanted = select(registration_lists.c.event_id).where(registration_lists.c.event_id == event_id)
        async with self._database.connect() as connection:
            return await connection.scalar(wanted) is not None

    async def find(self, context: ToolContext, claim: Claim) -> Registration:
        """Return the asking attendee's registration. Raises `TooManyTries`; what does not fit is `not_found`."""
        async with self._database.connect() as connection:
            kept = await self._list(connection, context.event_id)
            device = select(sessions.c.device_id).where(sessions.c.id == context.session_id)
            who = await connection.scalar(device)
            if who is None:
                raise NotFound("This is no conversation of an attendee.")
            self._tries.check(context.event_id, who)
            found = await self._found(connection, context.event_id, kept, claim)
        if found.state == "not_found" and (notice := self._tries.missed(context.event_id, who)):
            lately = self._tries.lately(context.event_id)
            await self._log.add(Program(), notice, event_id=context.event_id, failed_look_ups=lately)
        return found

    def failed_look_ups(self, event_id: str) -> FailedLookUps:
        """Return how many look-ups of an event found nothing lately, and what follows."""
        lately = self._tries.lately(event_id)
        return FailedLookUps(lately, lately >= MANY, self._tries.closed(event_id))

    async def check_in(self, context: ToolContext, claim: Claim) -> Registration:
        """Note that the asking attendee is here; done before, it stays as it was."""
        found = await self.find(context, claim)
        if found.state != "found" or found.checked_in_at is not None:
            return found
        now = self._clock.now()
        mine = (registrations.c.event_id == context.event_id) & (registrations.c.id == found.id)
        async with writing(self._database) as connection:
            await connection.execute(
                update(registrations)
                .where(mine, registrations.c.checked_in_at.is_(None))
                .values(checked_in_at=now, session_id=context.session_id)
            )
        return await self.find(context, claim)

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
            wrapped = self._vault.new_key()
            new = _List(self._vault.open(wrapped), os.urandom(32), read.code_is_enough)
            await connection.execute(
                insert(registration_lists).values(
                    event_id=event_id,
                    wrapped_key=wrapped,
                    index_key=new.cipher.seal(new.index_key, f"{event_id}|registrations"),
                    file=read.file,
                    who=who,
                    at=self._clock.now(),
                    code_is_enough=read.code_is_enough,
                )
            )
            rows_now = await asyncio.to_thread(self._rows, event_id, new, read.attendees, before or {})
            if rows_now:
                await connection.execute(insert(registrations), rows_now)
        if before is None:
            return None
        await fold_log(self._database)
        return changes_of(before, read.attendees)

    async def _before(
        self, connection: AsyncConnection, event_id: str, *, locked: bool = False
    ) -> dict[str, Held] | None:
        """Return a list's registrations by identity; None = there is no list."""
        try:
            kept = await self._list(connection, event_id)
        except NoList:
            return None
        wanted = select(registrations).where(registrations.c.event_id == event_id)
        rows = (await connection.execute(wanted.with_for_update() if locked else wanted)).mappings().all()
        return await asyncio.to_thread(self._held, kept, rows)

    def _held(self, kept: _List, rows: Sequence[RowMapping]) -> dict[str, Held]:
        held: dict[str, Held] = {}
        for row in rows:
            one = self._unsealed(kept, row)
            if row["checked_in_at"] is not None or identity(one) not in held:
                held[identity(one)] = Held(one, row["checked_in_at"], row["session_id"])
        return held

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

    async def check_ins(self, event_id: str) -> list[CheckIn]:
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

    async def take_back(self, event_id: str, registration_id: str) -> None:
        """Undo a check-in. Raises `NotFound`."""
        mine = (registrations.c.event_id == event_id) & (registrations.c.id == registration_id)
        async with writing(self._database) as connection:
            changed = await connection.execute(
                update(registrations)
                .where(mine, registrations.c.checked_in_at.is_not(None))
                .values(checked_in_at=None, session_id=None)
            )
        if changed.rowcount == 0:
            raise NotFound("There is no such check-in.", hint="Load the list again.")

    async def _checked_in(self, event_id: str, limit: int | None) -> list[tuple[RowMapping, Attendee]]:
        wanted = (
            select(registrations)
            .where(registrations.c.event_id == event_id, registrations.c.checked_in_at.is_not(None))
            .order_by(registrations.c.checked_in_at.desc(), registrations.c.position)
            .limit(limit)
        )
        async with self._database.connect() as connection:
            try:
                kept = await self._list(connection, event_id)
            except NoList:
                return []
            rows = (await connection.execute(wanted)).mappings().all()
        return [(row, self._unsealed(kept, row)) for row in rows]

    async def _list(self, connection: AsyncConnection, event_id: str) -> _List:
        wanted = select(registration_lists).where(registration_lists.c.event_id == event_id)
        row = (await connection.execute(wanted)).mappings().one_or_none()
        if row is None:
            raise NoList("No list of registrations was loaded for this event.", hint="The desk can help.")
        cipher = self._vault.open(row["wrapped_key"])
        return _List(cipher, cipher.unseal(row["index_key"], f"{event_id}|registrations"), row["code_is_enough"])

    async def _found(self, connection: AsyncConnection, event_id: str, kept: _List, claim: Claim) -> Registration:
        code, email = folded_code(claim.code or ""), (claim.email or "").strip().casefold()
        if code:
            by = registrations.c.by_code == kept.hashed("code", code)
        elif email:
            by = registrations.c.by_email == kept.hashed("email", email)
        else:
            return Registration("code_needed")
        code_is_enough = bool(code) and kept.code_is_enough
        if not claim.surname and not code_is_enough:
            return Registration("surname_needed")
        wanted = select(registrations).where(registrations.c.event_id == event_id, by)
        candidates = (await connection.execute(wanted)).mappings().all()
        if candidates and code_is_enough and await _is_anothers_misheard(connection, event_id, kept, code):
            if not claim.surname:
                return Registration("surname_needed")
            code_is_enough = False
        alike, fitting = THE_SAME if code else SAME_NAME, []
        for candidate in candidates:
            one = self._unsealed(kept, candidate)
            if code_is_enough or same_person(claim.surname or "", one.first_name, one.last_name, alike=alike):
                fitting.append((candidate, one))
        if not fitting:
            return Registration("not_found")
        if len(fitting) > 1:
            return Registration("code_needed" if email and not code else "not_found")
        row, one = fitting[0]
        return Registration(
            state="found" if one.is_valid else "not_valid",
            id=row["id"],
            ticket=one.ticket or None,
            checked_in_at=row["checked_in_at"],
        )

    def _rows(
        self, event_id: str, new: _List, attendees: Sequence[Attendee], held: Mapping[str, Held]
    ) -> list[dict[str, Any]]:
        now, rows = self._clock.now(), []
        for position, one in enumerate(attendees):
            before = held.get(identity(one), Held(one))
            row_id, code = new_id("reg"), folded_code(one.code)
            sealed = new.cipher.seal(orjson.dumps(one), f"{event_id}|{row_id}")
            rows.append(
                {
                    "event_id": event_id,
                    "id": row_id,
                    "by_code": new.hashed("code", code) if code else None,
                    "by_email": new.hashed("email", one.email.casefold()) if one.email else None,
                    "words": sealed,
                    "position": position,
                    "checked_in_at": before.checked_in_at or (now if one.was_checked_in else None),
                    "session_id": before.session_id,
                }
            )
        return rows

    def _unsealed(self, kept: _List, row: RowMapping) -> Attendee:
        return Attendee(**orjson.loads(kept.cipher.unseal(row["words"], f"{row['event_id']}|{row['id']}")))


class NoList(NotFound):
    """An event without a list of registrations."""

    code = "no_registrations"


async def _is_anothers_misheard(connection: AsyncConnection, event_id: str, kept: _List, code: str) -> bool:
    """Return whether another person's code becomes this one when a single sign of it is misheard."""
    hashes = {kept.hashed("code", other) for other in nearly(code) if other}
    wanted = select(registrations.c.id).where(registrations.c.event_id == event_id, registrations.c.by_code.in_(hashes))
    return await connection.scalar(wanted.limit(1)) is not None


async def _erase(connection: AsyncConnection, event_id: str) -> bool:
    await connection.execute(delete(registrations).where(registrations.c.event_id == event_id))
    done = await connection.execute(delete(registration_lists).where(registration_lists.c.event_id == event_id))
    return done.rowcount > 0
