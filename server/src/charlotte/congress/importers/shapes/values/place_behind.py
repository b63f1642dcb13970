"""The place that a meal or a party says in brackets behind what it is called: "Kaffee (Foyer)"."""

import re
from collections.abc import Sequence, Set

from charlotte.congress.importers.shapes.values.places import place_in, remarks_behind
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.wording import kind_of

PLACE = re.compile(r"\s*\(([^()\d]{3,40})\)")


DASHED = re.compile(r"\s+[–—|@-]\s+|,\s+(?=\S+(?:\s\S+){0,3}$)")


def place_behind(
    title: str, kinds: Sequence[str], has_people: bool, places: Set[str] = frozenset()
) -> tuple[str, str | None, str]:
    """Return the title, the place in brackets where a meal or a party says it so, and what stands behind that.

    `places` are the event's rooms, folded: one of them also counts behind a dash or a comma.
    """
    bare, remarks = remarks_behind(title)
    dashed = list(DASHED.finditer(bare))
    last = place_in(bare[dashed[-1].end() :], places) if dashed and dashed[-1].start() else ""
    if last.casefold() in places:
        return bare[: dashed[-1].start()].strip(), last, ". ".join(remarks)
    found = PLACE.search(title)
    if found is None or has_people or not found.start():
        return title, None, ""
    where, before = place_in(found[1], places) or found[1].strip(), title[: found.start()].strip()
    if where.casefold() in places:
        return before, where, title[found.end() :].strip(" ,;")
    is_meal = kind_of(" ".join(kinds) or None, before, False) in ("break", "social") and where[:1].isupper()
    if not is_meal and not ROOM_WORDS.match(where):
        return title, None, ""
    return before, where, title[found.end() :].strip(" ,;")
