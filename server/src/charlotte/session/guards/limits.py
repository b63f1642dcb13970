"""How long a call may last and how long it may be idle: pure."""

from dataclasses import dataclass, replace
from typing import Literal

from charlotte.protocol.base import Frame
from charlotte.protocol.client import InputAudioCommit, ItemCreate, ResponseCreate
from charlotte.protocol.server import (
    InputAudioCommitted,
    ItemAdded,
    PlaybackStarted,
    PlaybackStopped,
    ResponseCreated,
    ResponseDone,
    SpeechStarted,
    SpeechStopped,
)

Verdict = Literal["max_length", "idle", "visitor_gone"]

GONE_S = 90.0
"""A page says every 20 s that it is there, a hidden one at least every minute; after this long it is not."""


@dataclass(frozen=True)
class Limits:
    """What a call is allowed."""

    max_seconds: int
    idle_seconds: int
    commits_per_minute: int = 60
    responses_per_minute: int = 60


@dataclass(frozen=True)
class Life:
    """How a call stands against its limits; times are monotonic seconds."""

    limits: Limits
    began: float
    active: float
    """When something was last said, by either side."""
    here: float | None = None
    """When the page last said that it is there; None = it is one that does not say so."""

    def observe(self, event: Frame, now: float) -> "Life":
        """Return the state after an event: words count as activity, mere sound or bookkeeping does not."""
        match event:
            case (
                SpeechStarted() | SpeechStopped() | InputAudioCommitted() | InputAudioCommit() | ItemAdded()
                | ItemCreate() | ResponseCreate() | ResponseCreated() | ResponseDone()
                | PlaybackStarted() | PlaybackStopped()
            ):  # fmt: skip
                return replace(self, active=now)
            case _:
                return self

    def verdict(self, now: float) -> Verdict | None:
        """Return why the call must end, if it must."""
        if now - self.began >= self.limits.max_seconds:
            return "max_length"
        if now - self.active >= self.limits.idle_seconds:
            return "idle"
        if self.here is not None and now - self.here >= GONE_S:
            return "visitor_gone"
        return None

    def wait_seconds(self, now: float) -> float:
        """Return how long until the verdict can change."""
        return max(0.0, min(self.began + self.limits.max_seconds, self.active + self.limits.idle_seconds) - now)
