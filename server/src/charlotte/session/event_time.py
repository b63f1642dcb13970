"""What time it is at a congress: the real time, or, for the demo, a moment at which something is on."""

from datetime import UTC, datetime, timedelta

from charlotte.clock import Clock, MovedClock
from charlotte.congress.programme import Programme
from charlotte.errors import BadInput


def read_moment(text: str, programme: Programme) -> datetime:
    """Return an ISO 8601 moment; without an offset it is local to the congress. Raises `BadInput`."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BadInput(f"{text!r} is not a moment.", hint="Write it like 2026-03-14T10:30 or 2026-03-14.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=programme.congress.zone)


def demo_start(programme: Programme, now: datetime) -> datetime | None:
    """Return a moment inside the congress, None when `now` is inside already or nothing is scheduled.

    It is the same time of day as `now` on the first day, or else a while after that day's beginning; a break is
    passed over, so that something is on and something comes next.
    """
    starts = [session.start for session in programme.happening if session.start is not None]
    if not starts:
        return None
    zone = programme.congress.zone
    first_day, last_day = programme.congress.day_of(min(starts)), programme.congress.day_of(max(starts))
    if first_day <= programme.congress.day_of(now) <= last_day:
        return None
    day = [session for session in programme.on_day(first_day) if session.start]
    opens = min(session.start for session in day if session.start)
    closes = max(end for session in day if (end := programme.end(session)))
    local = now.astimezone(zone)
    same_time = opens.astimezone(zone).replace(hour=local.hour, minute=local.minute, second=0, microsecond=0)
    moment = min(opens + timedelta(minutes=75), opens + (closes - opens) / 2)
    if opens + timedelta(minutes=30) <= same_time <= closes - timedelta(hours=1):
        moment = same_time
    coming = programme.next_after(moment)
    return coming[0].start if coming and not programme.on_at(moment) else moment


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
