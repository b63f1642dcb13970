"""The timetable on the wall: times down the side, rooms or days along the top, titles in the cells."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from charlotte.congress.importers.shapes.cells.cell_text import CellText
from charlotte.congress.importers.shapes.people.names import writes_employers
from charlotte.congress.importers.shapes.people.roles import labelled, says_that_they_chair
from charlotte.congress.importers.shapes.rows import Row
from charlotte.congress.importers.shapes.sheets.cells import LAST_TIME, SECTION, SECTION_DAY, Grid
from charlotte.congress.importers.shapes.times.day_line import day_above, without_stamp
from charlotte.congress.importers.shapes.times.until import end_apart
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.timetables.bands import Band, band_at, is_band
from charlotte.congress.importers.shapes.timetables.cell_told import titled, told_in_cell
from charlotte.congress.importers.shapes.values.people_lines import dashes_part_people, names_dashed, names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.venue_lines import MEETING
from charlotte.congress.importers.shapes.values.words import best_name
from charlotte.congress.importers.wording import BREAK_TITLES

TIME, ROOM, DAY, TITLE, PEOPLE, CHAIRS = "time", "room", "column (day)", "title", "speakers", "chairs"
TRACK = "track"
KIND, NOTES = "kind", "notes"
LANGUAGE, LENGTH, LAST = "language", "duration", LAST_TIME
LEAST_COLUMNS = 2
FEWEST_STEPS = 4
MIDNIGHT = 24 * 60
"""In minutes."""
SEATS = re.compile(r"\D{0,12}\d{1,5}\s*(?:[^\W\d]+\.?\s*){0,2}")
"""`250 Plätze`, `max. 40`"""
NOT_ROOMS = frozenset(
    {"title", "speakers", "chairs", "abstract", "end", "duration", "start", "affiliation", "status", "id"}
)
CALLED_ROOM = frozenset(
    "raum room sala salle ort location venue lieu lugar luogo place where wo dove donde dónde où".split()
)
"""Columns that hold rooms, and are none."""
Area = tuple[int, int, int, int]
"""The first and the last line, the first and the last column that a cell covers."""
Merged = Mapping[tuple[int, int], Area]


@dataclass(frozen=True)
class Top:
    """What stands above each column, in one row or in two: its day, its room, its track."""

    names: Sequence[str]
    days: Sequence[str]
    rooms: Sequence[str]
    tracks: Sequence[str]
    below: int
    """The first row of the timetable itself."""

    @classmethod
    def of(cls, rows: Sequence[Sequence[str]], header_at: int, places: frozenset[str]) -> "Top":
        """Read the header, and the row below it where that has no time: rooms below days or tracks, or seats."""
        names = rows[header_at]
        nothing: Sequence[str] = [""] * len(names)
        by_day = sum(1 for name in names[1:] if name and read_when(name, hint="date").has_day) >= 2
        days, rooms, tracks = (names, nothing, nothing) if by_day else (nothing, names, nothing)
        below = rows[header_at + 1] if header_at + 1 < len(rows) else nothing
        said = [cell for cell in below[1:] if cell]
        if len(said) < LEAST_COLUMNS or below[0] not in ("", names[0]):
            return cls(names, days if by_day else (), rooms, tracks, header_at + 1)
        known = {place.casefold() for place in places}
        are_rooms = sum(1 for cell in said if ROOM_WORDS.search(cell) or cell.casefold() in known)
        if all(SEATS.fullmatch(cell) for cell in said):
            pass
        elif are_rooms > len(said) / 2:
            rooms, tracks = below, nothing if by_day else names
        elif not by_day and all(ROOM_WORDS.search(name) or name.casefold() in known for name in names[1:] if name):
            tracks = below
        else:
            return cls(names, days if by_day else (), rooms, tracks, header_at + 1)
        return cls(names, days if by_day else (), rooms, tracks, header_at + 2)

    def told(self, covered: slice) -> dict[str, str]:
        """Return the day and the track that stand above a cell which covers such columns."""
        day = next(filter(None, self.days[covered]), "") if self.days else ""
        tracks = list(dict.fromkeys(filter(None, self.tracks[covered])))
        return {name: text for name, text in ((DAY, day), (TRACK, tracks[0] if len(tracks) == 1 else "")) if text}


def is_timetable(rows: Sequence[Sequence[str]], header_at: int | None, merged: Merged) -> bool:
    """Return whether the first column holds times and the header names places or days instead of fields."""
    if header_at is None or len(rows) - header_at < 3:
        return False
    header = rows[header_at]
    names = [cell for cell in header[1:] if cell]
    if len(names) < 2 or len(set(names)) < 2 or len(header) < 3:
        return False
    below = [row for row in rows[header_at + 1 :] if row[0] not in ("", header[0]) and not _day_in(row)]
    first = [row[0] for row in below if not is_band(row)]
    clocks = sum(1 for cell in first if read_when(cell, hint="clock").has_clock)
    dated = sum(1 for cell in first if read_when(cell).has_day)
    if not first or clocks < 0.7 * len(first) or dated > 0.5 * len(first):
        return False
    fields = [best_name(name) for name in names]
    named = sum(1 for field, score in fields if field in NOT_ROOMS and score > 0.6)
    named += sum(1 for name in names if name.casefold() in CALLED_ROOM)
    days = sum(1 for name in names if read_when(name, hint="date").has_day)
    return (
        days >= 0.6 * len(names) or named == 0 or named == 1 < len(names) - 1 and _hold_sessions(rows[header_at + 1 :])
    )


def _hold_sessions(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the cells of every column say more than one thing, line by line: a room is called "Workshop".

    What goes over all of them, a break, is in none.
    """
    parted = [row for row in rows if not (len({*row[1:]}) == 1 and len(row) > 2)]
    columns = ([cell for cell in column if cell] for column in list(zip(*parted, strict=True))[1:])
    return all(2 * sum("\n" in cell for cell in column) > len(column) > 0 for column in columns)


