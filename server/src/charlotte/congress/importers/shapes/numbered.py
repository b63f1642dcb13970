"""Papers written side by side in a session's row: `p1_title`, `p1_authors`, `p2_title` … made rows of their own."""

import re
from collections import defaultdict

from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.words import best_name

NUMBERED = re.compile(r"^(?P<before>[^\W\d_]+)[ _.-]?(?P<number>\d{1,2})[ _.:-]+(?P<field>\S.*)$")
FEWEST = 2


def unfolded(table: Table) -> tuple[Table, ...]:
    """Return a table, its numbered columns taken out, and the table of what stood in them, each in its row."""
    groups: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for column in table.columns:
        if found := NUMBERED.match(column):
            groups[found["before"]][found["number"]][found["field"]] = column
    inner = {name: numbers for name, numbers in groups.items() if _are_papers(numbers)}
    if not inner:
        return (table,)
    taken = {column for numbers in inner.values() for fields in numbers.values() for column in fields.values()}
    before = [dict(row.cells) for row in table.rows]
    for row in table.rows:
        row.cells = {name: cell for name, cell in row.cells.items() if name not in taken}
    result = [Table(table.name, table.rows, table.sections)]
    for name, numbers in inner.items():
        papers = [
            Row(f"{row.place}, {name} {number}", dict(cells), row)
            for row, held in zip(table.rows, before, strict=True)
            for number, fields in sorted(numbers.items(), key=lambda one: int(one[0]))
            if any((cells := {field: held.get(column, "") for field, column in fields.items()}).values())
        ]
        result.append(Table(f"{table.name}: {name}", tuple(papers)))
    return tuple(result)


def _are_papers(numbers: dict[str, dict[str, str]]) -> bool:
    """Return whether what is numbered has titles of its own, and not only a name and an employer."""
    fields = {field for one in numbers.values() for field in one}
    return len(numbers) >= FEWEST and len(fields) > 1 and any(best_name(field)[0] == "title" for field in fields)
