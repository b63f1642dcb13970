"""Whether money is left: pure."""

from dataclasses import dataclass
from typing import Literal

from charlotte.session.budget import Verdict

Afterwards = Literal["embedded", "nothing"]
"""What serves visitors once a budget is spent."""


@dataclass(frozen=True)
class Allowed:
    """What may be spent, in billionths of a dollar; None = no limit."""

    event: int | None = None
    session: int | None = None
    afterwards: Afterwards = "embedded"


@dataclass(frozen=True)
class Spent:
    """How one conversation and its event stand."""

    event: int = 0
    """Charged so far."""
    session: int = 0
    event_reserve: int = 0
    """What the calls under way may have cost beyond that."""
    session_reserve: int = 0
    event_over: bool = False
    """The budget was found spent before; it stays so until it is changed."""
    session_over: bool = False


def is_spent(allowed: int | None, charged: int, reserve: int, *, over: bool) -> bool:
    """Tell whether a budget is used up.

    The last hundredth counts as used, so that calls that ended just below the limit do not open again and again.
    """
    if allowed is None:
        return False
    return over or charged + reserve >= allowed or charged >= allowed - allowed // 100


def decide(allowed: Allowed, spent: Spent) -> Verdict:
    """Return who may serve the conversation."""
    if event_is_spent(allowed, spent) or session_is_spent(allowed, spent):
        return "stop" if allowed.afterwards == "nothing" else "degrade"
    return "ok"


def event_is_spent(allowed: Allowed, spent: Spent) -> bool:
    """Tell whether the event's budget is used up."""
    return is_spent(allowed.event, spent.event, spent.event_reserve, over=spent.event_over)


def session_is_spent(allowed: Allowed, spent: Spent) -> bool:
    """Tell whether the conversation's budget is used up."""
    return is_spent(allowed.session, spent.session, spent.session_reserve, over=spent.session_over)
