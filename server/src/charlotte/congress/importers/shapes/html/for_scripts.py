"""Sessions that a page tells its scripts alone: in attributes of its elements (`data-room`), or as JSON in them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson
from selectolax.lexbor import LexborHTMLParser, LexborNode

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import Field, best_name

NAMED = ": for scripts"
"""How the tables of such a page are called behind its name."""
FEWEST = 3
"""Elements that are made alike, and keys that they share."""
FEWEST_KEYS = 2
MOSTLY = 0.6
SURE = 0.5
MOST = 20_000
DEEPEST = 60
LONGEST = 4_000
LONGEST_TITLE = 200
SHORTEST_JSON = 150
MOST_SCRIPTS = 200
MOST_LISTS = 40
LIST = re.compile(r"\[\s*\{")
QUOTES = ("'", '"', "`")
SIGNS = re.compile(r"\\.|['\"`]|[\[\](){}]", re.DOTALL)
ABOVE: tuple[Field, ...] = ("date", "room", "track")
"""What an element may tell of all that stands in it."""
DATA = "data-"
OPENS = re.compile(r"\s*[\[{]")
SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc\s*=)(?![^>]*ld\+json)[^>]*>(.*?)</script\s*>", re.IGNORECASE | re.DOTALL)


def trees_in(document: Document) -> Iterator[Any]:
    """Yield what a page may tell of sessions in a way that nobody sees, each as a tree of records."""
    if not document.name.casefold().endswith((".html", ".htm")):
        return
    try:
        page = LexborHTMLParser(document.text)
    except UnreadableFile:
        return
    elements = list(_elements(page.body)) if page.body is not None else []
    for alike in _alike(elements):
        if _tell_when(records := [_record(node, above) for node, above in alike]):
            yield {"sessions": records}
    yield from _json_of(elements)
    yield from _json_in_scripts(document)


Told = tuple[LexborNode, Mapping[str, str]]
"""An element, and what those that it stands in tell of everything in them."""


def _elements(body: LexborNode) -> Iterator[Told]:
    """Yield the elements that carry anything for scripts."""
    stack: list[tuple[LexborNode, Mapping[str, str], int]] = [(body, {}, 0)]
    count = 0
    while stack and count < MOST:
        node, above, depth = stack.pop()
        count += 1
        own = _data(node)
        if own:
            yield node, above
        said = {key: value for key, value in own.items() if best_name(key)[0] in ABOVE and best_name(key)[1] > SURE}
        children: list[LexborNode] = []
        child = node.child
        while child is not None:
            if (child.tag or "")[:1].isalpha() and depth < DEEPEST:
                children.append(child)
            child = child.next
        stack.extend((one, {**above, **said}, depth + 1) for one in reversed(children))


def _data(node: LexborNode) -> dict[str, str]:
    found = ((key, (value or "").strip()) for key, value in node.attributes.items())
    return {key.removeprefix(DATA).replace("-", "_"): value for key, value in found if key.startswith(DATA) and value}


def _alike(elements: Sequence[Told]) -> Iterator[list[Told]]:
    """Yield elements that are made alike and carry mostly the same, several things each."""
    groups: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for node, above in elements:
        groups[node.tag or "", " ".join((node.attributes.get("class") or "").split()[:1])].append((node, above))
    for group in groups.values():
        counted = Counter(key for node, _ in group for key in _data(node))
        shared = [key for key, count in counted.items() if count >= MOSTLY * len(group)]
        if len(group) >= FEWEST and len(shared) >= FEWEST_KEYS:
            yield group


def _record(node: LexborNode, above: Mapping[str, str]) -> dict[str, Any]:
    """Return what an element carries, with its text as the title where it carries none."""
    own = _data(node)
    record: dict[str, Any] = {**above, **{key: _value(value) for key, value in own.items()}}
    lines = [" ".join(line.split()) for line in (node.text(separator="\n") or "").split("\n") if line.strip()]
    if lines and not any(best_name(key)[0] == "title" and best_name(key)[1] > SURE for key in own):
        record["title"] = lines[0][:LONGEST_TITLE]
        if len(lines) > 1:
            record["text"] = "\n".join(lines[1:])[:LONGEST]
    return record


def _value(text: str) -> Any:
    return _parsed(text) if OPENS.match(text) and _parsed(text) is not None else text[:LONGEST]


def _tell_when(records: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether most records say when something begins."""
    timed = sum(
        any(isinstance(value, str) and _is_when(key, value) for key, value in record.items()) for record in records
    )
    return timed >= MOSTLY * len(records)


def _is_when(key: str, value: str) -> bool:
    """Return whether a value is a time of day, or is called one and may be counted in minutes or seconds."""
    when = read_when(value, hint="clock")
    field, score = best_name(key)
    return when.is_plain and when.has_clock or value.isdigit() and field == "start" and score > SURE


def _json_of(elements: Sequence[Told]) -> Iterator[Any]:
    """Yield the JSON in attributes: of elements made alike, each with its own, as one list; else each alone."""
    found: dict[str, list[Any]] = defaultdict(list)
    for node, _ in elements:
        for key, value in _data(node).items():
            if OPENS.match(value) and (told := _parsed(value)) is not None:
                found[key].append(told)
    for told in found.values():
        if len(told) >= FEWEST and all(isinstance(one, dict) for one in told):
            yield {"sessions": told}
        else:
            yield from (one for one in told if len(orjson.dumps(one)) >= SHORTEST_JSON)


def _json_in_scripts(document: Document) -> Iterator[Any]:
    """Yield the data of scripts: of those that are nothing else, or the lists of records in them."""
    for found, _ in zip(SCRIPT.finditer(document.text), range(MOST_SCRIPTS), strict=False):
        if len(found[1]) < SHORTEST_JSON:
            continue
        whole = _data_of(found[1])
        if whole is not None:
            yield whole
        else:
            yield from (told for part in _lists_in(found[1]) if (told := _data_of(part)) is not None)


def _data_of(script: str) -> Any:
    try:
        return Document("data.js", script.encode()).json
    except UnreadableFile:
        return _parsed(script)


def _lists_in(script: str) -> Iterator[str]:
    """Yield the lists of records that stand in a script, each as far as its bracket goes."""
    at = 0
    for _ in range(MOST_LISTS):
        found = LIST.search(script, at)
        end = _end_of(script, found.start()) if found is not None else None
        if found is None or end is None:
            return
        if end - found.start() >= SHORTEST_JSON:
            yield f"const data = {script[found.start() : end]}"
        at = end


def _end_of(script: str, at: int) -> int | None:
    """Return where the bracket that opens at a place is closed again; quoted ones count for none."""
    open_ones, quote = 0, ""
    for found in SIGNS.finditer(script, at):
        sign = found[0]
        if quote or sign in QUOTES:
            quote = "" if sign == quote else quote or sign
        elif len(sign) == 1:
            open_ones += 1 if sign in "[{(" else -1
            if not open_ones:
                return found.end()
    return None


def _parsed(text: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return None
