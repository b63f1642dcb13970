"""The vectors that a model made of texts of a congress, kept so that a restart need not make them again."""

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
from sqlalchemy import Column, ColumnElement, Table, delete, select
from sqlalchemy.ext.asyncio import AsyncEngine

from charlotte.congress.tables import CONGRESS
from charlotte.database import insert_once, writing
from charlotte.errors import CharlotteError
from charlotte.knowledge.embedding import Embedder
from charlotte.knowledge.index import Vectors
from charlotte.knowledge.tables import SESSION_VECTOR, SHELF, VECTOR

BATCH = 8
"""Texts that are read at a time, and kept before the next are."""
AT_ONCE = 500
"""Rows of one statement that forgets."""


class VectorsDiffer(CharlotteError):
    """A model's vectors are not of one length."""

    code = "vectors_differ"


class VectorStore:
    """The vectors of one kind of text, of all congresses."""

    def __init__(self, engine: AsyncEngine, table: Table, home: Column[str]) -> None:
        """Make it over a table of vectors; `home` names the congresses that have such texts."""
        self._engine = engine
        self._table = table
        self._home = home

    async def read(self, event_id: str, embedder: Embedder, texts: Sequence[str], later: Sequence[str] = ()) -> Vectors:
        """Return the vectors of a congress's texts as rows; only what is not kept yet is read, what is gone is dropped.

        Texts that are read `later` are not gone. Where a model of other vectors answers under the same name, all is
        read again. Raises a `CharlotteError` when the model fails; what it had read until then is kept.
        """
        by_digest = {digest(text): text for text in texts}
        known = await self._known(event_id, embedder.name)
        numbers = len(await embedder.question(texts[0]))
        others = {one for one, vector in known.items() if len(vector) != numbers}
        await self._forget(event_id, embedder.name, others)
        known = {one: vector for one, vector in known.items() if one not in others}
        missing = [one for one in by_digest if one not in known]
        for at in range(0, len(missing), BATCH):
            batch = missing[at : at + BATCH]
            made = await embedder.passages([by_digest[one] for one in batch])
            fresh = dict(zip(batch, made, strict=True))
            if any(len(vector) != numbers for vector in made):
                raise VectorsDiffer("The model's vectors are not of one length.")
            await self._keep(event_id, embedder.name, fresh)
            known |= fresh
        await self._forget(event_id, embedder.name, known.keys() - by_digest.keys() - {digest(text) for text in later})
        return np.stack([known[digest(text)] for text in texts])

    async def _known(self, event_id: str, model: str) -> dict[str, Vectors]:
        wanted = select(self._table.c.digest, self._table.c.vector).where(*self._of(event_id, model))
        async with self._engine.connect() as connection:
            rows = await connection.execute(wanted)
            return {row.digest: np.frombuffer(row.vector, dtype="<f4").astype(np.float32) for row in rows}

    async def _keep(self, event_id: str, model: str, vectors: Mapping[str, Vectors]) -> None:
        """Store vectors; those that are there already stay, and of a congress that is gone nothing is kept."""
        rows = [
            {"congress_id": event_id, "model": model, "digest": one, "vector": vector.astype("<f4").tobytes()}
            for one, vector in vectors.items()
        ]
        async with writing(self._engine) as connection:
            if await connection.scalar(select(self._home).where(self._home == event_id)) is not None:
                await connection.execute(insert_once(self._engine, self._table), rows)

    async def _forget(self, event_id: str, model: str, digests: set[str]) -> None:
        if not digests:
            return
        gone = list(digests)
        async with writing(self._engine) as connection:
            for at in range(0, len(gone), AT_ONCE):
                some = self._table.c.digest.in_(gone[at : at + AT_ONCE])
                await connection.execute(delete(self._table).where(*self._of(event_id, model), some))

    def _of(self, event_id: str, model: str) -> tuple[ColumnElement[bool], ...]:
        return (self._table.c.congress_id == event_id, self._table.c.model == model)


def digest(text: str) -> str:
    """Return what tells a text from every other."""
    return hashlib.sha256(text.encode()).hexdigest()


def passage_vectors(engine: AsyncEngine) -> VectorStore:
    """Return what a model made of the passages of documents."""
    return VectorStore(engine, VECTOR, SHELF.c.congress_id)


def session_vectors(engine: AsyncEngine) -> VectorStore:
    """Return what a model made of the sessions of programmes."""
    return VectorStore(engine, SESSION_VECTOR, CONGRESS.c.id)
