"""Tables with a row for each person, as accreditation and payment need them: a talk of two takes two rows."""

import re
from collections.abc import Sequence
from dataclasses import replace

from charlotte.congress.importers.shapes.columns.flags import NO, YES
from charlotte.congress.importers.shapes.columns.strangers import PRESENTING
from charlotte.congress.importers.shapes.people.names import looks_like_person
from charlotte.congress.importers.shapes.people.roles import says_that_they_chair
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import Field, best_name, words_of

CHAIRS, ABSTRACT = "chairs", "abstract"
SURE = 0.5
MOSTLY = 0.8
MOST_ROLES = 8
SAMPLE = 200
OF_PEOPLE = re.compile(r"\S+@\S+|[+\d][\d\s./,-]*")
"""What differs from person to person and tells nothing of the talk: addresses, numbers, fees, whatever it is called."""
NUMBER = re.compile(r"(?=\S*\d)[\w.#:/-]{1,64}")
OF_THE_OFFICE = frozenset(
    "submitted created updated modified registered informed confirmed eingereicht erstellt geandert soumis soumise "
    "cree modifie inviato creato modificato enviado creado modificado".split()
)
"""What a column is called that says when a row was made: "Date Submitted"."""
PLACED: tuple[Field, ...] = ("title", "room", "date", "start", "end", "duration")
"""Columns in which no two rows of one session differ."""
CLOCKS: tuple[Field, ...] = ("date", "start", "end")
Cells = dict[str, str | tuple["str | Row", ...]]


def with_people_together(table: Table) -> Table:
    """Return a table in which rows that follow each other and differ only in a person are one row.

    A column that says what each person does, and is "Chair" or "Moderatore" in some rows, tells who leads.
    """
    person = _person_column(table)
    if person is None or not _is_timed(table) or any(row.parent is not None for row in table.rows):
        return table
    role = _role_column(table, person)
    works = _column(table, "affiliation")
    aside = {person, *filter(None, (role, works))}
    groups: list[list[Row]] = []
    for row in table.rows:
        if groups and _is_same(table, groups[-1][0], row, aside):
            groups[-1].append(row)
        else:
            groups.append([row])
    if role is None and len(groups) == len(table.rows):
        return table
    presenting = _presenting_column(table)
    rows = (_together(group, person, role, works) for group in groups)
    told = [_who_presents(row, group, person, presenting) for row, group in zip(rows, groups, strict=True)]
    theirs = _of_persons(table, groups, aside)
    for row in told:
        row.cells = {column: cell for column, cell in row.cells.items() if column not in theirs}
    return replace(table, rows=tuple(told))


def _column(table: Table, field: Field) -> str | None:
    own = (column for column in table.columns if column not in table.sections)
    return next((column for column in own if best_name(column)[0] == field and best_name(column)[1] > SURE), None)


def _person_column(table: Table) -> str | None:
    """Return the one column of speakers where each cell names a single person."""
    named = [column for column in table.columns if best_name(column)[0] == "speakers" and best_name(column)[1] > SURE]
    found = [column for column in named if not {value.casefold() for value in table.values(column, SAMPLE)} <= YES | NO]
    if len(found) != 1 or table.holds_rows(found[0]):
        return None
    values = list(table.values(found[0], SAMPLE))
    single = sum(looks_like_person(value) for value in values)
    return found[0] if values and single >= MOSTLY * len(values) else None


def _role_column(table: Table, person: str) -> str | None:
    """Return the column of a few words, filled where a person is, of which some say that they chair."""
    for column in table.columns:
        values = list(table.values(column, SAMPLE))
        words = {value.casefold() for value in values}
        leads = sum(map(says_that_they_chair, values))
        if column == person or not 0 < leads < len(values) or not 1 < len(words) <= MOST_ROLES:
            continue
        if best_name(column)[0] == "title" and best_name(column)[1] > SURE:
            continue
        if all(row.text(person) for row in table.rows[:SAMPLE] if row.text(column)):
            return column
    return None


def _is_timed(table: Table) -> bool:
    own = (column for column in table.columns if column not in table.sections)
    return any(_is_clock(value) for column in own for value in table.values(column, SAMPLE))


def _is_clock(text: str) -> bool:
    return read_when(text).has_clock


