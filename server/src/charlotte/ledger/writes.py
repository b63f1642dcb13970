"""What tools have changed: one row a write, noted before it happens."""

from sqlalchemy import Column, String, Table, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from charlotte.clock import Clock
from charlotte.database import Moment, writing
from charlotte.ledger.tables import metadata
from charlotte.tools.proposals import Write, WriteState

tool_writes = Table(
    "tool_writes",
    metadata,
    Column("session_id", String(40), primary_key=True),
    Column("call_id", String(100), primary_key=True),
    Column("event_id", String(200), nullable=False),
    Column("tool", String(100), nullable=False),
    Column("agreed", String(8), nullable=False, comment="how the attendee said yes"),
    Column("state", String(8), nullable=False),
    Column("code", String(60), comment="why it failed"),
    Column("begun_at", Moment, nullable=False),
    Column("settled_at", Moment),
)


class ToolWrites:
    """The audit of writes, and what keeps one from happening twice, also across a restart."""

    def __init__(self, database: AsyncEngine, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def state(self, session_id: str, call_id: str) -> WriteState | None:
        """Return how a call's write stands; None = it never began."""
        async with self._database.connect() as connection:
            state: WriteState | None = await connection.scalar(
                select(tool_writes.c.state).where(
                    tool_writes.c.session_id == session_id, tool_writes.c.call_id == call_id
                )
            )
        return state

    async def claim(self, write: Write) -> bool:
        """Note that a write begins, before it does. False = it began before, so it must not run."""
        row = {**write.__dict__, "state": "begun", "begun_at": self._clock.now()}
        try:
            async with writing(self._database) as connection:
                await connection.execute(insert(tool_writes).values(**row))
        except IntegrityError:
            return False
        return True

    async def settle(self, write: Write, state: WriteState, *, code: str | None) -> None:
        """Note how a write ended."""
        async with writing(self._database) as connection:
            await connection.execute(
                update(tool_writes)
                .where(tool_writes.c.session_id == write.session_id, tool_writes.c.call_id == write.call_id)
                .values(state=state, code=code, settled_at=self._clock.now())
            )
