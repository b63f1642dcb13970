"""Sessions in the running text of a document, each a row with what its lines tell."""

from collections.abc import Iterator, Sequence

from charlotte.congress.importers.shapes.entries.document_lines import Piece, document_lines
from charlotte.congress.importers.shapes.entries.entry_lines import cells_of
from charlotte.congress.importers.shapes.entries.habits import Entry, Habits
from charlotte.congress.importers.shapes.entries.listed_talks import with_listed_talks
from charlotte.congress.importers.shapes.entries.names_above import with_names_above
from charlotte.congress.importers.shapes.entries.names_ahead import before_colon, write_so
from charlotte.congress.importers.shapes.entries.places_ahead import with_places_ahead
from charlotte.congress.importers.shapes.entries.talks_inside import ITEM, talks_of, title_first
from charlotte.congress.importers.shapes.entries.walk import Walk
from charlotte.congress.importers.shapes.people.names import writes_employers
from charlotte.congress.importers.shapes.rows import Row
from charlotte.congress.importers.shapes.sheets.cells import SECTION_DAY
from charlotte.congress.importers.shapes.times.until import end_in, until, whole


def rows_of(name: str, pieces: Sequence[Piece], rooms: frozenset[str] = frozenset()) -> Iterator[Row]:
    """Yield a row for each session in pieces of text, each with the headings above it."""
    walk = Walk(name, document_lines(pieces))
    walk.through()
    entries = [entry for entry in walk.entries if entry.title or entry.lines]
    for at, entry in enumerate(entries):
        _end(entry, [other.time for other in entries[:at] if other.day == entry.day])
    with_places_ahead(entries, rooms)
    ahead = write_so(entry.lines[0] for entry in entries if entry.lines and not entry.title)
    entries = [one for entry in entries for apart in _with_talks(entry, ahead) for one in with_listed_talks(apart)]
    with_names_above(entries)
    habits = Habits.of(entries, rooms)
    made: dict[int, Row] = {}
    for entry in entries:
        cells = cells_of(entry, habits)
        if not any(map(str.isalnum, cells["title"])):
            continue  # a dash between two times
        if entry.day:
            cells[SECTION_DAY] = entry.day
        row = Row(entry.place, dict(cells), made.get(id(entry.held_in)))
        made[id(entry)] = row
        if entry.among is not None and row.parent is None:
            entry.among.append(row)
        yield row


def _end(entry: Entry, above: Sequence[str]) -> None:
    """Take the end of a session out of its lines, and its start from those above where only its end is told."""
    entry.time = whole(entry.time, above)
    for at, line in enumerate(entry.lines):
        end, rest = end_in(line)
        if end and (timed := until(entry.time, end)) != entry.time:
            entry.time = timed
            entry.lines[at] = rest
            return


def _with_talks(entry: Entry, names_ahead: bool) -> Iterator[Entry]:
    """Yield a session without the talks that its lines list, and each of them.

    `names_ahead` tells that most lines name who speaks before the title, so that a name and a colon are enough.
    """
    titled = 0 if entry.title else 1
    title, below = entry.lines[:titled], entry.lines[titled:]
    own, talks = talks_of(below, writes_employers(line for line in below))
    own, talks = (own, talks) if talks else talks_of(below, employers=True)
    entry.holds_talks = bool(talks)
    own = own if talks else [line.removeprefix(ITEM) for line in own]
    told = before_colon(title[0], least=1) if titled and title and names_ahead else None
    title = title_first(title) if titled else title
    if told is not None and len(title) == 1:
        title = [told.title, told.people]
    entry.lines = [*title, *own]
    yield entry
    for lines in talks:
        yield Entry(entry.place, "", "", entry.day, entry.above, lines, entry)
