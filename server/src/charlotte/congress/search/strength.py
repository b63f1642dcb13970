"""How sure a match is, so that a caller can state it, ask back, or say that it is not in the data."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

Strength = Literal["exact", "close", "weak", "none"]

CLOSE = 0.80
"""From here a match is said as fact: garbled names of real agendas score above it (see the search tests)."""
WEAK = 0.66
"""From here it is worth asking back; below, words of other names score as high."""
NEAR = 0.06
"""Two candidates within this of each other cannot be told apart by their score."""

T = TypeVar("T")


@dataclass(frozen=True)
class Hit(Generic[T]):
    """A candidate and how well it fits, from 0 to 1; 1 means the same words."""

    value: T
    score: float

    @property
    def strength(self) -> Strength:
        """The score in words."""
        return strength(self.score)


def strength(score: float) -> Strength:
    """Return a score in words."""
    if score >= 0.995:
        return "exact"
    return "close" if score >= CLOSE else "weak" if score >= WEAK else "none"
