"""The documents of each congress in the database: changed as a whole, in somebody's transaction or one of their own."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from charlotte.clock import Clock
from charlotte.congress.tables import CONGRESS
from charlotte.database import create_tables, fold_log, writing
from charlotte.errors import CharlotteError
from charlotte.knowledge import document_history
from charlotte.knowledge.document_changes import DocumentChanges, changes_of, from_folder
from charlotte.knowledge.document_history import PastChange
from charlotte.knowledge.passage import Document, Documents, DocumentWarning, Passage, read_as
from charlotte.knowledge.quotes.candidate import candidates
from charlotte.knowledge.staff_answers import answers_of
from charlotte.knowledge.tables import ADDED_SINGLY, CHANGE, DOCUMENT, METADATA, PASSAGE, SESSION_VECTOR, SHELF, VECTOR
from charlotte.knowledge.vectors import AT_ONCE, digest

Beside: TypeAlias = Callable[[AsyncConnection, DocumentChanges], Awaitable[object]]
"""Writes down what a change did, in its transaction: neither is kept without the other."""

MEANWHILE = "changed the documents meanwhile; nothing of yours was done."
LOOK_AGAIN = "Look at the documents as they are now, and decide again."
COLUMNS = ("id", "document", "title", "page", "language", "text")


class DocumentsChanged(CharlotteError):
    """Somebody else changed the documents meanwhile."""

    code, status = "documents_changed", 409


class NothingToTakeBack(CharlotteError):
    """No change of documents is left that could be undone."""

    code, status = "nothing_to_take_back", 409


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
            found = await _passages(connection, event_id)
            by_hand = tuple(answer.passage() for answer in await answers_of(connection, event_id))
        return version, (*by_hand, *found)

    async def documents(self, event_id: str) -> tuple[int, Documents]:
        """Return the version of a congress's documents, and them."""
        async with self._engine.connect() as connection:
            return await _version(connection, event_id), await _documents(connection, event_id)

    async def past(self, event_id: str) -> list[PastChange]:
        """Return the latest changes of a congress's documents, the latest first."""
        async with self._engine.connect() as connection:
            return await document_history.past(connection, event_id)

    async def compare(self, event_id: str, folder: Documents) -> DocumentChanges:
        """Return what putting a folder's documents would change, and change nothing."""
        async with self._engine.connect() as connection:
            held = await _documents(connection, event_id)
        return changes_of(held, from_folder(held, folder))

    async def put(
        self, connection: AsyncConnection, event_id: str, folder: Documents, who: str = "import"
    ) -> DocumentChanges:
        """Replace what an earlier folder brought, within somebody's transaction; the same again changes nothing.

        What was added singly stays, unless the folder brings one of that name.
        """
        await _version(connection, event_id, locked=True)
        held = await _documents(connection, event_id)
        return await self._put(connection, event_id, held, from_folder(held, folder), who)

    async def _put(
        self, connection: AsyncConnection, event_id: str, before: Documents, after: Documents, who: str
    ) -> DocumentChanges:
        changes = changes_of(before, after)
        if changes:
            await document_history.remember(connection, event_id, self._clock.now(), who, changes, before)
        if changes or not await _version(connection, event_id):
            await self._replace(connection, event_id, after)
        else:
            await _mark_single(connection, event_id, after)
        return changes

    async def change(
        self,
        event_id: str,
        change: Callable[[Documents], Documents],
        who: str,
        *,
        beside: Beside,
        against: int | None = None,
    ) -> DocumentChanges:
        """Change documents at once. Raises `DocumentsChanged` when they are of another version than `against`."""
        async with writing(self._engine) as connection:
            await _check(connection, event_id, against)
            held = await _documents(connection, event_id)
            changes = await self._put(connection, event_id, held, change(held), who)
            if changes:
                await beside(connection, changes)
            return changes

    async def undo(self, event_id: str, who: str, *, beside: Beside, against: int | None = None) -> DocumentChanges:
        """Take the latest change back, and again the one before.

        Raises `DocumentsChanged` when the documents are of another version than `against`, so that of two who take
        back the same change one does, and `NothingToTakeBack`.
        """
        async with writing(self._engine) as connection:
            await _check(connection, event_id, against)
            now = await _documents(connection, event_id)
            before = await document_history.take_back(connection, event_id, self._clock.now(), who)
            if before is None:
                raise NothingToTakeBack("There is no change of documents that could be taken back.")
            await self._replace(connection, event_id, before)
            changes = changes_of(now, before)
            await beside(connection, changes)
            return changes

    async def forget_earlier(self, event_id: str, *, beside: Beside) -> int:
        """Forget for good what documents said before their changes; return how many cannot be undone now."""
        async with writing(self._engine) as connection:
            await _version(connection, event_id, locked=True)
            forgotten = (await connection.execute(delete(CHANGE).where(CHANGE.c.congress_id == event_id))).rowcount
            await beside(connection, DocumentChanges())
        await fold_log(self._engine)
        return forgotten

    async def erase_orphans(self) -> int:
        """Forget for good what is known of congresses that are gone; return of how many there were documents."""
        there = select(CONGRESS.c.id)
        async with writing(self._engine) as connection:
            for table in (CHANGE, SESSION_VECTOR):
                await connection.execute(delete(table).where(table.c.congress_id.not_in(there)))
            erased = (await connection.execute(delete(SHELF).where(SHELF.c.congress_id.not_in(there)))).rowcount
        if erased:
            await fold_log(self._engine)
        return erased

    async def _replace(self, connection: AsyncConnection, event_id: str, documents: Documents) -> None:
        version = await _version(connection, event_id)
        shelf = {
            "version": version + 1,
            "imported_at": self._clock.now(),
            "warnings": [vars(warning) for warning in documents.warnings],
        }
        if version:
            await connection.execute(update(SHELF).where(SHELF.c.congress_id == event_id).values(**shelf))
        elif documents.documents:
            try:
                await connection.execute(insert(SHELF).values(congress_id=event_id, **shelf))
            except IntegrityError:  # two first documents at once, before which no row could be locked
                raise DocumentsChanged(f"Somebody has {MEANWHILE}", hint=LOOK_AGAIN) from None
        for table in (DOCUMENT, PASSAGE):
            await connection.execute(delete(table).where(table.c.congress_id == event_id))
        await _write(connection, event_id, documents)
        await _forget_vectors(connection, event_id, documents)


