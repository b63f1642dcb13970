"""Sessions that a document tells as sections: a heading, who chairs below it, and the talks, each with its time."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import time
from itertools import pairwise

from charlotte.congress.importers.shapes.entries.entry_lines import are_places, title_in
from charlotte.congress.importers.shapes.entries.room_habits import places_between
from charlotte.congress.importers.shapes.entries.times_first import begins_with_time
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.rows import LETTERED, Row, Table
from charlotte.congress.importers.shapes.sheets.cells import SECTION, SECTION_DAY, SECTION_ROOM
from charlotte.congress.importers.shapes.texts.headed_paragraphs import PLAIN, headed
from charlotte.congress.importers.shapes.times.day_line import day_in, is_day
from charlotte.congress.importers.shapes.times.when import When, read_when
from charlotte.congress.importers.shapes.values.headings import (
    PART_OF_DAY,
    Named,
    is_numbered,
    is_of_morning,
    is_place,
    named_by,
    place_alone,
    places_in,
)
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.words import best_name
from charlotte.congress.importers.wording import BREAK_TITLES, KEYNOTES, SOCIAL_TITLES, says_changed
from charlotte.documents.marks import TAB
from charlotte.documents.paper import Block

NAMED = ": sections"
LONGEST_BREAK = 60
SEVERAL = 2
AFTERNOON = time(13)


@dataclass(eq=False)
class Section:
    """A heading that is more than a label, and what stands below it."""

    named: Named
    place: str
    day: str = ""
    chairs: list[str] = field(default_factory=list)
    is_session: bool = False
    usual_room: str = ""
    """Where everything of its day is held that names no other place."""
    is_of_morning: bool = False
    """Whether its heading says so: what begins in the afternoon is none of it."""
    rows: list[Row] = field(default_factory=list)

    @property
    def room(self) -> str:
        """Where it is held."""
        return self.named.room or self.usual_room

    def session(self) -> Row | None:
        """Put into the rows what the section says; return the session that holds them, where there is one."""
        inside = [row for row in _inside(self.rows) if self._holds(row)]
        timed = [when for row in inside if (when := when_of(row)).start is not None]
        if not self.is_session or len(inside) < SEVERAL or not self.named.title or len(timed) < len(inside):
            for row in inside:
                if self.room:
                    place_in(row, self.room)
                if self.named.title and not self.is_session:
                    row.cells.setdefault(SECTION, self.named.title)
                if self.chairs:
                    row.cells["chairs"] = "\n".join(filter(None, (row.text("chairs"), *self.chairs)))
            return None
        span = self.named.time or self._span(inside, timed)
        cells = {"title": self.named.title, "time": span, "room": self.room}
        cells |= {"speakers": "", "chairs": "\n".join(self.chairs)}
        cells |= {SECTION_DAY: self.day or inside[0].text(SECTION_DAY)}
        session = Row(self.place, dict(cells))
        for row in self.rows:
            row.cells.pop(SECTION, None)
            if row in inside:
                row.parent = row.parent or session
            elif not _is_pause(row) and self.room and self._holds(row):
                place_in(row, self.room)
        return session

    def _holds(self, row: Row) -> bool:
        """Return whether a row begins before the section ends, where it says when it does."""
        end, start = read_when(self.named.time).end or (AFTERNOON if self.is_of_morning else None), when_of(row).start
        return end is None or start is None or start < end

    def _span(self, inside: Sequence[Row], timed: Sequence[When]) -> str:
        """Return from when to when the talks go; where the last only begins, until what follows it."""
        first = min(when.start for when in timed if when.start is not None)
        last = max(timed, key=lambda when: when.end or when.start or first)
        after = [when_of(row).start for row in self.rows[self.rows.index(inside[-1]) + 1 :]]
        end = last.end or next((start for start in after if start is not None and start > (last.start or first)), None)
        return f"{first:%H:%M}" + (f" - {end:%H:%M}" if end is not None else "")


def sections_in(blocks: Sequence[Block], rooms: Set[str]) -> tuple[dict[int, Section], frozenset[int]]:
    """Return the sections of a document by the place of their headings, and which blocks only tell who chairs them."""
    heads = [at for at, block in enumerate(blocks) if _may_head(block)]
    known = frozenset(rooms) | places_in(blocks[at].text for at in heads) | _places_between(blocks, rooms)
    found: dict[int, Section] = {}
    taken: set[int] = set()
    of_heads = _times_of_heads(blocks, heads)
    for at in heads:
        end = _end_of(blocks, at)
        below = [other for other in range(at + 1, end) if _is_timed(blocks[other])]
        first = below[0] if below else end
        own = next((other for other in range(at + 1, first) if blocks[other].kind == "heading"), first)
        people = {other: said for other in range(at + 1, own) if (said := _chairs_in(blocks[other]))}
        named = named_by(blocks[at].text, known)
        between = [other for other in range(at + 1, first) if other not in people]
        place = _place_in(blocks[between[0]], known) if len(between) == 1 else ""
        if place and not (named.room and named.title):
            named = replace(named, title=named.title or named.room, room=place)
        titled = [other for other in below if _has_title(blocks[other])]
        is_held = is_numbered(named.title) or "\n" in blocks[at].text and bool(named.time or named.begins)
        is_session = bool(people or named.chairs) or is_held and len(titled) >= SEVERAL
        says_more = bool(named.room) and named.room != blocks[at].text  # what is but a room, a column of them tells
        lists = any(blocks[other].kind == "item" and other not in people for other in range(at + 1, first))
        if not titled or titled[0] != first or first in of_heads or lists or not (is_session or says_more):
            continue
        section = Section(named, f"piece {at + 1}", is_session=is_session)
        section.is_of_morning = is_of_morning(blocks[at].text)
        section.chairs = [*filter(None, (named.chairs,)), *(line for said in people.values() for line in said)]
        found[at] = section
        taken |= {*people, *(between if section.room == place else ())}
    return found, frozenset(taken)


def _times_of_heads(blocks: Sequence[Block], heads: Sequence[int]) -> frozenset[int]:
    """Return the lines right below headings where these tell only when and where what the headings name is held."""
    below = [at + 1 for at in heads if at + 1 < len(blocks) and blocks[at + 1].kind != "row"]
    timed = {at: begins_with_time(blocks[at].text.split("\n")[0]) for at in below}
    told = {at: found for at, found in timed.items() if found is not None and found[1]}
    return frozenset(told) if are_places([*told.values()]) else frozenset()


def _place_in(block: Block, rooms: Set[str]) -> str:
    """Return the room that a line alone names."""
    is_line = block.kind in ("heading", "text") and "\n" not in block.text.strip()
    return place_alone(block.text.strip(), rooms) if is_line else ""


def _places_between(blocks: Sequence[Block], rooms: Set[str]) -> frozenset[str]:
    """Return, folded, the lines between titles and who speaks that are rooms, in paragraphs that begin with a time."""
    timed = (block.text.split("\n") for block in blocks if block.kind == "text" and begins_with_time(block.text))
    return frozenset(place.casefold() for place in places_between([lines[1:] for lines in timed], rooms))


def with_heads(blocks: Sequence[Block], rooms: Set[str]) -> list[Block]:
    """Return the pieces of a page, with the first line of a paragraph as a heading where the others say who chairs."""
    rooms = frozenset(rooms) | _places_between(blocks, rooms)
    led = {id(block): [*_apart(block)] for block in blocks if block.kind == "text" and _is_led(block)}
    led |= {id(one): [*_apart(one)] for one, two in pairwise(blocks) if _may_lead(one) and _is_of_chairs(two)}
    led |= {id(block): parts for block in blocks if (parts := headed(block, rooms))}
    parts = [one for block in blocks for one in led.get(id(block), [block])]
    found, _ = sections_in(parts, rooms) if led else ({}, None)
    heads = {id(parts[at]) for at, section in found.items() if section.is_session}
    told = {key: parts for key, parts in led.items() if id(parts[0]) in heads}
    return [one for block in blocks for one in told.get(id(block), [block])]


def _may_lead(block: Block) -> bool:
    text = block.text.strip()
    is_line = block.kind == "text" and "\n" not in text and TAB not in "".join(block.marked)
    return is_line and labelled(text) is None and says_changed(text) is None and not text.endswith(".")


def _is_of_chairs(block: Block) -> bool:
    return block.kind == "text" and bool(_chairs_in(block))


def _is_led(block: Block) -> bool:
    """Return whether all lines of a paragraph below its first one say who chairs."""
    first, _, rest = block.text.partition("\n")
    return bool(rest) and labelled(first) is None and bool(_chairs_in(Block(kind="text", text=rest)))


def headed_by_sections(blocks: Sequence[Block], rooms: Set[str]) -> list[Block]:
    """Return the paragraphs of a plain text, with what can only be the heading of a section as one of its own."""
    rooms = frozenset(rooms) | _places_between(blocks, rooms)
    apart = [one for block in blocks for one in (headed(block, rooms) or _apart(block))]
    found, _ = sections_in(apart, rooms)
    heads = {id(apart[at]) for at, section in found.items() if section.is_session}
    heads |= {id(one) for one in blocks if one.kind == "heading" and "\n" not in one.text and not is_day(one.text)}
    return [_as_text(one) if one.kind == "heading" and id(one) not in heads else one for one in apart]


def _as_text(block: Block) -> Block:
    return block.model_copy(update={"kind": "text", "level": 0})


def _apart(block: Block) -> Iterator[Block]:
    """Yield a paragraph's first line as a heading where it may be one, its lines on who chairs, and the others."""
    first, _, rest = block.text.partition("\n")
    said = first.strip()
    if (
        block.kind == "heading"
        or len(said) > LONGEST_BREAK + 30
        or is_day(said)
        or begins_with_time(said)
        or said.endswith((".", ",", ";"))
    ):
        yield block
        return
    yield Block(kind="heading", level=PLAIN, text=said)
    lines = [line.strip() for line in rest.split("\n") if line.strip()]
    led = next((at for at, line in enumerate(lines) if labelled(line) is None), len(lines))
    for part in (lines[:led], lines[led:]):
        if part:
            yield Block(kind="text", text="\n".join(part))


