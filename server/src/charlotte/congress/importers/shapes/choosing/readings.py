"""Of several readings of one page the one that leaves nothing out: by its classes, or by its tables and lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.shapes.choosing.breaks_beside import breaks_of, is_break
from charlotte.congress.importers.shapes.choosing.guess import guess
from charlotte.congress.importers.shapes.drafting.drafts import drafts
from charlotte.congress.importers.shapes.html import for_scripts
from charlotte.congress.importers.shapes.leaflets import leaflet
from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.wording import plain
from charlotte.congress.model import Congress, RowWarning

FEWEST_ALIKE = 3
MUCH = 0.25
"""Facts for each session by which a reading tells so much more that it is the better of two."""
Tables = tuple[Table, ...]
MOST_TOLD = 20
"""Slots of a page of which staff are told singly that nothing was read of them."""


@dataclass(frozen=True)
class Tried:
    """A reading, and the sessions that it gives."""

    tables: Tables
    sessions: tuple[Draft, ...]

    @property
    def slots(self) -> frozenset[datetime]:
        """When sessions begin."""
        return frozenset(one.start for one in self.sessions if one.start is not None)

    @property
    def ends(self) -> frozenset[datetime]:
        """When sessions end, which the others may have taken for a begin."""
        return frozenset(one.end for one in self.sessions if one.end is not None)

    @property
    def timed(self) -> int:
        """How many sessions have a time."""
        return sum(one.start is not None for one in self.sessions)

    @property
    def facts(self) -> int:
        """How many of them say where they are held, and how many who takes part."""
        return sum(bool(one.room) + bool(one.speakers or one.chairs) for one in self.sessions)

    @property
    def without_breaks(self) -> "Tried":
        """The same without the pauses of all."""
        return Tried(self.tables, tuple(one for one in self.sessions if not is_break(one)))


def chosen(
    document: Document, readings: Sequence[Tables], congress: Congress, rooms: Sequence[str]
) -> tuple[Tables, tuple[RowWarning, ...]]:
    """Return the reading that accounts for the page, the earlier the surer; slots that it misses are warnings."""
    if len(readings) < 2:
        return (readings[0] if readings else ()), ()
    tried = _tried([(tables, tuple(_sessions(tables, congress, rooms))) for tables in readings])
    best = tried[0]
    for other in tried[1:]:
        if _tells_more(other, best):
            best = other
    # Of the lines beside times, as a leaflet is read, staff are told with their words instead; scripts know much else.
    told = (
        other.slots for other in tried if not other.tables[0].name.endswith(leaflet.NAMED) and not _is_hidden(other)
    )
    alike = [other for other in tried if other is not best and not _is_hidden(other) and _agree(best, other)]
    pauses = [one for other in alike for one in other.sessions]
    beside = tuple(breaks_of(document.name, pauses, best.slots, congress))
    missed = sorted(frozenset().union(*told) - best.slots - best.ends - _begun(beside, pauses))
    return (*best.tables, *beside), tuple(_warnings(document, missed[:MOST_TOLD]))


def _begun(tables: Tables, sessions: Iterable[Draft]) -> frozenset[datetime]:
    """Return when the sessions begin that tables were made of."""
    rows = {row.place for table in tables for row in table.rows}
    return frozenset(one.start for one in sessions if one.start is not None and one.row in rows)


def _is_hidden(reading: Tried) -> bool:
    return for_scripts.NAMED in reading.tables[0].name


def _tried(read: Sequence[tuple[Tables, tuple[Draft, ...]]]) -> list[Tried]:
    """Return readings with their sessions.

    What is called as a room of another session is none but misread, and so is what is called as somebody who speaks.
    """
    people = {plain(one.name).casefold() for _, sessions in read for session in sessions for one in session.speakers}
    told = [one for _, sessions in read for one in sessions if plain(one.title).casefold() not in people]
    named = {plain(one.room).casefold() for one in told if one.room} | people
    return [
        Tried(tables, tuple(one for one in sessions if plain(one.title).casefold() not in named))
        for tables, sessions in read
    ]


def _tells_more(other: Tried, best: Tried) -> bool:
    """Return whether another reading is the better: it has more sessions with a time, and not less of them.

    Of as many sessions at the same times, the one that tells much more of them is. Breaks alone make none better.
    """
    if _tells_all(best.without_breaks, other.without_breaks):
        return False
    if other.timed == best.timed:
        return other.slots == best.slots and other.facts - best.facts > MUCH * best.timed
    if other.timed < best.timed:
        return False
    if other.slots - best.slots:
        return 2 * other.timed + other.facts > 2 * best.timed + best.facts
    return other.facts - best.facts >= other.timed - best.timed  # sessions, and not sentences taken for some


def _agree(best: Tried, other: Tried) -> bool:
    """Return whether several sessions stand in two readings, and all of these begin when they do in the other."""
    told, again = ({(plain(one.title).casefold(), one.start) for one in each.sessions} for each in (best, other))
    common = {title for title, _ in told} & {title for title, _ in again}
    return len(common) >= FEWEST_ALIKE and all(one in told for one in again if one[0] in common)


def _tells_all(best: Tried, other: Tried) -> bool:
    """Return whether a reading tells as many sessions as another, at all of its times, and as much of them or more."""
    return best.timed >= other.timed and best.slots >= other.slots and best.facts >= other.facts


def _sessions(tables: Tables, congress: Congress, rooms: Sequence[str]) -> Iterable[Draft]:
    found = drafts(tables, guess(tables, congress, rooms), congress, rooms)
    return (one for one in found if any(map(str.isalnum, one.title)) and not one.repeated)


def _warnings(document: Document, slots: Iterable[datetime]) -> Iterable[RowWarning]:
    for slot in slots:
        message = f"Something begins at {slot:%H:%M} of which no session was read."
        yield RowWarning(f"{document.name}, {slot:%Y-%m-%d %H:%M}", "no_title", message)
