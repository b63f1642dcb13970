"""A programme that is one run of pieces named by their style: where a session begins, and which piece is what."""

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from charlotte.congress.importers.shapes.cells.line_starts import TIMED
from charlotte.congress.importers.shapes.html.parts import TALKS, part_of_class
from charlotte.congress.importers.shapes.times.day_line import day_in, is_day
from charlotte.congress.importers.shapes.times.when import When, read_when
from charlotte.congress.importers.shapes.values.words import words_of
from charlotte.congress.importers.wording import says_changed

FEWEST = 3
MOSTLY = 0.8
LONGEST_CLOCK = 40
LONGEST_DAY = 80
MOST_PARTS = 3
"""Of a line that tells a talk."""
NO_TITLES = frozenset(("room", "speakers", "chairs", "affiliation", "language", "date"))


@dataclass(frozen=True)
class Piece:
    """A paragraph, or a part of one, under the name of its style."""

    style: str
    text: str
    parts: tuple[str, ...] = ()
    """What tabs or its setting part in it."""

    @property
    def is_talk(self) -> bool:
        """Whether it tells a talk in one line: when it begins, its title, and who gives it."""
        return 1 < len(self.parts) <= MOST_PARTS and Piece(self.style, self.parts[0]).is_clock and not self.is_clock

    @property
    def is_clock(self) -> bool:
        """Whether it is nothing but a time."""
        if len(self.text) > LONGEST_CLOCK:
            return False
        when = read_when(self.text, hint="clock")
        return when.has_clock and len(when.rest) <= FEWEST

    @property
    def is_day(self) -> bool:
        """Whether it is nothing but a day, or a heading with one."""
        return len(self.text) <= LONGEST_DAY and (is_day(self.text) or bool(day_in(self.text))) and not self.is_clock


@dataclass(eq=False)
class _Record:
    day: str = ""
    clocks: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    above: dict[str, str] = field(default_factory=dict)
    inside: list["_Record"] = field(default_factory=list)
    title: Piece | None = None

    @property
    def when(self) -> When:
        return read_when(self.clocks[0], hint="clock")


