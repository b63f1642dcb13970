"""The last sound of a visitor that nobody has understood yet, for the next call when this one breaks. Pure."""

from dataclasses import dataclass, replace

from charlotte.protocol.base import Frame
from charlotte.protocol.client import InputAudioAppend
from charlotte.protocol.server import (
    InputAudioCleared,
    InputAudioCommitted,
    InputTranscriptCompleted,
    InputTranscriptFailed,
    SessionUpdated,
    SpeechStarted,
)

QUIET_CHARACTERS = 64_000
"""One second as base64: kept while nobody speaks, because speech is noticed a little after it began."""
MOST_CHARACTERS = 30 * QUIET_CHARACTERS


@dataclass(frozen=True)
class LastSound:
    """Pieces of sound as they were sent, in base64."""

    pieces: tuple[str, ...] = ()
    characters: int = 0
    detects: bool = False
    """The upstream notices by itself when somebody speaks."""
    speaking: bool = False
    committed: bool = False
    """A turn ended with it, and its words are not known yet."""

    def observe(self, event: Frame) -> "LastSound":
        """Return the state after an event of either side."""
        match event:
            case InputAudioAppend():
                return self._append(event.audio)
            case SpeechStarted():
                return replace(self, speaking=True)
            case InputAudioCommitted():
                return replace(self, committed=True, speaking=False)
            case SessionUpdated():
                heard = event.session.audio.input if event.session.audio else None
                return replace(self, detects=heard is not None and heard.turn_detection is not None)
            case InputAudioCleared():
                return LastSound(detects=self.detects)
            case InputTranscriptCompleted() | InputTranscriptFailed():
                return LastSound(detects=self.detects) if self.committed else self
            case _:
                return self

    def _append(self, audio: str) -> "LastSound":
        bound = QUIET_CHARACTERS if self.detects and not (self.speaking or self.committed) else MOST_CHARACTERS
        pieces, characters = (*self.pieces, audio), self.characters + len(audio)
        while len(pieces) > 1 and characters - len(pieces[0]) >= bound:
            characters -= len(pieces[0])
            pieces = pieces[1:]
        return replace(self, pieces=pieces, characters=characters)
