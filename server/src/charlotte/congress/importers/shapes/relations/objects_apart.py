"""Tables whose rows each name a row of one table or another: `object: "paper", object_id: 403`, as databases link."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from os.path import commonprefix

from charlotte.congress.importers.shapes.columns.kinds import last_name
from charlotte.congress.importers.shapes.relations.references import is_key
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.values.words import words_of

MOST_KINDS = 12
LONGEST_KIND = 80
MOST_COMPARED = 2_000
SHORTEST = 4
ALIKE = 0.65
"""So much of a word at least is its stem, where others of its endings are told apart."""
MODELS = frozenset("model class klasse classe modelo modello name".split())
"""What a table of kinds calls the names of its rows."""
MODEL = re.compile(r"[\\./:]")
"""What stands before the name of a class: `App\\Models\\Session`, `programme.session`."""


@dataclass(frozen=True)
class _Pair:
    """The column that says of which table a row is, the one that says which, and by kind the word for its table."""

    kind: str
    key: str
    tables: dict[str, str]


def with_objects_apart(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return tables of which each column of keys names rows of one table only.

    A table that links rows of several, and says beside each key of which, is cut into one for each.
    """
    return tuple(part for table in tables for part in _apart(table, tables))


def _apart(table: Table, tables: Sequence[Table]) -> Iterator[Table]:
    pair = _pair(table, tables)
    if pair is None:
        yield table
        return
    for kind in dict.fromkeys(row.text(pair.kind) for row in table.rows):
        rows = [row for row in table.rows if row.text(pair.kind) == kind]
        if kind not in pair.tables:
            yield replace(table, name=f"{table.name} ({kind})", rows=tuple(rows))
            continue
        key = f"{pair.tables[kind]} id"
        yield replace(table, name=f"{table.name} ({kind})", rows=tuple(_renamed(row, pair, key) for row in rows))


def _renamed(row: Row, pair: _Pair, key: str) -> Row:
    cells = {key if column == pair.key else column: cell for column, cell in row.cells.items() if column != pair.kind}
    return Row(row.place, cells, row.parent)


def _pair(table: Table, tables: Sequence[Table]) -> _Pair | None:
    """Return the two columns that name rows of several tables together."""
    own = [column for column in table.columns if column not in table.sections]
    for kind in own:
        values = {*table.values(kind, MOST_COMPARED)}
        if not 1 < len(values) <= MOST_KINDS or any(len(one) > LONGEST_KIND for one in values):
            continue
        called = _called(kind, values, tables)
        for key in own:
            if key == kind or not is_key(key) or key == own[0] and len({*table.values(key)}) == len(table.rows):
                continue
            found = {
                one: other
                for one, name in called.items()
                if (other := _table_of(table, tables, (kind, one), name, key)) is not None
            }
            if len({*found.values()}) > 1:
                return _Pair(kind, key, found)
    return None


def _called(kind: str, values: set[str], tables: Sequence[Table]) -> dict[str, str]:
    """Return by kind what it is called: as it is, or where kinds are numbers as a table of kinds says."""
    if not all(map(str.isdigit, values)):
        return {one: one for one in values if not one.isdigit()}
    stems = {*words_of(kind)} - {"id"}
    for other in tables:
        names = next((column for column in other.columns if {*words_of(column)} & MODELS), None)
        key = next((column for column in other.columns if is_key(column)), None)
        if names and key and stems & {*words_of(last_name(other.name))} and values <= {*other.values(key)}:
            return {row.text(key): row.text(names) for row in other.rows if row.text(key) in values}
    return {}


def _table_of(table: Table, tables: Sequence[Table], kind: tuple[str, str], name: str, key: str) -> str | None:
    """Return the word for the table that a name means and that holds all the rows that are named beside a kind."""
    named = {row.text(key) for row in table.rows[:MOST_COMPARED] if row.text(kind[0]) == kind[1]} - {""}
    said = words_of(MODEL.split(name)[-1])
    for other in tables:
        called = (word for word in words_of(last_name(other.name)) if any(_are_alike(one, word) for one in said))
        if other is table or (word := next(called, None)) is None:
            continue
        if any(named and named <= {*other.values(column)} for column in other.columns if is_key(column)):
            return word
    return None


def _are_alike(word: str, other: str) -> bool:
    """Return whether two words begin alike and end as one and several do: "Vortrag" and "Vorträge"."""
    begun = len(commonprefix((word, other)))
    return word == other or begun >= SHORTEST and begun >= ALIKE * max(len(word), len(other))
