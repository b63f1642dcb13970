"""Where and when a session was to be held before it was moved, as its remark says: "bisher Raum 2, 16 Uhr"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from charlotte.congress.importers.shapes.times.placing import day_named
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.times import localise
from charlotte.congress.importers.wording import MOVED_WORDS, plain
from charlotte.congress.model import Congress

BEFORE = re.compile(
    r"\b(?:moved from|was (?:announced|scheduled|planned|due|listed|to be held)(?: for| on| at| in)?|was|previously|"
    r"originally|formerly|instead of|"
    r"era(?: (?:previst[oa]|stat[oa] previst[oa]|programmat[oa]|annunciat[oa]|in programma|in calendario))?|prima|"
    r"in precedenza|originariamente|inizialmente|"
    r"anzich[eé]|invece (?:di|che)|gi[aà]|(?:spostat|anticipat|posticipat|rinviat)[oa](?: qui)? da\w*|"
    r"(?:déplacée?|reportée?|avancée?)(?: ici)? d(?:e la|e l|es?|u)|"
    r"(?:trasladad|movid|adelantad|aplazad)[oa](?: aqu[ií])? d(?:es?de|el?)|"
    r"(?:était|devait)(?: (?:initialement )?(?:annoncée?|prévue?|programmée?|avoir lieu|se tenir))?|"
    r"initialement(?: (?:pr[eé]vue?|annoncée?|programmée?))?|pr[eé]vue? initialement|auparavant|au lieu de|"
    r"à l'origine|précédemment|"
    r"(?:war|sollte)(?: ursprünglich)?(?: (?:für|am|um|im|in))?|bisher|urspr[üu]nglich(?: geplant)?|vorher|zuvor|"
    r"(?:before|avant)(?=\W+(?:(?:le )?(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)|\d|at|in|à|en|sal))|"
    r"statt|anstatt|anstelle von|fr[üu]her|(?:verlegt|verschoben|vorgezogen)(?: hierher)? vo[nm]|"
    r"antes|inicialmente(?: previst[oa])?|originalmente|anteriormente|en (?:lugar|vez) de|"
    r"(?:im|laut) (?:gedruckten )?(?:heft|programmheft|programm)|(?:in|per) the printed (?:programme|program|booklet)|"
    r"sul programma (?:stampato|cartaceo)|dans le programme (?:imprimé|papier)|en el programa impreso|"
    r"(?:estaba|era)(?: (?:previst[oa]|anunciad[oa]|programad[oa]))?|(?<=\w )(?:from|von|aus|desde|"
    r"depuis))\b\s*[:,]?\s*",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"\s*(?:[;)\]→\n]|->|(?<!\d)\.(?:\s|$)|\s(?:to|into|nach|verso|vers|now|ora|jetzt|ahora|maintenant)\s).*$",
    re.IGNORECASE | re.DOTALL,
)
PREPOSITIONS = re.compile(
    r"^(?:(?:for|in|at|on|the|alle|ore|nell[ao']|nel|in|al|alla|en|à|au|aux|dans|la|le|el|l'|im|in der|am|um|der|den|a|"
    r"las|los)\s+)+|^(?:l'|nell'|all')",
    re.IGNORECASE,
)
BEHIND_CLOCK = re.compile(r"\d\s*(?:[Uu]hr|[Hh]s?|[AaPp]\.?[Mm]\.?)?\s+(?![Uu]hr\b|[Hh]s?\b)([A-ZÀ-Þ][^,;]*)$")
PLANNED = re.compile(
    r"\s+(?:geplant|angesetzt|vorgesehen|angekündigt|scheduled|planned|announced|prévue?|annoncée?|previst[oa]|programmat[oa]|"
    r"programad[oa]|anunciad[oa])\W*$",
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
    held = localise(when.moment or datetime.combine(on, at), congress.zone)
    room = _place_in(told)
    return Before(None if held == start else held, _room(room))


NOW = re.compile(
    rf"(?:{MOVED_WORDS})\b[^.;]{{0,25}}?(?:\b(?:to|into|in|im|ins|nach|vers|en|dans|au|a|al|alla|nell[ao]|à|ora|now|jetzt|"
    r"ahora|désormais|neu|maintenant)\b|[:=→>]|nell')\s*(?:(?:now|ora|jetzt|ahora|in|im|en|dans|a|at|the|den|die|das|la|le|el|l'|il|lo)\b\s*)*"
    r"(?P<room>[^\W_][^,.;()\[\]!]*)",
    re.IGNORECASE,
)
NOT_NOW = re.compile(r"\s+(?:(?:and|e|und|et|y)\s.*|(?:alle|at|um|à|a las|ore)\s+\d.*)$", re.IGNORECASE)


TO = re.compile(
    r"\b(?:to|into|nach|ins?|im|vers|dans|en|au|à|al|alla|nell[ao]|nel|a)\s+(?:(?:the|la|le|il|den|das|die|el|l[’'])\s*)?",
    re.IGNORECASE,
)


TELLS = re.compile(
    rf"\b(?:has been|have been|was|were|is|wurde|wird|ist|a été|est|è stat[oa]|ha sido|fue|"
    rf"se ha)\s+(?:\w+\s+){{0,2}}(?:{MOVED_WORDS})\b",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"\s*(?:to|into|nach|in|ins|vers|dans|en|au|à|al|alla|nell[ao]|nel|a)\s+"
    r"(?:(?:the|la|le|il|den|das|die|el)\s+)?"
    r"(?P<room>[A-ZÀ-Þ\d][\w’'-]*(?:\s+(?:[A-ZÀ-Þ\d][\w’'-]*|de|del|di|du|of)){0,3})(?=\s*(?:[.,;!)]|$))"
)
"""Where something was moved to, written as names are."""


def place_now(remark: str, is_room: Callable[[str], bool]) -> str | None:
    """Return the room that a remark says a session was moved to; None where it names none for sure."""
    for found in NOW.finditer(plain(remark)):
        told = found["room"][: marked.start()] if (marked := BEFORE.search(found["room"])) else found["room"]
        name = NOT_NOW.sub("", told).strip()
        for one in (name, *(name[at.end() :] for at in TO.finditer(name))):
            if is_room(one) or len(one) <= LONGEST and ROOM_WORDS.match(one):
                return one
    return moved_to(plain(remark))


def moved_to(text: str) -> str | None:
    """Return what a sentence says that "this session has been moved to", where that is written as a name."""
    told = TELLS.search(text)
    found = NAMED.match(text[told.end() :]) if told else None
    when = read_when(found["room"]) if found is not None else None
    return found["room"] if found is not None and when is not None and not (when.has_day or when.has_clock) else None


def tells_move(text: str, start: datetime | None, congress: Congress, is_room: Callable[[str], bool]) -> Before:
    """Return what a sentence in the midst of a description says: "this session has been moved from … to …"."""
    told = TELLS.search(text)
    before = place_before(f"moved {text[told.end() :]}", start, congress) if told else NOWHERE
    is_sure = (
        before.start is not None
        or before.room is not None
        and (ROOM_WORDS.search(before.room) is not None or is_room(before.room))
    )
    return before if is_sure else NOWHERE


def _place_in(told: str) -> str:
    """Return the part that says where: the one that is called like a room, else one that says nothing of time."""
    parts = [
        part.strip() for part in re.split(r",\s*|\s[-–—]\s|\s(?:in|im|en|dans|à la)\s(?=[\w'’]+)", told) if part.strip()
    ]
    places = [part for part in parts if not read_when(part, "dmy", "clock").has_clock and not read_when(part).has_day]
    named = [part for part in parts if ROOM_WORDS.search(part)]
    sure = [one for one in named if one in places]
    behind = BEHIND_CLOCK.search(told)
    others = [one for one in places if one[:1].isupper()] or ([behind[1]] if behind is not None else [])
    return next(iter([*sure, *named, *others]), "")


def _room(told: str) -> str | None:
    name = PLANNED.sub("", PREPOSITIONS.sub("", told)).strip()
    return name if any(map(str.isalpha, name)) and len(name) > 1 else None
