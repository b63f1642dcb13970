"""Parts of sessions share the room, the track and the cancellation of the whole that holds them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.wording import is_cancelled, plain, without_mark


def placed_by_wholes(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts in their order, wherever in the file a part's whole stands."""
    held = list(drafts)
    wholes: dict[str, list[Draft]] = {}
    for one in held:
        if one.start is not None and not one.repeated:
            wholes.setdefault(plain(one.title), []).append(one)
    for one in held:
        whole = _whole_of(one, wholes.get(plain(one.part_of), ())) if one.part_of else None
        yield _held(one, whole) if whole is not None else one


def _held(part: Draft, whole: Draft) -> Draft:
    part = replace(part, room=part.room or whole.room, track=part.track or whole.track)
    if whole.cancelled or is_cancelled(whole.title):
        return replace(part, cancelled=True, part_of=without_mark(plain(whole.title)))
    return part


def _whole_of(part: Draft, named: Iterable[Draft]) -> Draft | None:
    """Return the one of that title that is on when its part begins: of several rooms at once none is sure."""
    found = [
        one
        for one in named
        if one is not part
        and part.start is not None
        and one.start is not None
        and one.start <= part.start
        and (part.start < one.end if one.end is not None else part.start.date() == one.start.date())
    ]
    of_room = [one for one in found if part.room in (None, one.room)]
    return of_room[0] if len({one.room for one in of_room}) == 1 else None
