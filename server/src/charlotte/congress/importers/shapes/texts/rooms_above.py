"""Plans of days by hours, one a room: what stands above each says where all of it is held."""

from collections.abc import Sequence, Set

from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.sheets.cells import SECTION
from charlotte.congress.importers.shapes.timetables.timetable import DAY, ROOM
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS


def with_rooms_above(tables: Sequence[Table], rooms: Set[str] = frozenset()) -> None:
    """Put the heading above each plan of days into its rows as their room, where one of the headings is a room's name.

    `rooms` are the event's, folded.
    """
    plans = [(table, heading) for table in tables if (heading := _heading(table))]
    headings = [heading for _, heading in plans]
    if len({*headings}) < len(headings) or not any(
        ROOM_WORDS.search(one) or one.casefold() in rooms for one in headings
    ):
        return
    for table, heading in plans:
        for row in table.rows:
            row.cells.pop(SECTION, None)
            row.cells[ROOM] = row.text(ROOM) or heading


def _heading(table: Table) -> str:
    """Return what stands above a plan whose columns are days; nothing where it is no such plan."""
    headings = {row.text(SECTION) for row in table.rows}
    is_of_days = table.named_here and all(row.text(DAY) for row in table.rows)
    return headings.pop() if is_of_days and len(headings) == 1 else ""
