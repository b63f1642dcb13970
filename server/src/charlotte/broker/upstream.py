"""Whom the broker calls: configuration, not code paths."""

import hashlib
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlencode

from charlotte.broker.keys import ProviderKey, Secret
from charlotte.session.configuration.taste import UpstreamTaste

Kind = Literal["embedded", "openai", "realtime"]

SESSION_CAP_S = 3600
"""The provider ends every session after an hour; the embedded engine does not, but is treated alike."""

SAFETY_HEADER = "OpenAI-Safety-Identifier"


@dataclass(frozen=True, kw_only=True)
class Upstream:
    """A provider of the Realtime protocol, as it is when a call is opened."""

    kind: Kind
    name: str
    """Unique among the upstreams of a server; what logs and pages call it."""
    base_url: str
    """Ends in /v1."""
    key: str = field(repr=False)
    """The key at this moment; a call goes on with the one it was opened with."""
    model: str | None = None
    voice: str | None = None
    voices: tuple[str, ...] = ()
    """Voices to choose from; empty = not known."""
    transcription_model: str | None = None
    cap_seconds: int = SESSION_CAP_S
    """After this long the provider ends a session by itself."""
    patience_s: float = 1.8
    """How long it may be silent before an answer, or between two parts of one."""
    direct: bool = False
    """The browser calls the provider itself, with an `ek_` secret of the provider."""
    keys: ProviderKey = field(default_factory=ProviderKey, repr=False, compare=False)
    """Where the key comes from."""

    @property
    def embedded(self) -> bool:
        """Whether this is our own engine."""
        return self.kind == "embedded"

    @property
    def taste(self) -> UpstreamTaste:
        """What of a call's configuration depends on this upstream."""
        return UpstreamTaste(
            model=self.model,
            voice=self.voice,
            voices=self.voices,
            transcription_model=self.transcription_model,
            embedded=self.embedded,
        )

    def url(self, path: str) -> str:
        """Return the address of an HTTP resource."""
        return f"{self.base_url}/{path}"

    def socket_url(self, **query: str) -> str:
        """Return the address of the WebSocket, with exactly the query given."""
        base = self.base_url.replace("https://", "wss://", 1).replace("http://", "ws://", 1)
        return f"{base}/realtime?{urlencode(query)}" if query else f"{base}/realtime"

    @property
    def headers(self) -> dict[str, str]:
        """The standard key, which goes to the provider and nowhere else; none for a provider that wants none."""
        return {"Authorization": Secret(f"Bearer {self.key}")} if self.key else {}

    def headers_for(self, device_id: str | None) -> dict[str, str]:
        """Return the headers of a request on behalf of a visitor's device.

        OpenAI asks for a stable pseudonym of the person, so that misuse is held against one and not against all of us.
        Ours is a hash of a random number, which says nothing about anybody; others do not get it.
        """
        if device_id is None or self.kind != "openai":
            return self.headers
        return {**self.headers, SAFETY_HEADER: hashlib.sha256(f"charlotte.device.{device_id}".encode()).hexdigest()}

    def without_key(self, said: str | None) -> str | None:
        """Return what a provider said without our key, which some repeat in their errors."""
        return said.replace(self.key, "the key") if said and self.key else said
