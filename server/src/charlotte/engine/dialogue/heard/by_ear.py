"""Rooms and people whose names were written as other words: "Hersteg" is "Herr Steck", "Nube, 4" is V4."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from charlotte.congress.lexicon import BEFORE_ROOMS, FIRST_NAME_ALONE, Lexicon
from charlotte.congress.search.folding import Words, words
from charlotte.congress.search.function_words import FUNCTION_WORDS, HONORIFICS, ROOM_WORDS, SESSION_WORDS
from charlotte.congress.search.meanings import senses
from charlotte.congress.search.numerals import digits_by_word
from charlotte.congress.search.spoken_names import SpokenNames, sound_of
from charlotte.engine.dialogue.grammar import Grammar

LONGEST = 5
"""Words of a name, however they were cut."""
SHORTEST_CUT = 2
"""Letters of a word of asking that ran into a name."""
LONG = 9
"""Letters of a German word that is no name for sure, if the dictionary has it: "Herzstillstand"."""
LINKED = "dlnstz"
"""Sounds that the word before leaves at a name's beginning."""
STANDS_OUT, STANDS_FAR_OUT = 0.1, 0.15
"""How much more like one name than any other words must be, where somebody who speaks is asked for, and elsewhere."""
_DIGITS_BEFORE = re.compile(r"\d{1,2}(?=[a-z])")
_DIGITS_AFTER = re.compile(r"(?<=\d)[a-z]{1,2}\d{1,2}$")


@dataclass(frozen=True)
class Stretch:
    """Some words in a row, one of them no word that we know, without what of the words around ran into them."""

    start: int
    end: int
    """Characters of the question."""
    sound: str
    is_led: bool
    """A word such as "in" stands before."""
    is_alone: bool
    """No other strange word stands beside it: it may be a whole name."""
    is_only: bool
    """It neither begins nor ends with a word of asking, and no other word of the question is strange."""
    spelled: str


def with_rooms(question: str, grammar: Grammar, lexicon: Lexicon) -> str:
    """Return the question with the room that some strange words of it sound exactly like written as that room."""
    names = lexicon.spoken(grammar.language)
    return _written(question, grammar, lexicon, lambda one: names.room(one.sound, is_led=one.is_led))


def with_people(question: str, grammar: Grammar, lexicon: Lexicon) -> str:
    """Return the question with somebody's name in place of strange words that sound exactly like it."""
    if not _may_name(question, grammar, lexicon):
        return question
    names = lexicon.spoken(grammar.language)
    return _written(question, grammar, lexicon, lambda one: names.person(one.sound) if one.is_alone else None)


def with_nearest(question: str, grammar: Grammar, lexicon: Lexicon) -> str:
    """Return the question with the one name that strange words of it sound nearly like in their place."""
    if not _may_name(question, grammar, lexicon):
        return question
    names: SpokenNames = lexicon.spoken(grammar.language)
    found = [one for one in _stretches(words(question), grammar, lexicon) if one.is_alone and one.is_only]
    stands_out = STANDS_OUT if _asks_who_speaks(question, grammar) else STANDS_FAR_OUT
    nearest = names.nearest_person([(one.sound, one.spelled) for one in found], stands_out)
    return _put(question, found[nearest[0]], nearest[1]) if nearest else question


def _may_name(question: str, grammar: Grammar, lexicon: Lexicon) -> bool:
    """Whether the words may ask for somebody, and name nobody yet."""
    said = words(question)
    asked = any(grammar.says("asks", key, said.text) for key in ("when", "where"))
    if not asked and not _asks_who_speaks(question, grammar):
        return False
    return not any(spotted.likeness > FIRST_NAME_ALONE for spotted in lexicon.people(said))


def _asks_who_speaks(question: str, grammar: Grammar) -> bool:
    return any(grammar.says("frame", key, words(question).text) for key in ("speaks", "speakers"))


