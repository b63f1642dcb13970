"""A programme that exists only as a document: its tables, and its lines that begin with a time."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.changes.told_changes import ToldChange, remarks_of
from charlotte.congress.importers.shapes.entries.document_lines import LONGEST_DAY, Piece
from charlotte.congress.importers.shapes.entries.entries import rows_of
from charlotte.congress.importers.shapes.entries.room_habits import headed_by_rooms, rooms_above
from charlotte.congress.importers.shapes.entries.times_first import begins_with_time
from charlotte.congress.importers.shapes.grids.grid import table_of
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.sheets.cells import SECTION, SECTION_DAY, Grid
from charlotte.congress.importers.shapes.texts.details_beside import with_details
from charlotte.congress.importers.shapes.texts.emphasis import as_set, leads
from charlotte.congress.importers.shapes.texts.heads_in_pieces import with_heads_whole
from charlotte.congress.importers.shapes.texts.items_of_times import with_items_timed
from charlotte.congress.importers.shapes.texts.rooms_above import with_rooms_above
from charlotte.congress.importers.shapes.texts.rooms_alone import with_rooms_headed
from charlotte.congress.importers.shapes.texts.rooms_of_days import (
    with_houses,
    with_rooms_beside_days,
    with_rooms_of_days,
)
from charlotte.congress.importers.shapes.texts.rooms_of_halves import with_rooms_of_halves
from charlotte.congress.importers.shapes.texts.sections import Section, headed_by_sections, sections_in, with_heads
from charlotte.congress.importers.shapes.texts.sections import table_of as sessions_of
from charlotte.congress.importers.shapes.texts.soft_breaks import unbroken, with_employers_below
from charlotte.congress.importers.shapes.texts.titles_above_times import with_titles_above
from charlotte.congress.importers.shapes.texts.usual_room import with_usual_room
from charlotte.congress.importers.shapes.times.day_line import day_above, day_in, is_day
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.typed.layout import straightened
from charlotte.congress.importers.shapes.values.headings import is_place, named_by, room_beside_day, rooms_heading
from charlotte.congress.importers.shapes.values.labels_in_line import labels_apart
from charlotte.congress.importers.shapes.values.words import best_name
from charlotte.documents.formats import ENDINGS as DOCUMENTS
from charlotte.documents.paper import Block

MOST_PARAGRAPHS = 20_000
PADDING = re.compile(r"[ \t\u00a0]+")
ENDINGS = tuple(sorted(DOCUMENTS - {".txt", ".json"}))
TEXTS = (".txt",)
LONGEST_HEADING = 100
WIDEST_OF_TALKS = 3
LINES_OF_A_SESSION = 12
SURE = 0.6
MOSTLY = 0.6
LONGEST_NAME = 30
BEHIND_DAY = re.compile(r"\s+[–—-]\s+|:\s+")
FEWEST_WORDS = 5
"""Of a sentence behind a day."""
FEWEST = 3
"""Lines with a time that make a programme; fewer are opening hours."""


def tables_in_pages(document: Document, rooms: frozenset[str] = frozenset()) -> tuple[Table, ...]:
    """Return the tables of a document, read in a confined process. Raises `UnreadableFile`."""
    paper = document.paper
    folded = frozenset(room.casefold() for room in rooms)
    whole = [_day_said(unbroken(block)) for block in with_employers_below(paper.layout or paper.blocks)]
    read = [one for block in whole for one in _by_labels(block, folded)]
    apart, headed = _set_apart(with_rooms_beside_days(read, folded), folded)
    blocks = with_heads(apart, folded)
    tables = tuple(_tables(document.name, blocks, rooms | headed, on_pages=bool(paper.layout)))
    with_rooms_above(tables, folded)
    with_houses(tables, paper.blocks)
    with_rooms_of_halves(tables, (block.text for block in read if block.kind != "row"), folded)
    with_usual_room(tables, (block.text for block in paper.blocks), rooms)
    return with_details(tables)


def _set_apart(blocks: Sequence[Block], rooms: frozenset[str]) -> tuple[list[Block], frozenset[str]]:
    """Return pieces with the lines as headings that are some by their place, of sessions, titles, rooms; and these."""
    timed = with_items_timed(blocks)
    return with_rooms_headed(with_titles_above(with_heads_whole(timed, rooms), rooms), rooms)


def _by_labels(block: Block, rooms: frozenset[str]) -> list[Block]:
    """Return a line that says where and who leads as a block for each; any other block as it is."""
    pieces = [block.text] if block.kind == "row" or "\n" in block.text.strip() else labels_apart(block.text, rooms)
    if len(pieces) == 1:
        return [block]
    told = [pieces[0] if labelled(pieces[0]) else f"Room: {pieces[0]}", *pieces[1:]]
    return [Block(kind="text", text=piece, page=block.page) for piece in told]


def remarks_in(document: Document) -> tuple[ToldChange, ...]:
    """Return what a page says beside its programme about sessions that changed."""
    if not document.name.casefold().endswith((*ENDINGS, *TEXTS)):
        return ()
    try:
        return remarks_of(document.name, document.paper.blocks)
    except UnreadableFile:
        return ()


def texts_of(document: Document) -> tuple[str, ...]:
    """Return what a page says outside of its tables; nothing of any other file."""
    if not document.name.casefold().endswith(ENDINGS):
        return ()
    try:
        return tuple(block.text for block in document.paper.blocks if block.kind != "row")
    except UnreadableFile:
        return ()


def tables_in_text(document: Document, rooms: frozenset[str] = frozenset(), fewest: int = FEWEST) -> tuple[Table, ...]:
    """Return the sessions of a plain text, line by line; none where too few of its lines begin with a time."""
    paragraphs = (part.strip("\n") for part in straightened(document.text).split("\n\n"))
    said = [Block(kind="text", text=PADDING.sub(" ", part)) for part in paragraphs if part.strip()][:MOST_PARAGRAPHS]
    blocks = [*map(_day_said, said)]
    told = blocks
    alone = rooms_above([block.text.split("\n")[0].strip() for block in blocks if _is_list(block)])
    folded = frozenset(room.casefold() for room in rooms)
    blocks, headed = _set_apart(with_rooms_beside_days(blocks, folded), folded)
    blocks = _with_days(headed_by_sections(blocks, folded))
    blocks = [one for block in blocks for one in headed_by_rooms(block, alone)]
    tables = tuple(_tables(document.name, blocks, rooms | alone | headed, on_pages=False, fewest=fewest))
    with_houses(tables, told)
    with_rooms_of_halves(tables, (block.text for block in told), folded)
    with_usual_room(tables, (block.text for block in blocks), rooms)
    return tables


def _day_said(block: Block) -> Block:
    """Return a paragraph whose first line is a day and a sentence with these in lines of their own."""
    first, _, rest = block.text.partition("\n")
    day, *behind = BEHIND_DAY.split(first, maxsplit=1)
    said = behind[0] if behind else ""
    is_sentence = len(said.split()) >= FEWEST_WORDS and said.rstrip().endswith((".", "!"))
    if block.kind != "text" or not is_sentence or not is_day(day) or begins_with_time(first) is not None:
        return block
    return block.model_copy(update={"text": "\n".join(filter(None, (day, said, rest))), "marked": ()})


def _is_list(block: Block) -> bool:
    """Return whether a paragraph has lines with times below its first one, which is neither one nor a day."""
    first, _, rest = block.text.partition("\n")
    return begins_with_time(rest) is not None and begins_with_time(first) is None and not is_day(first)


def _with_days(blocks: Sequence[Block]) -> list[Block]:
    """Return pieces with their days as headings where one of them names beside it where all of it is held."""
    apart = [part for block in blocks for part in _day_apart(block)]
    days = [
        block for block in apart if "\n" not in block.text and len(block.text) < LONGEST_HEADING and is_day(block.text)
    ]
    if not any(room_beside_day(one.text) != one.text and named_by(one.text).room for one in days):
        return [*blocks]
    heads = {id(one) for one in days}
    return [one.model_copy(update={"kind": "heading", "level": 1}) if id(one) in heads else one for one in apart]


def _day_apart(block: Block) -> list[Block]:
    """Return a paragraph that begins with a day as the day and what stands below it."""
    first, _, rest = block.text.partition("\n")
    if block.kind != "text" or not rest.strip() or len(first) >= LONGEST_HEADING or not is_day(first):
        return [block]
    return [block.model_copy(update={"text": text.strip(), "marked": ()}) for text in (first, rest)]


def _tables(
    name: str, read: Sequence[Block], rooms: frozenset[str], *, on_pages: bool, fewest: int = FEWEST
) -> Iterator[Table]:
    folded = frozenset(room.casefold() for room in rooms)
    blocks = (*(as_set(block, folded) for block in read), Block(kind="text", text=""))
    sections, chairs = sections_in(blocks, folded)
    page = _Page(name, rooms, sections, on_pages=on_pages)
    for at, (block, following) in enumerate(zip(blocks, (*blocks[1:], blocks[-1]), strict=True)):
        if at not in chairs:
            page.take(at, block, following)
    above = [(one, two) for one, two in pairwise(blocks) if one.kind == "heading" and begins_with_time(two.text)]
    placed = {id(blocks[at]) for at, one in sections.items() if one.named.room}
    headed = rooms_heading((one.level, one.text) for one, _ in above if not is_day(one.text) and id(one) not in placed)
    places = {one.named.room for one in sections.values() if one.named.room}
    rows = tuple(rows_of(name, page.lines, rooms | headed | places))
    held = sessions_of(name, tuple(sections.values()))
    yield from (held, *page.tables) if held is not None else page.tables
    is_beside = held is not None or bool(page.tables) and all(row.text(SECTION_DAY) for row in rows)
    if len(rows) >= fewest or rows and is_beside:
        yield Table(f"{name}: lines", rows, (SECTION, SECTION_DAY), named_here=True)


@dataclass
class _Page:
    """Goes through the pieces of a document and takes its tables and its lines apart."""

    name: str
    rooms: frozenset[str]
    sections: Mapping[int, Section]
    """By the place of their headings."""
    on_pages: bool
    """Whether nothing but their place shows which pieces are a table's."""
    tables: list[Table] = field(default_factory=list)
    lines: list[Piece] = field(default_factory=list)
    headings: "_Headings" = field(default_factory=lambda: _Headings())
    section: Section | None = None
    lists_talks: bool = False
    """Whether the section tells its talks as items of a list, with which it ends."""
    grid: list[Block] = field(default_factory=list)
    """The rows of the table that has begun."""
    over: tuple[str, ...] = ()
    """What stands above it."""
    count: int = 0

    def take(self, at: int, block: Block, following: Block) -> None:
        """Take the next piece."""
        if block.kind == "row":
            self.over = self.over if self.grid else (*self.headings.above, *_caption(self.lines))
            self.grid.append(block)
            return
        stands_between = self.grid and self.on_pages and following.kind == "row" and len(block.text) < LONGEST_HEADING
        if stands_between and not _heads_another(block, self.grid, following):
            # On a page nothing ends a table: what stands alone between its rows heads those below.
            cells = (block.text, *[""] * (len(self.grid[0].cells) - 1))
            self.grid.append(Block(kind="row", text=block.text, cells=cells))
            if block.kind == "heading":
                self.headings.enter(block)
            return
        self._end_table()
        if block.kind == "heading":
            self._head(at, block)
        elif self.section is not None and begins_with_time(block.text):
            if block.kind == "text" and self.lists_talks:
                self.section = None
            self.lists_talks = block.kind == "item"
        self.lines.append(Piece(block, self.headings.above, self._among, at in self.sections))

    @property
    def _among(self) -> list[Row] | None:
        return self.section.rows if self.section is not None else None

    def _head(self, at: int, block: Block) -> None:
        own = self.sections.get(at)
        self.lists_talks = False
        self.section = own or (self.section if self.headings.is_below(block) else None)
        self.headings.enter(block, heads_section=own is not None)
        if own is not None:
            own.day = day_above(self.headings.above)
            above = [named_by(text).room for text in self.headings.above if day_in(text) or is_place(text)]
            own.usual_room = above[-1] if above else ""

    def _end_table(self) -> None:
        if self.grid and (talks := _talks(self.grid, self.lines)):
            self.lines += [Piece(talk, self.over, self._among) for talk in talks]
            self.grid = []
        folded = frozenset(room.casefold() for room in self.rooms)
        for part, heading in _apart(self.grid) if self.grid else ():
            self.count += 1
            above = (*self.over, heading) if heading else self.over
            titled = leads(part, folded)
            grid = replace(_grid(f"{self.name}: table {self.count}", part, above), places=self.rooms, titled=titled)
            made = replace(with_rooms_of_days(table_of(grid), grid), titled=titled)
            self.tables.append(made)
            if self.section is not None and not made.named_here:
                self.section.rows += [row for row in made.rows if row.parent is None]
        self.grid = []


