"""What flows over a conversation's bus: an event and the moment it came."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from charlotte.protocol.base import Frame
from charlotte.session.endings import Ending

Source = Literal["upstream", "visitor", "charlotte", "replay", "relayed"]
"""`replay`: the upstream confirms an item that an earlier call already had. `relayed`: a page says that the upstream
said so."""


@dataclass(frozen=True)
class Happened:
    """One event of a conversation."""

    event: Frame
    source: Source
    at: datetime
    """Time of day, aware."""
    seconds: float
    """Monotonic seconds, for durations."""


class CallOpened(Frame):
    """A call of an upstream serves the conversation from here on."""

    type: Literal["charlotte.call_opened"] = "charlotte.call_opened"
    call_id: str | None
    transport: str
    upstream: str
    replayed_items: int = 0
    template: str | None = None
    """Version of the instructions' template."""
    brief: int = 0
    """Version of what staff told about the event."""


class CallEnded(Frame):
    """The call is over; the conversation may go on in another."""

    type: Literal["charlotte.call_ended"] = "charlotte.call_ended"
    reason: Ending


class ToolRan(Frame):
    """One tool call went through the gateway."""

    type: Literal["charlotte.tool_ran"] = "charlotte.tool_ran"
    call_id: str
    name: str
    ok: bool
    code: str | None = None
    tool_ms: int
    arguments: str
    output: str


class ConfigReasserted(Frame):
    """A client had overwritten what the server owns; it was put back."""

    type: Literal["charlotte.config_reasserted"] = "charlotte.config_reasserted"
    fields: tuple[str, ...]


class ConfigChanged(Frame):
    """The server changed the configuration of the running call: another language, or another brief by staff."""

    type: Literal["charlotte.config_changed"] = "charlotte.config_changed"
    fields: tuple[str, ...]
    template: str
    brief: int


class WordsRead(Frame):
    """Staff read what was said."""

    type: Literal["charlotte.words_read"] = "charlotte.words_read"
