"""The port to what remembers conversations: whoever stores them keeps words encrypted."""

from typing import Protocol

from charlotte.session.bus import Reader
from charlotte.session.happened import Happened
from charlotte.session.history import History
from charlotte.session.identity import Session


class Record(Protocol):
    """The durable side of conversations."""

    async def begin(self, session: Session) -> None:
        """Remember a new conversation."""
        ...

    async def find(self, session_id: str) -> Session:
        """Return a conversation that can be taken up. Raises `NotFound`."""
        ...

    async def history(self, session_id: str) -> History:
        """Return what was said so far."""
        ...

    async def seen(self, session: Session, *, live: bool | None = None) -> None:
        """Note that a call opened (`live`), closed, or that the conversation's choices changed (None)."""
        ...

    async def follow(self, session_id: str, reader: Reader) -> None:
        """Keep everything that happens in one call."""
        ...

    async def append(self, session_id: str, *events: Happened) -> None:
        """Keep something that happened outside a call, and wait until it is on disk."""
        ...

    async def erase(self, session_id: str) -> None:
        """Make the words of a conversation unreadable for good, and end it."""
        ...
