"""A mapping guessed from tables: by what columns are called, by what stands in them, and by who refers to whom."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from charlotte.congress.importers.shapes.choosing.twins import together
from charlotte.congress.importers.shapes.columns.column_order import date_order, duration_unit
from charlotte.congress.importers.shapes.columns.contents import contents_as_titles
from charlotte.congress.importers.shapes.columns.holders import held_under
from charlotte.congress.importers.shapes.columns.hosts import hosts_who_lead
from charlotte.congress.importers.shapes.columns.kinds import kinds_of
from charlotte.congress.importers.shapes.columns.labels import labels_told
from charlotte.congress.importers.shapes.columns.mapping import PARENT, FieldMapping, Role, TableMapping
from charlotte.congress.importers.shapes.columns.of_the_record import tells_of_the_record
from charlotte.congress.importers.shapes.columns.own_times import (
    with_alike_end,
    with_own_end,
    with_own_start,
    without_start_again,
)
from charlotte.congress.importers.shapes.columns.running_numbers import counts_rows
from charlotte.congress.importers.shapes.columns.strangers import is_stamp, without_strangers
from charlotte.congress.importers.shapes.columns.whole_texts import whole_texts
from charlotte.congress.importers.shapes.people.names import looks_like_person
from charlotte.congress.importers.shapes.relations.lookups import as_lookup
from charlotte.congress.importers.shapes.relations.references import Reference, names_records, references
from charlotte.congress.importers.shapes.relations.table_roles import roles_of, slots_of
from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.profile import Profile, fit, profile
from charlotte.congress.importers.shapes.values.words import (
    FIELDS,
    ORGANISATIONS,
    Field,
    beside_languages,
    language_of,
    name_score,
    tells_of_before,
    words_of,
)
from charlotte.congress.model import Congress

SEVERAL: frozenset[Field] = frozenset({"speakers", "date", "chairs", "status", "before", "details"})
"""Fields that several columns may share: a speaker a column, a weekday beside the date."""

BY_VALUE: Mapping[Field, float] = {
    "start": 0.8, "end": 0.8, "date": 0.8, "duration": 0.9, "title": 0.35, "speakers": 0.62, "room": 0.5,
    "abstract": 0.6, "language": 0.95, "url": 0.9, "status": 0.5,
}  # fmt: skip
"""Fields that values alone can show, and how clearly they must."""
IN_LANGUAGES: frozenset[Field] = frozenset({"title", "subtitle", "abstract", "room", "track", "kind"})
"""Fields that may be told in several languages, each in a column of its own."""
LEAST_FIT: Mapping[Field, float] = {"title": 0.15, "speakers": 0.2, "chairs": 0.2, "abstract": 0.1, "status": 0.2}
OWN: frozenset[Field] = frozenset(
    {
        "id",
        "title",
        "subtitle",
        "abstract",
        "speakers",
        "chairs",
        "url",
        "session",
        "part_of",
        "notes",
        "before",
        "details",
    }
)
"""Fields that what stands above several rows cannot be."""
TIMES: frozenset[Field] = frozenset({"start", "end", "duration"})
"""Fields that only a row can give to the rows in it: the hours of a whole congress are nobody's."""
OF_SLOTS: frozenset[Field] = TIMES | {"date", "session"}
"""Fields that a slot gives to what is held in it."""
ORDERS = frozenset(
    "order ordering ordre ordine orden reihenfolge position pos posizione posicion sort sorting sequence sequenza rank "
    "rang weight peso gewicht poids".split()
)
"""What a column is called that only says in which order its rows come."""
OF_POSTS = ("slug", "link", "status", "type")
"""Columns of a site's posts, whose `date` is when they were published."""
SHOWN = 0.5
SURELY = 0.95
"""From here on a column is called by the word for a field in one of the languages."""
ALL_STATES = 0.9
FIRST_WORD, MOSTLY = 0.8, 0.8
LOOKUP_FIELDS: frozenset[Field] = frozenset({"first_name", "last_name"})


_START: Field = "start"
_LOOKUP: Role = "lookup"
_SESSIONS: Role = "sessions"


@dataclass(frozen=True)
class Candidate:
    """One column as one field."""

    score: float
    field: Field
    column: str


