"""Lines of a grid that head a session: its talks stand below, each with a time, and it lasts as long as they do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from charlotte.congress.importers.shapes.grids.cells import SECTION
from charlotte.congress.importers.shapes.grids.label_lines import with_people
from charlotte.congress.importers.shapes.rows import Row
from charlotte.congress.importers.shapes.times.when import When, read_when
from charlotte.congress.importers.shapes.values.session_labels import BETWEEN, NUMBER, is_label
from charlotte.congress.importers.shapes.values.words import best_name
from charlotte.congress.importers.wording import BREAK_TITLES

LONGEST_BREAK_TITLE = 60


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
        return bool(self.heading and self.people) or numbered and is_label(label)

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
    kinds = {kind: column for column in reversed(names) if (kind := best_name(column)[0])}
    title, start, end = (kinds.get(kind) for kind in ("title", "start", "end"))
    inside = [row for row in headed.rows if title is None or not _is_break(row.text(title))]
    if not _is_in_one_room(inside) and title is not None:
        inside = _of_one_room([*takewhile(lambda row: not _is_break(row.text(title)), headed.rows)])
    timed = [when for row in inside if start is not None and (when := read_when(row.text(start), hint="clock")).start]
    is_whole = title is not None and len(timed) == len(inside) > 0 and _follow(timed) and _is_in_one_room(inside)
    if title is None or start is None or not is_whole or not headed.is_session:
        for row in headed.rows:
            for named in headed.people if row in inside else ():
                with_people(row, *named)
            yield row
        return
    session = Row(headed.place, {**{name: "" for name in names}, **_shared(inside)})
    session.cells[title] = headed.heading
    last = inside[-1].text(end) if end is not None else ""
    until = timed[-1].end
    if end is not None:
        session.cells[start], session.cells[end] = inside[0].text(start), last
    else:
        session.cells[start] = f"{timed[0].start:%H:%M}" + (f" - {until:%H:%M}" if until is not None else "")
    for named in headed.people:
        with_people(session, *named)
    yield session
    for row in headed.rows:
        if row in inside:
            row.parent = session
            row.cells.pop(SECTION, None)
        yield row


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
