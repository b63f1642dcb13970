"""What attendees asked and nothing answered, for staff to answer: words sealed with their conversation's key."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Column, DateTime, LargeBinary, RowMapping, String, Table, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from charlotte.clock import Clock
from charlotte.database import writing
from charlotte.errors import NotFound
from charlotte.ledger.tables import metadata, sessions
from charlotte.ledger.vault import Vault, place
from charlotte.protocol.ids import new_id
from charlotte.tools.tool import ToolContext

unanswered = Table(
    "unanswered",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("session_id", String(40), nullable=False, index=True),
    Column("event_id", String(200), nullable=False),
    Column("language", String(8)),
    Column("state", String(10), nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("words", LargeBinary, comment="AES-256-GCM; unreadable once the conversation's key is erased"),
)

GapState = Literal["open", "answered", "dismissed"]
LISTED = 200
MOST_A_SESSION = 20
"""Who tries her out does not fill the list."""


@dataclass(frozen=True)
class Gap:
    """One question that nothing answered, as staff see it."""

    id: str
    session_id: str
    event_id: str
    language: str | None
    state: GapState
    at: datetime
    question: str | None
    """None once the conversation's words were erased."""


class Unanswered:
    """Notes questions and shows them to staff."""

    def __init__(self, database: AsyncEngine, vault: Vault, clock: Clock) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock

    async def note(self, context: ToolContext, question: str) -> None:
        """Keep a question that nothing answered; nothing is kept of conversations that are not ours or have ended."""
        gap_id = new_id("gap")
        mine = unanswered.c.session_id == context.session_id
        async with writing(self._database) as connection:
            key = await connection.scalar(select(sessions.c.wrapped_key).where(sessions.c.id == context.session_id))
            held = await connection.scalar(select(func.count()).select_from(unanswered).where(mine))
            if key is None or (held or 0) >= MOST_A_SESSION:
                return
            sealed = self._vault.open(key).seal(question.encode(), _place(context.session_id, gap_id))
            await connection.execute(
                insert(unanswered).values(
                    id=gap_id,
                    session_id=context.session_id,
                    event_id=context.event_id,
                    language=context.language,
                    state="open",
                    at=self._clock.now().astimezone(UTC),
                    words=sealed,
                )
            )

    async def all(self, *, state: GapState | None = None, event_id: str | None = None) -> list[Gap]:
        """Return what is open and then the rest, each newest first; the same words of one congress once."""
        query = (
            select(unanswered, sessions.c.wrapped_key)
            .join(sessions, sessions.c.id == unanswered.c.session_id, isouter=True)
            .order_by(unanswered.c.state != "open", unanswered.c.at.desc(), unanswered.c.id)
            .limit(LISTED)
        )
        if state is not None:
            query = query.where(unanswered.c.state == state)
        if event_id is not None:
            query = query.where(unanswered.c.event_id == event_id)
        async with self._database.connect() as connection:
            found = [self._read(row) for row in (await connection.execute(query)).mappings()]
        once = {(gap.event_id, gap.state, gap.question or gap.id): gap for gap in reversed(found)}
        return [gap for gap in found if once[gap.event_id, gap.state, gap.question or gap.id] is gap]

    async def set(self, gap_id: str, state: GapState) -> None:
        """Note that a question was answered, or needs no answer. Raises `NotFound`."""
        async with writing(self._database) as connection:
            changed = await connection.execute(update(unanswered).where(unanswered.c.id == gap_id).values(state=state))
        if changed.rowcount == 0:
            raise NotFound("There is no such question.")

    def _read(self, row: RowMapping) -> Gap:
        question = None
        if row["wrapped_key"] and row["words"]:
            sealed = self._vault.open(row["wrapped_key"]).unseal(row["words"], _place(row["session_id"], row["id"]))
            question = sealed.decode()
        at = row["at"] if row["at"].tzinfo else row["at"].replace(tzinfo=UTC)  # SQLite keeps no zone
        names = ("id", "session_id", "event_id", "language", "state")
        return Gap(**{name: row[name] for name in names}, at=at, question=question)


def _place(session_id: str, gap_id: str) -> str:
    return place(session_id, 0, gap_id)
