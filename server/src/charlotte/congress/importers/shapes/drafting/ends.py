"""Ends that nobody wrote: what only begins goes on until what follows it begins."""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.wording import CLOSE, kind_of

LONGEST = timedelta(hours=2, minutes=15)
"""What begins later follows no more: the day was over in between."""
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
    for places in days.values():
        held = [found[at] for at in places]
        is_parallel = any(_at_once(one, held) for one in held)
        for at in places:
            one = found[at]
            if one.end is not None or one.row in left_open:
                continue
            if (end := _follows(one, held, is_parallel, is_record=one.row in records)) is not None:
                found[at] = replace(one, end=end)
    return found


def _follows(draft: Draft, held: Sequence[Draft], is_parallel: bool, *, is_record: bool) -> datetime | None:
    """Return when what follows a session begins; nothing where nothing does."""
    start = draft.start
    if start is None or _kind(draft) == "social":
        return None
    later = sorted((one for one in held if _begin(one) > start and one.part_of != draft.title), key=_begin)
    if draft.part_of is not None:
        if any(one.title == draft.part_of and one.end is not None for one in held):
            return None  # in its turn, until the end of its session
        later = [one for one in later if one.part_of == draft.part_of or _is_for_all(one)]
    if _is_for_all(draft) and (resumed := _resumed(draft, held)) is not None:
        return resumed
    alone = not _at_once(draft, held)
    goes_on = alone and (_all_go_on(draft, is_parallel) or bool(later) and _all_come(draft, later))
    goes_on = goes_on and (not is_record or _is_for_all(draft))
    told = sum(one.room is not None for one in held) > len(held) // 2
    after = next(
        (one for one in later if goes_on or _is_for_all(one) or _same_room(draft, one) or told and one.room is None),
        None,
    )
    if after is None or after.start is None:
        return None
    longest = LONGEST_BEFORE_EVENING if _kind(after) == "social" else LONGEST
    return after.start if after.start - start <= longest else None


def _resumed(draft: Draft, held: Sequence[Draft]) -> datetime | None:
    """Return when the talks of the sessions that a break interrupts go on; nothing where it interrupts none."""
    start = _begin(draft)
    around = [one for one in held if one.start is not None and one.end is not None and one.start < start < one.end]
    inside = {one.title for one in around}
    later = [_begin(one) for one in held if one.part_of in inside and _begin(one) > start]
    return min(later, default=None)


def _at_once(draft: Draft, held: Sequence[Draft]) -> bool:
    """Return whether something else is held while a session begins, in another room."""
    start = draft.start
    return start is not None and any(
        one is not draft
        and one.start is not None
        and one.room != draft.room
        and one.title != draft.part_of
        and one.part_of != draft.title
        and (one.start == start or one.end is not None and one.start < start < one.end)
        for one in held
    )


def _begin(draft: Draft) -> datetime:
    return draft.start if draft.start is not None else datetime.min.replace(tzinfo=UTC)


def _kind(draft: Draft) -> str:
    return kind_of(draft.format_name, draft.title, bool(draft.speakers))


def _is_for_all(draft: Draft) -> bool:
    return _kind(draft) in ("break", "social") or CLOSE.match(draft.title) is not None


def _all_go_on(draft: Draft, is_parallel: bool) -> bool:
    """Return whether everybody goes on to what comes next, wherever it is held."""
    return not is_parallel or _is_for_all(draft)


def _all_come(draft: Draft, later: Sequence[Draft]) -> bool:
    """Return whether everybody moves on together: several sessions begin next, or nothing more is held in this room."""
    following = {one.room for one in later if one.start == later[0].start}
    return len(following) > 1 or all(one.room != draft.room for one in later)


def _same_room(draft: Draft, other: Draft) -> bool:
    return draft.room == other.room
