"""Papers written side by side in a session's row: `p1_title`, `p1_authors`, `p2_title` … made rows of their own."""

import re
from collections import defaultdict

from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.values.words import best_name

NUMBERED = re.compile(r"^(?P<before>[^\W\d_]+)[ _.-]?(?P<number>\d{1,2})[ _.:-]+(?P<field>\S.*)$")
PERSON = re.compile(r"^(?P<before>[^\W\d_]+)[ _.-]?(?P<number>\d{1,2})(?:[ _.:-]+(?P<field>\S.*))?$")
PERSON_LAST = re.compile(r"^(?P<before>[^\W\d_]+)[ _.-]+(?P<field>[^\W\d_][^\d]*?)[ _.-]?(?P<number>\d{1,2})$")
FEWEST = 2
SURE = 0.6
NAME = "name"
EMPLOYER = "affiliation"
PEOPLE = ("speakers", "chairs")


def unfolded(table: Table) -> tuple[Table, ...]:
    """Return a table, its numbered columns taken out, and the table of what stood in them, each in its row."""
    table, people = _with_people(table)
    return (*_with_papers(table), *people)


def _with_people(table: Table) -> tuple[Table, tuple[Table, ...]]:
    """Take `Speaker 1`, `Speaker 1 company`, `Speaker 2` … out of rows: each becomes somebody with what is told."""
    groups: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for column in table.columns:
        found = PERSON.match(column) or PERSON_LAST.match(column)
        if found and best_name(found["before"])[0] in PEOPLE and best_name(found["before"])[1] > SURE:
            groups[found["before"]][found["number"]][found["field"] or NAME] = column
    if len(groups) == 1:  # `Speaker 1`, `Affiliation 1`
        ((_, numbers),) = groups.items()
        for column in table.columns:
            found = PERSON.match(column)
            if (
                found
                and not found["field"]
                and best_name(found["before"])[0] == EMPLOYER
                and found["number"] in numbers
            ):
                numbers[found["number"]][EMPLOYER] = column
    told = {name: numbers for name, numbers in groups.items() if len({f for one in numbers.values() for f in one}) > 1}
    told = {name: numbers for name, numbers in told.items() if name not in table.columns}
    made: list[Table] = []
    for name, numbers in told.items():
        everybody: list[Row] = []
        for row in table.rows:
            found_here: list[Row] = []
            for number, fields in sorted(numbers.items(), key=lambda one: int(one[0])):
                cells = {field: row.cells.pop(column, "") for field, column in fields.items()}
                if any(cells.values()):
                    found_here.append(Row(f"{row.place}, {name} {number}", cells, row))
            row.cells[name] = tuple(found_here)
            everybody += found_here
        made.append(Table(f"{table.name}: {name}", tuple(everybody)))
    return table, tuple(one for one in made if one.rows)


def _with_papers(table: Table) -> tuple[Table, ...]:
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
    result = [table]
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
