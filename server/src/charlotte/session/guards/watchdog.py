"""Whether the upstream lets a visitor wait, has stopped in the middle of an answer, or only sends errors. Pure."""

import math
from dataclasses import dataclass, replace
from typing import Literal

from charlotte.protocol.base import Frame
from charlotte.protocol.client import ResponseCancel, ResponseCreate
from charlotte.protocol.items import Message
from charlotte.protocol.server import (
    ErrorRaised,
    InputTranscriptCompleted,
    InputTranscriptFailed,
    ItemAdded,
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
    SpeechStarted,
    SpeechStopped,
)
from charlotte.session.handover.unfinished import CHARACTERS_PER_S, seconds_of, spoken_length

Verdict = Literal["stalled", "slow", "error_burst", "session_expired", "response_failed", "rate_limited"]

BURST_S = 10.0
LOOK_S = 0.25
"""How often the clock is looked at, at least."""
SPOKEN_MS = 700
"""Shorter than this a sound was a cough, or a chair; whether it is answered is the upstream's business."""
SOONEST_S = 0.01
PAUSE_S = 2 * LOOK_S
"""A look that comes later than this after the last one: it was we who stood still, and what the upstream said meanwhile
waits to be read."""


@dataclass(frozen=True)
class Patience:
    """How long an upstream may say nothing while it owes an answer."""

    first_s: float = 1.8
    """Until the answer begins, or goes on after something whole."""
    between_s: float = 2.0
    """In the middle of a message, once what has come was read, or heard as far as that can be reckoned."""
    silent_s: float = 1.2
    """The same where it is known that nothing sounds: its sound passes by here, or the page has listened."""
    errors: int = 5
    """Server errors within ten seconds."""


@dataclass(frozen=True)
class Watch:
    """How an upstream behaves; without patience nothing is ever held against it: there is nobody else to ask."""

    patience: Patience | None = None
    unseen: bool = False
    """What the page asks does not pass by here: that its words were taken stands for it."""
    detected: str | None = None
    """The item of the speech that the upstream noticed by itself; whether it is answered shows by its length."""
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
    silent_since: float | None = None
    """Where the page listens: since when this answer has been silent there."""
    spoke_ms: int | None = None
    """Where in its time the visitor began to speak."""
    errors: tuple[float, ...] = ()
    verdict_said: Verdict | None = None
    looked: float | None = None
    """When somebody last asked for the verdict."""

    def look(self, now: float) -> "Watch":
        """Return the state at a moment; a pause of our own is not the upstream's silence."""
        since_s = 0.0 if self.looked is None else now - self.looked
        if since_s <= PAUSE_S:
            return replace(self, looked=now)
        pause_s = since_s - LOOK_S
        playing_since = None if self.playing_since is None else self.playing_since + pause_s
        last, until = min(self.last + pause_s, now), self.sounds_until + pause_s
        silent = None if self.silent_since is None else self.silent_since + pause_s
        heard = replace(self, playing_since=playing_since, sounds_until=until, silent_since=silent)
        return replace(heard, looked=now, last=last)

    def silent(self, response_id: str, seconds: float, now: float) -> "Watch":
        """Return the state once the page has told that this response has not sounded there for so long; 0 = it does."""
        if response_id != self.response_id:
            return self
        return replace(self, silent_since=now - seconds if seconds else None)

    def observe(self, event: Frame, now: float) -> "Watch":  # noqa: C901 - one case for each event
        """Return the state after an event."""
        if self.patience is None:
            return self
        seen = replace(self, last=now) if isinstance(event, ServerEvent) else self
        match event:
            case SpeechStarted():
                return replace(seen, owing=False, spoke_ms=event.audio_start_ms, detected=event.item_id)
            case ItemAdded(item=Message(role="user")) if self.unseen and event.item.id != self.detected:
                return replace(seen, owing=True)
            case SpeechStopped():
                spoke = self.spoke_ms is not None and event.audio_end_ms - self.spoke_ms >= SPOKEN_MS
                return replace(seen, owing=spoke, response_id=None, under_way="nothing", playing_since=None)
            case InputTranscriptFailed():
                return replace(seen, owing=self.owing and self.response_id is not None)
            case InputTranscriptCompleted() if not event.transcript.strip():
                return replace(seen, owing=self.owing and self.response_id is not None)
            case ResponseCreate():
                return seen if self.under_way != "nothing" else replace(seen, owing=True, last=now)
            case ResponseCancel():
                return replace(seen, owing=False)
            case ResponseCreated():
                begun = replace(seen, owing=True, response_id=event.response.id, under_way="nothing")
                return replace(begun, characters=0, playing_since=None, silent_since=None)
            case OutputTextDelta():
                return replace(seen, under_way="written")
            case OutputTranscriptDelta():
                words = replace(seen, characters=self.characters + spoken_length(event.delta), silent_since=None)
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
        coming, at = self._coming(self.patience, characters_per_s)
        return coming if now >= at else None

    def wait_seconds(self, now: float, characters_per_s: float = CHARACTERS_PER_S) -> float:
        """Return how long no verdict is to be expected, at most `LOOK_S`."""
        if self.patience is None or self.verdict_said is not None:
            return LOOK_S
        _, at = self._coming(self.patience, characters_per_s)
        return min(max(at - now, SOONEST_S), LOOK_S)

    def _coming(self, patience: Patience, characters_per_s: float) -> tuple[Verdict, float]:
        """Return the verdict if nothing more happens, and from when it holds."""
        if not self.owing:
            return "slow", math.inf
        match self.under_way:
            case "relayed":
                return "stalled", max(self.last, self.sounds_until) + patience.silent_s
            case "written":
                return "stalled", self.last + patience.between_s
            case "spoken" if self.silent_since is not None:
                return "stalled", max(self.last, self.silent_since) + patience.silent_s
            case "spoken" if self.playing_since is not None:
                return "stalled", self._heard_until(characters_per_s) + patience.between_s
            case _:  # who thinks does so here
                return "slow", self._heard_until(characters_per_s) + patience.first_s

    def _heard_until(self, characters_per_s: float) -> float:
        """Return until when it was heard from; nobody notices that nothing follows while something still sounds."""
        heard = 0.0 if self.playing_since is None else self.playing_since + self.characters / characters_per_s
        return max(self.last, self.sounds_until, heard)

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
