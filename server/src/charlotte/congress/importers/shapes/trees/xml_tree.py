"""XML that is no programme's known format, as a tree like JSON's: what is repeated anywhere is a list everywhere."""

from collections import Counter
from typing import Any
from xml.etree.ElementTree import Element

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile

DEEPEST = 40
PAGE_TAGS = frozenset(("html", "svg", "rss", "feed"))


def tree_in(document: Document) -> Any:
    """Return a file's elements as objects, lists and texts. Raises `UnreadableFile`."""
    root = document.xml
    if _name(root.tag).casefold() in PAGE_TAGS:
        return None
    repeated = {
        (element.tag, tag)
        for element in root.iter()
        for tag, count in Counter(c.tag for c in element).items()
        if count > 1
    }
    # One speaker in each talk, where a session names two in elements of the same kind: a list of one.
    records = {tag for _, tag in repeated}
    repeated |= {(element.tag, c.tag) for element in root.iter() for c in element if c.tag in records and len(c)}
    return {_name(root.tag): _value(document.name, root, repeated, 0)}


def _value(name: str, element: Element, repeated: set[tuple[str, str]], depth: int) -> Any:
    if depth > DEEPEST:
        raise UnreadableFile(
            f"{name} is nested too deeply to be a programme.", hint="Export the programme alone, as JSON, CSV or XLSX."
        )
    text = " ".join((element.text or "").split())
    if not len(element) and not element.attrib:
        return text
    found: dict[str, Any] = {_name(key): value for key, value in element.attrib.items()}
    for child in element:
        value = _value(name, child, repeated, depth + 1)
        key = _name(child.tag)
        if (element.tag, child.tag) in repeated:
            found.setdefault(key, []).append(value)
        else:
            found[key] = value
    if text:
        found["text" if "name" in found else "name"] = text
    return found


def _name(tag: str) -> str:
    return tag.rpartition("}")[2]
