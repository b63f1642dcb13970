"""One row of a table made a draft: what it is called, when and where it is held, who speaks, what changed about it."""

import re
from dataclasses import dataclass, replace

from charlotte.congress.importers.draft import Draft, DraftPerson
from charlotte.congress.importers.shapes.cells.line_starts import TIMED
from charlotte.congress.importers.shapes.columns.beside import details_told, languages_told, was_before
from charlotte.congress.importers.shapes.drafting.held_inside import held_inside
from charlotte.congress.importers.shapes.drafting.parts_cancelled import who_is_missed
from charlotte.congress.importers.shapes.drafting.row_cells import SAYS_MOVED, RowCells, first_of
from charlotte.congress.importers.shapes.people.names import people_in
from charlotte.congress.importers.shapes.people.people_told import each_once, people_told
from charlotte.congress.importers.shapes.people.roles import leads_beside
from charlotte.congress.importers.shapes.rows import Row
from charlotte.congress.importers.shapes.sheets.cells import LAST_TIME
from charlotte.congress.importers.shapes.times.day_line import is_day
from charlotte.congress.importers.shapes.times.placing import Placed, Told, place
from charlotte.congress.importers.shapes.times.until import end_after
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.people_in_titles import people_in_title
from charlotte.congress.importers.shapes.values.place_behind import place_behind
from charlotte.congress.importers.shapes.values.place_for_people import place_told
from charlotte.congress.importers.shapes.values.spoken_in import without_badge
from charlotte.congress.importers.shapes.values.states import state_of
from charlotte.congress.importers.shapes.values.words import Field
from charlotte.congress.importers.wording import kind_of, kind_shouted, moved_mark, says_changed
from charlotte.congress.model import RowWarning

STOP = re.compile(r"(?<=[^\W\d_]{3})\.$|(?<=\d)\.$")
"""What ends the sentence that a room stood last in; an abbreviation is shorter."""
NOT_PLACED = Placed(None, None, Told())
People = tuple[DraftPerson, ...]


@dataclass(frozen=True)
class Part:
    """A draft, and the row that it came from."""

    draft: Draft
    row: Row
    placed: Placed


