"""Rooms between the time of a session and its title on the line below: "19:30 h, St Mary's", "ore 9.30 (Sala Blu)"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set

from charlotte.congress.importers.shapes.entries.entry_lines import title_in
from charlotte.congress.importers.shapes.entries.habits import LONGEST_ROOM, Entry
from charlotte.congress.importers.shapes.people.names import OUTDOORS
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.venue_lines import VENUES
from charlotte.congress.importers.wording import BREAK_TITLES, says_changed

SIGNS = ",(@[–—-|·:"
SIGN = re.compile(r"\s*\|\s*|\s+[·–—/]\s+|:\s+")
IN_LINE = "in line "
COLON = f"{IN_LINE}:"
"""Before it most titles have something else."""
BRACKET = re.compile(r"[(\[]([^()\[\]]+)[)\]]?$")
FEWEST = 2
MANY = 6
MOSTLY = 0.7
HALF = 0.5
MOST_WORDS = 7
Told = tuple[Entry, str]
"""An entry, and what may be its room."""


def with_places_ahead(entries: Iterable[Entry], rooms: Set[str]) -> None:
    """Take the rooms out of the first lines of entries, where those that stand behind the same sign are mostly rooms.

    What is repeated behind it counts as one, too. A line without a sign before it is left as it is.
    """
    alike, perhaps = defaultdict[str, list[Told]](list), defaultdict[str, list[Told]](list)
    for entry in entries:
        sign, place = _before_a_sign(entry)
        sign, place = (sign, place) if sign else _ahead(entry)
        if sign:
            alike[sign].append((entry, place))
        sign, place = _ahead(entry, whatever_follows=True)
        if sign:
            perhaps[sign].append((entry, place))
    known = {room.casefold() for room in rooms}
    for sign in (*alike, *(one for one in perhaps if one not in alike)):
        found = alike.get(sign, [])
        told = Counter(place.casefold() for _, place in found)
        sure = [place for _, place in found if _is_sure(place, known)]
        likely = [place for _, place in found if place in sure or told[place.casefold()] > 1]
        if _come_again(perhaps.get(sign, [])):
            _take(perhaps[sign], sign)
        elif len(sure) >= FEWEST and len(likely) >= (MOSTLY if sign == COLON else HALF) * len(found):
            _take(found, sign)


def _take(found: Iterable[Told], sign: str) -> None:
    for entry, place in found:
        entry.room = place
        rest = SIGN.sub("", entry.lines[0].strip()[len(place) :], count=1).strip() if sign.startswith(IN_LINE) else ""
        entry.lines = [*([rest] if rest else []), *entry.lines[1:]]


def _come_again(found: Sequence[Told]) -> bool:
    """Return whether what stands there can only be rooms, whatever they are called.

    They are few, come again and never twice at once, and who speaks stands elsewhere.
    """
    told = Counter(place.casefold() for _, place in found)
    times = {(entry.day, entry.time, place.casefold()) for entry, place in found}
    named = sum(1 for entry, _ in found if any(_names_somebody(line) for line in entry.lines[2:]))
    again = sum(count for count in told.values() if count > 1)
    is_few = 1 < len(told) <= HALF * len(found) and again >= MOSTLY * len(found)
    return len(found) >= MANY and is_few and len(times) == len(found) and named >= HALF * len(found)


def _names_somebody(line: str) -> bool:
    label = labelled(line)
    return names_people(line, True) if label is None else label[0] == "speakers"


def _before_a_sign(entry: Entry) -> tuple[str, str]:
    """Return the sign behind what may be a room, where the title follows it in its line: "Sala Blu | Api e alveari"."""
    line = entry.lines[0].strip() if entry.lines and not entry.title else ""
    sign = SIGN.search(line)
    place = line[: sign.start()].strip() if sign is not None else ""
    if sign is None or not _may_be_place(place) or not title_in(line[sign.end() :]):
        return "", ""
    is_break = BREAK_TITLES.search(place) is not None
    return ("", "") if is_break else (f"{IN_LINE}{sign[0].strip()}", place)


def _ahead(entry: Entry, *, whatever_follows: bool = False) -> tuple[str, str]:
    """Return the sign before the first line of an entry and what may be a room in it; nothing where it is the title."""
    if entry.title or len(entry.lines) < FEWEST:
        return "", ""
    first, second = entry.lines[0].strip(), entry.lines[1].strip()
    bracket = BRACKET.match(first)
    sign = "(" if bracket else entry.sign
    place = bracket[1].strip() if bracket else first
    if not sign or sign not in SIGNS or not _may_be_place(place):
        return "", ""
    if not whatever_follows and _is_below_title(second):
        return "", ""
    is_break = BREAK_TITLES.search(place) is not None and not BREAK_TITLES.search(second)
    return ("", "") if is_break and not ROOM_WORDS.match(place) else (sign, place)


def _is_below_title(line: str) -> bool:
    """Return whether a line can only stand below a title: who speaks, where, a remark."""
    return not title_in(line) or labelled(line) is not None or names_people(line, False) or bool(says_changed(line))


def _may_be_place(text: str) -> bool:
    is_short = 1 < len(text) < LONGEST_ROOM and len(text.split()) <= MOST_WORDS
    return is_short and text[-1] not in ".?!:" and labelled(text) is None and not says_changed(text)


def _is_sure(text: str, known: Set[str]) -> bool:
    if text.casefold() in known:
        return True
    return any(words.match(text) is not None for words in (ROOM_WORDS, VENUES, OUTDOORS)) or _ends_so(text)


def _ends_so(text: str) -> bool:
    words: Sequence[str] = text.split()
    return all(word[:1].isupper() for word in words) and ROOM_WORDS.fullmatch(words[-1]) is not None
