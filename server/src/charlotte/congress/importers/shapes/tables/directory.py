"""Lists of people beside a programme that nothing refers to: whoever a session names is found there by name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from charlotte.congress.importers.draft import Draft, DraftPerson
from charlotte.congress.importers.shapes.columns.mapping import FieldMapping
from charlotte.congress.importers.shapes.columns.name_pair import name_pair
from charlotte.congress.importers.shapes.people.name_order import TITLE, first_name_first, writes_last_name_first
from charlotte.congress.importers.shapes.people.names import looks_like_person
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.values.words import name_score, words_of
from charlotte.congress.importers.wording import plain
from charlotte.congress.search.folding import fold

SURE = 0.8
FEWEST = 2
MOST = 20_000
LONGEST_EMPLOYER = 120
OF = frozenset("de di da del von aus from of at bei chez per".split())
"""What a column of a list of people may be called that says where they are from."""


def with_employers(drafts: Iterable[Draft], tables: Sequence[Table], mapping: FieldMapping) -> Iterator[Draft]:
    """Yield drafts whose people have the employer that a list of people says, where their session says none."""
    known = _employers(tables, mapping)
    for draft in drafts:
        if not known:
            yield draft
            continue
        yield replace(draft, speakers=_completed(draft.speakers, known), chairs=_completed(draft.chairs, known))


def employer_column(table: Table, taken: Iterable[str]) -> str | None:
    """Return the column of a list of people that says where they work."""
    free = [column for column in table.columns if column not in {*taken}]
    best = max(free, key=lambda column: name_score("affiliation", column), default=None)
    if best is not None and name_score("affiliation", best) > 0.35 and any(table.values(best, 200)):
        return best
    plain_of = [column for column in free if {*words_of(column)} <= OF and words_of(column)]
    return next((column for column in plain_of if _are_texts(table, column)), None)


def _are_texts(table: Table, column: str) -> bool:
    values = list(table.values(column, 200))
    long_enough = [value for value in values if 2 < len(value) <= LONGEST_EMPLOYER and any(map(str.isalpha, value))]
    return bool(values) and len(long_enough) > 0.8 * len(values)


def _employers(tables: Sequence[Table], mapping: FieldMapping) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for table in tables:
        mapped = mapping.of(table.name)
        if mapped is None or mapped.role == "sessions" or len(table.rows) < FEWEST:
            continue
        names = name_columns(table)
        column = employer_column(table, (*names, *mapped.looks_up)) if names else None
        if column is None:
            continue
        swapped = len(names) == 1 and writes_last_name_first(table.values(names[0], MOST))
        for row in table.rows[:MOST]:
            said = _name(row, names)
            name, employer = _key(first_name_first(said) or said if swapped else said), plain(row.text(column))
            if name and employer:
                # Two people of one name: nobody knows whose employer it is.
                found[name] = employer if found.get(name, employer) == employer else None
    return found


def name_columns(table: Table) -> tuple[str, ...]:
    """Return the columns of a list of people that make a name: the first and the last, or one of nothing else."""
    if (pair := name_pair(table.columns)) is not None:
        return pair
    for column in sorted(table.columns, key=lambda one: -name_score("speakers", one)):
        values = list(table.values(column, 200))
        if len(values) >= FEWEST and sum(map(looks_like_person, values)) >= SURE * len(values):
            return (column,)
    return ()


def _name(row: Row, columns: Sequence[str]) -> str:
    return " ".join(filter(None, (plain(row.text(column)) for column in columns)))


def _key(name: str) -> str:
    return " ".join(fold(TITLE.sub("", name)).split())


def _completed(people: tuple[DraftPerson, ...], known: Mapping[str, str | None]) -> tuple[DraftPerson, ...]:
    return tuple(
        one if one.affiliation else replace(one, affiliation=known.get(_key(plain(one.name)))) for one in people
    )