async def _forget_vectors(connection: AsyncConnection, event_id: str, documents: Documents) -> None:
    """Forget what any model made of passages that are no more."""
    mine = VECTOR.c.congress_id == event_id
    by_hand = (answer.passage() for answer in await answers_of(connection, event_id))
    kept = (*by_hand, *(passage for document in documents.documents for passage in document.passages))
    read = (*map(read_as, kept), *(one.whole for one in candidates(kept)))
    there = set(map(digest, read))
    gone = list({*await connection.scalars(select(VECTOR.c.digest).where(mine))} - there)
    for at in range(0, len(gone), AT_ONCE):
        await connection.execute(delete(VECTOR).where(mine, VECTOR.c.digest.in_(gone[at : at + AT_ONCE])))


async def _mark_single(connection: AsyncConnection, event_id: str, documents: Documents) -> None:
    await connection.execute(delete(ADDED_SINGLY).where(ADDED_SINGLY.c.congress_id == event_id))
    single = [{"congress_id": event_id, "name": one.name} for one in documents.documents if one.added_singly]
    if single:
        await connection.execute(insert(ADDED_SINGLY), single)


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
    await _mark_single(connection, event_id, documents)


async def _documents(connection: AsyncConnection, event_id: str) -> Documents:
    held: dict[str, list[Passage]] = {}
    for passage in await _passages(connection, event_id):
        held.setdefault(passage.document, []).append(passage)
    wanted = select(DOCUMENT).where(DOCUMENT.c.congress_id == event_id).order_by(DOCUMENT.c.position)
    single = set(await connection.scalars(select(ADDED_SINGLY.c.name).where(ADDED_SINGLY.c.congress_id == event_id)))
    documents = tuple(
        Document(
            **{name: row[name] for name in ("name", "title", "language", "pages", "sha256")},
            passages=tuple(held.get(row["name"], ())),
            added_singly=row["name"] in single,
        )
        for row in (await connection.execute(wanted)).mappings()
    )
    warnings = await connection.scalar(select(SHELF.c.warnings).where(SHELF.c.congress_id == event_id)) or []
    return Documents(documents, tuple(DocumentWarning(**warning) for warning in warnings))


async def _passages(connection: AsyncConnection, event_id: str) -> tuple[Passage, ...]:
    wanted = select(PASSAGE).where(PASSAGE.c.congress_id == event_id).order_by(PASSAGE.c.position)
    rows = (await connection.execute(wanted)).mappings()
    return tuple(Passage(**{column: row[column] for column in COLUMNS}, path=tuple(row["path"])) for row in rows)


async def _check(connection: AsyncConnection, event_id: str, against: int | None) -> None:
    """Raise `DocumentsChanged` when another version holds; until the transaction ends nobody else changes it."""
    version = await _version(connection, event_id, locked=True)
    if against is not None and against != version:
        who = await document_history.latest_author(connection, event_id)
        raise DocumentsChanged(f"{who or 'Somebody'} has {MEANWHILE}", hint=LOOK_AGAIN, who=who)


async def _version(connection: AsyncConnection, event_id: str, *, locked: bool = False) -> int:
    wanted = select(SHELF.c.version).where(SHELF.c.congress_id == event_id)
    return await connection.scalar(wanted.with_for_update() if locked else wanted) or 0
