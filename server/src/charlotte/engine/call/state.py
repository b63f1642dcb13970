"""What one call knows: configuration, conversation, and the sound behind its items."""

import asyncio
from dataclasses import dataclass, field

from charlotte.engine.call.conversation import Conversation
from charlotte.engine.call.playback import BYTES_PER_MS, Clause
from charlotte.protocol.config import Session
from charlotte.protocol.ids import new_id

KEPT_AUDIO_BYTES = 5_500_000
"""Sound kept for `conversation.item.retrieve`, just under two minutes; the oldest is forgotten first.

In base64 it stays below the 8 MiB that some clients take as a frame."""


@dataclass
class CallState:
    """Mutable by its call alone; the values in it are frozen."""

    session: Session
    conversation: Conversation = field(default_factory=Conversation)
    conversation_id: str = field(default_factory=lambda: new_id("conv"))
    has_spoken: bool = False
    """The assistant's sound was heard; its voice is locked from then on."""
    language: str | None = None
    """ISO 639-1 of what was heard last."""
    audio_ms: dict[str, float] = field(default_factory=dict)
    """Length of each item's sound."""
    clauses: dict[str, list[Clause]] = field(default_factory=dict)
    """The assistant's words and when they sound, by item."""
    heard_ms: dict[str, float] = field(default_factory=dict)
    """How much of an item's sound was heard, where it was cut."""
    recordings: dict[str, bytearray] = field(default_factory=dict)
    """Sound of items, s16le mono 24 kHz."""
    transcribing: dict[str, asyncio.Event] = field(default_factory=dict)
    """User items whose words are not known yet; each event is set once they are."""

    def record(self, item_id: str, pcm: bytes) -> None:
        """Keep sound of an item, within the bound."""
        recording = self.recordings.setdefault(item_id, bytearray())
        recording += pcm[: max(0, KEPT_AUDIO_BYTES - len(recording))]
        total = sum(len(kept) for kept in self.recordings.values())
        while total > KEPT_AUDIO_BYTES:
            oldest = next(iter(self.recordings))
            total -= len(self.recordings.pop(oldest))

    def forget(self, item_id: str) -> None:
        """Drop what belongs to a deleted item."""
        self.audio_ms.pop(item_id, None)
        self.clauses.pop(item_id, None)
        self.heard_ms.pop(item_id, None)
        self.recordings.pop(item_id, None)

    def cut(self, item_id: str, heard_ms: float) -> None:
        """Shorten an item's sound to what was heard."""
        self.audio_ms[item_id] = min(heard_ms, self.audio_ms.get(item_id, 0.0))
        self.heard_ms[item_id] = self.audio_ms[item_id]
        if item_id in self.recordings:
            self.recordings[item_id] = self.recordings[item_id][: round(heard_ms) * BYTES_PER_MS]
