"""Which words of a question are set aside, so that the rest names what is meant."""

from collections.abc import Iterable

from charlotte.congress.lexicon import SpottedRoom
from charlotte.congress.search.folding import Words
from charlotte.engine.dialogue.grammar import Grammar
from charlotte.engine.dialogue.question.times import Found

_LONGEST_BEHIND = 3
"""Words behind a time of day that may say so."""


def without(words: Words, tokens: frozenset[int]) -> Words:
    """Return the sentence with some tokens hidden; positions and lengths stay, so spans still fit."""
    hidden = tuple("…" * len(token) if at in tokens else token for at, token in enumerate(words.tokens))
    return Words(words.original, hidden, words.places)


def compared_with(words: Words, grammar: Grammar) -> frozenset[int]:
    """Return the tokens of a day that something is only compared with: "at half past ten, like yesterday"."""
    found = grammar.search("want", "like_day", words.text)
    return frozenset(range(*words.span(*found.span()))) if found else frozenset()


def going_on(words: Words, grammar: Grammar, time: Found | None) -> frozenset[int]:
    """Return the tokens right behind a time of day that say that a stretch of time begins then: "from four onwards"."""
    if time is None:
        return frozenset()
    last = words.span(time.start, time.end)[1]
    found = grammar.groups["want"]["onwards"].match(" ".join(words.tokens[last : last + _LONGEST_BEHIND]))
    return frozenset(range(last, last + len(found[0].split()))) if found else frozenset()


def hidden(words: Words, part: Found | None) -> Words:
    """Return the sentence without its part of the day: "après-midi" is not noon."""
    if part is None or part.value in ("midday", "evening"):
        return words
    return without(words, frozenset(range(*words.span(part.start, part.end))))


def blanked_in(
    words: Words, outside: Words, grammar: Grammar, room: SpottedRoom | None, found: Iterable[Found | None]
) -> frozenset[int]:
    """Return the tokens of a room, of what else was found, and of what joins them to the rest."""
    blanked = set(range(room.first, room.last)) if room else set()
    for slot in found:
        if slot is not None:
            blanked |= set(range(*outside.span(slot.start, slot.end)))
    for key in ("now", "same_room", "same_speaker"):
        if match := grammar.search("scope", key, outside.text):
            blanked |= set(range(*outside.span(*match.span())))
    blanked |= _ordinals(outside, grammar)
    # What stands before a slot to join it ("in", "on", "at the") belongs to it.
    for at in sorted(blanked):
        before = at - 1
        while before >= 0 and before not in blanked and _joins(words.tokens[before], grammar):
            blanked.add(before)
            before -= 1
    return frozenset(blanked)


def _ordinals(words: Words, grammar: Grammar) -> set[int]:
    """Return "first", "next" and "last" where a word for "talk" stands beside them: they are no part of a title."""
    found: set[int] = set()
    for at, token in enumerate(words.tokens):
        beside = [words.tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(words.tokens)]
        ordinal = any(grammar.is_all("scope", key, token) for key in ("first", "last", "next"))
        if ordinal and any(grammar.is_all("frame", "nouns", other) or other == "one" for other in beside):
            found.add(at)
    return found


def _joins(token: str, grammar: Grammar) -> bool:
    return (
        grammar.is_all("frame", "stop", token)
        or grammar.is_all("days", "lead", token)
        or grammar.is_all("frame", "rooms", token)
    )
