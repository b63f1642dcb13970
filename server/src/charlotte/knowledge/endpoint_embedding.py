"""Vectors made by an OpenAI-compatible embeddings endpoint."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import httpx2
import numpy as np
import orjson

from charlotte.errors import CharlotteError
from charlotte.knowledge.index import Vectors

QUESTION_S = 1.0
"""A visitor waits for it; when it takes longer, the words alone must do."""
PASSAGES_S = 60.0
MOST_NUMBERS = 8192


class EmbeddingFailed(CharlotteError):
    """The endpoint cannot be asked, or answers something else than vectors."""

    code = "embedding_failed"


@dataclass(frozen=True)
class EndpointEmbedder:
    """An `Embedder`; `url` ends in `/v1`."""

    http: httpx2.AsyncClient
    url: str
    model: str
    key: str | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        """Which model it is."""
        return f"{self.model} at {self.url}"[:80]

    async def question(self, text: str) -> Vectors:
        """Return the vector of a question. Raises `EmbeddingFailed`."""
        vector: Vectors = (await self._ask([text], QUESTION_S))[0]
        return vector

    async def passages(self, texts: Sequence[str]) -> Vectors:
        """Return a row for each passage. Raises `EmbeddingFailed`."""
        return await self._ask(list(texts), PASSAGES_S)

    async def _ask(self, texts: list[str], seconds: float) -> Vectors:
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        body = {"model": self.model, "input": texts, "encoding_format": "float"}
        try:
            answer = await self.http.post(f"{self.url}/embeddings", json=body, headers=headers, timeout=seconds)
        except httpx2.HTTPError as failure:
            raise EmbeddingFailed(f"The embeddings endpoint cannot be asked: {type(failure).__name__}.") from failure
        if answer.status_code != 200:
            raise EmbeddingFailed(f"The embeddings endpoint answered with status {answer.status_code}.")
        try:
            rows = sorted(orjson.loads(answer.content)["data"], key=lambda row: row["index"])
            vectors = np.array([row["embedding"] for row in rows], dtype=np.float32)
        except (orjson.JSONDecodeError, KeyError, TypeError, ValueError) as failure:
            raise EmbeddingFailed("The embeddings endpoint answered something that is no list of vectors.") from failure
        if vectors.ndim != 2 or len(vectors) != len(texts) or not 0 < vectors.shape[1] <= MOST_NUMBERS:
            raise EmbeddingFailed("The embeddings endpoint answered another number of vectors than was asked for.")
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        if not np.isfinite(lengths).all() or not lengths.all():
            raise EmbeddingFailed("The embeddings endpoint answered vectors without a direction.")
        scaled: Vectors = vectors / lengths
        return scaled
