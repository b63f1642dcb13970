"""The sessions of a programme by what they are about: found by meaning, in whatever language one asks."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import structlog

from charlotte.congress.model import Session
from charlotte.congress.programme import Programme
from charlotte.congress.search.titles import same_talk
from charlotte.errors import CharlotteError
from charlotte.knowledge.embedding import Embedder
from charlotte.knowledge.index import Vectors
from charlotte.knowledge.reading_queue import ReadingQueue
from charlotte.knowledge.vectors import VectorStore

log = structlog.get_logger(__name__)

READ_IN_FULL = 300
"""Sessions; of more, only the titles are read, or the first reading would take too long."""
ABSTRACT = 160
"""Characters of what is said of a session that are read."""
AGAIN_S = 60.0
"""When an endpoint that failed is asked again."""
FEWEST = 8
"""Sessions; among fewer, none can stand out."""
FARTHER, DISTANCE = 0.6, 0.016
"""How much farther above the rest (standard deviations) than chance puts the best of so many, and above the second
(cosine), a session stands that is meant.

Measured on 367 questions about 11 congresses: of 97 about something else one is taken for a session, of 270 about one
session 86 are found by this alone; without it, words find most of them.
"""
FAR_AHEAD = 0.025
"""So far above the second, it need not be so far above the rest."""
NEARLY_ALONE = 0.9
"""Among few, even what is like nothing else is not much more than their number lets it be."""


@dataclass(frozen=True)
class _Held:
    programme: Programme
    sessions: tuple[Session, ...]
    vectors: tuple[Vectors, ...]
    """Of the titles, and where they were read, of titles with people and what is said of the sessions."""


class SessionMeanings:
    """The sessions of all congresses, read by a model in the background."""

    def __init__(self, vectors: VectorStore, *, instead: Embedder | None = None) -> None:
        """Make it; `instead` reads everything, whichever model is loaded later."""
        self._vectors = vectors
        self._instead = instead
        self.embedder = instead
        self._held: dict[str, _Held] = {}
        self._seen: dict[str, Programme] = {}
        self.reading = ReadingQueue("sessions", self._read, again_s=AGAIN_S if instead is not None else None)

    def gets(self, embedder: Embedder) -> None:
        """Take a model into use, for every programme that was seen so far."""
        if self._instead is None and embedder is not self.embedder:
            self.embedder = embedder
            self._held.clear()
            for event_id in tuple(self._seen):
                self._put(event_id)

    def want(self, programme: Programme) -> None:
        """Have a programme read, where this version of it was not yet."""
        event_id = programme.congress.id
        if self._seen.get(event_id) is not programme:
            self._seen[event_id] = programme
            if self.embedder is not None:
                self._put(event_id)

    async def meant(self, programme: Programme, question: str) -> Session | None:
        """Return the session that a question clearly speaks of; None also while nothing is read."""
        self.want(programme)
        held = self._held.get(programme.congress.id)
        if self.embedder is None or held is None or not question.strip():
            return None
        try:
            vector = await self.embedder.question(question)
        except CharlotteError as failure:
            log.warning("sessions.by_words_only", code=failure.code)
            return None
        found = standing_out(held.sessions, [vectors @ vector for vectors in held.vectors])
        return programme.by_id.get(found.id) if found is not None else None

    def _put(self, event_id: str) -> None:
        if not self.reading.put(event_id):
            self._seen.pop(event_id, None)

    async def _read(self, event_id: str) -> None:
        embedder, programme, held = self.embedder, self._seen.get(event_id), self._held.get(event_id)
        if embedder is None or programme is None or held is not None and held.programme is programme:
            return
        sessions = tuple(one for one in programme.sessions if one.title.strip())
        if not sessions:
            return
        texts = [one.title for one in sessions]
        if len(sessions) <= READ_IN_FULL:
            texts += [in_full(one) for one in sessions]
        vectors = await self._vectors.read(event_id, embedder, texts)
        rankings = tuple(vectors[at : at + len(sessions)] for at in range(0, len(texts), len(sessions)))
        self._held[event_id] = _Held(programme, sessions, rankings)


def in_full(session: Session) -> str:
    """Return a session as a model reads it: its title, who speaks and for whom, and how it is described."""
    people = ", ".join(f"{one.name} ({one.affiliation})" if one.affiliation else one.name for one in session.people)
    return ". ".join(filter(None, (session.title, people, (session.abstract or "")[:ABSTRACT])))


def standing_out(sessions: Sequence[Session], by_each: Sequence[Vectors]) -> Session | None:
    """Return the session that all rankings put first, nearer than the rest by far, and than the second."""
    nearness = np.mean(by_each, axis=0)
    count, spread = len(sessions), float(nearness.std())
    if count < FEWEST or spread == 0 or len({int(ranking.argmax()) for ranking in by_each}) > 1:
        return None
    order = np.argsort(-nearness)
    best = sessions[int(order[0])]
    second = next((int(at) for at in order[1:] if not same_talk(sessions[int(at)], best)), None)
    deviations = float(nearness[order[0]] - nearness.mean()) / spread
    ahead = float(nearness[order[0]] - nearness[second]) if second is not None else 0.0
    enough = min(math.sqrt(2 * math.log(count)) + FARTHER, NEARLY_ALONE * math.sqrt(count - 1))
    stands_out = deviations >= enough and ahead >= DISTANCE
    return best if stands_out or deviations >= enough - FARTHER and ahead >= FAR_AHEAD else None
