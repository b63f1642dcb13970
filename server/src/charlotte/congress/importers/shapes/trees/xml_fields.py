"""Fields of XML whose names are data: `<field name="title">…</field>`, a key and a value in elements of their own."""

from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element

FEWEST = 2
FIELDS = frozenset("field column col attribute attr property prop param cell datum metadata".split())
"""What such elements are called; a `<talk name="…">` is none."""


def named_fields(element: Element) -> dict[str, Any] | None:
    """Return a row whose fields are all of one tag, each with its name beside: `<field name="title">…</field>`."""
    names = [(child.get("name") or child.get("key") or "") for child in element]
    tags = {child.tag.rpartition("}")[2].casefold() for child in element}
    alike = len(names) >= FEWEST and len(tags) == 1 and tags <= FIELDS
    if not alike or len({*names}) < len(names) or not all(names) or any(len(c.attrib) > 1 for c in element):
        return None
    if any(len(child) for child in element):
        return None
    return {name: " ".join((child.text or "").split()) for name, child in zip(names, element, strict=True)}


def told_by(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what stands under each name, one a line where it is told several times."""
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return {name: "\n".join(dict.fromkeys(values)) for name, values in found.items()}


def pairs_in(element: Element) -> dict[Element, tuple[str, str]]:
    """Return the children that are a name and a value, by which plugins keep fields of their own: `wp:postmeta`."""
    found: dict[Element, tuple[str, str]] = {}
    for child in element:
        inner = [(one.tag.rpartition("}")[2], (one.text or "").strip()) for one in child]
        if len(inner) == 2 and inner[0][0].endswith("key") and inner[1][0].endswith("value") and inner[0][1]:  # noqa: PLR2004
            found[child] = (inner[0][1], inner[1][1])
    return found
