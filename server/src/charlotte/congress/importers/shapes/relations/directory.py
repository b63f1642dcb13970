"""Lists of people beside a programme that nothing refers to: whoever a session names is found there by name."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from charlotte.congress.importers.draft import Draft, DraftPerson
from charlotte.congress.importers.shapes.columns.mapping import FieldMapping
from charlotte.congress.importers.shapes.columns.name_pair import name_pair
from charlotte.congress.importers.shapes.people.name_order import TITLE, first_name_first
from charlotte.congress.importers.shapes.people.names import looks_like_person
from charlotte.congress.importers.shapes.people.surnames_first import writes_last_name_first
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.values.words import name_score, words_of
from charlotte.congress.importers.wording import language_code, plain
from charlotte.congress.search.folding import fold

SURE = 0.8
FEWEST = 2
MOST = 20_000
LONGEST_EMPLOYER = 120
TALK = frozenset(
    "talk talks session presentation lecture intervento relazione presentazione sessione vortrag vortrags beitrag "
    "beitrags charla ponencia presentacion sesion exposé expose intervention présentation seance séance".split()
)
OF = frozenset("de di da del von aus from of at bei chez per".split())
"""What a column of a list of people may be called that says where they are from."""


def with_directory(drafts: Iterable[Draft], tables: Sequence[Table], mapping: FieldMapping) -> Iterator[Draft]:
    """Yield drafts with what a list of people says of theirs: their employer, and the language they speak in.

    What a session says itself stays.
    """
    known = _told(tables, mapping, employer_column)
    spoken = _told(tables, mapping, _language_column)
    for draft in drafts:
        speakers, chairs = _completed(draft.speakers, known), _completed(draft.chairs, known)
        yield replace(draft, speakers=speakers, chairs=chairs, language=draft.language or _spoken(draft, spoken))


def _spoken(draft: Draft, known: Mapping[str, str | None]) -> str | None:
    """Return the language in which all who speak do; None where it is not known of one, or they differ."""
    told = {known.get(_key(plain(person.name))) for person in draft.speakers} if known else set()
    return language_code(told.pop()) if len(told) == 1 else None


def _language_column(table: Table, taken: Iterable[str]) -> str | None:
    """Return the column of a list of people that says in which language their talk is, and not which they know."""
    free = [column for column in table.columns if column not in {*taken} and TALK & {*words_of(column)}]
    best = max(free, key=lambda column: name_score("language", column), default=None)
    return best if best is not None and name_score("language", best) > 0.35 else None


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


def _told(
    tables: Sequence[Table], mapping: FieldMapping, column_of: Callable[[Table, Iterable[str]], str | None]
) -> dict[str, str | None]:
    """Return what lists of people say in one of their columns, by the folded name; None where two rows differ."""
    found: dict[str, str | None] = {}
    for table in tables:
        mapped = mapping.of(table.name)
        if mapped is None or mapped.role == "sessions" or len(table.rows) < FEWEST:
            continue
        names = name_columns(table)
        column = column_of(table, (*names, *mapped.looks_up)) if names else None
        if column is None:
            continue
        swapped = len(names) == 1 and writes_last_name_first(table.values(names[0], MOST))
        for row in table.rows[:MOST]:
            said = _name(row, names)
            name, value = _key(first_name_first(said) or said if swapped else said), plain(row.text(column))
            if name and value:
                # Two people of one name: nobody knows of which it is told.
                found[name] = value if found.get(name, value) == value else None
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
