"""The passages that answer a question, with what of them is quoted and how sure that is."""

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import groupby

from charlotte.congress.search.folding import words
from charlotte.knowledge.answering import BOUGHT, Quoted, Sureness
from charlotte.knowledge.concepts import spotted
from charlotte.knowledge.index import Index
from charlotte.knowledge.passage import STAFF, Passage
from charlotte.knowledge.query import OCCASIONS, ON_THE_WAY, Query, text_of
from charlotte.knowledge.quotes.features import FITTING, Seen
from charlotte.knowledge.quotes.judged import is_judged_against, is_judged_for
from charlotte.knowledge.quotes.kinds import asked
from charlotte.knowledge.quotes.narrowly import names_another
from charlotte.knowledge.quotes.rows import is_table, picked
from charlotte.knowledge.quotes.subjects import (
    ADMISSION,
    ALLERGY,
    EATEN,
    FACTS,
    WHO_PAYS,
    facts_in,
    is_for_another_thing,
    is_of_admission,
    is_of_an_occasion,
    is_of_another_diet,
    is_of_another_thing,
    is_under_another,
    lacks,
    stands_under_it,
    with_related,
)
from charlotte.knowledge.quotes.things import (
    above,
    is_headed_by,
    is_headed_by_an_occasion,
    named_in,
    things_in,
    things_of,
    wanted_of,
)
from charlotte.knowledge.quotes.untold import is_of_an_occasion_not_asked, is_of_another_loss, is_untold
from charlotte.knowledge.units import Unit, together, units

EXACT, CLOSE, WEAK = 0.8, 0.4, 0.2
"""From which likelihood on a quote is that sure."""
BESIDE = 0.3
"""A sentence of the same passage that is so likely beside the likeliest is quoted with it."""
MOST_BESIDE = 3
SHORT = 260
"""Letters of a section that is quoted whole, and how many lines or items it may have."""
MOST_LINES = 3
SUNDRY = 3
"""Things that a heading names whose sentences have nothing to do with each other: "Photographs, dogs, rest"."""
RECORD = 320
"""Letters of a record that is quoted whole where what is asked for stands beside what is asked about."""
LABELLED = re.compile(r"[^.!?:]{2,30}: \S")
LEAST = 1e-6
BESIDE_ADMISSION = frozenset(("desk", "badge", "opening_hours"))
"""What else a section on admission is headed by."""
MOST_FOREIGN = 3
"""Words beside what is asked about that may say nothing, where the documents are in another language."""

TOLD_BESIDE = FACTS | {"place": "place"}
"""Kinds of facts that another sentence of a section may hold: "the cloakroom is beside the desk. It takes cases"."""
OF_THEIR_OWN = frozenset("registration voucher ticket bus shuttle parking car desk".split())
"""What is told with a place and an hour of its own under the heading of something else."""
WHO_ASKS = WHO_PAYS | {"children", "age"}
"""Of whom one of several prices is asked."""
TOLD_UNDER_IT = frozenset(("price", "time", "place", "bring"))
"""Kinds of facts by which a sentence is chosen of those under a heading of just what is asked about."""
EXACTLY = frozenset(("amount", "hour"))
"""And what of a price or a time is asked for, where a sentence tells it: "included" is no amount, a date no hour."""


