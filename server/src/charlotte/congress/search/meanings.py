"""What words mean across the five languages: the senses that a wordnet gives them ("Schimmel" and "moisissure").

The table is made by `benchmarks/meanings.py`, of sources that NOTICE names.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from charlotte.congress.search.folding import Words
from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.congress.search.listed_forms import listed_forms
from charlotte.congress.search.stems import NAMES, shortest_stem

TABLE = Path(__file__).with_name("meanings.npz")
"""`keys`: hashes of language and stem, ascending; `ends`: where each one's senses end; `senses`: their numbers."""
NONE: frozenset[int] = frozenset()
SHORTEST = 3
"""Letters; a shorter word means too much."""
ENOUGH = 0.1
"""So much of the senses of the one that has fewer two words must share: hardly any word has only one."""
SHORTEST_PART = 4
"""Letters of each half of a German compound."""
JOINTS = ("", "s", "n", "en", "es", "er", "e")
"""What may stand between the halves."""


def whole(word: str, language: str) -> str:
    """Return how a folded word is called in the table."""
    return f"{language}={word}"


def stemmed(word: str, language: str) -> str:
    """Return how all words of its stem are called in the table."""
    return f"{language}:{shortest_stem(word, language)}"


def key(name: str) -> int:
    """Return the number under which something so called is kept."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big")


@lru_cache(maxsize=50_000)
def senses(word: str, language: str) -> frozenset[int]:
    """Return what a folded word may mean in a language; nothing for names and what no dictionary has."""
    found = _kept(whole(word, language))
    is_plural = language == "en" and word.endswith("s")  # "bats" has a sense of its own
    return found | _kept(stemmed(word, language)) if is_plural or not found else found


def _kept(name: str) -> frozenset[int]:
    keys, ends, numbers = _table()
    wanted = np.uint64(key(name))
    at = int(np.searchsorted(keys, wanted))
    if at == len(keys) or keys[at] != wanted:
        return NONE
    start = int(ends[at - 1]) if at else 0
    return frozenset(numbers[start : int(ends[at])].tolist())


@lru_cache(maxsize=20_000)
def parts(word: str) -> tuple[str, str] | None:
    """Return the two words that a German compound is made of, where both are known and the whole is not."""
    if senses(word, "de"):
        return None
    for at in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        first, last = word[:at], word[at:]
        if not senses(last, "de"):
            continue
        for joint in JOINTS:
            half = first.removesuffix(joint) if joint else first
            if (half != first or not joint) and len(half) >= SHORTEST_PART and senses(half, "de"):
                return half, last
    return None


class WordsByMeaning:
    """Some folded words by what they may mean in any of the languages that they may be in."""

    def __init__(self, words: Iterable[str], languages: Collection[str]) -> None:
        """Take the words, and the languages by ISO 639-1; none stands for all that are known."""
        spoken = tuple(language for language in NAMES if language in languages) or tuple(NAMES)
        self._meant: dict[str, frozenset[int]] = {}
        self._words: dict[int, set[str]] = defaultdict(set)
        for word in words:
            self._meant[word] = frozenset().union(*(meant(word, language) for language in spoken))
            for sense in self._meant[word]:
                self._words[sense].add(word)

    def alike(self, word: str, language: str) -> frozenset[str]:
        """Return those that share enough of what a folded word may mean in a language."""
        may_mean, is_compound = meant(word, language), not senses(word, language)
        shared = Counter(other for sense in may_mean for other in self._words.get(sense, ()))
        return frozenset(
            other
            for other, count in shared.items()
            # Of two compounds one half is the same in "Einzelzimmer" and "Doppelzimmer".
            if count >= ENOUGH * min(len(may_mean), len(self._meant[other])) and not (is_compound and parts(other))
        )


@lru_cache(maxsize=50_000)
def meant(word: str, language: str) -> frozenset[int]:
    """Return what a folded word may mean in a language; a German one that nobody lists, what it is a form of or its
    parts mean.
    """
    if len(word) < SHORTEST or word in FUNCTION_WORDS or word.isdigit():
        return NONE
    found = senses(word, language)
    if found or language != "de":
        return found
    if listed := next((form for form in listed_forms(word) if senses(form, "de")), None):
        return senses(listed, "de")
    return frozenset().union(*(senses(half, "de") for half in parts(word) or ()))


def as_names(said: Words, language: str) -> frozenset[str]:
    """Return the words of a sentence that are written as names of people are: "Konrad Schiefer" is not about slate.

    In German, where all nouns have capitals, those that stand side by side.
    """
    capital = [said.written(at, at + 1)[:1].isupper() for at in range(len(said.tokens))]
    names = (
        said.tokens[at]
        for at in range(1, len(capital))
        if capital[at] and (language != "de" or at > 1 and capital[at - 1] or any(capital[at + 1 : at + 2]))
    )
    return frozenset(names)


@lru_cache
def _table() -> tuple[NDArray[np.uint64], NDArray[np.uint32], NDArray[np.uint32]]:
    with np.load(TABLE) as file:
        return file["keys"], file["ends"], file["senses"]
