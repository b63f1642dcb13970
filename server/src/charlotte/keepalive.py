"""When the other side of a WebSocket counts as gone."""

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

PING_S = 15
PONG_S = 10
"""How long nothing at all may come after a ping."""


class AliveSocket(WebSocketsSansIOProtocol):
    """A connection that is alive as long as anything comes.

    A pong waits behind what was sent before it, which may be minutes of sound.
    """

    _heard_at = 0.0

    def data_received(self, data: bytes) -> None:
        """Take bytes, and note when."""
        self._heard_at = self.loop.time()
        super().data_received(data)

    def keepalive_timeout(self) -> None:
        """Close the connection unless something came since the ping, or still waits to be read."""
        if self._heard_at < self.ping_sent_at and not self.read_paused:
            super().keepalive_timeout()
            return
        self.pong_timer = None
        self.pending_ping_payload = None
        if not self.transport.is_closing():
            self.schedule_ping()
