"""How often somebody may ask for a registration that is not there: who guesses does not get far."""

from collections import OrderedDict, deque
from datetime import datetime, timedelta

from charlotte.clock import Clock
from charlotte.errors import CharlotteError

WITHIN = timedelta(minutes=10)
OF_A_DEVICE = 5
"""A code misheard three times and typed wrong once is still honest."""
OF_AN_EVENT = 120
"""Many devices together; against codes with a million to guess it is no way either."""
REMEMBERED = 20_000


class TooManyTries(CharlotteError):
    """Look-ups that found nothing, again and again."""

    code, status = "too_many_tries", 429


class Tries:
    """Counts look-ups that found nothing, by device and by event."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._misses: OrderedDict[tuple[str, str | None], deque[datetime]] = OrderedDict()

    def check(self, event_id: str, device: str) -> None:
        """Raise `TooManyTries` when this device, or all of the event's, have missed too often lately."""
        if self._count(event_id, device) >= OF_A_DEVICE or self._count(event_id, None) >= OF_AN_EVENT:
            raise TooManyTries("Too many look-ups found nothing.", hint="The registration desk can help.")

    def missed(self, event_id: str, device: str) -> None:
        """Count a look-up that found nothing."""
        for key, most in (((event_id, device), OF_A_DEVICE), ((event_id, None), OF_AN_EVENT)):
            self._misses.setdefault(key, deque(maxlen=most)).append(self._clock.now())
            self._misses.move_to_end(key)
        while len(self._misses) > REMEMBERED:
            self._misses.popitem(last=False)

    def _count(self, event_id: str, device: str | None) -> int:
        since = self._clock.now() - WITHIN
        return sum(1 for at in self._misses.get((event_id, device), ()) if at >= since)
