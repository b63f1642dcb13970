"""Lists of tables that each say their name: `[{type: "table", name: "rooms", data: […]}, …]`, as databases export."""

from collections.abc import Mapping, Sequence
from typing import Any

ROWS = ("data", "rows", "row", "records", "items", "values", "entries")
FEWEST = 2
DEEPEST = 4
MOST_ALIKE = 0.6


def with_tables_named(tree: Any, depth: int = 0) -> Any:
    """Return a file with an object of lists by name where it has a list of named tables of different shapes."""
    if depth > DEEPEST:
        return tree
    if isinstance(tree, list):
        tables = _tables(tree)
        return tables if len(tables) >= FEWEST else tree
    if isinstance(tree, Mapping):
        found = {key: with_tables_named(one, depth + 1) for key, one in tree.items()}
        return found if any(found[key] is not one for key, one in tree.items()) else tree
    return tree


def _tables(listed: Sequence[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in listed:
        name = one.get("name", one.get("title")) if isinstance(one, Mapping) else None
        rows = next((one[key] for key in ROWS if _are_rows(one.get(key))), None) if isinstance(name, str) else None
        if rows is not None and isinstance(name, str):
            found[name] = rows
        elif rows is None and isinstance(one, Mapping) and any(isinstance(inside, list) for inside in one.values()):
            return {}
    shapes = [{key for row in rows[:20] for key in row} for rows in found.values()]
    common = set.intersection(*shapes) if shapes else set()
    return found if not any(len(common) > MOST_ALIKE * len(shape) for shape in shapes) else {}


def _are_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, Mapping) for row in value)
