"""Texts cut into comparable words: no case, no accents, no punctuation, each with its place in the original."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from anyascii import anyascii

# A time of day is one word ("10:30", "9h15"); so is a name that ends in signs ("C++", "C#").
_TOKEN = re.compile(r"(?<![\w.])\d{1,2}[:.]\d\d(?![\d.]\d|\d)|(?<!\w)\d{1,2}\s?h\s?\d\d(?!\w)|[^\W_]+(?:[+#]+(?!\w))?")
_FRENCH_TIME = re.compile(r"(\d{1,2})\s?h\s?(\d\d)")
_FRENCH_HOUR = re.compile(r"(\d{1,2})h")
_NO_LETTER = re.compile(r"[^a-z0-9]")


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Return text in lower-case ASCII letters: `Kühn` and `KUHN` become `kuhn`, `Влад` becomes `vlad`."""
    return anyascii(text).casefold()


@dataclass(frozen=True)
class Words:
    """A sentence as folded words."""

    original: str
    tokens: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    """Start and end of each token in `original`."""

    @cached_property
    def text(self) -> str:
        """The folded words, one blank between them."""
        return " ".join(self.tokens)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each token starts in `text`."""
        found, at = [], 0
        for token in self.tokens:
            found.append(at)
            at += len(token) + 1
        return tuple(found)

    def written(self, first: int, last: int) -> str:
        """Return tokens `first` to `last` (exclusive) as they were written."""
        return self.original[self.places[first][0] : self.places[last - 1][1]] if first < last else ""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens touched by characters `start` to `end` of `text`, as first and last (exclusive)."""
        touched = [i for i, at in enumerate(self.starts) if at < end and at + len(self.tokens[i]) > start]
        return (touched[0], touched[-1] + 1) if touched else (0, 0)

    def windows(self, longest: int) -> Iterator[tuple[int, int]]:
        """Yield every stretch of up to `longest` words, as first and last (exclusive)."""
        count = len(self.tokens)
        for first in range(count):
            for last in range(first + 1, min(first + longest, count) + 1):
                yield first, last


def words(text: str) -> Words:
    """Cut a text into folded words; an elided article (`l'intervento`, `d'aujourd'hui`) is a word of its own."""
    tokens, places = [], []
    for match in _TOKEN.finditer(text):
        if token := _token(match[0]):
            tokens.append(token)
            places.append(match.span())
    return Words(text, tuple(tokens), tuple(places))


def _token(written: str) -> str:
    folded_token = re.sub(r"[^\w:.+# ]", "", fold(written))
    if time := _FRENCH_TIME.fullmatch(folded_token):
        return f"{time[1]}:{time[2]}"
    if hour := _FRENCH_HOUR.fullmatch(folded_token):
        return f"{hour[1]}:00"
    return folded_token.replace(" ", "")


def folded(text: str) -> tuple[str, ...]:
    """Return only the folded words."""
    return words(text).tokens


def squashed(text: str) -> str:
    """Return all letters and digits in one: `B2.104` and `b2 104` become `b2104`."""
    return _NO_LETTER.sub("", fold(text))
