"""The place that a meal or a party says in brackets behind what it is called: "Kaffee (Foyer)"."""

import re
from collections.abc import Sequence, Set

from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.places import AT, place_in, remarks_behind
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.venue_lines import MEETING, VENUES, says_where
from charlotte.congress.importers.wording import kind_of, says_changed

APART = r"(?:;|,(?=\s+(?:mit|auf|nur|on|upon|by|with|su|solo|previa|sur|uniquement|con|bajo|avec)\s))"
"""What parts a place from a remark: "Gasthof Anker, mit Anmeldung"."""
PLACE = re.compile(rf"\s*\(([^();]{{3,60}}?)(?:{APART}\s*([^()]{{3,120}}))?\)")


BETWEEN = re.compile(rf"\s+(?:{AT.pattern})")
SHORT = 3
"""Letters of a word that a name may have in small letters: "Casa del Mar"."""
DASHED = re.compile(r"\s+[–—|@-]\s+|,\s+(?=\S+(?:\s\S+){0,3}$)")


def _behind_comma(title: str) -> tuple[str, str] | None:
    """Return a break and the place behind its comma: "Coffee, Courtyard"."""
    held, comma, behind = title.rpartition(", ")
    is_venue = ROOM_WORDS.search(behind) is not None or VENUES.search(behind) is not None
    return (held, behind) if comma and is_venue and says_where(behind, held, frozenset()) else None


def _behind_preposition(title: str) -> tuple[str, str] | None:
    """Return a break as it is called, and the place behind its preposition: "Dinner at the Mill House"."""
    for at in BETWEEN.finditer(title):
        behind = title[at.end() :]
        place = place_in(f"{at[0].strip()} {behind}", frozenset())
        is_name = all(word[:1].isupper() or len(word) <= SHORT for word in behind.split())
        if at.start() and place and is_name and not read_when(behind).has_day and not read_when(behind).has_clock:
            return title, place
    return None


def place_behind(
    title: str, kinds: Sequence[str], has_people: bool, places: Set[str] = frozenset(), has_room: bool = False
) -> tuple[str, str | None, str]:
    """Return the title, the place in brackets where a meal or a party says it so, and what stands behind that.

    `places` are the event's rooms, folded: one of them also counts behind a dash or a comma.
    """
    bare, remarks = remarks_behind(title)
    dashed = list(DASHED.finditer(bare))
    behind = bare[dashed[-1].end() :] if dashed and dashed[-1].start() else ""
    last = place_in(behind, places)
    if last.casefold() in places:
        return bare[: dashed[-1].start()].strip(), last, ". ".join(remarks)
    if behind and bare[dashed[-1].start()] != "," and not has_people:
        held = bare[: dashed[-1].start()].strip()
        if not MEETING.search(behind) and says_where(behind, held, places):
            return held, behind, ". ".join(remarks)
    if not has_people and not has_room and kind_of(" ".join(kinds) or None, bare, False) in ("break", "social"):
        if comma := _behind_comma(bare) or _behind_preposition(bare):
            return comma[0], comma[1], ". ".join(remarks)
    found = PLACE.search(title)
    if found is None or not found.start():
        return title, None, ""
    said, before = found[1].strip(), title[: found.start()].strip()
    where = place_in(said, places) or said
    beside = "; ".join(filter(None, (found[2], title[found.end() :].strip(" ,;"))))
    if where.casefold() in places or has_people and where == said and ROOM_WORDS.match(where):
        return before, where, beside
    if has_people or read_when(where, hint="clock").has_clock or says_changed(where):
        return title, None, ""
    is_named = ROOM_WORDS.match(where) is not None
    if kind_of(" ".join(kinds) or None, before, False) in ("break", "social"):
        is_named = is_named or (where[:1].isupper() and not any(map(str.isdigit, where)))
        is_named = is_named or VENUES.match(where) is not None
    return (before, where, beside) if is_named else (title, None, "")
