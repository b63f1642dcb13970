"""What is known of a sentence beside a question, as numbers: pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from charlotte.congress.search.folding import words
from charlotte.knowledge.answer_kinds import WEEKDAYS, days_of
from charlotte.knowledge.index import Found, Vectors
from charlotte.knowledge.query import Query, Term, text_of
from charlotte.knowledge.quotes.candidate import Candidate
from charlotte.knowledge.quotes.kinds import asked, groups, held
from charlotte.knowledge.quotes.things import things_in, things_of

FITTING: Mapping[str, tuple[str, ...]] = {
    "price": ("price",),
    "amount": ("amount",),
    "time": ("time",),
    "hour": ("clock",),
    "deadline": ("time", "deadline"),
    "number": ("number",),
    "place": ("place",),
    "who": ("who", "name", "phone"),
    "leave": ("rule", "denial"),
    "exists": ("denial",),
    "included": ("included", "price"),
    "bring": ("bring",),
    "recorded": ("recorded",),
    "left": ("left",),
    "prize": ("prize",),
}
"""Of which kinds a sentence must be that answers what is asked for."""
NAMES = (
    "nearness passage_nearness behind_best behind_best_passage nearness_foreign behind_best_foreign"
    " covered beside_covered worth fused plain plain_heading names_told names_missing foreign"
    " things_told things_other heading_other nothing_named unheard apart"
    " all_fit none_fits nothing_asked group_told group_other group_unasked_for day_told day_other"
    " first item row short long denies answered_above"
).split() + [f"{kind}_{side}" for kind in FITTING for side in ("held", "lacking")]

MANY = 10
"""Sentences that come nearest, by whose mean it is told how far the nearest stands out."""


@dataclass(frozen=True)
class Seen:
    """One candidate as searches saw it."""

    candidate: Candidate
    found: Found
    """Its passage."""
    vector: Vectors
    """Of the sentence with what it stands under."""
    nearness: float
    """Of that vector to the question's, a cosine."""
    covered: float
    """Share of what is asked about that the sentence with its place speaks of, 0 to 1."""
    own: float
    """The same of the sentence alone."""
    worth: float
    """What rules make of it."""
    fused: float
    """How high the searches placed its passage, 0 to 1."""
    unheard: float
    """Share of what is asked about that no document speaks of, 0 to 1."""
    judged: float | None = None
    """What a judge made of it together with the question; above 0 it rather answers."""


def features(query: Query, seen: Sequence[Seen]) -> list[list[float]]:
    """Return a row for each candidate, in the order of `NAMES`."""
    best = max((one.nearness for one in seen), default=0.0)
    nearest = max((one.found.nearness or 0.0 for one in seen), default=0.0)
    highest = sorted((one.nearness for one in seen), reverse=True)[:MANY]
    apart = best - sum(highest) / len(highest) if highest else 0.0
    kinds, of_whom = asked(query.original), groups(query.original)
    plain = [term for term in query.terms if not term.concepts]
    return [_row(query, one, kinds, of_whom, plain, best, nearest, apart) for one in seen]


def _row(  # noqa: PLR0913 - what all rows share is found once
    query: Query,
    one: Seen,
    kinds: frozenset[str],
    of_whom: frozenset[str],
    plain: Sequence[Term],
    best: float,
    nearest: float,
    apart: float,
) -> list[float]:
    unit = one.candidate.unit
    text, context = text_of(unit.text), text_of(one.candidate.context)
    told = held(unit.text)
    foreign = float(query.language != one.found.passage.language)
    near, behind = _spread(one.nearness), 20 * (one.nearness - best)
    of_passage = one.found.nearness or 0.0
    fits = {kind: any(name in told for name in FITTING[kind]) for kind in FITTING if kind in kinds}
    of_them = groups(unit.text) | groups(one.candidate.context)
    days, asked_days = days_of(text.folded), query.concepts & frozenset(WEEKDAYS)
    names = [term for term in query.terms if term.is_name]
    things = things_of(query.concepts)
    of_text, of_place = things_in(unit.text), things_in(one.candidate.context)
    return [
        near,
        _spread(of_passage),
        behind,
        20 * (of_passage - nearest),
        near * foreign,
        behind * foreign,
        one.own,
        one.covered,
        one.worth,
        one.fused,
        _share(plain, lambda term: term.is_in(text)),
        _share(plain, lambda term: term.is_in(context)),
        _share(names, lambda term: term.is_in(text) or term.is_in(context)),
        _share(names, lambda term: not (term.is_in(text) or term.is_in(context))),
        foreign,
        float(bool(things & (of_text | of_place))),
        float(bool(things and of_text) and not things & of_text),
        float(bool(things and of_place) and not things & of_place),
        float(not things),
        one.unheard,
        20 * apart,
        float(bool(fits) and all(fits.values())),
        float(bool(fits) and not any(fits.values())),
        float(not fits),
        float(bool(of_whom & of_them)),
        float(bool(of_whom and of_them) and not of_whom & of_them),
        float(bool(of_them) and not of_whom),
        float(bool(days & asked_days)),
        float(bool(asked_days and days) and not days & asked_days),
        float(unit.is_first),
        float(unit.is_item),
        float(unit.text.count(";") > 1),
        float(len(words(unit.text).tokens) <= 3),
        float(len(unit.text) > 160),
        float("denial" in told),
        float(bool(unit.asked)),
        *(float(fits.get(kind, wanted) is wanted and kind in fits) for kind in FITTING for wanted in (True, False)),
    ]


def _spread(nearness: float) -> float:
    """Return a cosine of this model, of which all lie close together, over about two units."""
    return 20 * (nearness - 0.83)


def _share(terms: Sequence[Term], told: Callable[[Term], bool]) -> float:
    return sum(map(told, terms)) / len(terms) if terms else 0.0
