"""How plausible a programme is that a mapping gives, and of several mappings the one that gives the likeliest."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.shapes.choosing.guess import SHOWN, guess
from charlotte.congress.importers.shapes.choosing.twins import together, twins_of, with_twins
from charlotte.congress.importers.shapes.columns.mapping import FieldMapping, TableMapping
from charlotte.congress.importers.shapes.columns.strangers import is_stamp
from charlotte.congress.importers.shapes.drafting.drafts import drafts
from charlotte.congress.importers.shapes.people.names import looks_like_person
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.values.profile import Profile, fit, profile
from charlotte.congress.importers.shapes.values.words import Field, name_score
from charlotte.congress.importers.wording import lines_of, plain
from charlotte.congress.model import Congress

PLAUSIBLE = 0.93
"""A programme that is as plausible as this needs no other reading."""
CLEARLY = 0.04
"""By so much another reading must be more plausible than the surer one."""
MOST_ROWS = 150
MOST_OTHERS = 4
LONGEST_TITLE = 160
SHORTEST, LONGEST = timedelta(minutes=3), timedelta(hours=13)
FIRST = 6
"""The hour before which nothing but a wrong zone begins."""
CALLED = 0.6
"""From here on a column's name says what it holds."""
SURELY = 0.75
"""Two columns that are both called so, each for its own field, are not changed round."""
NEVER = datetime.max.replace(tzinfo=UTC)
ID_LIKE = re.compile(r"\S*\d\S*|[a-z0-9]+(?:[-_][a-z0-9]+)+")
KEPT: frozenset[Field] = frozenset({"id", "end", "duration", "date", "language", "url", "status", "before", "part_of"})
"""Fields that no column loses for another."""
TRIED: tuple[Field, ...] = ("title", "room", "start", "speakers")
FITS: Mapping[Field, float] = {"title": 0.45, "room": 0.4, "start": 0.6, "speakers": 0.65}
"""How well a column's values must suit a field to be tried as it."""


def likeliest(tables: Sequence[Table], congress: Congress, rooms: Sequence[str]) -> FieldMapping:
    """Return the mapping whose programme is the most plausible; of equals the one that names and values suggest."""
    best = guess(tables, congress, rooms)
    few = [replace(table, rows=table.rows[:MOST_ROWS]) for table in tables]

    def score(mapping: FieldMapping) -> float:
        return plausibility(tuple(drafts(few, mapping, congress, rooms)), congress, rooms)

    found = score(best)
    for table in few:
        mapped = best.of(table.name)
        if found >= PLAUSIBLE or mapped is None or mapped.role != "sessions":
            continue
        whole, twins = together(table, few), twins_of(table, few)
        seen = {column: profile(whole, column) for column in whole.columns}
        for field in TRIED:
            for other in _others(whole, mapped, field, seen):
                changed = with_twins(best, other, twins)
                if (now := score(changed)) > found + CLEARLY:
                    best, found, mapped = changed, now, other
                    break
    return best


def plausibility(found: Sequence[Draft], congress: Congress, rooms: Iterable[str] = ()) -> float:
    """Return how plausible sessions are as a programme, from 0 to 1.

    The weighted mean of the shares of sessions that have a title of their own (3: no room's, person's or track's name,
    no key, and seldom another session's), begin on the event's days (3) at an hour when people are awake (1), last as
    long as sessions do (1), are alone in their room (2), have a room, of the event's where those are known (2: breaks
    may have none), and name people who are called like people (1: for many programmes less than half of them).
    """
    sessions = [one for one in found if not one.repeated]
    if not sessions:
        return 0.0
    known = frozenset(plain(room).casefold() for room in rooms)
    in_room = [bool(one.room) and (not known or plain(one.room or "").casefold() in known) for one in sessions]
    shares = (
        (3, _share(_own_titles(sessions), 0.9)),
        (3, _share([_on_its_days(one, congress) for one in sessions])),
        (1, _share([one.start is not None and one.start.astimezone(congress.zone).hour >= FIRST for one in sessions])),
        (1, _share([_lasts(one) for one in sessions])),
        (2, _share(_alone(sessions))),
        (2, _share(in_room, 0.8)),
        (1, _share([any(looks_like_person(person.name) for person in one.speakers) for one in sessions], 0.4)),
    )
    return sum(weight * share for weight, share in shares) / sum(weight for weight, _ in shares)


def _share(hits: Sequence[bool], enough: float = 1.0) -> float:
    return min(1.0, sum(hits) / len(hits) / enough)


def _own_titles(sessions: Sequence[Draft]) -> list[bool]:
    titles = Counter(one.title.casefold() for one in sessions)
    others = {one.room.casefold() for one in sessions if one.room}
    others |= {one.track.casefold() for one in sessions if one.track}
    others |= {person.name.casefold() for one in sessions for person in (*one.speakers, *one.chairs)}
    return [
        titles[title] <= max(2, 0.2 * len(sessions))
        and title not in others
        and len(title) <= LONGEST_TITLE
        and ID_LIKE.fullmatch(one.title) is None
        for one in sessions
        for title in (one.title.casefold(),)
    ]


