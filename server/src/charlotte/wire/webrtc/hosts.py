"""Which addresses the server listens on for media."""

import aioice.ice

LOOPBACK = "127.0.0.1"

_own_addresses = aioice.ice.get_host_addresses


def _with_loopback(use_ipv4: bool, use_ipv6: bool) -> list[str]:
    """Return the machine's addresses, loopback first: aioice leaves it out, and a page on this machine needs it."""
    found: list[str] = _own_addresses(use_ipv4, use_ipv6)
    return [LOOPBACK, *(host for host in found if host != LOOPBACK)] if use_ipv4 else found


def listen_on_loopback_too() -> None:
    """Make every connection offer the loopback address beside the others; aioice has no setting for it."""
    aioice.ice.get_host_addresses = _with_loopback
