"""Which session a question speaks of, by how near each is in meaning, the words it shares, and the people it names."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from charlotte.congress.lexicon import Lexicon
from charlotte.congress.model import Session
from charlotte.congress.search.content import content_words
from charlotte.congress.search.folding import words
from charlotte.congress.search.function_words import FUNCTION_WORDS, HONORIFICS, ROOM_WORDS, SESSION_WORDS
from charlotte.congress.search.meanings import as_names
from charlotte.congress.search.search import Search
from charlotte.congress.search.titles import same_talk
from charlotte.knowledge.index import Vectors
from charlotte.knowledge.languages import likeliest

FEWEST = 8
"""Sessions; among fewer, none can stand out."""
ALL_ALIKE = 0.001
"""Of nearness: with less between them, a question says nothing about any session."""
OF_ANY = 0.7
"""So much of a session's nearness to questions that name nothing is no sign that it is meant."""
SAID, NAMED = 3.0, 1.0
"""What a session counts that holds all words of a question, or a speaker who is named, in standard deviations of
nearness."""
ALWAYS, ABOVE, AHEAD, APART, WORDS, PAUSE = -3.97, 0.757, 0.693, 2.345, 1.43, -3.75
"""What makes likely that the best is meant: how far it stands above chance and above the second, how far apart the
question sets the sessions, how many words it has that may tell one from another; less where the best is a break.

A logistic regression on 442 questions about 21 congresses, in five languages; figures are those of each congress with
the weights of the others. Of 309 that speak of one session the right one is best in 255. Of 180 told as fact 174 are
right, and of 135 of at least 0.9 all but one; of 90 told as nearest 56, and 7 more are the second. Of 78 that ask for
what no session is about 1 is taken for a session, and 6 come near one.
"""
SURE, NEAR = 0.75, 0.45
"""How likely the best must be to be told as fact, or as the nearest."""
FARTHEST = 1.2
"""How many times as far apart as usual a question can set the sessions, as a logarithm."""
LIKE = 0.7
"""From here a word that no title holds may be a name that was misheard; what else was said must confirm it."""
SHORTEST = 5
"""Letters of such a word."""
MOST_PEOPLE = 300
"""Among the names of more, one is like any word by chance."""
NO_NAMES = FUNCTION_WORDS | SESSION_WORDS | ROOM_WORDS | HONORIFICS
PAUSES = ("break", "social")
"""Kinds that are seldom meant by what they mean: any question of a meal is near to them."""
BESIDE = 1.0
"""So near behind the best, the second may be meant as well."""
UNDECIDED = 0.5
"""And so near behind, nothing is sure."""


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
    language = likeliest(question)[0]
    names = as_names(said, language)
    for spoken in search.content.best(search.titles.apart(said.tokens), language, names):
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


def telling(question: str) -> int:
    """Return how many words of a question may tell one session from another."""
    return len(set(content_words(words(question).tokens)))


def nearest(sessions: Sequence[Session], nearness: Vectors, shares: Vectors, *, usual: float, said: int) -> Nearest:
    """Return what comes nearest, and whether it surely is meant.

    `nearness` is that of each session's meaning without what it has of any question, `usual` how far apart questions
    that name nothing set the sessions; `shares` is what `shared` counts, and `said` how many words are `telling`.
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
    apart = min(math.log(spread / max(usual, ALL_ALIKE)), FARTHEST)
    likely = _logistic(
        ALWAYS
        + ABOVE * above_chance
        + AHEAD * ahead
        + APART * apart
        + WORDS * math.log1p(said)
        + PAUSE * (best.kind in PAUSES)
    )
    if likely >= SURE and ahead >= UNDECIDED:
        return Nearest((best,), is_sure=True)
    if likely < NEAR:
        return Nearest()
    return Nearest((best, sessions[others[0]]) if ahead < BESIDE else (best,))


def _logistic(weight: float) -> float:
    return 1 / (1 + math.exp(-max(min(weight, 50.0), -50.0)))
