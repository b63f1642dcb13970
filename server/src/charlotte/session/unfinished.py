"""What a call that breaks leaves unfinished: which answer is owed and how much of it was heard. Pure."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from charlotte.protocol.base import Frame
from charlotte.protocol.client import ResponseCreate
from charlotte.protocol.items import Message
from charlotte.protocol.server import (
    InputAudioCleared,
    InputAudioCommitted,
    InputTranscriptCompleted,
    InputTranscriptFailed,
    ItemAdded,
    OutputAudioDelta,
    OutputTextDelta,
    OutputTranscriptDelta,
    PlaybackCleared,
    PlaybackStarted,
    PlaybackStopped,
    ResponseCreated,
    ResponseDone,
    SpeechStarted,
    SpeechStopped,
)
from charlotte.session.happened import Source

CHARACTERS_PER_S = 15.0
"""An unhurried voice, spaces included, until it is known better; the page's captions count with the same figure."""
SLOWEST, FASTEST = 8.0, 25.0
MEASURED_S = 1.5
"""A shorter answer says nothing about how fast the voice is."""
BYTES_PER_MS = 48
"""16-bit sound at 24 kHz, the only rate of the protocol's PCM."""
SENTENCE_END = re.compile(r"(?<=[.!?…;])\s+|\n+")


@dataclass(frozen=True)
class Unfinished:
    """What the next call has to make good."""

    item_id: str | None = None
    """The message that was cut."""
    said: str = ""
    """Whole sentences of the answer that were heard; they are not said again."""
    answer_owed: bool = False
    words_lost: bool = False
    """The visitor was speaking, and nobody understood it."""


@dataclass(frozen=True)
class Going:
    """Who is saying what at this moment, folded from a call's events."""

    owed: bool = False
    """An answer was asked for and has not come to its end."""
    response_id: str | None = None
    item_id: str | None = None
    before: str = ""
    """Sentences of this answer that an earlier call said."""
    text: str = ""
    spoken: bool = False
    sound_ms: float = 0.0
    """Sound handed over, where it is relayed."""
    playing_since: float | None = None
    """Where the upstream plays: when it began."""
    characters_per_s: float = CHARACTERS_PER_S
    """How fast this call's voice was in the last answer that was heard whole."""
    hearing: Literal["no", "speaking", "spoken"] = "no"
    """`spoken`: the words are over and not understood yet."""
    done: bool = True
    """No response is under way."""

    @property
    def quiet(self) -> bool:
        """Whether nobody says anything and nothing is awaited."""
        return not self.owed and self.done and self.playing_since is None and self.hearing == "no"

    def observe(self, event: Frame, source: Source, now: float) -> "Going":  # noqa: C901 - one case for each event
        """Return the state after an event."""
        match event:
            case ResponseCreate() if source == "visitor":
                return replace(self, owed=True)
            case InputAudioCommitted():
                return replace(self._new_turn(), hearing="spoken", owed=self.owed)
            case ItemAdded(item=Message(role="user")) if source == "upstream":
                return replace(self._new_turn(), owed=self.owed, hearing=self.hearing)
            case SpeechStarted():
                return replace(self._new_turn(), hearing="speaking")
            case SpeechStopped():
                return replace(self, hearing="spoken", owed=True)
            case InputTranscriptCompleted() | InputTranscriptFailed() | InputAudioCleared():
                return replace(self, hearing="no")
            case ResponseCreated():
                return replace(self, owed=True, done=False, response_id=event.response.id)
            case OutputTextDelta() | OutputTranscriptDelta():
                spoken = isinstance(event, OutputTranscriptDelta)
                return replace(self, text=self.text + event.delta, item_id=event.item_id, spoken=spoken)
            case OutputAudioDelta():
                return replace(self, sound_ms=self.sound_ms + len(event.delta) * 3 / 4 / BYTES_PER_MS)
            case PlaybackStarted():
                return replace(self, playing_since=now)
            case PlaybackStopped() if self.done and self.playing_since is not None:
                return replace(self, characters_per_s=self._pace(now - self.playing_since), playing_since=None)._over()
            case PlaybackStopped() | PlaybackCleared():
                return replace(self._over() if self.done else self, playing_since=None)
            case ResponseDone():
                return self._response_done(event)
            case _:
                return self

    def unfinished(self, now: float) -> Unfinished:
        """Return what is open if the call breaks now."""
        if not self.owed:
            return Unfinished(words_lost=self.hearing != "no")
        heard = whole_sentences(self.text, self._heard_characters(now))
        said = " ".join(part for part in (self.before, heard) if part)
        return Unfinished(self.item_id, said, answer_owed=True, words_lost=self.hearing != "no")

    def _heard_characters(self, now: float) -> int:
        if not self.spoken:
            return len(self.text)
        if self.playing_since is not None:
            return int((now - self.playing_since) * self.characters_per_s)
        return int(self.sound_ms / 1000 * CHARACTERS_PER_S)

    def _response_done(self, event: ResponseDone) -> "Going":
        response = event.response
        if response.status == "failed":
            return replace(self, done=True)
        if response.status == "completed" and not any(isinstance(item, Message) for item in response.output):
            return replace(self, done=True)  # tool calls: the answer comes with the next response
        if self.playing_since is not None and response.status == "completed":
            return replace(self, done=True)  # it is still being heard
        return self._over()

    def _pace(self, played_s: float) -> float:
        if played_s < MEASURED_S or not self.text:
            return self.characters_per_s
        return min(max(len(self.text) / played_s, SLOWEST), FASTEST)

    def _over(self) -> "Going":
        return Going(hearing=self.hearing, characters_per_s=self.characters_per_s)

    def _new_turn(self) -> "Going":
        return Going(done=self.done, playing_since=self.playing_since, characters_per_s=self.characters_per_s)


def whole_sentences(text: str, characters: int) -> str:
    """Return the sentences of `text` that end within its first `characters`."""
    if characters >= len(text) and text.rstrip().endswith((".", "!", "?", "…")):
        return text.strip()
    end = 0
    for boundary in SENTENCE_END.finditer(text):
        if boundary.start() > characters:
            break
        end = boundary.start()
    return text[:end].strip()
