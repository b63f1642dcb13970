"""The sessions and people that tools found, and the words that are told of them."""

from collections.abc import Iterator, Mapping
from typing import Any

from charlotte.congress.search.folding import folded
from charlotte.congress.search.stems import stems


def cards(result: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the sessions and people that a tool found."""
    if result.get("match") == "none":
        return
    speaker = result.get("speaker") or {}
    yield from (one for one in (result.get("session"), speaker) if one)
    yield from result.get("sessions") or ()
    yield from speaker.get("sessions") or ()


def stems_of(card: Mapping[str, Any]) -> frozenset[str]:
    """Return the stems of what is told of one."""
    told = " ".join(str(card.get(key) or "") for key in ("title", "subtitle", "track", "room", "affiliation"))
    return frozenset(stem for word in folded(told) for stem in stems(word))
