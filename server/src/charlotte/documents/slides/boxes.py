"""The boxes of a slide in the order in which it is read: columns one behind the other, rows of boxes as a table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

TAGS = re.compile(r"<[^>]+>")
CLOCK = re.compile(r"\b\d{1,2}\s?[:.h]\s?\d{2}\b")
ONLY_CLOCK = re.compile(r"(?:\d{1,2}(?:\s?[:.h]\s?\d{2})?\s?(?:h|hrs|Uhr|[ap]\.?m\.?)?[\s–—-]*){1,2}", re.IGNORECASE)
PARAGRAPH = re.compile(r"</?p>")
PAIR = 2
LONGEST_HEADING = 90
FEWEST_ROWS = 3
MOSTLY = 0.7
MOST_LINES = 4
"""Paragraphs of a box that is a cell among others."""
SLACK = 0.1
"""Share of its width or height by which a box may reach into another without standing above or beside it less."""

Area = tuple[float, float, float, float]


@dataclass(frozen=True)
class Box:
    """What stands at one place of a slide."""

    pieces: tuple[str, ...]
    """Its paragraphs or its table, as HTML."""
    area: Area | None = None
    """Left, top, right and bottom; None = wherever its layout puts it."""
    is_title: bool = False
    is_table: bool = False

    @property
    def text(self) -> str:
        """Its text without marks."""
        return " ".join(TAGS.sub(" ", " ".join(self.pieces)).split())

    @property
    def is_entry(self) -> bool:
        """Whether it is one paragraph that begins with a time."""
        return len(self.pieces) == 1 and CLOCK.match(self.text) is not None

    @property
    def may_head(self) -> bool:
        """Whether it is one short line, which may stand above something."""
        said = self.text
        return (
            not self.is_table
            and len(self.pieces) == 1
            and not self.is_entry
            and 0 < len(said) <= LONGEST_HEADING
            and not said.endswith((".", ",", ";", "!"))
        )


def written(boxes: Sequence[Box]) -> str:
    """Return the HTML of a slide."""
    told = [box for box in boxes if box.text]
    titles = [box for box in told if box.is_title]
    rest = [box for box in told if not box.is_title]
    if not titles and rest and (first := _on_top(rest)) is not None:
        titles, rest = [first], [box for box in rest if box is not first]
    heads = (f"<h1>{TAGS.sub(' ', ' '.join(box.pieces))}</h1>" for box in titles)
    loose = [box for box in rest if box.area is None]
    placed = [box for box in rest if box.area is not None]
    return "".join((*heads, *_in_turn(loose), *_ordered(placed)))


def _on_top(boxes: Sequence[Box]) -> Box | None:
    """Return the line that stands above everything else on a slide without a title."""
    placed = [(box.area, box) for box in boxes if box.area is not None]
    if len(placed) < len(boxes) or len(boxes) == 1:
        return None
    (area, first), *others = sorted(placed, key=lambda one: one[0][1])
    return first if first.may_head and all(_apart(area, other, 1) for other, _ in others) else None


def _in_turn(boxes: Sequence[Box]) -> Iterator[str]:
    """Write boxes one below the other; a line alone above a table or a longer text heads it."""
    for at, box in enumerate(boxes):
        below = boxes[at + 1] if at + 1 < len(boxes) else None
        heads = below is not None and box.may_head and (below.is_table or len(below.pieces) > 1 or below.is_entry)
        yield f"<h3>{TAGS.sub(' ', box.pieces[0])}</h3>" if heads else "".join(box.pieces)


def _ordered(boxes: Sequence[Box]) -> Iterator[str]:
    """Write boxes by where they stand: what reaches across others parts those above it from those below."""
    waiting: list[Box] = []
    for run in _runs(boxes):
        columns = _groups(run, 0)
        if len(columns) == 1:
            waiting += run
            continue
        yield from _in_turn(waiting)
        waiting = []
        rows = _rows(run, columns)
        if rows is not None and not _are_cards(rows):
            yield _table(rows)
            continue
        for column in columns:
            yield from _ordered([_as_entry(box) for box in column] if rows is not None else column)
    yield from _in_turn(waiting)


def _runs(boxes: Sequence[Box]) -> list[list[Box]]:
    """Return boxes from top to bottom, those together that stand in the same columns."""
    runs: list[list[Box]] = []
    for band in _groups(boxes, 1):
        wide = len(_groups(runs[-1], 0)) if runs else 1
        if wide > 1 and len(_groups([*runs[-1], *band], 0)) >= wide:
            runs[-1] += band
        else:
            runs.append(band)
    return runs


def _groups(boxes: Sequence[Box], axis: int) -> list[list[Box]]:
    """Return boxes in groups that do not overlap along an axis, in order; 0 = from the left, 1 = from the top."""
    found: list[list[Box]] = []
    for box in sorted(boxes, key=lambda one: (_area(one)[axis], _area(one)[1 - axis])):
        if found and not all(_apart(_area(other), _area(box), axis) for other in found[-1]):
            found[-1].append(box)
        else:
            found.append([box])
    return found


def _area(box: Box) -> Area:
    return box.area or (0, 0, 0, 0)


def _apart(one: Area, other: Area, axis: int) -> bool:
    """Return whether one area ends before the other begins along an axis."""
    (low, high), (lower, higher) = sorted(((one[axis], one[axis + 2]), (other[axis], other[axis + 2])))
    return high - lower <= SLACK * min(high - low, higher - lower)


def _rows(boxes: Sequence[Box], columns: Sequence[Sequence[Box]]) -> list[list[Box | None]] | None:
    """Return boxes as the rows of a table where they stand in its rows and columns; None where they do not."""
    bands = _groups(boxes, 1)
    if len(bands) < FEWEST_ROWS or any(box.is_table or len(box.pieces) > MOST_LINES for box in boxes):
        return None
    column_of = {id(box): at for at, column in enumerate(columns) for box in column}
    rows: list[list[Box | None]] = []
    for band in bands:
        row: list[Box | None] = [None] * len(columns)
        for box in band:
            if row[column_of[id(box)]] is not None:
                return None
            row[column_of[id(box)]] = box
        rows.append(row)
    full = sum(all(box is not None for box in row) for row in rows)
    return rows if full >= MOSTLY * len(rows) else None


def _are_cards(rows: Sequence[Sequence[Box | None]]) -> bool:
    """Return whether boxes each tell their own time, and only happen to stand beside each other."""
    timed = [[box for box in row if box is not None and CLOCK.search(box.text)] for row in rows]
    return sum(len(row) > 1 for row in timed) >= MOSTLY * sum(bool(row) for row in timed) > 0


def _as_entry(box: Box) -> Box:
    """Return a card as one paragraph that begins with its time."""
    times = [piece for piece in box.pieces if ONLY_CLOCK.fullmatch(TAGS.sub("", piece).strip())]
    if len(times) != 1 or len(box.pieces) < PAIR:
        return box
    lines = [PARAGRAPH.sub("", piece) for piece in (*times, *(one for one in box.pieces if one is not times[0]))]
    return replace(box, pieces=(f"<p>{'<br>'.join(lines)}</p>",))


def _table(rows: Sequence[Sequence[Box | None]]) -> str:
    cells = ("".join(f"<td>{''.join(box.pieces) if box else ''}</td>" for box in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
