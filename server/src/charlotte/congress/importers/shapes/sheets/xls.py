"""Workbooks of Excel before 2007, and binary ones: every sheet a grid with its merged cells, bounded as others are."""

import io
from collections.abc import Iterator, Sequence
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.rows import MOST_ROWS
from charlotte.congress.importers.shapes.sheets.cells import Grid
from charlotte.congress.importers.shapes.sheets.xlsx import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_MERGED,
    MOST_SHEETS,
    Merged,
    text_of,
)

OLD_OFFICE = b"\xd0\xcf\x11\xe0"
PANIC = "PanicException"
"""What the library meets in a file that is cut off comes out as this, which is no `Exception` and has no other name."""
ENDINGS = (".xlsb",)
"""Zipped, and yet no XML inside."""


def grids_in(document: Document) -> tuple[Grid, ...]:
    """Return the visible sheets. Raises `UnreadableFile`, also for what only has the same frame, as letters do."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(document.raw)) as book:
            return tuple(_grids(document.name, book))
    except BaseException as error:
        if not isinstance(error, CalamineError | ValueError | OSError) and type(error).__name__ != PANIC:
            raise
        raise UnreadableFile(
            f"{document.name} is in an old Office format that cannot be read, or has a password: {str(error)[:200]}.",
            hint="Save it as .xlsx or .csv, without a password.",
        ) from error


def _grids(name: str, book: CalamineWorkbook) -> Iterator[Grid]:
    left = MOST_CELLS
    for sheet in book.sheets_metadata[:MOST_SHEETS]:
        if sheet.visible is not SheetVisibleEnum.Visible or sheet.typ is not SheetTypeEnum.WorkSheet:
            continue
        found = book.get_sheet_by_name(sheet.name)
        left -= found.height * min(found.width, MOST_COLUMNS)
        if left < 0 or found.total_height > MOST_ROWS:
            raise UnreadableFile(
                f"{name} has more cells than a congress needs: over {MOST_CELLS}, or {MOST_ROWS} rows in a sheet.",
                hint="Save the sheet that counts alone in a new file.",
            )
        if rows := _rows(found):
            yield Grid(f"{name}: {sheet.name}", rows, _merged(found))


def _rows(sheet: CalamineSheet) -> list[list[str]]:
    """Return the rows of a sheet; the library leaves out the columns before the first that is filled."""
    empty = [""] * (sheet.start or (0, 0))[1]
    filled: Iterator[Sequence[Any]] = sheet.iter_rows()
    rows = [(empty + [text_of(cell) for cell in row[:MOST_COLUMNS]])[:MOST_COLUMNS] for row in filled]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _merged(sheet: CalamineSheet) -> Merged:
    return {
        (top, left): (top, bottom, left, min(right, MOST_COLUMNS))
        for (top, left), (bottom, right) in (sheet.merged_cell_ranges or [])[:MOST_MERGED]
    }
