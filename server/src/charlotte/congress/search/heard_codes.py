"""Codes of rooms as a recogniser writes them: "in arca, 22, 13" is H.2213, "i NU6-41" is U6-41."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import Levenshtein

from charlotte.congress.search.folding import Words, squashed
from charlotte.congress.search.letter_names import names_of
from charlotte.congress.search.numerals import with_digits
from charlotte.congress.search.phonetics import key

LEAST = 3
"""Digits; fewer do not tell a code from a number."""
WHOLE = 4
"""Digits that are one room's code, whatever its letters were taken for."""
MOST_LETTERS = 2
"""Of a code whose letters are compared by their names."""
LONG_NAME = 3
"""Sounds of a letter's name of which one may be another."""
RAN_IN = ("in", "en", "im", "n", "i", "a")
"""What stands before a room and runs into its code."""
_CODE = re.compile(r"([a-z]*)(\d+)[a-z]?")
_HEARD = re.compile(r"([a-z]{0,4})(\d+)[a-z]?")


@dataclass(frozen=True)
class Code:
    """The letters of a room's code, and its digits in each way they may be written when said as numbers."""

    room: str
    letters: str
    digits: frozenset[str]


@dataclass(frozen=True)
class _Run:
    """Tokens (first, last exclusive) that are the digits of one code, and the letters written with the first."""

    first: int
    last: int
    digits: str
    letters: str


class HeardCodes:
    """The codes of a programme's rooms."""

    def __init__(self, called: Sequence[tuple[str, str]]) -> None:
        """`called` are the rooms, each with one of its names."""
        self._codes = [code for room, name in called if (code := _code(room, name)) is not None]

    def find(self, said: Words) -> tuple[str, int, int] | None:
        """Return the one room whose code a sentence says, and the words (first, last exclusive) that do."""
        for run in _runs(said.tokens):
            near = [code for code in self._codes if run.digits in code.digits]
            for before in range(min(MOST_LETTERS, run.first), -1, -1):
                heard = (*said.tokens[run.first - before : run.first], run.letters)
                rooms = {code.room for code in near if _are(heard, code.letters)}
                if len(rooms) == 1:
                    return rooms.pop(), run.first - before, run.last
            rooms = {code.room for code in near}
            if len(rooms) == 1 and len(run.digits) >= WHOLE and _may_be_any(said, run):
                return rooms.pop(), run.first, run.last
        return None


def _code(room: str, name: str) -> Code | None:
    found = _CODE.fullmatch(squashed(name))
    return Code(room, found[1], frozenset(_as_numbers(found[2]))) if found and len(found[2]) >= LEAST else None


def _as_numbers(digits: str) -> Iterator[str]:
    yield digits
    front, hundreds, rest = digits[:-3], digits[-3], digits[-2:].lstrip("0")
    if hundreds != "0":
        for thousands in {front, f"{front}000" if front else ""}:
            yield f"{thousands}{hundreds}00{rest}"
            yield (
                f"{thousands}{hundreds}{'00' if hundreds == '1' else ''}{rest}" if rest else f"{thousands}{hundreds}00"
            )


def _runs(tokens: Sequence[str]) -> Iterator[_Run]:
    first, written, letters = -1, "", ""
    for at, token in enumerate((*tokens, "")):
        found = _HEARD.fullmatch(with_digits((token,))[0]) if token else None
        if found and (not found[1] or first < 0):
            if first < 0:
                first, letters = at, found[1]
            written += found[2]
            continue
        if first >= 0 and len(written) >= LEAST:
            yield _Run(first, at, written, letters)
        first, written, letters = (at, found[2], found[1]) if found else (-1, "", "")


def _are(heard: Sequence[str], letters: str) -> bool:
    """Tell whether words are the letters of a code, or their names, with a word before that ran in."""
    whole = "".join(heard)
    if not letters or not whole:
        return False
    if whole == letters or any(whole == f"{word}{letters}" for word in RAN_IN):
        return True
    if len(letters) > MOST_LETTERS:
        return False
    sound = key(whole)
    for names in product(*(names_of(letter) for letter in letters)):
        named = key("".join(names))
        if sound == named and len(sound) > 1:
            return True
        if min(len(sound), len(named)) >= LONG_NAME and Levenshtein.distance(sound, named) <= 1:
            return True
    return False


def _may_be_any(said: Words, run: _Run) -> bool:
    """Tell whether the digits alone may say it: they are no time or year, and no other letters were written."""
    if run.letters or not run.first:
        return False
    start, end = said.places[run.first - 1]
    before = said.original[start:end]
    if len(before) < 2 or before.isupper():
        return False
    if run.last - run.first == 2 and all(len(token) <= 2 for token in said.tokens[run.first : run.last]):
        return False
    written = said.written(run.first, run.last)
    return not (written.isdigit() and written[:2] in ("19", "20"))
