"""Hours of the afternoon that are told as on a clock's face: "12.30 Lunch", then "1.30–3.00"."""

import re
from collections.abc import Sequence
from datetime import time

from charlotte.congress.importers.shapes.times.when import When, read_when

NOON = 12
FIRST = 7
"""The hour before which nothing begins in the morning where the day has begun later."""
ZERO = re.compile(r"0\d(?!.*[ap]\.?\s?m\b)", re.IGNORECASE)
"""How who counts to twenty-four writes an hour: "09:00"."""
EARLY = 6
"""The hour from which a day may begin; in the evening it is only behind an afternoon."""
HALF = re.compile(r"[ap]\.?\s?m\b|\d\s?h(?!\w)|uhr|ore\b", re.IGNORECASE)
"""Words of who counts to twelve and says so, or counts to twenty-four."""
OF_DAY = re.compile(r"\d\s?h(?!\w)|uhr|ore\b", re.IGNORECASE)
"""Words of who counts to twenty-four."""
MARKED = re.compile(r"[ap]\.?\s?m\b", re.IGNORECASE)
AFTERNOON = re.compile(r"p\.?\s?m\b", re.IGNORECASE)


def with_afternoons(told: Sequence[tuple[str, str]]) -> list[str]:
    """Return times as they are meant; `told` are days and times, in the order of the day if they have one.

    They change where who tells them counts to twelve: some have p.m., or no hour is larger. Then small ones that say
    no half of the day are in the afternoon, and those at which a day may begin in the evening, behind an afternoon.
    """
    whens = [read_when(text, hint="clock") for _, text in told]
    hours = [clock.hour for when in whens for clock in (when.start, when.end) if clock is not None]
    if any(ZERO.match(text.strip()) for _, text in told):
        return [text for _, text in told]
    is_twelve = any(AFTERNOON.search(text) for _, text in told) or bool(hours) and 0 < min(hours) <= max(hours) <= NOON
    if not is_twelve or max(hours) <= FIRST or any(OF_DAY.search(text) for _, text in told):
        return [text for _, text in told]
    found: list[str] = []
    last: dict[str, int] = {}
    for (day, text), when in zip(told, whens, strict=True):
        if when.start is None or when.has_day:
            found.append(text)
            continue
        is_evening = when.start.hour <= FIRST and last.get(day, 0) >= NOON
        later = (when.start.hour < EARLY or is_evening) and not MARKED.search(text)
        last[day] = when.start.hour + NOON * later
        found.append(_told(when, begins_later=later) if later or _ends_later(when) else text)
    return found


def in_afternoon_of(session: str, talk: str) -> str:
    """Return when a talk is in a session told with p.m. where its own time leaves that out: "2:25" is 14:25."""
    held, own = read_when(session, hint="clock"), read_when(talk, hint="clock")
    is_told = AFTERNOON.search(session) is not None and HALF.search(talk) is None
    if not is_told or held.start is None or held.end is None or own.start is None:
        return talk
    later = _after_noon(own.start)
    is_meant = not held.start <= own.start < held.end and held.start <= later < held.end
    return _told(own, begins_later=True) if is_meant else talk


def ends_in_afternoon(start: str, end: str) -> str:
    """Return when something ends that begins at a time, where its end before noon would lie before its start."""
    begun, at = read_when(start, hint="clock"), read_when(end, hint="clock")
    if begun.start is None or at.start is None or at.end is not None or at.has_day or MARKED.search(end):
        return end
    later = _after_noon(at.start)
    return f"{later:%H:%M}" if at.start < begun.start < later else end


def _ends_later(when: When) -> bool:
    return when.start is not None and when.end is not None and when.end < when.start


def _told(when: When, *, begins_later: bool) -> str:
    start, end = when.start, when.end
    assert start is not None, "whoever is moved begins"
    first = _after_noon(start) if begins_later else start
    if end is None:
        return f"{first:%H:%M}"
    last = _after_noon(end) if end.hour < NOON and _after_noon(end) > first else end
    return f"{first:%H:%M} - {last:%H:%M}"


def _after_noon(clock: time) -> time:
    return clock.replace(hour=clock.hour + NOON) if clock.hour < NOON else clock
