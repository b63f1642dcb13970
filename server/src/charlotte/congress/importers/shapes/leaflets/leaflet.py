"""A typeset leaflet: times beside blocks of lines, sessions side by side under their rooms, talks inside of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.shapes.entries.site_notes import is_about_the_site
from charlotte.congress.importers.shapes.entries.talks_inside import MARK, talks_of
from charlotte.congress.importers.shapes.leaflets.head import Head, head_of, is_room, room_in_brackets, rooms_in
from charlotte.congress.importers.shapes.leaflets.lines import Line, lines_of
from charlotte.congress.importers.shapes.leaflets.rooms_below import rooms_below, rooms_listed
from charlotte.congress.importers.shapes.leaflets.times_told import rooms_behind_times
from charlotte.congress.importers.shapes.leaflets.told import Told, facts_of, is_fact
from charlotte.congress.importers.shapes.people.names import writes_employers
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.sheets.cells import SECTION_DAY
from charlotte.congress.importers.shapes.times.afternoons import in_afternoon_of, with_afternoons
from charlotte.congress.importers.shapes.times.when import When, read_when
from charlotte.congress.importers.shapes.values.behind_commas import parts_people, people_apart
from charlotte.congress.importers.shapes.values.behind_stops import with_brackets
from charlotte.congress.importers.shapes.values.headings import PART_OF_DAY
from charlotte.congress.importers.shapes.values.session_labels import BRACKET
from charlotte.congress.importers.wording import BREAK_TITLES
from charlotte.documents.formats import ENDINGS as DOCUMENTS

ENDINGS = tuple(sorted(DOCUMENTS - {".txt", ".json", ".md", ".markdown", ".mdx"}))
NAMED = ": leaflet"
"""What the table of a leaflet is called behind its file."""
LOOK_AHEAD = 200
"""Lines among which those of sessions that share a time stand."""
FEWEST = 3
"""Sessions that make a programme."""


def tables_in(document: Document, rooms: frozenset[str] = frozenset()) -> tuple[Table, ...]:
    """Return the sessions of a leaflet; none where it has too few. Raises `UnreadableFile`."""
    if not document.name.casefold().endswith(ENDINGS):
        return ()
    lines = lines_of(document.name, document.paper)
    rows = tuple(rows_of(lines, frozenset(room.casefold() for room in rooms)))
    return (Table(f"{document.name}{NAMED}", rows, (SECTION_DAY,), named_here=True),) if len(rows) >= FEWEST else ()


def rows_of(lines: Sequence[Line], rooms: frozenset[str] = frozenset()) -> Iterator[Row]:
    """Yield a row for each session and each talk inside of one."""
    known = rooms | rooms_in(line.rest.replace("\v", " ") for line in lines if line.time or line.opens)
    known |= rooms_behind_times((line.text.replace("\v", " "), line.time, line.rest) for line in lines)
    walk = _Walk(known)
    for at, line in enumerate(lines):
        walk.take(line, lines[at : at + LOOK_AHEAD])
    known |= rooms_listed(line.text.replace("\v", " ") for line in lines)
    known |= frozenset(rooms_below(entry.lines for entry in walk.entries if entry.within is None))
    habits = _with_habits(walk.entries)
    apart = [one for entry in _with_brackets(walk.entries) for one in _side_by_side(entry, known)]
    entries = [one for entry in apart for one in _with_talks(entry, known)]
    for entry, time in zip(entries, with_afternoons([(one.day, one.time) for one in entries]), strict=True):
        entry.time = time
    made: dict[int, Row] = {}
    for entry in entries:
        told = facts_of(entry.lines, known, is_talk=entry.within is not None, habits=habits)
        if not told.title:
            continue
        row = Row(entry.place, _cells(entry, told), made.get(id(entry.within)))
        made[id(entry)] = row
        yield row


@dataclass(eq=False)
class Entry:
    """A session, or a talk `within` one, with its lines."""

    place: str
    day: str
    time: str
    lines: list[str] = field(default_factory=list)
    within: "Entry | None" = None
    label: str = ""
    """What the line of its time calls it."""


def _with_habits(entries: Sequence[Entry]) -> Told:
    """Return how people are written, and set them apart from titles where they stand below them."""
    below = [part for entry in entries for part in "\n".join(entry.lines).replace("\v", "\n").split("\n")[1:]]
    habits = Told(employers=writes_employers(below), parted=parts_people(below))
    for entry in entries if habits.employers else ():
        entry.lines = [part for line in entry.lines for part in people_apart(line)]
    return habits


def _with_brackets(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Return entries that tell where people work in brackets, where they do so behind stops."""
    lines = iter(with_brackets([line for entry in entries for line in entry.lines]))
    for entry in entries:
        entry.lines = [next(lines) for _ in entry.lines]
    return entries


