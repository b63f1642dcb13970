"""Rows and their mapping made into drafts of sessions."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.shapes.cells.cell_text import CellText
from charlotte.congress.importers.shapes.columns.mapping import PARENT, FieldMapping
from charlotte.congress.importers.shapes.drafting.ends import with_ends
from charlotte.congress.importers.shapes.drafting.held_inside import held_inside, is_break, is_within
from charlotte.congress.importers.shapes.drafting.parts import in_turn
from charlotte.congress.importers.shapes.drafting.parts_cancelled import with_parts_cancelled
from charlotte.congress.importers.shapes.drafting.rooms_in_titles import with_rooms_ahead
from charlotte.congress.importers.shapes.drafting.row_cells import RowCells
from charlotte.congress.importers.shapes.drafting.row_draft import Part, RowDraft
from charlotte.congress.importers.shapes.drafting.unscheduled import unscheduled
from charlotte.congress.importers.shapes.people.people_told import people_told
from charlotte.congress.importers.shapes.relations.directory import with_directory
from charlotte.congress.importers.shapes.relations.references import Rows
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.times.placing import Told, place
from charlotte.congress.model import Congress

MOST_ROOMS = 2_000
LONGEST_ROOM = 50


def drafts(
    tables: Sequence[Table], mapping: FieldMapping, congress: Congress, rooms: Iterable[str] = ()
) -> Iterator[Draft]:
    """Yield a draft for every row of the tables that hold sessions."""
    spelled = {room.casefold(): room for room in (*_rooms_told(tables, mapping), *rooms)}
    told = with_rooms_ahead(_drafts(tables, mapping, congress, frozenset(spelled)))
    found = (replace(one, room=spelled.get((one.room or "").casefold(), one.room)) for one in told)
    records = frozenset(row.place for table in tables if table.of_records for row in table.rows)
    ended = with_ends(found, records, _left_open(tables, mapping))
    yield from with_directory(in_turn(with_parts_cancelled(ended)), tables, mapping)


def _left_open(tables: Sequence[Table], mapping: FieldMapping) -> frozenset[str]:
    """Return the places of records without an end or a length in lists that tell them."""
    found: set[str] = set()
    for table in tables:
        mapped = mapping.of(table.name)
        if mapped is None or not table.of_records:
            continue
        columns = [*mapped.columns_of("end"), *mapped.columns_of("duration")]
        ended = sum(any(row.text(column) for column in columns) for row in table.rows)
        if 2 * ended > len(table.rows):
            found |= {row.place for row in table.rows}
    return frozenset(found)


def _rooms_told(tables: Sequence[Table], mapping: FieldMapping) -> Iterator[str]:
    """Yield what the columns of rooms name, the first spelling last."""
    for table in tables:
        mapped = mapping.of(table.name)
        if mapped is None or mapped.role != "sessions":
            continue
        for column in mapped.columns_of("room"):
            names = [] if column in mapped.looks_up else list(dict.fromkeys(table.values(column, MOST_ROOMS)))
            yield from (name for name in reversed(names) if len(name) <= LONGEST_ROOM and " + " not in name)


def _drafts(
    tables: Sequence[Table], mapping: FieldMapping, congress: Congress, places: frozenset[str]
) -> Iterator[Draft]:
    rows = Rows(tables)
    by_row: dict[int, Part] = {}
    used: set[int] = set()
    held = [one for one in tables if (as_one := mapping.of(one.name)) is not None and as_one.role == "sessions"]
    holders = {id(row.parent) for table in held for row in table.rows if row.parent is not None}
    for table in _holders_first(tables, mapping):
        mapped = mapping.of(table.name)
        if mapped is None or mapped.role != "sessions":
            continue
        reading = _Reading(RowCells(table, mapped, mapping, rows, congress, used, places))
        yield from reading.drafts(by_row, holders)
    yield from _unused(tables, mapping, rows, congress, used, places)


def _holders_first(tables: Sequence[Table], mapping: FieldMapping) -> list[Table]:
    """Return the tables, those whose rows are parts of others' rows behind the others."""
    told = {
        one.looks_up.get(column, "").partition("#")[0]
        for one in mapping.tables
        for column in one.columns_of("session")
        if column != PARENT
    }
    named = {id(row) for table in tables if table.name in told for row in table.rows}

    def is_of_parts(table: Table) -> bool:
        mapped = mapping.of(table.name)
        columns = mapped.columns_of("part_of") if mapped is not None else ()
        targets = {mapped.looks_up.get(column, "").partition("#")[0] for column in columns} if mapped else set()
        return bool(targets - {"", table.name}) or any(id(row.parent) in named for row in table.rows)

    return sorted(tables, key=is_of_parts)


