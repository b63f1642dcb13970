"""The vectors that a model made of passages, kept so that a restart need not make them again."""

from collections.abc import Mapping

import numpy as np
from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncEngine

from charlotte.database import insert_once, writing
from charlotte.knowledge.index import Vectors
from charlotte.knowledge.tables import SHELF, VECTOR


class VectorStore:
    """The vectors of all congresses."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def known(self, event_id: str, model: str) -> dict[str, Vectors]:
        """Return what a model made of a congress's passages, by their digest."""
        wanted = select(VECTOR.c.digest, VECTOR.c.vector).where(*_of(event_id, model))
        async with self._engine.connect() as connection:
            rows = await connection.execute(wanted)
            return {row.digest: np.frombuffer(row.vector, dtype="<f4").astype(np.float32) for row in rows}

    async def keep(self, event_id: str, model: str, vectors: Mapping[str, Vectors]) -> None:
        """Store vectors; those that are there already stay, and of a congress that is gone nothing is kept."""
        rows = [
            {"congress_id": event_id, "model": model, "digest": one, "vector": vector.astype("<f4").tobytes()}
            for one, vector in vectors.items()
        ]
        async with writing(self._engine) as connection:
            there = await connection.scalar(select(SHELF.c.version).where(SHELF.c.congress_id == event_id))
            if there and rows:
                await connection.execute(insert_once(self._engine, VECTOR), rows)

    async def forget_others(self, event_id: str, model: str, digests: set[str]) -> None:
        """Drop what a model made of passages that are no more."""
        gone = set(await self.known(event_id, model)) - digests
        async with writing(self._engine) as connection:
            for one in gone:
                await connection.execute(delete(VECTOR).where(*_of(event_id, model), VECTOR.c.digest == one))


def _of(event_id: str, model: str) -> tuple[ColumnElement[bool], ...]:
    return (VECTOR.c.congress_id == event_id, VECTOR.c.model == model)
