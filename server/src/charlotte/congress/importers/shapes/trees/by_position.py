"""Sessions whose room only their place in a list tells: as many in each slot as the export has rooms, gaps kept."""

from collections.abc import Mapping, Sequence
from typing import Any

from charlotte.congress.importers.shapes.values.words import best_name, name_score

ROOM = "room (by position)"
SURE = 0.6
NAMES = ("name", "title", "label", "nome", "titolo", "nom", "titre", "titel", "nombre", "titulo")
FEWEST_LISTS = 2


def with_rooms_of_positions(tree: Any) -> Any:
    """Return a parsed file in which each object of such a list has its room; a file without any as it is."""
    rooms = _rooms(tree)
    if len(rooms) < FEWEST_LISTS:
        return tree
    lists: dict[str, list[list[Any]]] = {}
    _collect("", tree, lists)
    for found in lists.values():
        if _are_slots(found, len(rooms)):
            for items in found:
                items[:] = [
                    {**one, ROOM: room} if isinstance(one, Mapping) else one
                    for one, room in zip(items, rooms, strict=True)
                ]
    return tree


def _rooms(tree: Any) -> list[str]:
    """Return the names of the one list of rooms that stands at the top of a file."""
    listed = [
        names
        for key, value in (tree.items() if isinstance(tree, Mapping) else ())
        if isinstance(value, list) and name_score("room", str(key)) > SURE and (names := _names(value))
    ]
    return listed[0] if len(listed) == 1 else []


def _names(items: Sequence[Any]) -> list[str]:
    names = [one if isinstance(one, str) else _name(one) for one in items]
    return names if all(names) and len(set(names)) == len(names) else []


def _name(room: Any) -> str:
    if not isinstance(room, Mapping):
        return ""
    return next((one for key in NAMES if isinstance(one := room.get(key), str) and one.strip()), "")


def _collect(path: str, value: Any, lists: dict[str, list[list[Any]]]) -> None:
    if isinstance(value, list):
        if path and any(isinstance(one, Mapping) for one in value):
            lists.setdefault(path, []).append(value)
        for one in value:
            _collect(f"{path}[]", one, lists)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            _collect(f"{path}.{key}", one, lists)


def _are_slots(found: Sequence[list[Any]], rooms: int) -> bool:
    """Return whether all lists of one path have a place for each room, and no object in them says where it is held."""
    if len(found) < FEWEST_LISTS or any(len(items) != rooms for items in found):
        return False
    objects = [one for items in found for one in items if isinstance(one, Mapping)]
    if any(one is not None and not isinstance(one, Mapping) for items in found for one in items):
        return False
    keys = {str(key) for one in objects for key in one}
    return not any(best_name(key)[0] == "room" and best_name(key)[1] > SURE for key in keys) and any(
        name_score("title", key) > SURE for key in keys
    )
