"""What a question supposes of a session and wants to be told right or wrong: its day, time, room and language."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from charlotte.congress.days import parse_day
from charlotte.tools.results import SessionCard

HALF_A_DAY = timedelta(hours=12)


@dataclass(frozen=True)
class Claim:
    """What is supposed, as the tools take it; what is not said is not supposed."""

    day: str | None = None
    time: str | None = None
    room: str | None = None
    language: str | None = None
    """ISO 639-1 of what is spoken."""

    def holds(self, session: SessionCard, today: date) -> bool:
        """Return whether it is so; a time on the other half of the dial is the same."""
        if self.language is not None:
            return session.language == self.language
        if session.start is None or session.day is None:
            return False
        if self.day is not None and parse_day(self.day, today, [session.day]) != session.day:
            return False
        return self._is_then(session.start) and self.room in (None, session.room)

    def _is_then(self, start: datetime) -> bool:
        if self.time is None or self.time.startswith("in "):
            return True
        hour, minute = map(int, self.time.split(":"))
        return timedelta(hours=start.hour - hour, minutes=start.minute - minute) in (
            timedelta(),
            HALF_A_DAY,
            -HALF_A_DAY,
        )
