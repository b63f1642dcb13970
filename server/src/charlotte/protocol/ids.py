"""Identifiers in the shape the real server gives them: a prefix and base62 characters."""

import secrets
import string

_ALPHABET = string.ascii_letters + string.digits


def new_id(prefix: str, length: int = 21) -> str:
    """Return `prefix_` and `length` random base62 characters."""
    return f"{prefix}_" + "".join(secrets.choice(_ALPHABET) for _ in range(length))


def new_event_id() -> str:
    """Return a fresh `event_…`."""
    return new_id("event")


def new_item_id() -> str:
    """Return a fresh `item_…`."""
    return new_id("item")


def new_call_id() -> str:
    """Return a fresh `call_…` for a function call (16 characters, as the real server)."""
    return new_id("call", 16)
