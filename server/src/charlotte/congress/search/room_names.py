"""Names of rooms that are made of common words, as each language has them: "Grande salle" is "the main hall"."""

import tomllib
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

from charlotte.congress.model import Room
from charlotte.congress.search.folding import folded
from charlotte.congress.search.function_words import FUNCTION_WORDS, ROOM_WORDS
from charlotte.congress.search.numerals import digits_by_word

KIND = "room"
MAY_END = frozenset("first room conference conferences vortrag".split())
"""Words that any sentence may have, and with which the name of a room may begin or end all the same."""
LOOSE = frozenset(("auditorium", "lecture"))
"""Places that say little more than "room" beside a word that tells which."""
ENDINGS = ("es", "en", "er", "em", "e", "s")
COMPOUND = ("saales", "saals", "saal", "raumes", "raums", "raum", "halle", "zimmers", "zimmer", "buhne")
"""What the last part of a German compound may be: "Kapitelsaal"."""
JOINTS = ("", "s", "n", "en", "er")
LONGEST_CALLED = 4
SHORTEST = 2


class RoomNames:
    """The rooms of a programme by what the words of their names mean."""

    def __init__(self, rooms: Sequence[Room]) -> None:
        self._rooms: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._loose: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._of_a_place: dict[str, set[str]] = defaultdict(set)
        for room in rooms:
            for name in (room.name, *room.aliases):
                if meaning := _telling(_meaning(folded(name))):
                    self._rooms[meaning].add(room.name)
                    self._loose[_loosely(meaning)].add(room.name)
            for word in folded(room.name):
                for place in _called((word,)):
                    if place in _places():
                        self._of_a_place[place].add(room.name)

    def meant(self, said: Sequence[str]) -> str | None:
        """Return the one room whose whole name some folded words mean, nothing left over on either side."""
        if not self._rooms or not said or {said[0], said[-1]} & FUNCTION_WORDS - MAY_END:
            return None
        words = _meaning(tuple(said))
        telling = _telling(words)
        if not telling or not any(word == KIND or word in _places() for word in words):
            return None
        found = self._rooms.get(telling) or self._loose.get(_loosely(telling), set())
        return next(iter(found)) if len(found) == 1 else None

    def only_such(self, word: str) -> str | None:
        """Return the one room whose name holds a word for such a place: of "Auditorio Blas de Otero" the auditorium."""
        found = [self._of_a_place.get(place, set()) for place in _called((word,))]
        return next(iter(found[0])) if len(found) == 1 and len(found[0]) == 1 else None


def is_room_word(word: str) -> bool:
    """Return whether a folded word says only that something is a room: "sala", "Besprechungsraum"."""
    return word in ROOM_WORDS or any(word.endswith(last) and word != last for last in COMPOUND)


def _telling(meaning: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(word for word in meaning if word != KIND))


def _loosely(meaning: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in meaning if word not in LOOSE) or meaning


def _meaning(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return what each word of a room's name means; nothing where one of them is no such word."""
    found: list[str] = []
    at = 0
    while at < len(words):
        for last in range(min(len(words), at + LONGEST_CALLED), at, -1):
            if meant := _called(words[at:last]):
                found += meant
                at = last
                break
        else:
            if words[at] not in FUNCTION_WORDS:
                return ()
            at += 1
    return tuple(found)


@lru_cache(maxsize=5000)
def _called(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return what one word, or several that are one name, means."""
    known, called = _known(), " ".join(words)
    if called in known or len(words) > 1:
        return (known[called],) if called in known else ()
    (word,) = words
    if word.isdigit():
        return (word.lstrip("0") or "0",)
    if word not in FUNCTION_WORDS and word in digits_by_word():
        return (digits_by_word()[word],)
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > SHORTEST and stem in known:
            return (known[stem],)
    return _compound(word)


def _compound(word: str) -> tuple[str, ...]:
    last = next((last for last in COMPOUND if word.endswith(last) and word != last), None)
    if last is None:
        return ()
    before = word.removesuffix(last)
    kind = "stage" if last == "buhne" else KIND
    for joint in JOINTS:
        stem = before.removesuffix(joint) if joint else before
        if stem in _known():
            return tuple(dict.fromkeys((_known()[stem], kind)))
    return ()


@lru_cache
def _known() -> dict[str, str]:
    """Return the class of each word, and of each name of several words."""
    tables = _tables()
    known = dict.fromkeys(tables["kinds"], KIND)
    for table in (tables["places"], tables["qualities"]):
        for meaning, called in table.items():
            known |= dict.fromkeys((" ".join(folded(name)) for name in called), meaning)
    return known


@lru_cache
def _places() -> frozenset[str]:
    return frozenset(_tables()["places"])


@lru_cache
def _tables() -> dict[str, Any]:
    source = resources.files(__package__).joinpath("room_words.toml").read_text("utf-8")
    return tomllib.loads(source)
