"""The walk through the lines of a document: where each session begins, and which lines belong to it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from charlotte.congress.importers.shapes.entries.document_lines import LONGEST_DAY, DocumentLine
from charlotte.congress.importers.shapes.entries.entry_lines import are_places, title_in
from charlotte.congress.importers.shapes.entries.habits import Entry
from charlotte.congress.importers.shapes.entries.site_notes import is_about_the_site
from charlotte.congress.importers.shapes.entries.talks_inside import ITEM
from charlotte.congress.importers.shapes.entries.under_one_time import openings
from charlotte.congress.importers.shapes.times.afternoons import in_afternoon_of
from charlotte.congress.importers.shapes.times.day_line import day_above
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.headings import PART_OF_DAY, named_by
from charlotte.congress.importers.shapes.values.parallel import ONLY_PARALLEL
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.wording import BREAK_TITLES
from charlotte.documents.paper import Block

FEWEST_ALIKE, MOSTLY = 3, 0.7


@dataclass
class Walk:
    """Goes through the lines and begins an entry wherever a session does."""

    name: str
    lines: Sequence[DocumentLine]
    entries: list[Entry] = field(default_factory=list)
    entry: Entry | None = None
    pending: Entry | None = None
    """A heading that may be the title of a session whose time stands below it."""
    slot: str = ""
    """The time under which several titles may stand."""
    day: str = ""
    begun_at: Block | None = None
    """Where the open session begins."""
    parallel: str = ""
    """The time of a slot that only says that it holds several sessions, which are the headings below."""
    _places_below: bool = False
    """Whether what stands behind the times below headings is where these are held."""
    _timed_at: Block | None = None
    """Where the last time stands."""
    _titled_below: bool = False
    """Whether the heading below the last time is what is held then."""

    def through(self) -> None:
        """Read all lines."""
        behind = Counter(line.timed[1] for line in self.lines if line.timed is not None)
        for line, above in zip(self.lines[1:], self.lines, strict=False):
            if (
                line.timed is not None
                and above.is_heading
                and behind[line.timed[1]] > 1
                and len(line.timed[1]) < LONGEST_DAY
            ):
                line.only_time = True  # the same behind the times of several titles is where they are held
        self._place_alike()
        self._time_first = self._has_titles_below_times()
        side_by_side = openings(self.lines)
        for at, line in enumerate(self.lines):
            if at in side_by_side and self.entries and self.entry is not None:
                self._open_beside(line)
            elif line.timed is not None:
                self._time(at, line, *line.timed)
            elif line.is_day:
                self.entry, self.pending, self.slot, self.parallel = None, None, "", ""
                self.day = line.text if line.block.kind != "heading" else ""
            elif line.piece.opens:
                self.entry, self.pending, self.slot, self.parallel = None, None, "", ""
            elif line.is_heading:
                self._heading(line)
            elif line.text:
                self._text(at, line)

    def _place_alike(self) -> None:
        """Take what stands behind the times right below headings for where these are held, if it mostly is that."""
        pairs = list(enumerate(zip(self.lines[1:], self.lines, strict=False)))
        timed = [(at, line) for at, (line, above) in pairs if above.is_heading and line.timed is not None]
        below = [line for at, line in timed if line.timed is not None and line.timed[1] and not self._is_titled(at)]
        told = [line for line in below if line.timed is not None and len(line.timed[1]) < LONGEST_DAY]
        is_alike = sum(line.only_time for line in below) >= max(FEWEST_ALIKE, MOSTLY * len(below))
        if is_alike or are_places([line.timed for line in below if line.timed is not None]):
            for line in told:
                line.only_time = True
            self._places_below = True

    def _is_titled(self, at: int) -> bool:
        """Return whether a heading is the title of the bare time right above it, which stands below no other one."""
        time, ahead = (self.lines[at - one] if at >= one else None for one in (1, 2))
        is_bare = time is not None and time.timed is not None and not time.timed[1]
        return is_bare and (ahead is None or not ahead.is_heading)

    def _open_beside(self, line: DocumentLine) -> None:
        """Begin one of several sessions under a time; what only says that they are parallel is none itself."""
        last = self.entries[-1]
        if ONLY_PARALLEL.fullmatch(" ".join((last.title, *last.lines)).strip()):
            self.entries.pop()
        self._begin(line, last.time, "", [line.text])

    def _begin_parallel(self, line: DocumentLine) -> None:
        """Begin a session whose heading stands under the time of a slot; the slot itself is none then."""
        if self.entries and ONLY_PARALLEL.fullmatch(
            " ".join((self.entries[-1].title, *self.entries[-1].lines)).strip()
        ):
            self.entries.pop()
        self.entry = None
        named = named_by(line.text)
        is_apart = bool(named.title and named.room) and not named.time
        self._begin(line, self.parallel, line.text, [named.room] if is_apart else [])
        self.entries[-1].title = named.title if is_apart else line.text

    def _has_titles_below_times(self) -> bool:
        """Return whether the titles are headings below their times, and not above."""
        below = above = 0
        for at, line in enumerate(self.lines):
            if line.only_time:
                below += at + 1 < len(self.lines) and self.lines[at + 1].is_heading
                ahead = at - 1 if at > 1 and names_people(self.lines[at - 1].text, True) else at
                above += ahead > 0 and self.lines[ahead - 1].is_heading
        return below > above

    def _time(self, at: int, line: DocumentLine, time: str, rest: str) -> None:
        self.parallel = time if ONLY_PARALLEL.fullmatch(rest) and read_when(time).end is not None else ""
        titled = self.pending is not None and self.pending.above == line.above and not self._time_first
        if line.only_time and titled and self.pending is not None:
            self.entry, self.pending, self.begun_at = self.pending, None, line.block
            self.entry.time, self.entry.is_headed = time, True
            if (
                self._places_below
                and not self.entry.lines
                and ROOM_WORDS.search(rest) is None
                and len(rest) < LONGEST_DAY
            ):
                self.entry.room, rest = rest, ""  # whatever it is called
            self.entry.lines = [*self.entry.lines, *([rest] if rest else [])]
            self.entries.append(self.entry)
            self.slot = ""
            return
        self.slot = time if line.only_time and not rest else ""
        self._timed_at = line.block
        self._titled_below = bool(self.slot) and self.pending is None and self._heads_below(at)
        self.pending = None
        if self.slot and self._lists_sessions(at):
            self.entry = None
            return
        self._begin(line, time, "", [rest] if rest else [])

    def _begin(self, line: DocumentLine, time: str, title: str, lines: list[str]) -> None:
        place = f"{self.name}, page {line.block.page}" if line.block.page else f"{self.name}, piece {line.number}"
        above = line.above[:-1] if line.above and line.above[-1] == title else line.above
        entry = Entry(place, time, title, day_above(above) or self.day, above, lines, among=line.piece.among)
        entry.sign = line.sign
        entry.held_in = self._holder(entry, line)
        self.entry, self.begun_at = entry, line.block
        self.entries.append(entry)

    def _heading(self, line: DocumentLine) -> None:
        if self.parallel and line.above[-1:] == (line.text,):
            self._begin_parallel(line)
            return
        waits = self.entry is not None and not self.entry.title and self.begun_at is self._timed_at
        is_below = self._time_first or self._titled_below
        if waits and is_below and self.entry is not None and not any(map(title_in, self.entry.lines)):
            self.entry.title, self._titled_below = line.text, False
            return
        if self.slot and self._time_first:
            if self.entry is not None and not self.entry.title and not self.entry.lines:
                self.entry.title = line.text
            else:
                self._begin(line, self.slot, line.text, [])
            return
        if self.entry is not None and self.entry.above != line.above or not self._is_below(line):
            self.entry = None
        if PART_OF_DAY.fullmatch(line.text):
            self.entry, self.pending = None, None
            return
        above = line.above[:-1] if line.above and line.above[-1] == line.text else line.above
        named = named_by(line.text)
        is_apart = bool(named.title and named.room) and not named.time and not self._places_below
        title, lines = (named.title, [named.room]) if is_apart else (line.text, [])
        if named.room and not named.title:
            self.pending = None  # the room of what follows
            return
        self.pending = Entry("", "", title, day_above(above) or self.day, line.above, lines)
        self.pending.among = line.piece.among
        self.pending.place = f"{self.name}, piece {line.number}"

    def _is_below(self, line: DocumentLine) -> bool:
        return self.entry is not None and self.entry.above == line.above

    def _text(self, at: int, line: DocumentLine) -> None:
        if self.slot and self.entry is None and line.block.kind == "item":
            if at and self.lines[at - 1].block is line.block and self.entries:
                self.entries[-1].lines.append(line.text)
                return
            begun = self.begun_at
            if begun is not None and begun.kind == "item" and line.block.level > begun.level and self.entries:
                self.entries[-1].lines.append(f"{ITEM}{line.text}")  # a talk in the list of its session
                return
            self._begin(line, self.slot, "", [line.text])
            self.entry = None
        elif self.pending is not None and self.entry is None and not self._time_first:
            self.pending.lines.append(line.text)
        elif self.entry is not None and (self.entry.title or self.entry.lines) and is_about_the_site(line.text):
            self.entry, self.slot = None, ""
        elif self.entry is not None:
            self.entry.lines.append(f"{ITEM}{line.text}" if self._is_inner(at) else line.text)

    def _is_inner(self, at: int) -> bool:
        """Return whether a line begins an item of a list inside of the item that its session is."""
        line, begun = self.lines[at], self.begun_at
        if line.block.kind != "item" or self.lines[at - 1].block is line.block:
            return False
        if self.entry is None or not (self.entry.title or self.entry.lines):
            return False
        return begun is None or begun.kind != "item" or line.block.level > begun.level

    def _heads_below(self, at: int) -> bool:
        """Return whether a time stands right above a heading below which no other time is the first."""
        below = self.lines[at + 1 : at + 3]
        return bool(below) and below[0].is_heading and not any(one.only_time for one in below)

    def _lists_sessions(self, at: int) -> bool:
        """Return whether a time stands above a list of which every item is a session of its own."""
        items: list[DocumentLine] = []
        for line in self.lines[at + 1 :]:
            if line.block.kind != "item" or line.timed is not None:
                break
            if not items or line.block is not items[-1].block:
                items.append(line)
        told = [item.block.text.replace("\n", " – ") for item in items]
        return len(items) > 1 and all(title_in(text) and len(text) > 12 for text in told)

    def _holder(self, entry: Entry, line: DocumentLine) -> Entry | None:
        """Return the session whose talk this is: it says until when it takes, and the talk only when it begins."""
        outer = self.entry.held_in or self.entry if self.entry is not None else None
        own = read_when(entry.time)
        if outer is None or outer.day != entry.day or own.end is not None or own.start is None:
            return None
        told = read_when(outer.time)
        time = in_afternoon_of(outer.time, entry.time)
        own = read_when(time)
        if told.start is None or told.end is None or own.start is None or not told.start <= own.start < told.end:
            return None
        entry.time = time
        begun = self.entry is not outer or own.start == told.start or line.block.kind == "row"
        begun = begun or outer.is_headed and outer.above == line.above and not line.only_time
        title = outer.title or (outer.lines[0] if outer.lines else "")
        return outer if begun and not BREAK_TITLES.search(title) else None
