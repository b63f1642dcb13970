"""The ledger as conversations see it: one thing that remembers."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from charlotte.clock import Clock
from charlotte.database import create_tables
from charlotte.ledger.budget import Allowed
from charlotte.ledger.budgets import EVERY_EVENT, Budgets
from charlotte.ledger.conversations import Conversations
from charlotte.ledger.costs import Costs
from charlotte.ledger.journal import Journal
from charlotte.ledger.metering import Meter
from charlotte.ledger.tables import metadata
from charlotte.ledger.vault import Vault
from charlotte.session.bus import Reader
from charlotte.session.happened import Happened
from charlotte.session.history import History
from charlotte.session.identity import Session


class Ledger:
    """Remembers conversations: who and when in clear, words encrypted, and no longer than allowed."""

    def __init__(self, database: AsyncEngine, vault: Vault, clock: Clock, *, meter: Meter, budgets: Budgets) -> None:
        self.budgets = budgets
        self.prices = meter.prices
        self.costs = Costs(database)
        self._database = database
        self._journal = Journal(database, vault, meter, budgets)
        self._conversations = Conversations(database, vault, clock)

    async def prepare(self) -> None:
        """Make the tables, forget that calls of an earlier run were live, and add up what they cost."""
        await create_tables(self._database, metadata)
        await self._conversations.start_over()
        await self.budgets.load(self._database)

    async def write(self) -> None:
        """Write the journal until `close`."""
        await self._journal.run()

    async def close(self) -> None:
        """Have the writer finish."""
        await self._journal.stop()

    async def begin(self, session: Session) -> None:
        """Remember a new conversation."""
        await self._journal.begin(self._conversations.new_row(session))

    async def find(self, session_id: str) -> Session:
        """Return a conversation that can be taken up. Raises `NotFound`."""
        return await self._conversations.find(session_id)

    async def history(self, session_id: str) -> History:
        """Return what was said so far."""
        await self._journal.flush()
        return await self._conversations.history(session_id)

    async def seen(self, session: Session, *, live: bool | None = None) -> None:
        """Note that a call opened (`live`), closed, or that the conversation's choices changed."""
        await self._conversations.seen(session, live=live)

    async def follow(self, session_id: str, reader: Reader) -> None:
        """Keep everything that happens in one call."""
        await self._journal.follow(session_id, reader)

    async def append(self, session_id: str, *events: Happened) -> None:
        """Keep something that happened outside a call, and wait until it is on disk."""
        await self._journal.append(session_id, *events)

    async def entries(self, session_id: str, *, with_words: bool) -> list[dict[str, Any]]:
        """Return the journal of a conversation, oldest first. Raises `NotFound`."""
        await self._journal.flush()
        return await self._conversations.entries(session_id, with_words=with_words)

    async def allow(self, event_id: str | None, allowed: Allowed) -> None:
        """Change what may be spent on an event, or on every event that has no budget of its own."""
        await self.budgets.allow(self._database, event_id or EVERY_EVENT, allowed)

    async def erase(self, session_id: str) -> None:
        """Make the words of a conversation unreadable for good, and end it."""
        await self._journal.flush()
        await self._conversations.erase(session_id)

    async def sweep(self, *, resume: timedelta, retention: timedelta | None) -> list[str]:
        """End what can no longer be taken up and erase words whose time is over; return the conversations."""
        return await self._conversations.sweep(resume=resume, retention=retention)
