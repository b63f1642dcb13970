"""One-use tickets: each opens one call of one conversation, from one device and one origin, within seconds."""

import hashlib
import secrets
from collections import OrderedDict
from dataclasses import dataclass

from charlotte.clock import Clock
from charlotte.errors import Unauthorized

PREFIX = "ek_"
"""Client libraries insist that a browser's key begins like this."""
BOUND = 50_000
"""Tickets kept at once; the oldest are forgotten first."""


class TicketMissing(Unauthorized):
    """There is no ticket."""

    code = "ticket_missing"


class TicketUnknown(Unauthorized):
    """The ticket was never issued, or is long gone."""

    code = "ticket_unknown"


class TicketUsed(Unauthorized):
    """The ticket has opened its call already."""

    code = "ticket_used"


class TicketExpired(Unauthorized):
    """The ticket's seconds are over."""

    code = "ticket_expired"


class TicketElsewhere(Unauthorized):
    """The ticket belongs to another device or another page."""

    code = "ticket_elsewhere"


@dataclass(frozen=True)
class Ticket:
    """What a ticket is good for."""

    session_id: str
    device_id: str
    origin: str | None
    expires: float
    """Monotonic seconds."""
    used: bool = False


class Tickets:
    """Issues and redeems tickets; only their hashes are kept."""

    def __init__(self, clock: Clock, *, seconds: int) -> None:
        self._clock = clock
        self._seconds = seconds
        self._issued: OrderedDict[bytes, Ticket] = OrderedDict()

    def issue(self, session_id: str, *, device_id: str, origin: str | None) -> tuple[str, int]:
        """Return a fresh ticket and when it expires (unix seconds)."""
        value = PREFIX + secrets.token_urlsafe(32)
        self.adopt(value, session_id, device_id=device_id, origin=origin)
        return value, int(self._clock.now().timestamp()) + self._seconds

    def adopt(self, value: str, session_id: str, *, device_id: str, origin: str | None) -> None:
        """Take a provider's secret for a ticket as well; with us it is good once."""
        expires = self._clock.monotonic() + self._seconds
        self._issued[_hash(value)] = Ticket(session_id, device_id, origin, expires)
        while len(self._issued) > BOUND:
            self._issued.popitem(last=False)

    def redeem(self, value: str | None, *, device_id: str | None, origin: str | None) -> str:
        """Use a ticket up and return its session's id. Raises a kind of `Unauthorized` that says why not."""
        if not value:
            raise TicketMissing("A ticket is needed.", hint="POST /api/realtime/token gives one.")
        key = _hash(value)
        ticket = self._issued.get(key)
        if ticket is None:
            raise TicketUnknown("This ticket is not known.", hint="Ask for a new one at /api/realtime/token.")
        if ticket.used:
            raise TicketUsed("This ticket was used already.", hint="Ask for a new one; each opens one call.")
        if self._clock.monotonic() >= ticket.expires:
            raise TicketExpired("This ticket has expired.", hint="Ask for a new one and use it at once.")
        if ticket.device_id != device_id or ticket.origin != origin:
            raise TicketElsewhere(
                "This ticket belongs to another device or page.",
                hint="Send the cookie that came with the ticket, from the same page.",
            )
        self._issued[key] = Ticket(ticket.session_id, ticket.device_id, ticket.origin, ticket.expires, used=True)
        return ticket.session_id


def _hash(value: str) -> bytes:
    return hashlib.sha256(value.encode()).digest()
