"""Forms filled in one below the other, as mail merges and e-mails give them: each line a label and what was written."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.sheets.cells import SECTION_DAY
from charlotte.congress.importers.shapes.times.day_line import is_day
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import best_name, words_of
from charlotte.documents.paper import Block

LABELLED = re.compile(r"^[\W_]*([^\W\d][^:\n]{1,38}?)\s*:\s*(.*)$")
ENDING = re.compile(r"\s*[(/][\w*-]{1,4}\)?")
"""`Presenter(s)`, `Referent/in`"""
NAMED = ": forms"
FEWEST = 3
"""Forms that make a programme."""
LIKELY, MOSTLY = 0.4, 0.6
LONGEST_DAY = 45
LONG = frozenset({"abstract", "notes", "details", None})
"""Fields of several lines."""


@dataclass
class _Line:
    """A line, and its label where it has one."""

    label: str
    said: str
    place: str

    @property
    def key(self) -> tuple[str, ...]:
        """The label however it is written."""
        return words_of(self.label)


def tables_in(name: str, blocks: Iterable[Block]) -> tuple[Table, ...]:
    """Return the sessions that forms of one kind tell; none where most of a document is something else."""
    lines = [line for number, block in enumerate(blocks, 1) for line in _lines(block, f"{name}, piece {number}")]
    counts = Counter(line.key for line in lines if line.label)
    titles = max((count for key, count in counts.items() if best_name(" ".join(key))[0] == "title"), default=0)
    opener = next((key for key, count in counts.items() if count >= max(FEWEST, titles)), None)
    if opener is None or titles < FEWEST or sum(counts.values()) < MOSTLY * len(lines):
        return ()
    rows = tuple(_rows(lines, opener))
    timed = sum(any(_tells_time(column, row.text(column)) for column in row.cells) for row in rows)
    is_programme = len(rows) >= FEWEST and timed >= MOSTLY * len(rows)
    return (Table(f"{name}{NAMED}", rows, (SECTION_DAY,)),) if is_programme else ()


def _tells_time(label: str, said: str) -> bool:
    return best_name(label)[0] in ("start", "date", "end") and read_when(said).has_clock


def tables_in_text(document: Document) -> tuple[Table, ...]:
    """Return the same of a plain text."""
    return tables_in(document.name, [Block(kind="text", text=document.text.replace("\r\n", "\n"))])


def _lines(block: Block, place: str) -> Iterator[_Line]:
    """Yield the lines of a block that say anything; of a table of two columns, the first cell is the label."""
    cells = [cell.strip() for cell in block.lines or block.cells]
    if block.kind == "row" and len(cells) == len(("label", "value")):
        label = ENDING.sub("", cells[0].rstrip(" :"))
        yield _Line(label if best_name(label)[1] > LIKELY else "", cells[1] if label else "", place)
        return
    for line in block.text.splitlines():
        found = LABELLED.match(line)
        if found and "  " not in found[1].strip():
            yield _Line(ENDING.sub("", found[1]).strip(), found[2].strip(), place)
        elif any(map(str.isalnum, line)):
            yield _Line("", line.strip(), place)


def _rows(lines: Sequence[_Line], opener: tuple[str, ...]) -> Iterator[Row]:
    row: Row | None = None
    last, day = "", ""
    for line in lines:
        if line.key == opener and line.label:
            if row is not None:
                yield row
            row = Row(line.place, {SECTION_DAY: day} if day else {})
        if not line.label and len(line.said) <= LONGEST_DAY and is_day(line.said):
            day, last = line.said, ""
        elif row is not None and line.label:
            last = line.label
            row.cells[last] = line.said if last not in row.cells else f"{row.text(last)}\n{line.said}"
        elif row is not None and last and (not row.text(last) or best_name(last)[0] in LONG):
            row.cells[last] = f"{row.text(last)}\n{line.said}".strip()
    if row is not None:
        yield row
