"""XML that is no programme's known format, as a tree like JSON's: what is repeated anywhere is a list everywhere."""

from collections import Counter
from collections.abc import Collection
from typing import Any
from xml.etree.ElementTree import Element

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.trees.xml_fields import named_fields, pairs_in, told_by
from charlotte.congress.importers.shapes.trees.xml_tables import is_table, rows_of

DEEPEST = 40
HEADS = ("head", "heading", "caption")
"""What documents call the title of a part (TEI, DITA)."""
PARAGRAPHS = ("p", "para")
POSTS = ("wxr_version", "post_type")
"""What only the export of a whole site holds, and no feed of its news."""
PAGE_TAGS = frozenset(("html", "svg", "rss", "feed"))


def tree_in(document: Document) -> Any:
    """Return a file's elements as objects, lists and texts. Raises `UnreadableFile`."""
    root = document.xml
    if _name(root.tag).casefold() in PAGE_TAGS and not any(_name(one.tag) in POSTS for one in root.iter()):
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
    if (told := named_fields(element)) is not None:
        return told
    mixed = _is_mixed(element)
    text = " ".join(("".join(element.itertext()) if mixed else element.text or "").split())
    if (mixed or not len(element)) and not element.attrib:
        return text
    found: dict[str, Any] = {_name(key): value for key, value in element.attrib.items()}
    if mixed:
        return {**found, "text" if "name" in found else "name": text}
    pairs = pairs_in(element)
    found |= {key: value for key, value in told_by(pairs.values()).items() if key not in found}
    above = ""
    for child in (one for one in element if one not in pairs):
        value = rows_of(child, above) if is_table(child) else _value(name, child, repeated, depth + 1)
        above = value if isinstance(value, str) else above
        key = _called(_name(child.tag), value, found.keys())
        if (element.tag, child.tag) in repeated:
            found.setdefault(key, []).append(value)
        else:
            found[key] = value
    if text:
        found["text" if "name" in found else "name"] = text
    return found


def _called(tag: str, value: Any, known: Collection[str]) -> str:
    """Return what an element is called: heads and paragraphs of a text are its titles and descriptions."""
    if tag in HEADS and not {"title", "name"} & {*known} and isinstance(value, str):
        return "title"
    return "description" if tag in PARAGRAPHS and isinstance(value, str) else tag


def _is_mixed(element: Element) -> bool:
    """Return whether words stand between the elements of a text, or a label before them: `Chair: <name>Ann</name>`."""
    words = [child.tail or "" for child in element]
    label = (element.text or "").strip()
    return any(any(map(str.isalnum, tail)) for tail in words) or bool(words) and label.endswith(":")


def _name(tag: str) -> str:
    return tag.rpartition("}")[2]
