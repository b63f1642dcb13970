"""How often tickets may be asked for: by device first, by address block second and generously."""

import ipaddress

from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import FixedWindowRateLimiter

from charlotte.errors import CharlotteError


class TooManyRequests(CharlotteError):
    """This device or network asks too often."""

    code, status, retryable = "too_many_requests", 429, True


class Rates:
    """Counts requests for tickets."""

    def __init__(self, *, device_per_minute: int, block_per_minute: int) -> None:
        self._limiter = FixedWindowRateLimiter(MemoryStorage())
        self._device = RateLimitItemPerMinute(device_per_minute)
        self._block = RateLimitItemPerMinute(block_per_minute)

    async def admit(self, *, device_id: str, address: str | None) -> None:
        """Count one request. Raises `TooManyRequests` when it is one too many."""
        if not await self._limiter.hit(self._device, "device", device_id):
            raise TooManyRequests("Too many tries from this device.", hint="Wait a minute and try again.")
        # A device without a cookie is new to us each time, so the block is what holds a flood of those.
        if not await self._limiter.hit(self._block, "block", block_of(address)):
            raise TooManyRequests("Too many tries from this network.", hint="Wait a minute and try again.")


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
