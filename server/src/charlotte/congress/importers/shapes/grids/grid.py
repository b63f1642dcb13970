"""A grid of cells made into rows: its header found, headings and merges read."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from charlotte.congress.importers.shapes.columns.called import label, order_told
from charlotte.congress.importers.shapes.grids.headed_sessions import Headed, with_sessions
from charlotte.congress.importers.shapes.grids.home_column import home_column
from charlotte.congress.importers.shapes.grids.label_lines import is_aside, people_line
from charlotte.congress.importers.shapes.grids.room_above import labelled_room, room_above
from charlotte.congress.importers.shapes.grids.standing import Standing
from charlotte.congress.importers.shapes.grids.two_tongues import with_one_tongue
from charlotte.congress.importers.shapes.rows import LETTERED, MOST_ROWS, Row, Table
from charlotte.congress.importers.shapes.sheets.cells import SECTION, SECTION_DAY, SECTION_ROOM, Grid, spread
from charlotte.congress.importers.shapes.times.day_line import day_above, day_in, without_stamp
from charlotte.congress.importers.shapes.times.until import only_end, whole
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.timetables.count_columns import without_counts
from charlotte.congress.importers.shapes.timetables.lead_columns import with_one_lead
from charlotte.congress.importers.shapes.timetables.repeated_cells import merged_by_repeats
from charlotte.congress.importers.shapes.timetables.slots_of_rows import with_whole_slots
from charlotte.congress.importers.shapes.timetables.timed_cells import with_times_ahead
from charlotte.congress.importers.shapes.timetables.timetable import DAY, is_timetable, timetable_rows
from charlotte.congress.importers.shapes.timetables.turned import is_across, turned
from charlotte.congress.importers.shapes.values.footnotes import footnote_in, sign_of_presenters
from charlotte.congress.importers.shapes.values.headings import is_place
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.words import best_name
from charlotte.congress.importers.wording import BREAK_TITLES

HEADER_WITHIN = 15
MOST_ABOVE = 2
"""Rows that begin with a time above the header; below more of them nothing names the columns."""
LONGEST_ROOM = 60
FEWEST_ABOVE = 2
"""Rows to each footnote; where there are less, a list has a sign before each of its lines."""
NARROW = 2
"""Columns; a line alone in so few of them is a row with one cell left out."""
PIECES = re.compile(r"\s+[-–—|/]\s+|[:,;(\[]\s*")
CLOCKS = re.compile(r",?\s*(?:ore|um|h|at|à|a las)?\s*\d{1,2}[:.h ]\s?\d{0,2}\s*[-–—].*$")
DASH = re.compile(r"\s+[-–—|]\s+|:\s")


def table_of(grid: Grid) -> Table:
    """Return the grid's rows; without a header, columns are called by their letters."""
    alone = [next(filter(str.strip, row)) if sum(map(bool, map(str.strip, row))) == 1 else "" for row in grid.cells]
    notes = tuple(line.strip() for line in alone if footnote_in(line))
    if not notes or FEWEST_ABOVE * len(notes) > len(grid.cells):
        return _table_of(grid)
    bare = [[] if line.strip() in notes else row for row, line in zip(grid.cells, alone, strict=True)]
    table = _table_of(replace(grid, cells=bare))
    return replace(table, notes=(*notes, *table.notes))


def _table_of(grid: Grid) -> Table:
    grid = with_one_tongue(grid)
    rows = [[cell.strip() for cell in row] for row in grid.cells[:MOST_ROWS]]
    width = max((len(row) for row in rows), default=0)
    rows = _with_starts([row + [""] * (width - len(row)) for row in rows])
    if is_across(spread(rows, grid.merged)):
        return table_of(turned(grid, rows))
    if not grid.own_times and (timed := with_times_ahead(grid, rows)) is not None and _is_timetable(timed):
        return table_of(timed)
    header_at = _header(rows)
    written = [*map(order_told, rows[header_at])] if header_at is not None else []
    if header_at is not None:
        rows[header_at] = [*map(label, rows[header_at])]
    filled = spread(rows, grid.merged)
    if (bare := without_counts(grid, filled)) is not None and _is_timetable(bare):
        return table_of(bare)
    if is_timetable(filled, header_at, grid.merged):
        beside: list[str] = []
        first = (header_at or 0) + 1
        slots = with_whole_slots(rows, filled, first)
        grid = replace(grid, merged=merged_by_repeats(slots, grid.merged, first))
        cells = tuple(timetable_rows(grid, slots, header_at, beside))
        return Table(grid.name, cells, (SECTION, SECTION_DAY, DAY), named_here=True, notes=tuple(beside))
    one_lead = with_one_lead(replace(grid, cells=rows), filled, header_at) if header_at is not None else None
    if one_lead is not None and header_at is not None:
        again = [list(row) + [""] * (len(one_lead.cells[header_at]) - len(row)) for row in one_lead.cells]
        if is_timetable(spread(again, one_lead.merged), header_at, one_lead.merged):
            return table_of(one_lead)
    names = _names(filled[header_at] if header_at is not None else [""] * width)
    above = (*grid.headings, *(cell for row in rows[: header_at or 0] for cell in row))
    asides = list(dict.fromkeys(line for line in above if sign_of_presenters(line)))
    found = tuple(_rows(grid, rows, names, -1 if header_at is None else header_at, asides))
    orders = tuple((name, order) for name, order in zip(names, written, strict=False) if order is not None)
    return Table(grid.name, found, (SECTION, SECTION_DAY), notes=tuple(asides), orders=orders)


