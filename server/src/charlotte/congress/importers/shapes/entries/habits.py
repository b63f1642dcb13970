"""A session as the lines of a document tell it, and what all of them show about how it is written."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from charlotte.congress.importers.shapes.entries.led_by import without_room
from charlotte.congress.importers.shapes.entries.names_ahead import write_so
from charlotte.congress.importers.shapes.entries.places_behind_stops import places_behind_stops
from charlotte.congress.importers.shapes.entries.places_last import places_last
from charlotte.congress.importers.shapes.entries.room_habits import (
    last_places,
    places_behind_people,
    places_below,
    places_between,
    places_in_brackets,
    repeated_places,
)
from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.names import people_in, writes_employers
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.rows import Row
from charlotte.congress.importers.shapes.values.headings import is_in_a_house
from charlotte.congress.importers.shapes.values.names_behind import told_so
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.sentences import sentences_of
from charlotte.congress.importers.wording import BREAK_TITLES

LABEL = re.compile(r"^([^\W\d][\w /]{2,24}):\s+(.+)$")
BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{2,80})[)\]]\s*$")
END = re.compile(r",\s|\s[–—|·-]\s|[(\[]")
LONGEST_ROOM = 50
MOSTLY = 0.6
FEWEST_PLACES = 3


@dataclass
class Entry:
    """A session as its lines tell it."""

    place: str
    time: str
    title: str
    day: str
    above: tuple[str, ...]
    lines: list[str] = field(default_factory=list)
    held_in: "Entry | None" = None
    """The session that it is a talk of."""
    among: list[Row] | None = None
    """The rows of the section that it stands in, where it stands in one."""
    is_headed: bool = False
    """Whether its title is a heading above its time, so that all below is of it until the next heading."""
    holds_talks: bool = False
    sign: str = ""
    """What stands between its time and its first line."""
    room: str = ""
    """Where it is held, as its time says it."""
    people: str = ""
    """Who speaks, where that stands above the title."""
    kind: str = ""
    """What kind of session it is, where that stands before who speaks."""


@dataclass(frozen=True)
class Habits:
    """What all entries of a document show about how it is written."""

    employers: bool
    """Names have a comma and what they are behind them."""
    rooms: frozenset[str]
    """Texts that stand where the room stands."""
    people_first: bool = False
    """In talks of a session, who speaks stands above the title."""
    names_ahead: bool = False
    """Who speaks stands before the title in its line, without quotation marks."""
    names_behind: bool = False
    """Who speaks stands behind the title, with a comma between."""

    @classmethod
    def of(cls, entries: Sequence[Entry], known: frozenset[str] = frozenset()) -> "Habits":
        """Return the habits of entries: where most first lines below a title are rooms, the others are too."""
        lines = [line for entry in entries for line in (entry.lines if entry.title else entry.lines[1:])]
        first = [entry.lines[0] for entry in entries if entry.title and entry.lines]
        short = [line for line in first if len(line) < LONGEST_ROOM and not LABEL.match(line)]
        sure = [line for line in short if ROOM_WORDS.search(BRACKETS.sub("", line) or line)]
        told = Counter(
            line
            for line in lines
            if len(line) < LONGEST_ROOM and ROOM_WORDS.search(line) and "," not in line and labelled(line) is None
        )
        rooms = {line for line in sure} | {line for line, count in told.items() if count > 1 and not TITLE.match(line)}
        if len(sure) >= 3 and len(sure) >= MOSTLY * len(first):
            people = {name for line in lines if (role := labelled(line)) for name in _names_in(role)}
            bare = {line for line in short if line[:1].isupper() and not any(one in line for one in ".,;:!?")}
            rooms |= {line for line in bare - people if not ("(" in line and names_people(line))}
        ends = Counter(
            END.split(entry.lines[0])[-1].strip(" )]") for entry in entries if entry.lines and not entry.title
        )
        rooms |= {
            end for end, count in ends.items() if count > 1 and len(end) < LONGEST_ROOM and ROOM_WORDS.search(end)
        }
        behind_titles = (entry.lines[0].rsplit(", ", 2)[1:] for entry in entries if entry.lines and not entry.title)
        in_houses = [both for both in behind_titles if is_in_a_house(", ".join(both))]
        houses = Counter(house for house, _ in in_houses)
        rooms |= {f"{house}, {room}" for house, room in in_houses if houses[house] > 1}
        rooms |= last_places([one.lines[0] for one in entries if one.lines and not one.title], rooms)
        untitled = [one.lines for one in entries if one.lines and not one.title]
        rooms |= places_in_brackets(
            (lines[0] for lines in untitled), (lines[-1] for lines in untitled if len(lines) > 1), rooms
        )
        rooms |= places_behind_people(one.lines[0] for one in entries if one.lines and not one.title)
        rooms |= places_behind_stops((_below_title(one) for one in entries), rooms | known)
        rooms |= places_below(one.lines[0 if one.title else 1 :] for one in entries)
        rooms |= places_last(_below_title(one) for one in entries if one.held_in is None)
        rooms |= places_between([one.lines[0 if one.title else 1 :] for one in entries], rooms | known)
        behind = ((f"{entry.day} {entry.time}", _behind_title(entry)) for entry in entries)
        rooms |= repeated_places(
            (time, [one for line in lines for one in sentences_of(line)]) for time, lines in behind
        )
        opening = [entry.lines[0] for entry in entries if entry.lines and not entry.title]
        in_brackets = [found[1] for line in opening if (found := BRACKETS.search(line)) is not None]
        employers = writes_employers(lines) or writes_employers(in_brackets)
        talks = [entry.lines for entry in entries if entry.held_in is not None and not entry.title]
        ahead = sum(1 for told in talks if len(told) > 1 and names_people(told[0], employers))
        untold = [without_room(line, rooms)[0] for line in opening if not BREAK_TITLES.search(line)]
        names_behind = len(untold) > FEWEST_PLACES and told_so(untold)
        is_ahead = ahead > 2 and ahead >= MOSTLY * len(talks)
        return cls(employers, frozenset(rooms) | known, is_ahead, write_so(opening), names_behind)


def _names_in(told: tuple[str, str]) -> list[str]:
    """Return who is named behind a label of people."""
    return [TITLE.sub("", one.name) for one in people_in(told[1])] if told[0] != "room" else []


def _below_title(entry: Entry) -> tuple[str, Sequence[str]]:
    """Return the title of an entry, as far as its lines tell it, and what stands below."""
    return (entry.title, entry.lines) if entry.title else ("\n".join(entry.lines[:1]), entry.lines[1:])


def _behind_title(entry: Entry) -> list[str]:
    """Return what an entry says without its title: the lines below it, and what stands behind it in its line."""
    if entry.title or not entry.lines:
        return entry.lines
    behind = END.search(entry.lines[0])
    return [entry.lines[0][behind.end() :] if behind else "", *entry.lines[1:]]
