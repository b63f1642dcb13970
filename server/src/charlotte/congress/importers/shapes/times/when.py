"""Dates, weekdays, times, ranges and lengths as people write them in five languages."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import Literal

from charlotte.congress.importers.shapes.times.calendar_words import (
    DAY_WORDS,
    misspelt,
    months,
    pattern_of,
    short_weekdays,
    weekdays,
)
from charlotte.congress.importers.shapes.times.spoken_hours import in_figures_of
from charlotte.congress.search.folding import fold

Order = Literal["dmy", "mdy"]
Hint = Literal["date", "clock"]

LONGEST = 80
"""A cell that says when is short; a sentence that happens to hold a number is none."""

_CLOCK = (
    r"(\d{1,2})(?:\s?[:.h]\s?(\d{2})(?!\d)(?::\d{2}(?:[.,]\d+)?)?|\s?(h)(?![a-z]))?(?:\s?([ap])\.?\s?m\b\.?)?"
    r"(?:(?<=12|00)\s(?:noon|midday)\b)?"
)
_UNIT = r"(?:uhr|hs|hrs|ore|h)\b\.?"
_BEFORE = (
    r"(?:(?<![a-z])(?:a partir (?:de las|des|de)|a partire dalle(?: ore)?|"
    r"from|dalle|dalla|dall'|ore|von|ab|um|de|des|entre|h|alle|a las|at|las)\.?\s*)?"
)
_BETWEEN = (
    r"\s*(?:-+|>|~|/|\bto\b|\ba las\b|\ba la\b|\ba\b|\balle\b|\balla\b|\bbis\b|\buntil\b|\btill\b|"
    r"\bhasta(?: las)?\b|\bfino (?:alle|a)\b|\bjusqu'? ?a\b)\s*"
)
RANGE = re.compile(
    rf"(?<![\d:.,]){_BEFORE}{_CLOCK}\s*({_UNIT})?{_BETWEEN}(?:ore\s|las\s)?{_CLOCK}\s*({_UNIT})?(?!\d|:\d)"
)
SINGLE = re.compile(rf"(?<![\d:.,/-])({_BEFORE}){_CLOCK}\s*({_UNIT})?(?![\d/]|:\d)")
ISO = re.compile(
    r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})"
    r"(?:[t ]+(\d{2}):?(\d{2})(?::?(\d{2})(?::\d{2})?(?:\.\d+)?)?\s?(z\b|utc\b|[+-]\d{2}:?\d{2})?)?(?!\d)"
)
YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?!\d)")
NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d:])")
NO_YEAR = re.compile(r"(?<![\d/.:-])(\d{1,2})(?:/(\d{1,2})(?![\d/:])|\.(\d{1,2})\.(?!\d))")
DATE_ONLY = re.compile(r"(\d{1,2})[.-](\d{1,2})\.?")
DAY_NUMBER = re.compile(rf"\b(?:{DAY_WORDS})[\s_-]*(\d{{1,2}})\b|\b(\d)(?:st|nd|rd|th|deg|o|a|\.)?\s*(?:{DAY_WORDS})\b")
OF_SCRIPT = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? "
    r"(?:(?P<month>[A-Z][a-z]{2}) (?P<day>\d{2})|(?P<first>\d{1,2}) (?P<named>[A-Z][a-z]{2})) "
    r"(?P<year>\d{4}) (?P<clock>\d{2}:\d{2}:\d{2}) GMT(?P<offset>[+-]\d{4})?(?: \([^()]*\))?"
)
"""How scripts and mails write a moment: `Wed Apr 14 2027 09:00:00 GMT+0200 (Central European Summer Time)`."""
MONTHS_OF_SCRIPT = "JanFebMarAprMayJunJulAugSepOctNovDec"
ZONE_WITHIN = re.compile(r"\(\s*(?:utc|gmt|cest|cet)\s*(?:[+-]\d{1,2}(?::?\d{2})?)?\s*\)")
"""A zone in brackets between a start and its end."""
ZONE = re.compile(r"\b(?:utc|gmt|cest|cet|z)\b(?:\s*[+-]\d{1,2}(?::?\d{2})?)?")
DAY_OF_MONTH = re.compile(
    r"\s*,?\s*\d{1,2}(?:st|nd|rd|th|er|\.)?\s*,?\s*(?=(?:a las|alle|ore|at|um|a)\s+\d|h\s+\d{1,2}[.:]\d)"
)
MILITARY = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
PLACEHOLDER = re.compile(r"[<{][^<>{}]*[>}]")
T_BEFORE_CLOCK = re.compile(r"(?<!\d)t(?=\d{2}:)")
WORD = re.compile(r"[a-z]{5,}")
DATED = (
    re.compile(r"(?<!\d)\d{1,2}(?:\.|st|nd|rd|th|er)?\s+(?:de |di |of )?[a-z]{5,}\.?(?:,?\s*(?:de |del )?20\d\d)?$"),
    re.compile(r"[a-z]{5,}\s*,?\s+\d{1,2}[.\s]"),
)
"""How a text ends as dates do, or begins as they do."""
_HOUR = r"(?:[01]?\d|2[0-4])"
_AT = r"(?:ore|alle|um|h|dalle|at|las)\s+"
_PRICED = r"(?![\d,]|\s*(?:€|eur|%|[ckm]?m\b|kg))"
COMMAS = re.compile(
    rf"(?<![\d.,:])(?:{_AT})?{_HOUR}(?:[.,:][0-5]\d)?\s*[-–—]\s*{_HOUR}(?:[.,:][0-5]\d)?{_PRICED}|"
    rf"\b{_AT}{_HOUR},[0-5]\d{_PRICED}",
    re.IGNORECASE,
)
LEFT = re.compile(r"[^a-z0-9]+")
FILLERS = frozenset(
    "on at the il lo la le l am um ab ore h hs uhr de del der den ore alle dalle h from von il a las el".split()
)


@dataclass(frozen=True)
class When:
    """What a text says about time; None = does not say."""

    on: date | None = None
    month_day: tuple[int, int] | None = None
    """Month and day where the year is missing."""
    weekday: int | None = None
    day_number: int | None = None
    start: time | None = None
    end: time | None = None
    moment: datetime | None = None
    """An instant, where the text names its offset."""
    both_orders: bool = False
    """Whether day and month could be read the other way round."""
    rest: str = ""
    """What was not understood, folded."""

    @property
    def has_day(self) -> bool:
        """Whether it names a day in any way."""
        return any(x is not None for x in (self.on, self.month_day, self.weekday, self.day_number, self.moment))

    @property
    def on_any_day(self) -> bool:
        """Whether it names a day that is no bare number: a date, or a weekday."""
        return self.on is not None or self.month_day is not None or self.weekday is not None

    @property
    def has_clock(self) -> bool:
        """Whether it names a time of day."""
        return self.start is not None or self.moment is not None

    @property
    def is_plain(self) -> bool:
        """Whether nothing else stands there."""
        return not self.rest and (self.has_day or self.has_clock)


@lru_cache(maxsize=20_000)
def read_when(text: str, order: Order = "dmy", hint: Hint | None = None) -> When:
    """Return what a short text says about time. Never raises."""
    if text.endswith((")", "GMT")) or " GMT" in text:
        text = _of_script(text)
    if len(text) > LONGEST or not text:
        return When(rest=text)
    text = with_points(text)
    cleaned = T_BEFORE_CLOCK.sub(" ", PLACEHOLDER.sub(" ", fold(text.replace("−", "-")))).strip()
    cleaned = ZONE_WITHIN.sub(" ", cleaned) if "(" in cleaned else cleaned
    if hint is not None and (special := _special(cleaned, hint)) is not None:
        return special
    if (in_figures := in_figures_of(cleaned, military=hint == "clock")) != cleaned:
        spoken = read_when(in_figures, order, hint)
        if spoken.is_plain:
            return spoken
    reading = _Reading(_spelt(cleaned), When())
    for step in _steps(order, hint):
        reading = step(reading)
    words = [word for word in LEFT.split(ZONE.sub(" ", reading.left)) if word and word not in FILLERS]
    return replace(reading.when, rest=" ".join(words))


def _of_script(text: str) -> str:
    found = OF_SCRIPT.fullmatch(text.strip())
    if found is None or (month := MONTHS_OF_SCRIPT.find(found["month"] or found["named"])) % 3:
        return text
    day = int(found["day"] or found["first"])
    return f"{found['year']}-{month // 3 + 1:02}-{day:02}T{found['clock']}{found['offset'] or 'Z'}"


def with_points(text: str) -> str:
    """Return a text with the commas of its clocks as points: "ore 9,30 - 11"; a price and a measure keep theirs."""
    return COMMAS.sub(lambda found: found[0].replace(",", "."), text) if "," in text else text


def _spelt(text: str) -> str:
    """Return a date with a slip in its month's or weekday's name put right: "sabato 9 otobre", "donerstag, 7.10."."""
    spans = [found.span() for pattern in DATED for found in pattern.finditer(text)]

    def spelt(word: re.Match[str]) -> str:
        is_dated = any(start <= word.start() and word.end() <= end for start, end in spans)
        return (misspelt(word[0]) if is_dated else None) or word[0]

    return WORD.sub(spelt, text) if spans else text


@dataclass(frozen=True)
class _Reading:
    left: str
    when: When

    def without(self, found: re.Match[str], when: When) -> "_Reading":
        return _Reading(f"{self.left[: found.start()]} {self.left[found.end() :]}".strip(), when)


def _steps(order: Order, hint: Hint | None) -> tuple[Callable[[_Reading], _Reading], ...]:
    dated = (_iso, _year_first, lambda reading: _numeric(reading, order), _named_month)
    partial = (lambda reading: _no_year(reading, order, hint), _day_number, _weekday)
    return (*dated, *partial, _range, _single)


def _special(text: str, hint: Hint) -> When | None:
    """Read bare numbers, which only a column's name makes dates or times."""
    if hint == "clock" and (found := MILITARY.fullmatch(text)):
        return When(start=time(int(found[1]), int(found[2])))
    if re.fullmatch(r"\d{10}|\d{13}", text):  # seconds or milliseconds since 1970
        return When(moment=datetime.fromtimestamp(int(text[:10]), UTC))
    if hint == "clock" and re.fullmatch(r"0?\.\d+", text):  # a spreadsheet's share of a day
        minutes = round(float(text) * 24 * 60)
        return When(start=time(minutes // 60 % 24, minutes % 60))
    if re.fullmatch(r"[345]\d{4}(?:\.\d+)?", text):  # a spreadsheet's days since 1900
        moment = datetime(1899, 12, 30) + timedelta(minutes=round(float(text) * 24 * 60))
        return When(on=moment.date(), start=moment.time() if "." in text else None)
    return None


def _iso(reading: _Reading) -> _Reading:
    found = ISO.search(reading.left)
    on = _date(found[1], found[2], found[3]) if found else None
    if found is None or on is None:
        return reading
    if found[4] is None:
        return reading.without(found, replace(reading.when, on=on))
    clock = _time(found[4], found[5])
    if clock is None:
        return reading
    when = replace(reading.when, on=on, start=clock)
    if found[7]:
        offset = "+00:00" if found[7] in ("z", "utc") else found[7]
        moment = datetime.fromisoformat(f"{on.isoformat()}T{clock:%H:%M}{offset}")
        when = replace(reading.when, moment=moment)
    return reading.without(found, when)


def _year_first(reading: _Reading) -> _Reading:
    found = YEAR_FIRST.search(reading.left)
    on = _date(found[1], found[3], found[4]) if found else None
    return reading.without(found, replace(reading.when, on=on)) if found and on else reading


def _numeric(reading: _Reading, order: Order) -> _Reading:
    found = NUMERIC.search(reading.left)
    if found is None or reading.when.on is not None:
        return reading
    year = found[4] if len(found[4]) == 4 else f"20{found[4]}"
    day, month = (found[1], found[3]) if order == "dmy" else (found[3], found[1])
    other = _date(year, day, month)
    on = _date(year, month, day) or other
    if on is None:
        return reading
    both = other is not None and _date(year, month, day) is not None and other != on
    return reading.without(found, replace(reading.when, on=on, both_orders=both))


def _named_month(reading: _Reading) -> _Reading:
    if reading.when.on is not None:
        return reading
    day_first, month_first = _month_patterns()
    found = day_first.search(reading.left)
    day, month, year = (found["day"], found["month"], found["year"]) if found else ("", "", "")
    if not found and (found := month_first.search(reading.left)):
        day, month, year = found["day"], found["month"], found["year"]
    number = months().get(month or "")
    if not found or number is None:
        return reading
    if not year:
        return reading.without(found, replace(reading.when, month_day=_month_day(number, int(day))))
    on = _date(year, str(number), day)
    return reading.without(found, replace(reading.when, on=on)) if on else reading


@cache
def _month_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    month = rf"(?P<month>{pattern_of('month')})\b\.?"
    day = r"\b(?P<day>\d{1,2})(?:st|nd|rd|th|er|deg|o)?\.?"
    year = r"(?:,?\s*(?:de |del |of )?(?P<year>\d{4})\b)?"
    return (
        re.compile(rf"{day}\s*[-/]?\s*(?:de |di |of )?{month}[-/]?{year}"),
        re.compile(rf"\b{month}\s+{day}(?![\d:./]){year}"),
    )


def _no_year(reading: _Reading, order: Order, hint: Hint | None) -> _Reading:
    if reading.when.on is not None or reading.when.month_day is not None:
        return reading
    found = NO_YEAR.search(reading.left)
    if found is None and hint == "date":
        found = DATE_ONLY.fullmatch(reading.left)
    if found is None:
        return reading
    first, second = (int(one) for one in found.groups() if one)
    day_first = _month_day(second, first)
    month_first = _month_day(first, second)
    wanted = (day_first or month_first) if order == "dmy" or found[0].endswith(".") else (month_first or day_first)
    if wanted is None:
        return reading
    both = day_first is not None and month_first is not None and first != second
    return reading.without(found, replace(reading.when, month_day=wanted, both_orders=both))


def _day_number(reading: _Reading) -> _Reading:
    found = DAY_NUMBER.search(reading.left)
    if found is None:
        return reading
    return reading.without(found, replace(reading.when, day_number=int(found[1] or found[2])))


BEFORE_A_DAY = frozenset(
    "on am den der dem vom bis il lo di da dal al le du au ce el este del the this and und et ed".split()
)
"""What may stand before a weekday that is written short."""


def _weekday(reading: _Reading) -> _Reading:
    found = next((one for one in _weekday_pattern().finditer(reading.left) if _is_weekday(one, reading)), None)
    dated = DAY_OF_MONTH.match(reading.left[found.end() :]) if found else None
    if found and dated:  # "jueves 8 a las 17"
        left = f"{reading.left[: found.start()]} {reading.left[found.end() + dated.end() :]}".strip()
        return _Reading(left, replace(reading.when, weekday=weekdays()[found[1]]))
    if found:
        return reading.without(found, replace(reading.when, weekday=weekdays()[found[1]]))
    short = re.match(r"([a-z]{2})\b[.,]?(?=\s*\d|\s*$)", reading.left)
    if short and short[1] in short_weekdays():
        return reading.without(short, replace(reading.when, weekday=short_weekdays()[short[1]]))
    return reading


def _is_weekday(found: re.Match[str], reading: _Reading) -> bool:
    """Return whether a word is a weekday: three letters behind other words are one of those, as in "fin de vie"."""
    if len(found[1]) > 3 or reading.when.on is not None or reading.when.month_day is not None:
        return True
    ahead = re.search(r"([a-z]{2,})['’]?\s*$", reading.left[: found.start()])
    return ahead is None or ahead[1] in BEFORE_A_DAY or re.match(r"\s*\d", reading.left[found.end() :]) is not None


@cache
def _weekday_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b({pattern_of('weekday')})\b\.?,?")


def _range(reading: _Reading) -> _Reading:
    found = RANGE.search(reading.left)
    if found is None or reading.when.has_clock and reading.when.end is not None:
        return reading
    first, second = found.group(1, 2, 3, 4), found.group(6, 7, 8, 9)
    units = found[5] or found[10]
    sure = units or any(part for part in (*first[1:], *second[1:])) or found[0].strip() == reading.left.strip()
    half = first[3] or (second[3] if int(second[0]) >= int(first[0]) or second[0] == "12" else None)
    start = _time(first[0], first[1], half)
    end = _time("0" if second[0] == "24" else second[0], second[1], second[3])
    if not sure or start is None or end is None or reading.when.start is not None:
        return reading
    return reading.without(found, replace(reading.when, start=start, end=end))


def _single(reading: _Reading) -> _Reading:
    if reading.when.has_clock:
        return _second_clock(reading)
    for found in SINGLE.finditer(reading.left):
        called = found[1].strip(" .") in ("ore", "h", "alle", "um", "at", "a las", "las")
        sure = any(found.group(3, 4, 5, 6)) or called and not reading.left[found.end() : found.end() + 1].isalpha()
        sure = sure and not _is_in_word(reading.left, found)
        start = _time(found[2], found[3], found[5]) if sure else None
        if start is not None:
            return reading.without(found, replace(reading.when, start=start))
    return reading


def _is_in_word(text: str, found: re.Match[str]) -> bool:
    """Return whether letters stand close before and behind: "H7KX8M" and "M7H30X" are keys of records."""
    return text[: found.start()][-1:].isalpha() and text[found.end() :][:1].isalpha()


def _second_clock(reading: _Reading) -> _Reading:
    """Read the end that stands behind an ISO date and time."""
    found = re.search(rf"(?:-|\bto\b|\ba\b|\bbis\b)\s*{_CLOCK}\s*$", reading.left)
    end = _time(found[1], found[2], found[4]) if found and (found[2] or found[4]) else None
    if found is None or end is None or reading.when.end is not None:
        return reading
    return reading.without(found, replace(reading.when, end=end))


def _time(hour: str, minute: str | None, half: str | None = None) -> time | None:
    hours, minutes = int(hour), int(minute or 0)
    if half and 1 <= hours <= 12:
        hours = hours % 12 + (12 if half == "p" else 0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        on = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return on if 1990 <= on.year <= 2100 else None


def _month_day(month: int, day: int) -> tuple[int, int] | None:
    try:
        date(2024, month, day)  # a leap year
    except ValueError:
        return None
    return month, day
