"""OpenDocument spreadsheets: every sheet a grid with its merged cells, bounded as workbooks are."""

import io
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.rows import MOST_ROWS
from charlotte.congress.importers.shapes.sheets.cells import Grid
from charlotte.congress.importers.shapes.sheets.xlsx import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_SHEETS,
    check_archive,
)
from charlotte.congress.importers.shapes.times.lengths import read_length
from charlotte.congress.importers.wording import with_few_blanks

ENDINGS = (".ods", ".fods", ".ots")
CONTENT = "content.xml"
OFFICE, TABLE, TEXT = (f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("office", "table", "text"))
MOST_BYTES = 64 * 1024 * 1024
Merged = dict[tuple[int, int], tuple[int, int, int, int]]


def grids_in(document: Document) -> tuple[Grid, ...]:
    """Return the sheets. Raises `UnreadableFile`."""
    archive = check_archive(document)
    try:
        if archive.getinfo(CONTENT).file_size > MOST_BYTES:
            raise UnreadableFile(
                f"{document.name} is larger than a programme.", hint="Save the sheet that counts alone."
            )
        return tuple(_grids(document.name, archive.read(CONTENT)))
    except (KeyError, ParseError, ValueError, OSError, DefusedXmlException) as error:
        raise UnreadableFile(
            f"{document.name} is no spreadsheet that can be read: {type(error).__name__}.",
            hint="Save it again as .xlsx, or export the sheet as CSV.",
        ) from error


def _grids(name: str, content: bytes) -> Iterator[Grid]:
    count = 0
    sheets = 0
    for _, element in iterparse(io.BytesIO(content), forbid_dtd=True):
        if element.tag != f"{TABLE}table":
            continue
        cells, merged = _cells(element, MOST_CELLS - count)
        count += sum(map(len, cells))
        sheets += 1
        if count >= MOST_CELLS or sheets > MOST_SHEETS:
            raise UnreadableFile(
                f"{name} has more cells than a congress needs: over {MOST_CELLS}.",
                hint="Save the sheet that counts alone.",
            )
        if cells:
            yield Grid(f"{name}: {element.get(f'{TABLE}name', 'sheet')}", cells, merged)
        element.clear()


def _cells(table: Element, most: int) -> tuple[list[list[str]], Merged]:
    """Return the filled rows of a sheet; what is said to be repeated at its end is empty and not there."""
    rows: list[list[str]] = []
    merged: Merged = {}
    for row in table.iter(f"{TABLE}table-row"):
        line: list[str] = []
        for cell in row:
            if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
                continue
            text = with_few_blanks(_text(cell))
            wide, high = (_number(cell, f"number-{axis}-spanned") for axis in ("columns", "rows"))
            if (wide, high) != (1, 1):
                at, column = len(rows), len(line)
                merged[(at, column)] = (at, min(at + high - 1, MOST_ROWS), column, min(column + wide - 1, MOST_COLUMNS))
            line += [text] * min(_number(cell, "number-columns-repeated"), MOST_COLUMNS - len(line))
        while line and not line[-1]:
            line.pop()
        times = _number(row, "number-rows-repeated") if line else 1
        room = max(0, min(MOST_ROWS - len(rows), most // max(1, len(line))))
        rows += [list(line) for _ in range(min(times, room))]
        most -= len(line) * times
        if most <= 0:
            break
    while rows and not rows[-1]:
        rows.pop()
    return rows, merged


def _number(element: Any, name: str) -> int:
    stated = str(element.get(f"{TABLE}{name}", "1"))
    return min(int(stated), MOST_ROWS) if stated.isascii() and stated.isdigit() and int(stated) > 0 else 1


def _text(cell: Element) -> str:
    kind = cell.get(f"{OFFICE}value-type")
    if kind == "date" and (stated := cell.get(f"{OFFICE}date-value")):
        return stated.removesuffix("T00:00:00")
    if kind == "time" and (stated := cell.get(f"{OFFICE}time-value")):
        length = read_length(stated)
        minutes = round(length.total_seconds() / 60) if length is not None else 0
        return f"{minutes // 60:02}:{minutes % 60:02}"
    lines = ("".join(part.itertext()) for part in cell.iter(f"{TEXT}p"))
    return "\n".join(lines)[:LONGEST_CELL].strip()
