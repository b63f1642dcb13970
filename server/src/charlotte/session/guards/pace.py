"""How often a call may have speech committed and answers begun: pure."""

from dataclasses import dataclass, replace
from typing import Final

from charlotte.protocol.base import Frame
from charlotte.protocol.client import InputAudioCommit, ResponseCreate
from charlotte.protocol.response_events import ResponseCreated
from charlotte.protocol.server import InputAudioCommitted
from charlotte.session.guards.limits import Limits

MINUTE_S = 60.0
PATIENCE = 10
"""Who goes on after being refused so often in a minute is no visitor."""

TOO_FAST: Final = "too_fast"
"""Reason of a call that ended because of it."""


@dataclass(frozen=True)
class Pace:
    """What happened in the last minute; times are monotonic seconds."""

    limits: Limits
    commits: tuple[float, ...] = ()
    responses: tuple[float, ...] = ()
    refused: tuple[float, ...] = ()
    expected: int = 0
    """Answers that the server itself asked for, after a tool; they are nobody's haste."""

    def expecting(self) -> "Pace":
        """Return the state after the server asked for an answer."""
        return replace(self, expected=self.expected + 1)

    def step(self, event: Frame, now: float) -> tuple["Pace", bool]:
        """Return the state after what a page asks for or an upstream does, and whether it is within the limits."""
        match event:
            case ResponseCreated() if self.expected:
                return replace(self, expected=self.expected - 1), True
            case InputAudioCommit() | InputAudioCommitted():
                commits = _recent(self.commits, now)
                if len(commits) < self.limits.commits_per_minute:
                    return replace(self, commits=(*commits, now)), True
            case ResponseCreate() | ResponseCreated():
                responses = _recent(self.responses, now)
                if len(responses) < self.limits.responses_per_minute:
                    return replace(self, responses=(*responses, now)), True
            case _:
                return self, True
        return replace(self, refused=(*_recent(self.refused, now), now)), False

    @property
    def insists(self) -> bool:
        """Whether it goes on in spite of being refused."""
        return len(self.refused) > PATIENCE


def _recent(times: tuple[float, ...], now: float) -> tuple[float, ...]:
    return tuple(time for time in times if now - time < MINUTE_S)