def chosen(query: Query, index: Index, looked: Sequence[Seen], likely: Sequence[float]) -> list[Quoted]:
    """Return the passages with what of each is quoted, what answers likeliest first."""
    by_passage = groupby(zip(looked, likely, strict=True), key=lambda one: one[0].candidate.passage_at)
    quoted = [_quoted(query, list(some)) for _, some in by_passage]
    read_in_vain = {at for at, some in groupby(looked, key=lambda one: one.found.at) if is_judged_against(some)}
    against = {one.found.at for one in quoted if one.found.at in read_in_vain and not _tells_all(query, one)}
    quoted = [_doubted(one) if one.found.at in against else one for one in quoted]
    judged_for = {at for at, some in groupby(looked, key=lambda one: one.found.at) if is_judged_for(some)}
    named = {one.found.at for one in quoted if _names_any(query, one.quote, one.found.passage)}
    told = judged_for & named
    if ALLERGY in query.concepts and query.concepts & EATEN and all(one.score < CLOSE for one in quoted):
        quoted += _of_allergies(looked, likely)
    if is_of_admission(query) and all(one.sureness not in ("exact", "close") for one in quoted):
        quoted += _of_free_admission(query, looked, likely)
    if query.concepts & OCCASIONS or any(stands_under_it(query, one) for one in looked):  # it would stand elsewhere
        quoted = [_doubted(one) if one.found.at not in told and is_under_another(query, one) else one for one in quoted]
    others = {one.found.at for one in quoted if names_another(query, one.found.passage, index)} - told
    quoted = [_doubted(one) if one.found.at in others else one for one in quoted]
    headed = [at for at, one in enumerate(quoted) if one.found.at not in against and _is_headed_so(query, one)]
    if len({quoted[at].found.passage.document for at in headed}) == 1:  # sections of one paper are of one thing
        at = max(headed, key=lambda at: quoted[at].score)
        quoted[at] = _before_others(query, quoted[at], quoted)
    return sorted(quoted, key=lambda one: (one.sureness in ("exact", "close"), one.score), reverse=True)


def _of_allergies(looked: Sequence[Seen], likely: Sequence[float]) -> list[Quoted]:
    """Return what the documents say of allergies, as likely as it is: nobody is told that nothing is said of them."""
    told = [(p, one) for p, one in zip(likely, looked, strict=True) if ALLERGY in things_in(one.candidate.unit.text)]
    _, best = max(told, key=lambda one: one[0], default=(0.0, None))
    return [Quoted(best.found, best.candidate.unit.text, "close", CLOSE)] if best is not None else []


def _of_free_admission(query: Query, looked: Sequence[Seen], likely: Sequence[float]) -> list[Quoted]:
    """Return the likeliest sentence that says that one comes in for nothing, where no price is told anywhere."""

    def is_free(one: Seen) -> bool:
        clause = re.split("[,;:]", one.candidate.unit.text)[0]
        told = {concept.name for concept, _, _ in spotted(words(clause))}
        of_it_alone = bool(told & ADMISSION) and things_in(clause) <= ADMISSION
        under = things_in(" ".join(one.found.passage.path[-1:]))
        if "denial" in facts_in(clause) or named_in(above(one.found.passage)) & OCCASIONS:
            return False  # "is not included in the fee", of a dinner
        return of_it_alone and "free" in told and under <= ADMISSION | BESIDE_ADMISSION

    told = [(p, one) for p, one in zip(likely, looked, strict=True) if is_free(one)]
    _, best = max(told, key=lambda one: one[0], default=(0.0, None))
    return [Quoted(best.found, best.candidate.unit.text, "close", CLOSE + LEAST)] if best is not None else []


def _before_others(query: Query, headed: Quoted, quoted: Sequence[Quoted]) -> Quoted:
    """Return the passage that is headed by what is asked about as likelier than all that stand under others."""
    wanted = wanted_of(query.concepts)
    others = [one.score for one in quoted if wanted.isdisjoint(_headings_name(one.found.passage))]
    score = max(headed.score, CLOSE, *others)
    return replace(headed, sureness=_sureness(max(headed.score, CLOSE)), score=score + LEAST)


def _ages(said: frozenset[str]) -> frozenset[str]:
    """Return that who tells of an age tells of children."""
    return frozenset(("children",)) if "age" in said else frozenset()


def _headings_name(passage: Passage) -> frozenset[str]:
    return named_in(" ".join((*passage.path, above(passage))))


