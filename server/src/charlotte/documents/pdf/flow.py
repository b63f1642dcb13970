"""What a page of a PDF says in the order in which it is read: line by line, and columns side by side one by one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from charlotte.documents.paper import Block
from charlotte.documents.pdf.runs import Run

EDGE = 2.0
"""Points; so close to each other lines begin that stand in one column."""
APART = 2.0
"""Of a line's size: a gap that no text has between two words."""
NEAR = 3.0
"""Points by which a line may begin left of its column or end in the next one."""
NEXT = 1.75
"""Of a line's size: the farthest that the next line of a paragraph stands below the last."""
NEXT_SLOT = 4.0
"""Of a line's size: the farthest that the next line with a time stands below those of the one before."""
SPACE = 0.25
"""Of a line's size: a space between words."""
FEWEST_POINTS = 40.0
"""By so much two columns begin apart."""
BLOCK = 1.5
"""Of a line's size: the farthest that two lines of one block stand apart."""
_CLOCK = r"\d{1,2}(?:\s?[.:h]\s?\d{2})?\s?(?:h|hs|hrs|uhr|am|pm|a\.m\.|p\.m\.)?"
CLOCK = re.compile(
    rf"(?=.*\d\s?(?:[.:h]|uhr|am\b|pm\b))(?:(?:ore|h|um|ab|dalle|de|von|from|à|a las|las)\.?\s+)?"
    rf"{_CLOCK}(?:\s*(?:[-–—/]|bis|alle|to|à|a|al)\s*(?:{_CLOCK})?)?",
    re.IGNORECASE,
)
BEGINS = re.compile(r"(?:ore\s+|h\s*)?\d{1,2}\s?[.:h]\s?\d{2}(?!\d)", re.IGNORECASE)
ITEM = re.compile(r"[•▪●‣◦*·–—-]")
"""What stands before the items of a list, in a column of its own."""
DASH = re.compile(r"[-–—]\s*$")
UNIT = re.compile(r"(?:uhr|h|hs|hrs|ore)\.?", re.IGNORECASE)
SOFT = "\v"
"""Where a line was broken because it was too long."""


def flow_of(lines: Iterable[Sequence[Run]]) -> tuple[Block, ...]:
    """Return the pages' lines as they are read; columns that stand side by side are the cells of one row."""
    held = [line for line in lines if line]
    found: list[_Part] = []
    for page in dict.fromkeys(line[0].page for line in held):
        parts = _parts([line for line in held if line[0].page == page])
        if found and parts and found[-1].goes_on(parts[0]):
            found[-1].take(parts.pop(0))
        found += parts
    return tuple(block for part in found for block in part.blocks())


@dataclass
class _Part:
    """Lines below each other in one column, or in several side by side."""

    lefts: list[float]
    columns: list[list[Run]]
    limit: float
    """How far to the right the page's lines go."""

    def goes_on(self, other: "_Part") -> bool:
        """Return whether the columns of a page go on at the top of the next."""
        same = len(self.lefts) > 1 and len(self.lefts) == len(other.lefts)
        return same and all(abs(one - two) < NEAR for one, two in zip(self.lefts, other.lefts, strict=True))

    def take(self, other: "_Part") -> None:
        """Put the lines of the next page below its own."""
        for own, more in zip(self.columns, other.columns, strict=True):
            own += more

    def blocks(self) -> Iterator[Block]:
        """Yield its lines, or its columns as a row."""
        if len(self.columns) == 1:
            for run in _unbroken(self.columns[0], self.limit):
                yield Block(kind="text", text=run.text, page=run.page)
            return
        held = list(zip(self.lefts, self.columns, strict=True))
        wide = max(run.right - left for left, column in held for run in column)
        cells = tuple("\n".join(run.text for run in _unbroken(column, left + wide)) for left, column in held)
        flat = tuple(" ".join(cell.split()) for cell in cells)
        text = " | ".join(cell for cell in flat if cell)
        yield Block(kind="row", text=text, cells=flat, lines=cells, page=self.columns[0][0].page)


