"""Talks inside of a session go where it goes: a decision about the session is one about each of them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from charlotte.congress.model import Session
from charlotte.congress.overrides import Override


def wholes_of(sessions: Sequence[Session]) -> Mapping[str, str]:
    """Return the id of the session that each talk is a part of, of the programme as imports tell it.

    A part bears the title of its session below its own and begins within it, on its day; of several sessions of that
    title, the one in the same room. A part without a time belongs to the only session of that title in its room.
    """
    titled: dict[str, list[Session]] = {}
    for session in sessions:
        titled.setdefault(session.title, []).append(session)
    found = {}
    for part in sessions:
        named = [one for one in titled.get(part.subtitle or "", ()) if one.id != part.id and _holds(one, part)]
        beside = [one for one in named if one.room == part.room]
        sure = beside or named
        if len(sure) == 1 and sure[0].subtitle != part.title:
            found[part.id] = sure[0].id
    return found


def decided(sessions: Sequence[Session], overrides: Mapping[str, Override]) -> Mapping[str, Override]:
    """Return the decisions with those that follow from them: a talk with a decision of its own follows none."""
    if not overrides:
        return overrides
    by_id, wholes = {session.id: session for session in sessions}, wholes_of(sessions)
    found = dict(overrides)
    for session in sessions:
        path = [session.id]
        while path[-1] not in found and path[-1] in wholes and wholes[path[-1]] not in path:
            path.append(wholes[path[-1]])
        for whole, part in zip(path[::-1], path[-2::-1], strict=False):
            follows = _following(by_id[part], by_id[whole], found[whole]) if whole in found else None
            if follows is not None:
                found[part] = follows
    return found


def overridden(sessions: Iterable[Session], overrides: Mapping[str, Override]) -> tuple[Session, ...]:
    """Return the programme as it holds."""
    told = tuple(sessions)
    holding = decided(told, overrides)
    return tuple(holding[session.id].over(session) if session.id in holding else session for session in told)


def _holds(whole: Session, part: Session) -> bool:
    if part.start is None or whole.start is None:
        return part.room == whole.room
    if part.start.date() != whole.start.date():
        return False
    return whole.start <= part.start and (whole.end is None or part.start < whole.end)


def _following(part: Session, whole: Session, override: Override) -> Override | None:
    """Return what a decision about a session says of a talk inside of it; None = nothing."""
    if override.decision == "held":
        return override if whole.status == part.status == "cancelled" else None
    if override.decision == "cancelled":
        return override
    after = override.over(whole)
    later = after.start - whole.start if after.start and whole.start else timedelta()
    room = after.room if part.room == whole.room else part.room
    if part.start is None or (not later and room == part.room):
        return None
    return Override("moved", part.start + later, part.end + later if part.end else None, room)
