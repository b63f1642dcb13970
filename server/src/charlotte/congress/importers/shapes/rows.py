"""What every source becomes first: tables of rows with named cells, and where each row stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

LETTERED = "column "
"""Before the letter of a column that its source gives no name."""
MOST_ROWS = 100_000
"""More rows than any programme has; what is read beyond them would only cost memory."""


@dataclass(eq=False)
class Row:
    """One row; cells of what it stands in (a day, a slot) carry that place's name."""

    place: str
    cells: dict[str, "str | tuple[str | Row, ...]"]
    parent: "Row | None" = None
    """The row of the source that holds this one: a session with its papers."""

    def text(self, column: str) -> str:
        """Return a cell as text, several values one a line."""
        value = self.cells.get(column, "")
        if isinstance(value, str):
            return value
        return "\n".join(one for one in value if isinstance(one, str))

    def rows(self, column: str) -> tuple["Row", ...]:
        """Return the rows that a cell holds."""
        value = self.cells.get(column, "")
        return () if isinstance(value, str) else tuple(one for one in value if isinstance(one, Row))


@dataclass(frozen=True, eq=False)
class Table:
    """Rows of one shape."""

    name: str
    """The file, and within it the sheet or the path."""
    rows: tuple[Row, ...]
    sections: tuple[str, ...] = field(default=())
    """Columns that hold for several rows: a heading's day, the key above a list."""
    named_here: bool = False
    """Whether its columns have our own names: prose and the cells of a timetable have none."""
    notes: tuple[str, ...] = ()
    """Footnotes that stand below its rows."""
    titled: bool = False
    """Whether the first line of a title's cell is the title, and what follows is set apart from it."""
    orders: tuple[tuple[str, Literal["dmy", "mdy"]], ...] = ()
    """The columns whose header says whether days or months come first: `Date (MM/DD/YYYY)`."""

    @property
    def of_records(self) -> bool:
        """Whether rows are records of a list, which tell all of themselves, and no lines below each other."""
        return self.name.endswith(("[]", "{}"))

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that some row has, in order of appearance."""
        names: dict[str, None] = {}
        for row in self.rows:
            names.update(dict.fromkeys(row.cells))
        return tuple(names)

    def values(self, column: str, limit: int | None = None) -> Iterator[str]:
        """Yield what stands in a column, empty cells left out."""
        for row in self.rows[:limit]:
            value = row.cells.get(column, "")
            for one in (value,) if isinstance(value, str) else value:
                if isinstance(one, str) and one.strip():
                    yield one.strip()

    def holds_rows(self, column: str) -> bool:
        """Return whether cells of a column hold rows themselves."""
        return any(row.rows(column) for row in self.rows[:200])


def joined_tables(tables: Iterable[Table]) -> tuple[Table, ...]:
    """Return tables with rows, each name once."""
    found: dict[str, Table] = {}
    for table in tables:
        if not table.rows:
            continue
        name, number = table.name, 2
        while name in found:
            name, number = f"{table.name} ({number})", number + 1
        found[name] = replace(table, name=name)
    return tuple(found.values())
