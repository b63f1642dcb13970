"""What holds several sessions and has a name: a stream, a strand, a theme, whatever its system calls it."""

from collections.abc import Mapping

from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.values.profile import Profile
from charlotte.congress.importers.shapes.values.words import Field, name_score, words_of

NAMING = frozenset("name title label nombre nome nom bezeichnung titel titolo titre titulo intitule".split())
MOST_ROOM_LIKE = 0.3


def held_under(table: Table, columns: Mapping[str, Field], seen: Mapping[str, Profile]) -> dict[str, Field]:
    """Return the column that names what rows of several are held under, as their track where nothing else is."""
    if "track" in columns.values() or not {"title", "start"} <= set(columns.values()):
        return {}
    for column in reversed(table.sections):
        path, _, last = column.rpartition(".")
        if column in columns or "[" not in path or last.casefold() not in NAMING:
            continue
        one = seen[column]
        holder = words_of(path.rstrip("[]").rpartition(".")[2])
        is_named = one.filled > 0 and one.repeated and one.letters > 0.5
        other = max(one.day, one.clock, one.person, one.url) > 0.5 or one.room > MOST_ROOM_LIKE
        if is_named and not other and holder and not name_score("room", " ".join(holder)):
            return {column: "track"}
    return {}
