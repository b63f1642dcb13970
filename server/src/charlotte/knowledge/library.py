"""Search in the documents of a congress: by words at once, by meaning as soon as a model has read them."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

import structlog

from charlotte.errors import CharlotteError
from charlotte.knowledge.answering import Quoted, answers
from charlotte.knowledge.embedding import Embedder
from charlotte.knowledge.index import Index, Vectors
from charlotte.knowledge.overview import overview
from charlotte.knowledge.passage import read_as
from charlotte.knowledge.query import query_of
from charlotte.knowledge.quotes.choice import chosen
from charlotte.knowledge.quotes.judged import Judge, to_read, weighed, with_judgements
from charlotte.knowledge.quotes.weights import load, of_logits
from charlotte.knowledge.reading_queue import ReadingQueue
from charlotte.knowledge.shelves import Shelves
from charlotte.knowledge.told_places import places
from charlotte.knowledge.vectors import VectorsDiffer, VectorStore

log = structlog.get_logger(__name__)

MOST_SENTENCES = 4000
"""Where documents hold more, passages are told apart by rules: reading as many takes minutes of an idle core."""
READ = 12
"""Passages whose sentences are looked at."""
AGAIN_S = 60.0
"""When an endpoint that failed is asked again."""


Read: TypeAlias = Literal["whole", "reading", "by_words"]
"""`whole`: as far as it is ever read. `reading`: a model is on its way or at it. `by_words`: it did not get through."""


@dataclass(frozen=True)
class Answered:
    """What was found for a question."""

    quoted: tuple[Quoted, ...]
    concepts: frozenset[str]
    by_meaning: bool
    """Whether vectors took part."""


class Library:
    """The documents of all congresses."""

    def __init__(
        self,
        shelves: Shelves,
        vectors: VectorStore,
        *,
        instead: Embedder | None = None,
        awaits: Callable[[], bool] = lambda: False,
    ) -> None:
        """Make it; `instead` reads everything, whichever model is loaded later. `awaits`: whether one is on its way."""
        self._shelves = shelves
        self._vectors = vectors
        self._held: dict[str, Index] = {}
        self._overviews: dict[str, tuple[int, tuple[str, ...]]] = {}
        self._places: dict[str, tuple[int, Mapping[str, str], dict[str, str]]] = {}
        self._loading = asyncio.Lock()
        self.reading = ReadingQueue("documents", self._read, again_s=AGAIN_S if instead is not None else None)
        self._instead = instead
        self._awaits = awaits
        self.embedder = instead
        """None until its model is loaded."""
        self._weights = load()
        self._judge: Judge | None = None

    async def search(
        self, event_id: str, question: str, *, limit: int, language: str | None = None, today: date | None = None
    ) -> Answered:
        """Return the passages that answer a question best, each with the sentences that do."""
        index = await self.index(event_id)
        query = index.in_their_words(query_of(question, language, today))
        if not index.passages or not query.original.strip():
            return Answered((), query.concepts, False)
        vector = await self._vector(index, question)
        if vector is not None and index.sentences is not None and self._is_learned:
            looked, logits = await asyncio.to_thread(weighed, query, vector, index, self._weights)
            if self._judge is not None and (at := to_read(logits)).size:
                told = await self._judge.judged(question, [looked[one].candidate.whole for one in at])
                looked, logits = with_judgements(looked, logits, at, told)
            quoted = await asyncio.to_thread(chosen, query, index, looked, [float(one) for one in of_logits(logits)])
            return Answered(tuple(quoted[:limit]), query.concepts, True)
        rankings = [await asyncio.to_thread(index.by_words, query)]
        if vector is not None:
            rankings.append(await asyncio.to_thread(index.by_meaning, vector))
        found = index.fused(rankings, vector, max(limit, READ))
        quoted = await asyncio.to_thread(answers, query, found, index)
        return Answered(tuple(quoted[:limit]), query.concepts, vector is not None)

    async def overview(self, event_id: str) -> tuple[str, ...]:
        """Return the passages about what is asked most, which every call of a hosted model begins with."""
        index = await self.index(event_id)
        known = self._overviews.get(event_id)
        if known is None or known[0] != index.version:
            known = self._overviews[event_id] = (index.version, await asyncio.to_thread(overview, index))
        return known[1]

    async def places(self, event_id: str, told: Mapping[str, str]) -> dict[str, str]:
        """Return where a told value stands word for word in the documents, by fact."""
        if not told:
            return {}
        index = await self.index(event_id)
        known = self._places.get(event_id)
        if known is None or known[:2] != (index.version, told):
            # Every call asks; on a folder of many documents a look through them takes a tenth of a second.
            found = await asyncio.to_thread(places, index.passages, told)
            known = self._places[event_id] = (index.version, dict(told), found)
        return known[2]

    async def index(self, event_id: str) -> Index:
        """Return the index over a congress's documents as they are now; an empty one where it has none."""
        version = await self._shelves.version(event_id)
        held = self._held.get(event_id)
        if held is None or held.version != version:
            async with self._loading:
                held = self._held.get(event_id)
                if held is None or held.version != version:
                    held = await self._load(event_id)
        return held

    async def read(self, event_id: str) -> Read:
        """Return how far a congress's documents are read; without any model, words are all there is to read."""
        index = await self.index(event_id)
        if not index.passages:
            return "whole"
        if self.embedder is None:
            return "reading" if self._awaits() else "whole"
        sentences = len(index.candidates) if self._is_learned else 0
        lacks_sentences = index.sentences is None and 0 < sentences <= MOST_SENTENCES
        if index.vectors is not None and not lacks_sentences:
            return "whole"
        return "reading" if self.reading.waits(event_id) else "by_words"

    def gets(self, embedder: Embedder, judge: Judge | None = None) -> None:
        """Take a model into use; what is loaded is read by it, and `judge` reads what comes nearest to a question."""
        self._judge = judge
        if self._instead is None and embedder is not self.embedder:
            self.embedder = embedder
            for event_id in self._held:
                self.reading.put(event_id)

    @property
    def _is_learned(self) -> bool:
        """Whether the weights that choose sentences were learned with the vectors of this model."""
        return self.embedder is not None and self.embedder.name == self._weights.embedder

    async def _load(self, event_id: str) -> Index:
        version, passages = await self._shelves.passages(event_id)
        index = await asyncio.to_thread(Index, version, passages)
        self._held[event_id] = index
        self.reading.put(event_id)
        return index

    async def _vector(self, index: Index, question: str) -> Vectors | None:
        if self.embedder is None or index.vectors is None:
            return None
        try:
            vector = await self.embedder.question(question)
        except CharlotteError as failure:
            log.warning("documents.by_words_only", code=failure.code)
            return None
        if len(vector) != index.vectors.shape[1]:
            log.error("documents.by_words_only", code=VectorsDiffer.code)
            return None
        return vector

    async def _read(self, event_id: str) -> None:
        embedder, index = self.embedder, self._held.get(event_id)
        if embedder is None or index is None or not index.passages:
            return
        passages = [read_as(passage) for passage in index.passages]
        sentences = [one.whole for one in index.candidates] if self._is_learned else []
        if index.vectors is None:
            index.vectors = await self._vectors.read(event_id, embedder, passages, later=sentences)
        if index.sentences is None and 0 < len(sentences) <= MOST_SENTENCES:
            index.sentences = await self._vectors.read(event_id, embedder, sentences, later=passages)
