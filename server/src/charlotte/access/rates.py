"""How often tickets may be asked for: by device first, by address block second and generously, then by event."""

import ipaddress
from dataclasses import dataclass
from functools import lru_cache

from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import FixedWindowRateLimiter

from charlotte.errors import CharlotteError

BLOCKS = 1_000
"""Addresses whose block is remembered; many devices come from few."""
KNOWN_GRACE = 4
"""Devices that were here before may ask this many times as often from one address block as new ones."""


class TooManyRequests(CharlotteError):
    """This device or network asks too often."""

    code, status, retryable = "too_many_requests", 429, True


@dataclass(frozen=True)
class PerMinute:
    """How many tickets may be asked for in a minute."""

    device: int
    block: int
    event: int


class Rates:
    """Counts requests for tickets."""

    def __init__(self, limits: PerMinute) -> None:
        self._limiter = FixedWindowRateLimiter(MemoryStorage())
        self._device = RateLimitItemPerMinute(limits.device)
        self._block = RateLimitItemPerMinute(limits.block)
        self._block_known = RateLimitItemPerMinute(limits.block * KNOWN_GRACE)
        self._event = RateLimitItemPerMinute(limits.event)

    async def admit(self, *, device_id: str, address: str | None, known: bool) -> None:
        """Count one request. Raises `TooManyRequests` when it is one too many; `known` devices showed their cookie."""
        # A device without a cookie was named a moment ago: it cannot have asked before, and a crowd fills no memory.
        if known and not await self._limiter.hit(self._device, "device", device_id):
            raise TooManyRequests("Too many tries from this device.", hint="Wait a minute and try again.")
        # A device without a cookie is new to us each time, so the block is what holds a flood of those. Those that were
        # here before count apart, so that the flood of a neighbour behind the same address does not shut them out.
        limit, kind = (self._block_known, "known") if known else (self._block, "block")
        if not await self._limiter.hit(limit, kind, block_of(address)):
            raise TooManyRequests("Too many tries from this network.", hint="Wait a minute and try again.")

    async def admit_to(self, event_id: str) -> None:
        """Count one request for an event. Raises `TooManyRequests`: one event must not take the server from others."""
        if not await self._limiter.hit(self._event, "event", event_id):
            raise TooManyRequests(
                "Very many people are asking about this congress right now.", hint="Wait a minute and try again."
            )


@lru_cache(BLOCKS)
def block_of(address: str | None) -> str:
    """Return the address block that shares a limit: /24 of IPv4, /48 of IPv6."""
    try:
        ip = ipaddress.ip_address(address or "")
    except ValueError:
        return "unknown"
    mapped = ip.ipv4_mapped if isinstance(ip, ipaddress.IPv6Address) else None
    ip = mapped or ip
    bits = 24 if ip.version == 4 else 48
    return str(ipaddress.ip_network((ip, bits), strict=False))
