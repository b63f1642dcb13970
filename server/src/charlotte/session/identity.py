"""Who talks to whom: the facts of one conversation of ours, which outlives its calls."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from charlotte.protocol.ids import new_id

Mode = Literal["voice", "text"]


@dataclass(frozen=True)
class Session:
    """One visitor's conversation; durable, resumable, and not to be mistaken for a provider's call."""

    id: str
    event_id: str
    device_id: str
    """Pseudonym of the browser, from its cookie."""
    language: str | None
    """ISO 639-1 as chosen on the page; None = find out from what is said."""
    mode: Mode
    created_at: datetime


def new_session_id() -> str:
    """Return a fresh id, unlike any provider's `sess_…`."""
    return new_id("talk")
