"""Webhooks that came in: each delivery counts once, for as long as a sender may try again."""

from datetime import timedelta

from sqlalchemy import Column, String, Table, delete, insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from charlotte.clock import Clock
from charlotte.database import Moment, writing
from charlotte.ledger.tables import metadata

REMEMBERED = timedelta(days=7)

webhook_deliveries = Table(
    "webhook_deliveries",
    metadata,
    Column("id", String(200), primary_key=True),
    Column("type", String(80), nullable=False),
    Column("at", Moment, nullable=False, index=True),
)


class Deliveries:
    """Remembers deliveries by their id."""

    def __init__(self, database: AsyncEngine, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def claim(self, delivery: str, event_type: str) -> bool:
        """Note a delivery before anything is done about it. False = it came before."""
        now = self._clock.now()
        try:
            async with writing(self._database) as connection:
                await connection.execute(delete(webhook_deliveries).where(webhook_deliveries.c.at < now - REMEMBERED))
                await connection.execute(insert(webhook_deliveries).values(id=delivery, type=event_type[:80], at=now))
        except IntegrityError:
            return False
        return True

    async def give_back(self, delivery: str) -> None:
        """Forget a delivery of which nothing came, so that the sender's next try counts."""
        async with writing(self._database) as connection:
            await connection.execute(delete(webhook_deliveries).where(webhook_deliveries.c.id == delivery))
