"""Several files that each hold a part of one programme: a site's export, and a calendar of what is in the evening."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from charlotte.congress.importers.files.packing import packed
from charlotte.congress.importers.programme_read import Reading
from charlotte.congress.model import Agenda, Session
from charlotte.congress.search.folding import folded

SAME = 0.2
"""From this share of sessions on that another file tells too, both tell the same programme."""
PLACED = 0.6
"""So many of the sessions in a table must have a place or people, to stand beside a programme."""
NEAR = timedelta(days=2)


def tells_the_same(one: Agenda, other: Agenda) -> bool:
    """Return whether two files tell of the same sessions, by title, or by time and room."""
    titled = {_titled(session) for session in one.sessions}
    placed = {_placed(session) for session in one.sessions if session.room}
    again = [session for session in other.sessions if _titled(session) in titled or _placed(session) in placed]
    return len(again) >= SAME * len(other.sessions)


def contradicted(main: Agenda, other: Agenda) -> str | None:
    """Return the title of a session that another file tells elsewhere, at another time, or that only it tells."""
    placed: dict[tuple[str, tuple[str, ...]], set[tuple[object, str]]] = {}
    for session in main.sessions:
        placed.setdefault((session.id, _titled(session)), set()).add(_placed(session))
    for session in other.sessions:
        told = placed.get((session.id, _titled(session)), set())
        at = _placed(session)
        if at not in told and not (not at[1] and at[0] in {start for start, _ in told}):
            return session.title
    return None


def without_told(other: Agenda, main: Agenda) -> Agenda:
    """Return an agenda without the sessions that the main one tells too: by title and time, or by time and room."""
    told = {(_titled(session), session.start) for session in main.sessions}
    placed = {_placed(session) for session in main.sessions if session.room}
    own = (one for one in other.sessions if (_titled(one), one.start) not in told and _placed(one) not in placed)
    return replace(other, sessions=tuple(own))


def may_stand_beside(table: Agenda, programme: Agenda) -> bool:
    """Return whether what a table of unknown shape holds are more sessions of a programme's days."""
    starts = [session.start for session in programme.sessions if session.start is not None]
    own = [session for session in table.sessions if session.start is not None]
    if not starts or not own:
        return False
    first, last = min(starts) - NEAR, max(starts) + NEAR
    placed = sum(1 for session in own if session.room or session.people)
    return placed >= PLACED * len(table.sessions) and all(
        first <= session.start <= last for session in own if session.start
    )


def joined(main: Reading, others: Sequence[Reading]) -> Reading:
    """Return one reading of several that tell different sessions of one congress; the first one is the congress'."""
    if not others:
        return main
    every = (main, *others)
    taken: set[str] = set()
    sessions = tuple(_with_own_id(one, taken) for reading in every for one in reading.agenda.sessions)
    rooms = {room.name.casefold(): room for reading in reversed(every) for room in reading.agenda.rooms}
    agenda = replace(
        main.agenda,
        sessions=sessions,
        rooms=tuple(rooms.values()),
        tracks=tuple(track for reading in every for track in reading.agenda.tracks),
        warnings=tuple(warning for reading in every for warning in reading.agenda.warnings),
    )
    mapped = next((reading for reading in every if reading.mapping is not None), main)
    return replace(
        main,
        agenda=agenda,
        document=packed([reading.document for reading in every]),
        mapping=mapped.mapping,
        files=tuple(name for reading in every for name in reading.files),
        tables=mapped.tables,
    )


def _with_own_id(session: Session, taken: set[str]) -> Session:
    name, number = session.id, 2
    while name in taken:
        name, number = f"{session.id}#{number}", number + 1
    taken.add(name)
    return replace(session, id=name) if name != session.id else session


def _titled(session: Session) -> tuple[str, ...]:
    return folded(session.title)


def _placed(session: Session) -> tuple[object, str]:
    return session.start, (session.room or "").casefold()
