"""Tables of layout programs: cells one after the other, and only how many make a row."""

from typing import Any
from xml.etree.ElementTree import Element

from charlotte.congress.importers.shapes.times.day_line import is_day

COLUMNS, WIDE, HIGH = "tcols", "ccols", "crows"
MOST_COLUMNS, MOST_ROWS = 200, 20_000
DAY = "day"


def is_table(element: Element) -> bool:
    """Return whether an element is such a table."""
    return _number(element, COLUMNS) > 1


def rows_of(table: Element, above: str) -> list[dict[str, Any]]:
    """Return the rows of a table under the names in its first one; `above` is what stands before it, maybe its day."""
    columns = min(_number(table, COLUMNS), MOST_COLUMNS)
    grid: list[list[str | None]] = []
    at = 0
    for cell in table:
        while at // columns < len(grid) and grid[at // columns][at % columns] is not None:
            at += 1
        text = " ".join("".join(cell.itertext()).split())
        for down in range(min(max(1, _number(cell, HIGH)), MOST_ROWS - at // columns)):
            for right in range(min(max(1, _number(cell, WIDE)), columns - at % columns)):
                row, column = at // columns + down, at % columns + right
                grid += [[None] * columns for _ in range(row + 1 - len(grid))]
                grid[row][column] = text
        at += 1
    if not grid:
        return []
    names = [name or f"column {number + 1}" for number, name in enumerate(grid[0])]
    day = {DAY: above} if is_day(above) else {}
    return [{**day, **{name: said or "" for name, said in zip(names, row, strict=True)}} for row in grid[1:]]


def _number(element: Element, name: str) -> int:
    stated = next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
    return int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 6 else 0  # noqa: PLR2004