def table_of(name: str, sections: Sequence[Section]) -> Table | None:
    """Return the sessions that hold the rows below their headings; none where there are none."""
    rows = tuple(session for section in sections if (session := section.session()) is not None)
    for row in rows:
        row.place = f"{name}, {row.place}"
    return Table(f"{name}{NAMED}", rows, (SECTION_DAY,), named_here=True) if rows else None


def when_of(row: Row) -> When:
    """Return when a row says that it takes place, whatever its column is called."""
    for text in (row.text("time"), *(row.text(column) for column in row.cells if best_name(column)[0] == "start")):
        when = read_when(text, hint="clock")
        if when.start is not None:
            return when
    unnamed = (read_when(row.text(column), hint="clock") for column in row.cells if column.startswith(LETTERED))
    return next((when for when in unnamed if when.start is not None and when.is_plain), read_when(""))


def place_in(row: Row, room: str) -> None:
    """Put a room into a row that has none."""
    columns = [column for column in row.cells if best_name(column)[0] == "room"]
    if not any(row.text(column) for column in columns):
        row.cells[columns[0] if columns else SECTION_ROOM] = room


def is_at_ease(row: Row) -> bool:
    """Return whether a row is a break, a meal or an evening, which are held wherever there is a table."""
    return _is_pause(row)


