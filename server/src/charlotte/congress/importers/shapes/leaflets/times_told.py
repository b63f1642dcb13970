"""Lines of a leaflet that tell when and where: "10.45 – 12.15 · Hall", and "Block A · 10.45 – 12.15 · Hall"."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from charlotte.congress.importers.shapes.entries.times_first import begins_with_time
from charlotte.congress.importers.shapes.leaflets.head import LONGEST_ROOM, is_room
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.session_labels import is_label
from charlotte.congress.importers.wording import BREAK_TITLES, SOCIAL_TITLES

AHEAD = re.compile(r"([^\d·|•].{1,50}?)\s*(?:[·|•]|\s[–—-]|[,:])\s+(?=\D{0,8}\d{1,2}[\s.:h])")
APART = re.compile(r"\s*[·|•@]\s*|\s+[–—-]\s+|\s*,\s+")
FEWEST, MOSTLY = 3, 0.6
LONGEST_LINE = 120


class TimeTold(NamedTuple):
    """What such a line says."""

    time: str
    rest: str
    label: str = ""
    """What stands before the time."""


def time_behind_label(text: str) -> TimeTold | None:
    """Return what a line says that begins with what is held; None where it says no time until when it takes."""
    ahead = AHEAD.match(text) if len(text) <= LONGEST_LINE else None
    timed = begins_with_time(text[ahead.end() :]) if ahead is not None else None
    if ahead is None or timed is None or read_when(timed[0], hint="clock").end is None:
        return None
    label, rest = ahead[1].strip(), timed[1]
    if is_label(label):
        return TimeTold(timed[0], rest, label) if rest else TimeTold(timed[0], label)
    is_dated = any(map(str.isdigit, label))
    if not is_dated and (BREAK_TITLES.search(label) or SOCIAL_TITLES.search(label)):
        return TimeTold(timed[0], " – ".join(filter(None, (label, rest))))
    return None


def rooms_behind_times(lines: Iterable[tuple[str, str, str]]) -> frozenset[str]:
    """Return, folded, what stands apart behind times where that is mostly a room: "19.00 · Castle Yard".

    Of each line its text, its time and what follows that.
    """
    ends = [rest for text, time, rest in lines if time and APART.fullmatch(_between(text, time, rest))]
    named = [end for end in ends if end and len(end) <= LONGEST_ROOM and end[-1] not in ".?!:"]
    sure = sum(1 for end in named if is_room(end))
    return frozenset(end.casefold() for end in named) if sure >= FEWEST and sure >= MOSTLY * len(ends) else frozenset()


def _between(text: str, time: str, rest: str) -> str:
    begins, ends = text.find(time), text.rfind(rest)
    return text[begins + len(time) : ends] if begins >= 0 and rest and ends > begins else ""
