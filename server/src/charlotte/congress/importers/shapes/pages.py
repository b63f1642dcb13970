"""A programme that exists only as a document: its tables, and its lines that begin with a time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.cells import SECTION, SECTION_DAY, Grid
from charlotte.congress.importers.shapes.grid import table_of
from charlotte.congress.importers.shapes.names import looks_like_person, people_in
from charlotte.congress.importers.shapes.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.when import RANGE, SINGLE, read_when
from charlotte.congress.importers.shapes.words import best_name
from charlotte.congress.search.folding import fold
from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.paper import Block, Paper
from charlotte.documents.sandbox import read_paper

ENDINGS = (".md", ".markdown", ".html", ".htm", ".docx", ".pdf")
LABEL = re.compile(r"^([^\W\d][\w /]{2,24}):\s+(.+)$")
BETWEEN = re.compile(r"^[\s:|–—\-·•,.)\]]+|[\s:|–—\-·•,(\[]+$")
PIECES = re.compile(r"\s+[–—|·]\s+|\s+-\s+|\s*\|\s*|\s*;\s*")
BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{2,80})[)\]]\s*$")
INNER_LABEL = re.compile(r"(?<!\S)([A-ZÀ-Þ]\w{2,18}(?:/\w{1,4})?):\s")
LABELLED = ("speakers", "room", "track", "language")
LONGEST_HEADING = 100
LONGEST_TITLE = 300
LONGEST_ABSTRACT = 4_000
MOST_PEOPLE = 12
FEWEST = 3
"""Lines with a time that make a programme; fewer are opening hours."""


def tables_in_pages(document: Document) -> tuple[Table, ...]:
    """Return the tables of a document, read in a confined process. Raises `UnreadableFile`."""
    try:
        paper = read_paper(document.name, document.raw)
    except UnreadableDocument as error:
        raise UnreadableFile(error.message, hint=error.hint) from error
    return tuple(_tables(document.name, paper))


def _tables(name: str, paper: Paper) -> Iterator[Table]:
    headings = _Headings()
    grid: list[Block] = []
    over: tuple[str, ...] = ()
    lines: list[tuple[Block, tuple[str, ...]]] = []
    count = 0
    blocks = (*(paper.layout or paper.blocks), Block(kind="text", text=""))
    for block, following in zip(blocks, (*blocks[1:], blocks[-1]), strict=True):
        if block.kind == "row":
            over = over if grid else headings.above
            grid.append(block)
            continue
        if grid and paper.layout and following.kind == "row" and len(block.text) < LONGEST_HEADING:
            # On a page nothing ends a table: what stands alone between its rows heads those below.
            grid.append(Block(kind="row", text=block.text, cells=(block.text, *[""] * (len(grid[0].cells) - 1))))
            if block.kind == "heading":
                headings.enter(block)
            continue
        if grid:
            count += 1
            yield table_of(_grid(f"{name}: table {count}", grid, over))
            grid = []
        if block.kind == "heading":
            headings.enter(block)
        lines.append((block, headings.above))
    rows = tuple(_rows(name, lines))
    if len(rows) >= FEWEST:
        yield Table(f"{name}: lines", rows, (SECTION, SECTION_DAY))


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

    def enter(self, block: Block) -> None:
        """Take note of a heading; one with a time is a row and heads nothing."""
        if _begins_with_time(block.text):
            return
        self.found = [(level, text) for level, text in self.found if level < block.level]
        self.found.append((block.level, block.text))

    @property
    def above(self) -> tuple[str, ...]:
        """The headings, the highest first."""
        return tuple(text for _, text in self.found)


@dataclass
class _Entry:
    """A session as its lines tell it."""

    place: str
    time: str
    title: str
    above: tuple[str, ...]
    lines: list[str] = field(default_factory=list)


def _rows(name: str, blocks: Sequence[tuple[Block, tuple[str, ...]]]) -> Iterator[Row]:
    entry: _Entry | None = None
    heading: tuple[str, tuple[str, ...]] | None = None
    for number, (block, above) in enumerate(blocks, 1):
        for line in _lines(block.text):
            timed = _begins_with_time(line)
            if timed is not None:
                if entry is not None:
                    yield from _row(entry)
                time, rest = timed
                place = f"{name}, page {block.page}" if block.page else f"{name}, piece {number}"
                titled = heading is not None and heading[1] == above and not _title_in(rest)
                entry = _Entry(place, time, heading[0] if titled and heading else "", above[:-1] if titled else above)
                entry.lines.append(rest)
                heading = None
            elif block.kind == "heading":
                if entry is not None and above != entry.above:
                    yield from _row(entry)
                    entry = None
                heading = (line, above)
            elif entry is not None and line.strip():
                entry.lines.append(line.strip())
    if entry is not None:
        yield from _row(entry)


def _lines(text: str) -> Iterator[str]:
    """Yield a piece's lines; what a label names ("Ort: …") is a line of its own."""
    for line in text.split("\n"):
        start = 0
        for found in INNER_LABEL.finditer(line):
            field, score = best_name(found[1])
            if found.start() and score > 0.6 and field in LABELLED:
                yield line[start : found.start()].strip()
                start = found.start()
        yield line[start:].strip()