def _unused(  # noqa: PLR0913 - everything that a row may need
    tables: Sequence[Table],
    mapping: FieldMapping,
    rows: Rows,
    congress: Congress,
    used: set[int],
    places: frozenset[str],
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
        if mapped is None or table.name not in joined or not mapped.columns_of("title"):
            continue
        reading = _Reading(RowCells(table, mapped, mapping, rows, congress, used, places))
        yield from (part.draft for row in table.rows if id(row) not in used and (part := reading.part(row, {}, None)))


class _Reading:
    """One table as its mapping reads it."""

    def __init__(self, cells: RowCells) -> None:
        self._cells = cells
        self._part_begun = False
        self._unscheduled = unscheduled(cells)

    def drafts(self, by_row: dict[int, Part], holders: Set[int]) -> Iterator[Draft]:
        """Yield the drafts of the table's rows; a row without a time goes on from the one before it.

        `holders` are rows (their `id`) that hold others: one without a title is a slot, and no session.
        """
        before: Part | None = None
        told: Told | None = None
        for row in sorted(self._cells.table.rows, key=lambda one: self._cells.holder(one) is not None):
            part = self.part(row, by_row, told)
            if part is None or not part.draft.title and id(row) in holders:
                continue
            if part.draft.repeated:
                yield part.draft
                continue
            part = self._continued(part, before)
            by_row |= dict.fromkeys((id(row), *(id(other) for _, other in self._cells.joined(row))), part)
            told = part.placed.told
            if part.draft.start is not None and part.draft.part_of is None:
                before, self._part_begun = part, False
            yield part.draft
            yield from self._talks(part, self._cells.lines_of_title(row) or self._cells.talks_in_text(row))

    def _talks(self, part: Part, told: CellText | None) -> Iterator[Draft]:
        """Yield the talks that the title's cell tells below its session."""
        outer = part.draft
        if told is None or outer.start is None:
            return
        for talk in told.parts:
            days = ((self._cells.congress.day_of(outer.start).isoformat(), True),)
            when = replace(part.placed.told, days=days, start=talk.start, end=talk.end or None, length=None)
            placed = place(outer.row, when, self._cells.congress)
            named = people_told(talk.people, employers=self._cells.employers)
            yield Draft(
                row=outer.row,
                title=talk.title,
                start=placed.start if talk.start else outer.start,
                end=placed.end if talk.start else outer.end,
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
        read = RowDraft(self._cells, row)
        if read.says_nothing:
            return None
        if read.is_left_out:
            return read.not_shown()
        holder = self._cells.holder(row)
        is_slot = any(other is row.parent for _, other in self._cells.joined(row))  # of its parent, which is no whole
        outer = by_row.get(id(row.parent)) if row.parent is not None and not is_slot else None
        outer = outer or (by_row.get(id(holder[0])) if holder is not None else None)
        return read.part(outer, before)

    def _continued(self, part: Part, before: Part | None) -> Part:
        """Return a row without a time of its own as held with the row before: parallel to it, or a part of it."""
        draft = part.draft
        if before is not None and (is_within(draft, before.draft) or self._opens(part, before)):
            inside = replace(draft, part_of=before.draft.title)
            return replace(part, draft=held_inside(inside, before.draft))
        if draft.start is not None or before is None or part.placed.told.start or draft.cancelled or draft.part_of:
            return part
        if self._cells.table.of_records or id(part.row) in self._unscheduled:
            return part
        if not self._cells.mapped.columns_of("start") or part.placed.told.days != before.placed.told.days:
            return part
        earlier = before.draft
        if draft.room and draft.room != earlier.room:
            start, end = earlier.start, earlier.end
            return replace(part, draft=replace(draft, start=start, end=end))
        inside = replace(draft, part_of=earlier.part_of or earlier.title)
        return replace(part, draft=held_inside(inside, earlier))

    def _opens(self, part: Part, before: Part) -> bool:
        """Return whether a row that only begins is a talk of the one before it, which says how long it takes.

        The first of them begins with it; the others follow before it ends.
        """
        draft, outer = part.draft, before.draft
        if draft.end is not None or draft.part_of or draft.room not in (None, outer.room) or draft.start is None:
            return False
        if outer.start is None or outer.end is None or is_break(outer):
            return False
        begins = draft.start == outer.start or self._part_begun
        self._part_begun = begins and outer.start <= draft.start < outer.end
        return self._part_begun
