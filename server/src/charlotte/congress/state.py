"""A whole programme as bytes, so that it can be put back exactly as it was."""

import zlib
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from charlotte.congress.model import Congress, Room, Session, Track


@dataclass(frozen=True)
class State:
    """A congress, its rooms and sessions."""

    congress: Congress
    rooms: tuple[Room, ...]
    sessions: tuple[Session, ...]
    tracks: tuple[Track, ...] = ()


_ADAPTER = TypeAdapter(State)


def packed_state(state: State) -> bytes:
    """Return a state as compressed JSON."""
    return zlib.compress(_ADAPTER.dump_json(state), 6)


def unpacked_state(stored: bytes) -> State:
    """Return a state; its times are in the event's zone again."""
    state = _ADAPTER.validate_json(zlib.decompress(stored))
    zone = state.congress.zone

    def local(moment: datetime | None) -> datetime | None:
        return moment.astimezone(zone) if moment else None

    sessions = tuple(
        Session(**{**vars(s), "start": local(s.start), "end": local(s.end), "previous_start": local(s.previous_start)})
        for s in state.sessions
    )
    return State(state.congress, state.rooms, sessions, state.tracks)