def _parts(lines: Sequence[Sequence[Run]]) -> list[_Part]:
    """Return a page from its top: lines over its whole width, and columns between them."""
    found: list[_Part] = []
    rows = _rows([run for line in lines for run in _cut(line, _edges(lines))])
    limit = max(run.right for row in rows for run in row)
    at = 0
    while at < len(rows):
        end, lefts = _columns_from(rows, at) if len(rows[at]) > 1 else (at, [])
        if end > at:
            columns: list[list[Run]] = [[] for _ in lefts]
            for run in (run for row in rows[at : end + 1] for run in row):
                columns[_column(run, lefts)].append(run)
            found.append(_Part(lefts, columns, limit))
        else:
            if not found or len(found[-1].columns) > 1:
                found.append(_Part([0.0], [[]], limit))
            whole = rows[at][0]
            for run in rows[at][1:]:
                whole = whole.joined(run)
            found[-1].columns[0].append(whole)
        at = end + 1
    return found


def _columns_from(rows: Sequence[Sequence[Run]], first: int) -> tuple[int, list[float]]:
    """Return the last row of the columns that begin with a row, the row itself where they are none, and their lefts."""
    lefts = [run.left for run in rows[first]]
    last, at = first, first
    while at < len(rows):
        row = rows[at]
        if len(row) == len(lefts):
            wider = [min(left, run.left) for left, run in zip(lefts, row, strict=True)]  # below centred heads
            lefts = lefts if any(_reaches(above, wider) for above in rows[first : at + 1]) else wider
        places = [_column(run, lefts) for run in row]
        if row[0].left < lefts[0] - NEAR or _reaches(row, lefts):
            break
        if len({*places}) < len(places):
            again = next(run.left for run, one, two in zip(row[1:], places, places[1:], strict=False) if one == two)
            more = sorted((*lefts, again))
            if any(_reaches(above, more) for above in rows[first : at + 1]):
                break
            lefts = more  # a column that begins lower than the others
            places = [_column(run, lefts) for run in row]
        last = last if places == [0] else at
        at += 1
    lefts = _with_lower(lefts, rows[first:at])
    filled = {_column(run, lefts) for row in rows[first + 1 : at] for run in row}
    if len(filled) < len(lefts):
        return first, lefts
    return _with_rest_of_first(rows[:at], first, last, lefts), lefts


def _with_lower(lefts: Sequence[float], rows: Sequence[Sequence[Run]]) -> list[float]:
    """Return where columns begin, with those whose lines stand on no height of the others'."""
    found = list(lefts)
    begun = sorted(run.left for row in rows for run in row)
    for one, two in zip(begun, begun[1:], strict=False):
        is_new = two - one < EDGE and all(abs(one - left) > FEWEST_POINTS for left in found)
        if is_new and one > found[0] and not any(run.left < one - NEAR < run.right for row in rows for run in row):
            found = sorted((*found, one))
    return found


def _reaches(row: Sequence[Run], lefts: Sequence[float]) -> bool:
    """Return whether a line of a row goes on over the column beside its own."""
    places = [_column(run, lefts) for run in row]
    pairs = ((run, lefts[place + 1]) for run, place in zip(row, places, strict=True) if place + 1 < len(lefts))
    return any(run.right > left for run, left in pairs)


def _with_rest_of_first(rows: Sequence[Sequence[Run]], first: int, last: int, lefts: Sequence[float]) -> int:
    """Return the last row of columns of which the first one goes on below the others, set as its lines are."""
    own = [run for row in rows[first : last + 1] for run in row if _column(run, lefts) == 0]
    for at in range(last + 1, len(rows)):
        run, above = rows[at][0], own[-1]
        is_set_so = any(abs(run.left - one.left) < EDGE and abs(run.inner - one.inner) < EDGE for one in own)
        is_set_so = is_set_so or BEGINS.match(above.text) is not None and 0 < run.left - above.left < FEWEST_POINTS
        farthest = NEXT_SLOT if BEGINS.match(run.text) else NEXT
        if not is_set_so or above.bottom - run.bottom > farthest * run.size:
            return at - 1
        own.append(run)
    return len(rows) - 1


def _column(run: Run, lefts: Sequence[float]) -> int:
    return max((at for at, left in enumerate(lefts) if run.left > left - NEAR), default=0)


