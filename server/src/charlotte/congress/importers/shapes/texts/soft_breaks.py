"""Lines of cells that were only broken because they were too long; people below a full line are a line of their own."""

import re
from collections.abc import Iterator, Sequence, Set

from charlotte.congress.importers.shapes.people.employers_below import name_ends, names_above
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.documents.marks import MARKS
from charlotte.documents.paper import Block

SOFT = "\v"
HYPHEN = re.compile(r"(?<=[^\W\d])[-\u00ad]\v(?=[a-zß-ÿ])")
UNMARKED = str.maketrans(dict.fromkeys(MARKS, ""))


def with_employers_below(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks, a line of its own for where somebody works in columns of tables that tell it below the name."""
    rows: dict[int, list[Block]] = {}
    for block in blocks:
        if block.kind == "row":
            rows.setdefault(len(block.cells), []).append(block)
    columns = {wide: frozenset(_columns_of_people(same)) for wide, same in rows.items()}
    return [_with_employers(one, columns.get(len(one.cells), frozenset())) for one in blocks]


def _columns_of_people(rows: Sequence[Block]) -> Iterator[int]:
    """Yield which columns of rows of one width tell below each name where somebody works."""
    if not any(SOFT in text for row in rows for text in row.lines):
        return
    for at, head in enumerate(rows[0].cells):
        cells = [(row.lines or row.cells)[at] for row in rows if row.cells[at] != head]
        if names_above(cell.replace(SOFT, "\n") for cell in cells):
            yield at


def _with_employers(row: Block, columns: Set[int]) -> Block:
    if not columns:
        return row
    lines, marked = (
        tuple(_with_breaks(text) if at in columns else text for at, text in enumerate(texts))
        for texts in (row.lines, row.marked)
    )
    return row.model_copy(update={"lines": lines, "marked": marked})


def _with_breaks(text: str) -> str:
    found = []
    for line in text.split("\n"):
        parts = line.split(SOFT)
        cut = name_ends([part.translate(UNMARKED) for part in parts])
        found += [SOFT.join(part) for part in (parts[:cut], parts[cut:]) if part]
    return "\n".join(found)


def unbroken(block: Block) -> Block:
    """Return a row with the lines of its cells whole; every other block as it is."""
    if not any(SOFT in text for text in (*block.lines, *block.marked)):
        return block
    lines, marked = (tuple(_whole(text) for text in texts) for texts in (block.lines, block.marked))
    return block.model_copy(update={"lines": lines, "marked": marked, "cells": tuple(map(_flat, lines))})


def _flat(text: str) -> str:
    return " ".join(text.split())


def _whole(text: str) -> str:
    found: list[str] = []
    for line in HYPHEN.sub("", text).split("\n"):
        whole = ""
        for part in line.split(SOFT):
            if whole and _names(part) and not _names(whole):
                found.append(whole)
                whole = part
            else:
                whole = f"{whole} {part}".strip()
        found.append(whole)
    return "\n".join(found)


def _names(text: str) -> bool:
    return names_people(text.translate(UNMARKED))
