"""What has moved or was cancelled, in words for whoever answers from the programme."""

from collections.abc import Iterator
from datetime import datetime

from charlotte.congress.model import Session
from charlotte.congress.programme import Programme

MOST = 30
"""Of a programme; what a conversation is told must stay short, and the tools know the rest."""


def changes_in(programme: Programme) -> tuple[str, ...]:
    """Return a line for each session that is not when or where it was announced, in order of time."""
    changed = [session for session in programme.sessions if session.status in ("moved", "cancelled")]
    changed.sort(key=lambda session: session.start.timestamp() if session.start else 0.0)
    return tuple(_lines(changed[:MOST]))


def _lines(sessions: list[Session]) -> Iterator[str]:
    for session in sessions:
        title = session.title[:120]
        if session.status == "cancelled":
            yield f"{title}: cancelled; it was announced for {_slot(session.start, session.room)}"
            continue
        before = (session.previous_start, session.previous_room)
        was = f", before {_slot(*before)}" if any(before) else ""
        yield f"{title}: moved, now {_slot(session.start, session.room)}{was}"


def _slot(start: datetime | None, room: str | None) -> str:
    return ", ".join(filter(None, (f"{start:%Y-%m-%d %H:%M}" if start else None, room))) or "no time"
