"""Where and when a session was to be held before it was moved, as its remark says: "bisher Raum 2, 16 Uhr"."""

import re
from dataclasses import dataclass
from datetime import datetime

from charlotte.congress.importers.shapes.placing import day_named
from charlotte.congress.importers.shapes.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.when import read_when
from charlotte.congress.importers.times import localise
from charlotte.congress.importers.wording import plain
from charlotte.congress.model import Congress

BEFORE = re.compile(
    r"\b(?:moved from|was|previously|originally|formerly|instead of|"
    r"era(?: (?:previst[oa]|stat[oa] previst[oa]|programmat[oa]))?|prima|in precedenza|originariamente|inizialmente|"
    r"anzich[eé]|invece (?:di|che)|gi[aà]|spostat[oa] da\w*|"
    r"initialement(?: pr[eé]vue?)?|pr[eé]vue? initialement|auparavant|au lieu de|à l'origine|précédemment|"
    r"bisher|urspr[üu]nglich(?: geplant)?|vorher|zuvor|statt|anstatt|anstelle von|fr[üu]her|verlegt von|"
    r"antes|inicialmente(?: previst[oa])?|originalmente|anteriormente|en (?:lugar|vez) de|"
    r"(?:estaba|era)(?: previst[oa])?|(?<=\w )(?:from|von|aus|desde|depuis))\b\s*[:,]?\s*",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"\s*(?:[;)\]→\n]|->|\.(?:\s|$)|\s(?:to|into|nach|verso|vers|now|ora|jetzt|ahora|maintenant)\s).*$",
    re.IGNORECASE | re.DOTALL,
)
PREPOSITIONS = re.compile(
    r"^(?:(?:for|in|at|on|the|alle|ore|nell[ao']|nel|in|al|alla|en|à|au|aux|dans|la|le|el|l'|im|in der|am|um|der|den|a|"
    r"las|los)\s+)+|^(?:l'|nell'|all')",
    re.IGNORECASE,
)
LONGEST = 60


@dataclass(frozen=True)
class Before:
    """What a remark says of the time or the place before."""

    start: datetime | None = None
    room: str | None = None


NOWHERE = Before()


def place_before(remark: str, start: datetime | None, congress: Congress) -> Before:
    """Return where and when a session was to be held before; `NOWHERE` where the remark does not say."""
    said = plain(remark)
    marked = BEFORE.search(said)
    if marked is None or start is None:
        return NOWHERE
    told = AFTER.sub("", said[marked.end() :]).strip(" .!,")
    when = read_when(told, "dmy", "clock")
    if not told or len(told) > LONGEST:
        return NOWHERE
    if not when.has_clock and not when.has_day:
        return Before(room=_room(told))
    on = day_named(when, congress) or congress.day_of(start)
    at = when.start or start.time()
    held = localise(datetime.combine(on, at), congress.zone)
    room = next((part for part in re.split(r",\s*|\s[-–—]\s", told) if ROOM_WORDS.search(part)), "")
    return Before(None if held == start else held, _room(room))


def _room(told: str) -> str | None:
    name = PREPOSITIONS.sub("", told).strip()
    return name if any(map(str.isalpha, name)) and len(name) > 1 else None