def _is_headed_so(query: Query, quoted: Quoted) -> bool:
    """Return whether a passage stands under the one thing that is asked about, and says of it what is asked for."""
    passage = quoted.found.passage
    wanted = wanted_of(query.concepts)
    kinds = asked(query.original) & FITTING.keys() - EXACTLY
    kinds -= {"leave"} if kinds & {"time", "deadline", "place", "price"} else set()  # until when somebody may
    fits = _fits(kinds, quoted.quote)
    heading = text_of(" ".join((passage.title, *passage.path)))
    plain = [term for term in query.terms if not (term.concepts or term.is_aside or term.is_in(heading))]
    named = [term.concepts for term in query.terms if term.concepts & wanted]
    under, said = _headings_name(passage) | named_in(passage.title), named_in(quoted.quote)
    # A crèche is of children, and yet one thing; the coach to a dinner is told where a coach is spoken of.
    things = [one for one in named if not one & WHO_ASKS]
    of_all = len(things) <= 1 if "price" in kinds else bool(kinds)
    is_one = len(named) == 1 or of_all and all(one & (under | said | _ages(said)) for one in named)
    of_a_trip = "price" not in kinds and is_headed_by_an_occasion(passage, wanted)
    is_it = is_one and (of_a_trip or is_headed_by(passage, wanted))
    goes_there = bool(under & query.concepts & OCCASIONS) or query.concepts.isdisjoint(ON_THE_WAY)
    is_foreign = query.language != passage.language and goes_there  # a bus goes somewhere
    is_told_so = not plain or is_foreign and len(plain) <= MOST_FOREIGN
    untold = lacks(query, quoted.quote) or is_untold(query, quoted.quote, passage)
    untold = untold or is_of_another_loss(query, quoted.quote, passage)
    return is_it and fits and is_told_so and bool(quoted.quote) and not untold


def _names_any(query: Query, quote: str, passage: Passage) -> bool:
    """Return whether a quote or its heading names any of the things that are asked about, if any is; to come in is
    called in many ways."""
    wanted = things_of(query.concepts) - BOUGHT
    return not wanted or not wanted.isdisjoint(things_in(" ".join((*passage.path, quote))))


def _tells_all(query: Query, quoted: Quoted) -> bool:
    """Return whether a passage in another language, of which a judge knows less, holds all that the words for things
    and kinds of facts ask for: "Garderobe" and a price."""
    passage = quoted.found.passage
    wanted, asks = wanted_of(query.concepts), asked(query.original) & FITTING.keys()
    kinds = asks - {"exists"}  # there is what is told of
    plain = [term for term in query.terms if not (term.concepts or term.is_aside)]
    is_told = bool(wanted) and wanted <= _headings_name(passage) | named_in(quoted.quote) and _fits(kinds, quoted.quote)
    return query.language != passage.language and bool(asks) and is_told and len(plain) <= 1


def _quoted(query: Query, some: Sequence[tuple[Seen, float]]) -> Quoted:
    """Return what of one passage is quoted: its likeliest sentence, and those nearly as likely."""
    by_likelihood = sorted(some, key=lambda one: -one[1])
    ordered = _that_fit(query, by_likelihood)
    taken = _nearly_as_likely(ordered)
    found = ordered[0][0].found
    passage = found.passage
    said = list(units(passage))
    rows = picked(query.original, said, ordered[0][0].candidate.at)
    whole = passage.document == STAFF
    ats = [one.candidate.at for one, _ in (by_likelihood if _is_short(passage, said) else taken)]
    quote = passage.text if whole else together(said, rows or ats)
    if not (whole or rows) and (priced := _that_holds(query, quote, [one for one, _ in by_likelihood])) is not None:
        quote = together(said, [*ats, priced])
    if lacks(query, quote) and _is_record(passage, said) and not lacks(query, passage.text):
        quote = together(said, range(len(said)))
    likelihood = sum(one for _, one in _nearly_as_likely(by_likelihood))
    likelihood = max(likelihood, sum(likely for one, likely in some if one.candidate.at in rows))
    if is_judged_for(one for one, _ in taken) and _names_any(query, quote, passage):
        return Quoted(found, quote, _sureness(likelihood), likelihood)
    doubtful = (
        lacks(query, quote)
        or is_of_another_diet(query, quote)
        or is_of_an_occasion(query, passage)
        or is_untold(query, quote, passage)
        or likelihood < EXACT
        and is_of_another_thing(query, by_likelihood[0][0], quote)
    )
    # Not even near: the price of parking for that of admission.
    if (
        is_for_another_thing(query, quote, passage)
        or is_of_another_loss(query, quote, passage)
        or is_of_an_occasion_not_asked(query, passage)
    ):
        return Quoted(found, quote, "none", min(likelihood, LEAST))
    return Quoted(found, quote, _sureness(min(likelihood, WEAK) if doubtful else likelihood), likelihood)


