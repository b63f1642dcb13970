"""Words of Greek and Latin origin, which the five languages share and spell otherwise: "cœliaques" and "celiachia"."""

import re
from collections import defaultdict
from collections.abc import Iterable
from os.path import commonprefix

_SPELLED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"ph", "f"),
        (r"ae|oe", "e"),
        (r"[kcq](?=t(?:ion|or|iv|ur))", ""),
        (r"t(?=i(?:on|en))", "z"),
        (r"qu|ch|ck|c(?![eiy])|q", "k"),
        (r"c", "z"),
        (r"h", ""),
        (r"y|j", "i"),
        (r"x", "s"),
        (r"n(?=[fpbm])", "m"),
        (r"(.)\1", r"\1"),
    )
)
"""What the languages write for the same letters, over folded words, in this order."""
SHORTEST = 5
"""Letters of a word; of shorter ones too many begin alike."""
SHORT, ENDING = 6, 2
"""A word of fewer letters must be the whole beginning of the other, which has at most so many more: "Musik"."""
BEGINNING = 5
"""Letters that two of them have in common at least, as spelled here."""
SHARE = 0.75
"""So much of the shorter one: what differs is its ending."""


def spelled(word: str) -> str:
    """Return a folded word as all the languages could spell it."""
    for pattern, letters in _SPELLED:
        word = pattern.sub(letters, word)
    return word


class Cognates:
    """Some folded words by how they begin in whatever language."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words; short ones are left out."""
        self._spelled: dict[str, dict[str, str]] = defaultdict(dict)
        for word in words:
            if len(word) >= SHORTEST and len(one := spelled(word)) >= BEGINNING:
                self._spelled[one[:BEGINNING]][word] = one

    def of(self, word: str) -> frozenset[str]:
        """Return those that are the same word as a folded one but for their spelling and ending."""
        if len(word) < SHORTEST:
            return frozenset()
        asked = spelled(word)
        return frozenset(
            other for other, one in self._spelled.get(asked[:BEGINNING], {}).items() if _begin_alike(asked, one)
        )


def _begin_alike(one: str, other: str) -> bool:
    shared, shorter = len(commonprefix((one, other))), min(len(one), len(other))
    if shorter < SHORT:
        return shared == shorter and abs(len(one) - len(other)) <= ENDING
    return shared >= SHARE * shorter
