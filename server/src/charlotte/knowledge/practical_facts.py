"""Practical facts that documents state, proposed to staff in the document's own words with where they stand."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from charlotte.database import insert_once, writing
from charlotte.knowledge.library import Library
from charlotte.knowledge.passage import STAFF
from charlotte.knowledge.tables import ASIDE
from charlotte.knowledge.told_places import place_of

SURE = ("exact", "close")


@dataclass(frozen=True)
class Proposal:
    """What a document seems to say about a fact."""

    fact: str
    value: str
    """The document's own words."""
    language: str
    source: str
    """Where they stand, as a reader looks for it."""
    score: float
    """How well they answer."""

    @property
    def id(self) -> str:
        """The same for the same words about the same fact, whenever they are imported."""
        return hashlib.sha256(f"{self.fact}|{self.value}".encode()).hexdigest()[:32]


class PracticalFacts:
    """What documents state and staff have not told; nothing of it is in force before staff take it up."""

    def __init__(self, library: Library, engine: AsyncEngine) -> None:
        self._library = library
        self._engine = engine

    async def proposed(self, event_id: str, wanted: Mapping[str, int]) -> list[Proposal]:
        """Return what the documents surely say about each wanted fact, which has at most so many characters."""
        index = await self._library.index(event_id)
        languages = {passage.language for passage in index.passages if passage.document != STAFF}
        found: dict[str, Proposal] = {}
        for language in sorted(languages & _questions().keys()):
            for fact, questions in _questions()[language].items():
                for question in questions.split(" | "):
                    if fact in wanted and fact not in found:
                        proposal = await self._asked(event_id, fact, question, language, wanted[fact])
                        found |= {fact: proposal} if proposal is not None else {}
        async with self._engine.connect() as connection:
            aside = set(await connection.scalars(select(ASIDE.c.id).where(ASIDE.c.congress_id == event_id)))
        # One sentence is about one fact: the one that it answers best.
        best: dict[str, Proposal] = {}
        for one in found.values():
            if one.value not in best or one.score > best[one.value].score:
                best[one.value] = one
        kept = {one.fact for one in best.values() if one.id not in aside}
        return [found[fact] for fact in wanted if fact in kept]

    async def put_aside(self, event_id: str, proposal_id: str, who: str) -> None:
        """Never propose these words for this fact again."""
        async with writing(self._engine) as connection:
            row = {"congress_id": event_id, "id": proposal_id, "who": who}
            await connection.execute(insert_once(self._engine, ASIDE).values(**row))

    async def _asked(self, event_id: str, fact: str, question: str, language: str, longest: int) -> Proposal | None:
        answered = await self._library.search(event_id, question, limit=2, language=language)
        for quoted in answered.quoted:
            passage = quoted.found.passage
            fits = 0 < len(quoted.quote) <= longest and passage.language == language and passage.document != STAFF
            if quoted.sureness in SURE and fits:
                return Proposal(fact, quoted.quote, language, place_of(passage), quoted.score)
        return None


@lru_cache
def _questions() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files(__package__).joinpath("practical_questions.toml").read_text("utf-8"))
