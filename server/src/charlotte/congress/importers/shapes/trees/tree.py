"""A tree of JSON or YAML made into tables: every list of objects is one, and knows what it stands in."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.grids.grid import table_of
from charlotte.congress.importers.shapes.rows import MOST_ROWS, Row, Table
from charlotte.congress.importers.shapes.sheets.cells import Grid
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.trees.talks_listed import talks_listed
from charlotte.congress.importers.shapes.trees.told_above import called, complete
from charlotte.congress.importers.shapes.values.words import LANGUAGE_ENDINGS, Field, best_name, name_score

MOST_NODES = 2_000_000
DEEPEST = 40
LONGEST_TEXT = 20_000
EMPTY = frozenset({"null", "~", "none", "n/a", "undefined"})
IDENTIFIER = re.compile(r"[a-z]+(?:[_-][a-z]+)*")
REFERRED: tuple[Field, ...] = ("room", "kind", "track", "speakers", "chairs", "language")
OF_SESSIONS: tuple[Field, ...] = ("start", "end", "date", "duration", "speakers", "chairs", "room")
LIKELY, SURE = 0.3, 0.6
FEWEST_NAMED = 3


def tables_of(name: str, tree: Any) -> tuple[Table, ...]:
    """Return the tables of a parsed file. Raises `UnreadableFile` when it is too deep or too large."""
    walk = _Walk(name)
    walk.value("", tree, {}, None, 0)
    for path, rows in walk.found.items():
        complete(rows, list(walk.inherited.get(path, ())))
    return tuple(walk.grids) + tuple(
        Table(f"{name}: {path}" if path else name, tuple(rows), tuple(walk.inherited.get(path, ())))
        for path, rows in walk.found.items()
    )


class _Walk:
    def __init__(self, name: str) -> None:
        self.name = name
        self.found: dict[str, list[Row]] = {}
        self.inherited: dict[str, dict[str, None]] = {}
        self.grids: list[Table] = []
        self._nodes = 0

    def value(self, path: str, value: Any, above: Mapping[str, str], parent: Row | None, depth: int) -> None:
        """Find the tables in anything that is no row itself."""
        self._count(depth)
        if isinstance(value, list) and _is_grid(value):
            cells = [[_text(cell) for cell in row] for row in value[:MOST_ROWS]]
            self.grids.append(table_of(Grid(f"{self.name}: {path}" if path else self.name, cells)))
        elif isinstance(value, list):
            self.items(f"{path}[]", value, above, parent, depth)
        elif isinstance(value, Mapping):
            if _is_keyed(value):
                is_named = _are_named(value)
                for key, one in value.items():
                    here = {**above, f"{path}{{}}": str(key)}
                    if is_named:
                        self.row(f"{path}{{}}", one, here, parent, depth + 1)
                    else:
                        self.keyed(f"{path}{{}}", one, here, parent, depth)
            elif parent is None and path == "" and _is_row(value):
                self.row("", value, above, None, depth)
            else:
                own = {**above, **{_join(path or "file", key): text for key, text in _scalars(value).items()}}
                for key, one in value.items():
                    if isinstance(one, list | Mapping):
                        told = called(one) if isinstance(one, Mapping) and _calls_things(str(key), one) else one
                        self.value(_join(path, str(key)), told, own, parent, depth + 1)

    def keyed(self, path: str, value: Any, above: Mapping[str, str], parent: Row | None, depth: int) -> None:
        """Read what stands under a key that is itself data: a day, a room, an id."""
        if isinstance(value, Mapping) and not _is_keyed(value, inside=True):
            own = path and above[path] == str(value.get("id", ""))
            if (
                own
                or _is_row(value)
                or _is_record(value)
                or len(value) > 1
                and all(_text(one) for one in value.values())
            ):
                self.row(path, value, above, parent, depth + 1)
            else:
                self.value(path, value, above, parent, depth + 1)
        elif isinstance(value, Mapping):
            for key, one in value.items():
                self.keyed(f"{path}{{}}", one, {**above, f"{path}{{}}": str(key)}, parent, depth + 1)
        elif isinstance(value, list):
            self.value(path, value, above, parent, depth + 1)
        elif _text(value):
            self._add(path, Row(self._place(path), {**above, "value": _text(value)}, parent), above)

    def items(self, path: str, items: list[Any], above: Mapping[str, str], parent: Row | None, depth: int) -> None:
        """Read a list: of rows, or of further lists; what is a list in one row is a list in all."""
        listed = {
            str(key)
            for one in items
            if isinstance(one, Mapping)
            for key, inside in one.items()
            if isinstance(inside, list) and any(isinstance(item, Mapping) for item in inside)
        }
        mixed = any(isinstance(one, list) for one in items)
        for one in items:
            if mixed and isinstance(one, Mapping) and not _is_row(one):
                above = {**above, **{_join(path, key): text for key, text in _scalars(one).items()}}
            elif isinstance(one, Mapping):
                alike = {key: [v] if str(key) in listed and isinstance(v, Mapping) else v for key, v in one.items()}
                self.row(path, alike, above, parent, depth + 1)
            elif isinstance(one, list):
                self.value(path, one, above, parent, depth + 1)

    def row(self, path: str, value: Mapping[str, Any], above: Mapping[str, str], parent: Row | None, depth: int) -> Row:
        """Read one object; objects in it are parts of the row, lists of objects are tables that belong to it."""
        self._count(depth)
        cells: dict[str, str | tuple[str | Row, ...]] = dict(above)
        row = Row(self._place(path), cells, parent)
        lists: list[tuple[str, list[Any]]] = []
        keyed: list[tuple[str, Mapping[str, Any]]] = []
        value = {key: talks_listed(str(key), one) or one for key, one in value.items()}
        self._fill(cells, "", value, lists, keyed, depth)
        self._add(path, row, above)
        below = dict(above)
        below.update(
            {_join(path, key): text for key, text in cells.items() if isinstance(text, str) and key not in above}
        )
        for key, items in lists:
            start = len(self.found.get(_join(path, f"{key}[]"), ()))
            self.items(_join(path, f"{key}[]"), items, below, row, depth + 1)
            made = self.found.get(_join(path, f"{key}[]"), [])[start:]
            cells[key] = tuple(made)
        for key, one in keyed:
            self.value(_join(path, key), one, below, row, depth + 1)
        return row

    def _fill(  # noqa: PLR0913 - the places that one object fills
        self,
        cells: dict[str, str | tuple[str | Row, ...]],
        prefix: str,
        value: Mapping[str, Any],
        lists: list[tuple[str, list[Any]]],
        keyed: list[tuple[str, Mapping[str, Any]]],
        depth: int,
    ) -> None:
        self._count(depth)
        for key, one in value.items():
            name = f"{prefix}{key}"
            if isinstance(one, Mapping):
                if _is_keyed(one):
                    keyed.append((name, one))
                else:
                    self._fill(cells, f"{name}.", one, lists, keyed, depth + 1)
            elif isinstance(one, list):
                if any(isinstance(item, Mapping) or _holds_lists(item) for item in one):
                    lists.append((name, one))
                else:
                    cells[name] = tuple(text for item in one if (text := _text(item)))
            else:
                cells[name] = _text(one)

    def _add(self, path: str, row: Row, above: Mapping[str, str]) -> None:
        rows = self.found.setdefault(path, [])
        if len(rows) < MOST_ROWS:
            rows.append(row)
            self.inherited.setdefault(path, {}).update(dict.fromkeys(above))

    def _place(self, path: str) -> str:
        return f"{self.name}: {path} {len(self.found.get(path, ())) + 1}".replace(":  ", ": ")

    def _count(self, depth: int) -> None:
        self._nodes += 1
        if depth > DEEPEST or self._nodes > MOST_NODES:
            raise UnreadableFile(
                f"{self.name} is nested too deeply or too large to be a programme.", hint="Export the programme alone."
            )


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _text(value: Any) -> str:
    if value is None or isinstance(value, Mapping | list):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value)[:LONGEST_TEXT].strip()
    return "" if text.casefold() in EMPTY else text


def _scalars(value: Mapping[str, Any]) -> dict[str, str]:
    return {str(key): text for key, one in value.items() if (text := _text(one))}


def _is_row(value: Mapping[str, Any]) -> bool:
    """Return whether an object has a field of its own that a session, a speaker or a room would have."""
    named = [best_name(str(key))[0] for key, one in value.items() if _text(one) or _is_language_map(one)]
    return "title" in named and not any(_holds_rows(one) and not _belongs(str(key), one) for key, one in value.items())


def _belongs(key: str, held: Any) -> bool:
    """Return whether a list is called like something that a session has, and is no list of sessions.

    What no list of sessions would be called, and holds nothing that a session would say, is a record's own: the
    addresses and badges of a person.
    """
    if best_name(key)[0] in ("speakers", "chairs", "track", "details", "language", "kind", "url"):
        return True
    fields = {best_name(name)[0] for name in _shape(held)}
    is_told = bool(fields & {*OF_SESSIONS}) or "abstract" in fields and "url" not in fields
    is_flat = isinstance(held, list) and not any(_holds_rows(one) for item in held for one in _inside(item))
    return is_flat and not is_told and max(name_score("title", key), name_score("session", key)) <= LIKELY


def _inside(item: Any) -> Iterable[Any]:
    return item.values() if isinstance(item, Mapping) else ()


def _is_record(value: Mapping[str, Any]) -> bool:
    """Return whether an object under a key that is data is a record of parts, without rows of its own."""
    nested = [one for one in value.values() if isinstance(one, Mapping)]
    held = any(_holds_rows(one) and not _belongs(str(key), one) for key, one in value.items())
    return len(value) > 1 and bool(nested) and not held and any(_scalars(one) for one in nested)


def _holds_rows(value: Any) -> bool:
    return (
        isinstance(value, list)
        and any(isinstance(one, Mapping) for one in value)
        or (isinstance(value, Mapping) and _is_keyed(value))
    )


def _holds_lists(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(one, Mapping | list) for one in value)


def _is_language_map(value: Any) -> bool:
    return isinstance(value, Mapping) and bool(value) and all(str(key).casefold() in LANGUAGE_ENDINGS for key in value)


def _is_keyed(value: Mapping[str, Any], inside: bool = False) -> bool:
    """Return whether the keys of an object are data: days, times, or names of things of one shape.

    Inside of another such object, keys above lists of rows are data, whatever they are called.
    """
    if not value or _is_language_map(value):
        return False
    keys = [str(key) for key in value]
    whens = [read_when(key) for key in keys]
    are_days = all(when.is_plain or when.has_day and when.rest.strip().isdigit() for when in whens)  # "jueves 6"
    if are_days and not any(best_name(key)[1] > 0.9 for key in keys):
        return True
    inner = list(value.values())
    if inside and all(isinstance(one, list) and _shape(one) for one in inner):
        return True
    if all(map(_names_list, keys, inner)):
        return False
    if len(inner) > 1 and all(
        isinstance(one, Mapping) and str(one.get("id", "")) == str(key) for key, one in value.items()
    ):
        return True  # each under its own id
    if len(inner) < 2 or sum(best_name(key)[1] > 0.6 for key in keys) > len(keys) // 2:
        return False
    shapes = [_shape(one) for one in inner]
    if not all(shapes):
        return False
    common = set.intersection(*shapes)
    if _are_named(value):
        return True
    return len(common) >= 1 and sum(len(common) / len(shape) for shape in shapes) / len(shapes) >= 0.5


def _are_named(value: Mapping[str, Any]) -> bool:
    """Return whether keys that name no field stand above records that each have a title, few of them others inside."""
    inner = list(value.values())
    if len(inner) < FEWEST_NAMED or not all(isinstance(one, Mapping) and one for one in inner):
        return False
    common = set.intersection(*map(_shape, inner))
    if not any(name_score("title", key) > SURE for key in common):
        return False
    holders = sum(any(_holds_rows(held) and not _belongs(str(key), held) for key, held in one.items()) for one in inner)
    return 2 * holders < len(inner) and not any(best_name(str(key))[1] > LIKELY for key in value)


def _names_list(key: str, inner: Any) -> bool:
    """Return whether a key names a list of what sessions refer to: `session_room` above rooms with their ids."""
    fields = {best_name(name)[0] for name in _shape(inner)}
    return (
        isinstance(inner, list)
        and IDENTIFIER.fullmatch(key) is not None
        and max(name_score(field, key) for field in REFERRED) > LIKELY
        and {"id", "title"} <= fields
        and not {"start", "date", "duration"} & fields
    )


def _calls_things(key: str, inner: Mapping[str, Any]) -> bool:
    """Return whether an object says what codes that sessions refer to stand for: `rooms: {A: Hall, B: Attic}`."""
    return (
        len(inner) > 1
        and max(name_score(field, key) for field in REFERRED) > LIKELY
        and not _is_language_map(inner)
        and all(isinstance(one, str) and _text(one) for one in inner.values())
        and not any(best_name(str(code))[1] > LIKELY or " " in str(code) for code in inner)
    )


def _is_grid(value: list[Any]) -> bool:
    """Return whether a list holds rows of cells, as spreadsheets' interfaces give them."""
    rows = value[:50]
    return len(rows) > 2 and all(
        isinstance(row, list) and row and not any(isinstance(cell, list | Mapping) for cell in row) for row in rows
    )


def _shape(value: Any) -> set[str]:
    if isinstance(value, Mapping):
        return {str(key) for key in value}
    if isinstance(value, list):
        return {str(key) for one in value[:20] if isinstance(one, Mapping) for key in one}
    return set()
