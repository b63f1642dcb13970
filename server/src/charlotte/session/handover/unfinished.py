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
from charlotte.session.handover.bridging import Bridge
from charlotte.session.happened import Source

CHARACTERS_PER_S = 15.0
"""An unhurried voice, spaces included, until it is known better; the page's captions count with the same figure."""
SLOWEST, FASTEST = 8.0, 25.0
CAREFUL = 0.8
"""A sentence may be slower than the voice is on the whole; what is not known to have been heard is said again."""
RAN_OUT = 1.25
"""Where the sound was heard to its end, and then nothing: a sentence may be faster too, and its pauses do not sound."""
LATE_S = 0.5
"""Sound is heard later than its start is told: it waits at both ends of the network."""
DIGIT = 6
"""Letters that a digit stands for when it is said: "45" is "forty-five", "fünfundvierzig", "quarantacinque"."""
MEASURED_S = 1.5
"""A shorter answer says nothing about how fast the voice is."""
BYTES_PER_S = 48_000
"""16-bit sound at 24 kHz, the only rate of the protocol's PCM."""
SENTENCE_END = re.compile(r"(?<=[.!?…;])\s+|\n+")


@dataclass(frozen=True)
class Sounding:
    """An answer that was sounding elsewhere: how much of it was heard is reckoned, unless the page tells."""

    response_id: str | None
    before: str
    text: str
    characters_per_s: float
    ran_out: bool = False
    """It fell silent before the call broke: what had been made of it was heard, unless much is missing."""

    def said(self, heard_s: float) -> str:
        """Return the sentences of which it is sure that they were heard in so much sound."""
        heard = whole_sentences(
            self.text, int(heard_s * self.characters_per_s * (RAN_OUT if self.ran_out else CAREFUL))
        )
        return " ".join(part for part in (self.before, heard) if part)


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
    sounding: Sounding | None = None
    bridge: Bridge | None = None
    """The page says a phrase meanwhile."""

    def having_run_out(self) -> "Unfinished":
        """Return it as of an answer that fell silent by itself."""
        return self if self.sounding is None else replace(self, sounding=replace(self.sounding, ran_out=True))

    def as_heard(self, response_id: str, heard_s: float) -> "Unfinished":
        """Return it as somebody tells who listened to that response for so long."""
        if self.sounding is None or self.sounding.response_id != response_id:
            return self
        return replace(self, said=self.sounding.said(heard_s))


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
                return self._begin(event.response.id)
            case OutputTextDelta() | OutputTranscriptDelta():
                spoken = isinstance(event, OutputTranscriptDelta)
                return replace(self, text=self.text + event.delta, item_id=event.item_id, spoken=spoken)
            case OutputAudioDelta():
                return replace(self, sound_ms=self.sound_ms + seconds_of(event) * 1000)
            case PlaybackStarted() | PlaybackStopped() | PlaybackCleared() if not self._is_mine(event.response_id):
                return self
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
        lost = self.hearing != "no"
        if self.spoken and (self.playing_since is not None or (self.done and not self.sound_ms)):
            sounding = Sounding(self.response_id, self.before, self.text, self.characters_per_s)
            heard_s = 0.0 if self.playing_since is None else max(0.0, now - self.playing_since - LATE_S)
            said = sounding.said(heard_s)
            return Unfinished(self.item_id, said, answer_owed=True, words_lost=lost, sounding=sounding)
        # What was written is read; sound that was handed over is played, whatever becomes of the call.
        sounded = int(self.sound_ms / 1000 * self.characters_per_s)
        heard = whole_sentences(self.text, sounded if self.spoken else spoken_length(self.text))
        said = " ".join(part for part in (self.before, heard) if part)
        return Unfinished(self.item_id, said, answer_owed=True, words_lost=lost)

    def _is_mine(self, response_id: str) -> bool:
        return self.response_id in (None, response_id)

    def _begin(self, response_id: str) -> "Going":
        """Return the state with the next answer; one that was made before it may still sound, or not have begun to."""
        made = self.text.strip() if self.done else ""
        before = " ".join(part for part in (self.before, made) if part)
        going = Going(before=before, hearing=self.hearing, characters_per_s=self.characters_per_s)
        return replace(going, owed=True, done=False, response_id=response_id)

    def _response_done(self, event: ResponseDone) -> "Going":
        response = event.response
        if response.status == "failed":
            return replace(self, done=True)
        if response.status == "completed" and not any(isinstance(item, Message) for item in response.output):
            return replace(self, done=True)  # tool calls: the answer comes with the next response
        played = self.playing_since is not None or (self.spoken and not self.sound_ms)
        if played and response.status == "completed":
            return replace(self, done=True)  # it is still being heard, or about to be
        if self.spoken and response.status == "completed":
            return replace(self, characters_per_s=self._pace(self.sound_ms / 1000))._over()
        return self._over()

    def _pace(self, played_s: float) -> float:
        if played_s < MEASURED_S or not self.text:
            return self.characters_per_s
        return min(max(spoken_length(self.text) / played_s, SLOWEST), FASTEST)

    def _over(self) -> "Going":
        return Going(hearing=self.hearing, characters_per_s=self.characters_per_s)

    def _new_turn(self) -> "Going":
        return Going(done=self.done, playing_since=self.playing_since, characters_per_s=self.characters_per_s)


def seconds_of(event: OutputAudioDelta) -> float:
    """Return the length of a piece of sound, which comes as base64."""
    return len(event.delta) * 3 / 4 / BYTES_PER_S


def spoken_length(text: str) -> int:
    """Return how many characters a text has when it is said."""
    return len(text) + (DIGIT - 1) * sum(character.isdigit() for character in text)


def whole_sentences(text: str, characters: int) -> str:
    """Return the sentences of `text` that end within its first `characters`, as they are said."""
    if characters >= spoken_length(text) and text.rstrip().endswith((".", "!", "?", "…")):
        return text.strip()
    end = 0
    for boundary in SENTENCE_END.finditer(text):
        if spoken_length(text[: boundary.start()]) > characters:
            break
        end = boundary.start()
    return text[:end].strip()
