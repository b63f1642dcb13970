"""What rows and files say about the same session, compared: once where they agree, both and a warning where not."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.wording import BREAK_TITLES, is_cancelled, plain, without_mark
from charlotte.congress.model import RowWarning

Slot = tuple[datetime | None, str | None]


def agreed(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield every session once, with what any row tells of it.

    One that is listed at different times stays in both places, and staff are told; where a row says nothing of its
    time, it is the session that others place.
    """
    rooms: dict[str, str] = {}
    found = [_with_known_room(draft, rooms) for draft in drafts]
    held: dict[str, list[int]] = {}
    listed: dict[tuple[str, frozenset[str]], tuple[Draft, Slot]] = {}
    for at in sorted(range(len(found)), key=lambda place: found[place].start is None):
        draft = found[at]
        if draft.repeated:
            continue  # another row stands for it already
        title = " ".join(without_mark(plain(draft.title)).casefold().split())
        same = [other for other in held.get(title, ()) if _is_same(found[other], draft)]
        if same and (draft.start is not None or len(same) == 1 and _is_telling(draft)):
            first = found[same[0]]
            message = f"{draft.title!r} is listed in {first.row} too and was read once."
            values = {"title": draft.title, "place": first.row}
            found[at] = _nothing_but(draft, RowWarning(draft.row, "repeated_row", message, values))
            found[same[0]] = _completed(first, draft)
            continue
        held.setdefault(title, []).append(at)
        found[at] = _listed(draft, title, listed)
    yield from found


def _listed(draft: Draft, title: str, listed: dict[tuple[str, frozenset[str]], tuple[Draft, Slot]]) -> Draft:
    """Return a draft with a warning where its session was listed at another time or in another room."""
    names = frozenset(plain(person.name).casefold() for person in draft.speakers)
    first, slot = listed.setdefault((title, names), (draft, (draft.start, draft.room)))
    if first is draft or slot == (draft.start, draft.room) or not _is_telling(draft):
        return draft
    here = _said((draft.start, draft.room))
    message = f"{draft.title!r} is listed at {_said(slot)} in {first.row} and at {here}."
    values = {
        "title": draft.title,
        "place": first.row,
        "first": _slot_told(slot),
        "again": _slot_told((draft.start, draft.room)),
    }
    return replace(draft, warnings=(*draft.warnings, RowWarning(draft.row, "listed_twice", message, values)))


def _completed(draft: Draft, other: Draft) -> Draft:
    """Return a draft with what only another row of the same session tells."""
    return replace(
        draft,
        end=draft.end or (other.end if other.start == draft.start else None),
        room=draft.room or other.room,
        track=draft.track or other.track,
        format_name=draft.format_name or other.format_name,
        language=draft.language or other.language,
        subtitle=draft.subtitle or other.subtitle,
        abstract=draft.abstract or other.abstract,
        speakers=draft.speakers or other.speakers,
        chairs=draft.chairs or other.chairs,
        url=draft.url or other.url,
        cancelled=draft.cancelled or other.cancelled,
    )


def _with_known_room(draft: Draft, rooms: dict[str, str]) -> Draft:
    """Return a draft whose room is spelt as at its first mention."""
    if not draft.room:
        return draft
    key = "".join(letter for letter in plain(draft.room).casefold() if letter.isalnum())
    return replace(draft, room=rooms.setdefault(key, plain(draft.room))) if key else draft


def _is_same(earlier: Draft, draft: Draft) -> bool:
    """Return whether two rows of one title are one session: neither denies the other's time, room or people."""
    if draft.start not in (None, earlier.start) or earlier.start is None:
        return False
    if draft.room and earlier.room and draft.room != earlier.room or draft.part_of != earlier.part_of:
        return False
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
