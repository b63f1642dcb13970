"""What time it is, for people (aware datetimes) and for durations (monotonic seconds)."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Whatever tells the time: the machine, the machine moved into an event, or a test."""

    def now(self) -> datetime:
        """Return the time of day, aware."""
        ...

    def monotonic(self) -> float:
        """Return seconds that never go backward."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return seconds since some start."""
        return time.monotonic()


@dataclass(frozen=True)
class MovedClock:
    """A clock that reads `start` when it is made and then runs on: it puts a demo inside its event."""

    start: datetime
    base: Clock = field(default_factory=SystemClock)
    _begun: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_begun", self.base.monotonic())

    def now(self) -> datetime:
        """Return `start` plus the time that has passed."""
        return self.start + timedelta(seconds=self.base.monotonic() - self._begun)

    def monotonic(self) -> float:
        """Return the base clock's seconds."""
        return self.base.monotonic()


@dataclass(frozen=True)
class StoppedClock:
    """A clock that always reads `at`: one question asked at one moment."""

    at: datetime
    base: Clock = field(default_factory=SystemClock)

    def now(self) -> datetime:
        """Return `at`."""
        return self.at

    def monotonic(self) -> float:
        """Return the base clock's seconds."""
        return self.base.monotonic()
