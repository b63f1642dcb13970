"""Columns that name rows of another table: `room_id` beside a list of rooms, speakers by number, slots of talks."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from charlotte.congress.importers.shapes.columns.kinds import Kind, kinds_of, last_name, name_column
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import Field, best_name, name_score, tells_of_before, words_of

REFERRED: tuple[Field, ...] = (
    "speakers", "chairs", "room", "track", "session", "kind", "language", "part_of", "details", "affiliation",
)  # fmt: skip
MOST_COMPARED = 2_000
FEWEST_NAMED, MOST_NAMED = 5, 0.7
MOST_OF_KEYS = 0.6
"""So much of a list of rooms at least is held in, where other places are named too."""
SEVERAL_EACH = 0.7
"""So many different sessions for each row at most, where rows are talks of sessions."""
ALL_BUT_FEW = 0.95
"""A list that people wrote may have a key twice."""
LIKELY, TELLING = 0.3, 0.4
KEY_WORDS = frozenset(
    "id ids key keys code codes codice codici codigo clave guid uid uuid ref refs slug number nr no num numero nummer "
    "sigla sigle kurzel kuerzel kurzzeichen kennung abk abkurzung abbr abbreviation abreviatura short email emails "
    "mail mails cod".split()
)
LETTERED_KEY = re.compile(r"[a-z](?:id|nr|num|nummer|key|code|cod|ref)")
"""A key's word behind the first letter of what it numbers: `PNr` of people, `SID` of sessions."""
CODE = re.compile(r"(?=[^\W_]*\d|[\w.:/-]*[\d_]|[A-Z]{2,5}$)(?=.*[^\W\d_])[\w.:/-]{2,64}")
"""What a record is known by to machines and in lists: `P07`, `per_011`, `KAB`; no word and no bare number."""
FEWEST_CODED = 3
HALF = 0.5
"""Of codes, which say nothing themselves, so many at least must be those of records; the others are slips."""
BESIDE_SESSIONS: frozenset[Kind | None] = frozenset(
    {"room", "speakers", "track", "kind", "language", "details", "affiliation"}
)
"""What sessions refer to; that it lists its sessions in turn says nothing new."""


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
    """Return every column that refers to another table, each to the table that suits it best.

    A value that equals the key of a record is that record, wherever it stands; bare numbers, which are everybody's
    keys, only where the names say so too.
    """
    keys = {table.name: dict(_keys(table)) for table in tables}
    kinds = kinds_of(tables)
    found: list[Reference] = []
    for table in tables:
        for column in table.columns:
            if table.holds_rows(column):
                found += list(_nested(table, column, tables, kinds))
            elif _may_refer(table, column) and (one := _best(table, column, tables, keys, kinds)) is not None:
                found.append(one)
    return tuple(_of_slots(found, tables))


def _of_slots(found: Sequence[Reference], tables: Sequence[Table]) -> Iterator[Reference]:
    """Yield references without those of sessions to the slots that name them in turn: what has titles names none.

    What few rows are called is the label of a slot without a session.
    """
    referring = {(one.table, one.column) for one in found if not one.nested}
    named_by = ((table, name_column(table)) for table in tables)
    titled = {
        table.name
        for table, own in named_by
        if own and (table.name, own) not in referring and 2 * len([*table.values(own)]) >= len(table.rows)
    }
    named = {(one.other, one.table) for one in found if one.field == "session"}
    for one in found:
        if one.nested or (one.table, one.other) not in named or one.table not in titled or one.other in titled:
            yield one


def _may_refer(table: Table, column: str) -> bool:
    return column not in table.sections or column.endswith("{}") and not table.name.endswith(f": {column}")


def _nested(
    table: Table, column: str, tables: Sequence[Table], kinds: Mapping[str, Kind | None]
) -> Iterator[Reference]:
    first = next(row for one in table.rows for row in one.rows(column))
    other = next((one.name for one in tables if any(row is first for row in one.rows)), None)
    field = _field_of(column, REFERRED)
    if other is not None and field in (None, "session") and kinds[other] == "speakers":
        field = "speakers"
    if other is not None and field == "kind" and kinds[other] == "room":
        field = "room"  # labels that name rooms
    if field == "track" and other is not None and kinds[other] == "session":
        return  # the "blocks" of a day
    if other is not None and field in ("speakers", "chairs", "room", "track"):
        yield Reference(table.name, column, other, other, field, nested=True)