def guess(tables: Sequence[Table], congress: Congress, known_rooms: Iterable[str] = ()) -> FieldMapping:
    """Return the likeliest mapping of all tables."""
    rooms = frozenset(name.casefold() for name in known_rooms)
    whole = {table.name: together(table, tables) for table in tables}
    seen = {name: {column: profile(table, column) for column in table.columns} for name, table in whole.items()}
    found = references(tables)
    named = names_records(tables)
    mapped = {
        name: _columns(table, _without(seen[name], table, named, found), rooms, found, congress)
        for name, table in whole.items()
    }
    kinds = kinds_of(tables)
    roles = roles_of(tables, mapped, found)
    joined = {one.other for one in found if one.field == "session" and roles[one.other] == "lookup"}
    slots = slots_of(tables, mapped)
    joined |= set(slots.values())
    roles |= dict.fromkeys(slots.values(), _LOOKUP) | dict.fromkeys(slots, _SESSIONS)
    result = []
    for table in tables:
        columns = mapped[table.name]
        if roles[table.name] == "sessions" and kinds[table.name] == "speakers" and _titles_are_names(table, columns):
            roles[table.name] = "left_out"  # nothing but people, whatever they are called
        if table.name in slots:
            # When and where a talk is held, written inside of the talk: the talk tells the rest.
            rest: dict[str, Field] = {c: f for c, f in columns.items() if f not in OWN and c not in table.sections}
            columns = {**rest, PARENT: "session"}
        if table.name in slots.values():  # of its slots it may tell the first
            columns = {c: f for c, f in columns.items() if f not in TIMES and f != "date"}
        if kinds[table.name] == "slot" and table.name in joined and table.name not in slots:
            columns = {c: f for c, f in columns.items() if f in OF_SLOTS}
        looks_up = {
            one.column: one.target
            for one in found
            if one.table == table.name and one.column in columns and one.other in roles
        }
        if table.name in slots:
            looks_up[PARENT] = slots[table.name]
        if roles[table.name] == "lookup" and table.name not in joined:
            columns = as_lookup(table, columns, _without(seen[table.name], table, named, found))
        days = [column for column, field in columns.items() if field in ("date", "start", "end")]
        written = next((order for column, order in table.orders if column in days), None)
        order, note = date_order([value for column in days for value in table.values(column)], congress, written)
        lengths = [column for column, field in columns.items() if field == "duration"]
        unit = duration_unit(lengths, [value for column in lengths for value in table.values(column)])
        result.append(TableMapping(table.name, roles[table.name], columns, looks_up, order, unit, note))
    return FieldMapping(tuple(result))


def _titles_are_names(table: Table, columns: Mapping[str, Field]) -> bool:
    """Return whether what was taken for titles are the names of people, and nothing says when they are anywhere."""
    if {"start", "date"} & {*columns.values()}:
        return False
    halves: tuple[Field, Field] = ("first_name", "last_name")
    for column in (column for column, field in columns.items() if field == "title"):
        is_half = any(name_score(half, column) >= FIRST_WORD for half in halves) and name_score("title", column) < 1
        texts = [*table.values(column, 400)]
        if not is_half and sum(map(looks_like_person, texts)) < MOSTLY * len(texts):
            return False
    return True


def _without(
    seen: Mapping[str, Profile], table: Table, named: frozenset[tuple[str, str]], found: Sequence[Reference]
) -> dict[str, Profile]:
    """Return the columns that may say something themselves: keys of other records do so only as references."""
    referring = {one.column for one in found if one.table == table.name}
    told = {column: one for column, one in seen.items() if (table.name, column) not in named or column in referring}
    days = [column for column, one in told.items() if one.day >= SHOWN and not tells_of_the_record(column)]
    posted = {"date", "date_gmt"} if {*OF_POSTS} <= {*seen} and {*days} - {"date", "date_gmt"} else set()
    told = {column: one for column, one in told.items() if not is_stamp(table, column)}
    return {column: one for column, one in told.items() if column not in posted and not tells_of_the_record(column)}


