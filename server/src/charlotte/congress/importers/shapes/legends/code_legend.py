"""States written as letters that another line of the file explains: "Status: A = accepted, W = withdrawn"."""

import re
from collections.abc import Iterator, Sequence

from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.values.states import state_of
from charlotte.congress.importers.shapes.values.words import best_name

PAIR = re.compile(r"(?<![^\W_])(?P<code>[^\W\d_]{1,3}|\d)\s*(?:=|:|→)\s*(?P<word>[^\W\d_][^,;|()=:→\n]{2,40})")
LONGEST_CODE = 3
FEWEST_CODES = 2
MOST_ROWS = 400
LIKELY = 0.4
"""From here on a column is called something else."""


def with_codes_told(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return tables whose cells say the states that a line elsewhere gives letters to; rows are changed in place.

    A column is one of such letters when it holds nothing else; a letter without a state leaves all as they are.
    """
    legend = dict(pair for table in tables for line in told_in(table) for pair in _codes(line))
    if len(legend) < FEWEST_CODES:
        return tuple(tables)
    for table in tables:
        for column in table.columns:
            if column not in table.sections and _may_be_states(column) and {*table.values(column)} <= {*legend}:
                for row in table.rows:
                    if code := row.text(column).strip():
                        row.cells[column] = legend[code]
    return tuple(tables)


def _may_be_states(column: str) -> bool:
    field, score = best_name(column)
    return field == "status" or score <= LIKELY


def told_in(table: Table) -> Iterator[str]:
    """Yield what may explain letters: texts above, between and below the rows."""
    yield from table.notes
    for row in table.rows[:MOST_ROWS]:
        for column in row.cells:
            yield from (line for line in row.text(column).splitlines() if len(line) > LONGEST_CODE)


def _codes(line: str) -> tuple[tuple[str, str], ...]:
    """Return the letters that a line explains, each with its state; none where one of them stands for another thing."""
    found = tuple((one["code"], one["word"].strip()) for one in PAIR.finditer(line))
    return found if found and all(state_of(word) is not None for _, word in found) else ()
