"""What a call starts with besides its configuration: whatever the conversation was before it."""

from dataclasses import dataclass, field

from charlotte.protocol.client import ClientEvent, ResponseCreate
from charlotte.session.handover.unfinished import CHARACTERS_PER_S
from charlotte.session.history import History
from charlotte.session.turns.confirming import Confirming


@dataclass(frozen=True)
class Beginning:
    """Where a conversation stands when a call takes it up."""

    history: History = History()
    again: tuple[ClientEvent, ...] = ()
    """What the page told the call before: its settings, and words that were not taken."""
    resume: ResponseCreate | None = None
    """Asks for the rest of an answer that broke off."""
    said: str = ""
    """Its sentences that were heard."""
    characters_per_s: float = CHARACTERS_PER_S
    """How fast the voice was that will speak."""
    pause_s: float = 0.0
    """How long the resumed answer waits: a bridging phrase is being said."""
    began: float | None = None
    """When the call it takes over from began: the longest length counts from there."""
    confirming: Confirming = field(default_factory=Confirming)
    """The question that waits for a yes, whichever call it was put in."""
