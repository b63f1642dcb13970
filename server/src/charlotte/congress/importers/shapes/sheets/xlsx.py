"""Spreadsheets: every sheet a grid, with its merged cells, read cell by cell and bounded."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse
from openpyxl.utils.exceptions import InvalidFileException

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.rows import MOST_ROWS
from charlotte.congress.importers.shapes.sheets.cells import Grid
from charlotte.congress.importers.wording import with_few_blanks

MOST_BYTES = 256 * 1024 * 1024
"""Of all parts unpacked; a sheet of 50,000 sessions has about 60 MB."""
MOST_PARTS = 2_000
MOST_COLUMNS = 200
MOST_CELLS = 800_000
"""Of all sheets; 20,000 sessions of 20 columns have half of it."""
MOST_MERGED = 20_000
MOST_SHEETS = 40
LONGEST_CELL = 40_000
BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    ParseError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    AssertionError,
    ArithmeticError,
    DefusedXmlException,
    zlib.error,
)
MERGED = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
Merged = dict[tuple[int, int], tuple[int, int, int, int]]


def check_archive(document: Document) -> zipfile.ZipFile:
    """Open a zip-based file. Raises `UnreadableFile` when it is damaged or would unpack to too much."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(document.raw))
        parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise UnreadableFile(
            f"{document.name} is damaged or cut off: {error}.", hint="Save or export it again."
        ) from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise UnreadableFile(
            f"{document.name} would unpack to more than {MOST_BYTES // 1024**2} MB.",
            hint="Save the sheet that counts alone in a new file.",
        )
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableFile(f"{document.name} is protected by a password.", hint="Save it without a password.")
    for part in parts:
        if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in _opening(archive, part, document.name):
            raise UnreadableFile(
                f"{document.name} declares entities or a document type, which is not safe to read.",
                hint="Save it again from a spreadsheet program.",
            )
    return archive


def _opening(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> bytes:
    try:
        with archive.open(part) as file:
            return file.read(4096)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise UnreadableFile(f"{name} is damaged or cut off: {error}.", hint="Save or export it again.") from error


def grids_in(document: Document) -> tuple[Grid, ...]:
    """Return the visible sheets. Raises `UnreadableFile`."""
    archive = check_archive(document)
    try:
        book = openpyxl.load_workbook(io.BytesIO(document.raw), read_only=True, data_only=True, keep_links=False)
        return tuple(_grids(document.name, book, archive))
    except BROKEN as error:
        # What the library meets in a broken part comes out as almost any of these.
        raise UnreadableFile(
            f"{document.name} is no spreadsheet that can be read: {_first_line(error)}.",
            hint="Save it again as .xlsx, or export the sheet as CSV.",
        ) from error


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200].rstrip(".")


def _grids(name: str, book: Any, archive: zipfile.ZipFile) -> Iterator[Grid]:
    cells = 0
    for sheet in book.worksheets[:MOST_SHEETS]:
        if sheet.sheet_state != "visible":
            continue
        rows = []
        # The size that a file claims may be the whole sheet; what is there decides.
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(values_only=True)):
            row = row[:MOST_COLUMNS]
            cells += len(row)
            if number > MOST_ROWS or cells > MOST_CELLS:
                raise UnreadableFile(
                    f"{name} has more cells than a congress needs: over {MOST_CELLS}, or {MOST_ROWS} rows in a sheet.",
                    hint="Save the sheet that counts alone in a new file.",
                )
            rows.append([text_of(cell) for cell in row])
        while rows and not any(rows[-1]):
            rows.pop()
        if rows:
            yield Grid(f"{name}: {sheet.title}", rows, _merged(archive, sheet))


def _merged(archive: zipfile.ZipFile, sheet: Any) -> Merged:
    """Return a sheet's merged cells, which the library leaves out when it reads row by row."""
    found: Merged = {}
    with archive.open(sheet._worksheet_path) as file:
        for _, element in iterparse(file, forbid_dtd=True):
            if element.tag.endswith("}mergeCell") and (area := MERGED.fullmatch(element.get("ref", ""))):
                left, top, right, bottom = _column(area[1]), int(area[2]) - 1, _column(area[3]), int(area[4]) - 1
                found[(top, left)] = (top, min(bottom, top + MOST_ROWS), left, min(right, MOST_COLUMNS))
            element.clear()
            if len(found) >= MOST_MERGED:
                break
    return found


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def text_of(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time(0) else cell.isoformat(timespec="minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, timedelta):
        minutes = round(cell.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return with_few_blanks(str(cell)[:LONGEST_CELL].strip())
