"""Which column is which field: a value of its own, that staff may read, change and give back."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args

import orjson

from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.columns.called import called_now
from charlotte.congress.importers.shapes.times.lengths import PER_UNIT, Unit
from charlotte.congress.importers.shapes.times.when import Order
from charlotte.congress.importers.shapes.values.words import FIELDS, Field
from charlotte.congress.model import RowWarning

Role = Literal["sessions", "lookup", "left_out"]
PARENT = "(the row that holds this one)"
"""A column that every row in a list has: what it stands in."""
MOST_NAMED, LONGEST_NAME = 30, 80
HINT = "Take the mapping that `charlotte import --dry-run` prints, and change only what is wrong in it."


@dataclass(frozen=True)
class TableMapping:
    """What one table holds."""

    table: str
    role: Role
    columns: Mapping[str, Field] = field(default_factory=dict)
    looks_up: Mapping[str, str] = field(default_factory=dict)
    """Columns that name rows of another table, as `TABLE#COLUMN` (without a column: rows that stand in the cell)."""
    date_order: Order = "dmy"
    duration_unit: Unit = "minutes"
    note: str = ""

    def columns_of(self, wanted: Field) -> tuple[str, ...]:
        """Return the columns that are a field, in order."""
        return tuple(column for column, one in self.columns.items() if one == wanted)

    def for_columns(self, columns: Collection[str]) -> "TableMapping":
        """Return the same of columns that are called as the table's are."""
        named = {called_now(column, columns): wanted for column, wanted in self.columns.items()}
        pointing = {called_now(column, columns): to for column, to in self.looks_up.items()}
        return replace(self, columns=named, looks_up=pointing)


@dataclass(frozen=True)
class FieldMapping:
    """What all tables of an import hold."""

    tables: tuple[TableMapping, ...]

    def of(self, table: str) -> TableMapping | None:
        """Return the mapping of a table."""
        return next((one for one in self.tables if one.table == table), None)

    def for_columns(self, columns: Mapping[str, Collection[str]]) -> "FieldMapping":
        """Return this mapping, which may be an older one, with the names that the columns of each table have now."""
        return FieldMapping(tuple(one.for_columns(columns.get(one.table, ())) for one in self.tables))

    def lacking(self, columns: Mapping[str, Collection[str]]) -> Iterator[RowWarning]:
        """Yield a warning for each column named here that its table does not have."""
        for one in self.tables:
            known = [name for name in columns.get(one.table, ()) if not name.endswith("{}")]
            for column in dict.fromkeys((*one.columns, *one.looks_up)):
                if known and column != PARENT and column not in columns[one.table]:
                    there = ", ".join(repr(name) for name in known[:MOST_NAMED])
                    message = f"The mapping names the column {column!r}; {one.table} has {there}."
                    yield RowWarning(one.table, "no_column", message, {"column": column[:LONGEST_NAME], "names": there})

    def corrected_by(self, corrections: "FieldMapping") -> "FieldMapping":
        """Return this mapping with the tables that a correction names taken from there."""
        changed = {one.table: one for one in corrections.tables}
        unknown = sorted(set(changed) - {one.table for one in self.tables})
        if unknown:
            known = ", ".join(repr(one.table) for one in self.tables)
            raise UnreadableFile(f"The mapping names the table {unknown[0]!r}; there are {known}.", hint=HINT)
        return FieldMapping(tuple(changed.get(one.table, one) for one in self.tables))

    def as_json(self) -> dict[str, Any]:
        """Return the mapping as JSON-ready data."""
        return {
            "tables": [
                {
                    "table": one.table,
                    "role": one.role,
                    "columns": dict(one.columns),
                    **({"looks_up": dict(one.looks_up)} if one.looks_up else {}),
                    "date_order": one.date_order,
                    "duration_unit": one.duration_unit,
                    **({"note": one.note} if one.note else {}),
                }
                for one in self.tables
            ]
        }


def read_mapping(raw: bytes | str) -> FieldMapping:
    """Read a mapping from JSON. Raises `UnreadableFile` that says what to write instead."""
    try:
        parsed = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise UnreadableFile(f"The mapping is not valid JSON: {error}.", hint=HINT) from error
    return mapping_of(parsed)


def mapping_of(parsed: Any) -> FieldMapping:
    """Check a mapping's data. Raises `UnreadableFile`."""
    tables = parsed.get("tables") if isinstance(parsed, dict) else None
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise UnreadableFile('The mapping has no list "tables".', hint=HINT)
    return FieldMapping(tuple(_table(one) for one in tables))


def _table(one: Mapping[str, Any]) -> TableMapping:
    name, columns, looks_up = one.get("table"), one.get("columns", {}), one.get("looks_up", {})
    if not isinstance(name, str) or not _texts(columns) or not _texts(looks_up):
        raise UnreadableFile('A table of the mapping needs "table" and "columns": {column: field}.', hint=HINT)
    for column, wanted in columns.items():
        if wanted not in FIELDS:
            raise UnreadableFile(
                f"The mapping says that {column!r} is {wanted!r}.", hint=f"A column may be: {', '.join(FIELDS)}."
            )
    role, order, unit = one.get("role", "sessions"), one.get("date_order", "dmy"), one.get("duration_unit", "minutes")
    choices = (
        ("role", role, get_args(Role)),
        ("date_order", order, get_args(Order)),
        ("duration_unit", unit, PER_UNIT),
    )
    for key, value, allowed in choices:
        if value not in allowed:
            raise UnreadableFile(f"The mapping's {key} is {value!r}.", hint=f"It may be: {', '.join(allowed)}.")
    return TableMapping(name, role, columns, looks_up, order, unit)


def _texts(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) for pair in value.items() for one in pair)
