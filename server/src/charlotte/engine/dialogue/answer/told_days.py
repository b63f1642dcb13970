"""Weekdays and dates of a quote, as who asks in another language says them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from babel.dates import get_day_names, get_month_names

from charlotte.congress.search.folding import fold

MOST = 4
BETWEEN = re.compile(r",? (?:(?:le|il|el|den|dem|the|día) )?")
"""What may stand between a weekday and its date."""
_LOCALES = {"en": "en_GB"}
_WRITTEN = {
    "it": "{day} {month}",
    "en": "{day} {month}",
    "fr": "{day} {month}",
    "de": "{day}. {month}",
    "es": "{day} de {month}",
}
_DAY = r"(?<!\w)(?P<day>\d{1,2})(?:\.|º|°|er|st|nd|rd|th)?"


@dataclass(frozen=True)
class _Calendar:
    """What one language calls days and months, and how they stand in a text."""

    days: dict[str, int]
    months: dict[str, int]
    weekday: re.Pattern[str]
    date: re.Pattern[str]


def told_days(quote: str, spoken_in: str, language: str) -> list[tuple[str, str]]:
    """Return the days that a quote names, each with what it is called in another language."""
    found: dict[str, str] = {}
    for written, meaning in _told(quote, _calendar(spoken_in), language):
        if fold(written) != fold(meaning) and len(found) < MOST:
            found.setdefault(written, meaning)
    return list(found.items())


def _told(quote: str, calendar: _Calendar, language: str) -> Iterator[tuple[str, str]]:
    locale = _LOCALES.get(language, language)
    at = 0
    while (weekday := calendar.weekday.search(quote, at)) or calendar.date.search(quote, at):
        date = calendar.date.search(quote, at)
        if weekday is not None and (date is None or weekday.start() < date.start()):
            said = [str(get_day_names("wide", locale=locale)[calendar.days[fold(weekday["name"])]])]
            date = date if date is not None and BETWEEN.fullmatch(quote, weekday.end(), date.start()) else None
            begun, at = weekday.start(), weekday.end()
        elif date is not None:
            said, begun = [], date.start()
        if date is not None:
            said.append(_dated(date, calendar, language))
            at = date.end()
        yield quote[begun:at], (", " if language == "de" else " ").join(said)


def _dated(date: re.Match[str], calendar: _Calendar, language: str) -> str:
    locale = _LOCALES.get(language, language)
    day, month = int(date["day"] or date["last"]), calendar.months[fold(date["month"] or date["first"])]
    counted = "1er" if language == "fr" and day == 1 else str(day)
    return _WRITTEN[language].format(day=counted, month=get_month_names("wide", locale=locale)[month])


@lru_cache
def _calendar(language: str) -> _Calendar:
    locale = _LOCALES.get(language, language)
    days = {str(name): number for number, name in get_day_names("wide", locale=locale).items()}
    days |= {"Sonnabend": days["Samstag"]} if language == "de" else {}
    months = {str(name): number for number, name in get_month_names("wide", locale=locale).items()}
    named = "|".join(months)
    turned = rf"(?<!\w)(?P<first>{named}) (?P<last>\d{{1,2}})(?:st|nd|rd|th)?(?!\w)"
    date = rf"{_DAY} (?:de |of )?(?P<month>{named})(?!\w)|{turned}"
    return _Calendar(
        {fold(name): number for name, number in days.items()},
        {fold(name): number for name, number in months.items()},
        re.compile(rf"(?<!\w)(?P<name>{'|'.join(days)})s?(?!\w)", re.IGNORECASE),
        re.compile(date, re.NOFLAG if language in ("en", "de") else re.IGNORECASE),  # "may" is no month
    )
