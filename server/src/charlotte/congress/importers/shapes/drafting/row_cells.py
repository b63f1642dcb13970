"""What one row of a mapped table says, field by field, also through the rows of other tables that it names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from charlotte.congress.importers.draft import DraftPerson
from charlotte.congress.importers.shapes.cells.cell_text import CellText, read_lines
from charlotte.congress.importers.shapes.cells.line_starts import LISTED, TIMED
from charlotte.congress.importers.shapes.cells.slanted_names import with_names_below
from charlotte.congress.importers.shapes.columns.flags import flags_cancelled, flags_hidden
from charlotte.congress.importers.shapes.columns.mapping import PARENT, FieldMapping, TableMapping
from charlotte.congress.importers.shapes.columns.strangers import internal_columns
from charlotte.congress.importers.shapes.drafting.afternoons_told import Hours, afternoons_told
from charlotte.congress.importers.shapes.drafting.people_below import PeopleBelow
from charlotte.congress.importers.shapes.drafting.slots_by_label import label_of_slot
from charlotte.congress.importers.shapes.people.employers_below import (
    names_above,
    with_employers_behind,
)
from charlotte.congress.importers.shapes.people.name_order import first_name_first
from charlotte.congress.importers.shapes.people.names import writes_employers
from charlotte.congress.importers.shapes.people.people_told import (
    Named,
    each_once,
    people_told,
    unbroken,
    with_affiliations,
)
from charlotte.congress.importers.shapes.people.roles import labelled, leads_alone, says_that_they_chair
from charlotte.congress.importers.shapes.people.surnames_first import writes_last_name_first
from charlotte.congress.importers.shapes.relations.references import Rows
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.trees.by_position import ROOM as BY_POSITION
from charlotte.congress.importers.shapes.values.behind_stops import bracketed, tell_behind_stops
from charlotte.congress.importers.shapes.values.words import Field
from charlotte.congress.importers.wording import (
    CANCELLED_WORDS,
    CHANGED_FIRST,
    MOVED_WORDS,
    is_cancelled,
    lines_of,
    plain,
    says_changed,
)
from charlotte.congress.model import Congress
from charlotte.congress.search.folding import fold

SAYS_CANCELLED = re.compile(rf"(?:{CANCELLED_WORDS})(?![a-z])", re.IGNORECASE)
SAYS_MOVED = re.compile(rf"(?<![^\W\d])(?:{MOVED_WORDS})(?![^\W\d])", re.IGNORECASE)
"""In a column of states: `EventCancelled`, "annullato il 3/10"."""


FEWEST_TALKS = 2
TABLE_OF_DOCUMENT = ": table "
"""What stands in the names of tables of one document, which are written in one way."""
FEWEST_WORDS = 4
FEWEST_ROWS = 2
MOST_COMPARED = 400


class RowCells:
    """The cells of one table as its mapping reads them."""

    def __init__(  # noqa: PLR0913 - everything that a row may need
        self,
        table: Table,
        mapped: TableMapping,
        mapping: FieldMapping,
        rows: Rows,
        congress: Congress,
        used: set[int],
        places: frozenset[str] = frozenset(),
    ) -> None:
        self.table = table
        self.mapped = mapped
        self.congress = congress
        self.places = places
        """The event's rooms, folded."""
        self._mapping = mapping
        self._rows = rows
        self._used = used
        self._swapped: dict[str, bool] = {}
        """Whether a list of people writes the last name first, by its table."""

    @cached_property
    def employers(self) -> bool:
        """Whether people are written with a comma and what they are behind their names."""
        people = self._named_in("speakers", "chairs")
        lines = [line for value in people for line in unbroken(value.splitlines())]
        lines += [line for value in self._named_in("title") for line in value.splitlines()[1:]]
        return writes_employers(lines)

    def _named_in(self, *fields: Field) -> Iterator[str]:
        """Yield what stands in the columns of fields, also in those of the other tables of its document."""
        document, numbered, _ = self.table.name.rpartition(TABLE_OF_DOCUMENT)
        beside = [one for one in self._mapping.tables if numbered and one.table.startswith(f"{document}{numbered}")]
        for mapped in beside or [self.mapped]:
            table = self._rows.table(mapped.table) if mapped is not self.mapped else self.table
            for field in fields:
                for column in mapped.columns_of(field):
                    yield from table.values(column)

    @cached_property
    def afternoons(self) -> Mapping[int, Hours]:
        """The hours of rows that leave out which half of the day they mean."""
        return afternoons_told(self.table, self.mapped)

    @cached_property
    def _last_first(self) -> frozenset[str]:
        """The columns that write the last name first."""
        return frozenset(one for one in self._of_people if writes_last_name_first(self.table.values(one)))

    @cached_property
    def _above(self) -> dict[str, frozenset[str]]:
        """The names in columns that tell below each where somebody works."""
        found = {one: names_above(self.table.values(one)) for one in self._of_people}
        return {column: names for column, names in found.items() if names}

    @cached_property
    def _behind_stops(self) -> frozenset[str]:
        """The columns that tell where somebody works behind a stop."""
        found = {one: "\n".join(self.table.values(one)).splitlines() for one in self._of_people}
        return frozenset(one for one, lines in found.items() if tell_behind_stops(lines))

    def _as_named(self, column: str, text: str) -> str:
        """Return what a cell says of people as names in lines, each with where somebody works behind it."""
        text = with_employers_behind(text, self._above[column]) if column in self._above else text
        return "\n".join(map(bracketed, text.splitlines())) if column in self._behind_stops else text

    @property
    def _of_people(self) -> tuple[str, ...]:
        return (*self.mapped.columns_of("speakers"), *self.mapped.columns_of("chairs"))

    @cached_property
    def _internal(self) -> tuple[str, ...]:
        return internal_columns(self.table)

    def kept_to_themselves(self, row: Row) -> list[str]:
        """Return what an office notes beside a session for itself where its first word says that it is off or moved.

        Nothing else of it is told: "hotel cancelled" is no change of the session.
        """
        said = (row.text(column) for column in self._internal if column not in self.mapped.columns)
        return [text for text in said if CHANGED_FIRST.match(text)]

    def cells(self, row: Row, field: Field) -> list[tuple[str, str]]:
        """Return what a row says of a field, also through the row that it names."""
        found = [(column, text) for column in self.mapped.columns_of(field) if (text := self._said(row, column, field))]
        for reading, other in self.joined(row):
            found += reading.cells(other, field)
        return found

    def _said(self, row: Row, column: str, field: Field) -> str:
        """Return what a cell says; where it only names a row of another table, what that is called."""
        if "#" not in self.mapped.looks_up.get(column, "") or field in ("session", "part_of", "title"):
            return row.text(column)
        linked = self._linked(row, column)
        return "\n".join(self._name_in(other, column) if other is not None else text for text, other in linked)

    def holder(self, row: Row) -> tuple[Row, str] | None:
        """Return the row that a row names as the session it is a part of, and that session's title."""
        for column in self.mapped.columns_of("part_of"):
            target = self.mapped.looks_up.get(column, "")
            other = self._rows.named(target, row.text(column)) if "#" in target else None
            name = target.partition("#")[0]
            mapped = self._mapping.of(name)
            if other is not None and other is not row and mapped is not None:
                cells = RowCells(
                    self._rows.table(name), mapped, self._mapping, self._rows, self.congress, self._used, self.places
                )
                if title := cells.title(other)[0]:
                    return other, title
        return None

    def joined(self, row: Row) -> list[tuple["RowCells", Row]]:
        """Return the rows of other tables that tell the rest about this one, each with how it is read."""
        found = []
        for column in self.mapped.columns_of("session"):
            target = self.mapped.looks_up.get(column, "")
            other = row.parent if column == PARENT else self._rows.named(target, row.text(column)) if target else None
            name = target.partition("#")[0]
            mapped = self._mapping.of(name)
            if other is not None and other is not row and mapped is not None and name != self.mapped.table:
                self._used.add(id(other))
                table = self._rows.table(name)
                found.append(
                    (RowCells(table, mapped, self._mapping, self._rows, self.congress, self._used, self.places), other)
                )
        return found

    def title(self, row: Row) -> tuple[str, str | None]:
        """Return the title in the event's first language, and the one in another."""
        titles = list(dict.fromkeys(text for _, text in self.cells(row, "title")))
        return (titles[0] if titles else label_of_slot(self.table, self.mapped, row)), (
            titles[1] if len(titles) > 1 else None
        )

    def has_people(self, row: Row) -> bool:
        """Return whether a row names anybody."""
        told = self.lines_of_title(row)
        return bool(told.people or told.chairs if told else any(self.people(row)))

    def lines_of_title(self, row: Row) -> CellText | None:
        """Return what the title's cell says where its lines name people too, and no column does."""
        told = self._lines(row)
        if told is None or not self.mapped.columns_of("speakers"):
            return told
        if (
            self.table.titled
            or told.parts
            or told.place
            or told.chairs
            or told.language
            or any(map(_is_remark, told.notes))
        ):
            return told
        is_beside = self._names_in_titles and not self._fills_speakers(row) or self._names_others(row)
        return told if told.people and is_beside else None

    def _names_others(self, row: Row) -> bool:
        """Return whether the column of people names by a label who takes part beside those below the title."""
        told = [labelled(text) for column in self.mapped.columns_of("speakers") if (text := row.text(column))]
        return bool(told) and all(told)

    def _lines(self, row: Row) -> CellText | None:
        for column in self.mapped.columns_of("title"):
            lines = [plain(line) for line in row.text(column).splitlines() if line.strip()]
            if len(lines) > 1:
                return read_lines([lines[0], *self._people_below.apart(lines[1:])], self.employers, self.places)
        return None

    @cached_property
    def _people_below(self) -> PeopleBelow:
        cells = [cell for one in self.mapped.columns_of("title") for cell in self.table.values(one, MOST_COMPARED)]
        return PeopleBelow.of(plain(line) for cell in cells for line in cell.splitlines()[1:])

    def talks_in_text(self, row: Row) -> CellText | None:
        """Return the talks that a description lists: lines that begin with a time, items that end with a name."""
        for _, text in self.cells(row, "abstract"):
            lines = lines_of(with_names_below(text))
            if sum(1 for line in lines if TIMED.match(line) or LISTED.match(line)) >= FEWEST_TALKS:
                told = read_lines(["", *lines], self.employers, self.places)
                return told if len(told.parts) >= FEWEST_TALKS else None
        return None

    def _fills_speakers(self, row: Row) -> bool:
        return any(row.text(column) or row.rows(column) for column in self.mapped.columns_of("speakers"))

    @cached_property
    def _names_in_titles(self) -> bool:
        """Whether several titles are followed by people where the column for them is empty."""
        free = (row for row in self.table.rows[:MOST_COMPARED] if not self._fills_speakers(row))
        return sum(1 for row in free if (told := self._lines(row)) is not None and told.people) >= FEWEST_ROWS

    def _linked(self, row: Row, column: str) -> list[tuple[str, Row | None]]:
        """Return what a cell says, each with the row of another table that it stands for."""
        target = self.mapped.looks_up.get(column)
        if target is None:
            return [(text, None)] if (text := row.text(column)) else []
        if "#" not in target:
            return [("", one) for one in row.rows(column)]
        values = row.cells.get(column, "")
        parts = [one for one in ((values,) if isinstance(values, str) else values) if isinstance(one, str) and one]
        found = [(part, self._rows.named(target, part)) for part in parts]
        if len(found) == 1 and found[0][1] is None:
            split = [part.strip() for part in found[0][0].replace(";", ",").replace("|", ",").split(",")]
            found = [(part, self._rows.named(target, part)) for part in split if part]
        return [(part, other) for part, other in found if other is not None or not self._rows.lacks(target, part)]

    def named(self, row: Row, field: Field, *, own_only: bool = False) -> str | None:
        """Return what a row names as its room, its track or its kind."""
        told = self.mapped.columns_of(field)
        for column in (one for one in told if one != BY_POSITION):
            if own_only and column in self.table.sections:
                continue  # the row that holds this one has read it
            for text, other in self._linked(row, column):
                name = self._name_in(other, column) if other is not None else text
                if name:
                    return name
        joined = (reading.named(other, field) for reading, other in self.joined(row))
        by_position = row.text(BY_POSITION) if BY_POSITION in told else ""
        return next((name for name in joined if name), None) or by_position or None

    def _name_in(self, other: Row, column: str) -> str:
        return _name_of(*self._meant(self._mapping.of(self.mapped.looks_up[column].partition("#")[0]), other))

    def people(self, row: Row) -> Named:
        """Return who a row names: those who speak, and those who chair."""
        found: list[DraftPerson] = []
        chairs: list[DraftPerson] = []
        linked: list[frozenset[str]] = []
        fields: tuple[Field, Field] = ("speakers", "chairs")
        told_in = [(field, column) for field in fields for column in self.mapped.columns_of(field)]
        if not self.mapped.columns_of("speakers") and not self._holds_talks:
            told_in = [("speakers" if leads_alone(column) else field, column) for field, column in told_in]
        for column_field, column in told_in:
            for text, other in self._linked(row, column):
                if other is not None:
                    person = self._person(other, column)
                    linked.append(frozenset(fold(person.name).split()))
                    (chairs if column_field == "chairs" or self._leads(other, column) else found).append(person)
                elif text:
                    text = self._as_named(column, text)
                    named = people_told(text, column in self._last_first, self.employers)
                    found += named[0] if column_field == "speakers" else ()
                    chairs += named[1] if column_field == "speakers" else (*named[0], *named[1])
        found, chairs = _in_full(found, linked), _in_full(chairs, linked)
        for reading, joined in self.joined(row):
            others = reading.people(joined)
            found += others[0]
            chairs += others[1]
        found = with_affiliations(found, [text for _, text in self.cells(row, "affiliation")])
        return each_once(found), each_once(chairs)

    @cached_property
    def _holds_talks(self) -> bool:
        """Whether the rows of another table say that they are held in this one's: who leads these, chairs."""
        own = {id(row) for row in self.table.rows}
        inside = (one.table for one in self._mapping.tables if one.role == "sessions" and one.table != self.table.name)
        return any(id(row.parent) in own for name in inside for row in self._rows.table(name).rows) or any(
            one.looks_up.get(column, "").partition("#")[0] == self.table.name
            for one in self._mapping.tables
            for column in one.columns_of("part_of")
        )

    def _leads(self, other: Row, column: str) -> bool:
        """Return whether a row of a list of people says itself that they chair: what holds their session does not."""
        name = self.mapped.looks_up[column].partition("#")[0]
        mapped, above = self._mapping.of(name), self._rows.table(name).sections
        works = mapped.columns_of("affiliation") if mapped is not None else ()  # "President" of what they work for
        return any(says_that_they_chair(other.text(one)) for one in other.cells if one not in (*above, *works))

    def _person(self, other: Row, column: str) -> DraftPerson:
        mapped, other = self._meant(self._mapping.of(self.mapped.looks_up[column].partition("#")[0]), other)
        organisation = self._employer(mapped, other) if mapped else None
        name = plain(_name_of(mapped, other))
        if mapped is not None and mapped.table not in self._swapped:
            cells = [cell for one in mapped.columns_of("title") for cell in self._rows.table(mapped.table).values(one)]
            self._swapped[mapped.table] = writes_last_name_first(cells)
        is_swapped = mapped is not None and self._swapped[mapped.table]
        return DraftPerson(first_name_first(name) or name if is_swapped else name, None, organisation)

    def _employer(self, mapped: TableMapping, person: Row) -> str | None:
        for column in mapped.columns_of("affiliation"):
            target = mapped.looks_up.get(column, "")
            other = self._rows.named(target, person.text(column)) if "#" in target else None
            found = _name_of(self._mapping.of(target.partition("#")[0]), other) if other else person.text(column)
            if found:
                return found
        return None

    def _meant(self, mapped: TableMapping | None, other: Row) -> tuple[TableMapping | None, Row]:
        """Return the row that a row of a list stands for, where it only names another by its number."""
        for column, target in mapped.looks_up.items() if mapped is not None else ():
            if mapped is None or mapped.columns.get(column) not in ("title", "speakers"):
                continue
            named = self._rows.named(target, other.text(column)) if "#" in target else None
            if named is not None and named is not other:
                return self._mapping.of(target.partition("#")[0]), named
        return mapped, other

    def is_cancelled(self, row: Row, status: str) -> bool:
        """Return whether a row's state, or a column of it, says that it is cancelled."""
        if is_cancelled(f"[{status}]") or SAYS_CANCELLED.search(status):
            return True
        return flags_cancelled(self.cells(row, "status"))

    def is_hidden(self, row: Row) -> bool:
        """Return whether a flag of a row, or of one that tells more about it, keeps it from visitors."""
        hidden = flags_hidden(self.table, row, self.mapped.columns_of("status"))
        return hidden or any(reading.is_hidden(other) for reading, other in self.joined(row))


def _in_full(people: Sequence[DraftPerson], linked: Sequence[frozenset[str]]) -> list[DraftPerson]:
    """Return people without the last names that a sheet looks up beside their numbers; `linked` are words of names."""
    return [one for one in people if not any({*fold(one.name).split()} < words for words in linked)]


def _is_remark(note: str) -> bool:
    """Return whether a line below a title is no part of it that was broken, but says more: a change, a sentence."""
    is_sentence = note.endswith((".", "!", "?")) and len(note.split()) > FEWEST_WORDS
    return says_changed(note) is not None or is_sentence


def _name_of(mapped: TableMapping | None, row: Row) -> str:
    if mapped is None:
        return ""
    parts = [row.text(c) for field in ("first_name", "last_name") for c in mapped.columns_of(field)]
    return " ".join(filter(None, parts)) or first_of([row.text(c) for c in mapped.columns_of("title")]) or ""


def first_of(texts: Sequence[str]) -> str | None:
    """Return the first text that is not empty."""
    return next((text for text in texts if text), None)
