"""JSON:API documents, as Drupal and others give them: what a row refers to is put where it refers to it."""

from collections.abc import Mapping
from typing import Any

Key = tuple[str, str]
"""The type and the id of a resource."""


DEEPEST = 4
"""Links that are followed: a session, its talks, their speakers, where these work."""
MOST = 200_000
"""Resources put somewhere; those that all refer to each other would fill the memory."""


def resolved(tree: Any) -> Any:
    """Return a tree whose rows hold what they refer to; any other tree as it is."""
    rows = tree.get("data") if isinstance(tree, Mapping) else None
    if not isinstance(rows, list) or not rows or not all(_is_resource(row) for row in rows):
        return tree
    listed = tree.get("included")
    included = {_key(one): one for one in (listed if isinstance(listed, list) else []) if _is_resource(one)}
    linking = _Linking(included)
    return {"data": [{"id": row.get("id"), **linking.put(row, ())} for row in rows]}


def _is_resource(value: Any) -> bool:
    return isinstance(value, Mapping) and "type" in value and isinstance(value.get("attributes"), Mapping)


def _is_of_system(link: Mapping[str, Any]) -> bool:
    """Return whether a link only says who made a row, or of which kind it is: `user--user`, `node_type--node_type`."""
    entity, dashes, bundle = str(link.get("type")).partition("--")
    return bool(dashes) and entity == bundle


def _key(one: Mapping[str, Any]) -> Key:
    return str(one.get("type")), str(one.get("id"))


class _Linking:
    def __init__(self, included: Mapping[Key, Mapping[str, Any]]) -> None:
        self.included = included
        self.put_so_far = 0

    def put(self, row: Mapping[str, Any], above: tuple[Key, ...]) -> dict[str, Any]:
        """Return what a resource says, with the resources that it refers to; none inside of itself."""
        found: dict[str, Any] = dict(row["attributes"])
        if "--" in str(row["type"]) and isinstance(found.get("status"), bool):
            found["published"] = found.pop("status")  # what Drupal means by it
        relations = row.get("relationships")
        for name, relation in relations.items() if isinstance(relations, Mapping) else ():
            told = relation.get("data") if isinstance(relation, Mapping) else None
            many = [one for one in (told if isinstance(told, list) else [told]) if isinstance(one, Mapping)]
            many = [one for one in many if not _is_of_system(one) or _key(one) in self.included]
            others = [self.included[key] for one in many if (key := _key(one)) in self.included and key not in above]
            if others and len(above) < DEEPEST and self.put_so_far < MOST:
                self.put_so_far += len(others)
                held = [self.put(one, (*above, _key(one))) for one in others]
                # A paragraph says in which field of its parent it stands, which is told nobody.
                held = [{key: said for key, said in one.items() if said != name} for one in held]
                found[name] = held if isinstance(told, list) else held[0]
            elif many and not above:  # other rows of the list itself
                found[name] = [one["id"] for one in many if "id" in one]
        return found
