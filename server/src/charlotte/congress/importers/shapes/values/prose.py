"""Rich text as editors store it, a tree of paragraphs and marks, read as plain text."""

from collections.abc import Iterator, Mapping
from typing import Any

TYPES = ("nodeType", "_type", "type")
INNER = ("content", "children")
LEAVES = ("plain_text", "text", "value")
BLOCKS = frozenset(
    "paragraph block heading list listitem list_item bulletlist orderedlist quote blockquote doc document".split()
)
DEEPEST = 60


def prose(value: Any) -> str | None:
    """Return the text of a tree of paragraphs; None where a value is anything else."""
    nodes = value if isinstance(value, list) else [value]
    if not nodes or not all(isinstance(one, Mapping) for one in nodes):
        return None
    if all("plain_text" in one for one in nodes):
        return "".join(str(one["plain_text"]) for one in nodes)
    if not all(_is_block(one) for one in nodes):
        return None
    return "\n".join(filter(None, ("".join(_texts(one, 0)).strip() for one in nodes)))


def _is_block(node: Mapping[str, Any]) -> bool:
    kind = next((node[key] for key in TYPES if isinstance(node.get(key), str)), "")
    inner = next((node[key] for key in INNER if isinstance(node.get(key), list)), None)
    is_text = kind.casefold().split("-")[0] in BLOCKS or kind.casefold().startswith("heading")
    return is_text and inner is not None


def _texts(node: Any, depth: int) -> Iterator[str]:
    if depth > DEEPEST or not isinstance(node, Mapping):
        return
    inner = next((node[key] for key in INNER if isinstance(node.get(key), list)), None)
    if inner is None:
        yield next((node[key] for key in LEAVES if isinstance(node.get(key), str)), "")
        return
    for at, one in enumerate(inner):
        if at and isinstance(one, Mapping) and _is_block(one):
            yield "\n"
        yield from _texts(one, depth + 1)