def _apart(rows: Sequence[Block]) -> Iterator[tuple[Sequence[Block], str]]:
    """Yield the tables that follow each other without a word between them, each with the line alone above it."""
    begins = [at for at, row in enumerate(rows) if at and _names_columns(row) and row.cells != rows[0].cells]
    start, heading = 0, ""
    for at in (*begins, len(rows)):
        alone = at < len(rows) and at > start and sum(1 for cell in rows[at - 1].cells if cell) == 1
        if part := rows[start : at - 1 if alone else at]:
            yield part, heading
        start, heading = at, next(filter(None, rows[at - 1].cells), "") if alone else ""


def _heads_another(heading: Block, rows: Sequence[Block], following: Block) -> bool:
    """Return whether a heading stands between two tables: all rows above it have as many columns, that below others."""
    wide = {_width(row) for row in rows}
    return heading.kind == "heading" and len(wide) == 1 and _width(following) not in wide


def _width(row: Block) -> int:
    return sum(wide for wide, _ in row.spans) or len(row.cells)


def _names_columns(row: Block) -> bool:
    """Return whether a row in the midst of others names columns that those do not have."""
    filled = [cell for cell in row.cells if cell]
    known = [cell for cell in filled if best_name(cell)[1] > SURE]
    is_short = all(len(cell) <= LONGEST_NAME and not read_when(cell).has_clock for cell in filled)
    fields = {best_name(cell)[0] for cell in known}
    return len(filled) > 2 and is_short and len(known) >= max(2, MOSTLY * len(filled)) and len(fields) > 1