def _may_head(block: Block) -> bool:
    text = block.text
    if block.kind != "heading" or day_in(text) or PART_OF_DAY.fullmatch(text):
        return False
    return begins_with_time(text) is None and labelled(text) is None


def _end_of(blocks: Sequence[Block], at: int) -> int:
    for other in range(at + 1, len(blocks)):
        if blocks[other].kind == "heading" and blocks[other].level <= blocks[at].level:
            return other
    return len(blocks)


def _is_timed(block: Block) -> bool:
    if block.kind == "row":
        return any(read_when(cell, hint="clock").has_clock for cell in block.cells if len(cell) < LONGEST_BREAK)
    return begins_with_time(block.text) is not None


def _has_title(block: Block) -> bool:
    """Return whether a piece says what takes place, and not only when and where."""
    if block.kind == "row":
        return len([cell for cell in block.cells if cell]) > 1
    timed = begins_with_time(block.text.split("\n")[0])
    lines = [timed[1] if timed else "", *block.text.split("\n")[1:]]
    said = next((line for line in lines if line.strip()), "")
    return bool(said) and (title_in(said) or TAB in "".join(block.marked)) and not is_place(said)


def _chairs_in(block: Block) -> list[str]:
    """Return the lines of a piece where all of them say who chairs."""
    if block.kind == "row":
        return []
    lines = [line.strip() for line in block.text.split("\n") if line.strip()]
    told = [labelled(line) for line in lines]
    is_all = all(one is not None and one[0] == "chairs" and names_people(one[1], True) for one in told)
    return lines if lines and is_all else []


def _inside(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the talks of a section: no breaks, and nothing from a lecture of its own on that follows one."""
    paused = False
    for row in rows:
        if _is_pause(row):
            paused = True
        elif paused and any(KEYNOTES.match(text) for text in _said(row)):
            return
        else:
            yield row


def _is_pause(row: Row) -> bool:
    said = [text for text in _said(row) if not read_when(text, hint="clock").is_plain]
    title = row.text("title") or (said[0] if said else "")
    has_people = bool(row.text("speakers")) or "title" not in row.cells and len(said) > SEVERAL
    is_rest = BREAK_TITLES.search(title) is not None or SOCIAL_TITLES.search(title) is not None
    return is_rest and len(title) <= LONGEST_BREAK and not has_people


def _said(row: Row) -> list[str]:
    return [row.text(column) for column in row.cells if not column.startswith(SECTION) and row.text(column)]