def _written(question: str, grammar: Grammar, lexicon: Lexicon, named: Callable[[Stretch], str | None]) -> str:
    best: tuple[int, Stretch, str] | None = None
    for one in _stretches(words(question), grammar, lexicon):
        name = named(one)
        if name is not None and (best is None or len(one.sound) > best[0]):
            best = len(one.sound), one, name
    return _put(question, best[1], best[2]) if best else question


def _put(question: str, one: Stretch, name: str) -> str:
    before, after = question[: one.start], question[one.end :]
    gap = " " if before and not before[-1].isspace() else ""
    return f"{before}{gap}{name}{' ' if after[:1].isalnum() else ''}{after}"


def _stretches(said: Words, grammar: Grammar, lexicon: Lexicon) -> Iterator[Stretch]:
    tokens = said.tokens
    strange = [_is_strange(token, grammar, lexicon) for token in tokens]
    for first in range(len(tokens)):
        for last in range(first + 1, min(first + LONGEST, len(tokens)) + 1):
            if not any(strange[first:last]):
                continue
            text = " ".join(tokens[first:last])
            beside = [at for at in (first - 1, last) if 0 <= at < len(tokens)]
            is_alone = all(_is_asking(tokens[at], grammar) or tokens[at] in HONORIFICS for at in beside)
            led = first > 0 and tokens[first - 1] in BEFORE_ROOMS or any(tokens[at] in ROOM_WORDS for at in beside)
            is_only = not any(_is_asking(tokens[at], grammar) for at in (first, last - 1))
            is_only = is_only and not any(strange[:first]) and not any(strange[last:])
            for before in _front_cuts(said, first, grammar):
                for after in _back_cuts(said, last - 1, grammar):
                    spelled = text[before : len(text) - after]
                    start = said.places[first][0] + (0 if tokens[first][:before] in LINKED else before)
                    end = said.places[last - 1][1] - after
                    if before and spelled[1:2] == " ":  # a letter that was cut off is none by its name
                        spelled = spelled.replace(" ", "", 1)
                    if after and spelled[-2:-1] == " ":
                        spelled = spelled[:-2] + spelled[-1]
                    sound = sound_of(spelled, grammar.language)
                    is_led = led or before > 1  # one letter may be any word's: "datos" is not "a dos"
                    yield Stretch(start, end, sound, is_led, is_alone, is_only, spelled.replace(" ", ""))


def _is_strange(token: str, grammar: Grammar, lexicon: Lexicon) -> bool:
    if any(map(str.isdigit, token)):
        return not token.isdigit() and not lexicon.knows(token)
    if token in grammar.words or token in FUNCTION_WORDS or token in digits_by_word():
        return False
    if grammar.language == "de" and len(token) >= LONG and senses(token, "de"):
        return False
    return not any(token in known for known in (HONORIFICS, SESSION_WORDS, ROOM_WORDS)) and not lexicon.knows(token)


def _front_cuts(said: Words, at: int, grammar: Grammar) -> list[int]:
    token = said.tokens[at]
    cuts = [0]
    if (found := _DIGITS_BEFORE.match(token)) and _is_plain(said, at):
        cuts.append(len(found[0]))
    elif _is_plain(said, at):
        cuts += [end for end in range(SHORTEST_CUT, len(token)) if _is_asking(token[:end], grammar)]
        cuts += [1] if token[0] in LINKED else []
    return cuts


def _back_cuts(said: Words, at: int, grammar: Grammar) -> list[int]:
    token = said.tokens[at]
    cuts = [0]
    if found := _DIGITS_AFTER.search(token):
        cuts.append(len(found[0]))
    elif _is_plain(said, at):
        cuts += [
            length
            for length in range(1, len(token))
            if _is_asking(token[-length:], grammar) and (length >= SHORTEST_CUT or token[-1] in "aeoy")
        ]
    return cuts


def _is_plain(said: Words, at: int) -> bool:
    """Whether each letter of a word is one of the question, so that it can be cut there."""
    start, end = said.places[at]
    return end - start == len(said.tokens[at])


def _is_asking(piece: str, grammar: Grammar) -> bool:
    return piece in grammar.words or grammar.is_all("frame", "speaks", piece)
