"""How the lines below the titles of a table name people: with where they work behind a stop, or dashes between them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from charlotte.congress.importers.shapes.values.behind_stops import in_lines, tell_behind_stops
from charlotte.congress.importers.shapes.values.people_lines import dashes_part_people, names_dashed


@dataclass(frozen=True)
class PeopleBelow:
    """What all such lines show about how they are written."""

    stops: bool
    dashes: bool

    @classmethod
    def of(cls, below: Iterable[str]) -> "PeopleBelow":
        """Return the habit of lines below titles."""
        lines = [*below]
        return cls(tell_behind_stops(lines), dashes_part_people(lines))

    def apart(self, below: Sequence[str]) -> list[str]:
        """Return the lines below a title with their people as lists, each with where they work in brackets."""
        lines = [part for line in below for part in in_lines(line)] if self.stops else [*below]
        return [*map(names_dashed, lines)] if self.dashes else lines
