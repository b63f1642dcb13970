"""What attendees asked the information desk through Charlotte: words sealed with their conversation's key."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

import orjson
from sqlalchemy import Column, DateTime, LargeBinary, RowMapping, String, Table, insert, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from charlotte.clock import Clock
from charlotte.database import writing
from charlotte.errors import NotFound
from charlotte.ledger.tables import metadata, sessions
from charlotte.ledger.vault import Vault, place
from charlotte.protocol.ids import new_id
from charlotte.tools.tool import ToolContext

help_requests = Table(
    "help_requests",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("session_id", String(40), nullable=False),
    Column("event_id", String(200), nullable=False),
    Column("language", String(8)),
    Column("state", String(8), nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("changed_at", DateTime(timezone=True), nullable=False),
    Column("words", LargeBinary, comment="AES-256-GCM; unreadable once the conversation's key is erased"),
)

RequestState = Literal["open", "taken", "done"]
LISTED = 200


@dataclass(frozen=True)
class HelpRequest:
    """One request as staff see it."""

    id: str
    session_id: str
    event_id: str
    language: str | None
    state: RequestState
    at: datetime
    changed_at: datetime
    message: str | None
    """None once the conversation's words were erased."""
    place: str | None


class HelpRequests:
    """Files requests and shows them to staff."""

    def __init__(self, database: AsyncEngine, vault: Vault, clock: Clock) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock

    async def file(self, context: ToolContext, *, message: str, place: str | None) -> str:
        """Put a request where staff see it; return its id. Raises `NotFound` when the conversation is erased."""
        request_id, now = new_id("help"), self._clock.now().astimezone(UTC)
        async with writing(self._database) as connection:
            key = await connection.scalar(select(sessions.c.wrapped_key).where(sessions.c.id == context.session_id))
            if key is None:
                raise NotFound("This conversation has ended.", hint="Start a new one.")
            words = orjson.dumps({"message": message, "place": place})
            await connection.execute(
                insert(help_requests).values(
                    id=request_id,
                    session_id=context.session_id,
                    event_id=context.event_id,
                    language=context.language,
                    state="open",
                    at=now,
                    changed_at=now,
                    words=self._vault.open(key).seal(words, _place(context.session_id, request_id)),
                )
            )
        return request_id

    async def all(self, *, state: RequestState | None = None, event_id: str | None = None) -> list[HelpRequest]:
        """Return what is not done and then the latest that is, each newest first."""
        query = (
            select(help_requests, sessions.c.wrapped_key)
            .join(sessions, sessions.c.id == help_requests.c.session_id, isouter=True)
            .order_by(help_requests.c.state == "done", help_requests.c.at.desc(), help_requests.c.id)
            .limit(LISTED)
        )
        if state is not None:
            query = query.where(help_requests.c.state == state)
        if event_id is not None:
            query = query.where(help_requests.c.event_id == event_id)
        async with self._database.connect() as connection:
            return [self._read(row) for row in (await connection.execute(query)).mappings()]

    async def set(self, request_id: str, state: RequestState) -> None:
        """Note that somebody took care of a request, or has done so. Raises `NotFound`."""
        async with writing(self._database) as connection:
            changed = await connection.execute(
                update(help_requests)
                .where(help_requests.c.id == request_id)
                .values(state=state, changed_at=self._clock.now().astimezone(UTC))
            )
        if changed.rowcount == 0:
            raise NotFound("There is no such request.")

    def _read(self, row: RowMapping) -> HelpRequest:
        words = {"message": None, "place": None}
        if row["wrapped_key"] and row["words"]:
            sealed = self._vault.open(row["wrapped_key"]).unseal(row["words"], _place(row["session_id"], row["id"]))
            words = orjson.loads(sealed)
        return HelpRequest(
            **{name: row[name] for name in ("id", "session_id", "event_id", "language", "state")},
            at=_aware(row["at"]),
            changed_at=_aware(row["changed_at"]),
            message=words["message"],
            place=words["place"],
        )


def _place(session_id: str, request_id: str) -> str:
    return place(session_id, 0, request_id)


def _aware(moment: datetime) -> datetime:
    # SQLite keeps no zone; everything is written in UTC.
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
