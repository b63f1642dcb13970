"""Whether an upstream may be given a call: one breaker each, a pure function of its state and what happened."""

import math
from dataclasses import dataclass, replace
from typing import Literal

from charlotte.broker.faults import Fault

FIRST_PROBE_S = 4.0
LONGEST_PROBE_S = 120.0
SECOND_PROBE_S = 2.0
"""After a good probe the next one follows soon: attendees wait for the better voice."""
GOOD_PROBES = 2
FORGIVEN: frozenset[Fault] = frozenset({"lost", "expired", "slow"})
"""A single broken line, a call that reached its cap, or one answer that took long is no reason to leave a provider; the
second in a row is."""


@dataclass(frozen=True)
class Failed:
    """The upstream failed a call, or failed to open one."""

    fault: Fault
    key_mark: str
    """Tells the key in use from another one."""
    jitter: float
    """Between 0 and 1, so that servers do not come back in step."""
    retry_after_s: float | None = None


@dataclass(frozen=True)
class Probed:
    """A probe came back."""

    good: bool
    jitter: float
    fault: Fault | None = None
    key_mark: str = ""
    retry_after_s: float | None = None


@dataclass(frozen=True)
class Served:
    """The upstream finished an answer."""


Event = Failed | Probed | Served


@dataclass(frozen=True)
class Breaker:
    """Closed = calls go there; open = they do not; half open = it has answered one probe."""

    phase: Literal["closed", "open", "half_open"] = "closed"
    fault: Fault | None = None
    """Why it opened."""
    probe_at: float = 0.0
    """Monotonic seconds of the next probe; infinite while only another key would help."""
    openings: int = 0
    """How often it opened since it last finished an answer: each time it stays open longer."""
    good: int = 0
    strikes: int = 0
    """Forgiven faults in a row."""
    refused_key: str | None = None

    def step(self, event: Event, now: float) -> "Breaker":
        """Return the state after an event."""
        match event:
            case Served():
                return replace(self, openings=0, strikes=0)
            case Failed(fault=fault) if fault in FORGIVEN and self.phase == "closed" and self.strikes == 0:
                return replace(self, strikes=1)
            case Failed(fault=fault):
                return self._open(fault, event.key_mark, event.jitter, event.retry_after_s, now)
            case Probed(good=False):
                return self._open(
                    event.fault or self.fault or "failed", event.key_mark, event.jitter, event.retry_after_s, now
                )
            case Probed():
                if self.phase == "closed":
                    return self
                if self.good + 1 >= GOOD_PROBES:
                    return Breaker(openings=self.openings)
                wait_s = SECOND_PROBE_S * (0.5 + event.jitter)
                return replace(self, phase="half_open", good=self.good + 1, probe_at=now + wait_s)

    def with_key(self, key_mark: str, now: float) -> "Breaker":
        """Return the state seen with the key of this moment: a new key is worth a probe at once."""
        if self.refused_key is None or self.refused_key == key_mark:
            return self
        return replace(self, refused_key=None, probe_at=now)

    def probe_due(self, now: float) -> bool:
        """Tell whether it is time to ask the upstream how it is."""
        return self.phase != "closed" and now >= self.probe_at

    def _open(self, fault: Fault, key_mark: str, jitter: float, retry_after_s: float | None, now: float) -> "Breaker":
        openings = self.openings + 1
        wait_s = min(FIRST_PROBE_S * 2 ** (openings - 1), LONGEST_PROBE_S) * (0.5 + jitter)
        if retry_after_s is not None:
            wait_s = max(retry_after_s, 0.0) + wait_s * jitter / 4  # never before it said, a little after
        refused = fault == "key_refused"
        return Breaker(
            phase="open",
            fault=fault,
            probe_at=math.inf if refused else now + wait_s,
            openings=openings,
            refused_key=key_mark if refused else None,
        )
