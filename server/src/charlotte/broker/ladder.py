"""The ladder of upstreams: who is asked for the next call, how long each may take, and who is asked twice. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from charlotte.broker.breaker import Breaker
from charlotte.broker.faults import Fault

STEP_S = 3.0
"""From an attendee's request to somebody who serves them, whoever fails on the way."""
KEPT_S = 0.9
"""What each rung below gets of it, at least; the embedded engine needs a third of that."""
LAST_S = 8.0
"""The last rung has nothing below it, so it may take as long as it needs."""
AGAIN: frozenset[Fault] = frozenset({"failed"})
"""Faults that often pass at once: asked a second time after a moment, as long as there is time."""
AGAIN_AFTER_S = 0.25


@dataclass(frozen=True)
class Climb:
    """Where the search for somebody who serves stands."""

    began: float
    rungs: tuple[str, ...]
    """Names of the upstreams to try, the best first."""
    attempt: int = 1
    """Of the first of them."""

    def share_s(self, now: float) -> float:
        """Return how long the attempt under way may take."""
        below = len(self.rungs) - 1
        if below <= 0:
            return LAST_S
        return max(0.2, STEP_S - (now - self.began) - KEPT_S * below)

    def after(self, fault: Fault | None, now: float, jitter: float) -> tuple["Climb", float]:
        """Return where to go on after a failure, and the pause before it."""
        pause_s = AGAIN_AFTER_S * (0.5 + jitter)
        if fault in AGAIN and self.attempt == 1 and self.share_s(now) > pause_s + 0.3:
            return Climb(self.began, self.rungs, attempt=2), pause_s
        return Climb(self.began, self.rungs[1:]), 0.0


def rungs(names: Sequence[str], breakers: Mapping[str, Breaker]) -> tuple[str, ...]:
    """Return who may be asked, the best first; the last one always may: there is nobody else."""
    closed = [name for name in names[:-1] if breakers.get(name, Breaker()).phase == "closed"]
    return (*closed, *names[-1:])
