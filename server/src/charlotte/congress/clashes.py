"""Which sessions a decision would put into a room that is taken: those that did not meet before it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from charlotte.congress.model import Session
from charlotte.congress.programme import Programme


@dataclass(frozen=True)
class Clash:
    """Two sessions that would be in one room at once."""

    moved: Session
    other: Session
    until: datetime
    """When the other is over: as published, or else assumed."""


def new_clashes(before: Programme, after: Programme, wholes: Mapping[str, str]) -> tuple[Clash, ...]:
    """Return what each session that changed would meet in its room, in order of time.

    `wholes` gives the session of each talk inside of one, by id: the two meet by right. So do those that met before,
    which is how posters hang in one hall, and two rows of one session.
    """
    changed = {session.id: session for session in after.sessions if session != before.by_id.get(session.id)}
    found: dict[str, Clash] = {}
    for session in changed.values():
        was = before.by_id.get(session.id)
        for other in after.by_room.get(session.room or "", ()) if session.happens else ():
            until = before.end(other)  # one without an end is not over because this one comes
            if other.id in changed or until is None or _belong(session, other, wholes):
                continue
            met = was is not None and _meet(was, before.end(was), other, until)
            if _meet(session, after.end(session), other, until) and not met:
                found.setdefault(other.id, Clash(session, other, until))
    return tuple(sorted(found.values(), key=lambda clash: (clash.until, clash.other.id)))


def _meet(one: Session, end: datetime | None, other: Session, until: datetime) -> bool:
    """Return whether both are in one room at some moment."""
    if not (one.happens and other.happens) or one.room != other.room:
        return False
    if one.start is None or other.start is None or end is None:
        return False
    return one.start < until and other.start < end


def _belong(one: Session, other: Session, wholes: Mapping[str, str]) -> bool:
    return (
        other.id in _above(one, wholes)
        or one.id in _above(other, wholes)
        or bool({one.id, other.id} & {one.same_as, other.same_as})
    )


def _above(session: Session, wholes: Mapping[str, str]) -> list[str]:
    path = [session.id]
    while path[-1] in wholes and wholes[path[-1]] not in path:
        path.append(wholes[path[-1]])
    return path[1:]
