"""Trees that only hold the lines of a text: the blocks of an editor, an outline, paragraphs without a style."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.times.day_line import is_day
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.wording import lines_of

FEWEST = 3
MOSTLY = 0.8
SAMPLE = 40
MOST_LINES = 20_000
DEEPEST = 60
LONGEST_DAY = 80
TIMED = re.compile(r"\W{0,3}\d{1,2}\s?(?:[:.h]\s?\d{2}|h\b|uhr\b|[ap]\.?m\b).*[^\W\d]{3}", re.IGNORECASE)
ABOUT = frozenset(
    "id _id uuid key _key type _type kind style tag url href src slug version level depth time date created updated "
    "created_at updated_at lang locale format class alignment bgcolor textcolor color".split()
)
"""What keys are called that say nothing of the text."""


def text_of(tree: Any, tables: Sequence[Table]) -> str:
    """Return the lines that a tree holds, in their order; nothing where it has records with times of their own."""
    if any(_is_of_clocks(table, column) for table in tables for column in table.columns):
        return ""
    lines: list[str] = []
    for line in _lines(tree, 0):
        begins = TIMED.match(line) is not None or len(line) <= LONGEST_DAY and is_day(line)
        lines += ["", line] if begins else [line]
        if len(lines) > MOST_LINES:
            return ""
    return "\n".join(lines) if sum(1 for line in lines if TIMED.match(line)) >= FEWEST else ""


def _is_of_clocks(table: Table, column: str) -> bool:
    values = list(table.values(column, SAMPLE))
    told = sum(1 for value in values if (when := read_when(value)).is_plain and (when.has_clock or when.moment))
    return len(values) >= FEWEST and told >= MOSTLY * len(values)


def _lines(value: Any, depth: int) -> Iterator[str]:
    if depth > DEEPEST:
        return
    if isinstance(value, str):
        yield from (line.removeprefix("- ") for line in lines_of(value) if any(map(str.isalpha, line)))
    elif isinstance(value, Mapping):
        for key, one in value.items():
            if str(key).casefold() not in ABOUT or isinstance(one, Mapping | list):
                yield from _lines(one, depth + 1)
    elif isinstance(value, list):
        for one in value:
            yield from _lines(one, depth + 1)
