"""Everything that can be looked up in one version of a programme."""

import asyncio
from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from charlotte.congress.model import Person, Room, Session
from charlotte.congress.programme import Programme
from charlotte.congress.search.affiliations import Affiliations
from charlotte.congress.search.content import Content
from charlotte.congress.search.folding import fold, folded
from charlotte.congress.search.letter_names import NAMES as LETTER_NAMES
from charlotte.congress.search.name_sounds import NameSounds
from charlotte.congress.search.people import People
from charlotte.congress.search.places import Places
from charlotte.congress.search.same_topic import variants
from charlotte.congress.search.sounding import Sounding
from charlotte.congress.search.spoken_names import SpokenNames
from charlotte.congress.search.strength import CLOSE, NEAR, WEAK, Hit, Strength, strength
from charlotte.congress.search.titles import TitleHit, Titles
from charlotte.congress.search.topics import ENOUGH, TopicHit, Topics
from charlotte.congress.search.vocabulary import Vocabulary

MatchedBy = Literal["title", "topic"]

NAMED = 0.45
"""A session counts as named when at least this much of its title was said."""

WHOLE = 0.99
ONE_WORD, FEW = 0.4, 2
"""Of the words of a question a rare one is this much, which so many titles hold at most."""
SOME = 0.3
"""Of the words of a question with several topics, one topic is about this much."""


@dataclass(frozen=True)
class Found:
    """The sessions that a query finds."""

    matched_by: MatchedBy | None
    """`title`: one session was named; `topic`: all of these are about it."""
    strength: Strength
    hits: tuple[Hit[Session], ...]
    total: int


