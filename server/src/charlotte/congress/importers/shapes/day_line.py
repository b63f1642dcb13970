"""A line that stands above rows and names their one day: "IX ENCUENTRO – VIERNES 16 DE ABRIL DE 2027"."""

import re
from collections.abc import Iterable

from charlotte.congress.importers.shapes.calendar_words import pattern_of, weekdays
from charlotte.congress.importers.shapes.when import When, read_when
from charlotte.congress.search.folding import fold

LONGEST_REST = 20
"""Letters beside a day that a column of days may have; more of them are another subject."""
PIECES = re.compile(r"\s*(?:[|·•:;()\[\]]|\s[-–—]\s|,\s(?!\d{4}\b))\s*")
_AND = r"(?:,|-|–|/|\+|&|und|and|et|e|y|to|al|au|bis|a|ai|hasta)"
SEVERAL = rf"\b\d{{1,2}}\.?(?:st|nd|rd|th|er)?\s*{_AND}\s*\d{{1,2}}\.?(?:st|nd|rd|th)?\s+(?:de |di |of )?(?:MONTH)\b"


def is_day(text: str) -> bool:
    """Return whether a text is nothing but a day."""
    when = read_when(text)
    return when.has_day and not when.has_clock and len(when.rest) <= LONGEST_REST


def day_in(line: str) -> str:
    """Return the part of a line that names its one day; nothing where it names none, several, or a time."""
    if not line or _names_several(line):
        return ""
    when = read_when(line)
    if is_day(line):
        return line
    if when.has_clock and not when.has_day:
        return ""
    pieces = [piece for piece in PIECES.split(line) if piece and is_day(piece)]
    if pieces:
        return pieces[-1]
    return when.on.isoformat() if when.on is not None and not when.has_clock else ""


def day_above(lines: Iterable[str]) -> str:
    """Return the day that lines above rows name: the last, and one with its date before a bare weekday."""
    found = [day for line in lines if (day := day_in(line))]
    dated = [day for day in found if _is_dated(read_when(day))]
    return (dated or found or [""])[-1]


def _is_dated(when: When) -> bool:
    return when.on is not None or when.month_day is not None


def _names_several(line: str) -> bool:
    said = fold(line).replace("–", "-")
    if re.search(SEVERAL.replace("MONTH", pattern_of("month")), said):
        return True
    named = {weekdays()[found] for found in re.findall(rf"\b({pattern_of('weekday')})\b", said)}
    return len(named) > 1
