"""Whether the upstream has stopped in the middle of an answer, or only sends errors. Pure."""

from dataclasses import dataclass, replace
from typing import Literal

from charlotte.protocol.base import Frame
from charlotte.protocol.client import ResponseCreate
from charlotte.protocol.server import (
    ErrorRaised,
    OutputAudioDelta,
    OutputItemDone,
    OutputTextDelta,
    OutputTranscriptDelta,
    PlaybackCleared,
    PlaybackStarted,
    PlaybackStopped,
    ResponseCreated,
    ResponseDone,
    ServerEvent,
)
from charlotte.session.handover.unfinished import CHARACTERS_PER_S, seconds_of, spoken_length

Verdict = Literal["stalled", "error_burst", "session_expired", "response_failed", "rate_limited"]

BURST_S = 10.0
LOOK_S = 0.25
"""How often the clock is looked at."""
PAUSE_S = 2 * LOOK_S
"""A look that comes later than this after the last one: it was we who stood still, and what the upstream said meanwhile
waits to be read."""


@dataclass(frozen=True)
class Patience:
    """How long an upstream may say nothing while it owes an answer."""

    first_s: float = 8.0
    """Until the answer begins, or goes on after something whole; a model that reasons takes seconds."""
    between_s: float = 2.0
    """In the middle of a message, once what has come was read, or heard as far as that can be reckoned."""
    relayed_s: float = 1.5
    """The same where its sound passes by here, so that it is known to the sample when it runs out."""
    errors: int = 5
    """Server errors within ten seconds."""


@dataclass(frozen=True)
class Watch:
    """How an upstream behaves; without patience nothing is ever held against it: there is nobody else to ask."""

    patience: Patience | None = None
    owing: bool = False
    """An answer was asked for and is not made."""
    response_id: str | None = None
    under_way: Literal["nothing", "written", "spoken", "relayed"] = "nothing"
    """A message of which something came, and not its end; `relayed`: its sound too."""
    last: float = 0.0
    """When it last said anything; monotonic seconds."""
    characters: int = 0
    playing_since: float | None = None
    sounds_until: float = 0.0
    """Where sound is handed over: when all of it was heard."""
    errors: tuple[float, ...] = ()
    verdict_said: Verdict | None = None
    looked: float | None = None
    """When somebody last asked for the verdict."""

    def look(self, now: float) -> "Watch":
        """Return the state at a moment, of those `LOOK_S` apart; a pause of our own is not the upstream's silence."""
        since_s = 0.0 if self.looked is None else now - self.looked
        if since_s <= PAUSE_S:
            return replace(self, looked=now)
        pause_s = since_s - LOOK_S
        playing_since = None if self.playing_since is None else self.playing_since + pause_s
        last, until = min(self.last + pause_s, now), self.sounds_until + pause_s
        return replace(self, looked=now, last=last, playing_since=playing_since, sounds_until=until)

    def observe(self, event: Frame, now: float) -> "Watch":  # noqa: C901 - one case for each event
        """Return the state after an event."""
        if self.patience is None:
            return self
        seen = replace(self, last=now) if isinstance(event, ServerEvent) else self
        match event:
            case ResponseCreate():
                return seen if self.under_way != "nothing" else replace(seen, owing=True, last=now)
            case ResponseCreated():
                begun = replace(seen, owing=True, response_id=event.response.id, under_way="nothing")
                return replace(begun, characters=0, playing_since=None)
            case OutputTextDelta():
                return replace(seen, under_way="written")
            case OutputTranscriptDelta():
                words = replace(seen, characters=self.characters + spoken_length(event.delta))
                return words if self.under_way == "relayed" else replace(words, under_way="spoken")
            case OutputAudioDelta():
                return replace(seen, under_way="relayed", sounds_until=max(self.sounds_until, now) + seconds_of(event))
            case OutputItemDone():
                return replace(seen, under_way="nothing")
            case PlaybackStarted() if self.response_id in (None, event.response_id):
                return replace(seen, playing_since=now)
            case PlaybackStopped() | PlaybackCleared() if self.response_id in (None, event.response_id):
                return replace(seen, playing_since=None)
            case ResponseDone():
                # Whoever cuts an answer short also drops what was not heard of it.
                until = self.sounds_until if event.response.status == "completed" else 0.0
                over = replace(seen, owing=False, under_way="nothing", sounds_until=until)
                return replace(over, verdict_said=self.verdict_said or _failure(event))
            case ErrorRaised():
                return seen._error(event, now)
            case _:
                return seen

    def verdict(self, now: float, characters_per_s: float = CHARACTERS_PER_S) -> Verdict | None:
        """Return why the upstream must be left, if it must; its voice is known to be as fast as that."""
        if self.patience is None or self.verdict_said is not None:
            return self.verdict_said
        if not self.owing:
            return None
        quiet_since = max(self.last, self.sounds_until)
        if self.playing_since is not None:
            # What is known of the answer is still being heard: nobody notices that nothing follows yet.
            quiet_since = max(quiet_since, self.playing_since + self.characters / characters_per_s)
        return "stalled" if now - quiet_since >= self._limit_s() else None

    def _limit_s(self) -> float:
        assert self.patience is not None
        match self.under_way:
            case "relayed":
                return self.patience.relayed_s
            case "written":
                return self.patience.between_s
            case "spoken" if self.playing_since is not None:
                return self.patience.between_s
            case _:  # its words may run ahead of its sound by as much as they like
                return self.patience.first_s

    def _error(self, event: ErrorRaised, now: float) -> "Watch":
        assert self.patience is not None
        if event.error.code == "session_expired":
            return replace(self, verdict_said="session_expired")
        if event.error.type != "server_error":
            return self
        errors = (*(at for at in self.errors if now - at < BURST_S), now)
        return replace(self, errors=errors, verdict_said="error_burst" if len(errors) >= self.patience.errors else None)


def _failure(event: ResponseDone) -> Verdict | None:
    if event.response.status != "failed":
        return None
    details = event.response.status_details
    code = str((details.error or {}).get("code") or "") if details else ""
    return "rate_limited" if code in ("rate_limit_exceeded", "insufficient_quota") else "response_failed"
