"""The sentences of passages that answer a question, as they stand, and how sure that is: pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from charlotte.knowledge.index import Found, Index
from charlotte.knowledge.passage import STAFF, Passage
from charlotte.knowledge.query import Query, Term, Text, text_of
from charlotte.knowledge.quotable import is_finished, is_whole, may_be_quoted
from charlotte.knowledge.sentences import sentences

Sureness = Literal["exact", "close", "weak", "none"]

LONGEST_QUOTE = 320
FROM_HEADING = 0.9
"""What a heading says counts for what stands under it."""
FROM_BESIDE = 0.5
"""What another sentence under the same heading says, of a concept."""
FROM_ABOVE = 0.6
"""The title and higher headings say it of too much."""
EXACT, CLOSE, WEAK = 0.85, 0.6, 0.35
MODIFIER, BESIDE, UNKNOWN, FOREIGN = 0.4, 0.5, 0.3, 0.1
"""Shares of a term's rarity: see `_weights`."""
PLAIN = 0.5
"""The most that all plain words count together, beside the concepts."""
TWICE = 0.05
RANK = 0.8
"""How much the search's own order counts beside what the sentences say."""
HOLDS, LACKS = 0.12, -0.1
"""For a sentence that holds, or lacks, the price, time or number that was asked for."""
FIRST = 0.02
FEW_WORDS = 3
ITEM = re.compile(r"^(\s*)- ")
MARK = re.compile(r"^(?:[QADFRP]|Domanda|Risposta|Frage|Antwort|Question|Answer|Réponse|Pregunta|Respuesta)\s?[:.]\s+")
HOLDING = {
    "price": re.compile(
        r"[€$£]|\b(?:eur|euros?|chf|gbp|usd|free|gratis|gratuit\w*|kosten(?:los|frei))\b", re.IGNORECASE
    ),
    "time": re.compile(
        r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2} ?(?:h|uhr|am|pm|a\.m\.|p\.m\.)\b|\b\d{1,2}\.? [a-z]{3,}|\d{4}-\d\d"
        r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b\w+(?:edì|tag|coledì|erdì|ato|enica)\b|\b(?:lun|mar|mercre|jeu|vendre"
        r"|same|diman)(?:di|che)\b|\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b",
        re.IGNORECASE,
    ),
    "number": re.compile(r"\d"),
}


@dataclass(frozen=True)
class Quoted:
    """What a passage says to a question, in its own words; `quote` is empty where nothing of it does."""

    found: Found
    quote: str
    sureness: Sureness
    score: float


@dataclass(frozen=True)
class _Unit:
    """A sentence, where it stands, and the item above it that it belongs to."""

    text: str
    line: int
    above: str
    asked: str
    """The question before it, which it answers."""
    is_item: bool
    is_first: bool


def answers(query: Query, found: Sequence[Found], index: Index) -> list[Quoted]:
    """Return the passages with what each says to the question, what answers best first."""
    quoted = [_quoted(query, one, _weights(query, one.passage, index)) for one in found]
    best = max((one.score for one in found), default=1.0)
    return sorted(quoted, key=lambda one: -(one.score + RANK * one.found.score / best))


def _weights(query: Query, passage: Passage, index: Index) -> list[tuple[Term, float]]:
    """Return how much each term counts: what is asked about counts most, words beside it little.

    A plain word of another language than the passage's cannot stand there, so that its absence says nothing.
    """
    about = any(term.concepts and not term.is_modifier for term in query.terms)
    some = any(term.concepts for term in query.terms)
    weights = []
    for term in query.terms:
        weight = index.rarity(term)
        if term.concepts:
            share = MODIFIER if term.is_modifier and about else 1.0
        elif term.is_name:
            share = 1.0
        elif query.language != passage.language and some:
            share = FOREIGN
        else:
            share = 1.0 if not some else BESIDE if index.knows(term) else UNKNOWN
        weights.append((term, share * weight))
    return _with_little_beside(weights) if about else weights


def _with_little_beside(weights: Sequence[tuple[Term, float]]) -> list[tuple[Term, float]]:
    """Return the weights with all plain words together below what is asked about: people speak in whole sentences."""
    known = sum(weight for term, weight in weights if term.concepts or term.is_name)
    plain = sum(weight for term, weight in weights if not (term.concepts or term.is_name))
    share = min(1.0, PLAIN * known / plain) if plain else 1.0
    return [(term, weight if term.concepts or term.is_name else weight * share) for term, weight in weights]