def with_clocks_apart(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces in which the times that begin those of one style stand alone: "9.30 Opening"."""
    every = Counter(piece.style for piece in pieces)
    timed = Counter(piece.style for piece in pieces if TIMED.match(piece.text))
    styles = {style for style, count in timed.items() if count >= max(FEWEST, MOSTLY * every[style])}
    found: list[Piece] = []
    for piece in pieces:
        begun = TIMED.match(piece.text) if piece.style in styles else None
        if begun is not None:
            found.append(Piece(f"{piece.style} time", begun[0].strip(" :–—-|")))
        parts = piece.parts if piece.is_talk else ()  # in a title, words in italics are no name
        rest = piece.text[begun.end() :] if begun is not None else piece.text
        found.append(Piece(piece.style, rest, parts[1:] if begun is not None else parts))
    return found


def clock_styles(pieces: Sequence[Piece]) -> frozenset[str]:
    """Return the styles in which nothing but times is set."""
    return _styles_of(pieces, [piece for piece in pieces if piece.is_clock])


def _styles_of(pieces: Sequence[Piece], some: Sequence[Piece]) -> frozenset[str]:
    every = Counter(piece.style for piece in pieces)
    own = Counter(piece.style for piece in some)
    return frozenset(style for style, count in own.items() if count >= MOSTLY * every[style])


def sessions_in(pieces: Sequence[Piece]) -> list[dict[str, Any]]:
    """Return the sessions that a run of pieces tells, with their talks; none where it tells no times apart."""
    clocks = clock_styles(pieces)
    records = _titled(_records(pieces, clocks))
    if len(records) < FEWEST:
        return []
    holders, parts = _levels(records)
    outer: list[_Record] = []
    for record in records:
        holder = outer[-1] if outer else None
        if holder is not None and _style(record) in parts and _style(holder) in holders and _is_in(record, holder):
            holder.inside.append(record)
        else:
            outer.append(record)
    remarks = frozenset(piece.style for one in records for piece in one.pieces if says_changed(piece.text))
    titles = {*map(_style, records)}
    return [_session(record, remarks - titles) for record in outer]


def _records(pieces: Sequence[Piece], clocks: Set[str]) -> list[_Record]:
    """Return a record for each time, or each title where these stand before their times, below its day."""
    days = _styles_of(pieces, [piece for piece in pieces if piece.is_day])
    leads = _leading(pieces, clocks, days)
    records: list[_Record] = []
    day, above, closed = "", dict[str, str](), True
    for piece in pieces:
        is_clock = piece.style in clocks and piece.is_clock
        if piece.style in days and piece.is_day:
            day, above, closed = piece.text, {}, True
            continue
        now = records[-1] if records and not closed else None
        if piece.style in leads if leads else is_clock and (now is None or bool(now.pieces)):
            now, closed = _Record(day, above=dict(above)), False
            records.append(now)
        if now is None:
            above[piece.style] = piece.text
        elif is_clock:
            now.clocks.append(piece.text)
        else:
            now.pieces.append(piece)
    return [record for record in records if record.clocks]


def _leading(pieces: Sequence[Piece], clocks: Set[str], days: Set[str]) -> frozenset[str]:
    """Return the styles of what begins a session where that is not its time: titles that stand right before times."""
    first: Counter[bool] = Counter()
    before: Counter[str] = Counter()
    after_day = False
    for one, following in zip(pieces, pieces[1:], strict=False):
        if after_day and one.style not in days:
            first[one.style in clocks] += 1
            after_day = False
        after_day = after_day or one.style in days
        if following.style in clocks and one.style not in clocks and one.style not in days:
            before[one.style] += 1
    times = sum(before.values())
    if first[True] >= first[False] or not times:
        return frozenset()
    style, count = before.most_common(1)[0]
    every = sum(1 for piece in pieces if piece.style == style)
    return frozenset((style,)) if count >= MOSTLY * times and count >= MOSTLY * every else frozenset()


def _titled(records: Sequence[_Record]) -> list[_Record]:
    """Return the records that have a title: the first piece that is called nothing else."""
    for record in records:
        own = (piece for piece in record.pieces if part_of_class(piece.style) not in NO_TITLES)
        record.title = next(own, record.pieces[0] if record.pieces else None)
    return [record for record in records if record.title is not None]


def _style(record: _Record) -> str:
    return record.title.style if record.title is not None else ""


def _levels(records: Sequence[_Record]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the styles of titles of sessions that hold talks, and those of talks."""
    inside: Counter[str] = Counter()
    every = Counter(map(_style, records))
    holders: set[str] = set()
    holder: _Record | None = None
    for record in records:
        if holder is not None and _style(record) != _style(holder) and _is_in(record, holder):
            inside[_style(record)] += 1
            holders.add(_style(holder))
        else:
            holder = record
    called = {style for style in every if TALKS & {*words_of(style)}}
    parts = {style for style, count in inside.items() if count >= MOSTLY * every[style]} | (called & inside.keys())
    return frozenset(holders - parts), frozenset(parts)


def _is_in(record: _Record, holder: _Record) -> bool:
    """Return whether a session lies within the hours of another of its day."""
    until = holder.when.end or (read_when(holder.clocks[1], hint="clock").start if len(holder.clocks) > 1 else None)
    start, begins = record.when.start, holder.when.start
    if record.day != holder.day or start is None or begins is None or until is None:
        return False
    return begins <= start < until


def _session(record: _Record, remarks: Set[str]) -> dict[str, Any]:
    """Return what a session tells by the styles of its pieces; in `remarks` are those that tell changes."""
    assert record.title is not None
    cells: dict[str, Any] = {"day": record.day, "start": record.clocks[0]}
    cells["end"] = record.clocks[1] if len(record.clocks) > 1 and record.when.end is None else ""
    cells["title"] = record.title.text
    if len(record.title.parts) == MOST_PARTS - 1 and not record.title.is_talk:
        cells["title"], cells["speakers"] = record.title.parts
    told: dict[str, list[str]] = {}
    lines = [piece for piece in record.pieces if piece is not record.title and _is_talk(piece, record)]
    for piece in record.pieces:
        if piece is not record.title and piece not in lines:
            told.setdefault("notes" if piece.style in remarks else piece.style, []).append(piece.text)
    rooms = {style: text for style, text in record.above.items() if part_of_class(style) == "room"}
    cells |= {style: texts for style, texts in {**{key: [one] for key, one in rooms.items()}, **told}.items()}
    if record.inside or lines:
        cells["talks"] = [*map(_talk, lines), *(_session(one, remarks) for one in record.inside)]
    return cells


def _is_talk(piece: Piece, record: _Record) -> bool:
    """Return whether a line tells a talk that begins while the session lasts."""
    return piece.is_talk and _is_in(_Record(record.day, [piece.parts[0]]), record)


def _talk(piece: Piece) -> dict[str, Any]:
    start, title, *people = piece.parts
    return {"start": start, "title": title, "speakers": people[0] if people else ""}
