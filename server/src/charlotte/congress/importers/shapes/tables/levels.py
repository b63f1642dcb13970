"""Tables that say of each row whether it is a session or a part of the one above it: parts get it as their holder."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.search.folding import fold

_SESSION = (
    r"(?:sessions?|sessione|sessioni|sitzung(?:en)?|sesion(?:es)?|seances?|talks?|items?|events?|entry|entries|vortrag|"
    r"beitrag|punkt|intervento|evento|voce|elemento?s?|point|ponencia|charla|actividad|activite|programmpunkt)"
)
PART = re.compile(rf"sub(?:[ _-]?{_SESSION})?|(?:sotto|unter|sous|teil|child)[ _-]?{_SESSION}")
"""How a cell says that its row is inside of the one above, folded."""
CODE = re.compile(r"(?P<whole>[a-z]{0,4}\d+)(?:[.-](?P<part>\d+|[a-z]))?")
"""`3` and `3.1`, `S2` and `S2-4`, folded."""
FEWEST = 2
"""Parts and wholes that a table must have of each."""


def with_parts_held(table: Table) -> Table:
    """Return a table in which each row that is marked as a part is held by the whole above it."""
    for column in table.columns:
        cells = {row.place: fold(row.text(column)).strip() for row in table.rows}
        marks = set(cells.values())
        if any(PART.fullmatch(mark) for mark in marks) and not all(PART.fullmatch(mark) for mark in marks):
            return _held(table, cells, lambda mark, _: PART.fullmatch(mark) is not None)
        if _numbers_parts(table, cells):
            return _held(table, cells, _follows)
    return table


def _held(table: Table, cells: Mapping[str, str], is_part: Callable[[str, str], bool]) -> Table:
    rows: list[Row] = []
    whole: Row | None = None
    for row in table.rows:
        if whole is not None and is_part(cells[row.place], cells[whole.place]):
            rows.append(Row(row.place, row.cells, row.parent or whole))
            continue
        rows.append(row)
        whole = row if any(row.text(column) for column in row.cells) else whole
    return replace(table, rows=tuple(rows))


def _follows(code: str, above: str) -> bool:
    """Return whether a code goes on from that of the whole above it: `3.1` from `3`."""
    found = CODE.fullmatch(code)
    return found is not None and found["part"] is not None and found["whole"] == above


def _numbers_parts(table: Table, cells: Mapping[str, str]) -> bool:
    """Return whether a column numbers every row: wholes in a run, and the parts of each from its first one on."""
    codes = [CODE.fullmatch(cells[row.place]) for row in table.rows]
    wholes = [found["whole"] for found in codes if found and found["part"] is None]
    parts = [found for found in codes if found and found["part"] is not None]
    if not all(codes) or len(wholes) < FEWEST or len(parts) < FEWEST or len({*wholes}) < len(wholes):
        return False
    counted: Counter[str] = Counter()
    for found in parts:
        counted[found["whole"]] += 1
        if found["part"] not in (str(number := counted[found["whole"]]), chr(ord("a") + number - 1)):
            return False  # "9" and "9.30" are hours
    return counted.keys() <= {*wholes}
