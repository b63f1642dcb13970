"""Lines of a table that only say who leads: "Moderatori: A. Rossi, B. Verdi" below a session, or above its talks."""

from collections.abc import Sequence

from charlotte.congress.importers.shapes.people.roles import labelled, says_that_they_chair
from charlotte.congress.importers.shapes.rows import Row
from charlotte.congress.importers.shapes.values.words import best_name

PAIR = 2
COLUMNS = {"chairs": "chairs", "speakers": "speakers"}


def people_line(filled: Sequence[str]) -> tuple[str, str] | None:
    """Return whom a line that says nothing else names, as `chairs` or `speakers`, and the names with their label."""
    told = list(dict.fromkeys(filled))
    if len(told) == PAIR and says_that_they_chair(told[0]):
        return "chairs", f"{told[0].strip(' :.')}: {told[1]}"
    found = labelled(told[0]) if len(told) == 1 else None
    if found is None or found[0] not in COLUMNS or ":" not in told[0].removesuffix(found[1]):
        return None
    return found[0], told[0]


def with_people(row: Row, kind: str, names: str) -> None:
    """Add to a row whom such a line names."""
    column = next((one for one in row.cells if best_name(one)[0] == kind), COLUMNS[kind])
    said = row.text(column)
    if names not in said:
        row.cells[column] = "\n".join(filter(None, (said, names)))
