"""What an import changes: the new programme compared with the one that was there."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from charlotte.congress.model import Session


@dataclass(frozen=True)
class Change:
    """One session before and after, as far as an attendee would notice."""

    id: str
    title: str
    start: datetime | None
    room: str | None
    previous_start: datetime | None = None
    previous_room: str | None = None


@dataclass(frozen=True)
class Changes:
    """Everything that one import changes."""

    added: tuple[Change, ...] = ()
    removed: tuple[Change, ...] = ()
    moved: tuple[Change, ...] = ()
    cancelled: tuple[Change, ...] = ()
    edited: tuple[Change, ...] = ()
    """Other words, speakers or track; time and room as before."""
    kept: tuple[Change, ...] = ()
    """What staff decided and the new programme says otherwise: staff's word holds."""

    def __bool__(self) -> bool:
        """Whether anything changes."""
        return any((self.added, self.removed, self.moved, self.cancelled, self.edited))

    def counts(self) -> dict[str, int]:
        """Return how many there are of each kind."""
        return {kind: len(changes) for kind, changes in vars(self).items()}

    def as_json(self) -> dict[str, Any]:
        """Return the changes as JSON-ready data."""
        return {
            kind: [
                {key: value.isoformat() if isinstance(value, datetime) else value for key, value in change.items()}
                for change in changes
            ]
            for kind, changes in asdict(self).items()
        }


def merge(
    before: Iterable[Session], after: Iterable[Session], *, is_again: bool = False
) -> tuple[tuple[Session, ...], Changes]:
    """Return the sessions to store and what changed.

    A session that is missing from the new file is kept as `removed`, because a gap in an export is not yet a
    cancellation; missing from a second file too, it is cancelled (`is_again`: it is the same file once more). A moved
    one keeps what the earlier import said, until it moves back.
    """
    old = {session.id: session for session in before}
    new = tuple(after)
    partners = _partners(old, new)
    found: dict[str, list[Change]] = {kind: [] for kind in ("added", "removed", "moved", "cancelled", "edited")}
    merged = []
    for session in new:
        stored, kind = _compared(partners.get(session.id), session)
        merged.append(stored)
        if kind is not None:
            found[kind].append(change_of(stored))
    continued = {partner.id for partner in partners.values()}
    for session in old.values():
        if session.id in continued:
            continue
        if session.status == "cancelled" or session.status == "removed" and not is_again:
            merged.append(replace(session, status="cancelled"))
            if session.status != "cancelled":
                found["cancelled"].append(change_of(session))
            continue
        merged.append(replace(session, status="removed"))
        if session.status != "removed":
            found["removed"].append(change_of(session))
    return tuple(merged), Changes(**{kind: tuple(changes) for kind, changes in found.items()})


def continued(before: Iterable[Session], after: Iterable[Session]) -> Mapping[str, str]:
    """Return the new id of each session whose id changed."""
    partners = _partners({session.id: session for session in before}, tuple(after))
    return {earlier.id: new for new, earlier in partners.items() if earlier.id != new}


def _partners(old: Mapping[str, Session], new: tuple[Session, ...]) -> dict[str, Session]:
    """Return each new session's earlier self: by id, and where ids changed, by an unmistakable title and speakers."""
    partners = {session.id: old[session.id] for session in new if session.id in old}
    left_old = _unmistakable(session for session in old.values() if session.id not in partners)
    left_new = _unmistakable(session for session in new if session.id not in partners)
    for identity, session in left_new.items():
        if identity in left_old:
            partners[session.id] = left_old[identity]
    return partners


def _unmistakable(sessions: Iterable[Session]) -> dict[tuple[str, tuple[str, ...]], Session]:
    found: dict[tuple[str, tuple[str, ...]], list[Session]] = {}
    for session in sessions:
        names = tuple(sorted(person.name.casefold() for person in session.speakers))
        found.setdefault((session.title.casefold(), names), []).append(session)
    return {identity: rows[0] for identity, rows in found.items() if len(rows) == 1}


def _compared(before: Session | None, after: Session) -> tuple[Session, str | None]:
    if before is None:
        return after, "added"
    if after.status == "cancelled":
        return after, None if before.status == "cancelled" else "cancelled"
    if before.status == "removed":
        return after, "added"
    if after.status != "scheduled" or before.start is None:
        return after, "moved" if (before.start, before.room) != (after.start, after.room) else _edited(before, after)
    if (before.start, before.room) != (after.start, after.room):
        origin = (before.previous_start, before.previous_room) if before.status == "moved" else (None, None)
        if origin == (after.start, after.room):
            return after, "moved"
        moved = replace(after, status="moved", previous_start=before.start, previous_room=before.room)
        return moved, "moved"
    if before.status == "moved":
        after = replace(after, status="moved", previous_start=before.previous_start, previous_room=before.previous_room)
    return after, _edited(before, after)


def _edited(before: Session, after: Session) -> str | None:
    return None if replace(before, id=after.id) == after else "edited"


def change_of(session: Session) -> Change:
    """Return a session as an attendee would notice it."""
    return Change(session.id, session.title, session.start, session.room, session.previous_start, session.previous_room)
