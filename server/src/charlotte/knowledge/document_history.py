"""Earlier states of a congress's documents: each change keeps the one before it, so that it can be taken back."""

import asyncio
import zlib
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from charlotte.knowledge.document_changes import DocumentChanges
from charlotte.knowledge.passage import Document, Documents, DocumentWarning, Passage
from charlotte.knowledge.tables import CHANGE

KEPT = 10
"""Changes of a congress that can be taken back, one after the other."""


@dataclass(frozen=True)
class PastChange:
    """One change of documents."""

    id: int
    at: datetime
    who: str
    names: dict[str, list[str]]
    undone_at: datetime | None
    undone_by: str | None


async def remember(  # noqa: PLR0913 - the columns of a row
    connection: AsyncConnection, event_id: str, at: datetime, who: str, changes: DocumentChanges, before: Documents
) -> None:
    """Keep the state before a change, within its transaction; the oldest are forgotten."""
    packed = await asyncio.to_thread(_packed, before)
    row = {"congress_id": event_id, "at": at, "who": who, "names": changes.names(), "before": packed}
    await connection.execute(insert(CHANGE).values(**row))
    mine = CHANGE.c.congress_id == event_id
    kept = select(CHANGE.c.id).where(mine).order_by(CHANGE.c.id.desc()).limit(KEPT)
    ids = list(await connection.scalars(kept))
    await connection.execute(delete(CHANGE).where(mine, CHANGE.c.id.not_in(ids)))


async def past(connection: AsyncConnection, event_id: str) -> list[PastChange]:
    """Return the changes that are kept, the latest first."""
    names = ("id", "at", "who", "names", "undone_at", "undone_by")
    wanted = select(*(CHANGE.c[name] for name in names)).where(CHANGE.c.congress_id == event_id)
    rows = (await connection.execute(wanted.order_by(CHANGE.c.id.desc()))).mappings()
    return [PastChange(**row) for row in rows]


async def latest_author(connection: AsyncConnection, event_id: str) -> str | None:
    """Return who changed the documents last, or took a change back; None = nobody that is known."""
    changes = await past(connection, event_id)
    deeds = [(one.at, one.who) for one in changes]
    deeds += [(one.undone_at, one.undone_by) for one in changes if one.undone_at and one.undone_by]
    return max(deeds)[1] if deeds else None


async def take_back(connection: AsyncConnection, event_id: str, at: datetime, who: str) -> Documents | None:
    """Mark the latest change as undone and return the state before it; None = there is nothing to take back."""
    wanted = select(CHANGE.c.id, CHANGE.c.before).where(CHANGE.c.congress_id == event_id, CHANGE.c.undone_at.is_(None))
    row = (await connection.execute(wanted.order_by(CHANGE.c.id.desc()).limit(1))).one_or_none()
    if row is None:
        return None
    await connection.execute(update(CHANGE).where(CHANGE.c.id == row.id).values(undone_at=at, undone_by=who))
    return await asyncio.to_thread(_unpacked, row.before)


def _packed(documents: Documents) -> bytes:
    return zlib.compress(orjson.dumps(asdict(documents)))


def _unpacked(raw: bytes) -> Documents:
    told: dict[str, list[dict[str, Any]]] = orjson.loads(zlib.decompress(raw))
    documents = tuple(
        Document(
            **{
                **document,
                "passages": tuple(
                    Passage(**{**passage, "path": tuple(passage["path"])}) for passage in document["passages"]
                ),
            }
        )
        for document in told["documents"]
    )
    return Documents(documents, tuple(DocumentWarning(**warning) for warning in told["warnings"]))
