"""The journal: every event of every conversation, appended by one writer in groups."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias
from weakref import WeakValueDictionary

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from charlotte.database import insert_once, writing
from charlotte.ledger.book import Book, Line, Row, read_book
from charlotte.ledger.budgets import Budgets
from charlotte.ledger.metering import Meter
from charlotte.ledger.tables import charges, journal, sessions
from charlotte.ledger.vault import Vault
from charlotte.session.bus import Reader
from charlotte.session.happened import Happened

log = structlog.get_logger(__name__)

GATHER_S = 0.02
"""Commits begin this far apart: a sync to disk costs as much for one row as for fifty."""
QUEUE_ROWS = 20_000
"""Rows waiting for the disk; when they are this many, conversations wait for the writer rather than lose a row."""
GROUP_ROWS = 500
RETRY_S = 0.5


@dataclass(frozen=True)
class NewSession:
    """A conversation to store; it goes through the writer so that a crowd of them shares one sync to disk."""

    values: dict[str, Any]


Entry: TypeAlias = Row | NewSession | asyncio.Future[None] | None
"""What waits for the writer: a row, a conversation, somebody who waits for the rows before, or the end."""


class Journal:
    """Appends events and what they cost; one writer task commits them in groups and in order."""

    def __init__(self, database: AsyncEngine, vault: Vault, meter: Meter, budgets: Budgets) -> None:
        self._database = database
        self._vault = vault
        self._meter = meter
        self._budgets = budgets
        self._books: WeakValueDictionary[str, Book] = WeakValueDictionary()
        self._opening: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._queue: asyncio.Queue[Entry] = asyncio.Queue(QUEUE_ROWS)

    async def follow(self, session_id: str, reader: Reader) -> None:
        """Append everything a reader gives, to its end; on cancellation what is left still goes in."""
        line = (await self._open(session_id)).line()
        try:
            async for happened in reader:
                row = self._row(line, happened)
                if row is not None:
                    await self._queue.put(row)
        finally:
            for happened in reader.rest():
                row = self._row(line, happened)
                if row is not None:
                    self._offer(row)
            self._budgets.leave(line)

    async def append(self, session_id: str, *events: Happened) -> None:
        """Append events from outside a call, and wait until they are on disk."""
        line = (await self._open(session_id)).line()
        for happened in events:
            row = self._row(line, happened)
            if row is not None:
                await self._queue.put(row)
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
        now = asyncio.get_running_loop().time
        begun = float("-inf")
        while not stopping:
            group = [await self._queue.get()]
            # Who comes after a pause waits for the disk alone; in a crowd all wait for the next commit together.
            await asyncio.sleep(max(0.0, begun + GATHER_S - now()))
            begun = now()
            while not self._queue.empty() and len(group) < GROUP_ROWS:
                group.append(self._queue.get_nowait())
            stopping = any(entry is None for entry in group)
            await self._commit(group, attempts=3 if stopping else None)

    async def stop(self) -> None:
        """Have the writer finish after everything appended before."""
        await self._queue.put(None)

    async def _commit(self, group: Sequence[Entry], attempts: int | None) -> None:
        begun = [entry.values for entry in group if isinstance(entry, NewSession)]
        rows = [row.entry for row in group if isinstance(row, Row) and row.entry is not None]
        priced = [charge for row in group if isinstance(row, Row) for charge in row.charges]
        while begun or rows or priced:
            try:
                async with writing(self._database) as connection:
                    for table, values in ((sessions, begun), (journal, rows), (charges, priced)):
                        if values:
                            # A commit that failed late may have happened, so the same row again must do nothing.
                            await connection.execute(insert_once(self._database, table), values)
                break
            except SQLAlchemyError as failure:
                log.error("journal.write_failed", rows=len(rows), error=type(failure).__name__)
                if attempts is not None and (attempts := attempts - 1) == 0:
                    break
                await asyncio.sleep(RETRY_S)
        for waiter in group:
            if isinstance(waiter, asyncio.Future) and not waiter.done():
                waiter.set_result(None)

    def _row(self, line: Line, happened: Happened) -> Row | None:
        charged = line.price(happened)
        self._budgets.note(line, line.book.account, line.meter, charged, happened)
        return line.row(happened, charged)

    def _offer(self, row: Row) -> None:
        try:
            self._queue.put_nowait(row)
        except asyncio.QueueFull:
            log.error("journal.row_lost", session_id=row.session_id)

    async def _open(self, session_id: str) -> Book:
        # Two that open at once must number with the same book, and nobody may number while one is read.
        async with self._opening.setdefault(session_id, asyncio.Lock()):
            book = self._books.get(session_id)
            if book is None:
                await self.flush()
                book = await read_book(self._database, session_id, self._vault, self._meter)
                self._books[session_id] = book
            return book
