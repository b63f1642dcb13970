"""What a quote is about beside what is asked about: another thing, another diet, a dinner's ticket, no amount."""

import re

from charlotte.congress.search.folding import words
from charlotte.knowledge.answering import Quoted
from charlotte.knowledge.concepts import spotted
from charlotte.knowledge.leaning import leans
from charlotte.knowledge.passage import Passage
from charlotte.knowledge.query import MEALS, OCCASIONS, RELATED, Query
from charlotte.knowledge.quotes.features import Seen
from charlotte.knowledge.quotes.kinds import asked, held
from charlotte.knowledge.quotes.things import (
    above,
    above_of_an_occasion,
    named_in,
    things_in,
    things_of,
    wanted_of,
)
from charlotte.knowledge.wording import listed

ALLERGY = "allergy"
EATEN = MEALS | {"food", "menu", "coffee"}
"""Beside an allergy, what makes it a question of what to eat and none of medicine."""
DIETS = frozenset((ALLERGY, "gluten", "vegetarian", "vegan", "religious_food"))
CLAUSES = re.compile(r"[;:.!?]\s+")
TELLS_WHERE = re.compile(
    r"(?:^|; )(?:place|location|where|luogo|dove|posto|lieu|endroit|où|ort|wo|standort|lugar|dónde|ubicación)\s*: "
    r"|\b(?:level|niveau|ebene|livello|nivel)\b",
    re.IGNORECASE,
)
"""Labels of facts that say where something is, and words for floors."""
ADMISSION = frozenset(("ticket", "registration", "voucher", "entrance"))
PAYING = frozenset(("price", "free", "payment"))
WHO_PAYS = frozenset("member non_member student senior apprentice unemployed journalist carer".split())
ELSEWHERE = frozenset(("dinner", "excursion"))
OF_THE_HOUSE = frozenset("accessibility lift stairs parking toilets animals luggage cloakroom wifi first_aid".split())
"""What a house has, and a restaurant or a boat again."""
TOLD_UNDER = {"ticket": ("registration", "badge"), "luggage": ("cloakroom",), "cloakroom": ("luggage",)}
"""What else a thing is told under, beside what speaks of it too."""
FACTS = {"price": "price", "number": "count"}
"""Kinds of facts that a quote must hold where they are asked for."""


def is_of_admission(query: Query) -> bool:
    """Return whether nothing but what it costs to come in is asked."""
    plain = [term for term in query.terms if not (term.concepts or term.is_aside)]
    is_all = bool(query.concepts & ADMISSION) and query.concepts <= ADMISSION | PAYING | WHO_PAYS
    return is_all and bool(query.concepts & PAYING) and not plain


def facts_in(text: str) -> frozenset[str]:
    """Return the kinds of facts that a text holds, places by labels and floors among them."""
    return held(text) | ({"place"} if TELLS_WHERE.search(text) else frozenset())


def with_related(things: frozenset[str]) -> frozenset[str]:
    """Return things with what they are told under or together with."""
    others = (other for name in things for other in (*RELATED.get(name, ()), *TOLD_UNDER.get(name, ())))
    return things | frozenset(others)


def is_of_another_thing(query: Query, best: Seen, quote: str) -> bool:
    """Return whether things of the house are asked about and what is quoted is about none of them: where to smoke.

    What talks are about as well, and paying, is asked in too many words to be told so.
    """
    wanted = _wanted(query)
    if wanted & things_in(best.candidate.unit.text):
        return False
    stands_under = things_in(best.candidate.context)
    return (
        bool(wanted) and wanted.isdisjoint(stands_under) and (bool(stands_under) or wanted.isdisjoint(things_in(quote)))
    )


def _wanted(query: Query) -> frozenset[str]:
    """Return the things of the house that are asked about, with what they are told under."""
    of_talks = listed("question", "also_topics") - {"accessibility"}  # who is in a wheelchair asks for no talk on it
    return with_related(things_of(query.concepts) - of_talks - {"payment"})


def stands_under_it(query: Query, one: Seen) -> bool:
    """Return whether a sentence stands under a heading of just what is asked about."""
    asked_about = wanted_of(query.concepts)
    return bool(asked_about) and named_in(above(one.found.passage)) == asked_about


def is_under_another(query: Query, quoted: Quoted) -> bool:
    """Return whether a passage is headed by things of which nothing is asked, and speaks of nothing else."""
    passage, occasions = quoted.found.passage, wanted_of(query.concepts) & OCCASIONS
    under, wanted = named_in(above(passage)), _wanted(query) - OCCASIONS | occasions
    heading = above_of_an_occasion(passage)
    told = named_in(heading) | (frozenset() if heading == passage.heading else named_in(quoted.quote))
    if heading and occasions and occasions.isdisjoint(told):
        return True  # the coach of the excursion is not that of the dinner
    return bool(under) and bool(wanted) and wanted.isdisjoint(under | named_in(quoted.quote))


def is_for_another_thing(query: Query, quote: str, passage: Passage) -> bool:
    """Return whether an amount is asked for and all those told are other things' in their clauses: parking's."""
    wanted = {FACTS[kind] for kind in (asked(query.original) | query.concepts) & FACTS.keys()}
    things = with_related(things_of(query.concepts) - PAYING) | query.concepts & OCCASIONS
    things |= EATEN if things & EATEN else frozenset()  # what a meal costs stands under food
    under = named_in(above(passage))
    if not wanted or not things or things & under:
        return False
    clauses = CLAUSES.split(quote)
    told = [
        named_in(clause)
        | (named_in(before) if leans(clause, passage.language) else frozenset())  # "The dinner is at 8. It costs £34"
        for before, clause in zip(("", *clauses), clauses, strict=False)
        if wanted & held(clause)
    ]
    return bool(told) and all((one or under) - PAYING and things.isdisjoint(one) for one in told)


def is_of_another_diet(query: Query, quote: str) -> bool:
    """Return whether somebody's diet is asked about, and what is quoted tells of others only."""
    diets = query.concepts & DIETS if query.concepts & EATEN else frozenset()
    told = {concept.name for concept, _, _ in spotted(words(quote))} & DIETS
    return bool(diets) and bool(told) and diets.isdisjoint(told)


def is_of_an_occasion(query: Query, passage: Passage) -> bool:
    """Return whether something of the congress is asked about and what is told is of a dinner or a trip: its ticket
    admits nobody elsewhere, and its paths say nothing of the house."""
    heading = above_of_an_occasion(passage)
    if is_of_admission(query) and heading:
        return named_in(heading).isdisjoint(ADMISSION - {"ticket"})
    under, asked_about = named_in(above(passage)), query.concepts & OF_THE_HOUSE
    of_a_trip = bool(under & ELSEWHERE) and query.concepts.isdisjoint(OCCASIONS)
    return of_a_trip and bool(asked_about) and asked_about.isdisjoint(under)


def lacks(query: Query, quote: str) -> bool:
    """Return whether an amount or a count is asked for that a quote neither holds nor denies."""
    told = held(quote)
    wanted = {FACTS[kind] for kind in asked(query.original) & FACTS.keys()}
    return bool(wanted) and wanted.isdisjoint(told) and "denial" not in told
