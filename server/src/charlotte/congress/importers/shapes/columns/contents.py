"""Columns called "Inhalt" or "Contenuto" that hold what is on: the titles of a run sheet, and no texts about them."""

from collections.abc import Mapping

from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.values.profile import Profile, fit
from charlotte.congress.importers.shapes.values.words import Field

SUITS = 0.45
LONGEST = 120
_TITLE: Field = "title"


def contents_as_titles(table: Table, columns: Mapping[str, Field], seen: Mapping[str, Profile]) -> dict[str, Field]:
    """Return the column of descriptions as that of titles where rows with times have no other, and it suits."""
    told = set(columns.values())
    if told & {"title", "session"} or "start" not in told or table.named_here:
        return {}
    own = {*map(id, table.rows)}
    if any(row.parent is not None and id(row.parent) not in own for row in table.rows):
        return {}
    able = (column for column, field in columns.items() if field == "abstract" and column not in table.sections)
    found = next((c for c in able if fit(_TITLE, seen[c]) >= SUITS and seen[c].length <= LONGEST), None)
    return {found: _TITLE} if found is not None else {}
