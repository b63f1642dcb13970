"""What attendees ask of a list of registrations: only their own, found by what only they know, and checked in."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import RowMapping, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from charlotte.clock import Clock
from charlotte.congress.importers.attendees.codes import folded_code, nearly
from charlotte.congress.importers.attendees.reading import Attendee
from charlotte.errors import NotFound
from charlotte.ledger.check_ins import CheckIns
from charlotte.ledger.sealed_lists import SealedList, open_list, registration_lists, registrations
from charlotte.ledger.staff_log import Program, StaffLog
from charlotte.ledger.tables import sessions
from charlotte.ledger.tries import MANY, Tries
from charlotte.ledger.vault import Vault
from charlotte.tools.registration import SAME_NAME, THE_SAME, Claim, Registration, same_person
from charlotte.tools.tool import ToolContext

TRIES = 2
"""To note a check-in: a newer list, which has its own rows, may be stored between the look-up and the note."""


@dataclass(frozen=True)
class FailedLookUps:
    """Look-ups that found nothing in the last minutes."""

    lately: int
    are_many: bool
    """Staff should look: somebody guesses, or the list is an old one."""
    closed: bool
    """So many that nobody can look up for now."""


class ListRegistry:
    """Finds attendees in the lists that staff loaded."""

    def __init__(self, database: AsyncEngine, vault: Vault, clock: Clock, check_ins: CheckIns) -> None:
        self._database = database
        self._vault = vault
        self._check_ins = check_ins
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
            kept = await open_list(connection, self._vault, context.event_id)
            device = select(sessions.c.device_id).where(sessions.c.id == context.session_id)
            who = await connection.scalar(device)
            if who is None:
                raise NotFound("This is no conversation of an attendee.")
            self._tries.check(context.event_id, who)
            found = await _found(connection, kept, claim)
        if found.state == "not_found" and (notice := self._tries.missed(context.event_id, who)):
            lately = self._tries.lately(context.event_id)
            await self._log.add(Program(), notice, event_id=context.event_id, failed_look_ups=lately)
        return found

    async def check_in(self, context: ToolContext, claim: Claim) -> Registration:
        """Note that the asking attendee is here; done before, it stays as it was."""
        found = await self.find(context, claim)
        for _ in range(TRIES):
            if found.state != "found" or found.id is None or found.checked_in_at is not None:
                break
            await self._check_ins.note(context.event_id, found.id, context.session_id, context.clock.now())
            found = await self.find(context, claim)
        return found

    def failed_look_ups(self, event_id: str) -> FailedLookUps:
        """Return how many look-ups of an event found nothing lately, and what follows."""
        lately = self._tries.lately(event_id)
        return FailedLookUps(lately, lately >= MANY, self._tries.closed(event_id))


async def _found(connection: AsyncConnection, kept: SealedList, claim: Claim) -> Registration:
    code, email = folded_code(claim.code or ""), (claim.email or "").strip()
    if code:
        by = registrations.c.by_code == kept.by_code(code)
    elif email:
        by = registrations.c.by_email == kept.by_email(email)
    else:
        return Registration("code_needed")
    code_is_enough = bool(code) and kept.code_is_enough
    if not claim.surname and not code_is_enough:
        return Registration("surname_needed")
    wanted = select(registrations).where(registrations.c.event_id == kept.event_id, by)
    candidates = [(row, kept.unseal(row)) for row in (await connection.execute(wanted)).mappings()]
    if candidates and code_is_enough and await _is_anothers_misheard(connection, kept, code):
        if not claim.surname:
            return Registration("surname_needed")
        code_is_enough = False
    if not code_is_enough:
        alike, surname = THE_SAME if code else SAME_NAME, claim.surname or ""
        candidates = [
            (row, one) for row, one in candidates if same_person(surname, one.first_name, one.last_name, alike=alike)
        ]
    return _only(candidates, by_email=not code)


def _only(fitting: Sequence[tuple[RowMapping, Attendee]], *, by_email: bool) -> Registration:
    """Return the one that fits; of several with the same address the code tells which."""
    if len(fitting) != 1:
        return Registration("code_needed" if fitting and by_email else "not_found")
    [(row, one)] = fitting
    return Registration(
        state="found" if one.is_valid else "not_valid",
        id=row["id"],
        ticket=one.ticket or None,
        checked_in_at=row["checked_in_at"],
    )


async def _is_anothers_misheard(connection: AsyncConnection, kept: SealedList, code: str) -> bool:
    """Return whether another person's code becomes this one when a single sign of it is misheard."""
    mine = registrations.c.event_id == kept.event_id
    hashes = {kept.by_code(other) for other in nearly(code) if other}
    wanted = select(registrations.c.id).where(mine, registrations.c.by_code.in_(hashes))
    return await connection.scalar(wanted.limit(1)) is not None
