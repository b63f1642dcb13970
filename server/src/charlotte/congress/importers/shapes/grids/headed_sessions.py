"""Lines of a grid that head a session: its talks stand below, each with a time, and it lasts as long as they do."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from itertools import pairwise, takewhile

from charlotte.congress.importers.shapes.grids.label_lines import with_people
from charlotte.congress.importers.shapes.rows import Row
from charlotte.congress.importers.shapes.sheets.cells import SECTION, SECTION_ROOM
from charlotte.congress.importers.shapes.times.when import When, read_when
from charlotte.congress.importers.shapes.values.headings import Named, named_by
from charlotte.congress.importers.shapes.values.session_labels import BETWEEN, NUMBER, is_label
from charlotte.congress.importers.shapes.values.words import Field, best_name
from charlotte.congress.importers.wording import BREAK_TITLES, CLOSE

LONGEST_BREAK_TITLE = 60
KINDS_OF_TITLES: tuple[Field, ...] = ("abstract", "track")
"""What a column of titles may be called too: "Contents", "Thema"."""
LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass
class Headed:
    """What stands below one heading."""

    heading: str = ""
    place: str = ""
    people: list[tuple[str, str]] = field(default_factory=list)
    """Whom the lines between it and its first row name: `chairs` or `speakers`, and the names with their label."""
    rows: list[Row] = field(default_factory=list)

    @property
    def is_session(self) -> bool:
        """Whether it is more than a label of rows: somebody leads it, or it is one of several and has a number."""
        label = BETWEEN.split(self.heading)[0].split(":")[0]
        numbered = any(NUMBER.fullmatch(word.strip(".")) for word in label.split())
        return bool(self.heading and (self.people or self._begins_with_first)) or numbered and is_label(label)

    @property
    def _begins_with_first(self) -> bool:
        """Whether it says when it begins, and its first row begins then too."""
        named = named_by(self.heading)
        told = read_when(named.begins or (named.time if named.title else ""))
        first = self.rows[0].cells.values() if self.rows else ()
        whens = (read_when(cell, hint="clock") for cell in first if isinstance(cell, str) and cell)
        return told.start is not None and any(when.start == told.start for when in whens)

    def take_people(self, kind: str, names: str) -> None:
        """Take a line that only says who leads: the row above it, or all that follow."""
        if self.rows:
            with_people(self.rows[-1], kind, names)
        else:
            self.people.append((kind, names))


def with_sessions(headed: Headed, names: Sequence[str]) -> Iterator[Row]:
    """Yield the rows below a heading, inside the session that it heads where it heads one; breaks are in none.

    `names` are the grid's columns.
    """
    named = named_by(headed.heading)
    if named.chairs:
        headed.people.append(("chairs", named.chairs))
    columns = _columns(headed.rows, names)
    untimed = [*takewhile(lambda row: not _tells_time(row, columns.get("start")), headed.rows)]
    inside = untimed if named.time and untimed else _inside(headed.rows, columns.get("title"))
    inside = _begun_before(read_when(named.time).end, inside, columns.get("start")) if named.time else inside
    session = _session(headed, named, inside, names, columns) if headed.is_session else None
    if session is not None:
        yield session
    held = {*inside}
    for row in headed.rows:
        if row in held and session is None:
            for told in headed.people:
                with_people(row, *told)
        elif row in held:
            row.parent = session
            row.cells.pop(SECTION, None)
        yield row


def _session(
    headed: Headed, named: Named, inside: Sequence[Row], names: Sequence[str], columns: Mapping[Field | None, str]
) -> Row | None:
    """Return the session that a heading names; None where not all below it have a time, one after the other."""
    title, start, end = (columns.get(kind) for kind in ("title", "start", "end"))
    timed = [when for row in inside if start is not None and (when := read_when(row.text(start), hint="clock")).start]
    is_whole = len(timed) == len(inside) > 0 and _follow(timed) and _is_in_one_room(inside)
    is_whole = is_whole or bool(inside and named.time) and not timed
    if title is None or start is None or not is_whole:
        return None
    session = Row(headed.place, {**{name: "" for name in names}, **_shared(inside)})
    session.cells[title] = named.title or headed.heading
    rooms = [name for name in session.cells if best_name(name)[0] == "room" and name != SECTION_ROOM]
    if named.room and not any(session.text(name) for name in rooms):
        for row in (session, *inside):
            row.cells[rooms[0] if rooms else SECTION_ROOM] = named.room
    last = inside[-1].text(end) if end is not None else ""
    until = timed[-1].end if timed else None
    if not timed:
        session.cells[start] = named.time
    elif end is not None:
        session.cells[start], session.cells[end] = inside[0].text(start), last
    else:
        session.cells[start] = f"{timed[0].start:%H:%M}" + (f" - {until:%H:%M}" if until is not None else "")
    for told in headed.people:
        with_people(session, *told)
    return session


def _tells_time(row: Row, start: str | None) -> bool:
    return start is not None and read_when(row.text(start), hint="clock").start is not None


def _inside(rows: Sequence[Row], title: str | None) -> list[Row]:
    """Return the rows of a heading that are talks: no breaks, and none that close the day after one."""
    found: list[Row] = []
    paused = False
    for row in rows:
        said = row.text(title) if title is not None else ""
        if _is_break(said):
            paused = True
        elif not (paused and CLOSE.match(said)):
            found.append(row)
    if not _is_in_one_room(found) and title is not None:
        return _of_one_room([*takewhile(lambda row: not _is_break(row.text(title)), rows)])
    return found


def _begun_before(end: time | None, rows: Sequence[Row], start: str | None) -> list[Row]:
    """Return the rows that begin before the end that their heading tells; all where none does, or it tells none."""
    if end is None or start is None:
        return [*rows]
    whens = [read_when(row.text(start), hint="clock").start for row in rows]
    return [row for row, when in zip(rows, whens, strict=True) if when is None or when < end] or [*rows]


def _columns(rows: Sequence[Row], names: Sequence[str]) -> Mapping[Field | None, str]:
    """Return which column tells what: by its name, or where none has one, the first of times and the first of words."""
    by_name: dict[Field | None, str] = {kind: name for name in reversed(names) if (kind := best_name(name)[0])}
    told_so = [by_name[kind] for kind in KINDS_OF_TITLES if kind in by_name]
    if "title" not in by_name and told_so:
        by_name["title"] = told_so[0]
    told = {name: [text for row in rows if (text := row.text(name))] for name in names}
    timed = [name for name in names if told[name] and all(read_when(one, hint="clock").start for one in told[name])]
    timed = timed or [name for name in names[:1] if rows and not told[name]]  # empty, as all below have the hours above
    if by_name or not timed:
        return by_name
    others = (name for name in names if name not in timed)
    title = next((name for name in others if all(LETTERS.search(row.text(name)) for row in rows)), None)
    return {"start": timed[0], "title": title} if title is not None else {}


def _follow(timed: Sequence[When]) -> bool:
    """Return whether each begins after the one before it."""
    starts = [when.start for when in timed if when.start is not None]
    return all(one < other for one, other in pairwise(starts))


def _of_one_room(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a heading that are held where the first is, where only few others stand between them."""
    rooms = {column for row in rows for column in row.cells if best_name(column)[0] == "room"}
    own = [row for row in rows if all(row.text(column) == rows[0].text(column) for column in rooms)]
    return own if len(rows) - len(own) <= len(own) // 3 else [*rows]


def _is_in_one_room(rows: Sequence[Row]) -> bool:
    columns = {column for row in rows for column in row.cells if best_name(column)[0] == "room"}
    return all(len({row.text(column) for row in rows}) == 1 for column in columns)


def _shared(rows: Sequence[Row]) -> dict[str, str]:
    """Return what all rows say alike of what they stand under and where they are held."""
    first = rows[0]
    return {
        column: text
        for column in first.cells
        if column != SECTION
        and (column.startswith(SECTION) or best_name(column)[0] in ("room", "date", "track"))
        and (text := first.text(column))
        and all(row.text(column) == text for row in rows)
    }


def _is_break(title: str) -> bool:
    return len(title) <= LONGEST_BREAK_TITLE and BREAK_TITLES.search(title) is not None
