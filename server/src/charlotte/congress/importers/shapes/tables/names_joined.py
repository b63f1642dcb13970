"""Rows of sessions whose one speaker stands in two columns: `Presenter first name`, `Presenter last name`."""

from collections.abc import Sequence

from charlotte.congress.importers.shapes.relations.references import tells_talks
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import Field, best_name, name_score, words_of

WHOLE = 0.7
SURE = 0.5
PEOPLE = ("speakers", "chairs")
HALVES: tuple[Field, Field] = ("first_name", "last_name")
SAMPLE = 40
SPEAKER = "speaker"


def with_names_joined(table: Table) -> Table:
    """Return a table of sessions in which first and last names are one column; the rows are changed in place."""
    own = tuple(column for column in table.columns if column not in table.sections)
    pairs = [] if any(map(_is_of_people, own)) else _pairs(own)
    if not pairs or not any(name_score("title", column) > SURE for column in own):
        return table
    is_timed = any(read_when(value).has_clock for column in own for value in table.values(column, SAMPLE))
    is_listed = not table.of_records and tells_talks(table, _halves(pairs)) and not _are_called_so(table, pairs)
    if not is_timed and not is_listed:
        return table
    for first, last, name in pairs:
        for row in table.rows:
            row.cells = _joined(row, first, last, name)
    return table


def _halves(pairs: Sequence[tuple[str, str, str]]) -> list[str]:
    return [column for pair in pairs for column in pair[:2]]


def _are_called_so(table: Table, pairs: Sequence[tuple[str, str, str]]) -> bool:
    """Return whether rows are people: what each is called holds their last name too."""
    titled = [column for column in table.columns if name_score("title", column) > SURE]
    return any(
        2 * sum(bool(row.text(last)) and row.text(last) in row.text(column) for row in table.rows) > len(table.rows)
        for _, last, _ in pairs
        for column in titled
        if column != last
    )


def _is_of_people(column: str) -> bool:
    """Return whether a column names people whole."""
    field, score = best_name(column)
    return field in PEOPLE and score > WHOLE


def _pairs(columns: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Return the columns of first and of last names that are called alike, each pair with what both are called."""
    halves: dict[tuple[str, ...], dict[str, str]] = {}
    for column in columns:
        words = words_of(column)
        for at in range(len(words)):
            whose, said = words[:at], " ".join(words[at:])
            numbered = any(map(str.isdigit, column))  # one of several
            is_whose = not numbered and (not whose or best_name(" ".join(whose))[0] in PEOPLE)
            half = next((field for field in HALVES if _is_half(field, said)), None)
            if half is not None and is_whose:
                halves.setdefault(whose, {}).setdefault(half, column)
                break
    whole = {whose: told for whose, told in halves.items() if len(told) > 1}
    return [(told["first_name"], told["last_name"], " ".join(whose) or SPEAKER) for whose, told in whole.items()]


def _is_half(field: Field, said: str) -> bool:
    return name_score(field, said) >= WHOLE


def _joined(row: Row, first: str, last: str, name: str) -> dict[str, str | tuple[str | Row, ...]]:
    whole = " ".join(filter(None, (row.text(first).strip(), row.text(last).strip())))
    cells: dict[str, str | tuple[str | Row, ...]] = {}
    for column, cell in row.cells.items():
        if column in (first, last):
            cells.setdefault(name, whole)
        else:
            cells[column] = cell
    return cells
