"""Who may tell us something by a webhook: whoever signs with one of our secrets, freshly (Standard Webhooks)."""

import re
from collections.abc import Mapping

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from charlotte.errors import NotFound, Unauthorized

PREFIX = "whsec_"
_ID = re.compile(r"[\x21-\x7e]{1,200}")


class Unsigned(Unauthorized):
    """No signature of ours, an old one, or a changed body; which of these is nobody's business."""

    code = "webhook_not_verified"


class WebhooksOff(NotFound):
    """There is no secret, so nobody can be believed."""

    code = "webhooks_off"


class WebhookSignatures:
    """Checks signatures with every secret there is, so that one can be replaced while deliveries go on."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        # Like the provider's own library: base64 after the prefix, and else the bytes as they are.
        self._keys = [Webhook(secret if secret.startswith(PREFIX) else secret.encode()) for secret in secrets if secret]

    def check(self, headers: Mapping[str, str], body: bytes) -> str:
        """Return the delivery's id. Raises `Unsigned`, or `WebhooksOff`."""
        if not self._keys:
            raise WebhooksOff("Webhooks are not set up here.", hint="Staff: set CHARLOTTE_WEBHOOK_SECRET.")
        delivery = headers.get("webhook-id", "")
        if _ID.fullmatch(delivery) and any(_signed(key, headers, body) for key in self._keys):
            return delivery
        raise Unsigned("This delivery is not signed as it should be.")


def _signed(key: Webhook, headers: Mapping[str, str], body: bytes) -> bool:
    try:
        key.verify(body, dict(headers), json_parse=False)
    except (WebhookVerificationError, ValueError, OverflowError):  # what cannot be read is not signed either
        return False
    return True
