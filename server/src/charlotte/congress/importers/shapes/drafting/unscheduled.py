"""Rows that nobody has given a time yet: sessions of their own, not parts of what stands above them."""

from charlotte.congress.importers.shapes.drafting.row_cells import RowCells
from charlotte.congress.importers.shapes.rows import Row
from charlotte.congress.importers.shapes.values.states import state_of
from charlotte.congress.importers.shapes.values.words import Field

WHERE_SAID: tuple[Field, ...] = ("status", "notes", "room")
PLACED: tuple[Field, ...] = ("room", "duration", "end")
EXCEPTIONS = 5
"""So many rows with a time stand beside each without, where having one is the rule."""


def unscheduled(cells: RowCells) -> frozenset[int]:
    """Return the identities of the rows that wait for their time.

    Where a time in each row is the rule, those that have an id of their own, say that they wait, or are the last. Where
    each row has an id and a state, as proposals have, all of them: talks of a session have none.
    """
    rows = [row for row in cells.table.rows if row.parent is None and _told(cells, row, "title")]
    waiting = [row for row in rows if not _told(cells, row, "start") and not _told(cells, row, "date")]
    said = [row for row in waiting if _says_so(cells, row) or _is_proposal(cells, row)]
    timed = len(rows) - len(waiting)
    if not waiting or not cells.mapped.columns_of("start") or timed < EXCEPTIONS * len(waiting):
        return frozenset(map(id, said))
    are_last = waiting == rows[-len(waiting) :] and bool(cells.mapped.columns_of("date"))
    named = [row for row in waiting if _told(cells, row, "id")]
    return frozenset(map(id, waiting if are_last else (*said, *named)))


def _says_so(cells: RowCells, row: Row) -> bool:
    """Return whether a row's state or a remark says that its time is not known yet."""
    texts = [text for field in WHERE_SAID for _, text in cells.cells(row, field)]
    return any(state_of(text) == "unscheduled" for text in texts)


def _is_proposal(cells: RowCells, row: Row) -> bool:
    """Return whether a row has a state in a review, an id of its own, and neither a place nor a length yet."""
    if not _told(cells, row, "id") or any(_told(cells, row, field) for field in PLACED):
        return False
    return any(state_of(text) in ("shown", "left_out") for _, text in cells.cells(row, "status"))


def _told(cells: RowCells, row: Row, field: Field) -> bool:
    return any(text.strip() for column, text in cells.cells(row, field) if column not in cells.table.sections)
