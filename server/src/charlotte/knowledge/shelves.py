"""The documents of each congress in the database: replaced whole by an import, in the import's own transaction."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from charlotte.clock import Clock
from charlotte.database import create_tables
from charlotte.knowledge.passage import Documents, Passage
from charlotte.knowledge.staff_answers import answers_of
from charlotte.knowledge.tables import DOCUMENT, METADATA, PASSAGE, SHELF

COLUMNS = ("id", "document", "title", "page", "language", "text")


@dataclass(frozen=True)
class DocumentChanges:
    """What an import does to the documents, by their names."""

    added: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class Shelves:
    """The documents of all congresses."""

    def __init__(self, engine: AsyncEngine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    async def create_tables(self) -> None:
        """Make this room's tables where they are missing."""
        await create_tables(self._engine, METADATA)

    async def version(self, event_id: str) -> int:
        """Return the version of a congress's documents; 0 = there are none."""
        async with self._engine.connect() as connection:
            return await _version(connection, event_id)

    async def passages(self, event_id: str) -> tuple[int, tuple[Passage, ...]]:
        """Return the version of a congress's documents and their passages, in order."""
        async with self._engine.connect() as connection:
            version = await _version(connection, event_id)
            wanted = select(PASSAGE).where(PASSAGE.c.congress_id == event_id).order_by(PASSAGE.c.position)
            rows = (await connection.execute(wanted)).mappings()
            found = tuple(
                Passage(**{column: row[column] for column in COLUMNS}, path=tuple(row["path"])) for row in rows
            )
            by_hand = tuple(answer.passage() for answer in await answers_of(connection, event_id))
        return version, (*by_hand, *found)

    async def compare(self, event_id: str, documents: Documents) -> DocumentChanges:
        """Return what putting these documents would change, and change nothing."""
        async with self._engine.connect() as connection:
            return await _changes(connection, event_id, documents)

    async def put(self, connection: AsyncConnection, event_id: str, documents: Documents) -> DocumentChanges:
        """Replace a congress's documents within somebody's transaction; the same ones again change nothing."""
        changes = await _changes(connection, event_id, documents)
        version = await _version(connection, event_id)
        if changes == DocumentChanges() and version:
            return changes
        shelf = {
            "version": version + 1,
            "imported_at": self._clock.now(),
            "warnings": [vars(warning) for warning in documents.warnings],
        }
        if version:
            await connection.execute(update(SHELF).where(SHELF.c.congress_id == event_id).values(**shelf))
        elif documents.documents:
            await connection.execute(insert(SHELF).values(congress_id=event_id, **shelf))
        for table in (DOCUMENT, PASSAGE):
            await connection.execute(delete(table).where(table.c.congress_id == event_id))
        await _write(connection, event_id, documents)
        return changes


async def _write(connection: AsyncConnection, event_id: str, documents: Documents) -> None:
    kept = [
        {
            "congress_id": event_id,
            "position": at,
            **{name: getattr(document, name) for name in ("name", "title", "language", "pages", "sha256")},
        }
        for at, document in enumerate(documents.documents)
    ]
    passages: list[dict[str, Any]] = []
    for document in documents.documents:
        for passage in document.passages:
            row = {column: getattr(passage, column) for column in COLUMNS} | {"path": list(passage.path)}
            passages.append({"congress_id": event_id, "position": len(passages), **row})
    for table, rows in ((DOCUMENT, kept), (PASSAGE, passages)):
        if rows:
            await connection.execute(insert(table), rows)


async def _changes(connection: AsyncConnection, event_id: str, documents: Documents) -> DocumentChanges:
    wanted = select(DOCUMENT.c.name, DOCUMENT.c.sha256).where(DOCUMENT.c.congress_id == event_id)
    before = {row.name: row.sha256 for row in await connection.execute(wanted)}
    after = {document.name: document.sha256 for document in documents.documents}
    return DocumentChanges(
        added=tuple(name for name in after if name not in before),
        edited=tuple(name for name in after if name in before and before[name] != after[name]),
        removed=tuple(name for name in before if name not in after),
    )


async def _version(connection: AsyncConnection, event_id: str) -> int:
    return await connection.scalar(select(SHELF.c.version).where(SHELF.c.congress_id == event_id)) or 0
