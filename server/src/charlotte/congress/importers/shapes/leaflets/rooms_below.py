"""Rooms that no word gives away: what stands in a line of its own below most titles, where others have a room."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from charlotte.congress.importers.shapes.entries.talks_inside import MARK
from charlotte.congress.importers.shapes.leaflets.head import is_room
from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.session_labels import is_label

LISTED = re.compile(
    r"(?:our )?(?:rooms|r[äa]ume|s[äa]le|sale|aule|salles|salas|spazi|espacios)\s*:\s*(\S.*)", re.IGNORECASE
)
IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
BETWEEN = re.compile(r"[,;]\s*|\s+(?:and|und|e|et|y|&)\s+")
LONGEST = 40
MOST_WORDS = 5
FEWEST = 4
MOSTLY = 0.6
OFTEN = 3
"""So many titles the same words stand below that are no person's."""


def rooms_below(entries: Iterable[Sequence[str]]) -> frozenset[str]:
    """Return, folded, what stands in the second lines of sessions, where most of them are rooms."""
    lines = [entry[1].strip() for entry in entries if len(entry) > 1]
    told = Counter(line for line in lines if _may_be(line))
    told = Counter({line: count for line, count in told.items() if count > 1 or not is_label(line)})
    sure = sum(count for line, count in told.items() if is_room(line) or count >= OFTEN)
    is_habit = sum(told.values()) >= FEWEST and sure >= MOSTLY * len(lines)
    return frozenset(line.casefold() for line in told) if is_habit else frozenset()


def _may_be(line: str) -> bool:
    if not line or len(line) > LONGEST or len(line.split()) > MOST_WORDS or any(sign in line for sign in ".,;:?!\v()"):
        return False
    is_named = line[:1].isupper() or line[:1].isdigit()
    return is_named and not (MARK.match(line) or TITLE.match(line) or labelled(line))


def rooms_listed(lines: Iterable[str]) -> frozenset[str]:
    """Return, folded, the rooms of a line that only lists them: "Rooms: Oak Hall (first floor), Attic"."""
    found = (LISTED.match(line) for line in lines)
    said = (IN_BRACKETS.sub("", one[1]).split(". ")[0] for one in found if one is not None)
    rooms = {room.strip(" .").casefold() for text in said for room in BETWEEN.split(text)}
    return frozenset(room for room in rooms if 2 < len(room) <= LONGEST)
