"""A day of an event as an argument names it, in any of the five languages: domani, Samstag, 8 novembre, first day."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from babel import Locale

from charlotte.congress.search.folding import fold, folded
from charlotte.congress.search.numerals import LANGUAGES, with_digits

RELATIVE = {
    0: "today oggi heute aujourdhui hoy tonight stasera stamattina stamani stanotte",
    1: "tomorrow domani domattina morgen demain manana",
    2: "dopodomani ubermorgen uebermorgen",
    -1: "yesterday ieri gestern hier ayer",
}
DAY_WORDS = frozenset("day giorno giornata tag jour journee dia".split())
ORDINALS = {
    0: "first primo prima ersten erster erste premier premiere primer primera",
    1: "second secondo seconda zweiten zweiter zweite deuxieme segundo segunda",
    2: "third terzo terza dritten dritter dritte troisieme tercer tercero tercera",
    -1: "last ultimo ultima letzten letzter letzte dernier derniere",
}
ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
NUMERIC = re.compile(r"\b(\d{1,2})[./](\d{1,2})\.?(?:[./]?(\d{4}))?(?![\d:])")
ORDINAL_ENDING = re.compile(r"^(\d{1,2})(?:st|nd|rd|th|er|o|a)?$")


def parse_day(text: str, today: date, days: Sequence[date]) -> date | None:
    """Return the day that a text names, or None; `days` are the event's, for weekdays and `first day`."""
    cleaned = fold(text).strip()
    if days and cleaned in ("first", "last"):
        return days[0] if cleaned == "first" else days[-1]
    return next(_days_named(text, today, days), None)


def _days_named(text: str, today: date, days: Sequence[date]) -> Iterator[date]:
    for found in ISO.finditer(text):
        if (day := _date(int(found[1]), int(found[2]), int(found[3]))) is not None:
            yield day
    said = folded(text)
    for at in range(len(said)):
        if (day := _day_at(said, at, today, days)) is not None:
            yield day
    for found in NUMERIC.finditer(text):
        year = int(found[3]) if found[3] else (days[0] if days else today).year
        day = _date(year, int(found[2]), int(found[1]))
        # "9.30" is a time unless it is a date on which something takes place.
        if day is not None and (found[3] or day in days):
            yield day


def _day_at(said: Sequence[str], at: int, today: date, days: Sequence[date]) -> date | None:
    """Return the day whose name begins at a word."""
    here = list(said[at : at + 3])
    if here[:2] in (["aujourd", "hui"], ["apres", "demain"], ["pasado", "manana"]):
        return today + timedelta(days=0 if here[0] == "aujourd" else 2)
    if (month := _month_at(here)) is not None:
        return _date((days[0] if days else today).year, month[1], month[0])
    if (ordinal := _ordinal_day(here, days)) is not None:
        return ordinal
    if here[0] in _weekdays():
        return _weekday(_weekdays()[here[0]], today, days)
    # "de la mañana", "la mañana": the morning, not tomorrow.
    morning = here[0] == "manana" and at > 0 and said[at - 1] in ("la", "esta", "una")
    return today + timedelta(days=_relative()[here[0]]) if here[0] in _relative() and not morning else None


def _month_at(here: list[str]) -> tuple[int, int] | None:
    """Return day and month of `8 novembre`, `2 de febrero`, `november 8th`, `8. November`."""
    digits = with_digits(here)
    for pattern in ((0, 1), (0, 2), (1, 0)):
        number_at, month_at = pattern
        if max(pattern) >= len(here) or (pattern == (0, 2) and here[1] not in ("de", "of", "di")):
            continue
        number, month = ORDINAL_ENDING.match(digits[number_at]), _months().get(here[month_at])
        if number and month:
            return int(number[1]), month
    return None


def _ordinal_day(here: list[str], days: Sequence[date]) -> date | None:
    if len(here) < 2 or not days:
        return None
    for one, other in ((0, 1), (1, 0)):
        if here[other] in DAY_WORDS:
            index = next((number for number, spoken in ORDINALS.items() if here[one] in spoken.split()), None)
            digits = with_digits([here[one]])[0]
            if index is None and one == 1 and digits.isdigit():
                index = int(digits) - 1
            if index is not None and -1 <= index < len(days):
                return days[index]
    return None


def _weekday(weekday: int, today: date, days: Sequence[date]) -> date:
    """Return the event's day of that name: the next one, or else the latest; outside the event, the next in time."""
    named = [day for day in days if day.weekday() == weekday]
    coming = [day for day in named if day >= today]
    if named:
        return coming[0] if coming else named[-1]
    return today + timedelta(days=(weekday - today.weekday()) % 7)


@cache
def _weekdays() -> dict[str, int]:
    names: dict[str, int] = {}
    for language in LANGUAGES:
        for weekday, name in Locale(language).days["format"]["wide"].items():
            names[fold(name)] = weekday
    names["sonnabend"] = 5
    return names


@cache
def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for language in LANGUAGES:
        for month, name in Locale(language).months["format"]["wide"].items():
            names[fold(name)] = month
    return names


@cache
def _relative() -> dict[str, int]:
    return {word: shift for shift, spoken in RELATIVE.items() for word in spoken.split()}


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
