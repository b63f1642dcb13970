"""Finding rooms and people of a congress in a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from charlotte.congress.model import Person, Room
from charlotte.congress.programme import Programme
from charlotte.engine.dialogue.folding import Words, compact, fold, folded_words
from charlotte.engine.dialogue.grammar import LANGUAGES, Grammar, load
from charlotte.engine.dialogue.likeness import alike

_SURE_NAME = 0.86
"""Full names this alike are taken for the same."""
_LIKELY_NAME = 0.74
_MISHEARD_SURNAME = 0.72
"""Enough for a surname where the sentence says that a person is meant."""
_ROOM_WORDS_ALIKE = 0.85
FIRST_NAME_ALONE = 0.7
"""The likeness of somebody of whom only the first name was understood."""


@dataclass(frozen=True)
class SpottedRoom:
    """A room and the words (first, last exclusive) that name it."""

    name: str
    first: int
    last: int


@dataclass(frozen=True)
class SpottedPerson:
    """A person, the words that name them, and how sure that is, 0 to 1."""

    person: Person
    first: int
    last: int
    likeness: float
    whole: bool
    """First and last name, not the last alone."""


def find_room(words: Words, programme: Programme) -> SpottedRoom | None:
    """Return the room that a sentence names, the longest name first."""
    best: tuple[int, SpottedRoom] | None = None
    for room in programme.rooms:
        for form, needs_noun in _room_forms(room):
            for first, last in _windows(words, 5):
                if not _is_room(words, first, last, form) or (needs_noun and not _after_room_noun(words, first)):
                    continue
                weight = len(compact(form)) + (5 if needs_noun else 0)
                if best is None or weight > best[0]:
                    noun = _after_room_noun(words, first)
                    best = (weight, SpottedRoom(room.name, first - 1 if noun else first, last))
    return best[1] if best else None


@lru_cache(maxsize=4_000)
def _room_forms(room: Room) -> tuple[tuple[str, bool], ...]:
    """Return what a room may be called, and whether a word for "room" must stand before it."""
    forms: dict[str, bool] = {}
    for name in (room.name, *room.aliases):
        outside = re.sub(r"\(.*?\)", " ", name)
        inside = re.findall(r"\((.*?)\)", name)
        for part in (name, outside, *inside):
            form = folded_words(part)
            if not form:
                continue
            forms.setdefault(form, len(compact(form)) < 2)
            core = _without_noun(form)
            if core and core != form:
                for short in (core, core.split()[0]):
                    forms.setdefault(short, len(compact(short)) < 4)
    return tuple(forms.items())


def _without_noun(form: str) -> str:
    first, _, rest = form.partition(" ")
    return rest if first in _room_nouns() else form


@lru_cache
def _room_nouns() -> frozenset[str]:
    found = {"seminar", "hall", "room", "sala", "salle", "saal", "raum", "aula", "amphi", "seminario", "seminarraum"}
    return frozenset(found)


def _after_room_noun(words: Words, first: int) -> bool:
    return first > 0 and any(load(code).is_all("frame", "rooms", words.tokens[first - 1]) for code in LANGUAGES)


def _is_room(words: Words, first: int, last: int, form: str) -> bool:
    said = "".join(words.tokens[first:last])
    known = compact(form)
    if compact(said) == known:
        return True
    if any(c.isdigit() for c in known) or len(known) < 5 or last - first != len(form.split()):
        return False
    pairs = zip(words.tokens[first:last], form.split(), strict=True)
    return all(alike(heard, word) >= _ROOM_WORDS_ALIKE for heard, word in pairs)


def _windows(words: Words, longest: int) -> Iterator[tuple[int, int]]:
    count = len(words.tokens)
    for first in range(count):
        for last in range(first + 1, min(first + longest, count) + 1):
            yield first, last


Names = tuple[tuple[Person, tuple[tuple[str, ...], ...]], ...]
"""Everybody, with the folded words of each name they go by."""


def find_people(words: Words, grammar: Grammar, names: Names) -> tuple[SpottedPerson, ...]:
    """Return the people that a sentence may mean, likeliest first, each once."""
    found: dict[str, SpottedPerson] = {}
    expected = _positions_of_names(words, grammar)
    for first, last in _windows(words, 4):
        heard = words.tokens[first:last]
        if all(token in grammar.hints or grammar.is_all("frame", "left", token) for token in heard):
            continue
        for person, known in names:
            likeness, whole = _likeness(heard, known, misheard=first in expected)
            if likeness <= 0:
                continue
            spotted = SpottedPerson(person, first, last, likeness, whole)
            held = found.get(person.id)
            if held is None or (likeness, whole) > (held.likeness, held.whole):
                found[person.id] = spotted
    return tuple(sorted(found.values(), key=lambda spotted: (-spotted.likeness, -len(spotted.person.name))))


def _positions_of_names(words: Words, grammar: Grammar) -> frozenset[int]:
    """Return where a name may begin because a title such as "professor" stands before it."""
    return frozenset(
        at for at in range(1, len(words.tokens)) if grammar.is_all("frame", "speakers", words.tokens[at - 1])
    )


def names_of(programme: Programme) -> Names:
    """Return everybody's names, folded once a version."""
    return tuple(
        (person, tuple({tuple(_name_words(name)) for name in (person.name, *person.aliases) if _name_words(name)}))
        for person in programme.persons
    )


@lru_cache(maxsize=20_000)
def _name_words(name: str) -> Sequence[str]:
    plain = re.sub(r"\(.*?\)|\"[^\"]*\"|“[^”]*”", " ", name)
    tokens = folded_words(plain).split()
    titles = {"dr", "prof", "ing", "phd", "md", "dott", "professor", "doctor"}
    return [token for token in tokens if token not in titles] or tokens or [fold(name)]


def _likeness(heard: tuple[str, ...], names: tuple[tuple[str, ...], ...], *, misheard: bool) -> tuple[float, bool]:
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
