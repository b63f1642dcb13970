"""Who is staff: the token in a header, or a one-time link that becomes a cookie."""

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass

from charlotte.access.cookies import STAFF_HOURS, CookieSigner
from charlotte.clock import Clock
from charlotte.errors import Forbidden, Unauthorized

LINK_SECONDS = 24 * 3600
LINKS = 50
"""Links that may wait to be opened; the oldest are forgotten first."""
NAME_CHARS = 40


class NotStaff(Unauthorized):
    """Only staff may do this."""

    code = "staff_only"


class NoOrigin(Forbidden):
    """A change that does not say which page it comes from."""

    code = "origin_missing"


@dataclass(frozen=True)
class Member:
    """One of the staff: the name their link was made for, and which sign-in it was."""

    name: str
    sign_in: str
    by_cookie: bool


class Staff:
    """Lets staff in."""

    def __init__(self, token: str, key: bytes, clock: Clock) -> None:
        self._token = token
        self._clock = clock
        # A new token ends the sessions that the old one began.
        generation = hashlib.sha256(token.encode()).hexdigest()[:16]
        self._signer = CookieSigner(key, f"staff.{generation}", clock)
        self._links: dict[bytes, tuple[str, float]] = {}

    def new_link_code(self, name: str = "Staff") -> str:
        """Return the code of a sign-in link that works once, for whoever is called `name` in the history."""
        code = secrets.token_urlsafe(24)
        self._links[_hash(code)] = (" ".join(name.split())[:NAME_CHARS] or "Staff", self._clock.monotonic())
        while len(self._links) > LINKS:
            del self._links[next(iter(self._links))]
        return code

    def sign_in(self, code: str) -> str:
        """Use a link up and return the cookie's value. Raises `NotStaff` when it is not, or no longer, good."""
        name, made = self._links.pop(_hash(code), ("", float("-inf")))
        if self._clock.monotonic() >= made + LINK_SECONDS:
            raise NotStaff(
                "This sign-in link was used already or is too old.",
                hint="Ask a colleague who is signed in for a new one, or restart the server.",
            )
        written = base64.urlsafe_b64encode(name.encode()).decode().rstrip("=")
        return self._signer.sign(f"staff:{secrets.token_hex(3)}:{written}").decode()

    def check(self, *, authorization: str | None, cookie: str | None) -> Member:
        """Return who it is. Raises `NotStaff` when it is nobody of the staff."""
        scheme, _, value = (authorization or "").partition(" ")
        if scheme.lower() == "bearer" and hmac.compare_digest(value.strip().encode(), self._token.encode()):
            return Member("Staff token", "token", by_cookie=False)
        role, _, rest = (self._signer.read(cookie, seconds=STAFF_HOURS * 3600) or "").partition(":")
        if role == "staff":
            sign_in, _, written = rest.partition(":")
            name = base64.urlsafe_b64decode(written + "=" * (-len(written) % 4)).decode()
            return Member(name, sign_in, by_cookie=True)
        raise NotStaff(
            "Only staff may see this.",
            hint="Open the sign-in link the server printed, or send the staff token as `Authorization: Bearer`.",
        )


def may_change(member: Member, origin: str | None) -> Member:
    """Return the member; a browser must say that it is our own page that asks. Raises `NoOrigin`."""
    if member.by_cookie and origin is None:
        raise NoOrigin("This change does not come from the staff page.", hint="Use the page, or send the staff token.")
    return member


def _hash(code: str) -> bytes:
    return hashlib.sha256(code.encode()).digest()