def _chairs_in(text: str) -> str:
    """Return whom a cell names that says nothing but who leads."""
    label = labelled(text) if "\n" not in text else None
    return label[1] if label is not None and label[0] == "chairs" and names_people(label[1], True) else ""


def timetable_rows(
    grid: Grid, rows: Sequence[Sequence[str]], header_at: int | None, asides: list[str]
) -> Iterator[Row]:
    """Yield a row for each cell; one that spans all rooms has none, one that spans several names them.

    What is said below all slots goes to `asides`.
    """
    assert header_at is not None
    yield from _Timetable(grid, rows, header_at).read(asides)


class _Timetable:
    """A timetable, and what holds for the line that is read: its header, day and heading, and who leads below."""

    def __init__(self, grid: Grid, rows: Sequence[Sequence[str]], header_at: int) -> None:
        self._grid, self._rows, self._header_at = grid, rows, header_at
        self._header = rows[header_at]
        self._top = Top.of(rows, header_at, grid.places)
        self._day = _day_above(grid, [*rows[:header_at], self._header[:1]])
        self._heading = ""
        self._leads: dict[int, str] = {}
        self._areas = _areas(grid.merged)
        self._places = frozenset(name.casefold() for name in (*self._top.rooms[1:], *grid.places) if name)
        cells = dict.fromkeys(cell for row in rows[header_at + 1 :] for cell in row[1:])
        below = [line for cell in cells for line in cell.splitlines()[1:]]
        self._employers, self._dashed = writes_employers(below), dashes_part_people(below)

    def read(self, asides: list[str]) -> Iterator[Row]:
        """Yield the rows of all slots, line by line."""
        rows, end = self._rows, _end(self._rows)
        asides += (" ".join(dict.fromkeys(filter(None, row))) for row in rows[end:] if any(row))
        for at in range(self._top.below, end):
            if rows[at] == self._header or at < self._top.below or self._tells_of_those_below(at):
                continue
            if not is_band(rows[at]):
                yield from self._slot(at)
            elif (band := band_at(rows, at)).heads:
                self._heading = band.title
                asides += [band.title] if at == end - 1 else []
            else:
                yield _of_band(self._grid, at, band, self._day)

    def _tells_of_those_below(self, at: int) -> bool:
        """Keep what a line says of those below it: their rooms anew, their day, or who leads them."""
        row = self._rows[at]
        if _heads_again(self._rows, at, self._header):
            self._top, self._header, self._leads = Top.of(self._rows, at, self._grid.places), row, {}
        elif _day_in(row):
            self._day, self._heading = row[0] or next(cell for cell in row if cell), ""
        elif says_that_they_chair(row[0]):
            self._leads = dict(enumerate(row))
        else:
            return False
        return True

    def _slot(self, at: int) -> Iterator[Row]:
        """Yield what the cells of a line hold, each once however many lines and columns it covers."""
        row, width = self._rows[at], len(self._header)
        filled = [cell for cell in row[1:] if cell]
        is_merged = any((at, column) in self._areas for column in range(width))
        if len(filled) > 1 and len(set(filled)) == 1 and not self._top.days and not is_merged:
            yield from self._session(at, 1, (at, at, 1, width - 1))  # the same everywhere
            return
        seen: set[Area] = set()
        for column in range(1, width):
            area = self._areas.get((at, column), (at, at, column, column))
            if not row[column] or area in seen or area[0] != at and self._header_at < area[0]:
                continue
            seen.add(area)
            if named := _chairs_in(row[column]):
                self._leads[column] = named  # who leads all that is held below
                continue
            for one in self._session(at, column, area):
                if self._leads.get(column) and area[2] == area[3]:
                    one.cells.setdefault(CHAIRS, self._leads[column])
                if self._heading:
                    one.cells.setdefault(SECTION, self._heading)
                yield one

    def _session(self, at: int, column: int, area: Area) -> Iterator[Row]:
        """Yield the row of a cell, and those of the talks inside of it."""
        grid, row = self._grid, self._rows[at]
        end, text = end_apart(next(cell for cell in row[column:] if cell))
        if self._dashed:
            text = "\n".join([text.split("\n")[0], *map(names_dashed, text.split("\n")[1:])])
        told = told_in_cell(text, self._employers, self._places, titled=grid.titled)
        if not any(letter.isalnum() for letter in told.title):
            return  # a dash for nothing
        title, own, length, language = titled(told)
        time = own or row[0]
        cells: dict[str, str | tuple[str | Row, ...]] = {TIME: time, TITLE: title, PEOPLE: "\n".join(told.people)}
        cells |= {name: text for name, text in (*_others(told), (LANGUAGE, language)) if text}
        if not own and (last := end or _last_time(grid, self._rows, at, area)) and last != time:
            cells[LAST] = last
        cells |= _length_of(time, length if LAST not in cells else "")
        cells |= self._top.told(slice(area[2], area[3] + 1))
        cells |= self._placed(at, area, told, title)
        if self._day:
            cells[SECTION_DAY] = self._day
        elif grid.heading:
            cells[SECTION] = grid.heading
        whole = Row(f"{grid.place(at)}, column {self._top.names[column] or column + 1}", cells)
        yield whole
        for talk in told.parts:
            when = f"{talk.start} - {talk.end}" if talk.end else talk.start
            own_cells = {TIME: when, TITLE: talk.title, PEOPLE: talk.people}
            untold = dict.fromkeys((CHAIRS, KIND, NOTES, LAST, LENGTH), "")
            yield Row(whole.place, {**cells, **own_cells, **untold}, whole)

    def _placed(self, at: int, area: Area, told: CellText, title: str) -> dict[str, str]:
        """Return the room of a cell: that it names itself, or those above it where these are not all there are."""
        top, grid = self._top, self._grid
        under = list(dict.fromkeys(filter(None, top.rooms[area[2] : area[3] + 1])))
        if top.days and not under:
            return {ROOM: told.place}
        spans_all = len(under) > 1 and len(under) == len({*filter(None, top.rooms[1:])})
        is_drawn_across = any(right - left + 2 >= len(top.rooms) for _, _, left, right in grid.merged.values())
        is_only_one = sum(map(bool, self._rows[at][1:])) == 1 and len(top.rooms) > 3 and not any(told.people)
        is_for_all = spans_all or is_only_one and not grid.own_times and not is_drawn_across
        if told.place and not (MEETING.search(told.place) and under and not is_for_all):
            return {ROOM: told.place}
        if not under or is_for_all or len(under) > 1 and BREAK_TITLES.search(title):
            return {}
        beside = {NOTES: "\n".join(filter(None, (told.place, *told.notes)))} if told.place else {}
        return {ROOM: " + ".join(under), **beside}