def _columns(
    table: Table, seen: Mapping[str, Profile], rooms: frozenset[str], found: Sequence[Reference], congress: Congress
) -> dict[str, Field]:
    referring = {one.column: one for one in found if one.table == table.name}
    candidates = [
        Candidate(score, field, column)
        for column, one in seen.items()
        for field in FIELDS
        if (score := _score(table, field, column, one, rooms, referring.get(column))) > 0
    ]
    candidates.sort(key=lambda one: -one.score)
    columns: dict[str, Field] = {}
    for one in candidates:
        joins = one.field == "session" and one.column in referring
        if one.column not in columns and (joins or _free(one, columns, seen)):
            columns[one.column] = one.field
    if "start" not in columns.values():  # a "start date" may hold the time too
        timed = [column for column, field in columns.items() if field == "date" and seen[column].clock >= 0.5]
        columns |= dict.fromkeys(timed[:1], _START)
    columns = without_strangers(table, columns, congress)
    columns |= contents_as_titles(table, columns, seen)
    columns |= hosts_who_lead(columns)
    columns = whole_texts(table, columns, seen)
    columns |= held_under(table, columns, seen)
    columns = with_own_start(table, columns, seen)
    columns = without_start_again(table, _start_and_end(table, _own_end(table, columns)), congress.zone)
    columns = with_own_end(table, columns, seen)
    columns = with_alike_end(table, columns)
    columns |= _other_places(table, columns)
    columns = labels_told(table, columns, seen, rooms)
    return _by_language(table, columns, congress)


def _by_language(table: Table, columns: Mapping[str, Field], congress: Congress) -> dict[str, Field]:
    """Return the columns in their order, of one field in several languages the event's first language first."""
    order = {language: at for at, language in enumerate(congress.languages)}
    places = [column for column in table.columns if column in columns]

    def rank(column: str) -> tuple[int, int]:
        field = columns[column]
        if field not in IN_LANGUAGES:
            return places.index(column), 0
        first = next(at for at, other in enumerate(places) if columns[other] == field)
        return first, order.get(language_of(column) or "", -1 if language_of(column) is None else len(order))

    return {column: columns[column] for column in sorted(places, key=rank)}


def _score(  # noqa: PLR0913 - what speaks for one column being one field
    table: Table, field: Field, column: str, seen: Profile, rooms: frozenset[str], reference: Reference | None
) -> float:
    above = column in table.sections and (reference is None or field != reference.field)
    if field in LOOKUP_FIELDS or above and (field in OWN or field in TIMES and not _is_in_rows(column)):
        return 0.0
    named = name_score(field, column)
    if tells_of_before(column) and reference is None:
        shown = max(seen.clock, seen.day, seen.room) >= 0.5
        return 1 + named if field == "before" and (named or shown) else 0.0
    if reference is not None:
        return (1.5 + named) if field == reference.field else 0.0
    if field in ("speakers", "chairs", "title") and ORGANISATIONS & {*words_of(column)}:
        return 0.0
    if not named and ORDERS & {*words_of(column)}:
        return 0.0
    fits = _fit(table, field, column, seen, rooms)
    if above and not _is_in_rows(column) and field == "date" and seen.day < 0.5:
        return 0.0  # the number of days is no day
    if field == "session" or fits <= LEAST_FIT.get(field, 0.05):
        return 0.0
    if named:
        fits -= 0.2 if above else 0.0  # the row's own word comes first
        # What the values say clearly outweighs a name that merely holds a word of the field's.
        return 2 * named + fits if fits >= 0.3 or named >= 0.9 else named + fits
    if above and not _is_in_rows(column):
        return 0.0  # what holds for the whole file says nothing by its value
    return 0.8 * fits if _is_clear(table, field, column, seen, fits) else 0.0


def _is_in_rows(column: str) -> bool:
    return "[" in column or "{" in column


def _fit(table: Table, field: Field, column: str, seen: Profile, rooms: frozenset[str]) -> float:
    fits = fit(field, seen)
    if field == "room" and seen.state >= ALL_STATES:
        return 0.0  # the "stage" of a record: published, draft
    if field == "room" and rooms and seen.filled:
        known = sum(1 for value in table.values(column, 400) if value.casefold() in rooms)
        return max(fits, known / seen.filled) if known >= 0.5 * seen.filled else fits
    return fits


def _is_clear(table: Table, field: Field, column: str, seen: Profile, fits: float) -> bool:
    """Return whether values alone show that a column is a field, whatever it is called."""
    least = BY_VALUE.get(field)
    if least is None or fits < least:
        return False
    if field == "speakers" and name_score("room", column) > SHOWN:
        return False  # "Grote Zaal" is nobody
    if field == "status":
        return seen.marked >= 0.3 or seen.state >= 0.9
    if field == "room":
        if table.name.endswith(f": {column}") or counts_rows(table, column):
            return False  # the key of each row
        if seen.room < SHOWN and _holders_name_rooms(table):
            return False  # the session that holds it says where
        is_key = column.endswith("{}")
        if not is_key and seen.room < SHOWN and len({*table.values(column)}) == 1 < len(table.rows):
            return False  # all rows say the same, as they do of their kind
        return (is_key or seen.room > 0.3 if column in table.sections else seen.repeated or seen.room > 0.8) and _apart(
            table, column
        )
    return field != "title" or (not seen.repeated and 6 <= seen.length <= 160)