def _edges(lines: Sequence[Sequence[Run]]) -> list[float]:
    """Return where several lines begin."""
    lefts = sorted(line[0].left for line in lines)
    return [one for one, two in zip(lefts, lefts[1:], strict=False) if two - one < EDGE]


def _cut(line: Sequence[Run], edges: Sequence[float]) -> Iterator[Run]:
    """Yield a line's parts, cut where others begin below or above, or where the gap is too wide for a space."""
    whole = line[0]
    for run in line[1:]:
        is_edge = any(abs(run.left - edge) < EDGE for edge in edges)
        if is_edge or run.left - whole.right > APART * run.size:
            yield whole
            whole = run
        else:
            whole = whole.joined(run)
    yield whole


def _rows(runs: Sequence[Run]) -> list[list[Run]]:
    """Return what stands on one height, from the top; a time and what it stands beside are one."""
    rows: list[list[Run]] = []
    for run in sorted(_raised(_whole_times(runs)), key=lambda one: (-one.bottom, one.left)):
        if rows and abs(rows[-1][0].bottom - run.bottom) < 0.5 * run.size:
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_timed(sorted(row, key=lambda one: one.left)) for row in rows]


def _whole_times(runs: Sequence[Run]) -> list[Run]:
    """Return the lines with every time on one that was broken behind its dash, or before its unit."""
    kept = list(runs)
    for run in (run for run in runs if CLOCK.fullmatch(run.text)):
        for other in runs:
            is_below = 0 < run.bottom - other.bottom < NEXT * run.size and abs(run.left - other.left) < NEAR
            goes_on = CLOCK.fullmatch(other.text) if DASH.search(run.text) else UNIT.fullmatch(other.text)
            if is_below and goes_on and other in kept:
                kept[kept.index(run)] = replace(run, text=f"{run.text} {other.text}")
                kept.remove(other)
                break
    return kept


def _raised(runs: Sequence[Run]) -> list[Run]:
    """Return the lines with each time beside the first line of its block, wherever in it the time stands."""
    return [_beside_first(run, runs) if CLOCK.fullmatch(run.text) else run for run in runs]


def _beside_first(time: Run, runs: Sequence[Run]) -> Run:
    right = sorted((run for run in runs if run.left > time.right), key=lambda one: -one.bottom)
    blocks: list[list[Run]] = []
    for run in right:
        if blocks and blocks[-1][-1].bottom - run.bottom <= BLOCK * run.size:
            blocks[-1].append(run)
        else:
            blocks.append([run])
    for block in blocks:
        top, foot, left = block[0].bottom, block[-1].bottom, min(run.left for run in block)
        if not foot - EDGE <= time.bottom <= top + EDGE:
            continue
        beside = [run for run in runs if run.left < left - NEAR and foot - EDGE <= run.bottom <= top + EDGE]
        is_alone = beside == [time] and abs(block[0].left - left) < EDGE
        return replace(time, bottom=top) if is_alone else time
    return time


def _timed(row: Sequence[Run]) -> list[Run]:
    found: list[Run] = []
    for run in row:
        if found and (CLOCK.fullmatch(found[-1].text) or ITEM.fullmatch(found[-1].text)):
            joined = found[-1].joined(run)
            found[-1] = replace(joined, inner=run.left, font=run.font)
        else:
            found.append(run)
    return found


def _unbroken(column: Sequence[Run], limit: float) -> list[Run]:
    """Return lines with those marked as one that were broken because they were too long, where a column ends."""
    found: list[Run] = []
    for at, run in enumerate(column):
        if at and _is_broken(column[at - 1], run, limit):
            found[-1] = replace(found[-1], text=f"{found[-1].text}{SOFT}{run.text}")
        else:
            found.append(run)
    return found


def _is_broken(above: Run, run: Run, limit: float) -> bool:
    """Return whether the first word of a line did not fit at the end of the one above."""
    is_below = above.page == run.page and 0 < above.bottom - run.bottom < NEXT * run.size
    is_set_so = above.font == run.font and above.size == run.size and abs(above.inner - run.left) < NEAR
    if not is_below or not is_set_so or run.inner != run.left or BEGINS.match(run.text):
        return False
    word = len(run.text.split()[0]) * (run.right - run.left) / len(run.text)
    return above.right + SPACE * run.size + word > limit
