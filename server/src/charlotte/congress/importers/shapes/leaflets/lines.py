"""A leaflet's pieces as the lines of its columns: the time's cell joined to what stands beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charlotte.congress.importers.shapes.entries.document_lines import LONGEST_DAY
from charlotte.congress.importers.shapes.entries.times_first import begins_with_time
from charlotte.congress.importers.shapes.leaflets.head import is_room
from charlotte.congress.importers.shapes.leaflets.times_told import time_behind_label
from charlotte.congress.importers.shapes.times.day_line import day_in, is_day
from charlotte.congress.importers.shapes.times.when import When, read_when
from charlotte.documents.paper import Block, Paper

SOFT = "\v"
LONGEST_HEAD = 90
BLANKS = re.compile(r"[ \t\u00a0\u2002\u2003\u2009\u202f]+")


@dataclass(frozen=True)
class Line:
    """One line as its author wrote it."""

    text: str
    """Where it was broken because its column is narrow, a vertical tab."""
    place: str
    page: int | None = None
    column: int | None = None
    """Of several side by side, from 0; None = it goes over the whole width."""
    opens: bool = False
    """Whether its column begins with it."""
    day: str = ""
    """The day that it names, where it is a heading of a day."""
    time: str = ""
    """The time that it begins with."""
    rest: str = ""
    """What follows the time, or all of it."""
    label: str = ""
    """What its session is called in the programme, where that stands before the time: "Block A"."""

    @property
    def when(self) -> When:
        """What its time says."""
        return read_when(self.time, hint="clock")


def lines_of(name: str, paper: Paper) -> list[Line]:
    """Return the lines of a document in the order in which they are read."""
    found: list[Line] = []
    blocks = paper.flow or _under_rooms(paper.blocks)
    for number, block in enumerate(blocks, 1):
        place = f"{name}, page {block.page}" if block.page else f"{name}, piece {number}"
        cells = [cell for cell in (block.lines or block.cells) if cell.strip()] if block.kind == "row" else [block.text]
        found += _of_cells(cells, place, block) if cells else ()
    return found


def _under_rooms(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, a row of nothing but rooms put into the cells of the row below it."""
    found: list[Block] = []
    for block in blocks:
        above = found[-1] if found and found[-1].kind == block.kind == "row" else None
        if above is not None and _are_rooms(above.cells) and len(above.cells) == len(block.cells):
            pairs = zip(above.cells, block.lines or block.cells, strict=True)
            cells = tuple(f"{room}\n{cell}" for room, cell in pairs)
            found[-1] = block.model_copy(update={"lines": cells})
        else:
            found.append(block)
    return found


def _are_rooms(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and all("\n" not in cell and is_room(cell) for cell in cells)


def _of_cells(cells: Sequence[str], place: str, block: Block) -> Iterator[Line]:
    side_by_side = sum("\n" in cell for cell in cells[1 if _is_time(cells[0]) else 0 :]) > 1
    if _is_time(cells[0]) and (len(cells) == 1 or side_by_side):
        yield from _of_texts((" ".join(cells[0].split()),), place, block)
        cells = cells[1:]
    elif _is_time(cells[0]):
        cells = [f"{' '.join(cells[0].split())} {cells[1]}", *cells[2:]]
    if not side_by_side:
        yield from _of_texts([line for cell in cells for line in cell.split("\n")], place, block)
        return
    for column, cell in enumerate(cells):
        yield from _of_texts(cell.split("\n"), place, block, column)


def _is_time(cell: str) -> bool:
    when = read_when(" ".join(cell.split()), hint="clock")
    return when.has_clock and when.is_plain and not when.has_day


def _of_texts(texts: Sequence[str], place: str, block: Block, column: int | None = None) -> Iterator[Line]:
    for at, text in enumerate(texts):
        said = BLANKS.sub(" ", text).strip()
        if said:
            yield _line(said, place, block.page, column, at == 0 and column is not None)


def _line(text: str, place: str, page: int | None, column: int | None, opens: bool) -> Line:
    flat = text.replace(SOFT, " ")
    timed = begins_with_time(flat)
    if timed is None and (told := time_behind_label(flat)) is not None:
        return Line(text, place, page, column, opens, time=told.time, rest=told.rest, label=told.label)
    if timed is None:
        return Line(text, place, page, column, opens, day=_day_in(flat), rest=text)
    at = flat.find(timed[1], len(timed[0])) if timed[1] else len(flat)
    rest = text[at:] if at >= 0 else timed[1]
    return Line(text, place, page, column, opens, time=timed[0], rest=rest)


def _day_in(text: str) -> str:
    if len(text) <= LONGEST_DAY and is_day(text):
        return text
    return day_in(text) if len(text) <= LONGEST_HEAD and text.isupper() else ""
