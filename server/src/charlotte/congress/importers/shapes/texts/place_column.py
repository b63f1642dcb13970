"""A column of places at the right of a typed programme: where most of what stands in it is a room, all of it is."""

import re
from collections import defaultdict
from collections.abc import Sequence, Set

from charlotte.congress.importers.shapes.values.headings import is_place

FAR = re.compile(r"(?<=\S)[ ]{3,}(?=\S)")
FEWEST = 3
MOSTLY = 0.5
LONGEST = 40
LABEL = "Room: "


def columns_of_places(lines: Sequence[str]) -> Set[int]:
    """Return where in their lines the columns begin that hold places and nothing longer."""
    told: dict[int, list[str]] = defaultdict(list)
    for line in lines:
        if gaps := [*FAR.finditer(line)]:
            told[gaps[-1].end()].append(line[gaps[-1].end() :].strip())
    return {at for at, texts in told.items() if _are_places(texts)}


def _are_places(texts: Sequence[str]) -> bool:
    places = sum(map(is_place, texts))
    return len(texts) >= FEWEST and places >= MOSTLY * len(texts) and all(len(text) <= LONGEST for text in texts)


def places_below(lines: Sequence[str], columns: Set[int]) -> list[str]:
    """Return lines with what stands in such columns below them, named as what it is."""
    found: list[str] = []
    for line in lines:
        gaps = [*FAR.finditer(line)]
        if not gaps or gaps[-1].end() not in columns:
            found.append(line)
            continue
        indent = len(line) - len(line.lstrip())
        found += [line[: gaps[-1].start()], f"{'':{indent}}{LABEL}{line[gaps[-1].end() :].strip()}"]
    return found
