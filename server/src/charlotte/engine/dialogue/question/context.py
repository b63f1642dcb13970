"""What is told before a question only says when: "my train gets in at eleven. Which talks are on at ten past?"."""

import re

from charlotte.congress.lexicon import Lexicon
from charlotte.congress.search.folding import Words, words
from charlotte.engine.dialogue.grammar import Grammar
from charlotte.engine.dialogue.question.times import find_day, find_time

_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])\s+")
_BACK = frozenset(("to", "vor", "moins", "meno", "menos"))
"""Words before which an hour is the one that comes next."""
_HOURS = ("{bare} {hour}", "{hour} {bare}", "{hour} heures {bare}")


def in_context(said: str, grammar: Grammar, lexicon: Lexicon) -> str:
    """Return the question alone, with the day and the hour that were told before it, where it asks of a time itself."""
    *told, asked = _SENTENCE_ENDS.split(said.strip())
    if not told or not asked.endswith("?") or any("?" in one for one in told):
        return said
    before = words(" ".join(told))
    time = find_time(before, grammar)
    if time is None or time.value.startswith("in "):
        return said
    asked = _with_hour(asked, int(time.value.partition(":")[0]), grammar)
    after = words(asked)
    if find_time(after, grammar) is None:
        return said
    day = find_day(before, grammar, lexicon.programme.days)
    if day is None or find_day(after, grammar, lexicon.programme.days) is not None:
        return asked
    return f"{asked.rstrip(' ?')}, {before.written(*before.span(day.start, day.end))}?"


def _with_hour(asked: str, hour: int, grammar: Grammar) -> str:
    """Return the question with the hour that its "ten past" leaves out."""
    said = words(asked)
    for key in ("behind", "before"):
        match = grammar.search("bare_time", key, said.text)
        if match is None:
            continue
        first, last = said.span(*match.span())
        nearest = hour + 1 if not _BACK.isdisjoint(said.tokens[first:last]) else hour
        for shape in _HOURS:
            time = find_time(words(shape.format(bare=match[0], hour=nearest)), grammar)
            if time is not None and not time.value.endswith(":00"):
                return _written_in(said, first, last, time.value)
    return asked


def _written_in(said: Words, first: int, last: int, text: str) -> str:
    return f"{said.original[: said.places[first][0]]}{text}{said.original[said.places[last - 1][1] :]}"
