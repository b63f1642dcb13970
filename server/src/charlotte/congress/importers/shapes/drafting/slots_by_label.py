"""Slots without a session, called by their label: the breaks of `{"submission": null, "description": "Lunch"}`."""

from collections.abc import Iterator

from charlotte.congress.importers.shapes.columns.mapping import PARENT, TableMapping
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.values.words import Field, best_name

LONGEST = 80
CALLING: tuple[Field, ...] = ("title", "abstract", "notes")


def label_of_slot(table: Table, mapped: TableMapping, row: Row) -> str:
    """Return what a record of a slot is called in which the place of a session is empty; nothing where it has one."""
    places = tuple(_places_of_sessions(table, mapped))
    if not places or not any(row.text(column) for column in mapped.columns_of("start")):
        return ""
    if any(row.cells.get(column) for column in row.cells if column.startswith(places)):
        return ""
    own = (one for one in row.cells if one not in table.sections and best_name(one)[0] in CALLING)
    return next((text for column in own if _is_label(text := row.text(column))), "")


def _places_of_sessions(table: Table, mapped: TableMapping) -> Iterator[str]:
    """Yield what the columns begin with that tell of a slot's session: the key that names it, or the object itself."""
    if not table.of_records:
        return
    yield from (one for one in mapped.columns_of("session") if one != PARENT and one in mapped.looks_up)
    yield from (f"{one.rpartition('.')[0]}." for one in mapped.columns_of("title") if "." in one)


def _is_label(text: str) -> bool:
    return 0 < len(text) <= LONGEST and "\n" not in text and any(map(str.isalpha, text))