def _best(
    table: Table,
    column: str,
    tables: Sequence[Table],
    keys: Mapping[str, Mapping[str, frozenset[str]]],
    kinds: Mapping[str, Kind | None],
) -> Reference | None:
    told = list(table.values(column, MOST_COMPARED))
    values = set(told)
    if not values or any(len(value) > 80 for value in values):
        return None
    best: tuple[float, Reference] | None = None
    for other in tables:
        if len(other.rows) < 2 and len(values) > 1:
            continue
        for key, known in keys[other.name].items():
            if key == column and (other.name == table.name or column in table.sections):
                continue  # the key that both stand under
            hits = len(values & known)
            same = other.name == table.name
            is_often = hits > 1 and sum(value in known for value in told) >= 0.8 * len(told)
            if not is_often and hits < (min(0.8 * len(values), MOST_OF_KEYS * len(known)) if not same else 1):
                continue
            field, related = _read_as(table, column, other, key, kinds)
            telling = any(not value.isdigit() and len(value) > 1 for value in values)
            telling = telling and (len(values) > 1 or len(max(values, key=len)) > 3)
            if same and field is None and telling and hits >= ALL_BUT_FEW * len(values) and _repeats(table, column):
                field, related = "part_of", True
            # Beside the halls of a list stand places that only one session is held in.
            are_some = hits >= 0.8 * len(values) or same or field == "room" and related and telling and hits > 1
            are_some |= related and 1 < hits >= HALF * len(values) and all(map(CODE.fullmatch, values))
            if field is None or not are_some or not (related or telling):
                continue
            score = hits / len(values) + (1.0 if related else 0.0) + (0.5 if is_key(key) else 0.0)
            if best is None or score > best[0]:
                held: Field = (
                    "part_of"
                    if field == "session" and name_column(other) and _are_parts(table, column, kinds[table.name])
                    else field
                )
                best = (score, Reference(table.name, column, other.name, f"{other.name}#{key}", held))
    return best[1] if best else None


def _read_as(
    table: Table, column: str, other: Table, key: str, kinds: Mapping[str, Kind | None]
) -> tuple[Field | None, bool]:
    """Return what a column says of a session, and whether its name, or that it names each row once, speaks of it."""
    same, kind, own_kind = other.name == table.name, kinds[other.name], kinds[table.name]
    field, related = _as_field(column, other, key, own_kind, kind, same)
    are_slots = own_kind == "slot" and kind is None and not same
    if field != "session" and (field is not None or not are_slots):
        return field, related
    is_each = _names_each(table, column, {text for row in other.rows if (text := row.text(key))})
    return ("session", related or is_each) if field is not None or is_each else (None, related)


def _names_each(table: Table, column: str, known: Set[str]) -> bool:
    """Return whether rows without titles name most rows of another table, each once: its sessions in their slots."""
    named = list(table.values(column, MOST_COMPARED))
    are_once = len(named) >= FEWEST_NAMED and len(set(named)) >= ALL_BUT_FEW * len(named)
    is_all = {*named} <= known and len(named) >= MOST_NAMED * len(known)
    return are_once and is_all and name_column(table) in (None, column)


def _repeats(table: Table, column: str) -> bool:
    """Return whether several rows name the same row of their own table, as talks do their session."""
    named = list(table.values(column, MOST_COMPARED))
    return len(set(named)) <= SEVERAL_EACH * len(named) and name_column(table) is not None


def _are_parts(table: Table, column: str, kind: Kind | None) -> bool:
    """Return whether rows that name a session are talks held in it: they have titles, and several name the same one."""
    if kind != "session" or name_column(table) is None or not (_names_people(table) or _tells_times(table)):
        return False
    named = list(table.values(column, MOST_COMPARED))
    return len(set(named)) <= SEVERAL_EACH * len(named)


def _names_people(table: Table) -> bool:
    fields: tuple[Field, Field] = ("speakers", "chairs")
    return any(name_score(field, column) > TELLING for field in fields for column in table.columns)


def _tells_times(table: Table) -> bool:
    """Return whether each row that has a name of its own begins at a time of its own too."""
    named = name_column(table)
    starts = [one for one in table.columns if one not in table.sections and name_score("start", one) > TELLING]
    titled = [row for row in table.rows[:MOST_COMPARED] if named is not None and row.text(named)]
    return len(titled) == len(table.rows[:MOST_COMPARED]) and any(
        all(row.text(start) for row in titled) for start in starts
    )


def tells_talks(table: Table, names: Sequence[str] = ()) -> bool:
    """Return whether each row has a title of its own beside its `names`: it is a talk with its speaker, and no link."""
    free = (column for column in table.columns if column not in names and best_name(column)[0] != "affiliation")
    titled = (column for column in free if name_score("title", column) > LIKELY)
    return any(_are_titles([row.text(column) for row in table.rows]) for column in titled)


def _are_titles(texts: Sequence[str]) -> bool:
    several = sum(len(text.split()) > 1 for text in texts)
    return all(texts) and len({*texts}) == len(texts) and 2 * several > len(texts)