def _nearly_as_likely(ordered: Sequence[tuple[Seen, float]]) -> Sequence[tuple[Seen, float]]:
    return [one for one in ordered if one[1] >= BESIDE * ordered[0][1]][: MOST_BESIDE + 1]


def _that_fit(query: Query, ordered: list[tuple[Seen, float]]) -> list[tuple[Seen, float]]:
    """Return of sentences that stand under the one thing that is asked about those which hold what is asked for, if any
    do: under "Dinner" all are of the dinner, and only one tells where it is."""
    wanted = wanted_of(query.concepts)
    named = [term for term in query.terms if term.concepts & wanted]
    kinds = asked(query.original) & TOLD_UNDER_IT
    passage = ordered[0][0].found.passage
    if len(named) != 1 or not kinds or not is_headed_by(passage, wanted):
        return ordered
    exactly = kinds | asked(query.original) & EXACTLY
    fit = [one for one in ordered if _fits(exactly, one[0].candidate.unit.text)]
    fit = fit or [one for one in ordered if _fits(kinds, one[0].candidate.unit.text)]
    fit = [one for one in fit if not is_untold(query, one[0].candidate.unit.text, passage)] or fit
    if "price" not in kinds:  # where and until when its vouchers are sold is not where and when it is
        others = OF_THEIR_OWN - wanted
        fit = [one for one in fit if others.isdisjoint(named_in(one[0].candidate.unit.text))] or fit
    return fit or ordered


def _fits(kinds: Set[str], text: str) -> bool:
    told = facts_in(text)
    return all(any(name in told for name in FITTING[kind]) for kind in kinds)


def _that_holds(query: Query, quote: str, ordered: Sequence[Seen]) -> int | None:
    """Return which sentence holds the amount, count or place that is asked for of the same thing, where what is quoted
    only speaks of it: "no parking in front of the house. …, La Isla, is free"."""
    wanted = {TOLD_BESIDE[kind] for kind in asked(query.original) & TOLD_BESIDE.keys()}
    if not wanted or not wanted.isdisjoint(facts_in(quote)):
        return None
    things = with_related(things_of(query.concepts))
    found = (one.candidate for one in ordered if things & things_in(one.candidate.unit.text))
    return next((one.at for one in found if wanted & facts_in(one.unit.text)), None)


def _is_short(passage: Passage, said: Sequence[Unit]) -> bool:
    """Return whether a section is heard out as soon as one sentence of it: the network, and its password below."""
    lines = {unit.line for unit in said}
    if is_table(said):  # of which one row is asked for
        return False
    is_one = bool(passage.path) and len(things_in(passage.path[-1])) < SUNDRY
    return is_one and len(lines) <= MOST_LINES and sum(len(unit.text) + 1 for unit in said) <= SHORT


def _is_record(passage: Passage, said: Sequence[Unit]) -> bool:
    """Return whether a passage is a short list of names with their values, which all are told of one thing."""
    return len(said) > 1 and len(passage.text) <= RECORD and all(LABELLED.match(unit.text) for unit in said)


def _doubted(quoted: Quoted) -> Quoted:
    """Return a quote as no more than what comes near."""
    return replace(quoted, sureness=_sureness(min(quoted.score, WEAK)), score=min(quoted.score, WEAK))


def _sureness(likelihood: float) -> Sureness:
    return (
        "exact" if likelihood >= EXACT else "close" if likelihood >= CLOSE else "weak" if likelihood >= WEAK else "none"
    )
