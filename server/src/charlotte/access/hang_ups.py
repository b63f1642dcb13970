"""Conversations that staff ended: the visitor's page, which reconnects by itself, is told once instead of let in."""

from charlotte.clock import Clock
from charlotte.errors import CharlotteError

REMEMBERED_S = 300.0
BOUND = 1_000


class HungUp(CharlotteError):
    """Staff ended this conversation."""

    code, status = "hung_up", 409


class HangUps:
    """Remembers for a while whom staff hung up on."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._at: dict[str, float] = {}

    def add(self, session_id: str) -> None:
        """Remember one."""
        self._at[session_id] = self._clock.monotonic()
        while len(self._at) > BOUND:
            del self._at[next(iter(self._at))]

    def tell_once(self, session_id: str) -> None:
        """Raise `HungUp` the first time the page comes back; whoever tries again by hand may."""
        at = self._at.pop(session_id, None)
        if at is not None and self._clock.monotonic() - at < REMEMBERED_S:
            raise HungUp("The staff ended this conversation.", hint="Begin again if you still need help.")
