"""What time it is at a congress: the real time, or, for the demo, a moment at which something is on."""

from datetime import UTC, datetime, timedelta

from charlotte.clock import Clock, MovedClock
from charlotte.congress.programme import Programme
from charlotte.errors import BadInput

INTO_SESSION = timedelta(minutes=10)
"""How far the demo's clock is into a session where it cannot show the time of day."""


def read_moment(text: str, programme: Programme) -> datetime:
    """Return an ISO 8601 moment; without an offset it is local to the congress. Raises `BadInput`."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BadInput(f"{text!r} is not a moment.", hint="Write it like 2026-03-14T10:30 or 2026-03-14.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=programme.congress.zone)


def demo_start(programme: Programme, now: datetime) -> datetime | None:
    """Return a moment inside the congress, None when `now` is inside already or nothing is scheduled.

    It is the same time of day as `now` on the first day when something is on then and something comes next, or else
    the nearest moment of that day, a few minutes into a session, when that is so.
    """
    starts = sorted(session.start for session in programme.happening if session.start is not None)
    if not starts:
        return None
    day_of = programme.congress.day_of
    first_day, last_day = day_of(starts[0]), day_of(starts[-1])
    if first_day <= day_of(now) <= last_day:
        return None
    local = now.astimezone(programme.congress.zone)
    opens = starts[0].astimezone(programme.congress.zone)
    same_time = opens.replace(hour=local.hour, minute=local.minute, second=0, microsecond=0)
    moments = [same_time, *(start + INTO_SESSION for start in starts if day_of(start) == first_day)]
    alive = [moment for moment in moments if programme.on_at(moment) and programme.next_after(moment)]
    return min(alive, key=lambda moment: abs(moment - same_time)) if alive else opens + INTO_SESSION


class EventClocks:
    """The clock of each congress; a clock once chosen runs on."""

    def __init__(self, clock: Clock, *, starts_at: str | None = None, demo_event: str | None = None) -> None:
        self._clock = clock
        self._starts_at = starts_at
        self._demo_event = demo_event
        self._clocks: dict[str, Clock] = {}

    def of(self, programme: Programme) -> Clock:
        """Return the clock of a congress."""
        event_id = programme.congress.id
        if event_id not in self._clocks:
            self._clocks[event_id] = self._choose(programme)
        return self._clocks[event_id]

    def hold(self, event_id: str, clock: Clock) -> None:
        """Use this clock for a congress from now on."""
        self._clocks[event_id] = clock

    def is_moved(self, programme: Programme) -> bool:
        """Tell whether the congress's clock differs from the time of day."""
        return isinstance(self.of(programme), MovedClock)

    def _choose(self, programme: Programme) -> Clock:
        start = None
        if self._starts_at is not None:
            start = read_moment(self._starts_at, programme)
        elif programme.congress.id == self._demo_event:
            start = demo_start(programme, self._clock.now())
        return MovedClock(start.astimezone(UTC), self._clock) if start else self._clock
