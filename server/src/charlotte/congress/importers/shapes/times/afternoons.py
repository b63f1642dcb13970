"""Hours of the afternoon that are told as on a clock's face: "12.30 Lunch", then "1.30–3.00"."""

import re
from collections.abc import Sequence
from datetime import time

from charlotte.congress.importers.shapes.times.when import When, read_when

NOON = 12
FIRST = 7
"""The hour before which nothing begins in the morning where the day has begun later."""
HALF = re.compile(r"[ap]\.?\s?m\b|\d\s?h(?!\w)|uhr|ore\b", re.IGNORECASE)
"""Words of who counts to twelve and says so, or counts to twenty-four."""
AFTERNOON = re.compile(r"p\.?\s?m\b", re.IGNORECASE)


def with_afternoons(told: Sequence[tuple[str, str]]) -> list[str]:
    """Return times as they are meant; `told` are days and times in the order of the day.

    They change where all hours are at most twelve, and small ones follow larger ones on the same day.
    """
    whens = [read_when(text, hint="clock") for _, text in told]
    hours = [clock.hour for when in whens for clock in (when.start, when.end) if clock is not None]
    if not hours or max(hours) > NOON or any(HALF.search(text) for _, text in told):
        return [text for _, text in told]
    found: list[str] = []
    begun: dict[str, int] = {}
    for (day, text), when in zip(told, whens, strict=True):
        if when.start is None or when.has_day:
            found.append(text)
            continue
        later = when.start.hour <= FIRST < begun.get(day, 0)
        begun[day] = max(begun.get(day, 0), when.start.hour)
        found.append(_told(when, begins_later=later) if later or _ends_later(when) else text)
    return found


def in_afternoon_of(session: str, talk: str) -> str:
    """Return when a talk begins in a session told with p.m. where its own time leaves that out: "2:25" is 14:25."""
    held, own = read_when(session, hint="clock"), read_when(talk, hint="clock")
    is_told = AFTERNOON.search(session) is not None and HALF.search(talk) is None
    if not is_told or held.start is None or held.end is None or own.start is None or own.end is not None:
        return talk
    later = _after_noon(own.start)
    is_meant = not held.start <= own.start < held.end and held.start <= later < held.end
    return f"{later:%H:%M}" if is_meant else talk


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
