"""Columns at the right of a typed programme: where most of what stands in one is rooms or people, all of it is."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from charlotte.congress.importers.shapes.entries.times_first import begins_with_time
from charlotte.congress.importers.shapes.values.headings import is_place
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS

Kind = Literal["room", "people"]
GAP = re.compile(r"(?<=\S)[ ]{2,}(?=\S)")
WIDE = 3
FEWEST = 3
MOSTLY = 0.5
SURELY = 0.8
LONGEST = 40
MOST = 2
"""Columns behind the titles."""
LABEL = "Room: "


def columns_behind(lines: Sequence[str]) -> Mapping[int, Kind]:
    """Return where in their lines the columns begin that stand behind titles, and what each holds."""
    found: dict[int, Kind] = {}
    left = list(lines)
    for _ in range(MOST):
        told: dict[int, list[str]] = defaultdict(list)
        for line in left:
            if (at := _last_column(line)) and at not in found:
                told[at].append(line[at:].strip())
        kinds = {at: kind for at, texts in told.items() if (kind := _kind(texts)) is not None}
        if not kinds:
            break
        found |= kinds
        left = [told_below(line, found)[0] for line in left]
    return found


def _last_column(line: str, known: Collection[int] = ()) -> int:
    """Return where the last column of a line begins, behind words that are not only its time; 0 where it has none.

    Where one is known to begin, less of a gap is enough.
    """
    gaps = [one for one in GAP.finditer(line) if one.end() in known or len(one[0]) >= WIDE]
    if not gaps:
        return 0
    ahead = line[: gaps[-1].start()].strip()
    timed = begins_with_time(ahead)
    return gaps[-1].end() if any(map(str.isalpha, timed[1] if timed is not None else ahead)) else 0


def _kind(texts: Sequence[str]) -> Kind | None:
    if len(texts) < FEWEST or any(len(text) > LONGEST for text in texts):
        return None
    if sum(map(is_place, texts)) >= MOSTLY * len(texts):
        return "room"
    people = sum(names_people(text) and not ROOM_WORDS.search(text) for text in texts)
    return "people" if people >= SURELY * len(texts) else None


def told_below(line: str, columns: Mapping[int, Kind]) -> list[str]:
    """Return a line with what stands in such columns below it: who speaks, and the room named as what it is."""
    indent = len(line) - len(line.lstrip())
    below: list[str] = []
    while (at := _last_column(line, columns)) in columns:
        label = LABEL if columns[at] == "room" else ""
        below[:0] = [f"{'':{indent}}{label}{line[at:].strip()}"]
        line = line[:at].rstrip()
    return [line, *below]
