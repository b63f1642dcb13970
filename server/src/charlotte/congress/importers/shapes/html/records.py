"""The sessions of a page: round each title the part of the page that tells of it alone, and when it begins."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from charlotte.congress.importers.shapes.html.elements import Element
from charlotte.congress.importers.shapes.html.in_titles import in_titles
from charlotte.congress.importers.shapes.html.linked_titles import label_before, link_of
from charlotte.congress.importers.shapes.html.listed import listed_talks
from charlotte.congress.importers.shapes.html.parts import HEADINGS, clock_of, day_of, is_talk, part_of
from charlotte.congress.importers.shapes.html.timed_pieces import pieces_of
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import best_name

FEWEST = 3
SURE = 0.6
LONGEST_TITLE = 300
NO_TITLES_IN = frozenset(
    ("speakers", "chairs", "room", "affiliation", "track", "kind", "date", "start", "end", "language")
)
MOST = 4_000
"""Titles; a page of more is no programme that somebody made by hand."""
PIECES = frozenset(("dd", "li", "td", "div", "article", "section", "p"))
LARGEST_PART = 600
"""Letters of a list of people or a place; what is called a day and has more holds the sessions of it."""
DEEPEST = 3
"""Sessions in sessions; in what is nested deeper the structure means something else."""
MOSTLY = 0.5
FEWEST_CLOCKS = 2
EDGES = " :|·–—-"
CLOSE = 3
"""Elements between a start and its end that stand apart."""


@dataclass(eq=False)
class Record:
    """A session's part of a page."""

    title: Element
    extent: Element
    inside: list["Record"] = field(default_factory=list)
    held_in: "Record | None" = None
    clocks: list[str] = field(default_factory=list)
    clock_elements: frozenset[int] = frozenset()
    day: str = ""
    stated: bool = False
    """Whether a tag says that its time is one."""
    apart: frozenset[int] = frozenset()
    """Elements in its title that are none of it: a place, a badge."""
    is_piece: bool = False
    """Whether its title is not set apart from what else its piece of the page says."""

    @property
    def called(self) -> str:
        """Its title, without the time that stands in it, and without the label that stands before its link."""
        return self.written.removeprefix(self.label).lstrip(EDGES) if self.label else self.written

    @property
    def written(self) -> str:
        """Its title with the label before it."""
        return " ".join(self.title.lines(self.clock_elements | self.apart)).lstrip(EDGES) or self.title.text

    @cached_property
    def label(self) -> str:
        """What kind of session it is and which, where the page sets it apart from the title."""
        return label_before(self.title)


def records_of(page: Element) -> list[Record]:
    """Return the sessions of a page, each with its time; none where the page is not made so."""
    every = list(page.all())
    clocks = {one.at: said for one in every if (said := clock_of(one))}
    groups = _titles(every, clocks)
    if sum(map(len, groups)) < FEWEST:
        groups = _bold(every, clocks)
    else:
        titles = frozenset(one.at for group in groups for one in group)
        groups += listed_talks(every, clocks, titles)
    if sum(map(len, groups)) > MOST:
        return []
    records = [record for group in groups for record in _grown(group, groups)]
    records.sort(key=lambda record: record.title.at)
    _nest(records)
    records = _without_headings(records, clocks, every)
    if any(_depth(record) > DEEPEST for record in records):
        return []
    _tell_days(records, every)
    _tell_times(records, _lowest(every, clocks))
    records = [one for record in records for one in (record, *_talks(record))]
    marked = {one.at for one in every if one.tag in ("time", "dt")}
    for record in records:
        record.stated = record.stated or bool(record.clock_elements & marked)
    timed = [one for one in records if one.clocks or one.held_in is not None and one.held_in.clocks]
    return timed if len(timed) >= FEWEST and not _are_cells(timed) else []


def _talks(record: Record) -> list[Record]:
    """Return the talks that a session tells as pieces that begin with their times, which are not its own then."""
    if record.inside or record.held_in is not None or len(record.clock_elements) < FEWEST_CLOCKS:
        return []
    clocks = dict(zip(sorted(record.clock_elements), record.clocks, strict=True))
    talks = [
        Record(link or piece, piece, [], record, [clocks[at]], frozenset((at,)), record.day, is_piece=link is None)
        for piece, at in pieces_of(record.extent, clocks)
        for link in (link_of(piece, at),)
    ]
    told = {at for talk in talks for at in talk.clock_elements}
    record.inside = talks
    record.clocks = [said for at, said in clocks.items() if at not in told]
    record.clock_elements -= told
    return talks


