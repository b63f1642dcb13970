"""The sentences of passages that answer a question, as they stand, and how sure that is: pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from charlotte.congress.search.folding import fold
from charlotte.knowledge.answer_kinds import OF_KIND, WEEKDAYS, days_of, held, holds
from charlotte.knowledge.index import Found, Index
from charlotte.knowledge.passage import STAFF, Passage
from charlotte.knowledge.query import MEALS, Query, Term, Text, text_of
from charlotte.knowledge.quotable import is_finished, is_whole, may_be_quoted
from charlotte.knowledge.units import Unit, together, units
from charlotte.knowledge.wording import listed, pattern

Sureness = Literal["exact", "close", "weak", "none"]

FROM_HEADING = 0.9
"""What a heading says counts for what stands under it."""
FROM_BESIDE = 0.5
"""What another sentence under the same heading says, of a concept."""
FROM_ABOVE = 0.6
"""The title and higher headings say it of too much."""
TO_THE_POINT = frozenset(("allergy", "gluten", "vegetarian", "vegan", "religious_food", "children", "age"))
"""Of these another sentence says nothing: who can eat what stands where it stands."""
EXACT, CLOSE, WEAK = 0.85, 0.6, 0.35
MODIFIER, BESIDE, UNKNOWN, FOREIGN, ASIDE = 0.4, 0.5, 0.3, 0.1, 0.03
"""Shares of a term's rarity: see `weights`."""
PLAIN = 0.5
"""The most that all plain words count together, beside the concepts."""
TWICE = 0.05
RANK = 0.8
"""How much the search's own order counts beside what the sentences say."""
HOLDS, LACKS = 0.2, -0.15
"""For a sentence that holds, or lacks, the price, time or number that was asked for."""
THE_DAY, OTHER_DAY = 0.1, 0.3
"""For a sentence about the day that is asked for, and off one that is about other days."""
FIRST = 0.02
BOUGHT = frozenset(("registration", "ticket", "price", "free", "payment"))
"""Where a price is asked for, what these are for is what is asked about."""
SAME, SAME_KIND = 0.045, 0.12
"""Sentences of one section that differ by less are quoted together: nothing tells which of them is meant.

More, where both hold what was asked for: the one that calls it by its name is not the truer one.
"""
MOST_BESIDE = 3
FEES = Term("", frozenset(), frozenset(("price",)))
MEANT, APART, FAR = 0.25, 0.04, 0.1
"""What it counts that a passage is nearest in meaning, between two distances (cosine) from those that follow."""
OTHERS = 5
NEARER = 3.0
"""What a passage loses by its distance in meaning from the nearest one, among those that answer."""
BESIDE_ENOUGH = 0.3
"""So much of a question a second sentence must speak of to complete the first."""


@dataclass(frozen=True)
class Quoted:
    """What a passage says to a question, in its own words; `quote` is empty where nothing of it does."""

    found: Found
    quote: str
    sureness: Sureness
    score: float


@dataclass(frozen=True)
class _Judged:
    """How well one sentence answers."""

    at: int
    worth: float
    covered: float
    own: frozenset[Term]
    """What the sentence itself speaks of."""


def answers(query: Query, found: Sequence[Found], index: Index) -> list[Quoted]:
    """Return the passages with what each says to the question, what answers best first."""
    meant, far = _standing_out(found)
    quoted = [_quoted(query, one, weights(query, one.passage, index), far if one is meant else 0.0) for one in found]
    best = max((one.score for one in found), default=1.0)
    nearest = max((one.nearness or 0.0 for one in found), default=0.0)

    def worth(one: Quoted) -> float:
        behind = NEARER * (nearest - one.found.nearness) if one.found.nearness is not None else 0.0
        return one.score + RANK * one.found.score / best - behind

    return sorted(quoted, key=worth, reverse=True)


def _standing_out(found: Sequence[Found]) -> tuple[Found | None, float]:
    """Return the passage whose meaning is nearest to the question, and what that counts by how far others are."""
    near = sorted((one for one in found if one.nearness is not None), key=lambda one: -(one.nearness or 0))
    if len(near) <= OTHERS:
        return None, 0.0
    apart = (near[0].nearness or 0) - sum(one.nearness or 0 for one in near[1 : OTHERS + 1]) / OTHERS
    return near[0], MEANT * min(1.0, max(0.0, (apart - APART) / (FAR - APART)))


