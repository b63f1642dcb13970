"""Whom the broker calls: configuration, not code paths."""

from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlencode

Kind = Literal["embedded", "openai", "realtime"]


@dataclass(frozen=True)
class Upstream:
    """A provider of the Realtime protocol."""

    kind: Kind
    base_url: str
    """Ends in /v1."""
    key: str = field(repr=False)
    model: str | None = None
    voice: str | None = None
    transcription_model: str | None = None

    def url(self, path: str) -> str:
        """Return the address of an HTTP resource."""
        return f"{self.base_url}/{path}"

    def socket_url(self, **query: str) -> str:
        """Return the address of the WebSocket, with exactly the query given."""
        base = self.base_url.replace("https://", "wss://", 1).replace("http://", "ws://", 1)
        return f"{base}/realtime?{urlencode(query)}" if query else f"{base}/realtime"

    @property
    def headers(self) -> dict[str, str]:
        """The standard key, which goes to the provider and nowhere else."""
        return {"Authorization": f"Bearer {self.key}"}
