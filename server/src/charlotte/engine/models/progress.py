"""How far a pull has come, for whoever draws it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One moment of a pull."""

    model: str
    activity: str
    """What is being done, in a few plain words."""
    done_bytes: int = 0
    total_bytes: int | None = None
    """None = not known yet."""


Report = Callable[[Step], None]


def silent(step: Step) -> None:
    """Report to nobody."""
