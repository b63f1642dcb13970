"""Workbooks as one XML (Excel 2003), which many systems still write and call .xls: every sheet a grid."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.rows import MOST_ROWS
from charlotte.congress.importers.shapes.sheets.cells import Grid
from charlotte.congress.importers.shapes.sheets.xlsx import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_MERGED,
    MOST_SHEETS,
    Merged,
)

NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"
SHEET = f"{{{NAMESPACE}}}"
HIDDEN = "{urn:schemas-microsoft-com:office:excel}WorksheetOptions/{urn:schemas-microsoft-com:office:excel}Visible"
EPOCH = "1899-12-31T"
"""The day of a cell that holds a time alone."""


def is_sheet(document: Document) -> bool:
    """Return whether a file is such a workbook."""
    head = document.opening[:4000]
    return head.startswith("<") and NAMESPACE in head and "<html" not in head.casefold()


def grids_in(document: Document) -> tuple[Grid, ...]:
    """Return the visible sheets. Raises `UnreadableFile`."""
    sheets = [one for one in document.xml.findall(f"{SHEET}Worksheet") if one.findtext(HIDDEN) is None]
    left = MOST_CELLS
    found = []
    for sheet in sheets[:MOST_SHEETS]:
        rows, merged = _cells(sheet)
        left -= sum(map(len, rows))
        if left < 0 or len(rows) > MOST_ROWS:
            raise UnreadableFile(
                f"{document.name} has more cells than a congress needs: over {MOST_CELLS}, or {MOST_ROWS} in a sheet.",
                hint="Save the sheet that counts alone in a new file.",
            )
        if rows:
            found.append(Grid(f"{document.name}: {sheet.get(f'{SHEET}Name', 'sheet')}", rows, merged))
    return tuple(found)


def _cells(sheet: Element) -> tuple[list[list[str]], Merged]:
    rows: list[list[str]] = []
    merged: Merged = {}
    for row in sheet.iterfind(f"{SHEET}Table/{SHEET}Row"):
        at = _number(row, "Index", len(rows) + 1) - 1
        rows += [[] for _ in range(max(0, min(at, MOST_ROWS) - len(rows)))]
        line: list[str] = []
        for column, cell in _placed(row):
            line += [""] * (column - len(line)) + [_text(cell)]
            wide, high = _number(cell, "MergeAcross", 0), _number(cell, "MergeDown", 0)
            if (wide or high) and len(merged) < MOST_MERGED:
                last = min(column + wide, MOST_COLUMNS)
                merged[(len(rows), column)] = (len(rows), min(len(rows) + high, MOST_ROWS), column, last)
        rows.append(line)
    while rows and not any(rows[-1]):
        rows.pop()
    return rows, merged


def _placed(row: Element) -> Iterator[tuple[int, Element]]:
    """Yield the cells of a row, each with its column; what is covered by the one before it is not written."""
    column = 0
    for cell in row.iterfind(f"{SHEET}Cell"):
        column = max(column, _number(cell, "Index", column + 1) - 1)
        if column >= MOST_COLUMNS:
            return
        yield column, cell
        column += 1 + _number(cell, "MergeAcross", 0)


def _number(element: Element, name: str, otherwise: int) -> int:
    stated = element.get(SHEET + name, "")
    return int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 9 else otherwise  # noqa: PLR2004


def _text(cell: Element) -> str:
    data = cell.find(f"{SHEET}Data")
    if data is None:
        return ""
    text = "".join(data.itertext())[:LONGEST_CELL].strip()
    if data.get(f"{SHEET}Type") == "DateTime":
        day, _, time = text.partition("T")
        return time[:5] if text.startswith(EPOCH) else day if time.startswith("00:00") else f"{day}T{time[:5]}"
    is_whole = data.get(f"{SHEET}Type") == "Number" and text.endswith(".0")
    return text[:-2] if is_whole else text
