"""Calendars of one congress, one for each room: what each is called is where its events are held."""

from collections.abc import Sequence
from dataclasses import replace
from os.path import commonprefix

from charlotte.congress.importers.programme_read import Reading
from charlotte.congress.importers.wording import plain
from charlotte.congress.model import Room
from charlotte.congress.search.folding import fold

FEWEST = 2
MOSTLY = 0.9
CUT = " -–—|:·,"


def held_where_called(read: Sequence[Reading], names: Sequence[str | None]) -> list[Reading]:
    """Return the readings of calendars, with what each is called as the room of its events where none has one.

    `names` are what the calendars are called; what all of them begin with is the congress.
    """
    called = [plain(name) for name in names if name]
    if len(read) < FEWEST or len(called) < len(read) or len({*map(fold, called)}) < len(called):
        return list(read)
    if not all(map(_says_nowhere, read)):
        return list(read)
    shared = len(commonprefix(called))
    while shared and called[0][shared - 1] not in CUT:
        shared -= 1
    rooms = [name[shared:].strip(CUT) or name for name in called]
    return [_held(one, room) for one, room in zip(read, rooms, strict=True)]


def _says_nowhere(reading: Reading) -> bool:
    sessions = reading.agenda.sessions
    return sum(1 for one in sessions if one.room is None) >= MOSTLY * len(sessions)


def _held(reading: Reading, room: str) -> Reading:
    agenda = reading.agenda
    sessions = tuple(one if one.room else replace(one, room=room) for one in agenda.sessions)
    known = agenda.rooms if any(fold(one.name) == fold(room) for one in agenda.rooms) else (*agenda.rooms, Room(room))
    warnings = tuple(one for one in agenda.warnings if one.code != "no_room")
    return replace(reading, agenda=replace(agenda, sessions=sessions, rooms=known, warnings=warnings))