def _begins_with_time(line: str) -> tuple[str, str] | None:
    """Return the time that a line begins with, and what follows; None when it does not begin with one."""
    label = LABEL.match(line)
    said = label[2] if label and best_name(label[1])[0] == "start" else line
    opening = fold(said[:40]).replace("−", "-")
    if len(opening) != len(said[:40]):
        opening = said[:40].casefold().replace("–", "-").replace("—", "-").replace("−", "-")
    for pattern in (RANGE, SINGLE):
        found = pattern.match(opening.lstrip("*_ "))
        shift = len(opening) - len(opening.lstrip("*_ "))
        if found and found[0].strip() and read_when(found[0].strip()).has_clock:
            return said[shift : shift + found.end()].strip(" *_"), BETWEEN.sub("", said[shift + found.end() :])
    return None


def _title_in(rest: str) -> bool:
    """Return whether a line names a session after its time, and not only the room or who speaks."""
    pieces = [piece for piece in PIECES.split(rest) if piece.strip()]
    pieces = [part for piece in pieces for part in piece.split(", ")]
    return any(not ROOM_WORDS.search(piece) and not looks_like_person(piece) for piece in pieces)


def _row(entry: _Entry) -> Iterator[Row]:
    cells: dict[str, str] = {"time": entry.time, "title": entry.title, "speakers": "", "room": "", "abstract": ""}
    for at, line in enumerate(entry.lines):
        label = LABEL.match(line)
        wanted = best_name(label[1]) if label else (None, 0.0)
        if label and wanted[0] in LABELLED and wanted[1] > 0.5:
            cells[str(wanted[0])] = label[2]
        elif at == 0:
            _take(line, cells)
        elif not cells["speakers"] and _names_people(line):
            cells["speakers"] = line
        elif not cells["room"] and len(line) < 50 and ROOM_WORDS.search(line):
            cells["room"] = line
        elif not cells["title"]:
            _take(line, cells)
        else:
            cells["abstract"] = f"{cells['abstract']}\n{line}".strip()[:LONGEST_ABSTRACT]
    days = [text for text in entry.above if (when := read_when(text)).has_day and not when.has_clock]
    others = [text for text in entry.above if text not in days]
    if days:
        cells[SECTION_DAY] = days[-1]
    if others and not cells["room"] and ROOM_WORDS.search(others[-1]) and len(others[-1]) < 50:
        cells["room"] = others[-1]
    if cells["title"]:
        yield Row(entry.place, dict(cells))


def _take(line: str, cells: dict[str, str]) -> None:
    """Cut a line into the title, and where they stand behind it, the room and who speaks."""
    title = line.strip(" *_")
    while (cut := _last_part(title)) is not None and (kind := _kind(cut[1])) and not cells[kind]:
        title, cells[kind] = cut
    kind = _kind(title) if cells["title"] or ROOM_WORDS.match(title) else None
    if kind is not None and not cells[kind]:
        cells[kind] = title
    elif title and not cells["title"]:
        cells["title"] = title[:LONGEST_TITLE]


def _last_part(title: str) -> tuple[str, str] | None:
    """Return a line without its last part, and the part: in brackets, behind a dash, or a room behind a comma."""
    found = BRACKETS.search(title)
    if found and found.start() > 0:
        return title[: found.start()].strip(" *_"), found[1]
    dashes = list(PIECES.finditer(title))
    if dashes and dashes[-1].start() > 0 and _kind(title[dashes[-1].end() :].strip(" *_")):
        return title[: dashes[-1].start()].strip(" *_"), title[dashes[-1].end() :].strip(" *_")
    head, comma, tail = title.rpartition(", ")
    return (head, tail) if comma and len(tail) < 40 and _kind(tail) == "room" else None


def _kind(text: str) -> str | None:
    if len(text) < 50 and ROOM_WORDS.search(text):
        return "room"
    return "speakers" if _names_people(text) else None


def _names_people(text: str) -> bool:
    if len(text) > 200 or ROOM_WORDS.match(text):
        return False
    people = people_in(text)
    return 0 < len(people) <= MOST_PEOPLE and all(looks_like_person(person.name) for person in people)