def _side_by_side(entry: Entry, rooms: frozenset[str]) -> Iterator[Entry]:
    """Yield a session, and below it each other of its slot: a title with another room right under it."""
    begins = 0
    room_told = False
    for at, line in enumerate(entry.lines):
        is_place = line.casefold() in rooms or is_room(line, rooms)
        title = entry.lines[at - 1] if at else ""
        if is_place and room_told and at - 1 > begins and not (MARK.match(title) or is_fact(title)):
            yield Entry(entry.place, entry.day, entry.time, entry.lines[begins : at - 1], entry.within)
            begins = at - 1
        room_told = room_told or is_place
    entry.lines = entry.lines[begins:]
    yield entry


def _with_talks(entry: Entry, rooms: frozenset[str]) -> Iterator[Entry]:
    """Yield a session without the talks that its lines list, and each of them."""
    is_headed = len(entry.lines) > 1 and is_room(entry.lines[0], rooms) and not MARK.match(entry.lines[1])
    begins = 2 if is_headed else 1
    own, talks = talks_of(entry.lines[begins:], employers=True)
    entry.lines = [*entry.lines[:begins], *own]
    yield entry
    for lines in talks:
        yield Entry(entry.place, entry.day, "", lines, entry.within or entry)


def _cells(entry: Entry, told: Told) -> dict[str, "str | tuple[str | Row, ...]"]:
    cells: dict[str, str | tuple[str | Row, ...]] = {
        "time": entry.time,
        "title": told.title,
        "speakers": "\n".join(told.speakers),
        "chairs": "\n".join(told.chairs),
        "room": told.room,
        "kind": told.kind or entry.label,
        "language": told.language,
        "notes": "\n".join(told.notes),
        "abstract": "",
    }
    if entry.day:
        cells[SECTION_DAY] = entry.day
    return cells


