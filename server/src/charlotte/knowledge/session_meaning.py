"""The sessions of a programme by what they are about: found by meaning, in whatever language one asks."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import structlog

from charlotte.congress.model import Person, Session
from charlotte.congress.programme import Programme
from charlotte.congress.search.search import Search
from charlotte.errors import CharlotteError
from charlotte.knowledge.embedding import Embedder
from charlotte.knowledge.index import Vectors
from charlotte.knowledge.people_described import Described, described, told_by
from charlotte.knowledge.plain_questions import PLAIN_QUESTIONS
from charlotte.knowledge.reading_queue import ReadingQueue
from charlotte.knowledge.session_choice import OF_ANY, Nearest, nearest, shared, telling
from charlotte.knowledge.vectors import VectorsDiffer, VectorStore

log = structlog.get_logger(__name__)

AT_ONCE = 300
"""Sessions; of more, the titles are read first, so that something is known after half the time."""
ABSTRACT = 160
"""Characters of what is said of a session that are read."""
AGAIN_S = 60.0
"""When an endpoint that failed is asked again."""


@dataclass(frozen=True)
class _Held:
    programme: Programme
    sessions: tuple[Session, ...]
    vectors: tuple[Vectors, ...]
    """Of the titles, and where they were read, of titles with people and what is said of the sessions."""
    of_any: Vectors
    """How near each session is to questions that name nothing."""
    usual: float
    """How far apart such questions set the sessions."""
    people: Described | None = None
    """Who speaks, by what they are, where that was read."""

    @property
    def is_in_full(self) -> bool:
        """Whether more than titles was read: titles alone do not make sure what is meant."""
        return len(self.vectors) > 1

    def nearness(self, question: Vectors) -> Vectors:
        """Return how near each session is to a question, beyond what it has of any."""
        near: Vectors = np.mean([vectors @ question for vectors in self.vectors], axis=0) - OF_ANY * self.of_any
        return near


class SessionMeanings:
    """The sessions of all congresses, read by a model in the background."""

    def __init__(self, vectors: VectorStore, *, instead: Embedder | None = None) -> None:
        """Make it; `instead` reads everything, whichever model is loaded later."""
        self._vectors = vectors
        self._instead = instead
        self.embedder = instead
        self._held: dict[str, _Held] = {}
        self._seen: dict[str, Programme] = {}
        self._plain: tuple[Embedder, Vectors] | None = None
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

    async def nearest(self, programme: Programme, question: str) -> Nearest:
        """Return the sessions that come nearest to a question; none also while nothing is read."""
        self.want(programme)
        held = self._held.get(programme.congress.id)
        if self.embedder is None or held is None or not question.strip():
            return Nearest()
        try:
            vector = await self.embedder.question(question)
        except CharlotteError as failure:
            log.warning("sessions.by_words_only", code=failure.code)
            return Nearest()
        if len(vector) != held.vectors[0].shape[1]:
            log.error("sessions.by_words_only", code=VectorsDiffer.code)
            return Nearest()
        shares = shared(await Search.ready(programme), question, held.sessions)
        found = nearest(held.sessions, held.nearness(vector), shares, usual=held.usual, said=telling(question))
        now = (programme.by_id.get(one.id) for one in found.sessions)  # as they are since the last edit
        return Nearest(tuple(one for one in now if one is not None), found.is_sure and held.is_in_full)

    async def described(self, programme: Programme, question: str) -> Person | None:
        """Return who is meant by what a question says that they are; nobody also while nothing is read."""
        self.want(programme)
        held = self._held.get(programme.congress.id)
        if self.embedder is None or held is None or held.people is None or not question.strip():
            return None
        try:
            vector = await self.embedder.question(question)
        except CharlotteError as failure:
            log.warning("people.by_words_only", code=failure.code)
            return None
        if len(vector) != held.people.vectors.shape[1]:
            log.error("people.by_words_only", code=VectorsDiffer.code)
            return None
        found = held.people.meant(vector)
        return found if found is None else next((one for one in programme.persons if one.id == found.id), None)

    def _put(self, event_id: str) -> None:
        if not self.reading.put(event_id):
            self._seen.pop(event_id, None)

    async def _read(self, event_id: str) -> None:
        embedder, programme, held = self.embedder, self._seen.get(event_id), self._held.get(event_id)
        if embedder is None or programme is None:
            return
        if held is not None and held.programme is programme and held.is_in_full:
            return
        sessions = tuple(one for one in programme.sessions if one.title.strip())
        if not sessions:
            return
        titles, whole = [one.title for one in sessions], [in_full(one) for one in sessions]
        people = described(programme)
        roles = [one.affiliation or "" for one in people]
        if len(sessions) > AT_ONCE and held is None:
            await self._hold(programme, sessions, (), embedder, titles, later=whole + roles)
            self.reading.put(event_id)  # in full once the smaller ones are read
            return
        await self._hold(programme, sessions, people, embedder, titles + whole + roles)

    async def _hold(
        self,
        programme: Programme,
        sessions: tuple[Session, ...],
        people: tuple[Person, ...],
        embedder: Embedder,
        texts: list[str],
        later: Sequence[str] = (),
    ) -> None:
        event_id = programme.congress.id
        vectors = await self._vectors.read(event_id, embedder, texts, later)
        of_sessions = len(texts) - len(people)
        rankings = tuple(vectors[at : at + len(sessions)] for at in range(0, of_sessions, len(sessions)))
        plain = await self._plain_questions(embedder, vectors.shape[1])
        of_plain = np.mean([vectors @ plain.T for vectors in rankings], axis=0)
        of_any = of_plain.mean(axis=1)
        usual = float((of_plain - OF_ANY * of_any[:, None]).std(axis=0).mean())
        roles = told_by(people, vectors[of_sessions:], plain) if people else None
        self._held[event_id] = _Held(programme, sessions, rankings, of_any, usual, roles)

    async def _plain_questions(self, embedder: Embedder, numbers: int) -> Vectors:
        if self._plain is None or self._plain[0] is not embedder or self._plain[1].shape[1] != numbers:
            made = [await embedder.question(one) for one in PLAIN_QUESTIONS]
            if any(len(vector) != numbers for vector in made):
                raise VectorsDiffer("The model's vectors are not of one length.")
            self._plain = embedder, np.stack(made)
        return self._plain[1]


def in_full(session: Session) -> str:
    """Return a session as a model reads it: its title, who speaks and for whom, and how it is described."""
    people = ", ".join(f"{one.name} ({one.affiliation})" if one.affiliation else one.name for one in session.people)
    return ". ".join(filter(None, (session.title, people, (session.abstract or "")[:ABSTRACT])))
