"""The journal: every event of every conversation, appended by one writer in groups."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias
from weakref import WeakValueDictionary

import orjson
import structlog
from sqlalchemy import Insert, Table, func, insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from charlotte.database import writing
from charlotte.ledger import entries
from charlotte.ledger.tables import journal, sessions
from charlotte.ledger.vault import SessionCipher, Vault, place
from charlotte.protocol.base import Frame
from charlotte.protocol.server import OutputAudioDelta
from charlotte.session.bus import Reader
from charlotte.session.happened import Happened

log = structlog.get_logger(__name__)

GATHER_S = 0.025
"""One commit holds what came in this long: a sync to disk costs as much for one row as for fifty."""
QUEUE_ROWS = 20_000
"""Rows waiting for the disk; when they are this many, conversations wait for the writer rather than lose a row."""
GROUP_ROWS = 500
RETRY_S = 0.5


@dataclass(frozen=True)
class Row:
    """One journal entry as stored."""

    session_id: str
    seq: int
    type: str
    source: str
    at: datetime
    seconds: float
    upstream: str
    facts: str
    words: bytes | None


@dataclass(frozen=True)
class NewSession:
    """A conversation to store; it goes through the writer so that a crowd of them shares one sync to disk."""

    values: dict[str, Any]


Entry: TypeAlias = Row | NewSession | asyncio.Future[None] | None
"""What waits for the writer: a row, a conversation, somebody who waits for the rows before, or the end."""


class Journal:
    """Appends events; one writer task commits them in groups and in order."""

    def __init__(self, database: AsyncEngine, vault: Vault, *, upstream: str) -> None:
        self._database = database
        self._vault = vault
        self._upstream = upstream
        self._books: WeakValueDictionary[str, _Book] = WeakValueDictionary()
        self._queue: asyncio.Queue[Entry] = asyncio.Queue(QUEUE_ROWS)

    async def follow(self, session_id: str, reader: Reader) -> None:
        """Append everything a reader gives, to its end; on cancellation what is left still goes in."""
        book = await self._open(session_id)
        try:
            async for happened in reader:
                if book.keeps(happened):
                    await self._queue.put(book.row(happened, self._upstream))
        finally:
            for happened in reader.rest():
                if book.keeps(happened):
                    self._offer(book.row(happened, self._upstream))

    async def append(self, session_id: str, *events: Happened) -> None:
        """Append events from outside a call, and wait until they are on disk."""
        book = await self._open(session_id)
        for happened in events:
            await self._queue.put(book.row(happened, self._upstream))
        await self.flush()

    async def begin(self, values: dict[str, Any]) -> None:
        """Store a new conversation, and return when it is on disk."""
        await self._queue.put(NewSession(values))
        await self.flush()

    async def flush(self) -> None:
        """Return when everything appended before is on disk."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        await self._queue.put(done)
        await done

    async def run(self) -> None:
        """Write until `stop`."""
        stopping = False
        while not stopping:
            group = [await self._queue.get()]
            await asyncio.sleep(GATHER_S)
            while not self._queue.empty() and len(group) < GROUP_ROWS:
                group.append(self._queue.get_nowait())
            stopping = any(entry is None for entry in group)
            await self._commit(group, attempts=3 if stopping else None)

    async def stop(self) -> None:
        """Have the writer finish after everything appended before."""
        await self._queue.put(None)

    async def _commit(self, group: Sequence[Entry], attempts: int | None) -> None:
        rows = [row.__dict__ for row in group if isinstance(row, Row)]
        begun = [entry.values for entry in group if isinstance(entry, NewSession)]
        while rows or begun:
            try:
                async with writing(self._database) as connection:
                    for table, values in ((sessions, begun), (journal, rows)):
                        if values:
                            await connection.execute(_once(table), values)
                break
            except SQLAlchemyError as failure:
                log.error("journal.write_failed", rows=len(rows), error=type(failure).__name__)
                if attempts is not None and (attempts := attempts - 1) == 0:
                    break
                await asyncio.sleep(RETRY_S)
        for waiter in group:
            if isinstance(waiter, asyncio.Future) and not waiter.done():
                waiter.set_result(None)

    def _offer(self, row: Row) -> None:
        try:
            self._queue.put_nowait(row)
        except asyncio.QueueFull:
            log.error("journal.row_lost", session_id=row.session_id, type=row.type)

    async def _open(self, session_id: str) -> "_Book":
        if session_id not in self._books:
            await self.flush()
            async with self._database.connect() as connection:
                key = await connection.scalar(select(sessions.c.wrapped_key).where(sessions.c.id == session_id))
                last = await connection.scalar(
                    select(func.max(journal.c.seq)).where(journal.c.session_id == session_id)
                )
            book = _Book(session_id, self._vault.open(key) if key else None, last or 0)
            # Two that open at once must number with the same book.
            return self._books.setdefault(session_id, book)
        return self._books[session_id]


def _once(table: Table) -> Insert:
    # A commit that failed late may have happened, so writing the same row again must do nothing.
    return insert(table).prefix_with("OR IGNORE", dialect="sqlite")


class _Book:
    """One conversation's page of the journal: numbers its entries and encrypts its words."""

    def __init__(self, session_id: str, cipher: SessionCipher | None, last: int) -> None:
        self._session_id = session_id
        self._cipher = cipher
        self._seq = last
        self._sounding: str | None = None

    def keeps(self, happened: Happened) -> bool:
        """Tell whether an event gets a row; of an answer's sound only the moment it begins does."""
        event = happened.event
        if happened.source == "replay":
            return False
        if isinstance(event, OutputAudioDelta) and event.item_id != self._sounding:
            self._sounding = event.item_id
            return True
        return not entries.is_sound(event)

    def row(self, happened: Happened, upstream: str) -> Row:
        """Return the next entry."""
        self._seq += 1
        event = happened.event
        event_type = str(getattr(event, "type", None) or "unknown")
        return Row(
            session_id=self._session_id,
            seq=self._seq,
            type=event_type[:80],
            source=happened.source,
            at=happened.at.astimezone(UTC),
            seconds=happened.seconds,
            upstream=upstream,
            facts=orjson.dumps(entries.facts(event)).decode(),
            words=self._sealed(event, event_type),
        )

    def _sealed(self, event: Frame, event_type: str) -> bytes | None:
        if self._cipher is None or not entries.has_words(event):
            return None
        return self._cipher.seal(
            orjson.dumps(entries.words(event)), place(self._session_id, self._seq, event_type[:80])
        )
