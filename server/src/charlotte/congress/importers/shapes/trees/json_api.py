"""JSON:API documents, as Drupal and others give them: what a row refers to is put where it refers to it."""

from collections.abc import Mapping
from typing import Any


def resolved(tree: Any) -> Any:
    """Return a tree whose rows hold what they refer to; any other tree as it is."""
    rows = tree.get("data") if isinstance(tree, Mapping) else None
    if not isinstance(rows, list) or not rows or not all(_is_resource(row) for row in rows):
        return tree
    listed = tree.get("included")
    included = {
        _key(one): one["attributes"] for one in (listed if isinstance(listed, list) else []) if _is_resource(one)
    }
    return {"data": [_row(row, included) for row in rows]}


def _is_resource(value: Any) -> bool:
    return isinstance(value, Mapping) and "type" in value and isinstance(value.get("attributes"), Mapping)


def _is_of_system(link: Mapping[str, Any]) -> bool:
    """Return whether a link only says who made a row, or of which kind it is: `user--user`, `node_type--node_type`."""
    entity, dashes, bundle = str(link.get("type")).partition("--")
    return bool(dashes) and entity == bundle


def _key(one: Mapping[str, Any]) -> tuple[str, str]:
    return str(one.get("type")), str(one.get("id"))


def _row(row: Mapping[str, Any], included: Mapping[tuple[str, str], Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"id": row.get("id"), **row["attributes"]}
    relations = row.get("relationships")
    for name, relation in relations.items() if isinstance(relations, Mapping) else ():
        told = relation.get("data") if isinstance(relation, Mapping) else None
        many = [one for one in (told if isinstance(told, list) else [told]) if isinstance(one, Mapping)]
        many = [one for one in many if not _is_of_system(one) or _key(one) in included]
        others = [included[key] for one in many if (key := _key(one)) in included]
        if others:
            found[name] = others if isinstance(told, list) else others[0]
        elif many:  # other rows of the list itself
            found[name] = [one["id"] for one in many if "id" in one]
    return found