def _is_same(table: Table, first: Row, row: Row, aside: set[str]) -> bool:
    """Return whether a row tells of the same talk: at the same time, and nowhere of anything else.

    What bears the same number is the same, whatever else somebody changed in one of the rows.
    """
    if not any(_is_clock(first.text(column)) for column in first.cells):
        return False
    is_same = _shares_number(table, first, row)
    for column in table.columns:
        told, again = first.text(column), row.text(column)
        if column in aside or told == again or is_same and not OF_THE_OFFICE.isdisjoint(words_of(column)):
            continue
        if OF_PEOPLE.fullmatch(told or again) and best_name(column)[0] not in CLOCKS:
            continue
        if _is_clock(told) or _is_clock(again):
            return False
        field, score = best_name(column)
        are_flags = {told.casefold(), again.casefold()} <= YES | NO
        is_other = field in PLACED or not is_same
        if told and again and field is not None and score > SURE and not are_flags and is_other:
            return False  # another room, another subject; "Country" may be the person's
    return _shares_title(first, row, aside | {*table.sections})


def _shares_number(table: Table, first: Row, row: Row) -> bool:
    """Return whether two rows have the same number in a column of the session's own: "Session Id"."""
    own = (column for column in table.columns if best_name(column)[0] in ("id", "session"))
    return any(first.text(column) == row.text(column) != "" for column in own if NUMBER.fullmatch(row.text(column)))


def _shares_title(first: Row, row: Row, aside: set[str]) -> bool:
    titles = [column for column in first.cells if column not in aside and best_name(column)[0] == "title"]
    return any(first.text(column) for column in titles) and all(
        first.text(column) == row.text(column) for column in titles
    )


def _together(group: Sequence[Row], person: str, role: str | None, works: str | None) -> Row:
    """Return one row of what several tell, who chairs apart from who speaks."""
    cells: Cells = {}
    for row in group:
        cells |= {column: cell for column, cell in row.cells.items() if cell or column not in cells}
    cells |= {column: cell for column, cell in group[0].cells.items() if cell}
    named = [(row, _named(row, person, works, len(group) > 1)) for row in group if row.text(person)]
    leads = [name for row, name in named if role is not None and says_that_they_chair(row.text(role))]
    cells[person] = "\n".join(name for _, name in named if name not in leads)
    if role is not None:
        cells.pop(role, None)
        cells[CHAIRS] = "\n".join(leads)
    if works is not None and len(group) > 1:
        cells[works] = ""
    return Row(group[0].place, cells)


def _of_persons(table: Table, groups: Sequence[Sequence[Row]], aside: set[str]) -> set[str]:
    """Return the columns that say something else of each person of one talk: their country, their place in the list."""
    others = [column for column in table.columns if column not in aside and column not in table.sections]
    others = [column for column in others if best_name(column)[0] is None or best_name(column)[1] <= SURE]
    return {column for column in others if any(len({row.text(column) for row in group} - {""}) > 1 for group in groups)}


def _presenting_column(table: Table) -> str | None:
    """Return the column that says of each author whether they present."""
    for column in table.columns:
        told = {value.casefold() for value in table.values(column, SAMPLE)}
        if any(word.startswith(PRESENTING) for word in words_of(column)) and told and told <= YES | NO and told & YES:
            return column
    return None


def _who_presents(row: Row, group: Sequence[Row], person: str, presenting: str | None) -> Row:
    """Return a row whose speakers are the authors who present, where some do; all are told in its abstract."""
    if presenting is None:
        return row
    names = row.text(person).split("\n")
    shown = [at for at, one in enumerate(group) if one.text(presenting).casefold() in YES]
    if not 0 < len(shown) < len(group) == len(names):
        return row
    said = f"{person.capitalize()}: {', '.join(names)}."
    told = "\n".join(filter(None, (row.text(ABSTRACT), said)))
    return Row(row.place, {**row.cells, person: "\n".join(names[at] for at in shown), ABSTRACT: told})


def _named(row: Row, person: str, works: str | None, several: bool) -> str:
    """Return a person, with where they work where that of others stood beside it."""
    employer = row.text(works) if works is not None and several else ""
    return f"{row.text(person)} ({employer})" if employer else row.text(person)
