"""Conversations for which an upstream was too slow: for a while another one serves them; all others stay with it."""

from charlotte.clock import Clock

AVOIDED_S = 20.0
"""After that it may be asked again, when nobody speaks."""


class Avoiding:
    """Which upstreams each conversation is kept from."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._avoided: dict[tuple[str, str], float] = {}

    def avoid(self, session_id: str, upstream: str) -> None:
        """Keep a conversation from an upstream for a while."""
        now = self._clock.monotonic()
        self._avoided = {each: until for each, until in self._avoided.items() if until > now}
        self._avoided[session_id, upstream] = now + AVOIDED_S

    def avoids(self, session_id: str, upstream: str) -> bool:
        """Tell whether a conversation is kept from an upstream."""
        return self._clock.monotonic() < self._avoided.get((session_id, upstream), 0.0)