def _of_band(grid: Grid, at: int, band: Band, day: str) -> Row:
    told = {TIME: band.time, TITLE: band.title, SECTION_DAY: day}
    return Row(grid.place(at), {name: text for name, text in told.items() if text})


def _heads_again(rows: Sequence[Sequence[str]], at: int, header: Sequence[str]) -> bool:
    """Return whether a row names other rooms for what is below it, as the header does: on another day."""
    row = rows[at]
    names = [cell for cell in row[1:] if cell]
    if row[0] != header[0] or len(names) < LEAST_COLUMNS or any("\n" in name for name in names):
        return False
    above = next((rows[above] for above in range(at - 1, -1, -1) if any(rows[above])), ())
    return bool(row[0]) or bool(above) and _day_in(above)


def _end(rows: Sequence[Sequence[str]]) -> int:
    """Return where the slots end: at a blank line below which nothing has a time."""
    last = max((at for at, row in enumerate(rows) if read_when(row[0], hint="clock").has_clock), default=len(rows))
    return next((at for at in range(last + 1, len(rows)) if not any(rows[at])), len(rows))


def _length_of(time: str, length: str) -> dict[str, str]:
    """Return how long a cell says that it takes, where its time has no end."""
    return {LENGTH: length} if length and read_when(time, hint="clock").end is None else {}


