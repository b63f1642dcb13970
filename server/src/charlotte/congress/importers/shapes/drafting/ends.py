"""Ends that nobody wrote: what only begins goes on until what follows it begins."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain, takewhile

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.wording import CLOSE, kind_of

LONGEST = timedelta(hours=2, minutes=15)
"""What begins later follows no more: the day was over in between."""
MOST_A_DAY = 1_000
LONGEST_BEFORE_EVENING = timedelta(minutes=90)
"""A dinner is not what a talk of the afternoon lasts until."""


def with_ends(drafts: Iterable[Draft], records: Set[str], left_open: Set[str]) -> list[Draft]:
    """Return the drafts, those that only begin with the begin of what follows them as their end.

    Where several are held at once, only what is held in the same room follows, and a break, which is for all.
    `records` are rows of lists in no order, of which only those of one room follow each other; `left_open` are those
    whose list tells ends, and for them none.
    """
    found = list(drafts)
    days: dict[date, list[int]] = defaultdict(list)
    for at, one in enumerate(found):
        if one.start is not None and not one.repeated:
            days[one.start.date()].append(at)
    for places in (some for of_day in days.values() for some in _looked_through(found, of_day)):
        day = _Day([found[at] for at in places])
        for at in places:
            one = found[at]
            if one.end is not None or one.row in left_open:
                continue
            if (end := day.follows(one, is_record=one.row in records)) is not None:
                found[at] = replace(one, end=end)
    return found


def _looked_through(found: Sequence[Draft], of_day: list[int]) -> list[list[int]]:
    """Return the places of what is looked through together: a day, or of a day that no house could hold each room."""
    if len(of_day) <= MOST_A_DAY:
        return [of_day]
    rooms: dict[str | None, list[int]] = defaultdict(list)
    for at in of_day:
        rooms[found[at].room].append(at)
    return [some[start : start + MOST_A_DAY] for some in rooms.values() for start in range(0, len(some), MOST_A_DAY)]


class _Day:
    """What is held on one day, in the order in which it begins."""

    def __init__(self, held: Sequence[Draft]) -> None:
        self._held = sorted(held, key=_begin)
        self._begins = [_begin(one) for one in self._held]
        kinds = {id(one): kind_of(one.format_name, one.title, bool(one.speakers)) for one in held}
        self._social = {number for number, kind in kinds.items() if kind == "social"}
        self._for_all = {id(one) for one in held if kinds[id(one)] in ("break", "social") or CLOSE.match(one.title)}
        self._ended = [one for one in self._held if one.end is not None]
        self._titles_ended = {one.title for one in self._ended}
        self._beginning: dict[datetime, list[Draft]] = defaultdict(list)
        for one in self._held:
            self._beginning[_begin(one)].append(one)
        self._tells_rooms = sum(one.room is not None for one in held) > len(held) // 2
        self._is_parallel = any(self._at_once(one) for one in held)

    def follows(self, draft: Draft, *, is_record: bool) -> datetime | None:
        """Return when what follows a session begins; nothing where nothing does."""
        if id(draft) in self._social:
            return None
        if draft.part_of is not None and draft.part_of in self._titles_ended:
            return None  # in its turn, until the end of its session
        is_for_all = id(draft) in self._for_all
        if is_for_all and (resumed := self._resumed(draft)) is not None:
            return resumed
        later = self._later(draft)
        goes_on = not self._at_once(draft) and (not self._is_parallel or is_for_all or _all_come(draft, later))
        goes_on = goes_on and (not is_record or is_for_all)
        after = next((one for one in later if goes_on or self._follows(one, draft)), None)
        if after is None or after.start is None:
            return None
        longest = LONGEST_BEFORE_EVENING if id(after) in self._social else LONGEST
        return after.start if after.start - _begin(draft) <= longest else None

    def _later(self, draft: Draft) -> list[Draft]:
        """Return what begins later; of talks of a session only those of it, and what is for all."""
        begun = self._held[bisect_right(self._begins, _begin(draft)) :]
        later = [one for one in begun if one.part_of != draft.title]
        if draft.part_of is None:
            return later
        return [one for one in later if one.part_of == draft.part_of or id(one) in self._for_all]

    def _follows(self, later: Draft, draft: Draft) -> bool:
        """Return whether what begins later is for all, in the same room, or alone without one."""
        is_anywhere = self._tells_rooms and later.room is None
        return id(later) in self._for_all or later.room == draft.room or is_anywhere

    def _resumed(self, draft: Draft) -> datetime | None:
        """Return when the talks of the sessions that a break interrupts go on; nothing where it interrupts none."""
        start = _begin(draft)
        inside = {one.title for one in self._ended if one.end is not None and _begin(one) < start < one.end}
        later = [_begin(one) for one in self._held if one.part_of in inside and _begin(one) > start]
        return min(later, default=None)

    def _at_once(self, draft: Draft) -> bool:
        """Return whether something else is held while a session begins, in another room."""
        start = _begin(draft)
        going_on = (one for one in self._ended if one.end is not None and _begin(one) < start < one.end)
        return any(
            one.room != draft.room and one is not draft and one.title != draft.part_of and one.part_of != draft.title
            for one in chain(self._beginning[start], going_on)
        )


def _begin(draft: Draft) -> datetime:
    return draft.start if draft.start is not None else datetime.min.replace(tzinfo=UTC)


def _all_come(draft: Draft, later: Sequence[Draft]) -> bool:
    """Return whether everybody moves on together: several sessions begin next, or nothing more is held in this room."""
    following = {one.room for one in takewhile(lambda one: one.start == later[0].start, later)}
    return bool(later) and (len(following) > 1 or all(one.room != draft.room for one in later))
