"""What thing a question asks for that is no part of a programme: which mill, how many sheep, and why."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charlotte.congress.search.folding import Words, words
from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.congress.search.numerals import digits_by_word
from charlotte.engine.dialogue.goals import FACTS
from charlotte.engine.dialogue.grammar import Grammar
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.question.wanted import asks_only
from charlotte.knowledge.query import OCCASIONS, query_of

SHORTEST = 2
"""Letters of a word that names a thing: "Mit welcher KI"."""
_TOLD = FACTS - {"who", "about"} | {"topic", "language", "affiliation", "earlier", "overlap", "changed", "missed"}
"""What a programme does tell, in whatever words it is asked for."""
_ARTICLES = frozenset("the these those il lo la i gli le l les los las der die das den".split())
_SPOKEN = ("speaks", "told", "speakers")
_ACCENTED = re.compile(r"(?<!\w)[¿¡]?qué(?!\w)", re.IGNORECASE)
_CLAUSE = re.compile(r"[.!?;:,–—¿]+\s*")


@dataclass(frozen=True)
class ThingAsked:
    """What is asked for."""

    noun: str | None = None
    """The folded word for the thing; None where it is a reason."""
    is_any: bool = False
    """Whether how many of them, of what make or how they are called is asked, which no title tells."""


def thing_asked(reading: Reading) -> ThingAsked | None:
    """Return what a question asks for that is no field of a programme; None where it asks for nothing of the kind."""
    if _asks_why(reading):
        return ThingAsked()
    if not reading.asks.isdisjoint(_TOLD):
        return None
    texts = [*_clauses(reading), reading.words]  # "combien, des moutons" is of two clauses
    keys = ("which", "many", "make", *(() if _asks_who(reading) else ("called",)))
    things = (thing for said in texts for thing in _things(said, reading.grammar, keys))
    return next((thing for thing in things if _is_a_thing(thing.noun or "", reading)), None)


def _asks_who(reading: Reading) -> bool:
    """Return whether how somebody is called who speaks is asked, which a programme tells."""
    return "who" in reading.asks or any(reading.grammar.says("frame", key, reading.words.text) for key in _SPOKEN)


def _asks_why(reading: Reading) -> bool:
    """Return whether a clause begins by asking for a reason, in words that are no title."""
    if reading.sure_title and reading.subject is not None:
        title = reading.subject.fits[0].session.title
        if reading.grammar.says("untold", "reason", words(title).text):
            return False
    return any(reading.grammar.says("untold", "begins_with_reason", clause.text) for clause in _clauses(reading))


def _clauses(reading: Reading) -> Iterator[Words]:
    return (words(clause) for clause in _CLAUSE.split(reading.words.original) if clause.strip())


def _things(clause: Words, grammar: Grammar, keys: Sequence[str]) -> Iterator[ThingAsked]:
    """Yield what stands behind "which" and "how many"; "which baker talks about sourdough" asks for a talk."""
    if any(grammar.says("frame", key, clause.text) for key in _SPOKEN):
        return
    for key in keys:
        for found in grammar.groups["untold"][key].finditer(clause.text):
            _, last = clause.span(*found.span())
            yield from (ThingAsked(noun, is_any=key != "which") for noun in _first_of(clause.tokens[last:]))
    for accented in _ACCENTED.finditer(clause.original):
        yield from (ThingAsked(noun) for noun in words(clause.original[accented.end() :]).tokens[:1])


def _first_of(tokens: Sequence[str]) -> Sequence[str]:
    """Return the first word behind articles and numbers: "the five young wineries"."""
    at = next((at for at, token in enumerate(tokens) if not _is_before_a_noun(token)), len(tokens))
    return tokens[at : at + 1]


def _is_before_a_noun(token: str) -> bool:
    return token in _ARTICLES or token in digits_by_word() or token.isdigit()


def _is_a_thing(noun: str, reading: Reading) -> bool:
    grammar = reading.grammar
    if len(noun) < SHORTEST or noun in FUNCTION_WORDS or asks_only(noun, grammar) or not noun.isalpha():
        return False
    if grammar.is_all("untold", "fields", noun) or any(grammar.said("asks", noun)):
        return False
    return query_of(noun, grammar.language).concepts.isdisjoint(OCCASIONS)
