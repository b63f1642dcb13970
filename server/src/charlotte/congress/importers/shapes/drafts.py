"""Rows and their mapping made into drafts of sessions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from charlotte.congress.importers.draft import Draft, DraftPerson
from charlotte.congress.importers.shapes.cell_text import TIMED, CellText, read_lines
from charlotte.congress.importers.shapes.day_line import is_day
from charlotte.congress.importers.shapes.mapping import PARENT, FieldMapping, TableMapping
from charlotte.congress.importers.shapes.names import people_in, writes_employers, writes_last_name_first
from charlotte.congress.importers.shapes.parts import in_turn
from charlotte.congress.importers.shapes.people_told import Named, each_once, people_told, with_affiliations
from charlotte.congress.importers.shapes.place_behind import place_behind
from charlotte.congress.importers.shapes.placing import Placed, Told, place
from charlotte.congress.importers.shapes.references import Rows
from charlotte.congress.importers.shapes.roles import says_that_they_chair
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.words import Field, language_of, words_of
from charlotte.congress.importers.wording import CANCELLED_WORDS, is_cancelled, kind_of, moved_mark, plain, says_changed
from charlotte.congress.model import Congress

NO = frozenset("false no n 0 non nein falso faux falsch".split())
YES = frozenset("true yes y x 1 si sì ja oui s vero wahr vrai".split())
FLAG_NAMES = frozenset(CANCELLED_WORDS.split("|")) | {"iscancelled", "iscanceled", "is cancelled", "is canceled"}
SAYS_CANCELLED = re.compile(rf"(?:{CANCELLED_WORDS})(?![a-z])", re.IGNORECASE)
"""In a column of states: `EventCancelled`, "annullato il 3/10"."""
SHOWN = frozenset("active published visible public".split())
"""Columns that say whether visitors see a session."""
LEFT_OUT = frozenset("rejected declined withdrawn draft submitted rifiutato abgelehnt refuse rechazado".split())


@dataclass(frozen=True)
class Part:
    """A draft, and the row that it came from."""

    draft: Draft
    row: Row
    placed: Placed


def drafts(tables: Sequence[Table], mapping: FieldMapping, congress: Congress) -> Iterator[Draft]:
    """Yield a draft for every row of the tables that hold sessions."""
    yield from in_turn(_drafts(tables, mapping, congress))


def _drafts(tables: Sequence[Table], mapping: FieldMapping, congress: Congress) -> Iterator[Draft]:
    rows = Rows(tables)
    by_row: dict[int, Part] = {}
    used: set[int] = set()
    for table in tables:
        mapped = mapping.of(table.name)
        if mapped is None or mapped.role != "sessions":
            continue
        reading = _Reading(table, mapped, mapping, rows, congress, used)
        yield from reading.drafts(by_row)
    yield from _unused(tables, mapping, rows, congress, used)


def _unused(
    tables: Sequence[Table], mapping: FieldMapping, rows: Rows, congress: Congress, used: set[int]
) -> Iterator[Draft]:
    """Yield the sessions that no slot names: accepted, but without a time."""
    joined = {
        one.looks_up[column].partition("#")[0]
        for one in mapping.tables
        if one.role == "sessions"
        for column in one.columns_of("session")
        if column in one.looks_up
    }
    for table in tables:
        mapped = mapping.of(table.name)
        if mapped is None or table.name not in joined:
            continue
        reading = _Reading(table, mapped, mapping, rows, congress, used)
        yield from (part.draft for row in table.rows if id(row) not in used and (part := reading.part(row, {}, None)))


class _Reading:
    """One table as its mapping reads it."""

    def __init__(  # noqa: PLR0913 - everything that a row may need
        self, table: Table, mapped: TableMapping, mapping: FieldMapping, rows: Rows, congress: Congress, used: set[int]
    ) -> None:
        self._table = table
        self._mapped = mapped
        self._mapping = mapping
        self._rows = rows
        self._congress = congress
        self._used = used
        self._part_begun = False

    @cached_property
    def _employers(self) -> bool:
        """Whether people are written with a comma and what they are behind their names."""
        lines = [line for value in self._named_in("speakers", "chairs") for line in value.splitlines()]
        lines += [line for value in self._named_in("title") for line in value.splitlines()[1:]]
        return writes_employers(lines)

    def _named_in(self, *fields: Field) -> Iterator[str]:
        for field in fields:
            for column in self._mapped.columns_of(field):
                yield from self._table.values(column)

    @cached_property
    def _last_first(self) -> frozenset[str]:
        """The columns that write the last name first."""
        columns = (*self._mapped.columns_of("speakers"), *self._mapped.columns_of("chairs"))
        return frozenset(one for one in columns if writes_last_name_first(self._table.values(one)))

    def drafts(self, by_row: dict[int, Part]) -> Iterator[Draft]:
        """Yield the drafts of the table's rows; a row without a time goes on from the one before it."""
        before: Part | None = None
        told: Told | None = None
        for row in self._table.rows:
            part = self.part(row, by_row, told)
            if part is None:
                continue
            part = self._continued(part, before)
            by_row[id(row)] = part
            told = part.placed.told
            if part.draft.start is not None and part.draft.part_of is None:
                before, self._part_begun = part, False
            yield part.draft
            yield from self._talks(part, self._lines_of_title(row))

    def _talks(self, part: Part, told: CellText | None) -> Iterator[Draft]:
        """Yield the talks that the title's cell tells below its session."""
        outer = part.draft
        if told is None or outer.start is None:
            return
        for talk in told.parts:
            days = ((self._congress.day_of(outer.start).isoformat(), True),)
            when = replace(part.placed.told, days=days, start=talk.start, end=talk.end or None, length=None)
            placed = place(outer.row, when, self._congress)
            named = people_told(talk.people, employers=self._employers)
            yield Draft(
                row=outer.row,
                title=talk.title,
                start=placed.start,
                end=placed.end,
                room=outer.room,
                track=outer.track,
                language=outer.language,
                speakers=named[0],
                chairs=named[1],
                cancelled=outer.cancelled,
                part_of=outer.title,
                warnings=placed.warnings,
            )

    def part(self, row: Row, by_row: dict[int, Part], before: Told | None) -> Part | None:
        """Return the draft of one row; None when it is empty or was not accepted."""

        def texts(field: Field) -> list[str]:
            return [text for _, text in self._cells(row, field)]

        title, other_title = self._title(row)
        told_in_title = self._lines_of_title(row)
        inside = TIMED.match(title)
        title = told_in_title.title if told_in_title else title[inside.end() :] if inside else title
        notes = [*texts("notes"), *(told_in_title.notes if told_in_title else ())]
        changed_by = next((note for note in notes if says_changed(note)), "")
        changed = says_changed(changed_by)
        mark = moved_mark(title)
        status = " ".join(texts("status")).casefold()
        hidden = any(t.casefold() in NO and (words_of(c) or ("",))[-1] in SHOWN for c, t in self._cells(row, "status"))
        if hidden or any(one.casefold() in LEFT_OUT for one in texts("status")) or not title and not texts("start"):
            return None
        outer = by_row.get(id(row.parent)) if row.parent is not None else None
        told = Told(
            days=tuple((text, column in self._table.sections) for column, text in self._cells(row, "date")),
            start=inside[1] if inside else _first(texts("start")),
            end=inside[2] if inside else _first(texts("end")) or row.text("last time"),
            length=_first(texts("duration")),
            order=self._mapped.date_order,
            unit=self._mapped.duration_unit,
            utc=any("utc" in column.casefold() for column in self._mapped.columns_of("start")),
        )
        above = [text for column in self._table.sections if (text := row.text(column))]
        day_above = tuple((text, True) for text in above if is_day(text))
        told = replace(told, days=(*told.days, *(one for one in day_above if one not in told.days)))
        if before is not None and not told.days and not self._mapped.columns_of("date"):
            told = told.on_the_day_of(None)
        elif before is not None:
            told = told.on_the_day_of(before)
        placed = place(row.place, told, self._congress)
        title, place_told, beside = place_behind(title, texts("kind"), self._has_people(row))
        notes += [beside] if beside else []
        people, chairs = self._people(row)
        if told_in_title:
            also_speak, also = people_told("\n".join(told_in_title.people), employers=self._employers)
            people = each_once((*people, *also_speak))
            led = (people_in(line, employers=self._employers) for line in told_in_title.chairs)
            chairs = each_once((*chairs, *also, *(one for line in led for one in line)))
            place_told = place_told or told_in_title.place
        track, kind = self._named(row, "track", own_only=outer is not None), self._named(row, "kind")
        if track == kind and kind_of(kind, title, bool(people or chairs)) == "break":
            track = None  # "Eat" is no subject
        draft = Draft(
            row=row.place,
            id=_first(texts("id")),
            title=title,
            start=placed.start,
            end=placed.end,
            room=place_told or self._named(row, "room", own_only=outer is not None),
            track=track,
            format_name=kind or (told_in_title.kind if told_in_title else None),
            language=_first(texts("language")),
            subtitle=_first(texts("subtitle")) or other_title,
            abstract="\n\n".join(dict.fromkeys([*texts("abstract"), *notes])) or None,
            speakers=people,
            chairs=chairs,
            url=_first(texts("url")),
            cancelled=self._is_cancelled(row, status) or changed == "cancelled",
            moved=mark is not None or moved_mark(f"[{status}]") is not None or changed == "moved",
            moved_from=changed_by or mark or None,
            part_of=outer.draft.title if outer else None,
            warnings=placed.warnings,
        )
        return Part(_inside(draft, outer.draft) if outer else draft, row, placed)

    def _continued(self, part: Part, before: Part | None) -> Part:
        """Return a row without a time of its own as held with the row before: parallel to it, or a part of it."""
        draft = part.draft
        if before is not None and (_is_within(draft, before.draft) or self._opens(part, before)):
            return replace(part, draft=replace(draft, part_of=before.draft.title))
        if draft.start is not None or before is None or part.placed.told.start or draft.cancelled or draft.part_of:
            return part
        if not self._mapped.columns_of("start") or part.placed.told.days != before.placed.told.days:
            return part
        earlier = before.draft
        if draft.room and draft.room != earlier.room:
            start, end = earlier.start, earlier.end
            return replace(part, draft=replace(draft, start=start, end=end))
        inside = replace(draft, part_of=earlier.part_of or earlier.title)
        return replace(part, draft=_inside(inside, earlier))

    def _opens(self, part: Part, before: Part) -> bool:
        """Return whether a row that only begins is a talk of the one before it, which says how long it takes.

        The first of them begins with it; the others follow before it ends.
        """
        draft, outer = part.draft, before.draft
        if draft.end is not None or draft.part_of or draft.room != outer.room or draft.start is None:
            return False
        if outer.start is None or outer.end is None or kind_of(outer.format_name, outer.title, False) == "break":
            return False
        begins = draft.start == outer.start or self._part_begun
        self._part_begun = begins and outer.start <= draft.start < outer.end
        return self._part_begun

    def _cells(self, row: Row, field: Field) -> list[tuple[str, str]]:
        """Return what a row says of a field, also through the row that it names."""
        found = [(column, text) for column in self._mapped.columns_of(field) if (text := row.text(column))]
        for reading, other in self._joined(row):
            found += reading._cells(other, field)
        return found

    def _joined(self, row: Row) -> list[tuple["_Reading", Row]]:
        """Return the rows of other tables that tell the rest about this one, each with how it is read."""
        found = []
        for column in self._mapped.columns_of("session"):
            target = self._mapped.looks_up.get(column, "")
            other = row.parent if column == PARENT else self._rows.named(target, row.text(column)) if target else None
            name = target.partition("#")[0]
            mapped = self._mapping.of(name)
            if other is not None and other is not row and mapped is not None and name != self._mapped.table:
                self._used.add(id(other))
                table = self._rows.table(name)
                found.append((_Reading(table, mapped, self._mapping, self._rows, self._congress, self._used), other))
        return found

    def _title(self, row: Row) -> tuple[str, str | None]:
        """Return the title in the event's first language, and the one in another."""
        cells = self._cells(row, "title")
        order = {language: at for at, language in enumerate(self._congress.languages)}
        cells.sort(key=lambda cell: order.get(language_of(cell[0]) or "", len(order)))
        titles = list(dict.fromkeys(text for _, text in cells))
        return (titles[0] if titles else ""), (titles[1] if len(titles) > 1 else None)

    def _has_people(self, row: Row) -> bool:
        told = self._lines_of_title(row)
        return bool(told.people or told.chairs if told else any(self._people(row)))

    def _lines_of_title(self, row: Row) -> CellText | None:
        """Return what the title's cell says where its lines name people too, and no column does."""
        for column in self._mapped.columns_of("title"):
            lines = [plain(line) for line in row.text(column).splitlines() if line.strip()]
            if len(lines) > 1:
                told = read_lines(lines, self._employers)
                apart = told.parts or told.place or told.chairs or any(map(says_changed, told.notes))
                return None if self._mapped.columns_of("speakers") and not apart else told
        return None

    def _linked(self, row: Row, column: str) -> list[tuple[str, Row | None]]:
        """Return what a cell says, each with the row of another table that it stands for."""
        target = self._mapped.looks_up.get(column)
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
        return found

    def _named(self, row: Row, field: Field, *, own_only: bool = False) -> str | None:
        for column in self._mapped.columns_of(field):
            if own_only and column in self._table.sections:
                continue  # the row that holds this one has read it
            for text, other in self._linked(row, column):
                name = self._name_in(other, column) if other is not None else text
                if name:
                    return name
        joined = (reading._named(other, field) for reading, other in self._joined(row))
        return next((name for name in joined if name), None)

    def _name_in(self, other: Row, column: str) -> str:
        mapped = self._mapping.of(self._mapped.looks_up[column].partition("#")[0])
        if mapped is None:
            return ""
        parts = [other.text(c) for field in ("first_name", "last_name") for c in mapped.columns_of(field)]
        return " ".join(filter(None, parts)) or _first([other.text(c) for c in mapped.columns_of("title")]) or ""

    def _people(self, row: Row) -> Named:
        """Return who a row names: those who speak, and those who chair."""
        found: list[DraftPerson] = []
        chairs: list[DraftPerson] = []
        fields: tuple[Field, Field] = ("speakers", "chairs")
        told_in = [(field, column) for field in fields for column in self._mapped.columns_of(field)]
        for column_field, column in told_in:
            for text, other in self._linked(row, column):
                if other is not None:
                    leads = column_field == "chairs" or any(
                        says_that_they_chair(other.text(one)) for one in other.cells
                    )
                    (chairs if leads else found).append(self._person(other, column))
                elif text:
                    named = people_told(text, column in self._last_first, self._employers)
                    found += named[0] if column_field == "speakers" else ()
                    chairs += named[1] if column_field == "speakers" else (*named[0], *named[1])
        for reading, joined in self._joined(row):
            others = reading._people(joined)
            found += others[0]
            chairs += others[1]
        found = with_affiliations(found, [text for _, text in self._cells(row, "affiliation")])
        return each_once(found), each_once(chairs)

    def _person(self, other: Row, column: str) -> DraftPerson:
        mapped = self._mapping.of(self._mapped.looks_up[column].partition("#")[0])
        organisation = _first([other.text(c) for c in mapped.columns_of("affiliation")]) if mapped else None
        return DraftPerson(plain(self._name_in(other, column)), None, organisation)

    def _is_cancelled(self, row: Row, status: str) -> bool:
        if is_cancelled(f"[{status}]") or SAYS_CANCELLED.search(status):
            return True
        flags = (column for column in self._mapped.columns_of("status") if column.casefold() in FLAG_NAMES)
        return any(row.text(column).casefold() in YES for column in flags)


def _is_within(draft: Draft, outer: Draft) -> bool:
    """Return whether a row is held in the room and the time of one that names nobody: a session's talk."""
    if draft.part_of or outer.speakers or not draft.speakers or draft.room != outer.room or not outer.room:
        return False
    if draft.start is None or draft.end is None or outer.start is None or outer.end is None:
        return False
    shorter = draft.end - draft.start < outer.end - outer.start
    return shorter and outer.start <= draft.start and draft.end <= outer.end


def _inside(draft: Draft, outer: Draft) -> Draft:
    """Return the draft of a paper, which is held where and when its session is unless it says otherwise."""
    start: datetime | None = draft.start or outer.start
    end = draft.end if draft.start is not None else outer.end
    return replace(draft, start=start, end=end, room=draft.room or outer.room, track=draft.track or outer.track)


def _first(texts: Sequence[str]) -> str | None:
    return next((text for text in texts if text), None)
