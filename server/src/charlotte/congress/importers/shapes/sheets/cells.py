"""A grid of cells as a source has it: a CSV, a sheet, a table in a document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from charlotte.congress.importers.shapes.times.when import read_when

SECTION = "heading"
SECTION_DAY = "heading (day)"
SECTION_ROOM = "heading (room)"
LAST_TIME = "last time"
"""Our own column of when a session ends, told elsewhere than beside its start."""


@dataclass(frozen=True)
class Grid:
    """Cells as they stand; what is merged is named by its first cell."""

    name: str
    cells: Sequence[Sequence[str]]
    merged: Mapping[tuple[int, int], tuple[int, int, int, int]] = field(default_factory=dict)
    """By first cell: the first and the last row and column that it covers."""
    first_number: int = 1
    """What the source calls the first row."""
    headings: tuple[str, ...] = ()
    """What stands above the grid, the highest first: in a document, often the day."""
    places: frozenset[str] = frozenset()
    """The event's own rooms, as far as they are known."""
    days: frozenset[date] = frozenset()
    """The event's own days, as far as they are known."""
    own_times: bool = False
    """Whether each of its lines is one cell of a plan, with the time that the cell itself said."""
    titled: bool = False
    """Whether the first lines of its cells are set as titles."""
    room: str = ""
    """Where everything in it is held, unless a row says otherwise."""

    @cached_property
    def width(self) -> int:
        """How many cells the longest of its rows has."""
        return max(map(len, self.cells), default=0)

    @property
    def heading(self) -> str:
        """The last heading that is no day."""
        return next((text for text in reversed(self.headings) if not read_when(text).has_day), "")

    def place(self, at: int) -> str:
        """Return where a row stands, in the words of the source."""
        return f"{self.name}, row {at + self.first_number}"


def spread(
    rows: Sequence[Sequence[str]], merged: Mapping[tuple[int, int], tuple[int, int, int, int]]
) -> list[list[str]]:
    """Return the rows with every merged cell filled."""
    filled = [list(row) for row in rows]
    for top, bottom, left, right in merged.values():
        if top >= len(filled) or left >= len(filled[top]):
            continue
        for at in range(top, min(bottom + 1, len(filled))):
            for column in range(left, min(right + 1, len(filled[at]))):
                filled[at][column] = filled[top][left]
    return filled
