"""The rooms and people of a programme by how they sound when said in one language: V4 is "uve cuatro"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product

import numpy as np
from num2words import num2words
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from charlotte.congress.model import Person, Room
from charlotte.congress.search.folding import fold, folded
from charlotte.congress.search.function_words import FUNCTION_WORDS, ROOM_WORDS
from charlotte.congress.search.letter_names import NAMES
from charlotte.congress.search.people import named
from charlotte.congress.search.phonetics import key
from charlotte.congress.search.places import aliases
from charlotte.congress.search.respelling import respelled

LEAST, LEAST_LED = 5, 4
"""Sounds of a name that is told from other words; of a room after a word such as "in"."""
LIKE = 0.64
"""How much words must be like a name, by sound and by letters, where no other is as near. Of names of other congresses
one in a hundred is."""
BY_SOUND, UNLIKE = 0.6, 0.5
MOST_FORMS = 48
HIGHEST = 9999
TITLES = {
    "it": ("dottor", "dottoressa", "signor", "signora", "professor"),
    "en": ("doctor", "mister"),
    "fr": ("monsieur", "madame"),
    "de": ("herr", "herrn", "frau"),
    "es": ("señor", "señora", "doctor", "doctora"),
}
"""Words that run into the name after them; they are kept."""
PH_IS_P = ("it", "es")
"""Languages whose speakers read the "ph" of a foreign name as two letters."""
_PIECE = re.compile(r"[a-z]+|\d+")


class SpokenNames:
    """Rooms and people, by their sound in one language."""

    def __init__(self, rooms: Sequence[Room], persons: Sequence[Person], language: str) -> None:
        self._rooms = _by_sound(((room.name, form) for room in rooms for form in _of_room(room, language)), language)
        self._people = _by_sound(
            ((form, form) for person in persons for form in _of_person(person, language)), language
        )
        self._sounds = [sound for sound in self._people if len(sound) >= LEAST_LED]
        self._names = [min(self._people[sound], key=len) for sound in self._sounds]
        self._spelled = ["".join(folded(name)) for name in self._names]
        self._surnames = [folded(name)[-1] for name in self._names]

    def room(self, sound: str, *, is_led: bool) -> str | None:
        """Return the one room that sounds exactly so."""
        meant = self._rooms.get(sound, set()) if len(sound) >= (LEAST_LED if is_led else LEAST) else set()
        return next(iter(meant)) if len(meant) == 1 else None

    def person(self, sound: str) -> str | None:
        """Return the one name of a person, with a title or not, that sounds exactly so."""
        meant = self._people.get(sound, set()) if len(sound) >= LEAST else set()
        return min(meant, key=len) if len({folded(name)[-1] for name in meant}) == 1 else None

    def nearest_person(self, heard: Sequence[tuple[str, str]], stands_out: float) -> tuple[int, str] | None:
        """Return which of several sounds, each with its letters, is most like a name, and the name.

        None where it is not like it, or not by `stands_out` more than like any other name.
        """
        if not self._sounds or not heard:
            return None
        by_sound: NDArray[np.float32] = cdist(
            [sound for sound, _ in heard], self._sounds, scorer=Levenshtein.normalized_similarity, score_cutoff=UNLIKE
        )
        scores = np.zeros_like(by_sound)
        for row, column in np.argwhere(by_sound > 0).tolist():
            by_letters = fuzz.ratio(heard[row][1], self._spelled[column]) / 100
            scores[row, column] = BY_SOUND * by_sound[row, column] + (1 - BY_SOUND) * by_letters
        best = scores.max(axis=0)
        chosen = int(best.argmax())
        others = [
            float(score) for score, name in zip(best, self._surnames, strict=True) if name != self._surnames[chosen]
        ]
        if best[chosen] < LIKE or best[chosen] - max(others, default=0.0) < stands_out:
            return None
        return int(scores[:, chosen].argmax()), self._names[chosen]


def sound_of(text: str, language: str) -> str:
    """Return how folded words sound in a language, single letters and numbers by their names."""
    return _joined(_sound(piece, language) for word in text.split() for piece in _PIECE.findall(word))


@lru_cache(maxsize=50_000)
def _sound(piece: str, language: str) -> str:
    if piece.isdigit():
        return _plain(" ".join(_number(piece, language)), language)
    if len(piece) == 1:
        return _plain(_letter(piece, language)[0], language)
    return key(respelled(piece, language))


def _plain(words: str, language: str) -> str:
    return _joined(key(respelled(word, language)) for word in words.split())


def _joined(sounds: Iterator[str]) -> str:
    return re.sub(r"(.)\1+", r"\1", "".join(sounds))


def _letter(letter: str, language: str) -> tuple[str, ...]:
    return tuple(NAMES.get(language, {}).get(letter, letter).split("|"))


def _number(digits: str, language: str) -> tuple[str, ...]:
    """Return a number in words; one that begins with 0 or is too long, digit by digit."""
    if digits[0] == "0" and len(digits) > 1 or int(digits) > HIGHEST:
        return tuple(word for digit in digits for word in _number(digit, language))
    return folded(num2words(int(digits), lang=language))


def _by_sound(said: Iterator[tuple[str, str]], language: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for meant, form in said:
        found[sound_of(fold(form), language)].add(meant)
    return found


def _of_room(room: Room, language: str) -> Iterator[str]:
    """Yield the ways of saying a room's names: letters by their names, numbers whole or in parts."""
    for alias in aliases(room):
        words = folded(alias)
        rest = words[1:] if words[:1] and words[0] in ROOM_WORDS and len("".join(words[1:])) >= LEAST else ()
        for said in filter(None, (words, rest)):
            pieces = [piece for word in said for piece in _PIECE.findall(word)]
            forms = (_ways(piece, language) for piece in pieces)
            for form in islice((" ".join(way) for way in product(*forms)), MOST_FORMS):
                yield form
                if language in PH_IS_P:
                    yield form.replace("ph", "p")


def _ways(piece: str, language: str) -> tuple[str, ...]:
    if piece.isdigit():
        whole = " ".join(_number(piece, language))
        single = " ".join(word for digit in piece for word in _number(digit, language))
        pairs = " ".join(word for at in range(0, len(piece), 2) for word in _number(piece[at : at + 2], language))
        return tuple(dict.fromkeys((whole, pairs, single)))
    if len(piece) == 1:
        return _letter(piece, language)
    if len(piece) == 2:
        return (" ".join(_letter(letter, language)[0] for letter in piece), piece)
    return (piece,)


def _of_person(person: Person, language: str) -> Iterator[str]:
    names = named(person.name)
    yield person.name
    surname = person.name.split()[-1]
    if len(names) > 1 and fold(surname) not in FUNCTION_WORDS:
        yield surname
        yield from (f"{title} {surname}" for title in TITLES.get(language, ()))
