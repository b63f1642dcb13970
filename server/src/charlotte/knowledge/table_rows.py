"""Rows of tables as lines that say of each cell what it is: "Day: Friday; Desk: 8:30 to 17:00"."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from charlotte.documents.marks import runs_of
from charlotte.documents.paper import Block

LONGEST_NAME = 40
"""Characters of a column's name."""
FEWEST_ROWS, FEWEST_OF_MANY, MANY = 3, 2, 3
"""Rows below it for a table that does not say which row is its head; fewer where it has many columns."""
NUMBER = re.compile(r"\d")
MOST_SPANNED = 30


def with_heads(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with every cell where it stands in its table, and the first row as its head where it is one."""
    kept: list[Block] = []
    for is_row, some in groupby(blocks, key=lambda block: block.kind == "row"):
        rows = list(some)
        if is_row:
            rows = list(_in_columns(rows))
            if not any(row.is_header for row in rows) and _is_head(rows[0], rows[1:]):
                rows[0] = rows[0].model_copy(update={"is_header": True})
        kept += rows
    return tuple(kept)


def row_said(cells: tuple[str, ...], head: tuple[str, ...]) -> str:
    """Return a row as a line."""
    named = [
        f"{head[at]}: {cell}" if at < len(head) and head[at] else cell for at, cell in enumerate(cells) if cell.strip()
    ]
    return "; ".join(named) if any(head) else " | ".join(named)


def _in_columns(rows: Sequence[Block]) -> Iterator[Block]:
    """Yield rows with what covers several columns or rows said in each of them: of "Members" both prices are told."""
    open_cells: dict[int, tuple[str, int]] = {}
    for row in rows:
        if not row.spans and not open_cells:
            yield row
            continue
        cells: list[str] = []
        spans = row.spans or ((1, 1),) * len(row.cells)
        below: dict[int, tuple[str, int]] = {}
        for cell, (wide, high) in zip(row.cells, spans, strict=True):
            _fill(cells, open_cells, below)
            for at in range(min(wide, MOST_SPANNED)):
                if high > 1:
                    below[len(cells)] = (cell, high - 1)
                cells.append(cell if at == 0 or row.is_header or NUMBER.search(cell) else "")
        _fill(cells, open_cells, below)
        open_cells = below
        yield row.model_copy(update={"cells": tuple(cells)})


def _fill(cells: list[str], open_cells: dict[int, tuple[str, int]], below: dict[int, tuple[str, int]]) -> None:
    """Put in what goes on from the rows above in the next columns."""
    while (told := open_cells.get(len(cells))) is not None:
        if told[1] > 1:
            below[len(cells)] = (told[0], told[1] - 1)
        cells.append(told[0])


def _is_head(first: Block, others: Sequence[Block]) -> bool:
    """Return whether a row names what stands below it: short words, alone in bold or over a column of numbers.

    The first of them may be missing, where the first column names the rows.
    """
    names = first.cells
    named = all(len(cell) <= LONGEST_NAME and not NUMBER.search(cell) for cell in names) and all(names[1:])
    if _is_bold(first) and others and not all(map(_is_bold, others)):
        return all(len(cell) <= LONGEST_NAME for cell in names) and len(names) > 1
    same = [row.cells for row in others if len(row.cells) == len(names)]
    fewest = FEWEST_OF_MANY if len(names) >= MANY else FEWEST_ROWS
    if not named or len(names) < 2 or len(same) < fewest or len(same) < len(others):
        return False
    return any(2 * sum(bool(NUMBER.search(row[at])) for row in same) > len(same) for at in range(len(names)))


def _is_bold(row: Block) -> bool:
    said = [run for cell in row.marked for run in runs_of(cell) if run.text.strip()]
    return bool(said) and all(run.bold for run in said)
