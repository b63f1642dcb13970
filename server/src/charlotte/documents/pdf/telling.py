"""What of a PDF is quoted: headings, whole paragraphs and items, and the tables of its pages as rows."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from charlotte.documents.broken_lines import across_pages, rejoined
from charlotte.documents.marks import runs_of
from charlotte.documents.paper import Block
from charlotte.documents.pdf.flow import SOFT
from charlotte.documents.pdf.grids import grids_in
from charlotte.documents.pdf.line import Line
from charlotte.documents.pdf.prose import blocks_of, levels_of
from charlotte.documents.pdf.ruled import Ruled

SAME_HEIGHT = 0.5
"""Of a line's size."""
_Table = tuple[float, tuple[Block, ...]]
"""Its top and its rows."""


def told_of(lines: Sequence[Line], tables: Sequence[Ruled]) -> tuple[Block, ...]:
    """Return what the lines of a document tell, in the order in which it is read."""
    levels = levels_of(lines)
    pages = groupby(lines, key=lambda line: line.page)
    blocks = (block for page, here in pages for block in _page([*here], _on(tables, page), levels))
    return across_pages(rejoined(blocks))


def _on(tables: Sequence[Ruled], page: int) -> list[Ruled]:
    return [table for table in tables if table.page == page]


def _page(lines: Sequence[Line], ruled: Sequence[Ruled], levels: Mapping[float, int]) -> Iterator[Block]:
    """Yield the blocks of a page, each table where it stands."""
    tables: list[_Table] = []
    owner: dict[int, int] = {}
    for table in ruled:
        owner |= {id(line): len(tables) for line in lines if table.holds(line.left, line.bottom)}
        tables.append((table.top, tuple(_with_head([_plain(row) for row in table.rows], table.rows))))
    for grid in grids_in([line for line in lines if id(line) not in owner]):
        owner |= dict.fromkeys(map(id, grid.lines), len(tables))
        tables.append((grid.top, grid.rows))
    left = _in_order([line for line in lines if id(line) not in owner])
    if not tables:
        yield from blocks_of(left, levels)
    elif _are_side_by_side(left):
        yield from _as_they_come(lines, left, owner, tables, levels)
    else:
        yield from _from_the_top(left, tables, levels)


def _from_the_top(lines: Sequence[Line], tables: Sequence[_Table], levels: Mapping[float, int]) -> Iterator[Block]:
    left = sorted(lines, key=lambda line: -line.bottom)
    for top, rows in sorted(tables, key=lambda one: -one[0]):
        yield from blocks_of([line for line in left if line.bottom > top], levels)
        yield from rows
        left = [line for line in left if line.bottom <= top]
    yield from blocks_of(left, levels)


def _as_they_come(
    lines: Sequence[Line],
    ordered: Sequence[Line],
    owner: Mapping[int, int],
    tables: Sequence[_Table],
    levels: Mapping[float, int],
) -> Iterator[Block]:
    """Yield columns of text as they were found, and a table where the first of its lines was."""
    left, told = list(ordered), set()
    for place, some in groupby(lines, key=lambda line: owner.get(id(line))):
        held = {id(line) for line in some}
        if place is None:
            boxes = {line.box for line in lines if id(line) in held}
            yield from blocks_of([line for line in left if line.box in boxes], levels)
            left = [line for line in left if line.box not in boxes]
        elif place not in told:
            told.add(place)
            yield from tables[place][1]
    yield from blocks_of(left, levels)


def _are_side_by_side(lines: Sequence[Line]) -> bool:
    """Return whether texts stand beside each other, so that the height alone does not tell what comes first."""
    boxes = [list(some) for _, some in groupby(lines, key=lambda line: line.box)]
    reach = sorted((min(one.bottom for one in box), max(one.bottom + one.size for one in box)) for box in boxes)
    return any(two[0] < one[1] - 1 for one, two in zip(reach, reach[1:], strict=False))


def _in_order(lines: Sequence[Line]) -> list[Line]:
    """Return lines with what stands on one height of a box, as the words of a justified line may, as one line."""
    found: list[Line] = []
    for _, box in groupby(lines, key=lambda line: line.box):
        heights: list[list[Line]] = []
        for line in sorted(box, key=lambda one: -one.bottom):
            if heights and heights[-1][0].bottom - line.bottom < SAME_HEIGHT * line.size:
                heights[-1].append(line)
            else:
                heights.append([line])
        found += [_one(sorted(height, key=lambda one: one.left)) for height in heights]
    return found


def _one(height: Sequence[Line]) -> Line:
    if len(height) == 1:
        return height[0]
    first = height[0]
    return Line(
        first.page,
        first.box,
        " ".join(line.text for line in height),
        first.size,
        all(line.is_bold for line in height),
        first.height,
        first.left,
        first.bottom,
        runs=tuple(run for line in height for run in line.runs),
    )


def _plain(row: Block) -> Block:
    """Return a row with its cells as one line each."""
    cells = tuple(" ".join(cell.replace(SOFT, " ").split()) for cell in row.cells)
    return row.model_copy(update={"cells": cells, "lines": (), "marked": ()})


def _with_head(rows: Sequence[Block], marked: Sequence[Block]) -> Iterator[Block]:
    """Yield rows with the first as the head, where it alone is all bold."""
    bold = [_is_bold(row) for row in marked]
    for at, row in enumerate(rows):
        yield row.model_copy(update={"is_header": at == 0 and bold[0] and not all(bold)})


def _is_bold(row: Block) -> bool:
    said = [run for cell in row.marked for run in runs_of(cell) if run.text.strip()]
    return bool(said) and all(run.bold for run in said)
