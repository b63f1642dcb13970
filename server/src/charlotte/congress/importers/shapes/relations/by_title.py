"""Lists of people that name their sessions by the title: "Raab, Eva – Licht im Stall"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import best_name
from charlotte.congress.importers.wording import plain, without_mark
from charlotte.congress.search.folding import fold

MOSTLY = 0.8
SAMPLE = 40
MOST_ROWS = 5_000


@dataclass(frozen=True)
class Titles:
    """A column of a list of people that holds titles, and the sessions by these."""

    column: str
    other: str
    sessions: Mapping[str, Sequence[Row]]

    def named(self, row: Row) -> list[Row]:
        """Return the sessions that a row names, each time that one is held."""
        return [one for title in _titles(row, self.column) for one in self.sessions.get(title, ())]


def titles_named(table: Table, tables: Sequence[Table]) -> Titles | None:
    """Return the column of a table whose cells are the titles of another's rows, which have times."""
    for other in tables:
        if other.name == table.name or not holds_times(other):
            continue
        for titled in (column for column in _of_rows(other) if best_name(column)[0] == "title"):
            sessions: dict[str, list[Row]] = defaultdict(list)
            for row in other.rows[:MOST_ROWS]:
                for title in _titles(row, titled):
                    sessions[title].append(row)
            for column in _of_rows(table):
                said = [title for row in table.rows[:MOST_ROWS] for title in _titles(row, column)]
                if said and sum(1 for title in said if title in sessions) >= MOSTLY * len(said):
                    return Titles(column, other.name, sessions)
    return None


def _of_rows(table: Table) -> Iterator[str]:
    """Yield the columns in which rows differ: the title of the whole event stands above all of them."""
    return (column for column in table.columns if column not in table.sections or column.endswith("{}"))


def holds_times(table: Table) -> bool:
    """Return whether a table says when something is held; an hour among the texts of a column says it not."""
    told = ([read_when(value).has_clock for value in table.values(column, SAMPLE)] for column in table.columns)
    return any(2 * sum(clocks) > len(clocks) for clocks in told)


def _titles(row: Row, column: str) -> list[str]:
    lines = (without_mark(plain(line)) for line in row.text(column).splitlines())
    return [" ".join(fold(line).split()) for line in lines if any(map(str.isalpha, line))]
