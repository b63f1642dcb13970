"""How often somebody may ask for a registration that is not there: who guesses does not get far."""

from collections import OrderedDict, deque
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from charlotte.clock import Clock
from charlotte.errors import CharlotteError

WITHIN = timedelta(minutes=10)
OF_A_DEVICE = 20
"""A kiosk serves one after the other, and each may be misheard a few times."""
MANY = 100
"""Of all devices together: staff are told, since somebody guesses or the list is an old one."""
OF_AN_EVENT = 1_000
"""Of 50 devices, each of which has been stopped by itself; codes that are enough have a million to guess."""
REMEMBERED = 20_000

Notice: TypeAlias = Literal["many_failed_look_ups", "check_in_closed"]
"""What staff are told of, each once within the time that is counted."""

NOTICES: tuple[tuple[int, Notice], ...] = ((OF_AN_EVENT, "check_in_closed"), (MANY, "many_failed_look_ups"))


class TooManyTries(CharlotteError):
    """Look-ups that found nothing, again and again."""

    code, status = "too_many_tries", 429


class Tries:
    """Counts look-ups that found nothing, by device and by event."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._misses: OrderedDict[tuple[str, str], deque[datetime]] = OrderedDict()
        self._together: dict[str, deque[datetime]] = {}
        self._told: dict[tuple[str, Notice], datetime] = {}

    def check(self, event_id: str, device: str) -> None:
        """Raise `TooManyTries` when this device, or very many together, have missed too often lately."""
        if self._lately(self._misses.get((event_id, device))) >= OF_A_DEVICE or self.closed(event_id):
            raise TooManyTries("Too many look-ups found nothing.", hint="The registration desk can help.")

    def missed(self, event_id: str, device: str) -> Notice | None:
        """Count a look-up that found nothing; return what staff should be told, if anything."""
        now = self._clock.now()
        self._misses.setdefault((event_id, device), deque(maxlen=OF_A_DEVICE)).append(now)
        self._misses.move_to_end((event_id, device))
        while len(self._misses) > REMEMBERED:
            self._misses.popitem(last=False)
        self._together.setdefault(event_id, deque(maxlen=OF_AN_EVENT)).append(now)
        lately = self.lately(event_id)
        for most, notice in NOTICES:
            if lately >= most and self._is_news(event_id, notice, now):
                return notice
        return None

    def lately(self, event_id: str) -> int:
        """Return how many of all devices found nothing lately."""
        return self._lately(self._together.get(event_id))

    def closed(self, event_id: str) -> bool:
        """Return whether nobody of the event may look up for now."""
        return self.lately(event_id) >= OF_AN_EVENT

    def _lately(self, misses: deque[datetime] | None) -> int:
        since = self._clock.now() - WITHIN
        return sum(1 for at in misses or () if at >= since)

    def _is_news(self, event_id: str, notice: Notice, now: datetime) -> bool:
        told = self._told.get((event_id, notice))
        if told is not None and now - told < WITHIN:
            return False
        self._told[event_id, notice] = now
        return True
