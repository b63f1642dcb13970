"""Times of which only the end is told: "bis 14 Uhr", "jusqu'à 12 h 30", "until noon"."""

import re
from collections.abc import Sequence

from charlotte.congress.importers.shapes.times.when import read_when

UNTIL = re.compile(
    r"(?:(?:\be|y|et|und|and)\s+)?(?:\b(?:it |si |se )?(?:ends?|ending|finishes|finishing|"
    r"ende|endet|endend|fin|fine|finisce|"
    r"termina|termine|se termine)\s*(?:at|um|alle|a las?|à|:)\s*|"
    r"\b(?:until|till|bis(?: etwa| ca\.?)?(?: um)?|fino (?:alle?|a)|sino alle|hasta(?: las?)?|"
    r"jusqu[’'`]?\s?(?:à|a|au))\s+)"
    r"(\d{1,2}(?:\s?[:.h]\s?\d{2}|\s?h)?(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:uhr|h|hs|ore))?|noon|midnight|midi|minuit|"
    r"mezzogiorno|mezzanotte|mediodía|medianoche|mittags|mitternacht)(?![\w:])",
    re.IGNORECASE,
)
IN_LINE = re.compile(rf"(?<![\s,;–—-])[\s,;–—-]*[(\[]?\s*{UNTIL.pattern}\s*[)\]]?", re.IGNORECASE)


def only_end(text: str) -> str:
    """Return the time until which something takes that is told by nothing else; nothing where more is told."""
    found = UNTIL.fullmatch(text.strip().strip("()[]–—- ."))
    return found[1] if found else ""


def end_in(line: str) -> tuple[str, str]:
    """Return the end that a line tells, and the line without it; no end where it tells none."""
    found = IN_LINE.search(line)
    if found is None or not _clock(found[1]):
        return "", line
    return found[1], f"{line[: found.start()]} {line[found.end() :]}".strip()


def whole(text: str, above: Sequence[str]) -> str:
    """Return a time of which only the end is told with its start: the end, or the start, of the last one above."""
    end = only_end(text)
    if not end:
        return text
    for other in reversed(above):
        when = read_when(other, hint="clock")
        if (begun := when.end or when.start) is not None:
            return f"{begun:%H:%M} - {_clock(end) or end}"
    return text


def until(time: str, end: str) -> str:
    """Return a time that only begins with its end."""
    when = read_when(time, hint="clock")
    at = _clock(end)
    return f"{time} - {at}" if at and when.start is not None and when.end is None else time


def ends_at(time: str, end: str) -> str:
    """Return a time with an end that goes before its own: that of one session among several of an hour."""
    when, at = read_when(time, hint="clock"), read_when(end, hint="clock").start or read_when(end).start
    if when.start is None or at is None or at <= when.start:
        return time
    return f"{when.start:%H:%M} - {at:%H:%M}"


def _clock(text: str) -> str:
    when = read_when(text, hint="clock")
    return f"{when.start:%H:%M}" if when.start is not None else ""
