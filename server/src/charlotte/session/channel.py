"""The port to one call of an upstream: a sideband or a relayed socket."""

from collections.abc import AsyncIterator
from typing import Protocol

from charlotte.errors import Unavailable
from charlotte.protocol.client import ClientEvent
from charlotte.protocol.server import ServerEvent


class Channel(Protocol):
    """Both directions of one call, as typed events."""

    async def send(self, event: ClientEvent) -> None:
        """Send to the upstream. Raises `Unavailable` when the call is over."""
        ...

    def events(self) -> AsyncIterator[ServerEvent]:
        """Yield what the upstream says, until the call is over."""
        ...


class LineDead(Unavailable):
    """Nothing has come or gone for a while: what was thought to be heard since then was not."""

    def __init__(self, message: str, *, silent_s: float) -> None:
        super().__init__(message)
        self.silent_s = silent_s


def silence_of(dead: BaseExceptionGroup[LineDead]) -> float:
    """Return for how long nothing had come."""
    inner = (silence_of(each) if isinstance(each, BaseExceptionGroup) else each.silent_s for each in dead.exceptions)
    return max(inner)