def _is_timetable(grid: Grid) -> bool:
    width = grid.width
    rows = [[cell.strip() for cell in row] + [""] * (width - len(row)) for row in grid.cells]
    return is_timetable(spread(rows, grid.merged), _header(rows), grid.merged)


def _with_starts(rows: list[list[str]]) -> list[list[str]]:
    """Return rows with a start where a cell tells only until when: from the row above it."""
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell and only_end(cell):
                row[column] = whole(cell, [other[column] for other in rows[:at]])
    return rows


def _header(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the row that names the columns: the one with the most known names, if it has no times of its own."""
    best, found = 0.0, None
    timed = [at for at, row in enumerate(rows[:HEADER_WITHIN]) if row and read_when(row[0], hint="clock").has_clock]
    begun = timed[MOST_ABOVE] if len(timed) > MOST_ABOVE else HEADER_WITHIN
    for at, row in enumerate(rows[:begun]):
        filled = [label(cell) for cell in row if cell]
        if len(filled) == 1 < len(row) and _is_wider_below(rows, at):
            continue  # a title above the table
        if not filled or any(len(cell) > 60 for cell in filled) or read_when(row[0]).has_clock:
            continue
        # "40 seats" tells of what is named above it, and an address is no name.
        named = {cell for cell in filled if not cell[0].isdigit() and "@" not in cell}
        known = sum(score for cell in named if (score := best_name(cell)[1]) > 0.3)
        clocks = sum(1 for cell in filled if read_when(cell).has_clock)
        share = known / len(filled)
        if clocks <= len(filled) // 3 and known > best and (share >= 0.4 or known >= 2):
            best, found = known, at
    if found is not None and (best >= 1.3 or best >= 0.6 and _is_first_whole(rows, found)):
        return found
    rooms = _rooms_row(rows)
    return 0 if rooms is None and rows and _names_each(rows) else rooms


def _is_first_whole(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Return whether a row of few cells has all of them filled as none above has: a list of codes has no header."""
    return len(rows[at]) <= NARROW + 1 and not (all(rows[at]) and any(all(row) for row in rows[:at]))


def _names_each(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the first row names every column by a word that stands nowhere below."""
    first = rows[0]
    if (
        len(first) < NARROW
        or len(set(first)) < len(first)
        or any(not cell or any(map(str.isdigit, cell)) for cell in first)
    ):
        return False
    below = {(column, cell) for row in rows[1:HEADER_WITHIN] for column, cell in enumerate(row)}
    known = any(best_name(cell)[1] > 0.3 for cell in first)
    return known and len(rows) > NARROW and not any((column, cell) in below for column, cell in enumerate(first))


def _is_wider_below(rows: Sequence[Sequence[str]], at: int) -> bool:
    return any(sum(1 for cell in row if cell) > 1 for row in rows[at + 1 : at + 4])


def _rooms_row(rows: Sequence[Sequence[str]]) -> int | None:
    """Return a first row above a column of times whose own first cell is empty: the rooms of a timetable."""
    for at, row in enumerate(rows[:HEADER_WITHIN]):
        if row and read_when(row[0], hint="clock").has_clock:
            return None  # the rows have begun
        below = [other[0] for other in rows[at + 1 :] if other and other[0]]
        clocks = sum(1 for cell in below if read_when(cell, hint="clock").has_clock)
        names = [cell for cell in row[1:] if cell]
        if len(below) > 1 and clocks >= 0.6 * len(below) and not read_when(row[0] if row else "").has_clock:
            if len(names) < NARROW:
                continue  # a line above the rooms: the day
            return at if len(set(names)) == len(names) else None
    return None


def _names(header: Sequence[str]) -> list[str]:
    used: Counter[str] = Counter()
    names = []
    for at, cell in enumerate(header):
        name = " ".join(cell.split()) or f"{LETTERED}{_letters(at)}"
        used[name] += 1
        names.append(name if used[name] == 1 else f"{name} ({used[name]})")
    return names


def _letters(at: int) -> str:
    return (_letters(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)


def _rows(
    grid: Grid, rows: Sequence[Sequence[str]], names: Sequence[str], header_at: int, asides: list[str]
) -> Iterator[Row]:
    """Yield the rows below the header; what is said beside the programme goes to `asides`."""
    header = tuple(rows[header_at]) if header_at >= 0 else ()
    covered = _covered(grid.merged)
    clocks = _are_clocks(rows[header_at + 1 :])
    places = frozenset(place.casefold() for place in grid.places)
    timed = "" if any(read_when(cell).has_clock for row in rows[header_at + 1 :] for cell in row) else _time_above(grid)
    has_rooms = any(best_name(name)[0] == "room" for name in names)
    standing = _above(grid, rows[: max(header_at, 0)], lambda text: "" if has_rooms else _room_in(text, places))
    if timed and not standing.day:
        standing.take_day(day_above([CLOCKS.sub("", line) for line in grid.headings]))
    held: dict[tuple[int, int], Row] = {}
    headed = Headed()
    for at in range(header_at + 1, len(rows)):
        row = _unmerged(rows, at, covered, names)
        filled = [cell for cell in row if cell]
        if not filled or tuple(rows[at]) == header:
            continue
        if _is_beside(filled, headed, asides):
            continue
        heads = _heads(row, filled, clocks, places, _wide(grid, at), _is_heading(grid, names, row, rows, at))
        if heads is not None:
            if heads == "day":
                standing.take_day(filled[0])
            elif heads == "heading":
                standing.take_heading(filled[0])
            yield from with_sessions(headed, names)
            headed = Headed(standing.heading if heads == "heading" else "", grid.place(at))
            continue
        cells: dict[str, str | tuple[str | Row, ...]] = dict(zip(names, row, strict=True))
        cells.update(standing.cells())
        if timed:
            cells.setdefault("time", timed)
        if grid.room and not has_rooms:
            cells.setdefault(SECTION_ROOM, grid.room)
        made = Row(grid.place(at), cells, _holder(at, covered, names, held))
        held.update({(at, column): made for column in range(len(names))})
        headed.rows.append(made)
    yield from with_sessions(headed, names)


def _is_beside(filled: Sequence[str], headed: Headed, asides: list[str]) -> bool:
    """Take a line that is no row: who leads, or what is said beside the programme; return whether it is one."""
    if is_aside(filled):
        asides.append(filled[0])
    elif (named := people_line(filled)) is not None:
        headed.take_people(*named)
    else:
        return False
    return True


def _heads(  # noqa: PLR0913 - what a line is told by
    row: Sequence[str], filled: Sequence[str], clocks: bool, places: frozenset[str], is_wide: bool, heads_rows: bool
) -> Literal["day", "heading", "nothing"] | None:
    """Return what a line that says one thing stands for, where it is no row: a day, a heading, a footnote."""
    text = filled[0]
    if _is_room_heading(row, filled, clocks) or filled[0].casefold() in places and len(set(filled)) == 1 and row[0]:
        return "heading"
    if len(set(filled)) > 1 or not (len(filled) > 1 or row[0] or is_wide):
        return None
    if len(row) <= NARROW:
        heads_day = is_wide or clocks and bool(row[0])
        return "day" if heads_day and day_in(text) and not read_when(text).has_clock else None
    if (dated := without_stamp(text)) != text and not read_when(dated).has_day:
        return "nothing"
    when = read_when(dated)
    if when.has_day and not when.has_clock:
        return "day"
    if BREAK_TITLES.search(text):
        return None
    if heads_rows and (row[0] or is_wide):
        return "heading"
    return "nothing" if clocks and row[0] and not when.has_clock else None


def _time_above(grid: Grid) -> str:
    """Return the time that the heading of a table without times names: all of it is held then."""
    when = read_when(grid.headings[-1]) if grid.headings else None
    return f"{when.start:%H:%M} - {when.end:%H:%M}" if when is not None and when.start and when.end else ""


def _are_clocks(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the first column says when."""
    first = [row[0] for row in rows if row and row[0]]
    return bool(first) and sum(1 for cell in first if read_when(cell).has_clock) >= 0.5 * len(first)


def _room_in(heading: str, places: frozenset[str]) -> str:
    """Return the room that a heading names, without what stands behind a dash."""
    if heading.casefold() in places:
        return heading
    if told := labelled_room(heading):
        return told
    pieces = [piece.strip(" ()[].") for piece in PIECES.split(heading)]
    if (named := [piece for piece in pieces if piece.casefold() in places]) and len({*named}) == 1:
        return named[0]
    name = DASH.split(heading)[0].strip()
    if len(heading) > LONGEST_ROOM or not (ROOM_WORDS.match(heading) or is_place(name)):
        return ""
    return name.title() if name.isupper() and not any(map(str.isdigit, name)) else name


def _is_room_heading(row: Sequence[str], filled: Sequence[str], clocks: bool) -> bool:
    """Return whether a line alone in a column of times names the room of what follows."""
    lone = clocks and len(filled) == 1 and bool(row[0]) and len(row[0]) < LONGEST_ROOM
    return lone and (ROOM_WORDS.match(row[0]) is not None or is_place(row[0])) and not read_when(row[0]).has_clock


def _holder(
    at: int,
    covered: Mapping[tuple[int, int], tuple[int, int]],
    names: Sequence[str],
    held: Mapping[tuple[int, int], Row],
) -> Row | None:
    """Return the row whose time and room, merged downwards, hold for this one too: its talks stand below it."""
    tops = {
        best_name(name)[0]: covered[(at, column)]
        for column, name in enumerate(names)
        if (at, column) in covered and covered[(at, column)][0] < at
    }
    time, room = tops.get("start"), tops.get("room")
    return held.get(time) if time is not None and room is not None and time[0] == room[0] else None


def _above(grid: Grid, above: Sequence[Sequence[str]], room_in: Callable[[str], str]) -> Standing:
    """Return what stands above the header: the last line that names a day, a room or what is held counts."""
    lines = [*grid.headings, grid.name.rpartition(": ")[2]]
    for row in above:
        cells = [cell for cell in dict.fromkeys(row) if cell]
        lines += cells if any(map(day_in, cells)) else [" ".join(cells)]
    standing = Standing(room_in)
    standing.take_day(day_above(lines, grid.days))
    band = next((list(dict.fromkeys(filter(None, row))) for row in reversed(above) if any(row)), [])
    if len(band) == 1 and room_in(band[0]):
        standing.take_heading(band[0])
    elif grid.heading:
        standing.take_heading(grid.heading)
    standing.room = standing.room or room_above(above, room_in)
    return standing


def _covered(merged: Mapping[tuple[int, int], tuple[int, int, int, int]]) -> dict[tuple[int, int], tuple[int, int]]:
    return {
        (at, column): first
        for first, (top, bottom, left, right) in merged.items()
        if (bottom - top + 1) * (right - left + 1) <= 10_000
        for at in range(top, bottom + 1)
        for column in range(left, right + 1)
    }


def _unmerged(
    rows: Sequence[Sequence[str]], at: int, covered: Mapping[tuple[int, int], tuple[int, int]], names: Sequence[str]
) -> list[str]:
    """Return a row; what is merged downwards is filled in, what is merged sideways stands once: as the title."""
    row = list(rows[at])
    wide: dict[tuple[int, int], list[int]] = {}
    for column in range(len(row)):
        first = covered.get((at, column))
        if first is not None and first[0] < len(rows) and first[1] < len(rows[first[0]]):
            row[column] = rows[first[0]][first[1]]
            wide.setdefault(first, []).append(column)
    for first, columns in wide.items():
        if len(columns) < 2:
            continue
        text = rows[first[0]][first[1]]
        home = home_column(columns, names, rows, covered)
        for column in columns:
            row[column] = text if column == home else ""
    return row


def _wide(grid: Grid, at: int) -> bool:
    return any(
        top <= at <= bottom and (right - left >= NARROW or 0 < right - left == grid.width - 1)
        for top, bottom, left, right in grid.merged.values()
    )


def _is_heading(grid: Grid, names: Sequence[str], row: Sequence[str], rows: Sequence[Sequence[str]], at: int) -> bool:
    """Return whether a lone cell heads what follows, instead of being a row with a title only."""
    column = next(number for number, cell in enumerate(row) if cell)
    spans = _wide(grid, at) and len(row) == NARROW + 1
    below = next((rows[under] for under in range(at + 1, len(rows)) if not _is_aside(grid, rows[under], under)), ())
    if not any(below) or sum(1 for cell in below if cell) < 2:
        return False
    return best_name(names[column])[0] != "title" or spans or len(row) > NARROW + 1


def _is_aside(grid: Grid, row: Sequence[str], at: int) -> bool:
    """Return whether a line below a heading leaves it to head what follows: who leads, or a heading in it."""
    filled = [cell for cell in row if cell]
    return not filled or people_line(filled) is not None or len(filled) == 1 and _wide(grid, at)
