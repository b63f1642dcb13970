"""What rows and files say about the same session, compared: once where they agree, both and a warning where not."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.wording import BREAK_TITLES, is_cancelled, plain, without_mark
from charlotte.congress.model import RowWarning

Slot = tuple[datetime | None, str | None]


def agreed(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield every session once; one that is listed at different times stays in both places, and staff are told."""
    rooms: dict[str, str] = {}
    held: dict[tuple[str, datetime | None, str], Draft] = {}
    listed: dict[tuple[str, frozenset[str]], tuple[Draft, Slot]] = {}
    for draft in drafts:
        draft = _with_known_room(draft, rooms)
        title = " ".join(without_mark(plain(draft.title)).casefold().split())
        slot = (title, draft.start, draft.room or "")
        names = frozenset(plain(person.name).casefold() for person in draft.speakers)
        earlier = held.get(slot)
        if earlier is not None and draft.start is not None and _is_same(earlier, draft):
            message = f"{draft.title!r} is listed in {earlier.row} too and was read once."
            values = {"title": draft.title, "place": earlier.row}
            yield _nothing_but(draft, RowWarning(draft.row, "repeated_row", message, values))
            continue
        held.setdefault(slot, draft)
        first = listed.setdefault((title, names), (draft, (draft.start, draft.room)))
        if first[0] is not draft and first[1] != (draft.start, draft.room) and _is_telling(draft):
            here = _said((draft.start, draft.room))
            message = f"{draft.title!r} is listed at {_said(first[1])} in {first[0].row} and at {here}."
            values = {
                "title": draft.title,
                "place": first[0].row,
                "first": _slot_told(first[1]),
                "again": _slot_told((draft.start, draft.room)),
            }
            draft = replace(draft, warnings=(*draft.warnings, RowWarning(draft.row, "listed_twice", message, values)))
        yield draft


def _with_known_room(draft: Draft, rooms: dict[str, str]) -> Draft:
    """Return a draft whose room is spelt as at its first mention."""
    if not draft.room:
        return draft
    key = "".join(letter for letter in plain(draft.room).casefold() if letter.isalnum())
    return replace(draft, room=rooms.setdefault(key, plain(draft.room))) if key else draft


def _is_same(earlier: Draft, draft: Draft) -> bool:
    """Return whether two rows of one slot are one session: neither names people or an id that the other denies."""
    names = [{plain(person.name).casefold() for person in one.speakers} for one in (earlier, draft)]
    return not all(names) or bool(names[0] & names[1])


def _is_telling(draft: Draft) -> bool:
    return (
        not draft.cancelled
        and not is_cancelled(draft.title)
        and not BREAK_TITLES.search(draft.title)
        and (bool(draft.speakers) or len(draft.title) > 12)
    )


def _nothing_but(draft: Draft, warning: RowWarning) -> Draft:
    return replace(draft, repeated=True, warnings=(warning,))


def _slot_told(slot: Slot) -> str:
    """Return when and where, in no language."""
    start, room = slot
    return " · ".join(filter(None, (f"{start:%Y-%m-%d %H:%M}" if start else None, room))) or "–"


def _said(slot: Slot) -> str:
    start, room = slot
    return f"{start:%Y-%m-%d %H:%M}, {room or 'no room'}" if start else "no time"