def _last_time(grid: Grid, rows: Sequence[Sequence[str]], at: int, area: Area) -> str:
    """Return when a cell ends: with the last row that it covers, or when the next begins where rows only begin."""
    final = min(area[1], len(rows) - 1)
    last = rows[final][0]
    ends = read_when(last, hint="clock")
    if final > at and (ends.end is not None or not ends.has_clock):
        return last
    is_drawn_to_length = any(bottom > top for top, bottom, _, _ in grid.merged.values())
    if ends.end is not None or not is_drawn_to_length:
        return ""
    return _clock_in(next((row[0] for row in rows[final + 1 :] if row[0]), "")) or _by_steps(grid, rows, final)


def _by_steps(grid: Grid, rows: Sequence[Sequence[str]], final: int) -> str:
    """Return when the last line of a day ends, in which nothing begins: as long behind its start as all lines last."""
    covered = {
        at for top, end, left, right in grid.merged.values() if top < final <= end for at in range(left, right + 1)
    }
    if any(cell and at not in covered for at, cell in enumerate(rows[final]) if at):
        return ""
    told = [row[0] for row in rows[: final + 1] if row[0]]
    following = next((row[0] for row in rows[final + 1 :] if row[0]), "")
    if following and not read_when(following).has_day:
        return ""
    first = max((at for at, text in enumerate(told) if read_when(text).has_day), default=-1)
    clocks = [
        when.start for text in told[first + 1 :] if (when := read_when(text, hint="clock")).start and not when.end
    ]
    last = read_when(rows[final][0], hint="clock").start
    minutes = [clock.hour * 60 + clock.minute for clock in clocks if clock is not None]
    steps = {later - earlier for earlier, later in pairwise(minutes)}
    if last is None or not clocks or last != clocks[-1] or len(minutes) < FEWEST_STEPS or len(steps) != 1:
        return ""
    end = minutes[-1] + steps.pop()
    return f"{end // 60:02}:{end % 60:02}" if minutes[-1] < end < MIDNIGHT else ""


def _clock_in(text: str) -> str:
    when = read_when(text, hint="clock")
    return text if when.has_clock and not when.has_day and when.end is None else ""


def _others(told: CellText) -> tuple[tuple[str, str], ...]:
    return (CHAIRS, "\n".join(told.chairs)), (KIND, told.kind), (NOTES, "\n".join(told.notes))


def _areas(merged: Merged) -> dict[tuple[int, int], Area]:
    return {
        (at, column): area
        for area in merged.values()
        if (area[1] - area[0] + 1) * (area[3] - area[2] + 1) <= 10_000
        for at in range(area[0], area[1] + 1)
        for column in range(area[2], area[3] + 1)
    }


def _day_in(row: Sequence[str]) -> bool:
    said = {cell for cell in row if cell}
    if len(said) != 1:
        return False
    when = read_when(without_stamp(next(iter(said))))
    return when.has_day and not when.has_clock


def _day_above(grid: Grid, above: Sequence[Sequence[str]]) -> str:
    cells = (cell for row in above for cell in row)
    return day_above([*grid.headings, grid.name.rpartition(": ")[2], *cells], grid.days)
