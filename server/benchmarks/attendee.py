"""What an attendee's device does, for benchmarks: mint a ticket, open a call, speak, note when things arrive."""

import time
from dataclasses import dataclass, field
from typing import Any, Protocol

import httpx2

from charlotte.protocol.client import ClientEvent, SessionUpdate
from charlotte.protocol.config import Audio, AudioOutput, Session
from charlotte.protocol.server import (
    InputTranscriptCompleted,
    OutputAudioDelta,
    OutputTranscriptDelta,
    ResponseDone,
    ServerEvent,
)

from .speech import Pcm

BYTES_PER_S = 24_000 * 2
"""Output audio of the wire: mono s16 at 24 kHz."""


LATE_S = 0.06
"""Three frames of 20 ms: later than this a listener's jitter buffer runs dry."""
PAUSE_S = 0.25
"""A longer gap is a pause in the speech, not a late frame."""


@dataclass(frozen=True)
class Grant:
    """What `POST /api/realtime/token` gives."""

    value: str
    calls_url: str
    ws_url: str
    cookie: str
    """The device's cookie: a ticket is good only together with it."""


@dataclass
class Turn:
    """When what arrived, in seconds of one monotonic clock; events in order of arrival."""

    speech_ended_at: float | None = None
    first_sound_at: float | None = None
    last_sound_at: float | None = None
    events: list[tuple[float, ServerEvent]] = field(default_factory=list)
    late_frames: int = 0
    """Audible frames that came more than `LATE_S` after the one before, while the answer was sounding."""

    def note(self, event: ServerEvent) -> None:
        """Remember an event."""
        self.events.append((time.perf_counter(), event))

    def sounded(self, at: float) -> None:
        """Remember that something audible arrived."""
        if self.speech_ended_at is not None:
            late = self.last_sound_at is not None and LATE_S < at - self.last_sound_at < PAUSE_S
            self.late_frames += late
            self.first_sound_at = self.first_sound_at or at
            self.last_sound_at = at

    def answered(self) -> bool:
        """Return whether a response with spoken words is over."""
        spoke = any(isinstance(event, OutputTranscriptDelta) for _, event in self.events)
        return spoke and bool(self.events) and any(isinstance(event, ResponseDone) for _, event in self.events[-3:])

    def fact_at(self, facts: tuple[str, ...]) -> float | None:
        """Return when the clause that holds a fact began to sound, or None if no fact was said.

        A clause sounds after those before it: where audio arrives ahead of time (WebSocket) their length is
        counted from the bytes received, where it arrives as it plays (WebRTC) it is taken as their share of the
        words.
        """
        if self.first_sound_at is None or self.last_sound_at is None:
            return None
        said, bytes_before = "", 0
        words = self.said
        streamed = any(isinstance(e, OutputAudioDelta) for _, e in self.events)
        for at, event in self.events:
            if isinstance(event, OutputAudioDelta):
                bytes_before += len(event.delta) * 3 // 4
            if not isinstance(event, OutputTranscriptDelta):
                continue
            before, said = len(said), said + event.delta
            if any(fact.casefold() in said.casefold() for fact in facts):
                share_s = before / len(words) * (self.last_sound_at - self.first_sound_at)
                earlier_s = bytes_before / BYTES_PER_S if streamed else share_s
                return max(at if before else 0.0, self.first_sound_at + earlier_s)
        return None

    @property
    def said(self) -> str:
        """The words of the answer."""
        return "".join(event.delta for _, event in self.events if isinstance(event, OutputTranscriptDelta))

    @property
    def heard(self) -> str:
        """What the server understood."""
        return " ".join(e.transcript for _, e in self.events if isinstance(e, InputTranscriptCompleted))

    def arrival(self, kind: type[ServerEvent]) -> float | None:
        """Return when the first event of `kind` arrived after the speech."""
        return next((at for at, event in self.events if isinstance(event, kind)), None)


class Attendee(Protocol):
    """One open call."""

    async def ask(self, speech: Pcm, patience_s: float) -> Turn:
        """Say `speech`, wait for the whole answer and return what happened when."""
        ...

    async def send(self, event: ClientEvent) -> None:
        """Send a client event."""
        ...


async def mint(http: httpx2.AsyncClient, event: str, language: str | None) -> Grant:
    """Ask for a ticket to talk."""
    body: dict[str, Any] = {"event": event, "mode": "voice"}
    if language:
        body["language"] = language
    answer = await http.post("/api/realtime/token", json=body)
    answer.raise_for_status()
    data = answer.json()
    cookie = "; ".join(f"{name}={value}" for name, value in http.cookies.items())
    return Grant(data["value"], data["calls_url"], data["ws_url"], cookie)


def with_voice(voice: str) -> SessionUpdate:
    """Return the event that chooses the voice."""
    return SessionUpdate(session=Session(type="realtime", audio=Audio(output=AudioOutput(voice=voice))))
