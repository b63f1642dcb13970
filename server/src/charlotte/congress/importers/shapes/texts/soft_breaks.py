"""Lines of cells that were only broken because they were too long; people below a full line are a line of their own."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import chain, pairwise

from charlotte.congress.importers.shapes.people.employers_below import name_ends, names_above
from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.words import best_name
from charlotte.documents.marks import MARKS, runs_of
from charlotte.documents.paper import Block

SOFT = "\v"
LONGEST_WORD = 16
SURE = 0.7
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
    whole = _with_titles_whole(block)
    lines, marked = (tuple(_whole(text) for text in texts) for texts in (whole.lines, whole.marked))
    return block.model_copy(update={"lines": lines, "marked": marked, "cells": tuple(map(_flat, lines))})


def _with_titles_whole(block: Block) -> Block:
    """Return a row without the breaks in bold titles that stand above plain lines: "Traces in the", "Stacks III"."""
    if len(block.lines) != len(block.marked):
        return block
    pairs = zip(block.lines, block.marked, strict=True)
    told = [_title_whole(line, marked) for line, marked in pairs]
    return block.model_copy(
        update={"lines": tuple(line for line, _ in told), "marked": tuple(marked for _, marked in told)}
    )


def _title_whole(line: str, marked: str) -> tuple[str, str]:
    parts, set_parts = line.split(SOFT), marked.split(SOFT)
    is_set = any(_is_bold(one) for one in marked.split("\n")) and not _is_bold(marked)
    if len(parts) != len(set_parts) or not is_set:
        return line, marked
    breaks = [
        " " if _is_bold(one.split("\n")[-1]) and _is_bold(other.split("\n")[0]) else SOFT
        for one, other in pairwise(set_parts)
    ]
    joined = ["".join(chain(*zip(pieces, [*breaks, ""], strict=True))) for pieces in (parts, set_parts)]
    return joined[0], joined[1]


def _is_bold(text: str) -> bool:
    runs = [run for run in runs_of(text) if any(map(str.isalnum, run.text))]
    return bool(runs) and all(run.bold for run in runs)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _whole(text: str) -> str:
    found: list[str] = []
    for line in HYPHEN.sub("", text).split("\n"):
        whole = ""
        line = _column_named(line) or line
        for part in line.split(SOFT):
            if whole and _names(part) and (_is_titled(part) or not _names(whole)):
                found.append(whole)
                whole = part
            else:
                whole = f"{whole} {part}".strip()
        found.append(whole)
    return "\n".join(found)


def _is_titled(text: str) -> bool:
    return TITLE.match(text.translate(UNMARKED)) is not None


def _column_named(line: str) -> str:
    """Return the name of a column that is too narrow for it, "DALL", "E": a word that lines alone do not name."""
    parts = [part.translate(UNMARKED).strip() for part in line.split(SOFT)]
    word = "".join(parts)
    if len(parts) < 2 or len(word) > LONGEST_WORD or not word.isalpha():
        return ""
    if best_name(word)[1] < SURE or best_name(" ".join(parts))[1] >= SURE:
        return ""
    return f"{line[0]}{word}{line[-1]}" if {line[0], line[-1]} <= {*MARKS} else word


def _names(text: str) -> bool:
    return names_people(text.translate(UNMARKED))
