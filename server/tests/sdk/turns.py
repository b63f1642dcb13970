"""What every stock SDK is asked to do at the congress, whatever its language and transport."""

from dataclasses import dataclass
from typing import Protocol

HEARD_MS = 1_500
"""How long an answer is listened to before somebody speaks up."""


@dataclass(frozen=True)
class Told:
    """One answer as the SDK gives it to its user, the tools it ran for it, and how long anything sounded."""

    words: str
    tools: list[str]
    sound_ms: float


class Attendee(Protocol):
    """Somebody at the congress who uses one SDK; each call opens a session of its own."""

    async def writes(self, text: str, modality: str) -> Told:
        """Type a question; `modality` is how the answer comes, `text` or `audio`."""
        ...

    async def speaks(self) -> Told:
        """Ask aloud what the ear of the engine hears."""
        ...

    async def interrupts(self, text: str) -> Told:
        """Type a question, speak up `HEARD_MS` into its spoken answer; return what is left of that answer."""
        ...