def _lowest(every: list[Element], clocks: dict[int, str]) -> dict[int, str]:
    """Return the times without those that hold another."""
    numbers = list(clocks)
    last = {one.at: one.last for one in every if one.at in clocks}
    following = zip(numbers, (*numbers[1:], -1), strict=True) if numbers else ()
    return {at: clocks[at] for at, after in following if not at < after <= last[at]}


def _titles(every: list[Element], clocks: dict[int, str]) -> list[list[Element]]:
    """Return the elements that may be titles, those at the same place of the page's structure together."""
    found: dict[str, list[Element]] = defaultdict(list)
    paths: dict[int, str] = {}
    numbers = sorted(clocks)
    shut: set[int] = set()
    """Elements in which nothing is a title of a session."""
    for one in every:
        above = one.parent
        paths[one.at] = f"{paths[above.at] if above is not None else ''}/{one.tag}"
        part = part_of(one)
        is_part = part in NO_TITLES_IN and one.size <= LARGEST_PART and not _count(numbers, one.at + 1, one.last)
        if above is not None and above.at in shut or is_part or one.at in clocks:
            shut.add(one.at)
            continue
        is_title = _is_title(one) or is_talk(one) and _is_beside_a_time(one, clocks)
        is_title = is_title and 0 < one.size <= 2 * LONGEST_TITLE
        if not is_title or any(_is_title(inner) for inner in one.all() if inner is not one):
            continue
        shut.add(one.at)
        text = one.text
        if text and len(text) <= LONGEST_TITLE and not day_of(one) and any(map(str.isalpha, text)):
            found[paths[one.at]].append(one)
    return list(found.values())


def _is_title(element: Element) -> bool:
    return element.tag in HEADINGS or part_of(element) == "title"


def _is_beside_a_time(element: Element, clocks: dict[int, str]) -> bool:
    """Return whether an element stands in one line with a time: the talks of a session, listed in it."""
    line = element.parent
    return line is not None and line.tag in ("li", "tr", "p", "dd") and any(one.at in clocks for one in line.children)


def _bold(every: list[Element], clocks: dict[int, str]) -> list[list[Element]]:
    """Return what is bold and begins its piece of the page: how titles are set where nothing is a heading."""
    found: dict[str, list[Element]] = defaultdict(list)
    for one in every:
        if one.tag not in ("b", "strong") or one.at in clocks or one.parent is None or one.parent.tag not in PIECES:
            continue
        first = next((part for part in one.parent.content if isinstance(part, Element) or part.strip()), None)
        text = one.text if one.size <= LONGEST_TITLE else ""
        if first is one and any(map(str.isalpha, text)) and not text.endswith(":") and not day_of(one):
            found[one.parent.tag].append(one)
    return list(found.values())


def _grown(group: list[Element], groups: list[list[Element]]) -> Iterator[Record]:
    """Yield for each title the largest part of the page that holds no other of its kind, and begins with no other."""
    own = sorted(one.at for one in group)
    others = sorted(one.at for other in groups if other is not group for one in other)
    set_apart = in_titles(group)
    for title in group:
        extent = title
        for above in title.above():
            if above.parent is None or _count(own, above.at, above.last) > 1:
                break
            if _count(others, above.at, title.at - 1):
                break
            extent = above
        yield Record(title, extent, apart=frozenset(one.at for one in set_apart.get(title.at, ())))


def _count(numbers: list[int], first: int, final: int) -> int:
    return bisect_right(numbers, final) - bisect_left(numbers, first)


def _nest(records: list[Record]) -> None:
    """Find out which records stand inside of others."""
    open_records: list[Record] = []
    for record in sorted(records, key=lambda one: (one.extent.at, -one.extent.last)):
        while open_records and open_records[-1].extent.last < record.extent.at:
            open_records.pop()
        if open_records and open_records[-1].extent is not record.extent:
            record.held_in = open_records[-1]
            open_records[-1].inside.append(record)
        open_records.append(record)


def _without_headings(records: list[Record], clocks: dict[int, str], every: list[Element]) -> list[Record]:
    """Return the records that are sessions: what has no time itself, but days and sessions in it, heads the page."""
    days = [one.at for one in every if day_of(one)]
    numbers = sorted(clocks)
    heads = {
        id(record)
        for record in records
        if record.inside
        and not _is_timed_ahead(record, numbers)
        and (len(record.inside) > MOSTLY * len(records) or _has_own(record, days))
    }
    for record in records:
        while record.held_in is not None and id(record.held_in) in heads:
            record.held_in = record.held_in.held_in
    return [record for record in records if id(record) not in heads]


