"""What attendees want of the staff: messages to the desk, and questions that nothing answered.

Words are sealed with their conversation's key.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import orjson
from sqlalchemy import Column, LargeBinary, RowMapping, String, Table, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.sql import Select

from charlotte.clock import Clock
from charlotte.database import Moment, writing
from charlotte.errors import NotFound
from charlotte.ledger.private_words import are_private
from charlotte.ledger.tables import metadata, sessions
from charlotte.ledger.vault import Vault, place
from charlotte.protocol.ids import new_id
from charlotte.tools.tool import ToolContext

requests = Table(
    "requests",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("session_id", String(40), nullable=False, index=True),
    Column("event_id", String(200), nullable=False),
    Column("language", String(8)),
    Column("state", String(8), nullable=False),
    Column("at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("words", LargeBinary, comment="AES-256-GCM; unreadable once the conversation's key is erased"),
)

Kind = Literal["message", "question"]
State = Literal["open", "taken", "done"]
LISTED = 200
MOST_QUESTIONS = 20
"""Of one conversation: who tries her out does not fill the list."""


@dataclass(frozen=True)
class StaffRequest:
    """One request as staff see it."""

    id: str
    kind: Kind
    session_id: str
    event_id: str
    language: str | None
    state: State
    at: datetime
    changed_at: datetime
    words: str | None
    """None once the conversation's words were erased."""
    place: str | None
    """Where the attendee is, if they left a message and said it."""


class Requests:
    """Keeps requests and shows them to staff."""

    def __init__(self, database: AsyncEngine, vault: Vault, clock: Clock) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock

    async def file(self, context: ToolContext, *, message: str, place: str | None) -> str:
        """Put a message where staff see it; return its id. Raises `NotFound` when the conversation is erased."""
        async with writing(self._database) as connection:
            request_id = await self._keep(connection, "message", context, message, place)
        if request_id is None:
            raise NotFound("This conversation has ended.", hint="Start a new one.")
        return request_id

    async def note(self, context: ToolContext, question: str) -> None:
        """Keep a question that nothing answered; nothing is kept of conversations that are not ours or have ended.

        What tells whose registration somebody asks for is kept nowhere.
        """
        mine = requests.c.session_id == context.session_id, requests.c.kind == "question"
        async with writing(self._database) as connection:
            held = await connection.scalar(select(func.count()).select_from(requests).where(*mine))
            if (held or 0) >= MOST_QUESTIONS:
                return
            if not await are_private(connection, self._vault, context.event_id, question):
                await self._keep(connection, "question", context, question, None)

    async def all(
        self, *, kind: Kind | None = None, state: State | None = None, event_id: str | None = None
    ) -> list[StaffRequest]:
        """Return what is not done and then the latest that is, each newest first; the same question once."""
        wanted = _wanted().limit(LISTED)
        for column, value in ((requests.c.kind, kind), (requests.c.state, state), (requests.c.event_id, event_id)):
            wanted = wanted if value is None else wanted.where(column == value)
        async with self._database.connect() as connection:
            found = [self._read(row) for row in (await connection.execute(wanted)).mappings()]
        once = {_asked(request): request for request in reversed(found)}
        return [request for request in found if once[_asked(request)] is request]

    async def check(self, request_id: str, event_id: str) -> None:
        """Raise `NotFound` unless this is a request of that congress."""
        wanted = select(requests.c.event_id).where(requests.c.id == request_id)
        async with self._database.connect() as connection:
            if await connection.scalar(wanted) != event_id:
                raise NotFound("There is no such request.", hint="Load the list again.")

    async def set(self, request_id: str, state: State) -> StaffRequest:
        """Note what became of a request, and of the same question of others; return it as it was. Raises `NotFound`."""
        async with writing(self._database) as connection:
            row = (await connection.execute(_wanted().where(requests.c.id == request_id))).mappings().one_or_none()
            if row is None:
                raise NotFound("There is no such request.")
            before = self._read(row)
            ids = [request_id, *await self._same(connection, before)]
            changed = {"state": state, "changed_at": self._clock.now()}
            await connection.execute(update(requests).where(requests.c.id.in_(ids)).values(**changed))
        return before

    async def _keep(
        self, connection: AsyncConnection, kind: Kind, context: ToolContext, words: str, where: str | None
    ) -> str | None:
        key = await connection.scalar(select(sessions.c.wrapped_key).where(sessions.c.id == context.session_id))
        if key is None:
            return None
        request_id, now = new_id("req"), self._clock.now()
        told = orjson.dumps({"words": words, "place": where})
        await connection.execute(
            insert(requests).values(
                id=request_id,
                kind=kind,
                session_id=context.session_id,
                event_id=context.event_id,
                language=context.language,
                state="open",
                at=now,
                changed_at=now,
                words=self._vault.open(key).seal(told, place(context.session_id, 0, request_id)),
            )
        )
        return request_id

    async def _same(self, connection: AsyncConnection, request: StaffRequest) -> list[str]:
        """Return what stands in the list as this one does."""
        if request.kind != "question" or request.words is None:
            return []
        alike = _wanted().where(
            requests.c.kind == request.kind,
            requests.c.event_id == request.event_id,
            requests.c.state == request.state,
        )
        found = [self._read(row) for row in (await connection.execute(alike)).mappings()]
        return [one.id for one in found if _asked(one) == _asked(request)]

    def _read(self, row: RowMapping) -> StaffRequest:
        told = {"words": None, "place": None}
        if row["wrapped_key"] and row["words"]:
            where = place(row["session_id"], 0, row["id"])
            told = orjson.loads(self._vault.open(row["wrapped_key"]).unseal(row["words"], where))
        names = ("id", "kind", "session_id", "event_id", "language", "state", "at", "changed_at")
        return StaffRequest(**{name: row[name] for name in names}, words=told["words"], place=told["place"])


def _wanted() -> Select[tuple[object, ...]]:
    return (
        select(requests, sessions.c.wrapped_key)
        .join(sessions, sessions.c.id == requests.c.session_id, isouter=True)
        .order_by(requests.c.state == "done", requests.c.at.desc(), requests.c.id)
    )


def _asked(request: StaffRequest) -> tuple[str, ...]:
    """Return what makes two the same: a question of one congress by its words, all else by itself."""
    if request.kind == "question" and request.words is not None:
        return (request.event_id, request.state, request.words)
    return (request.id,)