class Search:
    """The indexes of one programme, each built when it is first needed."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.is_warm = False
        """Whether every index is built."""

    @classmethod
    def of(cls, programme: Programme) -> "Search":
        """Return the search of a programme; the last few are kept."""
        return _searches(programme)

    @classmethod
    async def ready(cls, programme: Programme) -> "Search":
        """Return the search with every index built: a second of work on a thousand sessions, done in a thread."""
        search = cls.of(programme)
        if not search.is_warm:
            await asyncio.to_thread(search.warm)
        return search

    @cached_property
    def people(self) -> People:
        """Everybody who speaks."""
        return People(self.programme.persons)

    @cached_property
    def affiliations(self) -> Affiliations:
        """Everybody by company or institute."""
        return Affiliations(self.programme.sessions)

    @cached_property
    def places(self) -> Places:
        """All rooms."""
        return Places(self.programme.rooms)

    @cached_property
    def titles(self) -> Titles:
        """All titles."""
        return Titles(self.programme.sessions)

    @cached_property
    def topics(self) -> Topics:
        """All words of all sessions."""
        return Topics(self.programme.sessions, self.programme.congress.languages)

    @cached_property
    def content(self) -> Content:
        """The words of all titles, across languages."""
        return Content(self.programme.sessions, self.topics)

    @cached_property
    def sounding(self) -> Sounding:
        """All names by their sound."""
        return Sounding(self.programme)

    @cached_property
    def names(self) -> NameSounds:
        """All names of people by their sound, whole."""
        return NameSounds(self.programme.persons)

    @cached_property
    def spoken(self) -> dict[str, SpokenNames]:
        """All rooms and people by their sound in each language."""
        rooms, persons = self.programme.rooms, self.programme.persons
        return {language: SpokenNames(rooms, persons, language) for language in LETTER_NAMES}

    def warm(self) -> None:
        """Build every index now: a first question should not wait for it."""
        named = (self.people, self.affiliations, self.places, self.titles)
        for index in (*named, self.topics, self.content, self.sounding, self.names):
            assert index is not None
        assert self.spoken
        self.is_warm = True

    def persons(self, name: str, limit: int = 5) -> list[Hit[Person]]:
        """Return who may be meant, best first."""
        return self.people.find(name, limit)

    def rooms(self, name: str, limit: int = 5) -> list[Hit[Room]]:
        """Return which rooms may be meant, best first."""
        return self.places.find(name, limit)

    def tracks(self, name: str) -> list[Hit[str]]:
        """Return which tracks may be meant, best first."""
        heard = " ".join(folded(name))
        named = self.programme.names_of_tracks.items()
        hits = [Hit(track, max(_track_score(heard, name) for name in names)) for track, names in named]
        return sorted((hit for hit in hits if hit.score >= WEAK), key=lambda hit: (-hit.score, hit.value))[:5]

    def sessions(
        self, query: str, among: Container[str] | None = None, limit: int = 10, asked_in: str | None = None
    ) -> Found:
        """Return the sessions that a query names or is about, best first; `asked_in` is its language (ISO 639-1)."""
        titled = self.titles.find(query, among, limit)
        best = titled[0] if titled else None
        if best is not None and best.score >= CLOSE and best.of_title >= NAMED:
            return _by_title(titled, limit)
        topical = self._topical(query, among, asked_in)
        stands_out = best is not None and (len(titled) == 1 or best.score - titled[1].score >= NEAR)
        named = best is not None and best.score >= CLOSE and stands_out
        if best is not None and named and (len(topical) <= 1 or best.of_query > 0.99):
            return _by_title(titled, limit)
        full = [hit for hit in topical if hit.coverage >= WHOLE]
        if full:
            hits = [Hit(hit.session, 0.9 if hit.in_title >= WHOLE else 0.82) for hit in full]
            return Found("topic", "close", tuple(hits[:limit]), len(hits))
        if not named and (heard := self.titles.by_sound(query, among)):
            return _by_title(heard, limit)
        weak = {hit.session.id: Hit(hit.session, min(hit.score, CLOSE - 0.01)) for hit in titled if hit.score >= WEAK}
        for hit in topical:
            weak.setdefault(hit.session.id, Hit(hit.session, WEAK))
        for hit in self._by_one_word(query, among, asked_in) if not weak else ():
            weak[hit.session.id] = Hit(hit.session, WEAK)
        hits = sorted(weak.values(), key=lambda hit: -hit.score)
        found = strength(best.score) if best is not None and named else "weak" if hits else "none"
        by_title = best is not None and best.score >= WEAK
        matched_by: MatchedBy | None = ("title" if by_title else "topic") if hits else None
        return Found(matched_by, found, tuple(hits[:limit]), len(hits))

    def _topical(self, query: str, among: Container[str] | None, asked_in: str | None) -> list[TopicHit]:
        """Return the sessions that hold the words of a query; where none does, what else these words are called."""
        found = self.topics.find(query, among, limit=1000, asked_in=asked_in)
        _, *others = variants(" ".join(folded(query))) if not found else ("",)
        return next((hits for other in others if (hits := self.topics.find(other, among, limit=1000))), found)

    def _by_one_word(self, query: str, among: Container[str] | None, asked_in: str | None) -> list[TopicHit]:
        """Return the one session, or the two, whose title holds a word of those asked for that is in no other."""
        found = self.topics.find(query, among, limit=1000, enough=ONE_WORD, asked_in=asked_in)
        titled = [hit for hit in found if hit.in_title >= ONE_WORD]
        return titled if len(titled) <= FEW else []

    def about(self, topic: str, among: Container[str] | None = None, asked_in: str | None = None) -> Found:
        """Return all sessions about a topic; of several topics in one breath, also those about one of them."""
        best_of: dict[str, TopicHit] = {}
        for variant in variants(" ".join(folded(topic))):
            for hit in self.topics.find(variant, among, limit=1000, enough=SOME, asked_in=asked_in):
                held = best_of.get(hit.session.id)
                if held is None or (hit.coverage, hit.in_title, hit.rank) > (held.coverage, held.in_title, held.rank):
                    best_of[hit.session.id] = hit
        hits = list(best_of.values())
        whole = [hit for hit in hits if hit.coverage >= WHOLE]
        partly = [hit for hit in hits if hit.coverage < WHOLE and (hit.in_title or not whole)]
        ranked = sorted([*whole, *partly], key=lambda hit: (-round(hit.coverage, 3), -hit.in_title, -hit.rank))
        scored = tuple(Hit(hit.session, CLOSE if hit.coverage >= ENOUGH or hit.in_title else WEAK) for hit in ranked)
        best: Strength = "close" if any(hit.score >= CLOSE for hit in scored) else "weak" if scored else "none"
        return Found("topic" if scored else None, best, scored, len(scored))


@lru_cache(maxsize=8)
def _searches(programme: Programme) -> Search:
    return Search(programme)


def _by_title(titled: list[TitleHit], limit: int) -> Found:
    hits = [Hit(hit.session, hit.score) for hit in titled if hit.score >= WEAK]
    return Found("title", hits[0].strength, tuple(hits[:limit]), len(hits))


def _track_score(heard: str, track: str) -> float:
    name = " ".join(folded(track))
    if heard == name:
        return 1.0
    said, named = set(heard.split()), name.split()
    similar = Vocabulary(named).similarities(sorted(said))
    of_track = float(similar.max(axis=0, initial=0).mean()) if similar.size else 0.0
    of_heard = float(similar.max(axis=1, initial=0).mean()) if similar.size else 0.0
    return min(0.97, 0.75 * of_heard + 0.25 * of_track) if fold(track) else 0.0
