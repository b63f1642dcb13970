"""Sessions whose room only their place in a list tells: in each slot one for each room, in the rooms' order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.words import best_name, name_score

ROOM = "room (by position)"
END = "end"
SURE = 0.6
NAMES = ("name", "title", "label", "nome", "titolo", "nom", "titre", "titel", "nombre", "titulo")
SPANS = ("extend", "rowspan", "span", "slots")
"""Over how many slots an object goes."""
FEWEST_LISTS = 2
DEEPEST = 12
DEEPEST_DAY = 3
MOSTLY = 0.8
BESIDE_SESSIONS = ("speakers", "chairs", "track", "kind", "language", "details", "url", "date", "start", "end")
"""What a list may be called whose texts are no keys of sessions."""


def with_rooms_of_positions(tree: Any) -> Any:
    """Return a parsed file in which each object of such a list has its room; a file without any as it is.

    The rooms stand beside the slots: at the top of the file, or in each day.
    """
    for holder in _holders(tree, 0):
        rooms = _rooms(holder)
        if len(rooms) < FEWEST_LISTS:
            continue
        lists: dict[str, list[list[Any]]] = {}
        _collect("", holder, lists)
        for found in lists.values():
            if _are_slots(found, len(rooms)):
                _place(found, rooms)
        for slots in _lists_below(holder, 0):
            _place_in_slots(slots, rooms)
            _place_keys(slots, rooms)
    return tree


def _lists_below(holder: Mapping[str, Any], depth: int) -> Iterator[Any]:
    """Yield the lists in an object and in its days, as far as these have no rooms of their own."""
    for value in holder.values():
        if isinstance(value, list):
            yield value
        days = value if isinstance(value, list) else [value]
        for day in days if depth < DEEPEST_DAY else ():
            if isinstance(day, Mapping) and not _rooms(day):
                yield from _lists_below(day, depth + 1)


def _place_keys(slots: Any, rooms: Sequence[str]) -> None:
    """Give slots that name their sessions by keys, each of them once, the rooms of these in the same order.

    What a slot has alone may be for everybody.
    """
    if not isinstance(slots, list) or len(slots) < FEWEST_LISTS or not all(isinstance(one, dict) for one in slots):
        return
    for key in {str(key): None for one in slots for key in one}:
        listed = [held for one in slots if isinstance(held := one.get(key), list)]
        is_padded = any(None in held for held in listed) and all(len(held) == len(rooms) for held in listed)
        if is_padded and best_name(key)[0] not in BESIDE_SESSIONS and all(map(_is_timed, slots)):
            _place_beside_gaps(slots, key, rooms)
            return
        named = [str(one) for held in listed for one in held if isinstance(one, str | int)]
        if not named or len(named) < sum(map(len, listed)) or best_name(key)[0] in BESIDE_SESSIONS:
            continue
        are_apart = len({*named}) >= MOSTLY * len(named) and 1 < max(map(len, listed)) <= len(rooms)
        if are_apart and all(map(_is_timed, slots)) and not _names_room(name for one in slots for name in one):
            for one in slots:
                if isinstance(held := one.get(key), list) and len(held) > 1:
                    one[ROOM] = [*rooms[: len(held)]]
            return


def _place_beside_gaps(slots: Sequence[dict[str, Any]], key: str, rooms: Sequence[str]) -> None:
    """Give slots that say for each room which session it has, or none, the rooms of those that there are."""
    for one in slots:
        if isinstance(held := one.get(key), list) and not any(isinstance(name, list | dict) for name in held):
            one[ROOM] = [room for room, name in zip(rooms, held, strict=True) if name is not None]
            one[key] = [name for name in held if name is not None]


def _place_in_slots(slots: Any, rooms: Sequence[str]) -> None:
    """Give what is listed in slots its room, and where it goes over several of them its end.

    A slot that has fewer sessions than there are rooms has them in the first ones; what a flag marks is for everybody.
    """
    if not isinstance(slots, list) or not all(isinstance(one, Mapping) for one in slots):
        return
    key = next((key for one in slots for key, held in one.items() if _are_objects(held)), None)
    held = [one.get(key) for one in slots]
    objects = [one for items in held if _are_objects(items) for one in items]
    widths = [len(items) for items in held if isinstance(items, list)]
    if key is None or len(slots) < FEWEST_LISTS or not 1 < max(widths) <= len(rooms):
        return
    if not all(_is_timed(one) for one in slots) or _names_room(name for one in objects for name in one):
        return
    for at, (slot, items) in enumerate(zip(slots, held, strict=True)):
        for number, one in enumerate(items if _are_objects(items) else ()):
            if not any(_is_set(flag) for flag in (*slot.values(), *one.values())):
                one[ROOM] = rooms[number]
            if end := _end(slots[min(at + _span(one) - 1, len(slots) - 1)]):
                one[END] = end


def _are_objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _span(item: Mapping[str, Any]) -> int:
    """Return over how many slots an object goes."""
    told = (str(item.get(name, "")) for name in SPANS)
    return max((int(one) for one in told if one.isdigit()), default=1)


def _is_set(flag: Any) -> bool:
    return flag is True or flag == "true"


def _is_timed(slot: Mapping[str, Any]) -> bool:
    return any(isinstance(one, str) and read_when(one, hint="clock").is_plain for one in slot.values())


def _end(slot: Mapping[str, Any]) -> str:
    return next((str(one) for key, one in slot.items() if name_score("end", str(key)) > SURE), "")


def _holders(tree: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """Yield the objects that hold lists: the file's own, and those of its days."""
    if isinstance(tree, Mapping):
        yield tree
    if depth < DEEPEST:
        for one in tree if isinstance(tree, list) else tree.values() if isinstance(tree, Mapping) else ():
            if isinstance(one, Mapping | list):
                yield from _holders(one, depth + 1)


def _rooms(holder: Mapping[str, Any]) -> list[str]:
    """Return the names of the one list of rooms that an object has: called so, or with rooms' names."""
    listed = [
        names
        for key, value in holder.items()
        if isinstance(value, list) and (names := _names(value)) and _are_rooms(str(key), names)
    ]
    return listed[0] if len(listed) == 1 else []


def _are_rooms(key: str, names: Sequence[str]) -> bool:
    is_called = name_score("room", key) > SURE
    return (
        is_called
        or name_score("track", key) > SURE
        and 3 * sum(bool(ROOM_WORDS.search(one)) for one in names) >= len(names)
    )


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


def _place(found: Sequence[list[Any]], rooms: Sequence[str]) -> None:
    for items in found:
        items[:] = [
            {**one, ROOM: room} if isinstance(one, Mapping) else one for one, room in zip(items, rooms, strict=True)
        ]


def _are_slots(found: Sequence[list[Any]], rooms: int) -> bool:
    """Return whether all lists of one path have a place for each room, and no object in them says where it is held."""
    if len(found) < FEWEST_LISTS or any(len(items) != rooms for items in found):
        return False
    objects = [one for items in found for one in items if isinstance(one, Mapping)]
    if any(one is not None and not isinstance(one, Mapping) for items in found for one in items):
        return False
    keys = {str(key) for one in objects for key in one}
    return not _names_room(keys) and any(name_score("title", key) > SURE for key in keys)


def _names_room(keys: Iterable[str]) -> bool:
    return any(best_name(key)[0] == "room" and best_name(key)[1] > SURE for key in keys)
