"""What staff decided about a session: it holds over what every import says, until it is taken back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from charlotte.congress.model import Session

Decision = Literal["moved", "cancelled", "held"]
"""`held`: it takes place as the programme says, whatever the programme says of a cancellation."""


@dataclass(frozen=True)
class Override:
    """A decision about one session; None = as in the programme."""

    decision: Decision
    start: datetime | None = None
    end: datetime | None = None
    room: str | None = None

    def over(self, session: Session) -> Session:
        """Return the session as staff decided."""
        if self.decision == "cancelled":
            return replace(session, status="cancelled")
        if self.decision == "held":
            status = session.status if session.status in ("moved", "duplicate") else "scheduled"
            return replace(session, status=status if session.start else "unscheduled")
        start = self.start or session.start
        end = self.end or _kept_length(session, start)
        room = self.room or session.room
        if (start, room) == (session.start, session.room):
            return replace(session, end=end)
        # What was published first is what an attendee remembers.
        was = session if session.status != "moved" else None
        return replace(
            session,
            start=start,
            end=end,
            room=room,
            status="moved",
            previous_start=was.start if was else session.previous_start or session.start,
            previous_room=was.room if was else session.previous_room or session.room,
        )

    def as_json(self) -> dict[str, Any]:
        """Return the decision as JSON-ready data."""
        return {
            "decision": self.decision,
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "room": self.room,
        }


def read_override(stored: Mapping[str, Any]) -> Override:
    """Return a decision from stored data."""
    start, end = stored.get("start"), stored.get("end")
    return Override(
        decision=stored["decision"],
        start=datetime.fromisoformat(start) if start else None,
        end=datetime.fromisoformat(end) if end else None,
        room=stored.get("room"),
    )


def _kept_length(session: Session, start: datetime | None) -> datetime | None:
    if session.start is None or session.end is None or start is None:
        return session.end if start == session.start else None
    return start + (session.end - session.start)
