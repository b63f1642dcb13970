"""Texts that a record tells twice, short and whole: `description` beside `longDescription`. The whole one counts."""

from collections.abc import Mapping

from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.values.profile import Profile
from charlotte.congress.importers.shapes.values.words import Field, name_score, words_of

WHOLE = frozenset(
    "long full whole complete detailed extended lunga lungo estesa completa completo lang lange "
    "langbeschreibung langtext ausfuhrlich ausfuhrliche vollstandig longue complet larga extensa detallada rich".split()
)
SURE = 0.4
_ABSTRACT: Field = "abstract"


def whole_texts(table: Table, columns: Mapping[str, Field], seen: Mapping[str, Profile]) -> dict[str, Field]:
    """Return the columns with that of the whole texts instead of the short ones, where one is called so and longer."""
    told = [column for column, field in columns.items() if field == _ABSTRACT]
    if len(told) != 1 or told[0] in table.sections or WHOLE & {*words_of(told[0])}:
        return dict(columns)
    free = (one for one in seen if one not in columns and one not in table.sections and WHOLE & {*words_of(one)})
    for one in free:
        if name_score(_ABSTRACT, one) > SURE and seen[one].length > seen[told[0]].length:
            return {**{column: field for column, field in columns.items() if column != told[0]}, one: _ABSTRACT}
    return dict(columns)
