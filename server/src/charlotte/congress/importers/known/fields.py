"""Reading fields of JSON that may hold anything."""

from collections.abc import Iterator
from typing import Any


def text(value: Any, *path: str) -> str | None:
    """Return the text at a path, numbers as text; None when it is empty or something else."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return str(int(value)) if value == int(value) else str(value)
    if isinstance(value, dict):  # pretalx: {"en": "…", "de": "…"}
        return next((found for part in value.values() if isinstance(part, str) and (found := part.strip())), None)
    return value.strip() or None if isinstance(value, str) else None


def records(value: Any, *path: str) -> Iterator[dict[str, Any]]:
    """Yield the objects in the list at a path; anything else is passed over."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    if isinstance(value, list):
        yield from (item for item in value if isinstance(item, dict))


def count(value: Any, *names: str) -> int | None:
    """Return the first whole number above zero that stands under one of these names."""
    for name in names if isinstance(value, dict) else ():
        said = text(value, name) or ""
        if said.isascii() and said.isdigit() and int(said) > 0:
            return int(said)
    return None
