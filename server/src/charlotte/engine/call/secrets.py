"""Client secrets: keys that a browser may hold for a while, each bound to a configuration."""

from dataclasses import dataclass

from charlotte.clock import Clock
from charlotte.errors import Unavailable
from charlotte.protocol.config import Session
from charlotte.protocol.ids import new_id

MAX_SECRETS = 20_000
"""Alive at once; more are refused until some expire."""


@dataclass(frozen=True)
class ClientSecret:
    """A key and what it opens, as often as wanted until it expires."""

    value: str
    session: Session
    expires_at: int
    """Unix seconds, for the client."""
    ends_at: float
    """Monotonic seconds: the machine's clock may be set while it lives."""


class ClientSecrets:
    """The secrets alive."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._secrets: dict[str, ClientSecret] = {}

    def mint(self, session: Session, seconds: int) -> ClientSecret:
        """Return a new secret. Raises `Unavailable` when too many are alive."""
        now = self._clock.monotonic()
        if len(self._secrets) >= MAX_SECRETS:
            self._secrets = {value: secret for value, secret in self._secrets.items() if secret.ends_at > now}
        if len(self._secrets) >= MAX_SECRETS:
            raise Unavailable("Too many client secrets are alive.", hint="Try again in some minutes.")
        expires_at = int(self._clock.now().timestamp()) + seconds
        secret = ClientSecret(new_id("ek", 40), session, expires_at, now + seconds)
        self._secrets[secret.value] = secret
        return secret

    def find(self, value: str) -> ClientSecret | None:
        """Return the secret, None when unknown or expired."""
        secret = self._secrets.get(value)
        return secret if secret and secret.ends_at > self._clock.monotonic() else None