@dataclass
class _Walk:
    """Goes through the lines and opens a session wherever one begins."""

    rooms: frozenset[str]
    entries: list[Entry] = field(default_factory=list)
    day: str = ""
    time: str = ""
    """Of the slot that is open."""
    holder: Entry | None = None
    """The session whose talks may follow."""
    entry: Entry | None = None
    """What the next line belongs to."""
    is_shared: bool = False
    """Whether the slot's time stands above several sessions."""

    def take(self, line: Line, lines: Sequence[Line]) -> None:
        """Read one line, the first of those that are left."""
        if line.day:
            self.day, self.time, self.holder, self.entry, self.is_shared = line.day, "", None, None, False
        elif PART_OF_DAY.fullmatch(line.text):
            self.time, self.holder, self.entry = "", None, None
        elif line.time and self._is_inside(line):
            self.entry = self._begun(line, self.holder)
            self.entry.time = in_afternoon_of(self.holder.time if self.holder else "", self.entry.time)
        elif line.time:
            self._open(line, lines)
        elif self.time and self._begins_session(line):
            self.holder = self.entry = self._begun(line, None)
        elif self.entry is not None and is_about_the_site(line.text.replace("\v", " ")):
            self.entry, self.time = None, ""
        elif self.entry is not None and line.column is None or self.entry is not None and self.time:
            self.entry.lines.append(line.rest)

    def _begun(self, line: Line, within: Entry | None) -> Entry:
        said = [line.rest] if line.rest else []
        entry = Entry(line.place, self.day, line.time or self.time, said, within, line.label)
        self.entries.append(entry)
        return entry

    def _open(self, line: Line, lines: Sequence[Line]) -> None:
        """Begin a slot: a session, or what several share that stand below."""
        head = self._head(line.rest)
        is_break = BREAK_TITLES.search(BRACKET.sub("", line.rest)) is not None
        if is_break and self.holder is not None and self._lasts_over(line):
            self.entry = self._begun(line, None)  # a session goes on after its break
            return
        self.time = line.time
        is_bare = not line.rest and not self._is_told_below(lines)
        self.is_shared = is_bare or (head is None or not head.room) and heads_several(lines, self.rooms)
        self.holder = self.entry = None if self.is_shared else self._begun(line, None)

    def _is_told_below(self, lines: Sequence[Line]) -> bool:
        """Return whether below a time alone stands what is held then, and neither its kind nor its room."""
        below = lines[1] if len(lines) > 1 else None
        if below is None or below.time or below.day or below.opens or PART_OF_DAY.fullmatch(below.text):
            return False
        return self._head(below.rest) is None and not is_fact(below.rest)

    def _is_inside(self, line: Line) -> bool:
        """Return whether a line is a talk of the session that is open: it begins within it and has no room itself."""
        if self.holder is None or not self._lasts_over(line):
            return False
        text = line.rest.replace("\v", " ")
        head = head_of(text, self.rooms)
        first = line.rest.split("\v")[0]
        is_break = BREAK_TITLES.search(BRACKET.sub("", first)) is not None
        in_brackets = room_in_brackets(first, self.rooms, alone=is_break)[1]
        has_room = head is not None and bool(head.room) or bool(in_brackets)
        return bool(text) and not has_room

    def _lasts_over(self, line: Line) -> bool:
        if self.holder is None:
            return False
        held = read_when(self.holder.time, hint="clock")
        own = _as_meant(self.holder.time, line)
        if held.start is None or own.start is None:
            return False
        if held.end is None:
            return self.is_shared and line.column is not None and own.start >= held.start
        ends_within = own.end is None or own.end <= held.end and (own.start, own.end) != (held.start, held.end)
        return held.start <= own.start < held.end and ends_within

    def _begins_session(self, line: Line) -> bool:
        """Return whether a line without a time is the head of a session: its column's, or one below another."""
        if line.opens and self.is_shared:
            return True
        head = head_of(line.rest.replace("\v", " "), self.rooms)
        if head is None:
            return False
        if self.entry is None:
            return True
        if line.column is not None or not head.room:
            return False
        return self._has_head() and self._is_complete() and (self.is_shared or bool(head.label))

    def _has_head(self) -> bool:
        return self.holder is not None and any(self._head(text) for text in self.holder.lines[:2])

    def _head(self, text: str) -> Head | None:
        return head_of(text.replace("\v", " "), self.rooms)

    def _is_complete(self) -> bool:
        """Return whether the open session has a title below its head."""
        assert self.holder is not None
        return any(not self._head(text) and not is_fact(text) for text in self.holder.lines)


def _as_meant(slot: str, line: Line) -> When:
    """Return when a line is held below a slot: that may leave out p.m. which the slot tells."""
    meant = in_afternoon_of(slot, line.time)
    return read_when(meant, hint="clock") if meant != line.time else line.when


def _begins_within(slot: When, own: When) -> bool:
    if slot.start is None or slot.end is None or own.start is None:
        return False
    return own.end is None and slot.start <= own.start < slot.end


def heads_several(lines: Sequence[Line], rooms: frozenset[str] = frozenset()) -> bool:
    """Return whether the first of the lines has only a time that sessions side by side share, each under its room."""
    slot = lines[0].when
    if len(lines) < 2 or lines[1].time:
        return False
    if lines[1].opens:
        return lines[0].column is None
    alone = 0
    for line in lines[1:]:
        if line.day or line.time and not _begins_within(slot, _as_meant(lines[0].time, line)):
            break
        alone += not line.time and is_room(line.rest.replace("\v", " "), rooms)
    return alone > 1 and is_room(lines[1].rest.replace("\v", " "), rooms)
