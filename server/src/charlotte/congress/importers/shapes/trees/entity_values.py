"""Tables of a database that hold one value a row, `session_id, key, value`: put into the rows that they tell of."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from charlotte.congress.importers.shapes.values.words import words_of

KEYS = frozenset(
    "key field name attribute attribut property feld campo champ schlussel chiave clave eigenschaft".split()
)
VALUES = frozenset("value wert valore valeur valor inhalt content text".split())
IDS = frozenset("id key nr uid uuid guid number".split())
MOST_COLUMNS = 6
FEWEST_ROWS, FEWEST_KEYS = 4, 2
MOSTLY = 0.9
MOST_TYPES = 40
NAMED = re.compile(r"[^\W\d][\w .:-]{1,60}")
SERIALISED = re.compile(r"a:\d+:\{(.*)\}\s*", re.DOTALL)
PIECE = re.compile(r's:\d+:"([^"]*)";|i:(\d+);')
Record = dict[str, Any]


@dataclass(frozen=True)
class _Columns:
    """Which column names what a value is, which holds it, and which says of what row it is."""

    key: str
    value: str
    owner: str


def with_values_put(tree: Any) -> Any:
    """Return a database's tables without those of such values, which stand in the rows of others now.

    Rows that have different values by their type, as a site's posts, pages and people do, are a table for each type.
    """
    if not isinstance(tree, Mapping) or len(tree) < FEWEST_KEYS:
        return tree
    tables = {str(name): [{**one} for one in rows] for name, rows in tree.items() if _are_rows(rows)}
    gone: set[str] = set()
    apart: dict[str, list[Record]] = {}
    for name, rows in tables.items():
        columns = _columns_of(rows)
        owner = _owner(name, columns, rows, tables) if columns is not None else None
        if columns is not None and owner is not None:
            told = _put(rows, columns, tables[owner[0]], owner[1])
            gone |= {name, owner[0]}
            apart |= _by_type(owner[0], tables[owner[0]], told)
    return {**{str(name): one for name, one in tree.items() if name not in gone}, **apart} if gone else tree


def _are_rows(rows: Any) -> bool:
    return isinstance(rows, list) and bool(rows) and all(isinstance(one, Mapping) for one in rows)


def _columns_of(rows: Sequence[Record]) -> _Columns | None:
    columns = [*rows[0]]
    if len(rows) < FEWEST_ROWS or not FEWEST_KEYS < len(columns) <= MOST_COLUMNS:
        return None
    key = next((one for one in columns if KEYS & {*words_of(one)} and _names(rows, one)), None)
    value = next((one for one in columns if one != key and VALUES & {*words_of(one)}), None)
    owners = [one for one in columns if one not in (key, value) and IDS & {*words_of(one)} and _repeats(rows, one)]
    if key is None or value is None or not owners:
        return None
    pairs = {(str(row.get(owners[0])), str(row.get(key))) for row in rows}
    return _Columns(key, value, owners[0]) if len(pairs) >= MOSTLY * len(rows) else None


def _names(rows: Sequence[Record], column: str) -> bool:
    """Return whether a column holds names of fields, of which some come again."""
    told = [row.get(column) for row in rows]
    are_names = all(isinstance(one, str) and NAMED.fullmatch(one) for one in told)
    return are_names and FEWEST_KEYS <= len({*told}) < len(told)


def _repeats(rows: Sequence[Record], column: str) -> bool:
    told = [str(row.get(column)) for row in rows]
    return len({*told}) < len(told)


def _owner(
    name: str, columns: _Columns, rows: Sequence[Record], tables: Mapping[str, Sequence[Record]]
) -> tuple[str, str] | None:
    """Return the table whose rows are told of, and the column of their keys: by its name, or the only one that can."""
    wanted = {str(row.get(columns.owner)) for row in rows}
    found: list[tuple[bool, str, str]] = []
    subject = {word for word in words_of(columns.owner) if word not in IDS}
    for other, records in tables.items():
        for column in records[0]:
            held = {str(row.get(column)) for row in records}
            is_key = bool(IDS & {*words_of(column)}) and len(held) == len(records)
            if other != name and is_key and len(wanted & held) >= MOSTLY * len(wanted):
                stems = {word.rstrip("s") for word in words_of(other)}
                found.append((bool(stems & {word.rstrip("s") for word in subject}), other, column))
    named = [one for one in found if one[0]]
    best = named if named else found
    return (best[0][1], best[0][2]) if len(named) == 1 or len(best) == 1 else None


def _put(rows: Sequence[Record], columns: _Columns, records: Sequence[Record], key: str) -> dict[int, set[str]]:
    """Put the values into the records; return by record what it was told."""
    by_key = {str(one.get(key)): one for one in records}
    told: dict[int, set[str]] = defaultdict(set)
    for row in rows:
        record, field = by_key.get(str(row.get(columns.owner))), str(row.get(columns.key))
        if record is not None and not field.startswith("_"):  # what a system notes for itself
            record.setdefault(field, _listed(row.get(columns.value)))
            told[id(record)].add(field)
    return told


def _by_type(name: str, records: Sequence[Record], told: Mapping[int, set[str]]) -> dict[str, list[Record]]:
    """Return records in a list for each type where those of different types are told different things."""
    for column in [*records[0]]:
        types = Counter(str(row.get(column)) for row in records)
        if not 1 < len(types) <= min(MOST_TYPES, len(records) - 1) or "type" not in words_of(column):
            continue
        by_type: dict[str, list[Record]] = defaultdict(list)
        for row in records:
            by_type[str(row.get(column))].append(row)
        fields = [{field for row in rows for field in told.get(id(row), ())} for rows in by_type.values()]
        if sum(map(len, fields)) == len(set().union(*fields)):
            return {f"{one}s": rows for one, rows in by_type.items()}
    return {name: [*records]}


def _listed(value: Any) -> Any:
    """Return a value as a list where a system wrote it as one: `["21","22"]`, `a:2:{i:0;s:2:"21";…}`."""
    if not isinstance(value, str):
        return value
    if (packed := SERIALISED.fullmatch(value)) is not None:
        pieces = [text or number for text, number in PIECE.findall(packed[1])]
        return pieces[1::2]
    if value[:1] == "[":
        try:
            items = orjson.loads(value)
        except orjson.JSONDecodeError:
            return value
        return [str(one) for one in items] if all(isinstance(one, str | int) for one in items) else value
    return value
