"""Rooms that stand in the column of people, behind a bar, a dash or a sign: "Ada Orr | chair: Bo Lie | ▸ Blue Room"."""

import re
from collections.abc import Iterator

from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.values.headings import is_place
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.words import best_name

BETWEEN = re.compile(r"\s*[|\n]\s*|\s+[–—•·]\s+|\s*(?=[▸►▶➤➜→@📍⌂])")
SIGN = re.compile(r"^[\W_]+")
ROOM = "room"
FEWEST = 2
MOSTLY = 0.7


def with_rooms_apart(table: Table) -> Table:
    """Return a table with the rooms told among its people in a column of their own; rows are changed in place."""
    own = [column for column in table.columns if column not in table.sections]
    if table.of_records or any(best_name(column)[0] == ROOM for column in own):
        return table
    for column in own:
        told = [*_told(table, column)]
        beside = [piece for _, _, rest in told for piece in rest]
        places = [rest for _, place, rest in told if place]
        if len(places) >= FEWEST and any(places) and sum(map(_is_of_people, beside)) >= MOSTLY * len(beside):
            for row, place, rest in told:
                row.cells |= {column: " | ".join(rest), ROOM: place} if place else {}
            return table
    return table


def _told(table: Table, column: str) -> Iterator[tuple[Row, str, list[str]]]:
    """Yield the rows with the place that a cell names, and what else it says."""
    for row in table.rows:
        pieces = [piece for part in BETWEEN.split(row.text(column)) if (piece := part.strip())]
        places = [piece for piece in pieces if is_place(SIGN.sub("", piece))]
        place = SIGN.sub("", places[0]) if len(places) == 1 else ""
        yield row, place, [piece for piece in pieces if not (place and piece in places)]


def _is_of_people(piece: str) -> bool:
    label = labelled(piece)
    return names_people(label[1] if label is not None else piece, True)
