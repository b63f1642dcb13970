"""The time that a line begins with, and what follows it."""

import re

from charlotte.congress.importers.shapes.entries.habits import LABEL
from charlotte.congress.importers.shapes.times.day_line import is_day
from charlotte.congress.importers.shapes.times.in_place import folded_in_place
from charlotte.congress.importers.shapes.times.length_told import with_length
from charlotte.congress.importers.shapes.times.open_end import with_open_end
from charlotte.congress.importers.shapes.times.until import UNTIL
from charlotte.congress.importers.shapes.times.when import RANGE, SINGLE, read_when, with_points
from charlotte.congress.importers.shapes.values.words import best_name

BETWEEN = re.compile(r"^(?:[\s:|–—\-·•›→►▸‣,.)\]]|/\s)+|[\s:|–—\-·•,(\[]+$")
ITEM = re.compile(r"\s*[-–—•▪●‣◦·]\s+(?=\S)")
LONGEST_OPENING = 75
DATED = re.compile(
    r"\d{1,2}([./-])\d{1,2}\1(?:20\d\d|\d\d)(?![\d:.])|\d{1,2}\.\s?(?:0?[1-9]|1[0-2])\.,?\s+\d{1,2}[.:h]\d\d"
)
"""A date in figures, which is no clock: "07.05.2027, 9.00"."""
DATE_WITHIN = re.compile(
    r"(?<!\d)\d{1,2}([./-])\d{1,2}\1(?:20\d\d|\d\d)(?![\d:.])|(?<!\d)\d{1,2}\.(?:0?[1-9]|1[0-2])\.(?!\d)"
)
"""A date in figures behind its weekday: "Freitag, 8.10.2027"."""
EXPLAINED = re.compile(r"\s*[A-Z]\d{1,2}\s*=")
"""`H1 = Great Hall` is no time."""


def begins_with_time(line: str) -> tuple[str, str] | None:
    """Return the time that a line begins with, also behind its day, and what follows; None where it has none.

    A line may be typed as an item of a list; a dash before nothing but a time is what comes before an end.
    """
    typed = ITEM.match(line)
    if typed is not None:
        found = _begins_with_time(line[typed.end() :])
        return found if found is not None and found[1] else None
    return _begins_with_time(line)


def _begins_with_time(line: str) -> tuple[str, str] | None:
    if EXPLAINED.match(line):
        return None
    line = f"{with_points(line[:LONGEST_OPENING])}{line[LONGEST_OPENING:]}"
    label = LABEL.match(line)
    said = label[2] if label and best_name(label[1])[0] == "start" else line
    opening = folded_in_place(said[:LONGEST_OPENING])
    shift = len(opening) - len(opening.lstrip("*_ "))
    for pattern in (RANGE, SINGLE) if DATED.match(opening.lstrip("*_ ")) is None else ():
        found = pattern.match(opening.lstrip("*_ "))
        if found and found[0].strip() and read_when(found[0].strip()).has_clock:
            time, behind = with_length(said[shift : shift + found.end()].strip(" *_"), said[shift + found.end() :])
            time, behind = with_open_end(time, behind)
            return time, BETWEEN.sub("", behind)
    ends = UNTIL.match(said)
    if ends and said[ends.end() :].strip():
        return ends[0].strip(), BETWEEN.sub("", said[ends.end() :])
    undated = DATE_WITHIN.sub(lambda date: "#" * len(date[0]), opening)
    for pattern in (RANGE, SINGLE):
        found = pattern.search(undated)
        before = opening[: found.start()] if found else ""
        if (
            found
            and is_day(before.strip(" ,;|-"))
            and len(read_when(before).rest) <= 2
            and read_when(found[0]).has_clock
        ):
            return said[: found.end()].strip(" *_"), BETWEEN.sub("", said[found.end() :])
    return None
