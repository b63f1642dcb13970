"""Whether the upstream has stopped in the middle of an answer, or only sends errors. Pure."""

from dataclasses import dataclass, replace
from typing import Literal

from charlotte.protocol.base import Frame
from charlotte.protocol.client import ResponseCreate
from charlotte.protocol.server import (
    ErrorRaised,
    OutputAudioDelta,
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
    """Until the answer begins; a model that reasons takes seconds."""
    between_s: float = 2.0
    """In the middle of it, once what has come was heard; a bridging phrase follows, within three seconds."""
    errors: int = 5
    """Server errors within ten seconds."""


@dataclass(frozen=True)
class Watch:
    """How an upstream behaves; without patience nothing is ever held against it: there is nobody else to ask."""

    patience: Patience | None = None
    owing: Literal["nothing", "beginning", "rest"] = "nothing"
    last: float = 0.0
    """When it last said anything; monotonic seconds."""
    characters: int = 0
    playing_since: float | None = None
    sound_since: float | None = None
    """Where sound is handed over: when its first piece came, and how much there is of it."""
    sound_s: float = 0.0
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
        sound_since = None if self.sound_since is None else self.sound_since + pause_s
        last = min(self.last + pause_s, now)
        return replace(self, looked=now, last=last, playing_since=playing_since, sound_since=sound_since)

    def observe(self, event: Frame, now: float) -> "Watch":
        """Return the state after an event."""
        if self.patience is None:
            return self
        seen = replace(self, last=now) if isinstance(event, ServerEvent) else self
        match event:
            case ResponseCreate():
                return seen if self.owing == "rest" else replace(seen, owing="beginning", last=now)
            case ResponseCreated():
                return replace(seen, owing="beginning", characters=0, sound_since=None, sound_s=0.0)
            case OutputTextDelta() | OutputTranscriptDelta():
                return replace(seen, owing="rest", characters=self.characters + spoken_length(event.delta))
            case OutputAudioDelta():
                since = now if self.sound_since is None else self.sound_since
                return replace(seen, owing="rest", sound_since=since, sound_s=self.sound_s + seconds_of(event))
            case PlaybackStarted():
                return replace(seen, playing_since=now)
            case PlaybackStopped() | PlaybackCleared():
                return replace(seen, playing_since=None)
            case ResponseDone():
                return replace(seen, owing="nothing", verdict_said=self.verdict_said or _failure(event))
            case ErrorRaised():
                return seen._error(event, now)
            case _:
                return seen

    def verdict(self, now: float, characters_per_s: float = CHARACTERS_PER_S) -> Verdict | None:
        """Return why the upstream must be left, if it must; its voice is known to be as fast as that."""
        if self.patience is None or self.verdict_said is not None:
            return self.verdict_said
        if self.owing == "nothing":
            return None
        limit_s = self.patience.first_s if self.owing == "beginning" else self.patience.between_s
        quiet_since = self.last
        if self.playing_since is not None:
            # What is known of the answer is still being heard: nobody notices that nothing follows yet.
            quiet_since = max(quiet_since, self.playing_since + self.characters / characters_per_s)
        elif self.sound_since is not None:
            quiet_since = max(quiet_since, self.sound_since + self.sound_s)
        return "stalled" if now - quiet_since >= limit_s else None

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
