"""Practical facts that documents state, proposed to staff in the document's own words with where they stand."""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from charlotte.database import insert_once, writing
from charlotte.knowledge.index import Index
from charlotte.knowledge.library import Library, Read
from charlotte.knowledge.passage import STAFF, Passage
from charlotte.knowledge.tables import ASIDE
from charlotte.knowledge.told_places import place_of

SURE = ("exact", "close")
_FIELD = re.compile(r"[^\W\d_A-Z][^:;.!?]{0,39}: \S")
"""The name begins small, as in data; a label that somebody wrote begins with a capital."""
_SENTENCE = re.compile(r"[^\Wa-z]\S*( \S+){2,}.*[.!?…]$", re.DOTALL)


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
        self._known: dict[str, tuple[Index, Mapping[str, int], Mapping[str, Proposal]]] = {}

    async def read(self, event_id: str) -> Read:
        """Return how far the documents are read."""
        return await self._library.read(event_id)

    async def proposed(self, event_id: str, wanted: Mapping[str, int]) -> list[Proposal]:
        """Return what the documents surely say about each wanted fact, which has at most so many characters.

        Nothing before they are read whole: by words alone a sentence about coats is one about the cloakroom.
        """
        if await self.read(event_id) != "whole":
            return []
        found = await self._found(event_id, wanted)
        async with self._engine.connect() as connection:
            aside = set(await connection.scalars(select(ASIDE.c.id).where(ASIDE.c.congress_id == event_id)))
        # One sentence is about one fact: the one that it answers best.
        best: dict[str, Proposal] = {}
        for one in found.values():
            if one.value not in best or one.score > best[one.value].score:
                best[one.value] = one
        kept = {one.fact for one in best.values() if one.id not in aside}
        return [found[fact] for fact in wanted if fact in kept]

    async def _found(self, event_id: str, wanted: Mapping[str, int]) -> Mapping[str, Proposal]:
        """Return what documents say about each fact; pages that ask again and again have them searched once."""
        index = await self._library.index(event_id)
        known = self._known.get(event_id)
        if known is not None and known[0] is index and known[1] == wanted:
            return known[2]
        languages = {passage.language for passage in index.passages if passage.document != STAFF}
        found: dict[str, Proposal] = {}
        for language in sorted(languages & _questions().keys()):
            for fact, questions in _questions()[language].items():
                for question in questions.split(" | "):
                    if fact in wanted and fact not in found:
                        proposal = await self._asked(event_id, fact, question, language, wanted[fact])
                        found |= {fact: proposal} if proposal is not None else {}
        self._known[event_id] = (index, dict(wanted), found)
        return found

    async def put_aside(self, event_id: str, proposal_id: str, who: str) -> None:
        """Never propose these words for this fact again."""
        async with writing(self._engine) as connection:
            row = {"congress_id": event_id, "id": proposal_id, "who": who}
            await connection.execute(insert_once(self._engine, ASIDE).values(**row))

    async def _asked(self, event_id: str, fact: str, question: str, language: str, longest: int) -> Proposal | None:
        answered = await self._library.search(event_id, question, limit=2, language=language)
        for quoted in answered.quoted:
            passage = quoted.found.passage
            value = as_told(quoted.quote, passage)
            fits = 0 < len(value) <= longest and passage.language == language and passage.document != STAFF
            if quoted.sureness in SURE and fits:
                return Proposal(fact, value, language, place_of(passage), quoted.score)
        return None


def as_told(quote: str, passage: Passage) -> str:
    """Return words of a file of names and values as somebody would tell them: "remark: One device each." is the remark.

    A value that is no sentence keeps its name, which says what it is: "Code: calendula30."
    """
    fields = {field for line in passage.text.split("\n") for field in line.strip("-• ").split("; ")}
    parts = quote.split("; ")
    if not all(part in fields and _FIELD.match(part) for part in parts):
        return quote
    told = []
    for part in parts:
        name, value = part.split(": ", 1)
        whole = value if _SENTENCE.match(value) else f"{name[:1].upper()}{name[1:]}: {value}"
        told.append(whole if whole.endswith((".", "!", "?", "…")) else f"{whole}.")
    return " ".join(told)


@lru_cache
def _questions() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files(__package__).joinpath("practical_questions.toml").read_text("utf-8"))
