"""One place under one name: what a row says of where is matched with the event's own list of rooms."""

import re
from collections.abc import Iterable
from dataclasses import replace

from charlotte.congress.importers.assembling.addresses import Addresses
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.wording import plain
from charlotte.congress.model import Congress, Room
from charlotte.congress.search.folding import fold

CUT = re.compile(r"\s*(?:,\s+|\s[-–—|·]\s|\s*\(|\s*\[|\s*:\s+|;\s*)")
FLOOR = re.compile(
    r"\s*[(\[]\s*([^()\[\]]*\b(?:floor|level|piano|etage|étage|stock|og|eg|ug|planta|piso|niveau|erdgeschoss|obergeschoss|"
    r"untergeschoss|rez-de-chauss[ée]e|ground|basement|sotterraneo|interrato|sous-sol|s[óo]tano)\b[^()\[\]]*)\s*[)\]]\s*$",
    re.IGNORECASE,
)

SEATS = re.compile(
    r"\s*[(\[]\s*(?:(?:max|bis|up to|fino a|jusqu['’]à|hasta)\.?\s*)?(\d{1,5})\s*"
    r"(?:pl|places?|pl[äa]e?tze|sitzpl[äa]e?tze|posti|plazas|asientos|seats?|pax|pers|personen|personnes|persone|personas|"
    r"people)\.?\s*[)\]]\s*$",
    re.IGNORECASE,
)
"""How many a room holds, behind its name: "Salle Haute (180 pl.)"."""

OF_HOUSE = re.compile(
    r"\s+(?:del(?:la|lo)?\s|dell[’']|du\s|de la\s|de l[’']|of(?: the)?\s|de[rs]\s|im\s)", re.IGNORECASE
)
ANY_ROOM = frozenset("sala aula room hall salle salon saal raum".split())
"""What is no name of a room by itself."""


class Places:
    """The event's rooms, and what rows say of them beyond their names."""

    def __init__(
        self,
        rooms: Iterable[Room],
        congress: Congress,
        called: Iterable[tuple[str, ...]] = (),
        addresses: Addresses | None = None,
    ) -> None:
        """`called` are names of one place each, the first of which is its own, also of places that `rooms` lacks."""
        self._addresses = addresses or Addresses(())
        self._rooms = {name: replace(room, name=name) for room in rooms if (name := plain(room.name))}
        self._by_key = {
            key: name
            for name, room in self._rooms.items()
            for said in (name, *room.aliases)
            if (key := _key(plain(said)))
        }
        for names in called:
            for said in names:
                self._by_key.setdefault(_key(plain(said)), self._by_key.get(_key(plain(names[0])), plain(names[0])))
        self._around = {_key(plain(said)) for said in (congress.venue, congress.city) if said}

    def is_known(self, said: str) -> bool:
        """Return whether a text is the name of one of the event's rooms."""
        return _key(said) in self._by_key

    def named(self, said: str) -> str:
        """Return the name of the room that a text means; a text that means no known room as it is."""
        if ":" in said and (label := labelled(said)) is not None and label[0] == "room":
            return self.named(label[1])
        if (known := self._by_key.get(_key(said))) is not None:
            return known
        if (name := self._with_facts_behind(said)) is not None:
            return name
        cuts = list(CUT.finditer(said))
        named = {self._by_key[key] for part in CUT.split(said) if (key := _key(part)) in self._by_key}
        if len(named) > 1:
            return said  # held in several at once
        for cut in reversed(cuts):
            if (known := self._by_key.get(_key(said[: cut.start()]))) is not None:
                return known
        for cut in cuts:
            if (known := self._by_key.get(_key(said[cut.end() :]))) is not None:
                return known
            if cut.start() and self._is_around(said[cut.end() :]):
                return said[: cut.start()].strip()
        return self._without_house(said) or self._addresses.without(said)

    def _without_house(self, said: str) -> str:
        """Return a name before the house that it is of: "Salone del Palazzo Neri"; nothing where it says no more."""
        house = next((one for one in OF_HOUSE.finditer(said) if _key(said[one.end() :]) in self._around), None)
        name = said[: house.start()].strip() if house else ""
        return "" if _key(name) in ANY_ROOM else name

    def _with_facts_behind(self, said: str) -> str | None:
        """Return the name before a floor or seats in brackets, which the room keeps; None where there are none."""
        if (floor := FLOOR.search(said)) is not None and floor.start():
            name = self.named(said[: floor.start()].strip())
            self._add(name, floor[1].strip())
            return name
        if (seats := SEATS.search(said)) is not None and seats.start():
            name = self.named(said[: seats.start()].strip())
            room = self._rooms.get(name, Room(name))
            self._rooms[name] = room if room.capacity else replace(room, capacity=int(seats[1]))
            return name
        return None

    def _is_around(self, said: str) -> bool:
        """Return whether a text is the house or the town, or an address from the house to the town."""
        parts = [_key(part) for part in CUT.split(said)]
        return _key(said) in self._around or parts[0] in self._around and len({*parts} & self._around) > 1

    def _add(self, name: str, level: str) -> None:
        room = self._rooms.get(name, Room(name))
        self._rooms[name] = room if room.level else replace(room, level=level)

    def with_rooms(self, names: Iterable[str | None]) -> tuple[Room, ...]:
        """Return every room: the event's own first, then those that sessions name."""
        found = {name: room for name, room in self._rooms.items()}
        for name in names:
            if name is not None:
                found.setdefault(name, Room(name))
        return tuple(found.values())


def _key(said: str) -> str:
    return " ".join(re.findall(r"\w+", fold(said)))
