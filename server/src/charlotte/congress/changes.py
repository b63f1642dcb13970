"""What an import changes: the new programme compared with the one that was there."""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from charlotte.congress.model import Session

LONG = 4
"""Letters of a word that tells something of a title."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Change:
    """One session before and after, as far as an attendee would notice."""

    id: str
    title: str
    start: datetime | None
    room: str | None
    previous_start: datetime | None = None
    previous_room: str | None = None
    previous_title: str | None = None
    """Where it only has another title now."""


@dataclass(frozen=True)
class Changes:
    """Everything that one import changes."""

    added: tuple[Change, ...] = ()
    removed: tuple[Change, ...] = ()
    moved: tuple[Change, ...] = ()
    cancelled: tuple[Change, ...] = ()
    renamed: tuple[Change, ...] = ()
    """Another title; time and room as before."""
    edited: tuple[Change, ...] = ()
    """Other words, speakers or track; title, time and room as before."""
    kept: tuple[Change, ...] = ()
    """What staff decided and the new programme says otherwise: staff's word holds."""

    def __bool__(self) -> bool:
        """Whether anything changes."""
        return any((self.added, self.removed, self.moved, self.cancelled, self.renamed, self.edited))

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
    kinds = ("added", "removed", "moved", "cancelled", "renamed", "edited")
    found: dict[str, list[Change]] = {kind: [] for kind in kinds}
    merged = []
    for session in new:
        earlier = partners.get(session.id)
        stored, kind = _compared(earlier, session)
        merged.append(stored)
        if kind is not None:
            title = earlier.title if earlier is not None and kind == "renamed" else None
            found[kind].append(replace(change_of(stored), previous_title=title))
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
    """Return each new session's earlier self: by id, and where ids changed, by what no other session shares.

    That is title and speakers, then time, room and speakers, where it only has another title.
    """
    partners = {session.id: old[session.id] for session in new if session.id in old}
    for identity in (_told, _held):
        taken = {earlier.id for earlier in partners.values()}
        left_old = _unmistakable((one for one in old.values() if one.id not in taken), identity)
        left_new = _unmistakable((one for one in new if one.id not in partners), identity)
        for key, session in left_new.items():
            if key in left_old and (identity is _told or _may_be_renamed(left_old[key], session)):
                partners[session.id] = left_old[key]
    return partners


def _unmistakable(sessions: Iterable[Session], identity: Callable[[Session], Hashable]) -> dict[Hashable, Session]:
    found: dict[Hashable, list[Session]] = {}
    for session in sessions:
        found.setdefault(identity(session), []).append(session)
    return {key: rows[0] for key, rows in found.items() if len(rows) == 1}


def _told(session: Session) -> Hashable:
    return session.title.casefold(), _speakers(session)


def _held(session: Session) -> Hashable:
    return session.start, session.end, session.room, _speakers(session)


def _speakers(session: Session) -> tuple[str, ...]:
    return tuple(sorted(person.name.casefold() for person in session.speakers))


def _may_be_renamed(before: Session, after: Session) -> bool:
    """Return whether a session in the place of another is that one; without speakers a word of the title tells."""
    if before.start is None or before.status in ("cancelled", "removed") or after.status == "cancelled":
        return False
    return bool(before.speakers) or bool(_words(before.title) & _words(after.title))


def _words(title: str) -> set[str]:
    return {word for word in _WORD.findall(title.casefold()) if len(word) >= LONG}


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
    if before.title.casefold() != after.title.casefold():
        return "renamed"
    return None if replace(before, id=after.id) == after else "edited"


def change_of(session: Session) -> Change:
    """Return a session as an attendee would notice it."""
    return Change(session.id, session.title, session.start, session.room, session.previous_start, session.previous_room)
