"""Fields that users made: `[{field: "f1", value: "Ada"}]` beside `[{id: "f1", name: "Speaker"}]`, put by name."""

from collections.abc import Iterator, Mapping
from typing import Any

DEEPEST = 30
NAMES = ("name", "title", "label", "question", "displayName")
VALUES = (
    "value", "text", "display_value", "displayValue", "text_value", "textValue", "answer", "content", "values", "date",
    "number", "checked", "string", "idValue",
)  # fmt: skip
"""Where a system puts what was written into such a field, the likeliest first."""
LONGEST_NAME = 60
FEWEST = 2
IDS = ("id", "_id", "gid", "uid", "uuid")
Names = Mapping[str, str]


def with_values_named(tree: Any) -> Any:
    """Return a tree in whose records each such field stands under its name; any other tree as it is.

    A field is named beside its value, or in a list that tells of every field of its kind once.
    """
    if not isinstance(tree, Mapping | list):
        return tree
    return _put(tree, dict(_names(tree, 0)), 0)


def id_of(record: Mapping[str, Any]) -> str:
    """Return what a record is known by; nothing where it has no such key."""
    return next((str(record[key]) for key in IDS if isinstance(record.get(key), str | int)), "")


def _put(value: Any, names: Names, depth: int) -> Any:
    if depth > DEEPEST:
        return value
    if isinstance(value, list):
        return [_put(one, names, depth + 1) for one in value]
    if not isinstance(value, Mapping):
        return value
    found: dict[str, Any] = {}
    told: dict[str, Any] = {}
    for key, one in value.items():
        fields = _fields(one, names) if _tells_itself(value) else None
        if fields is None:
            found[str(key)] = _put(one, names, depth + 1)
        else:
            told |= fields
    return {**{name: said for name, said in told.items() if name not in found}, **found} if told else found


def _tells_itself(record: Mapping[str, Any]) -> bool:
    """Return whether a record has a name of its own, which fields can tell more about."""
    return any(isinstance(record.get(key), str) and record[key] for key in (*NAMES, *IDS))


def _fields(items: Any, names: Names) -> dict[str, Any] | None:
    """Return what a list of fields says, by the fields' names; None where it is another list."""
    if not isinstance(items, list) or not items or not all(isinstance(one, Mapping) for one in items):
        return None
    found: dict[str, Any] = {}
    for one in items:
        name, said = _name(one, names), next((one[key] for key in VALUES if one.get(key) not in (None, "", [])), None)
        if name is None or name in found or len(name) > LONGEST_NAME or not any(key in one for key in VALUES):
            return None
        found[name] = _said(said, names)
    return found


def _name(item: Mapping[str, Any], names: Names) -> str | None:
    """Return what a field is called: by the list that tells of all, by what stands in it, or by its own name."""
    own = id_of(item)
    if own in names:
        return names[own]
    for key, one in item.items():
        if key in VALUES or key in IDS or "alue" in key:
            continue
        if isinstance(one, str) and one in names:
            return names[one]
        if isinstance(one, Mapping) and (inner := _called(one)):
            return inner
    is_field = any(key in item for key in ("type", "field", "custom_field_type", "resource_subtype", "type_config"))
    return _called(item) if is_field else None


def _called(record: Mapping[str, Any]) -> str | None:
    return next((record[key] for key in NAMES if isinstance(record.get(key), str) and record[key].strip()), None)


def _said(value: Any, names: Names) -> Any:
    """Return a value without what names its type: `{text: "Ada"}`, `{checked: "true"}`; options by their names."""
    if isinstance(value, Mapping):
        inner = [one for key, one in value.items() if key in (*VALUES, *NAMES)]
        return inner[0] if len(inner) == 1 and not isinstance(inner[0], Mapping | list) else value
    return names.get(value, value) if isinstance(value, str) else value


def _names(value: Any, depth: int) -> Iterator[tuple[str, str]]:
    """Yield the id and the name of everything that lists tell of which say nothing but what fields there are."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        if _are_definitions(value):
            for one in value:
                yield id_of(one), _called(one) or ""
                for option in one.get("options") or ():
                    if isinstance(option, Mapping) and id_of(option):
                        yield id_of(option), str(_said(option.get("value", _called(option)), {}))
            return
        for one in value:
            yield from _names(one, depth + 1)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _names(one, depth + 1)


def _are_definitions(items: list[Any]) -> bool:
    """Return whether each item is a field with an id, a name and the type of its values, and the names differ."""
    if not items or not all(isinstance(one, Mapping) and id_of(one) for one in items):
        return False
    called = [_called(one) for one in items]
    return all(called) and len({*called}) == len(called) and all(isinstance(one.get("type"), str) for one in items)
