"""Columns that name rows of another table: `room_id` beside a list of rooms, speakers by number, slots of talks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.words import Field, best_name, name_score, words_of

REFERRED: tuple[Field, ...] = ("speakers", "chairs", "room", "track", "session", "kind", "language", "part_of")
MOST_COMPARED = 2_000
KEY_WORDS = frozenset("id ids key code guid uid uuid ref refs slug".split())


@dataclass(frozen=True)
class Reference:
    """A column whose cells stand for rows of another table."""

    table: str
    column: str
    other: str
    target: str
    """`TABLE#COLUMN`, or `TABLE` where the cells hold the rows themselves."""
    field: Field
    nested: bool = False


def references(tables: Sequence[Table]) -> tuple[Reference, ...]:
    """Return every column that refers to another table, each to the table that suits it best."""
    keys = {table.name: dict(_keys(table)) for table in tables}
    found = []
    for table in tables:
        for column in table.columns:
            if table.holds_rows(column):
                found += list(_nested(table, column, tables))
            elif column not in table.sections and (one := _best(table, column, tables, keys)) is not None:
                found.append(one)
    return tuple(found)


def _nested(table: Table, column: str, tables: Sequence[Table]) -> Iterator[Reference]:
    field = _field_of(column, REFERRED)
    first = next(row for one in table.rows for row in one.rows(column))
    other = next((one.name for one in tables if any(row is first for row in one.rows)), None)
    if other is not None and field in ("speakers", "chairs", "room", "track"):
        yield Reference(table.name, column, other, other, field, nested=True)


def _best(
    table: Table, column: str, tables: Sequence[Table], keys: Mapping[str, Mapping[str, frozenset[str]]]
) -> Reference | None:
    values = set(list(table.values(column, MOST_COMPARED)))
    if not values or any(len(value) > 80 for value in values):
        return None
    best: tuple[float, Reference] | None = None
    for other in tables:
        if other.name == table.name or len(other.rows) < 2 and len(values) > 1:
            continue
        for key, known in keys[other.name].items():
            hits = len(values & known)
            if hits < 0.8 * len(values):
                continue
            field, related = _related(column, other.name, key)
            telling = any(not value.isdigit() and len(value) > 3 for value in values) and len(values) > 1
            if field is None or not (related or telling):
                continue
            score = hits / len(values) + (1.0 if related else 0.0) + (0.5 if _is_key(key) else 0.0)
            if best is None or score > best[0]:
                best = (score, Reference(table.name, column, other.name, f"{other.name}#{key}", field))
    return best[1] if best else None


def _keys(table: Table) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield columns that tell the rows of a table apart, and what stands in them."""
    for column in table.columns:
        if not column.endswith("{}") and (column in table.sections or not _is_key(column)):
            continue
        values = [text for row in table.rows[:MOST_COMPARED] if (text := row.text(column))]
        if len(values) >= 0.9 * min(len(table.rows), MOST_COMPARED) and len(set(values)) == len(values):
            yield column, frozenset(values)


def _is_key(column: str) -> bool:
    words = words_of(column.rpartition(".")[2])
    return bool(words) and (words[-1] in KEY_WORDS or name_score("id", column) > 0.85)


def _related(column: str, other: str, key: str) -> tuple[Field | None, bool]:
    """Return what a column would be, and whether its name speaks of the other table."""
    subject = " ".join(word for word in words_of(column) if word not in KEY_WORDS) or column
    about = _field_of(_last_name(other), REFERRED)
    own = _field_of(subject, REFERRED)
    if own is not None and about == own or own == "chairs" and about == "speakers":
        return own, True
    shared = {word.rstrip("s") for word in words_of(subject)} & {
        word.rstrip("s") for word in words_of(_last_name(other))
    }
    if shared:
        return (about or own or "session"), True
    if about == "session" and own is None and _is_key(column) and words_of(column) != words_of(key):
        return None, False
    if own is not None and own != "session" and about is None:
        return own, False
    return (about, False) if about is not None and own is None and about != "session" else (None, False)


def _last_name(table: str) -> str:
    """Return the subject of a table's name: the last key of its path, else the file's name without its ending."""
    file, _, path = table.partition(": ")
    parts = [part for part in path.replace("[]", "").replace("{}", "").split(".") if part]
    return parts[-1] if parts else file.rsplit(".", 1)[0]


def _field_of(name: str, allowed: Sequence[Field]) -> Field | None:
    field, score = best_name(name)
    if field == "title":
        # A list called "talks" or "sessions" is what a column called "session" refers to.
        return "session" if "session" in allowed else None
    if field in allowed and score > 0.3:
        return field
    best = max(allowed, key=lambda one: name_score(one, name))
    return best if name_score(best, name) > 0.3 else None


class Rows:
    """The rows of all tables, found by what refers to them."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self._tables = {table.name: table for table in tables}
        self._by_key: dict[str, dict[str, Row]] = {}

    def table(self, name: str) -> Table:
        """Return a table by its name."""
        return self._tables[name]

    def named(self, target: str, value: str) -> Row | None:
        """Return the row of `TABLE#COLUMN` that a value stands for."""
        if target not in self._by_key:
            name, _, key = target.partition("#")
            table = self._tables.get(name)
            self._by_key[target] = {row.text(key): row for row in table.rows} if table is not None else {}
        return self._by_key[target].get(value.strip())