def _on_its_days(one: Draft, congress: Congress) -> bool:
    first, last = congress.start_date, congress.end_date or congress.start_date
    if one.start is None or first is None or last is None:
        return one.start is not None
    return first <= congress.day_of(one.start) <= last


def _lasts(one: Draft) -> bool:
    return one.start is None or one.end is None or SHORTEST <= one.end - one.start <= LONGEST


def _alone(sessions: Sequence[Draft]) -> list[bool]:
    by_room: dict[str, list[Draft]] = defaultdict(list)
    for one in sessions:
        if one.room and one.start is not None and one.part_of is None and not one.cancelled:
            by_room[one.room].append(one)
    found = []
    for held_there in by_room.values():
        held = [one for one in held_there if not _holds_talks(one, held_there)]
        held.sort(key=lambda one: (one.start or NEVER, one.end or one.start or NEVER))
        for one, after in zip(held, [*held[1:], None], strict=True):
            end = one.end or one.start
            meets = after is not None and after.start is not None and end is not None and after.start < end
            found.append(not meets and not (after is not None and after.start == one.start))
    return found or [True]


def _holds_talks(one: Draft, others: Sequence[Draft]) -> bool:
    """Return whether several others follow each other within the time of one, as talks do within their session."""
    if one.start is None or one.end is None:
        return False
    inside: list[tuple[datetime, datetime]] = []
    for other in others:
        if other is one or other.start is None or other.end is None:
            continue
        shorter = other.end - other.start < one.end - one.start
        if shorter and one.start <= other.start and other.end <= one.end:
            inside.append((other.start, other.end))
        elif other.start < one.end and one.start < other.end:
            return False
    inside.sort()
    return len(inside) > 1 and all(until <= start for (_, until), (start, _) in pairwise(inside))


def _others(table: Table, mapped: TableMapping, field: Field, seen: Mapping[str, Profile]) -> Iterator[TableMapping]:
    """Yield the mapping with another column as a field, the likeliest first."""
    taken = mapped.columns_of(field)
    if len(taken) > 1 or any(column in mapped.looks_up for column in taken) or mapped.columns_of("session"):
        return  # in several languages, by reference, or told elsewhere
    able = [
        column
        for column, one in seen.items()
        if column not in taken
        and column not in table.sections
        and column not in mapped.looks_up
        and mapped.columns.get(column) not in KEPT
        and fit(field, one) >= FITS[field]
        and name_score("id", column) < 0.6
        and not (field == "start" and is_stamp(table, column))
        and not _are_both_called(field, taken, column, mapped)
        and not (table.named_here and mapped.columns.get(column) == column)  # its name is ours
        and (field != "room" or _may_hold_rooms(column, one, mapped))
        and (field != "speakers" or not _is_of_others(table, column, mapped))
    ]
    for column in sorted(able, key=lambda one: (-name_score(field, one), -fit(field, seen[one])))[:MOST_OTHERS]:
        columns = {key: one for key, one in mapped.columns.items() if key not in taken}
        freed = mapped.columns.get(column)
        if taken and freed is not None and freed != field:
            columns[taken[0]] = freed
        yield replace(mapped, columns={**columns, column: field})


def _are_both_called(field: Field, taken: Sequence[str], column: str, mapped: TableMapping) -> bool:
    """Return whether both columns bear the very names of what they are: nobody changes "title" and "room" round."""
    own = mapped.columns.get(column)
    return bool(taken) and own is not None and min(name_score(field, taken[0]), name_score(own, column)) > SURELY


def _is_of_others(table: Table, column: str, mapped: TableMapping) -> bool:
    """Return whether a column that holds people tells nobody who speaks: places, descriptions, who surely chairs."""
    chairs = mapped.columns.get(column) == "chairs" and name_score("chairs", column) > SURELY
    return chairs or _is_of_rooms(column, mapped) or _says_who_is_who(table, column, mapped)


def _is_of_rooms(column: str, mapped: TableMapping) -> bool:
    """Return whether a column is told or taken as one of places, whose values may still look like people."""
    return mapped.columns.get(column) == "room" or name_score("room", column) > SHOWN


def _says_who_is_who(table: Table, column: str, mapped: TableMapping) -> bool:
    """Return whether descriptions tell by labels who speaks and who chairs, which are found in them later."""
    if mapped.columns.get(column) != "abstract":
        return False
    texts = [*table.values(column, MOST_ROWS)]
    return sum(any(":" in line and labelled(line) for line in lines_of(text)) for text in texts) > 0.5 * len(texts)


def _may_hold_rooms(column: str, seen: Profile, mapped: TableMapping) -> bool:
    """Return whether a column is called for rooms, or holds them; what is called for something else must show them."""
    if name_score("room", column) > 0.3 or seen.room >= 0.3:
        return True
    field = mapped.columns.get(column)
    is_called_otherwise = field is not None and name_score(field, column) >= CALLED
    return seen.repeated and seen.letters > 0.5 and not is_called_otherwise
