"""Who is staff: the token in a header, or a one-time link that becomes a cookie."""

import hashlib
import hmac
import secrets

from charlotte.access.cookies import STAFF_HOURS, CookieSigner
from charlotte.clock import Clock
from charlotte.errors import Unauthorized

LINK_SECONDS = 24 * 3600


class NotStaff(Unauthorized):
    """Only staff may do this."""

    code = "staff_only"


class Staff:
    """Lets staff in."""

    def __init__(self, token: str, key: bytes, clock: Clock) -> None:
        self._token = token
        self._clock = clock
        # A new token ends the sessions that the old one began.
        generation = hashlib.sha256(token.encode()).hexdigest()[:16]
        self._signer = CookieSigner(key, f"staff.{generation}", clock)
        self._link: tuple[bytes, float] | None = None

    def new_link_code(self) -> str:
        """Return the code of a sign-in link that works once; an earlier link stops working."""
        code = secrets.token_urlsafe(24)
        self._link = (_hash(code), self._clock.monotonic() + LINK_SECONDS)
        return code

    def sign_in(self, code: str) -> str:
        """Use a link up and return the cookie's value. Raises `NotStaff` when it is not, or no longer, good."""
        link, now = self._link, self._clock.monotonic()
        if link is None or now >= link[1] or not hmac.compare_digest(link[0], _hash(code)):
            raise NotStaff(
                "This sign-in link was used already or is too old.",
                hint="Restart the server for a new link, or send the staff token as `Authorization: Bearer`.",
            )
        self._link = None
        return self._signer.sign("staff").decode()

    def check(self, *, authorization: str | None, cookie: str | None) -> None:
        """Return if this is staff. Raises `NotStaff` otherwise."""
        scheme, _, value = (authorization or "").partition(" ")
        if scheme.lower() == "bearer" and hmac.compare_digest(value.strip().encode(), self._token.encode()):
            return
        if self._signer.read(cookie, seconds=STAFF_HOURS * 3600) == "staff":
            return
        raise NotStaff(
            "Only staff may see this.",
            hint="Open the sign-in link the server printed, or send the staff token as `Authorization: Bearer`.",
        )


def _hash(code: str) -> bytes:
    return hashlib.sha256(code.encode()).digest()
