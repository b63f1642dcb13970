"""One list that holds records of several types, as content systems and linked data give them: a list for each type."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from charlotte.congress.importers.shapes.values.words import name_score

NAMES_OF_TYPES = ("@type", "__typename", "_type", "contentType", "type", "kind", "model", "entity")
FEWEST = 4
ALIKE = 0.5
TIMES = 0.45


def apart(items: list[Any]) -> Any:
    """Return a mixed list as an object of lists by type; records of one shape, or with times, stay together."""
    rows = [one for one in items if isinstance(one, Mapping)]
    if len(rows) < FEWEST or len(rows) != len(items):
        return items
    key = next((one for one in NAMES_OF_TYPES if all(isinstance(row.get(one), str) for row in rows)), None)
    if key is None:
        return items
    by_type: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        by_type[str(row[key])].append(row)
    if not 1 < len(by_type) <= len(rows) / 2:
        return items
    timed = sorted((one for one in by_type if _has_times(by_type[one])), key=lambda one: -len(by_type[one]))
    together = [one for one in timed if len(by_type[one]) > 1 or _alike(by_type[one], by_type[timed[0]])]
    if len(together) == len(by_type) or not together:
        return items
    merged = {id(row) for one in together for row in by_type[one]}
    found: dict[str, list[Any]] = {}
    for row in rows:
        name = together[0] if id(row) in merged else str(row[key])
        is_told = id(row) in merged and len(together) > 1
        found.setdefault(name, []).append(row if is_told else {k: v for k, v in row.items() if k != key})
    return found


def _has_times(rows: Sequence[Mapping[str, Any]]) -> bool:
    keys = {str(key) for row in rows for key in row}
    return any(name_score("start", key) > TIMES or name_score("date", key) > TIMES for key in keys)


def _alike(rows: Sequence[Mapping[str, Any]], others: Sequence[Mapping[str, Any]]) -> bool:
    own, theirs = ({key for row in some for key in row} for some in (rows, others))
    return len(own & theirs) > ALIKE * len(theirs)
