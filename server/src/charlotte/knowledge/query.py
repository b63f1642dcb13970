"""A question as what is looked for: its words by their stems, and the concepts they mean in any language."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from charlotte.congress.search.folding import Words, words
from charlotte.congress.search.function_words import FUNCTION_WORDS, ROOM_WORDS, SESSION_WORDS
from charlotte.congress.search.stems import stems
from charlotte.knowledge.answer_kinds import WEEKDAYS
from charlotte.knowledge.concepts import named, spotted
from charlotte.knowledge.languages import likeliest
from charlotte.knowledge.wording import kinds, listed, pattern


@dataclass(frozen=True)
class Term:
    """One thing that is looked for: stems of a word, or concepts."""

    written: str
    stems: frozenset[str]
    concepts: frozenset[str]
    related: frozenset[str] = frozenset()
    """Concepts that speak of it too: who asks for a way without steps is told of the lift."""
    is_aside: bool = False
    """Whether it only says how somebody travels, where what to do with the luggage is asked."""

    @property
    def is_modifier(self) -> bool:
        """Whether it says how something else is asked about, as "how do I get to" does."""
        return bool(self.concepts) and self.concepts <= listed("question", "modifiers")

    @property
    def is_name(self) -> bool:
        """Whether it is written the same in every language."""
        return any(sign.isdigit() for sign in self.written) or (len(self.written) > 1 and self.written.isupper())

    def is_in(self, text: "Text") -> bool:
        """Return whether a text speaks of it."""
        return bool(self.stems & text.stems) or any(
            named(name).phrase.search(text.folded) for name in self.concepts | self.related
        )


CONDITION = re.compile(
    r"(?<=\w) (?:when|quando|quand|cuando) (?=(?:i|we|you|somebody|someone|people|it|my|qualcuno|uno|mi|si|je|on|"
    r"quelqu|mon|ma|alguien|me|mi|uno|una|piove|pleut|llueve)\b)"
)
"""A "when" in the midst of a question that asks for no hour: "whom do I tell when somebody …"."""
RELATED = {
    "accessibility": frozenset(("lift", "stairs")),
    "lift": frozenset(("stairs", "accessibility")),
    "stairs": frozenset(("lift", "accessibility")),
    "bus": frozenset(("shuttle",)),
    "shuttle": frozenset(("bus",)),
    "evening": frozenset(("party", "dinner")),
    "non_member": frozenset(("member",)),
    "car": frozenset(("parking",)),
    "parking": frozenset(("car",)),
    "ticket": frozenset(("voucher",)),
    "voucher": frozenset(("ticket",)),
}
ON_THE_WAY = frozenset(
    "airport station train bus car taxi tram departure return_trip evening hotel number_of_days".split()
) | frozenset(WEEKDAYS)
"""What travellers tell of themselves who ask where their things can stay."""
MEALS = frozenset(("breakfast", "lunch", "dinner"))
OCCASIONS = MEALS | {"party", "excursion"}
"""What visitors go to together and what has tickets of its own, whether a programme lists it or only documents do."""
THINGS = frozenset(("luggage", "cloakroom"))
OPTION = re.compile(r"(?<![\w-])--?[a-z][\w-]*")
"""Of a command, such as `--auto`: no word of any language."""


@dataclass(frozen=True)
class Text:
    """A text that terms are looked for in."""

    folded: str
    stems: frozenset[str]


@dataclass(frozen=True)
class Query:
    """A question as what is looked for."""

    original: str
    language: str
    terms: tuple[Term, ...]
    expects: frozenset[str]
    """Of `price`, `time` and `number`, what an answer must hold."""

    @property
    def concepts(self) -> frozenset[str]:
        """Everything that is asked about, as far as it is known to be one thing."""
        return frozenset(name for term in self.terms for name in term.concepts)

    @property
    def is_practical(self) -> bool:
        """Whether it is about what visitors need, and nothing that talks are about as well."""
        return bool(self.concepts - listed("question", "modifiers") - listed("question", "also_topics"))


def query_of(question: str, language: str | None = None, today: date | None = None) -> Query:
    """Understand a question; its language is found out if need be, and `today` tells which weekday "tonight" is."""
    said = words(question)
    found: dict[tuple[int, int], set[str]] = {}
    for concept, first, last in spotted(said):
        found.setdefault((first, last), set()).add(concept.name)
    terms: list[Term] = []
    taken: set[int] = set()
    for (first, last), names in sorted(found.items(), key=lambda one: (one[0][0] - one[0][1], one[0][0])):
        if taken & set(range(first, last)):
            continue
        taken |= set(range(first, last))
        related = frozenset(other for name in names for other in RELATED.get(name, ())) - names
        terms.append(Term(said.written(first, last), _stems(said, first, last), frozenset(names), related))
    for at, token in enumerate(said.tokens):
        if at not in taken and len(token) > 1 and not _says_nothing(token):
            terms.append(Term(said.written(at, at + 1), stems(token), frozenset()))
    if (day := _day(said, today)) is not None and not any(term.concepts & frozenset(WEEKDAYS) for term in terms):
        terms.append(Term(day, frozenset(), frozenset((day,))))
    asking = CONDITION.sub(" ", said.text)
    expects = frozenset(kind for kind in kinds("expects") if pattern("expects", kind).search(asking))
    terms = _taken_together(terms, expects)
    if any(term.concepts & THINGS for term in terms):
        terms = [replace(term, is_aside=bool(term.concepts) and term.concepts <= ON_THE_WAY) for term in terms]
    return Query(question, language or likeliest(question)[0], _each_once(terms), expects)


def _taken_together(terms: list[Term], expects: frozenset[str]) -> list[Term]:
    """Return terms with what they mean beside each other."""
    if "price" in expects:  # what one pays for at a door is no door
        terms = [
            replace(term, concepts=term.concepts - {"entrance"} | {"ticket"}) if "entrance" in term.concepts else term
            for term in terms
        ]
    said_of = frozenset(name for term in terms for name in term.concepts)
    if {"food", "evening"} <= said_of and said_of.isdisjoint(OCCASIONS):  # who eats in the evening dines
        terms = [
            replace(term, concepts=term.concepts | {"dinner"}) if "food" in term.concepts else term for term in terms
        ]
    if any("age" in term.concepts for term in terms):  # who is sixteen is a child, or none: one thing is asked
        terms = [
            replace(term, related=term.related | {"age"}) if "children" in term.concepts else term for term in terms
        ]
    return terms


def _day(said: Words, today: date | None) -> str | None:
    """Return the weekday that a question means by today or tomorrow."""
    if today is None:
        return None
    ahead = next(
        (ahead for ahead, key in enumerate(("today", "tomorrow")) if pattern("days", key).search(said.text)), None
    )
    return WEEKDAYS[(today.weekday() + ahead) % len(WEEKDAYS)] if ahead is not None else None


def _says_nothing(token: str) -> bool:
    return any(token in some for some in (FUNCTION_WORDS, SESSION_WORDS, ROOM_WORDS, listed("question", "generic")))


@lru_cache(maxsize=20_000)
def text_of(written: str) -> Text:
    """Return a text to look in."""
    said = words(OPTION.sub(" ", written))
    return Text(said.text, frozenset(stem for token in said.tokens for stem in stems(token)))


def _stems(said: Words, first: int, last: int) -> frozenset[str]:
    # Of a phrase only the concept counts: "main" of "main station" is no station.
    return stems(said.tokens[first]) if last - first == 1 else frozenset()


def _each_once(terms: list[Term]) -> tuple[Term, ...]:
    """Return the terms without those that mean what an earlier one means."""
    kept: list[Term] = []
    for term in terms:
        if not any(term.concepts & other.concepts or term.stems & other.stems for other in kept):
            kept.append(term)
    return tuple(kept)
