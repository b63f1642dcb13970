"""What is asked so narrowly that a quote of the same thing may not tell it: when it ends, what is left of a talk."""

import re

from charlotte.congress.search.folding import words
from charlotte.knowledge.concepts import named
from charlotte.knowledge.passage import Passage
from charlotte.knowledge.query import OCCASIONS, ON_THE_WAY, Query
from charlotte.knowledge.quotes.kinds import asked, held
from charlotte.knowledge.quotes.narrowly import is_of_no_speaker, is_told_otherwise
from charlotte.knowledge.quotes.subjects import with_related
from charlotte.knowledge.quotes.things import above, named_in, things_in, things_of, wanted_of

CLAUSES = re.compile(r"[;:.!?]\s+")
SENTENCES = re.compile(r"(?<=[.!?;])\s+")
ENDED = re.compile(r"(?<=[.!?])\s+")
PRESENTED = re.compile(r"\b(?:my |mein|mia |mie |mes |mis )?(?:presenta|prasentation)\w*")
LEFT_OF_TALKS = frozenset(("slides", "proceedings"))
BOUGHT_SINGLY = frozenset(("drinks", "coffee", "water"))
"""What has a price of its own beside others of the same place."""
BACK = "return_trip"
REFUND = "refund"
BICYCLE = "bicycle"
TOLD_BY_OTHERS = frozenset(
    "price free payment ticket registration voucher badge age children food menu desk vegetarian vegan gluten allergy"
    " religious_food student member non_member apprentice senior evening address".split()
)
"""What is told in words of something else: who comes by a price, what is eaten by dishes."""
LOST = frozenset(("lost_and_found",))
TAKING_PART = frozenset(("registration", "non_member", "member", "student"))
GIVEN_AGAIN = frozenset(("badge", "ticket", "voucher"))
"""What the organisers give whoever lost it once more: nothing that is found is told of there."""


def is_untold(query: Query, quote: str, passage: Passage) -> bool:
    """Return whether a quote tells something else of a thing than what is asked: when it begins, not when it ends."""
    told, wanted = held(quote), asked(query.original)
    if is_of_no_speaker(query, quote) or _is_of_bicycles_alone(query, quote, passage):
        return True
    if _is_of_the_occasion_alone(query, quote, passage):
        return True
    if "denial" in told:
        return False
    if is_told_otherwise(query, quote) or "end" in wanted and not _tells_its_end(query, quote):
        return True
    if REFUND in query.concepts and named(REFUND).phrase.search(words(quote).text) is None:
        return True
    if BACK in query.concepts and "time" in query.expects:
        return not _tells_when_it_returns(quote)
    if "opening_hours" in query.concepts and "time" in query.expects and "end" not in told:
        return named("opening_hours").phrase.search(words(quote).text) is None
    if _is_of_talks(query) and "given" in wanted and "given" not in told:
        return True
    return _is_of_another_price(query, quote, passage)


def _is_of_the_occasion_alone(query: Query, quote: str, passage: Passage) -> bool:
    """Return whether something at a meal or on a trip is asked for, and the meal is told of and no word on that thing:
    where one dines does not say whether a band plays."""
    occasions, things = query.concepts & OCCASIONS, things_of(query.concepts) - OCCASIONS - TOLD_BY_OTHERS
    if not occasions or not things or query.expects & {"price", "time"}:
        return False
    named = named_in(f"{passage.title} {' '.join(passage.path)} {quote}")
    return not occasions.isdisjoint(named) and with_related(things).isdisjoint(named | things_in(quote))


def _is_of_bicycles_alone(query: Query, quote: str, passage: Passage) -> bool:
    """Return whether it is asked where one parks and told where bicycles stand."""
    if "parking" not in query.concepts or BICYCLE in query.concepts:
        return False
    under, told = named_in(above(passage)), named_in(quote)
    return BICYCLE in under | told and "car" not in under | told and "parking" not in under


def _tells_when_it_returns(quote: str) -> bool:
    """Return whether a sentence of a quote, or a row of a table, tells when one is back, or when it ends."""
    phrase = named(BACK).phrase
    told = [(one, held(one)) for one in ENDED.split(quote)]
    return any("time" in kinds and ("end" in kinds or phrase.search(words(one).text)) for one, kinds in told)


def is_of_an_occasion_not_asked(query: Query, passage: Passage) -> bool:
    """Return whether opening hours, or what it costs to take part, are looked for under a dinner's or a trip's name."""
    if query.concepts & OCCASIONS:
        return False
    hours = "opening_hours" in query.concepts and "time" in query.expects
    fee = bool(query.concepts & TAKING_PART) and "price" in query.expects
    heading = named_in(above(passage))
    return (hours or fee) and bool(heading & OCCASIONS) and heading.isdisjoint(things_of(query.concepts))


def _tells_its_end(query: Query, quote: str) -> bool:
    """Return whether a sentence tells an end, and of nothing else: until when vouchers are sold is none of a dinner."""
    wanted = wanted_of(query.concepts)
    return any("end" in held(one) and things_in(one) <= wanted | ON_THE_WAY for one in SENTENCES.split(quote))


def _is_of_talks(query: Query) -> bool:
    """Return whether what is left of talks is asked about."""
    return bool(query.concepts & LEFT_OF_TALKS) or PRESENTED.search(words(query.original).text) is not None


def is_of_another_loss(query: Query, quote: str, passage: Passage) -> bool:
    """Return whether lost things are asked about and a badge is told of that is printed again, or that alone is told
    where somebody asks for a badge."""
    under = things_in(above(passage))
    if not (things_in(quote) | under) & GIVEN_AGAIN:
        return False
    if things_of(query.concepts) == LOST:
        return under != LOST
    if "lost_and_found" not in things_in(quote):
        return False
    others = [held(one) for one in SENTENCES.split(quote) if LOST.isdisjoint(things_in(one))]
    tells = any(not one.isdisjoint(("place", "time", "price", "number", "rule")) for one in others)
    return LOST.isdisjoint(query.concepts) and "place" in asked(query.original) and not tells


def _is_of_another_price(query: Query, quote: str, passage: Passage) -> bool:
    """Return whether what somebody drinks has no price of its own where prices are told: a plate costs 14 €."""
    if "price" not in query.expects:
        return False
    wanted, occasions, heading = query.concepts & BOUGHT_SINGLY, query.concepts & OCCASIONS, above(passage)
    under = named_in(f"{passage.title} {heading} {' '.join(passage.path)}")
    others = things_of(query.concepts) - OCCASIONS - {"food", "menu"}
    if others and occasions and occasions.isdisjoint(under | named_in(quote)):
        return True  # a coffee on the excursion has not the price of the bar's
    if not wanted or things_in(heading) and things_in(heading) <= wanted:
        return False
    if not occasions and named_in(heading) & OCCASIONS:
        return True
    priced = [clause for clause in CLAUSES.split(quote) if "price" in held(clause)]
    return bool(priced) and all(wanted.isdisjoint(things_in(clause)) for clause in priced)