def _is_timed_ahead(record: Record, clocks: list[int]) -> bool:
    """Return whether a record tells a time before the first session in it; one behind them is another's."""
    first = min(one.extent.at for one in record.inside)
    return bool(_between(clocks, record.extent.at, first - 1) or _of_attributes(record))


def _has_own(record: Record, numbers: list[int]) -> bool:
    """Return whether a record holds any of these elements itself, and not in a session inside of it."""
    inside = [(one.extent.at, one.extent.last) for one in record.inside]
    held = _between(numbers, record.extent.at, record.extent.last)
    return any(not any(first <= at <= last for first, last in inside) for at in held)


def _depth(record: Record) -> int:
    depth, around = 0, record.held_in
    while around is not None and depth <= DEEPEST:
        depth, around = depth + 1, around.held_in
    return depth


def _tell_days(records: list[Record], every: list[Element]) -> None:
    """Give each record the day that stands above it or around it."""
    titles = {record.title.at: record for record in records}
    day, until = "", -1
    for one in every:
        if one.at in titles:
            titles[one.at].day = day
            until = max(until, titles[one.at].extent.last)
        elif one.at > until and (said := day_of(one)):
            day = said


def _tell_times(records: list[Record], clocks: dict[int, str]) -> None:
    """Give each record its time: that in it, else that of the slot it stands in."""
    numbers = sorted(clocks)
    owner: dict[int, Record] = {}
    for record in sorted(records, key=lambda one: one.extent.at):
        for at in _between(numbers, record.extent.at, record.extent.last):
            owner[at] = record  # the innermost comes last
    own: dict[int, list[int]] = defaultdict(list)
    for at, record in owner.items():
        own[id(record)].append(at)
    for record in records:
        record.clocks = _of_attributes(record)
        if record.clocks:
            record.stated = True
            continue
        lowest = sorted(own[id(record)])
        record.clock_elements = frozenset(lowest)
        record.clocks = [clocks[at] for at in lowest]
    free = [at for at in numbers if at not in owner]
    for record in records:
        if not record.clocks and record.held_in is None:
            slot = _of_slot(record, clocks, free)
            record.clock_elements = frozenset(slot)
            record.clocks = [clocks[at] for at in slot]


def _between(numbers: list[int], first: int, final: int) -> list[int]:
    return numbers[bisect_left(numbers, first) : bisect_right(numbers, final)]


def _of_attributes(record: Record) -> list[str]:
    """Return the time that the elements of a record carry for scripts: `data-start="2027-06-10T09:00"`."""
    around = [record.title, *(one for one in record.title.above() if one.at >= record.extent.at)]
    for one in around:
        told: dict[str, str] = {}
        for key, value in one.attributes.items():
            field, score = best_name(key.removeprefix("data-")) if key.startswith("data-") else (None, 0.0)
            when = read_when(value, hint="clock") if field in ("start", "end") and score > SURE else None
            if field is not None and when is not None and (when.has_clock or when.moment is not None):
                told.setdefault(field, value)
        if "start" in told:
            return [told["start"], *([told["end"]] if "end" in told else [])]
    return []


def _of_slot(record: Record, clocks: dict[int, str], free: list[int]) -> list[int]:
    """Return the time that stands right above a record, beside or around it."""
    for above in (record.extent, *record.extent.above()):
        if above.parent is None:
            break
        before = _between(free, above.parent.at, above.at - 1)[-2:]
        if len(before) == 2 and before[1] - before[0] <= CLOSE and read_when(clocks[before[0]]).end is None:
            return before
        if before:
            return before[-1:]
    return []


def _are_cells(records: list[Record]) -> bool:
    """Return whether the records are cells of timetables, whose columns say where: none of them says so itself."""
    outer = [(record, *_cell_of(record)) for record in records if record.held_in is None]
    cells: dict[int, set[int]] = defaultdict(set)
    for _, row, cell in outer:
        cells[row].add(cell)
    beside = [record for record, row, _ in outer if row >= 0 and len(cells[row]) > 1]
    placed = sum(any(part_of(one) == "room" for one in record.extent.all()) for record in beside)
    return len(beside) - placed > 0.2 * len(records) and placed < MOSTLY * len(beside)


def _cell_of(record: Record) -> tuple[int, int]:
    """Return the row of a table in which a record stands and its cell there; -1 outside of tables."""
    cell = -1
    for one in record.title.above():
        if one.tag in ("td", "th"):
            cell = one.at
        if one.tag == "tr":
            return one.at, cell
    return -1, -1
