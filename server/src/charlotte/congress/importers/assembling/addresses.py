"""The address of the house behind the names of rooms, as calendars and maps write it: it is no part of the name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from charlotte.congress.importers.wording import plain
from charlotte.congress.search.folding import fold

BETWEEN = re.compile(r"\s*(?:,\s+|;\s+)")
MOST_PARTS = 8
"""Of a place with its address; what has more is a list."""
SHORTEST = 2
"""Parts of an address; one alone may be a wing of the house: "Room 1, East Building"."""
FEWEST_ROOMS = 2
Parts = tuple[str, ...]


class Addresses:
    """The addresses that several rooms of a programme share."""

    def __init__(self, places: Iterable[str]) -> None:
        """`places` is what every row says of where it is."""
        said = {parts for place in places if 1 < len(parts := _parts(place)) <= MOST_PARTS}
        self._rooms: dict[Parts, set[Parts]] = defaultdict(set)
        for parts in said:
            for at in range(1, len(parts) - SHORTEST + 1):
                self._rooms[_keys(parts[at:])].add(_keys(parts[:at]))
        names = {one for parts in said for one in _keys(parts[:1])}
        self._shared = {
            address
            for address, rooms in self._rooms.items()
            if len({room[0] for room in rooms}) >= FEWEST_ROOMS
            and not any(part in names for part in address[1:])
            and not _are_rooms(address, rooms)
        }
        self._houses: dict[Parts, set[Parts]] = defaultdict(set)
        for address in self._shared:
            for room in self._rooms[address]:
                self._houses[room].add(address)

    def without(self, place: str) -> str:
        """Return a place without the address that follows the room; the house alone where no room stands before it.

        A room of that name in several houses keeps the name of its house.
        """
        if not self._shared:
            return place
        parts = _parts(place)
        if len(parts) > MOST_PARTS:
            return place
        for at in range(1, len(parts)):
            if _keys(parts[at:]) in self._shared:
                several = len(self._houses[_keys(parts[:at])]) > 1
                return ", ".join(parts[: at + 1] if several else parts[:at])
        return parts[0] if _keys(parts) in self._shared else place


def _are_rooms(address: Parts, rooms: Iterable[Parts]) -> bool:
    """Return whether what follows the rooms are more rooms: "Hall 1, Hall 2, Hall 3"."""
    called = {part.split()[0] for room in rooms for part in room}
    return any(part.split()[0] in called for part in address)


def _parts(place: str) -> Parts:
    return tuple(part for part in BETWEEN.split(plain(place)) if fold(part).strip())


def _keys(parts: Sequence[str]) -> Parts:
    return tuple(" ".join(fold(part).split()) for part in parts)
