"""The columns of an upload with a few of their values, so that staff see what each holds, taken or not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from charlotte.congress.importers.shapes.rows import LETTERED, Table
from charlotte.congress.importers.shapes.sheets.cells import LAST_TIME, SECTION, SECTION_DAY, SECTION_ROOM
from charlotte.congress.importers.shapes.timetables.timetable import DAY
from charlotte.congress.importers.shapes.values.words import FIELDS, Field

Called = Literal["heading", "heading_day", "heading_room", "column_day", "letter", "time", "last_time", "talks"] | Field
"""What a column is called that the source gives no name."""
MOST_COLUMNS = 80
MOST_TABLES = 60
EXAMPLES = 3
EXAMPLE_CHARS = 60
LOOKED_AT = 400
"""Rows whose values may be shown."""
LETTER = re.compile(rf"{LETTERED}[A-Z]{{1,3}}")
OF_HEADINGS: dict[str, Called] = {
    SECTION: "heading",
    SECTION_DAY: "heading_day",
    SECTION_ROOM: "heading_room",
    DAY: "column_day",
}
OF_PROSE: dict[str, Called] = {
    **{field: field for field in FIELDS},
    "time": "time",
    LAST_TIME: "last_time",
    "talks": "talks",
    "day": "date",
}
"""By our own names of columns."""


@dataclass(frozen=True)
class ColumnSeen:
    """One column and its first different values, shortened."""

    name: str
    examples: tuple[str, ...]
    called: Called | None = None
    """Where the name is ours; None = it is the source's."""


@dataclass(frozen=True)
class TableSeen:
    """One table and its columns, in the order of the file."""

    name: str
    rows: int
    columns: tuple[ColumnSeen, ...]


def tables_seen(tables: Sequence[Table]) -> tuple[TableSeen, ...]:
    """Return what is shown of tables: at most `MOST_TABLES`, each with at most `MOST_COLUMNS` columns."""
    return tuple(
        TableSeen(
            table.name,
            len(table.rows),
            tuple(
                ColumnSeen(column, _examples(table, column), _called(table, column))
                for column in table.columns[:MOST_COLUMNS]
            ),
        )
        for table in tables[:MOST_TABLES]
    )


def _called(table: Table, column: str) -> Called | None:
    if table.named_here and column in OF_PROSE:
        return OF_PROSE[column]
    return "letter" if LETTER.fullmatch(column) else OF_HEADINGS.get(column)


def _examples(table: Table, column: str) -> tuple[str, ...]:
    different = dict.fromkeys(" ".join(value.split()) for value in table.values(column, LOOKED_AT))
    return tuple(_short(value) for value in islice(different, EXAMPLES))


def _short(value: str) -> str:
    return value if len(value) <= EXAMPLE_CHARS else f"{value[: EXAMPLE_CHARS - 1].rstrip()}…"
