"""What a row leaves open and something above it tells: the hours of its slot, the room that a code stands for."""

from collections.abc import Mapping, Sequence

from charlotte.congress.importers.shapes.rows import Row
from charlotte.congress.importers.shapes.values.words import Field, best_name

OF_WHAT_HOLDS: frozenset[Field] = frozenset(("start", "end", "date", "room"))
"""Fields that are told once for several rows and otherwise by a row itself, under the same name."""
SHOWN = 0.5


def called(codes: Mapping[str, str]) -> list[dict[str, str]]:
    """Return what codes stand for as records that rows can refer to."""
    return [{"id": code, "name": name} for code, name in codes.items()]


def complete(rows: Sequence[Row], inherited: Sequence[str]) -> None:
    """Fill cells that only some rows have with what stands above them under the same name."""
    own = {column for row in rows for column in row.cells} - {*inherited}
    starts = [column for column in own if best_name(column)[0] == "start"]
    begun = {id(row) for row in rows if any(row.text(column) for column in starts)}
    for column in own:
        field, score = best_name(column)
        above = [other for other in inherited if other.endswith(f".{column}") and not other.startswith("file.")]
        if field not in OF_WHAT_HOLDS or score < SHOWN or not above:
            continue
        for row in rows:
            told = row.text(above[-1])
            ends = field == "end" and id(row) in begun  # a talk of a session does not go on until its end
            if told and not row.text(column) and not ends:
                row.cells[column] = told
