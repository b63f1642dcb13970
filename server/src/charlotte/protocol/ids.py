"""Identifiers in the shape the real server gives them: a prefix and base62 characters."""

import secrets
import string

_ALPHABET = string.ascii_letters + string.digits


def new_id(prefix: str, length: int = 21) -> str:
    """Return `prefix_` and `length` random base62 characters."""
    chance = secrets.randbits(8 * length)  # two bits a character to spare, so that each is as likely as another
    characters = []
    for _ in range(length):
        chance, digit = divmod(chance, len(_ALPHABET))
        characters.append(_ALPHABET[digit])
    return f"{prefix}_{''.join(characters)}"


def new_event_id() -> str:
    """Return a fresh `event_…`."""
    return new_id("event")


def new_item_id() -> str:
    """Return a fresh `item_…`."""
    return new_id("item")


def new_call_id() -> str:
    """Return a fresh `call_…` for a function call (16 characters, as the real server)."""
    return new_id("call", 16)
