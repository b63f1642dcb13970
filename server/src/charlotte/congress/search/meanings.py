"""What words mean across the five languages: the senses that a wordnet gives them ("Schimmel" and "moisissure").

The table is made by `benchmarks/meanings.py`, of sources that NOTICE names.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
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
ENOUGH = 0.15
"""So much of the senses of the one that has fewer two words must share: hardly any word has only one."""
LONGEST_PHRASE = 3
"""Words of a phrase that has a meaning of its own, without those that say nothing ("colpo di calore")."""
SHORTEST_PART = 4
"""Letters of each half of a German compound."""
JOINTS = ("", "s", "n", "en", "es", "er", "e")
"""What may stand between the halves."""


def whole(word: str, language: str) -> str:
    """Return how a folded word is called in the table."""
    return f"{language}={word}"


def stemmed(word: str, language: str) -> str:
    """Return how all words of its stem are called in the table; of a phrase, each word's."""
    return f"{language}:{' '.join(shortest_stem(one, language) for one in word.split())}"


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
    """Return the two words that a German compound is made of, where both are known."""
    for at in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        first, last = word[:at], word[at:]
        if not senses(last, "de"):
            continue
        for joint in JOINTS:
            half = first.removesuffix(joint) if joint else first
            if (half != first or not joint) and len(half) >= SHORTEST_PART and senses(half, "de"):
                return half, last
    return None


def phrases(said: Sequence[str]) -> Iterator[str]:
    """Yield what stands side by side among words that say something, as phrases are called in the table."""
    for at in range(len(said)):
        for end in range(at + 2, min(at + LONGEST_PHRASE, len(said)) + 1):
            yield " ".join(said[at:end])


class WordsByMeaning:
    """Some folded words, and phrases, by what they may mean in any of the languages that they may be in."""

    def __init__(self, words: Iterable[str], languages: Collection[str]) -> None:
        """Take the words, and the languages by ISO 639-1; none stands for all that are known."""
        self.languages = tuple(language for language in NAMES if language in languages) or tuple(NAMES)
        self._meant: dict[str, frozenset[int]] = {}
        self._words: dict[int, set[str]] = defaultdict(set)
        self._by_half: dict[int, set[str]] = defaultdict(set)
        for word in words:
            self._meant[word] = frozenset().union(*(meant(word, language) for language in self.languages))
            for sense in self._meant[word]:
                self._words[sense].add(word)
            for sense in halves_mean(word) if "de" in self.languages else ():
                self._by_half[sense].add(word)

    def alike(self, word: str, language: str) -> frozenset[str]:
        """Return those that share enough of what a folded word, or a phrase, may mean in a language; where there are
        none, compounds of which one half does: "uccelli" is what "Zugvögel" are."""
        may_mean = meant(word, language)
        is_compound = language == "de" and not senses(word, "de")
        shared = Counter(other for sense in may_mean for other in self._words.get(sense, ()))
        found = frozenset(
            other
            for other, count in shared.items()
            # Of two compounds one half is the same in "Einzelzimmer" and "Doppelzimmer".
            if count >= ENOUGH * min(len(may_mean), len(self._meant[other])) and not (is_compound and is_made(other))
        )
        if found or is_compound:
            return found
        shared = Counter(other for sense in may_mean for other in self._by_half.get(sense, ()))
        return frozenset(other for other, count in shared.items() if count >= ENOUGH * len(may_mean))

    def of_phrases(self, said: Sequence[str], language: str) -> Iterator[tuple[str, frozenset[str]]]:
        """Yield each phrase among words of a language that say something, with those that share what it means."""
        for phrase in phrases(said):
            if same := self.alike(phrase, language):
                yield phrase, same


@lru_cache(maxsize=50_000)
def meant(word: str, language: str) -> frozenset[int]:
    """Return what a folded word may mean in a language; a German one that nobody lists, what it is a form of or its
    parts mean.
    """
    if len(word) < SHORTEST or word in FUNCTION_WORDS or word.isdigit():
        return NONE
    found = senses(word, language)
    if found or language != "de" or " " in word:
        return found
    if listed := next((form for form in listed_forms(word) if senses(form, "de")), None):
        return senses(listed, "de")
    return halves_mean(word)


def halves_mean(word: str) -> frozenset[int]:
    """Return what the halves of a German compound mean; nothing for what is none."""
    return frozenset().union(*(senses(half, "de") for half in parts(word) or ()))


def is_made(word: str) -> bool:
    """Return whether a word is a German compound that is only known by its halves."""
    return not senses(word, "de") and parts(word) is not None


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
