"""Names of days and months as five languages write them in programmes, whole and shortened."""

import re
from functools import cache

from babel import Locale

from charlotte.congress.search.folding import fold

LANGUAGES = ("en", "it", "de", "fr", "es")
EXTRA_WEEKDAYS = {"tues": 1, "wednes": 2, "thur": 3, "thurs": 3, "sonnabend": 5, "merc": 2, "giov": 3}
EXTRA_MONTHS = {"sept": 9, "maerz": 3, "sett": 9}
SHORTEST_MISSPELT = 5
DAY_WORDS = "day|giorno|giornata|tag|jour|journee|dia|jornada"


@cache
def weekdays() -> dict[str, int]:
    """Return weekdays by folded name; Monday is 0."""
    return _names("days") | EXTRA_WEEKDAYS


@cache
def months() -> dict[str, int]:
    """Return months by folded name."""
    return _names("months") | EXTRA_MONTHS


@cache
def misspelt(word: str) -> str:
    """Return the month or the weekday that a folded word is but for one letter: "otobre", "febuary"; else nothing."""
    names = {**months(), **weekdays()}
    if len(word) < SHORTEST_MISSPELT or word in names:
        return ""
    near = {name for name in names if len(name) >= SHORTEST_MISSPELT and _is_near(word, name)}
    meant = {(name in months(), names[name]) for name in near}
    return min(near) if len(meant) == 1 else ""


def _is_near(one: str, other: str) -> bool:
    """Return whether two words differ by a letter that is left out, too many, another, or swapped with the next."""
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, wanted = one[at:], other[at:]
    is_swapped = rest[:2] == wanted[:2][::-1] and rest[2:] == wanted[2:]
    return rest[1:] == wanted or rest == wanted[1:] or rest[1:] == wanted[1:] or is_swapped


@cache
def pattern_of(kind: str) -> str:
    """Return a pattern that matches any weekday or month; two letters do only for a weekday that stands alone."""
    names = weekdays() if kind == "weekday" else months()
    return "|".join(sorted((re.escape(name) for name in names if len(name) > 2), key=len, reverse=True))


@cache
def short_weekdays() -> dict[str, int]:
    """Return the two-letter weekdays, which are words of their own elsewhere."""
    return {name: number for name, number in weekdays().items() if len(name) == 2}


def _names(kind: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for form in ("format", "stand-alone"):
            for language in LANGUAGES:
                for number, name in getattr(Locale(language), kind)[form][width].items():
                    found.setdefault(fold(name).strip(". "), number)
    return found