def _keys(table: Table) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield columns that tell the rows of a table apart, and what stands in them."""
    for column in table.columns:
        if not column.endswith("{}") and (column in table.sections or not keeps_apart(table, column)):
            continue
        values = [text for row in table.rows[:MOST_COMPARED] if (text := row.text(column))]
        if len(values) >= 0.9 * min(len(table.rows), MOST_COMPARED) and len(set(values)) >= ALL_BUT_FEW * len(values):
            yield column, frozenset(values)


def is_key(column: str) -> bool:
    """Return whether a column is called like one that tells the rows of its table apart."""
    name = column.rstrip(".").rpartition(".")[2]
    words = words_of(name)
    if not words:
        return False
    if {words[0], words[-1]} & KEY_WORDS or name_score("id", column) > 0.85:
        return True
    return bool(_lettered(name))


def keeps_apart(table: Table, column: str) -> bool:
    """Return whether a column tells the rows of a table apart: by what it is called, or else by codes, one a row."""
    if is_key(column):
        return True
    field, score = best_name(column)
    called_otherwise = field in BESIDE_SESSIONS and name_column(table) not in (None, column)  # "Room", and its "Name"
    if score > LIKELY and field != "id" and not called_otherwise or len(table.rows) < FEWEST_CODED:
        return False
    values = [row.text(column) for row in table.rows[:MOST_COMPARED]]
    are_apart = len({*values}) >= ALL_BUT_FEW * len(values)
    return are_apart and all(CODE.fullmatch(value) and not read_when(value).is_plain for value in values)


def _lettered(name: str) -> set[str]:
    """Return the word of a column that names what it numbers by a letter, which says what refers to it."""
    return {word for word in words_of(name) if LETTERED_KEY.fullmatch(word)} if len(words_of(name)) == 1 else set()


def _as_field(  # noqa: PLR0913 - both ends of the reference
    column: str, other: Table, key: str, own_kind: Kind | None, kind: Kind | None, same: bool
) -> tuple[Field | None, bool]:
    """Return what a column that holds another table's keys says of a session, and whether its name speaks of it."""
    subject = " ".join(word for word in words_of(column) if word not in KEY_WORDS) or column
    if tells_of_before(column):
        return ("before", True) if kind == "room" and not same else (None, False)
    own = _field_of(subject, REFERRED)
    shared = _stems(subject) & _stems(last_name(other.name)) or {*words_of(column)} & _lettered(key)
    if own == "part_of" or same:
        return ("part_of", True) if own == "part_of" and kind in ("session", None) else (None, False)
    if kind == "session" or kind == "slot":
        if own_kind in BESIDE_SESSIONS and own_kind != "speakers":
            return None, False
        if own is None and not shared and words_of(column) == words_of(key):
            return None, False
        return "session", own == "session" or bool(shared)
    if own_kind == "speakers" and kind in (None, "room", "affiliation"):
        return "affiliation", bool(shared)  # what people belong to, whatever it is called
    if kind is None and own_kind in BESIDE_SESSIONS or kind == "affiliation":
        return None, False
    if kind is None:
        return (own or ("session" if shared else None)), bool(shared)
    field: Field = "chairs" if kind == "speakers" and own == "chairs" else kind
    return field, own == field or bool(shared)


def _stems(text: str) -> set[str]:
    return {word.rstrip("s") for word in words_of(text) if word not in KEY_WORDS}


def _field_of(name: str, allowed: Sequence[Field]) -> Field | None:
    field, score = best_name(name)
    if field == "title":
        # A list called "talks" or "sessions" is what a column called "session" refers to.
        return "session" if "session" in allowed else None
    if field in allowed and score > 0.3:
        return field
    best = max(allowed, key=lambda one: name_score(one, name))
    return best if name_score(best, name) > 0.3 else None


def names_records(tables: Sequence[Table]) -> frozenset[tuple[str, str]]:
    """Return the columns, each with its table's name before it, that hold nothing but keys of other tables' records."""
    keys = {table.name: dict(_keys(table)) for table in tables}
    found = set()
    for table in tables:
        others = [one for name, own in keys.items() if name != table.name for one in own.items()]
        for column in table.columns:
            values = {value for value in table.values(column, MOST_COMPARED) if not value.isdigit() and len(value) > 2}
            if len(values) > 1 and any(
                key != column and len(values & known) > 0.9 * len(values) for key, known in others
            ):
                found.add((table.name, column))
    return frozenset(found)


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

    def lacks(self, target: str, value: str) -> bool:
        """Return whether a value is written as the keys of `TABLE#COLUMN` are and none of them: it names nothing."""
        if self.named(target, value) is not None or not CODE.fullmatch(value.strip()) and not value.strip().isdigit():
            return False
        return _form(value.strip()) in {_form(key) for key in self._by_key[target]}


def _form(key: str) -> str:
    return re.sub(r"\d+", "0", key)
