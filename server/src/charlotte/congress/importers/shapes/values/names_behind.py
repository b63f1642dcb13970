"""Titles with who speaks behind a comma and nothing else to show it: "Living soils, Anna Kern and Ugo Riva"."""

import re
from collections.abc import Iterable

from charlotte.congress.importers.shapes.people.names import COMPANY, looks_like_person, people_in
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS

COMMA = re.compile(r",\s+(?![^(]*\))")
FEWEST, MOSTLY = 2, 0.6
LONGEST = 400
SHORTEST, MOST_WORDS = 2, 5
"""Words of a name."""


def without_names(line: str) -> tuple[str, str]:
    """Return the title of a line and the names behind it; no names where its end is something else."""
    cuts = list(COMMA.finditer(line)) if len(line) <= LONGEST else []
    found: tuple[str, str] = (line, "")
    for cut in reversed(cuts):
        title, names = line[: cut.start()].strip(), line[cut.end() :].strip()
        if not _are_names(names):
            break
        found = title, names
    return found


def told_so(lines: Iterable[str]) -> bool:
    """Return whether most lines, and several, end with names behind a comma."""
    told = list(lines)
    named = sum(bool(without_names(line)[1]) for line in told)
    return named >= FEWEST and named >= MOSTLY * len(told)


def _are_names(text: str) -> bool:
    if ROOM_WORDS.search(text) or COMPANY.search(re.sub(r"\([^()]*\)", "", text)):
        return False
    people = people_in(text)
    return bool(people) and all(
        looks_like_person(one.name) and SHORTEST <= len(one.name.split()) <= MOST_WORDS for one in people
    )
