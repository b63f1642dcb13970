"""Whether this machine renders the natural voice fast enough: a decision with hysteresis, pure."""

from dataclasses import dataclass, replace

TOO_SLOW = 0.9
"""Seconds of rendering per second of speech, from which the listener would wait between clauses."""
WEIGHT = 0.3
"""Of the newest measurement in the running mean."""
FIRST_REST_S = 20.0
LONGEST_REST_S = 320.0
SETTLED = 0.7
"""At or below this the machine has recovered and the next rest is short again."""


@dataclass(frozen=True)
class Pace:
    """What is known about the natural voice's speed."""

    factor: float | None = None
    """Running mean of rendering time over speech time; None = not measured since the last rest."""
    resting_until: float = 0.0
    """Monotonic seconds until which the fast voice speaks."""
    next_rest_s: float = FIRST_REST_S


def measured(pace: Pace, factor: float, now: float) -> Pace:
    """Return the pace after one clause that took `factor` seconds per second of speech."""
    mean = factor if pace.factor is None else (1 - WEIGHT) * pace.factor + WEIGHT * factor
    if mean > TOO_SLOW:
        return Pace(None, now + pace.next_rest_s, min(2 * pace.next_rest_s, LONGEST_REST_S))
    rest = FIRST_REST_S if mean <= SETTLED else pace.next_rest_s
    return replace(pace, factor=mean, next_rest_s=rest)


def keeps_up(pace: Pace, now: float) -> bool:
    """Return whether the natural voice may speak the next answer."""
    return now >= pace.resting_until
