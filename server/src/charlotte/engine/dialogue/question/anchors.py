"""Breaks, meals and evenings that a question names to say when: "once lunch is over", "before the dinner"."""

from collections.abc import Iterator
from dataclasses import dataclass

from charlotte.congress.programme import Programme
from charlotte.congress.search.folding import Words, folded
from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.engine.dialogue.grammar import Grammar

SORTS = ("lunch", "coffee", "social", "any")
LEADING = 6
"""Words that may stand from "after" to the break, as in "before everybody goes to the dinner"."""
TRAILING = 4
"""Words that may stand from the break to "is over"."""
PAUSING = ("break", "social")
SHORTEST_NAME = 5
"""Letters of a word of a break's own name."""
PAUSES = frozenset(",;:.?!¿¡")


@dataclass(frozen=True)
class Anchor:
    """A break that something is after, before or within, and the words (first, last exclusive) that say so."""

    side: str
    """`after`, `before` or `during`."""
    sort: str
    """One of `SORTS`, or a word of its name."""
    first: int
    last: int

    @property
    def tokens(self) -> frozenset[int]:
        """Where those words stand."""
        return frozenset(range(self.first, self.last))

    @property
    def when(self) -> str:
        """The stretch of time as `whats_on` takes it."""
        sort = {"social": "dinner", "any": "break"}.get(self.sort, self.sort)
        return f"{self.side} {sort}"


def find_anchor(words: Words, grammar: Grammar, programme: Programme) -> Anchor | None:
    """Return the break that says when, by its sort or by its own name; nothing where the break itself is asked for."""
    named = _named(programme)
    for sort, first, last in _breaks_in(words, grammar, named):
        while last < len(words.tokens) and words.tokens[last] in named:
            last += 1
        found = _around(words, grammar, sort, first, last)
        if found is not None and _asks_more(words, grammar, found):
            return found
    return None


def _named(programme: Programme) -> frozenset[str]:
    """Return the words by which the breaks of a programme are called."""
    titles = (folded(session.title) for session in programme.happening if session.kind in PAUSING)
    found = {word for title in titles for word in title}
    return frozenset(word for word in found if len(word) >= SHORTEST_NAME and word not in FUNCTION_WORDS)


def _breaks_in(words: Words, grammar: Grammar, named: frozenset[str]) -> Iterator[tuple[str, int, int]]:
    for sort in SORTS:
        for match in grammar.groups["breaks"][sort].finditer(words.text):
            yield (sort, *words.span(*match.span()))
    for at, word in enumerate(words.tokens):
        if word in named:
            yield word, at, at + 1


def _asks_more(words: Words, grammar: Grammar, anchor: Anchor) -> bool:
    """Return whether something is asked beside the break: "when is lunch over" asks for the lunch itself."""
    if grammar.says("asks", "when", " ".join(words.tokens[anchor.first + 1 : anchor.last])):
        return False
    rest = " ".join((*words.tokens[: anchor.first], "…", *words.tokens[anchor.last :]))
    if any(grammar.said("breaks", rest)):
        return False
    if grammar.says("scope", "same_room", rest):
        return True
    says = any(grammar.says("asks", key, rest) for key in ("what", "who", "about"))
    return says or any(grammar.says("want", key, rest) for key in ("starting", "countable", "choose"))


def _around(words: Words, grammar: Grammar, sort: str, first: int, last: int) -> Anchor | None:
    begin = max((at + 1 for at in range(max(0, first - LEADING), first) if _pauses(words, at)), default=0)
    begin = max(begin, first - LEADING)
    end = next((at + 1 for at in range(last - 1, len(words.tokens)) if _pauses(words, at)), len(words.tokens))
    before = " ".join(words.tokens[begin:first])
    behind = " ".join(words.tokens[last : min(end, last + TRAILING)])
    if (led := _last(grammar, "before", before)) is not None:
        return Anchor("before", sort, begin + led, last)
    if (led := _last(grammar, "during", before)) is not None:
        return Anchor("during", sort, begin + led, last)
    when = _last(grammar, "when", before)
    if when is not None and grammar.says("anchor", "over", " ".join(before.split()[when:])):
        return Anchor("after", sort, begin + when, last)
    over = grammar.search("anchor", "over", behind)
    if over is not None and (when is not None or not before):
        return Anchor("after", sort, begin + (when or 0), last + len(behind[: over.end()].split()))
    if (led := _last(grammar, "after", before)) is not None:
        return Anchor("after", sort, begin + led, last)
    return None


def _last(grammar: Grammar, key: str, text: str) -> int | None:
    """Return at which word of `text` the last such word stands."""
    found = [len(text[: match.start()].split()) for match in grammar.groups["anchor"][key].finditer(text)]
    return found[-1] if found else None


def _pauses(words: Words, at: int) -> bool:
    """Return whether something is marked off right behind a word."""
    if at + 1 >= len(words.tokens):
        return True
    return not PAUSES.isdisjoint(words.original[words.places[at][1] : words.places[at + 1][0]])
