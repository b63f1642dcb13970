"""Rooms before the titles of sessions, where every session is told so: "Grande salle : Mot d'accueil"."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.venue_lines import VENUES
from charlotte.congress.importers.wording import MARK, without_mark

AHEAD = re.compile(r"(?P<room>[^\W\d_][^:|?!]{1,38}?)\s*(?::|\|)\s+(?P<title>\S.*)", re.DOTALL)
FEWEST, SURE, NEARLY_ALL = 6, 3, 0.9
"""Sessions without a room, those of them whose titles surely begin with one, and the share that begins with any."""


def with_rooms_ahead(drafts: Iterable[Draft]) -> list[Draft]:
    """Return sessions with the rooms that their titles begin with as their rooms.

    That is so where no session has a room of its own, nearly all titles begin with few words and a colon, the words
    are few that come again, several of them are called as rooms are, and no two sessions of one time have the same.
    """
    found = [*drafts]
    told = {at: match for at, one in enumerate(found) if (match := AHEAD.fullmatch(one.title)) is not None}
    if any(one.room for one in found) or len(told) < max(FEWEST, NEARLY_ALL * len(found)):
        return found
    names = Counter(match["room"].casefold() for match in told.values())
    again = sum(count for count in names.values() if count > 1)
    sure = {name for name in names if ROOM_WORDS.search(name) or VENUES.match(name)}
    at_once = {(found[at].start, match["room"].casefold()) for at, match in told.items()}
    are_rooms = sum(names[name] for name in sure) >= max(SURE, len(told) / 2) and len(sure) > 1
    if not are_rooms or again < len(told) / 2 or len(at_once) < len(told):
        return found
    return [_placed(one, told[at]) if at in told else one for at, one in enumerate(found)]


def _placed(draft: Draft, told: re.Match[str]) -> Draft:
    title, room = told["title"].strip(), told["room"].strip()
    is_cancelled = draft.cancelled or MARK.search(title) is not None
    return replace(draft, room=room, title=without_mark(title) if is_cancelled else title, cancelled=is_cancelled)
