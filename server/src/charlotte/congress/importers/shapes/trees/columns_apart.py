"""Tables that tell their columns once, apart from their rows: answers of Google Sheets, of databases, of FileMaker."""

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from charlotte.congress.importers.shapes.values.words import best_name

COLUMNS = ("cols", "columns", "fields", "headers", "header", "FIELD")
ROWS = ("rows", "data", "values", "records", "ROW")
CELLS = ("c", "f", "cells", "values", "COL")
"""What a row calls the list of its cells."""
NAMES = ("label", "name", "NAME", "title", "field", "id")
VALUES = ("v", "DATA", "value")
SCRIPT_MOMENT = re.compile(r"Date\((\d{4}),\s*(\d{1,2}),\s*(\d{1,2})(?:,\s*(\d{1,2}),\s*(\d{1,2})(?:,\s*\d+){0,2})?\)")
"""A moment in a table of Google's, whose months begin with 0."""
PORTAL = "::"
"""Between a related table and its field, as FileMaker names it."""
DEEPEST = 30
CLOCK_PARTS = (2, 4)
"""So many numbers tell a time of day there: hours, minutes, seconds, milliseconds."""


def by_columns(value: dict[str, Any]) -> Any:
    """Put the cells of a table under the names of its columns; any other value as it is.

    `{cols: [{label}], rows: [{c: [{v}]}]}`, `{columns: ["title", …], data: [[…], …]}`,
    `{METADATA: {FIELD: [{NAME}]}, RESULTSET: {ROW: [{COL: [{DATA}]}]}}`.
    """
    named, rows = _list_of(value, COLUMNS), _list_of(value, ROWS)
    if not named or not rows or not all(isinstance(one, Mapping | str) for one in named):
        return value
    cells = [row if isinstance(row, list) else _cells_of(row) for row in rows]
    if any(row and one is None for row, one in zip(rows, cells, strict=True)):
        return value  # records that tell their fields themselves
    told = [[_cell(one) for one in row] for row in cells if isinstance(row, list)]
    names = [one if isinstance(one, str) else _label(one) or str(at) for at, one in enumerate(named)]
    is_bare = all(isinstance(one, Mapping) and one.get("label") == "" for one in named)
    if told and is_bare and all(isinstance(one, str) for one in told[0]):
        names, told = told[0], told[1:]  # a sheet whose first row was not taken for its header
    return [_with_portals(dict(zip(names, row, strict=False))) for row in told] or value


def with_columns_named(tree: Any, depth: int = 0) -> Any:
    """Return a tree in which every such table is a list of records; any other tree as it is."""
    if depth > DEEPEST or not isinstance(tree, dict | list):
        return tree
    if isinstance(tree, list):
        return [with_columns_named(one, depth + 1) for one in tree]
    told = by_columns(tree)
    return told if told is not tree else {key: with_columns_named(one, depth + 1) for key, one in tree.items()}


def _with_portals(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row whose related records are objects: `People::First`, `People::Last`, each with several values."""
    fields: dict[str, list[str]] = {}
    for name in row:
        table, sign, field = name.partition(PORTAL)
        if sign and field:
            fields.setdefault(table, []).append(field)
    found: dict[str, Any] = {}
    for name, said in row.items():
        table, _, field = name.partition(PORTAL)
        told = fields.get(table, []) if field else []
        if len(told) > 1:
            columns = [_as_list(row[f"{table}{PORTAL}{one}"]) for one in told]
            found[table] = [dict(zip(told, cells, strict=True)) for cells in zip_longest(*columns, fillvalue="")]
        else:
            found[f"{table}.{field}" if told else name] = said
    return found


def _as_list(said: Any) -> list[Any]:
    return said if isinstance(said, list) else [said] if said else []


def _list_of(value: Mapping[str, Any], keys: Sequence[str]) -> list[Any] | None:
    """Return the list that stands under one of the keys, or in an object of its own: `{schema: {fields: […]}}`.

    Of several objects with such a list none is meant: each is a table itself.
    """
    told = next((value[key] for key in keys if isinstance(value.get(key), list)), None)
    inner = [
        one[key] for one in value.values() if isinstance(one, Mapping) for key in keys if isinstance(one.get(key), list)
    ]
    return told if told is not None else inner[0] if len(inner) == 1 else None


def _cells_of(row: Any) -> list[Any] | None:
    """Return the cells of a row; None where it is a record, with a title of its own."""
    if not isinstance(row, Mapping) or any(best_name(key)[0] == "title" for key in row if key not in CELLS):
        return None
    return next((row[key] for key in CELLS if isinstance(row.get(key), list)), None)


def _label(column: Mapping[str, Any]) -> str:
    return str(next((column[key] for key in NAMES if column.get(key)), ""))


def _cell(cell: Any) -> Any:
    """Return what a cell says: a moment by its value, all else as it is shown."""
    own = next((cell[key] for key in VALUES if key in cell), None) if isinstance(cell, Mapping) else cell
    moment = SCRIPT_MOMENT.fullmatch(own) if isinstance(own, str) else None
    if moment is not None:
        day = f"{moment[1]}-{int(moment[2]) + 1:02}-{int(moment[3]):02}"
        return f"{day}T{int(moment[4]):02}:{int(moment[5]):02}" if moment[4] else day
    shown = cell.get("f") if isinstance(cell, Mapping) else None
    if isinstance(shown, str) and shown:
        return shown
    if isinstance(own, list) and CLOCK_PARTS[0] <= len(own) <= CLOCK_PARTS[1] and all(type(one) is int for one in own):
        return f"{own[0]:02}:{own[1]:02}"
    return own[0] if isinstance(own, list) and len(own) == 1 else own
