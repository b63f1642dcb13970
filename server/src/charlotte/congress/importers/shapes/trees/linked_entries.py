"""Entries of a content system that link to others in a bag beside them: each is put where it is linked to."""

from collections.abc import Iterator, Mapping
from typing import Any

BAGS = ("includes", "include", "included", "linked", "modular_content", "rels", "references")
"""What systems call the entries that others link to."""
DEEPEST = 4
"""Links that are followed: a session, its parts, their speakers, where these work."""
SHORTEST = 8
"""Letters of an id that is a link wherever it stands."""
OF_ENTRIES = "modular_content"
"""What an element says of itself whose value names entries by their short names."""
KEYS = ("id", "_id", "uuid", "codename")
MOST_NESTED = 150
"""Lists and objects in each other; what lies deeper is left as it is."""
MOST = 200_000
"""Entries put somewhere; those that all link to each other would fill the memory."""


def with_entries(tree: Any) -> Any:
    """Return a tree whose entries hold what they link to; any other tree as it is."""
    if not isinstance(tree, Mapping):
        return tree
    bag = next((tree[key] for key in BAGS if isinstance(tree.get(key), Mapping | list) and tree[key]), None)
    lists = [key for key, one in tree.items() if isinstance(one, list) and any(_own(item) for item in one)]
    if bag is None or not (lists := [key for key in lists if key not in BAGS]):
        return tree
    named = {str(key): one for key, one in bag.items() if isinstance(one, Mapping)} if isinstance(bag, Mapping) else {}
    linking = _Linking({key: one for one in _entries(bag) for key in _keys(one)} | named)
    resolved = {key: [linking.put(one, (), 0) for one in tree[key]] for key in lists}
    if not linking.found:
        return tree
    return {**{key: one for key, one in tree.items() if key not in BAGS}, **resolved}


class _Linking:
    def __init__(self, entries: Mapping[str, Any]) -> None:
        self.entries = entries
        self.found = 0
        self.level = 0

    def put(self, value: Any, above: tuple[str, ...], depth: int) -> Any:
        """Return a value with the entries that it links to; an entry inside of itself stays a link."""
        if self.level > MOST_NESTED:
            return value
        self.level += 1
        told = self._put(value, above, depth)
        self.level -= 1
        return told

    def _put(self, value: Any, above: tuple[str, ...], depth: int) -> Any:
        if isinstance(value, list):
            return [self.put(one, above, depth) for one in value]
        named = _named(value)
        if named is None and isinstance(value, Mapping):
            of_entries = value.get("type") == OF_ENTRIES
            inside = {key: one if key in KEYS else self.put(one, above, depth) for key, one in value.items()}
            return {**inside, "value": self._each(value.get("value"), above, depth)} if of_entries else inside
        return self._entry(named, value, above, depth) if named is not None else value

    def _each(self, names: Any, above: tuple[str, ...], depth: int) -> Any:
        """Return the entries of a list of names, of whatever length."""
        return [self._entry(str(one), one, above, depth) for one in names] if isinstance(names, list) else names

    def _entry(self, named: str, link: Any, above: tuple[str, ...], depth: int) -> Any:
        if named in above or named not in self.entries or depth >= DEEPEST or self.found >= MOST:
            return link
        self.found += 1
        return self.put(self.entries[named], (*above, named), depth + 1)


def _entries(bag: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the entries of a bag: in one list, in a list for each kind, or each under its id."""
    for one in bag.values() if isinstance(bag, Mapping) else bag:
        if isinstance(one, list):
            yield from (entry for entry in one if isinstance(entry, Mapping))
        elif isinstance(one, Mapping):
            yield one


def _named(value: Any) -> str | None:
    """Return what may name an entry: a link, or a text as long as an id."""
    if isinstance(value, str):
        return value if len(value) >= SHORTEST else None
    return _linked(value) if isinstance(value, Mapping) else None


def _own(value: Any) -> str | None:
    """Return the id of an entry, which is more than a link."""
    if not isinstance(value, Mapping) or _linked(value) is not None:
        return None
    about = value.get("sys", value.get("system"))
    own = about.get("id") if isinstance(about, Mapping) else value.get("_id", value.get("id"))
    return str(own) if isinstance(own, str | int) else None


def _keys(entry: Mapping[str, Any]) -> Iterator[str]:
    """Yield everything by which others may name an entry."""
    for about in (entry, entry.get("sys"), entry.get("system")):
        told = about if isinstance(about, Mapping) else {}
        yield from (str(told[key]) for key in KEYS if isinstance(told.get(key), str | int))


def _linked(value: Mapping[str, Any]) -> str | None:
    """Return the id that a link names: `{sys: {type: "Link", id}}`, `{_ref}`."""
    about = value.get("sys") if set(value) == {"sys"} else None
    if isinstance(about, Mapping):
        named = about.get("id") if about.get("type") == "Link" else None
    else:
        named = value.get("_ref")
    return str(named) if isinstance(named, str | int) else None
