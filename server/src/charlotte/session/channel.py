"""The port to one call of an upstream: a sideband or a relayed socket."""

from collections.abc import AsyncIterator
from typing import Protocol

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
