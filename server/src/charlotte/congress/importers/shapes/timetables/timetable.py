"""The timetable on the wall: times down the side, rooms or days along the top, titles in the cells."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from charlotte.congress.importers.shapes.cells.cell_text import CellText, read_lines
from charlotte.congress.importers.shapes.people.names import looks_like_person, writes_employers
from charlotte.congress.importers.shapes.people.roles import labelled, says_that_they_chair
from charlotte.congress.importers.shapes.rows import Row
from charlotte.congress.importers.shapes.sheets.cells import SECTION, SECTION_DAY, Grid
from charlotte.congress.importers.shapes.times.day_line import day_above, without_stamp
from charlotte.congress.importers.shapes.times.lengths import length_behind
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.timetables.bands import Band, band_at, is_band
from charlotte.congress.importers.shapes.timetables.cell_lines import rooms_among, with_listed
from charlotte.congress.importers.shapes.values.line_pieces import facts_behind
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.spoken_in import language_in, without_badge
from charlotte.congress.importers.shapes.values.title_and_people import title_and_people_in
from charlotte.congress.importers.shapes.values.venue_lines import MEETING
from charlotte.congress.importers.shapes.values.words import best_name
from charlotte.congress.importers.wording import BREAK_TITLES, plain

TIME, ROOM, DAY, TITLE, PEOPLE, CHAIRS = "time", "room", "column (day)", "title", "speakers", "chairs"
TRACK = "track"
KIND, NOTES = "kind", "notes"
LANGUAGE, LENGTH = "language", "duration"
LEAST_COLUMNS = 2
SEATS = re.compile(r"\D{0,12}\d{1,5}\s*(?:[^\W\d]+\.?\s*){0,2}")
"""`250 Plätze`, `max. 40`"""
NOT_ROOMS = frozenset(
    {"title", "speakers", "chairs", "abstract", "end", "duration", "start", "affiliation", "status", "id"}
)
CALLED_ROOM = frozenset(
    "raum room sala salle ort location venue lieu lugar luogo place where wo dove donde dónde où".split()
)
"""Columns that hold rooms, and are none."""
IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*\d[^()\[\]]*)[)\]]\s*$")
Merged = Mapping[tuple[int, int], tuple[int, int, int, int]]


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
    """Return whether the cells of every column say more than one thing, line by line: a room is called "Workshop"."""
    columns = ([cell for cell in column if cell] for column in list(zip(*rows, strict=True))[1:])
    return all(2 * sum("\n" in cell for cell in column) > len(column) > 0 for column in columns)


def _chairs_in(text: str) -> str:
    """Return whom a cell names that says nothing but who leads."""
    label = labelled(text) if "\n" not in text else None
    return label[1] if label is not None and label[0] == "chairs" and names_people(label[1], True) else ""


def timetable_rows(  # noqa: C901 - each kind of row
    grid: Grid, rows: Sequence[Sequence[str]], header_at: int | None, asides: list[str]
) -> Iterator[Row]:
    """Yield a row for each cell; one that spans all rooms has none, one that spans several names them.

    What is said below all slots goes to `asides`.
    """
    assert header_at is not None
    top = Top.of(rows, header_at, frozenset(grid.places))
    header = rows[header_at]
    day = _day_above(grid, [*rows[:header_at], header[:1]])
    areas = _areas(grid.merged)
    cells = (cell for row in rows[header_at + 1 :] for cell in row[1:])
    places = frozenset(name.casefold() for name in (*top.rooms[1:], *grid.places) if name)
    employers = writes_employers(line for cell in dict.fromkeys(cells) for line in cell.splitlines()[1:])
    leads: dict[int, str] = {}
    heading = ""
    end = _end(rows)
    asides += (" ".join(dict.fromkeys(filter(None, row))) for row in rows[end:] if any(row))
    for at in range(top.below, end):
        if rows[at] == header or at < top.below:
            continue
        if _heads_again(rows, at, header):
            top, header, leads = Top.of(rows, at, frozenset(grid.places)), rows[at], {}
            continue
        if _day_in(rows[at]):
            day, heading = rows[at][0] or next(cell for cell in rows[at] if cell), ""
            continue
        if says_that_they_chair(rows[at][0]):
            leads = dict(enumerate(rows[at]))
            continue
        if is_band(rows[at]):
            band = band_at(rows, at)
            heading = band.title if band.heads else heading
            if band.heads:
                asides += [band.title] if at == end - 1 else []
            else:
                yield _of_band(grid, at, band, day)
            continue
        seen: set[tuple[int, int, int, int]] = set()
        filled = [cell for cell in rows[at][1:] if cell]
        if (
            len(filled) > 1
            and len(set(filled)) == 1
            and not top.days
            and all((at, c) not in areas for c in range(len(header)))
        ):
            # The same everywhere.
            yield from _row(grid, rows, (at, 1), (at, at, 1, len(header) - 1), top, day, employers, places)
            continue
        for column in range(1, len(header)):
            text = rows[at][column]
            area = areas.get((at, column), (at, at, column, column))
            if not text or area in seen or area[0] != at and header_at < area[0]:
                continue
            seen.add(area)
            if named := _chairs_in(text):
                leads[column] = named  # who leads all that is held below
                continue
            for row in _row(grid, rows, (at, column), area, top, day, employers, places):
                if leads.get(column) and area[2] == area[3]:
                    row.cells.setdefault("chairs", leads[column])
                if heading:
                    row.cells.setdefault(SECTION, heading)
                yield row


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


def _row(  # noqa: PLR0913 - where a cell stands and what it covers
    grid: Grid,
    rows: Sequence[Sequence[str]],
    at: tuple[int, int],
    area: tuple[int, int, int, int],
    top: "Top",
    day: str,
    employers: bool,
    places: frozenset[str],
) -> Iterator[Row]:
    """Yield the row of a cell, and those of the talks inside of it."""
    told = _with_length(_told(next(cell for cell in rows[at[0]][at[1] :] if cell), employers, places, grid.titled))
    if not any(letter.isalnum() for letter in told.title):
        return  # a dash for nothing
    title, own, length, language = _titled(told)
    people = "\n".join(told.people)
    time = own or rows[at[0]][0]
    cells: dict[str, str | tuple[str | Row, ...]] = {TIME: time, TITLE: title, PEOPLE: people}
    cells |= {name: text for name, text in (*_others(told), (LANGUAGE, language)) if text}
    if not own and (last := _last_time(grid, rows, at[0], area)) and last != time:
        cells["last time"] = last
    cells |= _length_of(time, length if "last time" not in cells else "")
    covered = slice(area[2], area[3] + 1)
    cells |= top.told(covered)
    under = list(dict.fromkeys(name for name in top.rooms[covered] if name))
    spans_all = len(under) > 1 and len(under) == len({name for name in top.rooms[1:] if name})
    alone = sum(1 for cell in rows[at[0]][1:] if cell) == 1 and len(top.rooms) > 3 and not people
    alone = (
        alone
        and not grid.own_times
        and not any(right - left + 2 >= len(top.rooms) for _, _, left, right in grid.merged.values())
    )
    if top.days and not under:
        cells[ROOM] = told.place
    elif told.place and not (MEETING.search(told.place) and under and not spans_all and not alone):
        cells[ROOM] = told.place
    elif under and not spans_all and not alone and not (len(under) > 1 and BREAK_TITLES.search(title)):
        cells[ROOM] = " + ".join(under)
        if told.place:
            cells[NOTES] = "\n".join(filter(None, (told.place, *told.notes)))
    if day:
        cells[SECTION_DAY] = day
    if grid.heading and not day:
        cells[SECTION] = grid.heading
    row = Row(f"{grid.place(at[0])}, column {top.names[at[1]] or at[1] + 1}", cells)
    yield row
    for talk in told.parts:
        when = {TIME: f"{talk.start} - {talk.end}" if talk.end else talk.start, TITLE: talk.title, PEOPLE: talk.people}
        yield Row(row.place, {**cells, **when, CHAIRS: "", KIND: "", NOTES: "", "last time": "", LENGTH: ""}, row)


def _with_length(told: CellText) -> CellText:
    """Return what a cell says, the length in brackets behind its title as a remark."""
    title, length = length_behind(told.title)
    return replace(told, title=title, length=told.length or length, notes=[*told.notes, length]) if length else told


def _length_of(time: str, length: str) -> dict[str, str]:
    """Return how long a cell says that it takes, where its time has no end."""
    return {LENGTH: length} if length and read_when(time, hint="clock").end is None else {}


def _last_time(grid: Grid, rows: Sequence[Sequence[str]], at: int, area: tuple[int, int, int, int]) -> str:
    """Return when a cell ends: with the last row that it covers, or when the next begins where rows only begin."""
    final = min(area[1], len(rows) - 1)
    last = rows[final][0]
    ends = read_when(last, hint="clock")
    if final > at and (ends.end is not None or not ends.has_clock):
        return last
    is_drawn_to_length = any(bottom > top for top, bottom, _, _ in grid.merged.values())
    if ends.end is not None or not is_drawn_to_length:
        return ""
    return _clock_in(next((row[0] for row in rows[final + 1 :] if row[0]), ""))


def _clock_in(text: str) -> str:
    when = read_when(text, hint="clock")
    return text if when.has_clock and not when.has_day and when.end is None else ""


def _others(told: CellText) -> tuple[tuple[str, str], ...]:
    return (CHAIRS, "\n".join(told.chairs)), (KIND, told.kind), (NOTES, "\n".join(told.notes))


def _told(text: str, employers: bool, places: frozenset[str], titled: bool) -> CellText:
    """Return what a cell says of its session."""
    lines = [plain(line) for line in text.splitlines() if line.strip()]
    if len(lines) > 1:
        lines = with_listed(lines, employers)
        return read_lines(lines, employers, places | rooms_among(lines), titled=titled)
    title, facts = facts_behind(lines[0], places) if lines else ("", [])
    if facts and all(kind != "end" for kind, _ in facts):
        said = {kind: [text for one, text in facts if one == kind] for kind, _ in facts}
        language = next((language_in(text) for text in said.get("language", ())), "")
        place = next(iter(said.get("room", ())), "")
        notes = [*said.get("notes", ()), *(text for text in said.get("language", ()) if " " in text)]
        return CellText(title, said.get("speakers", []), said.get("chairs", []), "", place, language, notes=notes)
    title, people = _title_and_people(lines)
    return CellText(title, [people] if people else [])


def _titled(told: CellText) -> tuple[str, str, str, str]:
    """Return what a cell calls its session, and the time, the length and the language that it says itself."""
    title, language = without_badge(told.title)
    title, own = _own_time(title)
    return title, own or told.time, told.length, told.language or language


def _own_time(title: str) -> tuple[str, str]:
    """Return a title without the time in brackets behind it, and this time, which goes before its row's."""
    found = IN_BRACKETS.search(title)
    when = read_when(found[1], hint="clock") if found else None
    if found is None or when is None or when.start is None or when.rest or not title[: found.start()].strip():
        return title, ""
    return title[: found.start()].strip(), found[1].strip()


def _title_and_people(lines: Sequence[str]) -> tuple[str, str]:
    """Return what a cell of one line calls the session and who speaks."""
    line = lines[0] if lines else ""
    title, people = title_and_people_in(line)
    if people and (line.endswith((")", "]")) or not _names_people(title)):
        return title, people
    before, colon, after = line.partition(": ")
    if colon and _names_people(before) and not _names_people(after):
        return after, before
    return line, ""


def _names_people(text: str) -> bool:
    parts = [part for part in re.split(r"\s*(?:,|;|&|\be\b|\band\b|\bund\b|\bet\b|\by\b)\s*", text) if part]
    return bool(parts) and all(looks_like_person(part) and len(part.split()) <= 4 for part in parts)


def _areas(merged: Merged) -> dict[tuple[int, int], tuple[int, int, int, int]]:
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
