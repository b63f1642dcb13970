"""Places that stand where others name who speaks: the "Hall" beside a coffee break, the tavern beside the dinner."""

import re
from collections.abc import Sequence, Set

from charlotte.congress.importers.draft import DraftPerson
from charlotte.congress.importers.nobody import is_nobody
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.venue_lines import says_where
from charlotte.congress.importers.wording import kind_of

NAMED_SO = re.compile(r"(?:la|le|les|il|lo|gli|el|los|las|das|the|zum|zur|chez|da)\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
MOST_WORDS = 5


def place_told(title: str, people: Sequence[DraftPerson], places: Set[str]) -> str | None:
    """Return the place that is told as the one who speaks; nothing where that is somebody."""
    employer = people[0].affiliation if len(people) == 1 else None
    is_remark = employer is not None and employer[:1].islower()  # "Golden Lion, on registration"
    if len(people) != 1 or employer is not None and not is_remark or is_nobody(people[0].name):
        return None
    name = people[0].name
    if name.casefold() in places or ROOM_WORDS.match(name) and len(name.split()) <= MOST_WORDS:
        return name
    kind = kind_of(None, title, False)
    is_venue = says_where(name, title, places) or NAMED_SO.match(name) is not None
    return name if kind in ("break", "social") and is_venue else None
