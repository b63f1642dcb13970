"""Which session a question speaks of, by how near each is in meaning, the words it shares, and the people it names."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from charlotte.congress.lexicon import Lexicon
from charlotte.congress.model import Session
from charlotte.congress.search.folding import words
from charlotte.congress.search.function_words import FUNCTION_WORDS, HONORIFICS, ROOM_WORDS, SESSION_WORDS
from charlotte.congress.search.search import Search
from charlotte.congress.search.titles import same_talk
from charlotte.knowledge.index import Vectors

FEWEST = 8
"""Sessions; among fewer, none can stand out."""
ALL_ALIKE = 0.001
"""Of nearness: with less between them, a question says nothing about any session."""
OF_ANY = 0.7
"""So much of a session's nearness to questions that name nothing is no sign that it is meant."""
SAID, NAMED = 3.0, 1.0
"""What a session counts that holds all words of a question, or a speaker who is named, in standard deviations of
nearness."""
SURE, NEAR = 2.8, 0.2
"""How far the best must stand above chance and above the second, together, to be told as fact, or as the nearest.

Chosen on 324 questions about 16 congresses, each without its own congress: of 228 that speak of one session the right
one is best in 204 and among three in 214; it is told as fact in 143 and another in 2. Of 96 that speak of nothing in
the programme 3 are taken for a session before anything else refuses them. The sureness that the others ask for is the
same within 0.1, whichever congress is left out. Of 57 that only come near one, 51 name it.
"""
LIKE = 0.7
"""From here a word that no title holds may be a name that was misheard; what else was said must confirm it."""
SHORTEST = 5
"""Letters of such a word."""
MOST_PEOPLE = 300
"""Among the names of more, one is like any word by chance."""
NO_NAMES = FUNCTION_WORDS | SESSION_WORDS | ROOM_WORDS | HONORIFICS
BESIDE = 0.5
"""So near behind the best, the second may be meant as well."""


@dataclass(frozen=True)
class Nearest:
    """The sessions that come nearest to a question, best first."""

    sessions: tuple[Session, ...] = ()
    """One, or two between which little can be told; none where nothing comes near."""
    is_sure: bool = False
    """The first is what the question speaks of."""


def shared(search: Search, question: str, sessions: Sequence[Session]) -> Vectors:
    """Return what the words and names of a question count for each session."""
    said = words(question)
    counts: dict[str, float] = {}
    for spoken in search.content.best(search.titles.apart(said.tokens)):
        counts[spoken.session.id] = SAID * spoken.coverage
    named: dict[str, float] = {}
    alike: dict[str, float] = {}
    for spotted in Lexicon(search).people(said):
        for session in search.programme.by_speaker.get(spotted.person.id, ()):
            named[session.id] = max(named.get(session.id, 0.0), NAMED * spotted.likeness)
    is_small = len(search.programme.persons) <= MOST_PEOPLE
    for word in dict.fromkeys(said.tokens if is_small else ()):
        if len(word) < SHORTEST or word in NO_NAMES or word in search.titles.vocabulary:
            continue
        for hit in search.people.bearing(word, LIKE):
            for session in search.programme.by_speaker.get(hit.value.id, ()):
                alike[session.id] = max(alike.get(session.id, 0.0), NAMED * hit.score)
    return np.array(
        [sum(held.get(one.id, 0.0) for held in (counts, named, alike)) for one in sessions], dtype=np.float32
    )


def nearest(sessions: Sequence[Session], nearness: Vectors, shares: Vectors) -> Nearest:
    """Return what comes nearest, and whether it surely is meant.

    `nearness` is that of each session's meaning without what it has of any question; `shares` what `shared` counts.
    """
    spread = float(nearness.std())
    if len(sessions) < FEWEST or spread < ALL_ALIKE:
        return Nearest()
    scores = (nearness - nearness.mean()) / spread + shares
    order = [int(at) for at in np.argsort(-scores, kind="stable")]
    best = sessions[order[0]]
    others = [at for at in order if not same_talk(sessions[at], best)]
    if len(others) < FEWEST - 1:
        return Nearest()
    rest = scores[others]
    deviation = float(rest.std()) or 1.0
    above_chance = (float(scores[order[0]]) - float(rest.mean())) / deviation - math.sqrt(2 * math.log(len(sessions)))
    ahead = (float(scores[order[0]]) - float(rest[0])) / deviation
    sureness = above_chance + ahead
    if sureness >= SURE:
        return Nearest((best,), is_sure=True)
    if sureness < NEAR:
        return Nearest()
    return Nearest((best, sessions[others[0]]) if ahead < BESIDE else (best,))
