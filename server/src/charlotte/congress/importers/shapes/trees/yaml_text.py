"""YAML as texts: `9:30` stays a time and `no` a word, and nothing in it can make an object or grow by references."""

from typing import Any

import yaml

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile

MOST_NODES = 1_000_000
"""Once every reference is followed; 20,000 sessions have half of it."""
MOST_DEPTH = 60


def tree_in(document: Document) -> Any:
    """Return the parsed YAML, every scalar as text. Raises `UnreadableFile` with the place where it breaks."""
    try:
        _check(document)
        parsed = list(yaml.load_all(document.text, Loader=yaml.CBaseLoader))  # noqa: S506 - the base loader makes only texts
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        raise UnreadableFile(
            f"{document.name} is not valid YAML: {where}{getattr(error, 'problem', None) or error}.",
            hint="The file is damaged or cut off; export it again.",
        ) from error
    return parsed[0] if len(parsed) == 1 else parsed


def _check(document: Document) -> None:
    """Refuse what only grows when it is read: references to references, and depth without end."""
    sizes: dict[str, int] = {}
    open_anchors: list[str | None] = []
    counts = [0]
    for event in yaml.parse(document.text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            open_anchors.append(event.anchor)
            counts.append(0)
        elif isinstance(event, yaml.CollectionEndEvent):
            inside, anchor = counts.pop() + 1, open_anchors.pop()
            counts[-1] += inside
            if anchor is not None:
                sizes[anchor] = inside
        elif isinstance(event, yaml.AliasEvent):
            counts[-1] += sizes.get(event.anchor or "", 1)
        else:
            counts[-1] += 1
        if counts[-1] > MOST_NODES or len(counts) > MOST_DEPTH:
            raise UnreadableFile(
                f"{document.name} refers to itself too often, or is nested too deeply, to be a programme.",
                hint="Export the programme alone.",
            )