def weights(query: Query, passage: Passage, index: Index) -> list[tuple[Term, float]]:
    """Return how much each term counts: what is asked about counts most, words beside it little.

    A plain word of another language than the passage's cannot stand there, so that its absence says nothing; where it
    stands in the documents all the same, it is a name.
    """
    about = _about(query)
    some = any(term.concepts for term in query.terms)
    found = []
    for term in query.terms:
        weight = index.rarity(term)
        if term.is_aside:
            share = ASIDE
        elif term.written in WEEKDAYS:  # of "tonight": most of what holds tonight names no day
            share = FOREIGN
        elif term.concepts:
            share = MODIFIER if about and term not in about else 1.0
        elif term.is_name or _is_unheard_name(term, query, index):
            share = 1.0
        elif query.language != passage.language and some:
            share = BESIDE if index.knows(term) else FOREIGN
        else:
            share = 1.0 if not some else BESIDE if index.knows(term) else UNKNOWN
        found.append((term, share * weight))
    told = {term for term in query.terms if term.concepts or term.is_name or _is_unheard_name(term, query, index)}
    return _with_little_beside(found, told) if about else found


def _is_unheard_name(term: Term, query: Query, index: Index) -> bool:
    """Return whether a word is written as a name that no passage holds: what is asked of it stands nowhere.

    In German every noun is written so.
    """
    if fold(term.written) in listed("question", "capitalised"):
        return False
    inside = re.search(rf"(?<=[\w,] ){re.escape(term.written)}(?!\w)", query.original)
    return query.language != "de" and inside is not None and term.written[:1].isupper() and not index.knows(term)


def _about(query: Query) -> frozenset[Term]:
    """Return what is asked about; the other concepts say how, as what is bought does where a price is asked for."""
    spoken = [term for term in query.terms if term.concepts]
    meals = [term for term in spoken if term.concepts & MEALS]
    buys = "price" in query.expects and any(term.concepts - BOUGHT for term in spoken)
    about = [
        term
        for term in spoken
        if not (term.is_modifier or term.is_aside)
        and not (buys and term.concepts <= BOUGHT)
        and not (meals and term.concepts == {"food"})
    ]
    return frozenset(about or meals)


def _with_little_beside(weights: Sequence[tuple[Term, float]], told: set[Term]) -> list[tuple[Term, float]]:
    """Return the weights with all plain words together below what is asked about: people speak in whole sentences."""
    known = sum(weight for term, weight in weights if term in told)
    plain = sum(weight for term, weight in weights if term not in told)
    share = min(1.0, PLAIN * known / plain) if plain else 1.0
    return [(term, weight if term in told else weight * share) for term, weight in weights]


def _quoted(query: Query, found: Found, weights: Sequence[tuple[Term, float]], meant: float) -> Quoted:
    passage = found.passage
    total = sum(weight for _, weight in weights)
    said = list(units(passage))
    if not total or not said or not all(map(is_finished, passage.path)):
        return Quoted(found, "", "none", 0.0)
    heading, above = text_of(passage.heading), text_of(" ".join((passage.title, *passage.path)))
    places = (heading, above, text_of(passage.text))
    judged = [
        _judged(query, at, unit, places, weights)
        for at, unit in enumerate(said)
        if may_be_quoted(unit.text) and not _is_a_name(unit)
    ]
    if not judged:
        return Quoted(found, "", "none", 0.0)
    best = max(judged, key=lambda one: (one.worth, -one.at))
    chosen = [best.at, *_beside(query, best, judged, said)]
    quote = passage.text if passage.document == STAFF else together(said, chosen)
    covered = best.covered + meant
    if query.expects and held(query.expects, quote) == query.expects:  # together they are of the kind asked for
        covered = max(covered, coverage(query, replace(said[best.at], text=quote), places, weights)[1] / total + meant)
    # That a fact of the kind is told at all says more than which words stand around it.
    denies = pattern("denial", "any").search(text_of(quote).folded)  # what there is not has no time and no price
    lacks = query.expects and not held(query.expects, quote) and not denies
    return Quoted(found, quote, _sureness(covered), covered + best.worth / 10 + (LACKS if lacks else 0))


