"""What was heard written as a sentence: a recogniser that expects titles may write Every Word As They Do."""

import re

from charlotte.congress.search.folding import fold
from charlotte.congress.search.function_words import FUNCTION_WORDS

NOUNS_IN_CAPITALS = "de"
"""The language whose nouns begin so."""
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
ENDS = re.compile(r"[.!?…:]\s*$")
PIECES = re.compile(r"\s*[,;:\n]\s*")
LONGEST_NAME = 4
"""Words of an entry that may be a name."""


def as_sentence(text: str, language: str, vocabulary: str) -> str:
    """Return the text with capitals only where sentences begin and in names expected, if small words have them.

    `vocabulary` is what was expected, its entries between commas. An abbreviation stays as it is.
    """
    found = [*WORD.finditer(text)]
    inside = [one for one in found if one.start() and not ENDS.search(text[: one.start()])]
    inside = [one for one in inside if not (language == "en" and re.split("['’]", one[0])[0] == "I")]
    if language == NOUNS_IN_CAPITALS or not any(_is_large(one[0]) and fold(one[0]) in FUNCTION_WORDS for one in inside):
        return text
    kept = _named(text, vocabulary)
    written = text
    for one in inside:
        if _is_large(one[0]) and one.start() not in kept:
            written = f"{written[: one.start()]}{one[0][0].lower()}{written[one.start() + 1 :]}"
    return written


def _is_large(word: str) -> bool:
    """Return whether a word begins with a capital and is no abbreviation."""
    return word[:1].isupper() and (len(word) == 1 or not word.isupper())


def _named(text: str, vocabulary: str) -> frozenset[int]:
    """Return where the words of names stand, that the vocabulary holds as entries of their own."""
    entries = [WORD.findall(entry) for entry in PIECES.split(vocabulary)]
    names = [one for one in entries if 0 < len(one) <= LONGEST_NAME and all(_is_named(word) for word in one)]
    kept: set[int] = set()
    for name in names:
        pattern = re.compile(r"\b" + r"\W+".join(map(re.escape, name)) + r"\b", re.IGNORECASE)
        kept |= {found.start() + word.start() for found in pattern.finditer(text) for word in WORD.finditer(found[0])}
    return frozenset(kept)


def _is_named(word: str) -> bool:
    return word[:1].isupper() or fold(word) in FUNCTION_WORDS
