"""Numbers as people say them, in the five languages, and the digits they stand for."""

from collections.abc import Iterable
from functools import cache

from num2words import num2words

from charlotte.congress.search.folding import fold

LANGUAGES = ("it", "en", "de", "fr", "es")
HIGHEST = 100

# Words that more often mean something else: articles, "sei" (you are), "four" (an oven), "dos" (a back); "six" is safe.
AMBIGUOUS = frozenset(
    ("un", "una", "une", "ein", "eine", "sei", "acht", "elf", "neuf", "once", "se", "oh", "four", "dos")
)


@cache
def digits_by_word() -> dict[str, str]:
    """Return the digits for each number word of one word, e.g. `dieci`, `ten`, `zehn`: `10`."""
    spoken: dict[str, str] = {}
    for number in range(HIGHEST + 1):
        for language in LANGUAGES:
            word = fold(num2words(number, lang=language)).replace("-", " ")
            if " " not in word:
                spoken.setdefault(word, str(number))
    for language_free, number in (("uno", 1), ("eins", 1), ("zwo", 2), ("zero", 0), ("null", 0)):
        spoken.setdefault(language_free, str(number))
    return spoken


def with_digits(words: Iterable[str], ambiguous: bool = False) -> tuple[str, ...]:
    """Return the words with number words as digits; ambiguous ones only where a number is expected."""
    table = digits_by_word()
    return tuple(word if not ambiguous and word in AMBIGUOUS else table.get(word, word) for word in words)
