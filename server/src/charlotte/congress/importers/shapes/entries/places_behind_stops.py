"""The room that ends a line behind a stop, after who speaks: "Reeds: a love – Ada Orr (Ely) and Bo Lie. Long Barn".

Behind a break it stands after a comma: "Coffee, The Cloister".
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from charlotte.congress.importers.shapes.entries.names_ahead import Ahead
from charlotte.congress.importers.shapes.entries.room_habits import is_called, is_called_briefly, is_surely_room
from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.values.people_lines import BEHIND, names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.venue_lines import VENUES
from charlotte.congress.importers.wording import BREAK_TITLES, SOCIAL_TITLES, says_changed, without_mark

STOP = re.compile(r"(?<=[^\W_])[)\]»”“\"]?\.\s+(?=[A-ZÀ-Þ\d])")
QUOTED = re.compile(r"[«„“”\"]\s?([^«»„“”\"]+?)\s?[»“”\"]")
FEWEST, FEWEST_SURE = 3, 2
MOSTLY, NEARLY_ALL = 0.6, 0.8
LONGEST = 1_000


class _Way(NamedTuple):
    title: str
    people: str
    place: str
    rest: str
    """What follows the place."""


def told_with_stops(line: str, rooms: Set[str]) -> Ahead | None:
    """Return what a line says that names behind its title and a dash who speaks, and behind a stop one of the rooms."""
    known = {room.casefold() for room in rooms}
    bare = without_mark(line)
    found = next((told for told in _ways(bare, rooms) if told.place.casefold() in known), None)
    if found is None or not line.startswith(bare):
        return None
    behind = "\n".join(filter(None, (found.place, found.rest)))
    title = quoted[1] if (quoted := QUOTED.fullmatch(found.title)) is not None else found.title
    return Ahead(found.people, title, behind=behind, mark=line.removeprefix(bare).strip(" -–—:()[]"))


def places_behind_stops(entries: Iterable[tuple[str, Sequence[str]]], rooms: Set[str]) -> set[str]:
    """Return what stands behind stops after who speaks, where most of it comes again or surely is a room.

    Each entry is its line that begins with the title, and its lines below that, the first of which may name people.

    What never comes again and has no word for a room may be where somebody works, unless nearly all lines end with a
    room and it is called briefly. The place behind the comma of several breaks is one of the rooms too.
    """
    lines = [(title.strip(" *_"), below[0] if below else "") for title, below in entries]
    every = [{one.place for one in (*_ways(title), *_ways(below, titled=False))} for title, below in lines]
    ends = [told for told in every if told]
    counted = Counter(place for told in ends for place in told)
    sure = {place for place in counted if _is_room(place, rooms)}
    likely = sure | {place for place, count in counted.items() if count > 1}
    is_so = len(ends) >= FEWEST and sum(counted[place] for place in sure) >= FEWEST_SURE
    placed = sum(not likely.isdisjoint(told) for told in ends)
    if not is_so or placed < MOSTLY * len(ends):
        return set()
    if placed >= NEARLY_ALL * len(ends):
        likely |= {place for place in counted if is_called_briefly(place) and place == place.title()}
    beside = Counter(place for title, _ in lines if (place := _behind_break(title)))
    return likely | {place for place, count in beside.items() if count > 1 and _is_room(place, rooms)}


def _ways(line: str, rooms: Set[str] = frozenset(), *, titled: bool = True) -> Iterator[_Way]:
    """Yield the ways in which a line may be a title, a dash, who speaks, a stop and a place, the shortest first.

    A line below its title has none. Behind one of the `rooms` a description may follow that stood in the next line.
    """
    stops = list(STOP.finditer(line)) if len(line) <= LONGEST else []
    for at, stop in enumerate(stops):
        until = stops[at + 1].end() if at + 1 < len(stops) else len(line)
        place, ahead = line[stop.end() : until].strip().removesuffix("."), line[: stop.end()].rstrip()[:-1]
        if not is_called(place) and (begun := _begun_with(place, rooms)):
            place, until = begun, stop.end() + len(begun)
        if not is_called(place) or TITLE.sub("", f"{ahead.split(' ')[-1]}. X") == "X":
            continue
        dashes = [one for one in BEHIND.finditer(ahead) if one.start() and _is_outside(ahead, one.start())]
        title = ahead[: dashes[-1].start()].strip(" *_") if titled and dashes else ""
        people = ahead[dashes[-1].end() if titled and dashes else 0 :].strip(" *_")
        if bool(title) == titled and names_people(people, True) and not ROOM_WORDS.search(people):
            yield _Way(title, people, place, line[until:].strip())


def _begun_with(text: str, rooms: Set[str]) -> str:
    """Return the room that a text begins with, where another sentence follows."""
    begun = (room for room in rooms if text.startswith(f"{room} ") and text[len(room) + 1].isupper())
    return max(begun, key=len, default="")


def _is_outside(text: str, at: int) -> bool:
    """Return whether a place in a text is in no brackets."""
    return text.count("(", 0, at) <= text.count(")", 0, at)


def _is_room(place: str, rooms: Set[str]) -> bool:
    """Return whether a place is one of the rooms, or a word for a room or a house begins or ends it."""
    last = place.split()[-1]
    ends = any(words.fullmatch(last) is not None for words in (ROOM_WORDS, VENUES))
    return (ends or is_surely_room(place, rooms)) and not says_changed(place)


def _behind_break(line: str) -> str:
    """Return the place behind the last comma of a line that is a break or a party; nothing where it is none."""
    held, comma, place = line.rpartition(", ")
    is_break = BREAK_TITLES.search(held) is not None or SOCIAL_TITLES.search(held) is not None
    return place if comma and is_break and is_called(place) else ""