def _caption(lines: Sequence[Piece]) -> tuple[str, ...]:
    """Return the day that stands right above a table though it is no heading."""
    text = lines[-1].block.text if lines else ""
    return (text,) if text and len(text) < LONGEST_DAY and is_day(text) else ()


def _talks(rows: Sequence[Block], lines: Sequence[Piece]) -> list[Block]:
    """Return a small table as lines where it lists the talks of the session whose lines stand above it."""
    said = [block.lines or block.cells for block in rows]
    whens = [read_when(cells[0]) if cells and cells[0] else None for cells in said]
    if max(map(len, said)) > WIDEST_OF_TALKS or any(when is None or when.start is None for when in whens):
        return []
    outer = next(
        (told for piece in reversed(lines[-LINES_OF_A_SESSION:]) if (told := begins_with_time(piece.block.text))), None
    )
    held = read_when(outer[0]) if outer is not None else None
    if held is None or held.start is None or held.end is None:
        return []
    if not all(when is not None and when.start is not None and held.start <= when.start < held.end for when in whens):
        return []
    return [
        block.model_copy(update={"text": "\n".join(filter(None, cells)), "cells": (), "lines": ()})
        for block, cells in zip(rows, said, strict=True)
    ]


def _grid(name: str, rows: Sequence[Block], above: tuple[str, ...]) -> Grid:
    """Return a table's rows with every cell in its column, also beside and below cells that cover several."""
    cells: list[list[str]] = [[] for _ in rows]
    merged: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for at, block in enumerate(rows):
        column = 0
        for number, text in enumerate(block.lines or block.cells):
            wide, high = block.spans[number] if block.spans else (1, 1)
            while (at, column) in covered:
                column += 1
            area = (at, min(at + high - 1, len(rows) - 1), column, column + wide - 1)
            if (wide, high) != (1, 1):
                merged[(at, column)] = area
                covered |= {(r, c) for r in range(at, area[1] + 1) for c in range(column, area[3] + 1)}
            cells[at] += [""] * (column - len(cells[at])) + [text]
            column += wide
    return Grid(name, cells, merged, headings=above)


@dataclass
class _Headings:
    """The headings that stand above a place: those of the levels above, and of each level the last."""

    found: list[tuple[int, str]] = field(default_factory=list)
    section: int = 0
    """The level of the section's heading that stands above; 0 = none does."""

    def is_below(self, block: Block) -> bool:
        """Return whether a heading belongs to the section above it."""
        return bool(self.section) and block.level > self.section

    def enter(self, block: Block, *, heads_section: bool = False) -> None:
        """Take note of a heading; one with a time is a row and heads nothing, and what a section says, it says."""
        if begins_with_time(block.text):
            return
        self.section = block.level if heads_section else self.section if self.is_below(block) else 0
        heads_day = is_day(block.text)
        self.found = [
            (level, text)
            for level, text in self.found
            if level < block.level or level == block.level and not heads_day and is_day(text)  # all of them but bold
        ]
        if not heads_section:
            self.found.append((block.level, block.text))

    @property
    def above(self) -> tuple[str, ...]:
        """The headings, the highest first."""
        return tuple(text for _, text in self.found)
