"""What has been spent and may be being spent, in memory: the sums of the charges on disk, and the calls under way."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from charlotte.ledger.budget import Spent
from charlotte.ledger.metering import EMBEDDED, Charge, Meter
from charlotte.ledger.tables import charges, sessions


@dataclass(frozen=True)
class Account:
    """Whose conversation is charged."""

    session_id: str
    event_id: str
    device_id: str


@dataclass
class _Call:
    account: Account
    meter: Meter
    reserve: int = 0


class Accounts:
    """Sums by event and by conversation."""

    def __init__(self) -> None:
        self.unpriced: set[tuple[str, str]] = set()
        """Upstream and model of whatever was charged without its price being known."""
        self._events: Counter[str] = Counter()
        self._sessions: Counter[str] = Counter()
        self._reserved: Counter[str] = Counter()
        self._reserved_by: Counter[str] = Counter()
        self._calls: dict[object, _Call] = {}
        """A conversation that changes its upstream has two for a moment."""

    async def load(self, database: AsyncEngine) -> None:
        """Add up what earlier runs of the server charged."""
        total = func.sum(charges.c.nano_usd)
        going_on = (
            select(charges.c.session_id, total)
            .join(sessions, sessions.c.id == charges.c.session_id)
            .where(sessions.c.ended_at.is_(None))
            .group_by(charges.c.session_id)
        )
        async with database.connect() as connection:
            for event_id, spent in await connection.execute(
                select(charges.c.event_id, total).group_by(charges.c.event_id)
            ):
                self._events[event_id] = int(spent)
            for session_id, spent in await connection.execute(going_on):
                self._sessions[session_id] = int(spent)
            guessed = select(charges.c.upstream, charges.c.model).where(charges.c.known.is_(False)).distinct()
            self.unpriced.update((row.upstream, row.model) for row in await connection.execute(guessed))

    def add(self, account: Account, charge: Charge) -> None:
        """Add a charge that is new."""
        if charge.nano:
            self._events[account.event_id] += charge.nano
            self._sessions[account.session_id] += charge.nano

    def follow(self, line: object, account: Account, meter: Meter, at: datetime, now: float) -> None:
        """Note how a call stands; it is under way until its meter stands still."""
        if meter.timed_until is None or meter.upstream == EMBEDDED:
            self.leave(line)
            return
        call = self._calls.setdefault(line, _Call(account, meter))
        call.meter = meter
        self._reserve(call, at, now)

    def leave(self, line: object) -> None:
        """Note that a call is over."""
        call = self._calls.pop(line, None)
        if call is not None:
            self._hold(call, -call.reserve)

    def look_again(self, at: datetime, now: float) -> list[Account]:
        """Reckon anew what every call under way may have cost by now; return whose calls they are."""
        for call in self._calls.values():
            self._reserve(call, at, now)
        return [call.account for call in self._calls.values()]

    def under_way(self, event_id: str) -> list[Account]:
        """Return whose calls cost money now."""
        return [call.account for call in self._calls.values() if call.account.event_id == event_id]

    def spent(self, event_id: str, session_id: str = "") -> Spent:
        """Return how an event and a conversation stand."""
        return Spent(
            event=self._events.get(event_id, 0),
            session=self._sessions.get(session_id, 0),
            event_reserve=self._reserved.get(event_id, 0),
            session_reserve=self._reserved_by.get(session_id, 0),
        )

    def forget(self, session_id: str) -> None:
        """Drop the sum of a conversation that ended."""
        self._sessions.pop(session_id, None)

    def _reserve(self, call: _Call, at: datetime, now: float) -> None:
        reserve = call.meter.reserve(at, now)
        self._hold(call, reserve - call.reserve)
        call.reserve = reserve

    def _hold(self, call: _Call, more: int) -> None:
        self._reserved[call.account.event_id] += more
        self._reserved_by[call.account.session_id] += more
        if not self._reserved_by[call.account.session_id]:
            del self._reserved_by[call.account.session_id]
