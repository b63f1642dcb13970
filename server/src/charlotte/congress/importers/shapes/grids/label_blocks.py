"""Sessions of a sheet told in blocks: a line that names one, then lines of a label and what it says, then its talks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from charlotte.congress.importers.shapes.people.roles import labelled, leads_alone
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.sheets.cells import SECTION_DAY, Grid
from charlotte.congress.importers.shapes.times.day_line import is_day
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import Field, best_name

SURE, LIKELY = 0.6, 0.3
FEWEST = 2
"""Blocks of a sheet, and labels of a block."""
LONGEST_LABEL = 25
LEADS = "leads"
"""What a label says of whom who leads a session alone."""
TIMES: tuple[Field, ...] = ("start", "date", "end", "duration")
TOLD: tuple[Field, ...] = ("start", "end", "duration", "room", "chairs", "speakers", "track", "language", "kind")
UNNAMED = ("title", "speakers", "affiliation")
"""What the cells of a talk say where no line names their columns."""


@dataclass
class _Block:
    """One session: where its lines begin and end, and what they say."""

    start: int
    end: int
    title: str
    told: dict[str, str] = field(default_factory=dict)
    talks: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    day: str = ""


def apart(grid: Grid) -> tuple[tuple[Table, ...], Grid]:
    """Return the sessions that blocks of labels tell, with their talks, and the grid without them."""
    rows = [[cell.strip() for cell in row] for row in grid.cells]
    blocks = list(_blocks(rows))
    if len(blocks) < FEWEST:
        return (), grid
    sessions: list[Row] = []
    talks: list[Row] = []
    for block in blocks:
        day = {SECTION_DAY: block.day} if block.day else {}
        session = Row(grid.place(block.start), {"title": block.title, **block.told, **day})
        sessions.append(session)
        talks += [Row(grid.place(at), {**cells, **day}, session) for at, cells in block.talks]
    inside = {at for block in blocks for at in range(block.start, block.end)}
    rest = replace(grid, cells=[[] if at in inside else row for at, row in enumerate(rows)])
    named = ((f"{grid.name}: blocks", sessions), (f"{grid.name}: talks of blocks", talks))
    tables = tuple(Table(name, tuple(held), (SECTION_DAY,), named_here=True) for name, held in named if held)
    return tables, rest


def _blocks(rows: Sequence[Sequence[str]]) -> Iterator[_Block]:
    day = ""
    end = 0
    for at, row in enumerate(rows):
        said = list(dict.fromkeys(filter(None, row)))
        if at < end or len(said) != 1:
            continue
        if is_day(said[0]):
            day = said[0]
        elif (block := _block(rows, at, said[0])) is not None:
            block.day, end = day, block.end
            yield block


def _block(rows: Sequence[Sequence[str]], at: int, title: str) -> _Block | None:
    """Return the block that a line heads: at least two labels below it, and one of them says when."""
    if _label(rows[at]) is not None:
        return None
    block = _Block(at, at + 1, title)
    while block.end < len(rows) and (found := _label(rows[block.end])) is not None:
        name, text = found
        block.told[name] = f"{block.told[name]}\n{text}" if name in block.told else text
        block.end += 1
    if len(block.told) < FEWEST or not read_when(block.told.get("start", ""), hint="clock").has_clock:
        return None
    names = _names(rows[block.end]) if block.end < len(rows) else ()
    block.end += bool(names)
    while block.end < len(rows) and (talk := _talk(rows[block.end], names)):
        block.talks.append((block.end, talk))
        block.end += 1
    if LEADS in block.told:  # who leads what nobody else speaks in
        block.told.setdefault(
            "chairs" if block.talks or "speakers" in block.told else "speakers", block.told.pop(LEADS)
        )
    return block


def _label(row: Sequence[str]) -> tuple[str, str] | None:
    """Return what a line says of its session: the field and the text."""
    said = [cell for cell in row if cell]
    if len(said) == 1 and ":" in said[0]:
        label, _, text = (part.strip() for part in said[0].partition(":"))
    elif len(said) == len(("label", "text")):
        label, text = said[0].rstrip(" :"), said[1]
    else:
        return None
    if not text or not label or len(label) > LONGEST_LABEL or any(map(str.isdigit, label)):
        return None
    if leads_alone(label):
        return LEADS, text
    if (led := labelled(f"{label}: {text}")) is not None:
        return led[0], led[1]
    kind, score = best_name(label)
    if kind not in TOLD and not (kind == "date" and read_when(text, hint="clock").has_clock) or score < SURE:
        return None
    return ("start" if kind in TIMES else kind or ""), text


def _names(row: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the columns of the talks, where a line names them."""
    filled = [cell for cell in row if cell]
    known = [cell for cell in filled if best_name(cell)[1] > LIKELY]
    has_digits = any(map(str.isdigit, "".join(filled)))
    return tuple(row) if len(known) >= FEWEST and 2 * len(known) >= len(filled) and not has_digits else ()


def _talk(row: Sequence[str], names: Sequence[str]) -> dict[str, str]:
    """Return what a line says of a talk; nothing where it is none."""
    cells = [(at, cell) for at, cell in enumerate(row) if cell]
    told = [(at, cell) for at, cell in cells if not cell.strip(" .)").isdigit()]
    if len(cells) < FEWEST or not told or read_when(told[0][1], hint="clock").start is not None and told[0][0] == 0:
        return {}
    if names:
        return {name: cell for at, cell in cells if at < len(names) and (name := names[at])}
    return dict(zip(UNNAMED, (cell for _, cell in told), strict=False))
