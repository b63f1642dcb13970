"""Who may use `/v1`: the standard key, or a client secret for the calls it opens."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import SecretStr

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.secrets import ClientSecret
from charlotte.errors import Unauthorized

SUBPROTOCOL = "realtime"
_KEY_PROTOCOL = "openai-insecure-api-key."


class WrongKey(Unauthorized):
    """The key is missing, wrong or expired."""

    code = "invalid_api_key"


@dataclass(frozen=True)
class Caller:
    """Someone let in; `secret` is None for the standard key."""

    secret: ClientSecret | None


class V1Access:
    """Checks keys."""

    def __init__(self, engine: Engine, standard_key: SecretStr) -> None:
        self._engine = engine
        self._standard_key = standard_key

    def caller(self, key: str | None) -> Caller:
        """Return who holds `key`. Raises `WrongKey`."""
        if not key:
            raise WrongKey("You didn't provide an API key.", hint="Send it as 'Authorization: Bearer KEY'.")
        if secrets.compare_digest(key.encode(), self._standard_key.get_secret_value().encode()):
            return Caller(None)
        secret = self._engine.secrets.find(key)
        if secret is None:
            raise WrongKey("Incorrect or expired API key provided.", hint="Mint a new client secret and try again.")
        return Caller(secret)

    def operator(self, key: str | None) -> None:
        """Let only the standard key pass. Raises `WrongKey`."""
        if self.caller(key).secret is not None:
            raise WrongKey("A client secret cannot do this.", hint="Use the standard API key.")


def bearer(authorization: str | None) -> str | None:
    """Return the key in an Authorization header."""
    scheme, _, key = (authorization or "").partition(" ")
    return key.strip() if scheme.lower() == "bearer" else None


def key_of_socket(authorization: str | None, subprotocols: Iterable[str]) -> str | None:
    """Return the key of a WebSocket: header, or `openai-insecure-api-key.KEY` among the subprotocols."""
    offered = [name[len(_KEY_PROTOCOL) :] for name in subprotocols if name.startswith(_KEY_PROTOCOL)]
    return bearer(authorization) or (offered[0] if offered else None)
