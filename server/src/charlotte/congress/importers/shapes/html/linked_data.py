"""schema.org events that a page carries for search engines (JSON-LD): surer than what its layout shows."""

import re
from typing import Any

import orjson

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.trees import tree

SCRIPT = re.compile(
    r"<script\b[^>]*\btype\s*=\s*[\"']?application/ld\+json[^>]*>(.*?)</script\s*>", re.IGNORECASE | re.DOTALL
)
FEWEST = 3
"""Events that make a programme; fewer are the congress itself."""
MOST_SCRIPTS = 500
DEEPEST = 20


def tables_in(document: Document) -> tuple[Table, ...]:
    """Return the tables of a page's events; none where it carries no programme."""
    if not document.name.casefold().endswith((".html", ".htm")):
        return ()
    try:
        scripts = [found[1] for found, _ in zip(SCRIPT.finditer(document.text), range(MOST_SCRIPTS), strict=False)]
    except UnreadableFile:
        return ()
    events = [event for script in scripts for event in _events(_parsed(script), 0)]
    return tree.tables_of(document.name, {"events": events}) if len(events) >= FEWEST else ()


def _parsed(script: str) -> Any:
    try:
        return orjson.loads(script.strip())
    except orjson.JSONDecodeError:
        return None


def _events(value: Any, depth: int) -> list[dict[str, Any]]:
    """Return every event with a time that holds no other; what holds others is the congress or a day of it."""
    if depth > DEEPEST:
        return []
    if isinstance(value, list):
        return [event for one in value for event in _events(one, depth + 1)]
    if not isinstance(value, dict):
        return []
    inside = [event for key in ("@graph", "subEvent", "subEvents", "event", "events", "itemListElement", "item")
              for event in _events(value.get(key), depth + 1)]  # fmt: skip
    kinds = value.get("@type")
    is_event = any(str(kind).endswith("Event") for kind in (kinds if isinstance(kinds, list) else [kinds]))
    if inside or not is_event or not value.get("startDate") or not value.get("name"):
        return inside
    return [{key: one for key, one in value.items() if not key.startswith("@")}]
