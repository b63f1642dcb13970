"""The time between the two talks of somebody on one day."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from charlotte.congress.model import Session
from charlotte.congress.programme import Programme


@dataclass(frozen=True)
class Gap:
    """From the end of one talk to the beginning of the next."""

    day: str
    """ISO 8601."""
    since: str
    """HH:MM, as `until`."""
    until: str


def gap_of(held: Sequence[Session], programme: Programme) -> Gap | None:
    """Return the first gap between talks that follow each other on one day; nothing where there is none."""
    zone = programme.congress.zone
    timed = sorted((one for one in held if one.happens and one.start and one.end), key=lambda one: str(one.start))
    for one, other in pairwise(timed):
        day = programme.day(one)
        if one.end and other.start and day is not None and day == programme.day(other) and one.end < other.start:
            since, until = (f"{time.astimezone(zone):%H:%M}" for time in (one.end, other.start))
            return Gap(day.isoformat(), since, until)
    return None
