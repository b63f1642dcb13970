"""Times and days in a sentence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

import num2words

from charlotte.congress.search.folding import Words, folded
from charlotte.engine.dialogue.grammar import Grammar

# An hour without "am" or "pm" below this is an afternoon hour: congresses sleep at night.
EARLIEST_HOUR = 8

_FRACTIONS = {
    "half": (0, 30),
    "half_before": (-1, 30),
    "quarter": (0, 15),
    "quarter_before": (-1, 15),
    "three_quarters": (0, 45),
    "to_quarter": (-1, 45),
}
_NOON = 12
_NOONS = ("noon", "mezzogiorno")
_FROM_NOW = {"half": 30, "quarter": 15, "three_quarters": 45, "hour_and_half": 90}
"""Minutes that the words of a stretch of time stand for."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RELATIVE = {
    "after_tomorrow": "day after tomorrow",
    "tomorrow": "tomorrow",
    "yesterday": "yesterday",
    "today": "today",
    "first": "first",
    "last": "last",
}


@dataclass(frozen=True)
class Found:
    """Something in a sentence: its value as the tools take it, and the characters of the folded text that say it."""

    value: str
    start: int
    end: int


@lru_cache
def _numerals(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    values: dict[str, str] = {}
    for number in range(60):
        said = " ".join(folded(num2words.num2words(number, lang=language)))
        values[said] = str(number)
        values[said.replace(" ", "")] = str(number)
    values |= {"en": {"oh five": "05"}, "es": {"una": "1"}, "de": {"ein": "1"}, "fr": {"une": "1"}}.get(language, {})
    ordered = sorted(values, key=len, reverse=True)
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, ordered))})(?!\S)"), values


def find_time(words: Words, grammar: Grammar) -> Found | None:
    """Return the time of day that a sentence names, as HH:MM, or how long from now, as "in 20 minutes"."""
    text, origin = _with_digits(words.text, grammar.language)
    for pattern in grammar.clock["from_now"]:
        if match := pattern.search(text):
            minutes = _minutes(match.groupdict())
            return Found(f"in {minutes} minutes", origin[match.start()], origin[match.end() - 1] + 1)
    for kind in ("exact", "noon", "midnight", "led"):
        for pattern in grammar.clock[kind]:
            for match in pattern.finditer(text):
                if (value := _value(match, kind)) is not None:
                    return Found(value.strftime("%H:%M"), origin[match.start()], origin[match.end() - 1] + 1)
    return None


def _with_digits(text: str, language: str) -> tuple[str, list[int]]:
    """Replace number words by digits; the list gives for each character of the result its place in `text`."""
    pattern, values = _numerals(language)
    result, at = "", 0
    origin: list[int] = []
    for match in pattern.finditer(text):
        result += text[at : match.start()]
        origin += range(at, match.start())
        digits = values[match[0]]
        result += digits
        origin += [match.start()] * (len(digits) - 1) + [match.end() - 1]
        at = match.end()
    return result + text[at:], [*origin, *range(at, len(text))]


def _minutes(groups: Mapping[str, str | None]) -> int:
    """Return how long a stretch of time is; a group that is there though empty stands for its words."""
    for name, minutes in _FROM_NOW.items():
        if groups.get(name) is not None:
            return minutes
    if n := groups.get("n"):
        return int(n)
    return 60 * int(groups.get("hours") or 1) + (30 if groups.get("and_half") else 0)


def _value(match: re.Match[str], kind: str) -> time | None:
    if kind in ("noon", "midnight"):
        return time(12 if kind == "noon" else 0)
    groups = match.groupdict()
    hour, minute = _on_the_dial(groups)
    if groups["pm"] and hour < 12:
        hour += 12
    elif groups["am"] and hour == 12:
        hour = 0
    elif not groups["am"] and hour < EARLIEST_HOUR and ":" not in match[0]:
        hour += 12
    return time(hour, minute) if 0 <= hour < 24 and 0 <= minute < 60 else None


def _on_the_dial(groups: Mapping[str, str | None]) -> tuple[int, int]:
    """Return hour and minute as said; a group that is there though empty stands for its words."""
    said = groups["h"] or ""
    hour = int(said) if said.isdigit() else _NOON if said in _NOONS or groups.get("twelve") else 1
    for name, sign in (("before_half", -1), ("after_half", 1)):
        if (beside := groups.get(name)) is not None:
            return hour - 1, 30 + sign * int(beside)
    for name, (hours, minutes) in _FRACTIONS.items():
        if groups.get(name) is not None:
            return hour + hours, minutes
    if (to := groups.get("to")) is not None:
        return hour - 1, 60 - int(to)
    return hour, int(groups.get("m") or 0)


def find_day(words: Words, grammar: Grammar, days: Sequence[date]) -> Found | None:
    """Return the day that a sentence names: a relative word, a weekday in English, or an ISO date of the event."""
    for pattern in grammar.dates:
        for match in pattern.finditer(words.text):
            if (day := _event_day(match, grammar, days)) is not None:
                return Found(day.isoformat(), *match.span())
    for key in (*_RELATIVE, *WEEKDAYS):
        named = grammar.search("days", key, words.text)
        if named and (key not in WEEKDAYS or not _ABOUT.search(words.text[: named.start()])):
            end = named.end() if key in WEEKDAYS else _same_day(words.text, named.end(), grammar)
            return Found(_RELATIVE.get(key, key), named.start(), end)
    return None


_ABOUT = re.compile(r"(?<!what )(?<!how )about (the )?$|(?<!\S)(sul|sui|uber (den|die)|sur (le|les)|sobre (el|los)) $")
"""What stands before a day that a talk is on, and not at: "the panel about Saturdays"."""


def _same_day(text: str, end: int, grammar: Grammar) -> int:
    """Return where a weekday ends that says once more which day it is: "tomorrow, Friday"."""
    lead = grammar.groups["days"]["lead"].match(text, end + 1)
    starts = (end + 1, *([lead.end() + 1] if lead else []))
    found = (grammar.groups["days"][day].match(text, at) for at in starts for day in WEEKDAYS)
    return next((match.end() for match in found if match), end)


def _event_day(match: re.Match[str], grammar: Grammar, days: Sequence[date]) -> date | None:
    number = int(match["day"]) if match["day"].isdigit() else 1
    name = match.groupdict().get("month")
    month = grammar.months.index(name) + 1 if name else None
    for day in days:
        if day.day == number and month in (None, day.month):
            return day
    if month is None or not days:
        return None
    try:
        return date(days[0].year, month, number)
    except ValueError:
        return None