def _quoted(query: Query, found: Found, weights: Sequence[tuple[Term, float]]) -> Quoted:
    passage = found.passage
    total = sum(weight for _, weight in weights)
    units = list(_units(passage))
    if not total or not units or not all(map(is_finished, passage.path)):
        return Quoted(found, "", "none", 0.0)
    heading, above = text_of(passage.heading), text_of(" ".join((passage.title, *passage.path)))
    beside = text_of(passage.text)
    best: tuple[float, int, float] | None = None
    for at, unit in enumerate(units):
        if not may_be_quoted(unit.text) or _is_a_name(unit):
            continue
        covered, twice = (part / total for part in _covered(unit, heading, above, beside, weights))
        worth = covered + TWICE * twice + _fitting(unit.text, query) + (FIRST if unit.is_first else 0)
        worth -= 0 if is_whole(unit.text) else 0.3
        if best is None or worth > best[0] + 1e-9:
            best = (worth, at, covered)
    if best is None:
        return Quoted(found, "", "none", 0.0)
    worth, at, covered = best
    quote = passage.text if passage.document == STAFF else _quote(units, at)
    return Quoted(found, quote, _sureness(covered), covered + worth / 10)


def _covered(
    unit: _Unit, heading: Text, above: Text, beside: Text, weights: Sequence[tuple[Term, float]]
) -> tuple[float, float]:
    """Return the weight of what a sentence and its place speak of, and of what both speak of."""
    own, lead = text_of(unit.text), text_of(f"{unit.above} {unit.asked}")
    covered = twice = 0.0
    for term, weight in weights:
        near = term.is_in(lead) or term.is_in(heading)
        if term.is_in(own):
            covered += weight
            twice += weight if near else 0
        elif near:
            covered += FROM_HEADING * weight
        elif term.is_in(above):
            covered += FROM_ABOVE * weight
        elif term.concepts and term.is_in(beside):
            covered += FROM_BESIDE * weight
    return covered, twice


def _is_a_name(unit: _Unit) -> bool:
    """Return whether an item is one word of a list of names, as of a menu's pages, and says nothing."""
    return unit.is_item and not unit.above and not unit.asked and unit.text.isalpha()


def _fitting(sentence: str, query: Query) -> float:
    return sum(HOLDS if HOLDING[kind].search(sentence) else LACKS for kind in query.expects)


def _sureness(covered: float) -> Sureness:
    return "exact" if covered >= EXACT else "close" if covered >= CLOSE else "weak" if covered >= WEAK else "none"


def _units(passage: Passage) -> Iterator[_Unit]:
    """Yield the sentences; an item that others belong to, or a question, is said before what follows it."""
    above: list[tuple[int, str]] = []
    asked = ""
    number = 0
    for line, written in enumerate(passage.text.split("\n")):
        item = ITEM.match(written)
        depth = len(item[1]) if item else -1
        above = [(deep, text) for deep, text in above if deep < depth]
        text = written[item.end() :] if item else written
        lead = " ".join(said for _, said in above)
        for sentence in map(_without_mark, sentences(text.strip())):
            if sentence.endswith("?"):
                asked = sentence
                continue
            yield _Unit(sentence, line, lead, asked, item is not None, number == 0)
            number += 1
        if item:
            above.append((depth, text.strip().rstrip(" :")))


def _without_mark(sentence: str) -> str:
    """Return a sentence without the letter that says whether it asks or answers."""
    return MARK.sub("", sentence)


def _quote(units: Sequence[_Unit], at: int) -> str:
    """Return a sentence with what it needs: the item it belongs to, and what follows its colon."""
    unit = units[at]
    said = f"{unit.above}: {unit.text}" if unit.above and len(unit.above) < 100 else unit.text
    for follower in units[at + 1 :]:
        if not (_opens(said, unit, follower) or _says_too_little(units[at], follower, said)):
            break
        if not may_be_quoted(follower.text) or not is_whole(follower.text):
            break
        ended = said.endswith((":", ".", "!", "?", "…"))
        longer = f"{said} {follower.text}" if ended else f"{said}, {follower.text}"
        if len(longer) > LONGEST_QUOTE:
            break
        said = longer
    return said if len(said) <= LONGEST_QUOTE else said[:LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"


def _opens(said: str, unit: _Unit, follower: _Unit) -> bool:
    """Return whether a colon announces what follows: the next sentence, or all items of a list."""
    if said.endswith(":"):
        return True
    return unit.text.endswith(":") and follower.is_item and (not unit.is_item or bool(follower.above))


def _says_too_little(unit: _Unit, follower: _Unit, said: str) -> bool:
    """Return whether a sentence says nothing alone, as "Yes!" does, and the next one goes on."""
    together = not unit.is_item and not follower.is_item and follower.line - unit.line <= 1
    return together and said == unit.text and len(said.split()) <= FEW_WORDS
