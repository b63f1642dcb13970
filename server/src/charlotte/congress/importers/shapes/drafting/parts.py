"""The talks of a session, each in its turn: they follow one another where nothing says when each begins or ends."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.shapes.drafting.held_inside import is_break
from charlotte.congress.importers.wording import plain, without_mark

Key = tuple[str, date, str | None]


def in_turn(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts, those that are parts of another with a time of their own."""
    found = list(_without_themselves(list(drafts)))
    holders = {key: one for one in found if one.part_of is None and (key := _key(one, one.title)) is not None}
    inside: dict[Key, list[int]] = defaultdict(list)
    for at, one in enumerate(found):
        if one.part_of is not None and (key := _key(one, one.part_of)) in holders and key is not None:
            inside[key].append(at)
    pauses = [one.start for one in found if one.start is not None and one.part_of is None and is_break(one)]
    for key, places in inside.items():
        told = _times(holders[key], [found[at] for at in places], pauses)
        for at, (start, end) in zip(places, told, strict=True):
            found[at] = replace(found[at], start=start, end=end)
    yield from found


def _without_themselves(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts without talks that are their session once more, whose people are the session's."""
    held = {_key(one, _bare(one.title)) for one in drafts if one.part_of is None}
    own: dict[Key, Draft] = {}
    for one in drafts:
        key = _key(one, _bare(one.title))
        if one.part_of is not None and _bare(one.part_of) == _bare(one.title) and key is not None and key in held:
            own[key] = one
    for one in drafts:
        key = _key(one, _bare(one.title))
        if key is not None and own.get(key) is one:
            continue
        itself = own.get(key) if key is not None and one.part_of is None else None
        yield replace(one, speakers=one.speakers or itself.speakers) if itself is not None else one


def _bare(title: str) -> str:
    return without_mark(plain(title))


def _key(draft: Draft, title: str) -> Key | None:
    return (title, draft.start.date(), draft.room) if draft.start is not None else None


def _times(
    holder: Draft, parts: list[Draft], pauses: Sequence[datetime]
) -> list[tuple[datetime | None, datetime | None]]:
    told = [(part.start, part.end) for part in parts]
    if holder.start is None or holder.end is None:
        return told
    lengths = [end - start for start, end in told if start is not None and end is not None]
    together = all(start == holder.start for start, _ in told) and len(lengths) == len(parts) > 1
    if together and sum(lengths, timedelta()) <= holder.end - holder.start:
        begins = holder.start
        placed: list[tuple[datetime | None, datetime | None]] = []
        for length in lengths:
            placed.append((begins, begins + length))
            begins += length
        return placed
    within = (pause for pause in pauses if holder.start < pause < holder.end)
    starts = sorted({*(start for start, _ in told if start is not None), *within})
    return [
        (start, end or next((later for later in starts if start is not None and later > start), holder.end))
        for start, end in told
    ]
