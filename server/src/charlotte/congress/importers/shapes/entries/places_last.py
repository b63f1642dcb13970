"""Rooms on lines of their own below all else of a session, as posters set them: "Reeds", "Talk by Ada Orr", "Barn"."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set

from charlotte.congress.importers.shapes.entries.room_habits import is_called, is_surely_room
from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.given_by import given_by
from charlotte.congress.importers.shapes.values.headings import HOUSES
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.venue_lines import VENUES
from charlotte.congress.importers.wording import BREAK_TITLES, SOCIAL_TITLES

FEWEST_ENTRIES, FEWEST = 6, 2
MOSTLY, NEARLY_ALL = 0.6, 0.9
SHORT = re.compile(r"\b(?:jr|sr|jun|sen)\.$", re.IGNORECASE)
SIGNS = (",", ";", ":", "-", "–", "—", "|", "·", "(")
NOWHERE: frozenset[str] = frozenset()


def places_last(entries: Iterable[tuple[str, Sequence[str]]]) -> set[str]:
    """Return the last lines of entries that are rooms since most of them surely are, or come again.

    Each entry is its title and its lines below that. Where people eat and drink nobody speaks, so that the line below
    is a place; who speaks is named above it. Where nearly all entries end so, those are rooms too that are told once.
    """
    read = [(title, [*lines]) for title, lines in entries]
    alone = {last for _, lines in read if (last := _last(lines))}
    apart = [(title, [one for line in lines for one in place_apart(line, alone)]) for title, lines in read]
    told = [(title, lines, _last(lines)) for title, lines in apart]
    ends = [(title, lines, last) for title, lines, last in told if last]
    counted = Counter(last for _, _, last in ends)
    sure = {last for title, _, last in ends if _is_room(last) or _is_meal(title)}
    likely = {last for last, count in counted.items() if last in sure or count > 1}
    behind_people = sum(any(map(_tells_people, lines[: lines.index(last)])) for _, lines, last in ends)
    is_so = len(ends) >= FEWEST_ENTRIES and len(ends) >= MOSTLY * len(told) and len(sure) >= FEWEST
    if not is_so or behind_people < FEWEST or sum(counted[one] for one in likely) < MOSTLY * len(ends):
        return set()
    return {*counted} if len(ends) >= NEARLY_ALL * len(told) else likely


def place_apart(line: str, rooms: Set[str]) -> list[str]:
    """Return a line of people in two where a room ends it that was set below: "Talk by Ada Orr, Leeds Long Barn".

    A stop between them ends no name. A room of one word may be somebody's last name.
    """
    for room in sorted((room for room in rooms if " " in room), key=len, reverse=True):
        ahead = line.removesuffix(f" {room}")
        if ahead != line and ahead[-1:] not in SIGNS and _tells_people(ahead):
            return [ahead if SHORT.search(ahead) else ahead.removesuffix("."), room]
    return [line]


def _last(lines: Sequence[str]) -> str:
    """Return the last line that is written as the name of a place."""
    return next((line for line in reversed(lines) if is_called(line) and not _is_somebody(line)), "")


def _is_room(line: str) -> bool:
    """Return whether a line begins with a word for a room or a house, or ends with one."""
    last = line.split()[-1]
    ends = any(words.fullmatch(last) is not None for words in (ROOM_WORDS, VENUES, HOUSES))
    return ends or is_surely_room(line, NOWHERE)


def _is_somebody(line: str) -> bool:
    """Return whether a line shows that it names people: by a title, a label, or brackets behind a name."""
    is_shown = TITLE.match(line) is not None or labelled(line) is not None
    return is_shown or "(" in line and names_people(line)


def _is_meal(title: str) -> bool:
    return BREAK_TITLES.search(title) is not None or SOCIAL_TITLES.search(title) is not None


def _tells_people(line: str) -> bool:
    return given_by(line) is not None or labelled(line) is not None or names_people(line, True)
