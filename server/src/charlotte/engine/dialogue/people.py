"""Finding the people of a congress in a sentence."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from charlotte.congress.model import Person
from charlotte.congress.programme import Programme
from charlotte.engine.dialogue.folding import Words, fold, folded_words, windows
from charlotte.engine.dialogue.grammar import Grammar
from charlotte.engine.dialogue.likeness import Vocabulary, alike

LONGEST_NAME = 4
_SURE_NAME = 0.86
"""Full names this alike are taken for the same."""
_LIKELY_NAME = 0.74
_MISHEARD_SURNAME = 0.72
"""Enough for a surname where the sentence says that a person is meant."""
FIRST_NAME_ALONE = 0.7
"""The likeness of somebody of whom only the first name was understood."""
_PERHAPS = 0.55
"""A surname less alike than this is another one, whatever stands before it."""


@dataclass(frozen=True)
class SpottedPerson:
    """A person, the words that name them, and how sure that is, 0 to 1."""

    person: Person
    first: int
    last: int
    likeness: float
    whole: bool
    """First and last name, not the last alone."""


Name = tuple[str, ...]


class People:
    """Everybody who speaks at a congress, with the folded words of each name they go by."""

    def __init__(self, programme: Programme) -> None:
        self._names: list[tuple[Person, tuple[Name, ...]]] = []
        self._bearing: dict[str, list[int]] = defaultdict(list)
        for at, person in enumerate(programme.persons):
            names = {tuple(name_words(name)) for name in (person.name, *person.aliases)} - {()}
            self._names.append((person, tuple(names)))
            for word in {word for name in names for word in name}:
                self._bearing[word].append(at)
        self._vocabulary = Vocabulary(self._bearing)

    def find(self, words: Words, grammar: Grammar) -> tuple[SpottedPerson, ...]:
        """Return the people that a sentence may mean, likeliest first, each once."""
        found: dict[str, SpottedPerson] = {}
        expected = _positions_of_names(words, grammar)
        for first, last in windows(words, LONGEST_NAME):
            heard = words.tokens[first:last]
            if all(token in grammar.hints or grammar.is_all("frame", "left", token) for token in heard):
                continue
            near = self._vocabulary.near(heard[-1], _PERHAPS)
            for at in {bearer for word in near for bearer in self._bearing[word]}:
                person, names = self._names[at]
                likeness, whole = _likeness(heard, names, misheard=first in expected)
                held = found.get(person.id)
                if likeness > 0 and (held is None or (likeness, whole) > (held.likeness, held.whole)):
                    found[person.id] = SpottedPerson(person, first, last, likeness, whole)
        return tuple(sorted(found.values(), key=lambda spotted: (-spotted.likeness, -len(spotted.person.name))))


def _positions_of_names(words: Words, grammar: Grammar) -> frozenset[int]:
    """Return where a name may begin because a title such as "professor" stands before it."""
    return frozenset(
        at for at in range(1, len(words.tokens)) if grammar.is_all("frame", "speakers", words.tokens[at - 1])
    )


@lru_cache(maxsize=20_000)
def name_words(name: str) -> Sequence[str]:
    """Return the folded words of a name without titles and nicknames."""
    plain = re.sub(r"\(.*?\)|\"[^\"]*\"|“[^”]*”", " ", name)
    tokens = folded_words(plain).split()
    titles = {"dr", "prof", "ing", "phd", "md", "dott", "professor", "doctor"}
    return [token for token in tokens if token not in titles] or tokens or [fold(name)]


def _likeness(heard: tuple[str, ...], names: tuple[Name, ...], *, misheard: bool) -> tuple[float, bool]:
    best, whole = 0.0, False
    for name in names:
        if len(heard) == len(name) and len(name) > 1:
            pairs = [alike(word, known) for word, known in zip(heard, name, strict=True)]
            value = sum(pairs) / len(pairs)
            if min(pairs) >= 0.5 and pairs[-1] >= 0.55 and value >= _LIKELY_NAME and value > best:
                best, whole = value, True
        elif len(heard) < len(name) and len(heard[-1]) > 2:
            value = min(alike(word, known) for word, known in zip(heard, name[-len(heard) :], strict=True))
            floor = _MISHEARD_SURNAME if misheard else _SURE_NAME
            if value >= floor and 0.95 * value > best:
                best, whole = 0.95 * value, False
            elif (
                len(heard) == 1
                and len(name) > 1
                and heard[0] == name[0]
                and len(heard[0]) > 3
                and best < FIRST_NAME_ALONE
            ):
                best, whole = FIRST_NAME_ALONE, False
        if len(name) == 1 and len(heard) == 1 and heard == name:
            best, whole = 1.0, True
    return best, whole