def _free(one: Candidate, columns: Mapping[str, Field], seen: Mapping[str, Profile]) -> bool:
    taken = [column for column, field in columns.items() if field == one.field]
    if not taken:
        return True
    if one.field in IN_LANGUAGES:  # the same in another language, never another column
        return _in_another_language(one, taken)
    if one.field not in SEVERAL:
        return False
    if one.field == "date":
        kinds = {_day_kind(seen[column]) for column in taken}
        return _day_kind(seen[one.column]) not in kinds and name_score("date", one.column) > 0.3
    return one.field == "before" or name_score(one.field, one.column) > 0.35


def _in_another_language(one: Candidate, taken: Sequence[str]) -> bool:
    languages = {language_of(column) for column in taken}
    if language_of(one.column) in languages:
        return False
    alike = all(_called_alike(one.field, column, one.column) for column in taken)
    return alike or one.field in ("title", "abstract") and None not in {language_of(one.column), *languages}


def _called_alike(field: Field, *columns: str) -> bool:
    """Return whether columns are called alike but for the language: `title_it`, `title_en`; "Titolo", "Title (EN)"."""
    bare = [beside_languages(column) for column in columns]
    return len({*bare}) == 1 or all(name_score(field, " ".join(words)) >= SURELY for words in bare)


def _day_kind(seen: Profile) -> bool:
    return seen.day >= 0.5 and seen.length >= 5 and seen.number < 0.5


def _apart(table: Table, column: str) -> bool:
    """Return whether a column tells parallel sessions apart: what is a room holds one thing at a time."""
    clocks = [one for one in table.columns if _holds_times(table, one)]
    if not clocks:
        return True
    at_once: Counter[tuple[str, ...]] = Counter()
    for row in table.rows[:400]:
        if room := row.text(column):
            at_once[(room, *(row.text(one) for one in clocks), *(row.text(one) for one in table.sections))] += 1
    total = sum(at_once.values())
    return total == 0 or len(at_once) >= 0.9 * total


def _holders_name_rooms(table: Table) -> bool:
    """Return whether all rows are held by others that tell their room in a column called so."""
    return bool(table.rows) and all(
        row.parent is not None
        and any(name_score("room", column) > SHOWN and row.parent.text(column) for column in row.parent.cells)
        for row in table.rows
    )


def _own_end(table: Table, columns: dict[str, Field]) -> dict[str, Field]:
    """Return the columns without an end or a length that stands above the rows while their start does not."""
    above = {field: column.rpartition(".")[0] for column, field in columns.items() if column in table.sections}
    return {
        column: field
        for column, field in columns.items()
        if field not in ("end", "duration") or column not in table.sections or above[field] == above.get("start")
    }


def _other_places(table: Table, columns: Mapping[str, Field]) -> dict[str, Field]:
    """Return further columns that say where, filled where the room is not: "place" beside "room"."""
    room = next((column for column, field in columns.items() if field == "room"), None)
    if room is None:
        return {}
    others = (one for one in table.columns if one not in columns and one not in table.sections)
    return {
        one: "room"
        for one in others
        if name_score("room", one) > 0.6 and not any(row.text(one) and row.text(room) for row in table.rows)
    }


def _holds_times(table: Table, column: str) -> bool:
    values = list(table.values(column, 40))
    return bool(values) and sum(1 for value in values if read_when(value).is_plain) > 0.8 * len(values)


def _start_and_end(table: Table, columns: dict[str, Field]) -> dict[str, Field]:
    """Return the columns with start and end changed round where the first is always the later one."""
    start = next((column for column, field in columns.items() if field == "start"), None)
    end = next((column for column, field in columns.items() if field == "end"), None)
    if start is None and end is not None:
        return {**columns, end: "start"}
    if start is None or end is None or name_score("start", start) > 0.3 or name_score("end", end) > 0.3:
        return columns
    later = sum(1 for row in table.rows[:400] if row.text(start) > row.text(end) != "")
    return {**columns, start: "end", end: "start"} if later > len(table.rows[:400]) // 2 else columns
