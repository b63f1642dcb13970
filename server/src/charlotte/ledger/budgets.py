"""The budgets: watches what is charged, and says at once when a conversation's money is spent."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import structlog
from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from charlotte.clock import Clock
from charlotte.database import writing
from charlotte.ledger.accounts import Account, Accounts
from charlotte.ledger.budget import Afterwards, Allowed, Spent, decide, event_is_spent, session_is_spent
from charlotte.ledger.metering import Charges, Meter
from charlotte.ledger.tables import budgets
from charlotte.protocol.base import Frame
from charlotte.protocol.response_events import FunctionArgumentsDelta, OutputTextDelta, OutputTranscriptDelta
from charlotte.protocol.server import OutputAudioDelta
from charlotte.session.budget import Verdict
from charlotte.session.happened import Happened
from charlotte.session.identity import Session

log = structlog.get_logger(__name__)

WATCH_S = 0.5
"""How often calls under way are looked at even if nothing happens in them."""
EVERY_EVENT = ""
"""Whose budget an event has that was given none of its own."""

OnCharge = Callable[[str, str, int], None]


class Budgets:
    """What every conversation may still cost."""

    def __init__(self, clock: Clock, allowed: Allowed, *, end_call: Callable[[str], None], on_charge: OnCharge) -> None:
        self.accounts = Accounts()
        self._clock = clock
        self._allowed = {EVERY_EVENT: allowed}
        self._end_call = end_call
        self._on_charge = on_charge
        self._over_events: set[str] = set()
        self._over_sessions: set[str] = set()

    async def load(self, database: AsyncEngine) -> None:
        """Take up the sums of earlier runs, and the budgets that staff have set."""
        await self.accounts.load(database)
        async with database.connect() as connection:
            for row in await connection.execute(select(budgets)):
                self._allowed[row.event_id] = Allowed(row.event_nano_usd, row.session_nano_usd, _read(row.afterwards))

    @property
    def unpriced(self) -> frozenset[tuple[str, str]]:
        """Upstream and model of whatever costs something that nobody knows."""
        return frozenset(self.accounts.unpriced)

    def allowed(self, event_id: str = EVERY_EVENT) -> Allowed:
        """Return an event's budget, or everybody's."""
        return self._allowed.get(event_id, self._allowed[EVERY_EVENT])

    async def allow(self, database: AsyncEngine, event_id: str, allowed: Allowed) -> None:
        """Change an event's budget, or everybody's, from now on and for good."""
        async with writing(database) as connection:
            await connection.execute(delete(budgets).where(budgets.c.event_id == event_id))
            values = {
                "event_id": event_id,
                "event_nano_usd": allowed.event,
                "session_nano_usd": allowed.session,
                "afterwards": allowed.afterwards,
            }
            await connection.execute(insert(budgets).values(**values))
        self._allowed[event_id] = allowed
        self._over_events.clear()
        self._over_sessions.clear()
        self._look()

    def verdict(self, session: Session) -> Verdict:
        """Return who may serve the conversation's next call."""
        return self._decide(session.event_id, session.id)

    def verdict_of_event(self, event_id: str) -> Verdict:
        """Return who may serve a new conversation about an event."""
        return self._decide(event_id, "")

    def leave(self, line: object) -> None:
        """Take in that a call is over, however it ended."""
        self.accounts.leave(line)

    def note(self, line: object, account: Account, meter: Meter, charges: Charges, happened: Happened) -> None:
        """Take in what an event of a call cost and how the call stands."""
        for charge in charges:
            self.accounts.add(account, charge)
            self._on_charge(charge.upstream, charge.model, charge.nano)
            self._warn(charge.upstream, charge.model, known=charge.known)
        if charges or not isinstance(happened.event, GROWING):
            self.accounts.follow(line, account, meter, happened.at, happened.seconds)
            self._check(account)

    def forget(self, session_id: str) -> None:
        """Drop what was known of a conversation that ended."""
        self.accounts.forget(session_id)
        self._over_sessions.discard(session_id)

    async def watch(self) -> None:
        """End calls whose money runs out while nothing happens in them."""
        while True:
            await asyncio.sleep(WATCH_S)
            self._look()

    def _look(self) -> None:
        for account in self.accounts.look_again(self._clock.now(), self._clock.monotonic()):
            self._check(account)

    def _check(self, account: Account) -> None:
        allowed, spent = self.allowed(account.event_id), self.spent(account.event_id, account.session_id)
        if event_is_spent(allowed, spent) and account.event_id not in self._over_events:
            self._over_events.add(account.event_id)
            log.warning("budget.spent", event_id=account.event_id, spent_nano_usd=spent.event)
        if session_is_spent(allowed, spent) and account.session_id not in self._over_sessions:
            self._over_sessions.add(account.session_id)
            log.info("budget.session_spent", session_id=account.session_id, spent_nano_usd=spent.session)
        if account.event_id in self._over_events:
            for other in self.accounts.under_way(account.event_id):
                self._end_call(other.session_id)
        elif account.session_id in self._over_sessions:
            self._end_call(account.session_id)

    def spent(self, event_id: str, session_id: str = "") -> Spent:
        """Return how an event and a conversation stand."""
        return replace(
            self.accounts.spent(event_id, session_id),
            event_over=event_id in self._over_events,
            session_over=session_id in self._over_sessions,
        )

    def _decide(self, event_id: str, session_id: str) -> Verdict:
        return decide(self.allowed(event_id), self.spent(event_id, session_id))

    def _warn(self, upstream: str, model: str, *, known: bool) -> None:
        if known or (upstream, model) in self.accounts.unpriced:
            return
        self.accounts.unpriced.add((upstream, model))
        log.warning(
            "prices.unknown_model",
            upstream=upstream,
            model=model,
            hint="It is charged at the dearest price known; give its own with CHARLOTTE_PRICES.",
        )


GROWING: tuple[type[Frame], ...] = (
    OutputTextDelta,
    OutputTranscriptDelta,
    OutputAudioDelta,
    FunctionArgumentsDelta,
)
"""Events that come many times a second; `watch` sees what they add."""


def _read(afterwards: str) -> Afterwards:
    return "nothing" if afterwards == "nothing" else "embedded"