class RowDraft:
    """What one row tells of its session, as its mapping reads it."""

    def __init__(self, cells: RowCells, row: Row) -> None:
        self._cells = cells
        self._row = row
        written, self._other_title = cells.title(row)
        self._told = cells.lines_of_title(row)
        self._timed = TIMED.match(written)
        bare = written[self._timed.end() :] if self._timed else written
        self._shouted, title = kind_shouted(self._told.title if self._told else bare)
        self._title, self._spoken = without_badge(title)
        self._states = {state_of(text) for text in self._texts("status")}

    @property
    def says_nothing(self) -> bool:
        """Whether it names neither a session nor when one begins."""
        return not self._title and not self._texts("start")

    @property
    def is_left_out(self) -> bool:
        """Whether the file hides it, calls it a draft, or withdrew it before it had a time."""
        is_withdrawn = "withdrawn" in self._states and not self._texts("start")
        return self._cells.is_hidden(self._row) or "left_out" in self._states or is_withdrawn

    def not_shown(self) -> Part:
        """Return it as a row that no session is made of, with the warning that says so."""
        title, said = self._title, " ".join(self._texts("status"))[:40] or "not shown"
        message = f"{title[:80]!r} is {said!r} in the file and was left out."
        warning = RowWarning(self._row.place, "not_shown", message, {"title": title[:80]})
        return Part(Draft(self._row.place, title, None, repeated=True, warnings=(warning,)), self._row, NOT_PLACED)

    def part(self, outer: Part | None, before: Told | None) -> Part:
        """Return its draft; `outer` is what it is held in, and `before` when the row above it was."""
        placed = place(self._row.place, self._when(outer, before), self._cells.congress)
        draft = self._changed(self._draft(placed, outer))
        return Part(held_inside(draft, outer.draft) if outer else draft, self._row, placed)

    def _texts(self, field: Field) -> list[str]:
        return [text for _, text in self._cells.cells(self._row, field)]

    def _notes(self) -> list[str]:
        return [*self._texts("notes"), *(self._told.notes if self._told else ())]

    def _when(self, outer: Part | None, before: Told | None) -> Told:
        """Return when it says that it is held, on the day of the row before where it names none."""
        cells, mapped, row = self._cells, self._cells.mapped, self._row
        start = self._timed[1] if self._timed else first_of(self._texts("start"))
        end = first_of(self._texts("end"))
        if not self._timed and (meant := cells.afternoons.get(id(row))) is not None:
            start, end = meant.start, meant.end or end
        last = row.text(LAST_TIME)
        last = last if read_when(last).end is not None else end_after(start or "", last) or last
        told = Told(
            days=tuple((text, column in cells.table.sections) for column, text in cells.cells(row, "date")),
            start=start,
            end=self._timed[2] if self._timed else end or last,
            length=first_of(self._texts("duration")),
            order=mapped.date_order,
            unit=mapped.duration_unit,
            utc=any("utc" in column.casefold() for column in mapped.columns_of("start")),
        )
        told = replace(told, days=(*told.days, *(one for one in self._days_above() if one not in told.days)))
        if before is not None:
            tells_no_day = not told.days and not mapped.columns_of("date")
            told = told.on_the_day_of(None if tells_no_day else before)
        return self._within(told, outer)

    def _days_above(self) -> tuple[tuple[str, bool], ...]:
        """Return the days that stand above the row; the first and the last of the whole event are nobody's."""
        row, sections = self._row, self._cells.table.sections
        above = {column: row.text(column) for column in sections if is_day(row.text(column))}
        whole = [column for column in above if "." in column and not any(mark in column for mark in "[{")]
        if len({above[column] for column in whole}) > 1:
            above = {column: text for column, text in above.items() if column not in whole}
        return tuple((text, True) for text in above.values())

    def _within(self, told: Told, outer: Part | None) -> Told:
        """Return what a talk tells of its time: on the day of its session, from its begin where only a length is."""
        if outer is None or outer.draft.start is None:
            return told
        begin = outer.draft.start.astimezone(self._cells.congress.zone)
        ends = self._cells.mapped.columns_of("end")
        if told.length and all(column in self._cells.table.sections for column in ends):
            told = replace(told, end=None)  # that of its session
        told = told if told.days else replace(told, days=((self._cells.congress.day_of(begin).isoformat(), True),))
        return replace(told, start=f"{begin:%H:%M}", utc=False) if told.length and not told.start else told

    def _draft(self, placed: Placed, outer: Part | None) -> Draft:
        cells, row, told = self._cells, self._row, self._told
        room = cells.named(row, "room", own_only=outer is not None)
        title, where, beside = place_behind(
            self._title, self._texts("kind"), cells.has_people(row), cells.places, bool(room)
        )
        title, people, chairs, where = self._who_and_where(title, where)
        language, in_words = languages_told(
            first_of(self._texts("language")) or (told and told.language) or self._spoken or None
        )
        said = [*(text for text in self._texts("abstract") if text != title), *self._notes(), *filter(None, [beside])]
        said += [*details_told(cells.cells(row, "details")), *([f"{in_words}."] if in_words else [])]
        kind = cells.named(row, "kind") or self._shouted
        track = cells.named(row, "track", own_only=outer is not None)
        if track == kind and kind_of(kind, title, bool(people or chairs)) == "break":
            track = None  # "Eat" is no subject
        holder = cells.holder(row)
        return Draft(
            row=row.place,
            id=first_of(self._texts("id")),
            title=title,
            start=placed.start,
            end=placed.end,
            room=STOP.sub("", where or room or "") or None,
            track=track,
            format_name=kind or (told.kind if told else None),
            language=language,
            subtitle=first_of(self._texts("subtitle")) or self._other_title,
            abstract="\n\n".join(dict.fromkeys(said)) or None,
            speakers=people,
            chairs=chairs,
            url=first_of(self._texts("url")),
            part_of=outer.draft.title if outer else holder[1] if holder else None,
            warnings=placed.warnings,
        )

    def _changed(self, draft: Draft) -> Draft:
        """Return the draft as cancelled or moved, where its state, its title or a remark says so."""
        status = " ".join(self._texts("status")).casefold()
        told = (*self._notes(), *self._cells.kept_to_themselves(self._row))
        remarks = (note for note in told if says_changed(note) and who_is_missed(note) is None)
        remark, before, mark = next(remarks, ""), was_before(self._texts("before")), moved_mark(self._title)
        how = says_changed(remark)
        is_cancelled = self._cells.is_cancelled(self._row, status) or "withdrawn" in self._states or how == "cancelled"
        is_moved = mark is not None or bool(before) or SAYS_MOVED.search(status) is not None or how == "moved"
        return replace(draft, cancelled=is_cancelled, moved=is_moved, moved_from=before or remark or mark or None)

    def _who_and_where(self, title: str, where: str | None) -> tuple[str, People, People, str | None]:
        """Return the title without what it names, who speaks, who chairs, and the place that is told among them."""
        people, chairs = self._cells.people(self._row)
        employers = self._cells.employers
        if (told := self._told) is not None:
            also_speak, also_chair = people_told("\n".join(told.people), employers=employers)
            if also_speak and people and all(leads_beside(text) for text in self._texts("speakers")):
                people, chairs = (), (*chairs, *people)
            people = each_once((*people, *also_speak))
            led = (one for line in told.chairs for one in people_in(line, employers=employers))
            chairs = each_once((*chairs, *also_chair, *led))
            where = where or told.place
            if chairs and not people and kind_of(told.kind, title, False) == "workshop":
                people, chairs = chairs, ()  # who leads a workshop is who teaches it
        if not people and not chairs:
            title, (people, chairs) = people_in_title(title)
        elif not where and (where := place_told(title, people, self._cells.places)):
            people = ()
        return title, people, chairs, where