def _judged(
    query: Query, at: int, unit: Unit, places: tuple[Text, Text, Text], weights: Sequence[tuple[Term, float]]
) -> _Judged:
    total = sum(weight for _, weight in weights)
    own, covered, twice = coverage(query, unit, places, weights)
    worth = covered / total + TWICE * twice / total + fitting(unit.text, query) + (FIRST if unit.is_first else 0)
    worth -= 0 if is_whole(unit.text) else 0.3
    return _Judged(at, worth, covered / total, own)


def coverage(
    query: Query, unit: Unit, places: tuple[Text, Text, Text], weights: Sequence[tuple[Term, float]]
) -> tuple[frozenset[Term], float, float]:
    """Return what a sentence speaks of, the weight of that with what its place does, and of what both speak of."""
    heading, above, beside = places
    text, lead = text_of(unit.text), text_of(f"{unit.above} {unit.asked} {unit.before}")
    own: set[Term] = set()
    covered = twice = 0.0
    for term, weight in weights:
        near = term.is_in(lead) or term.is_in(heading) or (_is_bought(term, query) and FEES.is_in(heading))
        if term.is_in(text) or _is_told(term, query, unit.text):
            own.add(term)
            covered += weight
            twice += weight if near else 0
        elif near:
            covered += FROM_HEADING * weight
        elif term.is_in(above):
            covered += FROM_ABOVE * weight
        elif term.concepts - TO_THE_POINT and term.is_in(beside):
            covered += FROM_BESIDE * weight
    return frozenset(own), covered, twice


def _is_bought(term: Term, query: Query) -> bool:
    """Return whether something is what a price is asked of: to register is what stands under "Fees"."""
    return "price" in query.expects and bool(term.concepts) and term.concepts <= BOUGHT


def _is_told(term: Term, query: Query, sentence: str) -> bool:
    """Return whether a sentence tells by a fact what is asked for: "1 euro each" is a price."""
    return any(
        kind in query.expects and names & term.concepts and holds(kind, sentence) for kind, names in OF_KIND.items()
    )


def _beside(query: Query, best: _Judged, judged: Sequence[_Judged], said: Sequence[Unit]) -> list[int]:
    """Return the sentences that complete the best one: what else was asked for, and those that are as good."""
    others = sorted((one for one in judged if one is not best), key=lambda one: (-one.worth, one.at))
    first = said[best.at].text
    wanted = set(query.expects - held(query.expects, first))
    unsaid = {term for term in query.terms if term.concepts} - best.own
    chosen: list[int] = []
    for one in others:
        text = said[one.at].text
        tells = held(wanted, text)
        if one.covered >= BESIDE_ENOUGH and (tells or unsaid & one.own) and not _is_other_day(text, query):
            chosen.append(one.at)
            wanted -= tells
            unsaid -= one.own
    fits = held(query.expects, first)
    for one in others:
        gap = SAME_KIND if fits and held(query.expects, said[one.at].text) == fits else SAME
        if one.at not in chosen and best.worth - one.worth < gap:
            chosen.append(one.at)
    return chosen[:MOST_BESIDE]


def _is_a_name(unit: Unit) -> bool:
    """Return whether an item is one word of a list of names, as of a menu's pages, and says nothing."""
    return unit.is_item and not unit.above and not unit.asked and unit.text.isalpha()


def fitting(sentence: str, query: Query) -> float:
    lacks = 0.0 if pattern("denial", "any").search(text_of(sentence).folded) else LACKS
    fits = sum(HOLDS if holds(kind, sentence) else lacks for kind in query.expects)
    return (
        fits - (OTHER_DAY if _is_other_day(sentence, query) else 0) + (THE_DAY if _is_the_day(sentence, query) else 0)
    )


def _is_the_day(sentence: str, query: Query) -> bool:
    return bool(query.concepts & days_of(text_of(sentence).folded))


def _is_other_day(sentence: str, query: Query) -> bool:
    """Return whether a sentence is about other days of the week than the one that is asked for."""
    asked = query.concepts & frozenset(WEEKDAYS)
    return bool(asked and (told := days_of(text_of(sentence).folded)) and not told & asked)


def _sureness(covered: float) -> Sureness:
    return "exact" if covered >= EXACT else "close" if covered >= CLOSE else "weak" if covered >= WEAK else "none"
