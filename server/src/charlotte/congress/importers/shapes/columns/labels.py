"""Columns of a few words that come again and again under names that tell nothing: the place, the track.

A place holds one thing at a time and is told of breaks too; a track is told of talks, and what follows from the room
(its floor, its building) is none.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.rows import LETTERED, Table
from charlotte.congress.importers.shapes.values.profile import Profile
from charlotte.congress.importers.shapes.values.words import Field, best_name, name_score

LONGEST = 40
KNOWN = 0.45
"""From here on a name tells what its column holds."""
FEWEST_WITH_IT = 0.3
MOST_LIKE, SURELY = 0.5, 0.8
COMING_AGAIN, FEWEST_COMING_AGAIN = 0.8, 4
BETWEEN = re.compile(r"[,;/&\n]|\s(?:and|und|e|et|y)\s")
"""What stands between several people in one cell."""


def labels_told(
    table: Table, columns: Mapping[str, Field], seen: Mapping[str, Profile], known_rooms: frozenset[str]
) -> dict[str, Field]:
    """Return the columns with a room and a track from those that no name told, where the table holds sessions."""
    if not {"title", "start"} <= set(columns.values()):
        return dict(columns)
    told = dict(columns)
    room = next((one for one, field in columns.items() if field == "room"), None)
    if room is None and (room := _called_like_people(table, columns, seen)) is not None:
        told = _with_room(told, room, seen)
    free = [one for one in seen if one not in told and one not in table.sections and _is_label(one, seen[one])]
    if room is not None and _is_guessed(table, room, seen[room], known_rooms):
        better = [one for one in (room, *free) if _is_apart(table, one, columns)]
        best = max(better, key=lambda one: (seen[one].room, seen[one].share_filled), default=room)
        if best != room:
            del told[room]
            free = [one for one in (room, *free) if one != best]
            told[best], room = "room", best
    if "track" not in columns.values():
        tracks = [one for one in free if one != room and seen[one].room < MOST_LIKE and seen[one].person < MOST_LIKE]
        tracks = [one for one in tracks if room is None or not _follows(table, one, room)]
        told |= dict.fromkeys(tracks[:1], _TRACK)
    return {column: told[column] for column in table.columns if column in told}


_TRACK: Field = "track"
_SPEAKERS: Field = "speakers"


def _is_label(column: str, seen: Profile) -> bool:
    """Return whether a column holds a few short words that come again, and its name tells nothing else."""
    if not seen.repeated or seen.share_filled < FEWEST_WITH_IT or seen.length > LONGEST or seen.letters < 0.9:
        return False
    other = max(seen.clock, seen.day, seen.length_said, seen.flag, seen.status, seen.state, seen.language, seen.url)
    return other < MOST_LIKE and seen.key < MOST_LIKE and best_name(column)[1] < KNOWN


def _called_like_people(table: Table, columns: Mapping[str, Field], seen: Mapping[str, Profile]) -> str | None:
    """Return the column of rooms that could be names of people ("Villa Marta"), where nothing names a room.

    It has no heading either, or it would be taken at its word. One at a time stands in a cell, without a title, and
    comes again, as hardly anybody does who speaks.
    """
    for column, one in seen.items():
        if columns.get(column, "speakers") != "speakers" or not column.startswith(LETTERED):
            continue
        values = list(table.values(column))
        if one.person >= MOST_LIKE and _is_label(column, one) and len(values) >= FEWEST_COMING_AGAIN:
            told = Counter(value.casefold() for value in values)
            again = sum(count for count in told.values() if count > 1)
            alone = not any(BETWEEN.search(value) or TITLE.match(value) for value in values)
            if again >= COMING_AGAIN * len(values) and alone and _is_apart(table, column, columns):
                return column
    return None


def _with_room(columns: Mapping[str, Field], room: str, seen: Mapping[str, Profile]) -> dict[str, Field]:
    """Return the columns with a room, which may have been taken for who speaks, and with those who do instead."""
    told: dict[str, Field] = {**columns, room: "room"}
    if "speakers" not in told.values():
        people = [one for one in seen if one not in told and seen[one].person > SURELY and not best_name(one)[1]]
        told |= dict.fromkeys(people[:1], _SPEAKERS)
    return told


def _is_guessed(table: Table, room: str, seen: Profile, known_rooms: frozenset[str]) -> bool:
    """Return whether nothing but that its words come again made a column the room."""
    if room in table.sections or name_score("room", room) > 0 or seen.room >= FEWEST_WITH_IT:
        return False
    return not any(value.casefold() in known_rooms for value in table.values(room, 60))


def _is_apart(table: Table, column: str, columns: Mapping[str, Field]) -> bool:
    """Return whether no two rows with the same time have the same word in a column."""
    times = [one for one, field in columns.items() if field in ("date", "start")]
    times += [one for one in table.sections if one not in times]
    held = [(row.text(column), *(row.text(one) for one in times)) for row in table.rows if row.text(column)]
    return len(set(held)) >= 0.9 * len(held)


def _follows(table: Table, column: str, room: str) -> bool:
    """Return whether what a column says follows from the room, of which there are several."""
    told: dict[str, set[str]] = defaultdict(set)
    for row in table.rows:
        if row.text(room) and row.text(column):
            told[row.text(room)].add(row.text(column))
    return len(told) > 1 and all(len(values) == 1 for values in told.values())
