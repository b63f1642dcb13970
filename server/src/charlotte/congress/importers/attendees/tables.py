"""The table in a file that holds registrations: its header found under titles, its rows with the place of each."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from charlotte.congress.importers.attendees.columns import EMAIL, AttendeeField, columns_of, names_in
from charlotte.congress.importers.attendees.sheets import sheets_in
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.rows import MOST_ROWS
from charlotte.congress.importers.shapes.sheets.cells import Grid
from charlotte.congress.importers.shapes.sheets.csv_text import grid_in
from charlotte.congress.importers.shapes.sheets.workbooks import ZIP
from charlotte.congress.importers.shapes.sheets.xls import OLD_OFFICE
from charlotte.congress.importers.shapes.sheets.xml_sheet import is_sheet

LONGEST = 200
HEADER_WITHIN = 15
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"


@dataclass(frozen=True)
class ListTable:
    """Rows under named columns."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    """The place and the cells of each."""

    @property
    def columns(self) -> dict[str, AttendeeField]:
        """Which column is which field, as far as names and values tell."""
        return columns_of(self.header, [cells for _, cells in self.rows])


def tables_in(document: Document) -> list[ListTable]:
    """Return the tables with rows of a CSV or a spreadsheet. Raises `UnreadableFile`."""
    return [table for grid in _grids(document) if (table := _table(grid, document.name)) is not None]


def holds_people(columns: Mapping[str, AttendeeField]) -> bool:
    """Return whether somebody can be found by these columns."""
    fields = set(columns.values())
    return "code" in fields or "email" in fields and bool(fields & {"last_name", "name"})


def _grids(document: Document) -> Sequence[Grid]:
    if OPEN_DOCUMENT in document.raw[:200]:
        raise UnreadableFile(f"{document.name} is an OpenDocument file.", hint="Save it as .xlsx or .csv.")
    if document.raw.startswith((ZIP, OLD_OFFICE)) or is_sheet(document):
        return sheets_in(document)
    grid = grid_in(document)
    return [grid] if grid is not None else []


def _table(grid: Grid, file: str) -> ListTable | None:
    rows = [(grid.place(at), tuple(cell.strip()[:LONGEST] for cell in row)) for at, row in enumerate(grid.cells)]
    rows = [(place, cells) for place, cells in rows if any(cells)]
    if len(rows) > MOST_ROWS:
        raise UnreadableFile(f"{file} has more than {MOST_ROWS} rows.", hint="Export one event only.")
    at = _header_at([cells for _, cells in rows[:HEADER_WITHIN]])
    held = rows if at is None else rows[at + 1 :]
    if not held:
        return None
    header = [f"column {at + 1}" for at in range(len(held[0][1]))] if at is None else rows[at][1]
    return ListTable(grid.name, tuple(_once(header)), tuple(held))


def _header_at(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the row that names the columns: the first, or one under lines that are titles."""
    for at, row in enumerate(rows):
        filled, names = sum(map(bool, row)), names_in(row)
        if names and (filled > 2 or names > 1):
            return at
        if filled > 2 or any(EMAIL.fullmatch(cell) for cell in row):
            return None
    return 0 if rows and names_in(rows[0]) else None


def _once(header: Sequence[str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for at, name in enumerate(header):
        name = name or f"column {at + 1}"
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})"
