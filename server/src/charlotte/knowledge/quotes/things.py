"""What of the things that visitors need a text names, and what the headings and the title above a passage do: pure."""

import re
from functools import lru_cache

from charlotte.congress.search.folding import words
from charlotte.knowledge.concepts import spotted
from charlotte.knowledge.passage import Passage
from charlotte.knowledge.query import OCCASIONS, query_of
from charlotte.knowledge.wording import listed

SEVERAL = re.compile(r"[,/&+;]| (?:and|e|ed|et|und|y) ", re.IGNORECASE)
"""What stands between several things of a heading."""
SHORTEST = 3
"""Letters of a word that says nothing of its own, unless it is known."""


def things_of(concepts: frozenset[str]) -> frozenset[str]:
    """Return those of several concepts that are what something is asked or told about, not how or when."""
    return concepts - listed("question", "modifiers")


def wanted_of(concepts: frozenset[str]) -> frozenset[str]:
    """Return what a question is about, meals and trips among it: a guided tour is a trip, whatever else it may be."""
    occasions = concepts & OCCASIONS
    is_one = bool(occasions - {"party"})
    return things_of(concepts) - ({"party"} if is_one else set()) | (occasions - {"party"} if is_one else occasions)


@lru_cache(maxsize=20_000)
def things_in(text: str) -> frozenset[str]:
    """Return what a text names of the things that visitors ask about."""
    return things_of(frozenset(concept.name for concept, _, _ in spotted(words(text))))


def named_in(text: str) -> frozenset[str]:
    """Return what a text names of what visitors need, meals and trips among them."""
    return frozenset(name for one in words_for_things(text) for name in one)


@lru_cache(maxsize=20_000)
def words_for_things(text: str) -> tuple[frozenset[str], ...]:
    """Return for each word or phrase that names what visitors need all that it may mean: a "sortie" is a trip or a way
    out."""
    found: list[tuple[int, int, frozenset[str]]] = []
    for concept, first, last in sorted(spotted(words(text)), key=lambda one: one[1:]):
        meant = things_of(frozenset((concept.name,))) | {concept.name} & OCCASIONS
        if found and first < found[-1][1]:
            start, end, before = found.pop()
            found.append((start, max(end, last), before | meant))
        else:
            found.append((first, last, meant))
    return tuple(meant for _, _, meant in found if meant)


def above(passage: Passage) -> str:
    """Return the heading, or the one above it where it says nothing of its own, as "Prices" does; at last the title."""
    headings = (*passage.path[::-1], passage.title)
    return next((one for one in headings if not _says_only_how(one)), passage.heading)


@lru_cache(maxsize=20_000)
def _says_only_how(heading: str) -> bool:
    """Return whether a heading names no thing: when and where, what it costs."""
    telling = [term for term in query_of(heading).terms if term.concepts or len(term.written) > SHORTEST]
    return all(term.is_modifier and not term.concepts & OCCASIONS for term in telling)


def above_of_an_occasion(passage: Passage) -> str:
    """Return the nearest heading that names a meal or a trip, or else the paper's title, where it names one."""
    headings = (*passage.path[::-1], passage.title)
    return next((one for one in headings if named_in(one) & OCCASIONS), "")


def is_headed_by(passage: Passage, wanted: frozenset[str]) -> bool:
    """Return whether a passage stands under what is wanted and under nothing else."""
    named = words_for_things(above(passage))
    return bool(named) and all(not wanted.isdisjoint(one) for one in named)


def is_headed_by_an_occasion(passage: Passage, wanted: frozenset[str]) -> bool:
    """Return whether a passage stands under the meal or trip that is wanted, wherever it leads: "Trip to a garden"."""
    heading = above(passage)
    named = words_for_things(heading)
    return bool(named) and bool(named[0] & wanted & OCCASIONS) and SEVERAL.search(heading) is None
