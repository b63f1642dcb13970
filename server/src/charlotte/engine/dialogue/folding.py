"""Words as they are compared: lower case, no accents, no punctuation, each with its place in the original."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "\u0336": ""})
_TOKEN = re.compile(r"(?<![\w.])\d{1,2}[:.]\d\d(?![\d.]\d|\d)|(?<!\w)\d{1,2}\s?h\s?\d\d(?!\w)|[^\W_]+(?:[+#]+(?!\w))?")
_FRENCH_TIME = re.compile(r"(\d{1,2})\s?h\s?(\d\d)")
_HOURS = re.compile(r"(\d{1,2})h")


def fold(text: str) -> str:
    """Return `text` in lower case and without accents; its length may change."""
    spread = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return "".join(c for c in spread if not unicodedata.combining(c))


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


def words(text: str) -> Words:
    """Cut a sentence into folded words."""
    tokens, places = [], []
    for match in _TOKEN.finditer(text):
        folded = re.sub(r"[^\w:.+# ]", "", fold(match[0]))
        if time := _FRENCH_TIME.fullmatch(folded):
            folded = f"{time[1]}:{time[2]}"
        elif hours := _HOURS.fullmatch(folded):
            folded = f"{hours[1]}:00"
        if folded:
            tokens.append(folded.replace(" ", ""))
            places.append(match.span())
    return Words(text, tuple(tokens), tuple(places))


def folded_words(text: str) -> str:
    """Return the folded words of `text` joined by blanks."""
    return words(text).text


def compact(text: str) -> str:
    """Return only the letters and digits: "K.4.401" and "k4 401" become the same."""
    return re.sub(r"[^a-z0-9]", "", fold(text))


def windows(words: Words, longest: int) -> Iterator[tuple[int, int]]:
    """Yield every stretch of up to `longest` words, as first and last (exclusive)."""
    count = len(words.tokens)
    for first in range(count):
        for last in range(first + 1, min(first + longest, count) + 1):
            yield first, last
