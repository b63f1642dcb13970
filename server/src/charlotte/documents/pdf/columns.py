"""Pages set in columns that are read one after the other, as a folded leaflet is: each column as if it were a page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from charlotte.documents.pdf.flow import BEGINS
from charlotte.documents.pdf.runs import Run

EDGE = 2.0
"""Points; so close to each other the lines of a column begin."""
GAP = 1.2
"""Of a line's size: a gap that may be one between words of a line set to its column's width."""
FEWEST_LINES, FEWEST_TIMES, FEWEST_FLUSH = 5, 2, 3
"""Of each column: its lines, those with a time, and those that begin where it does."""
INDENTED = 24.0
"""Points by which talks begin right of their session at most."""
MOST_OF_PAGE = 0.6
"""Of a page's times that stand in its columns."""
SAME = 0.5
"""Share of the times of one column from which the other tells of the same hours: sessions side by side."""
BESIDE = 4.0
"""Of a line's size: the farthest that lines of sessions side by side stand from being on one height."""
WITHIN = (0.15, 0.85)
"""Of the width of a page's text: where a column may begin."""
LONGEST_DAY = 45
UNIT = r"\s?(?:uhr|h|[ap]\.?m\.?)(?!\w)"
CLOCK = re.compile(
    r"(?<![\d.])(\d{1,2})"
    rf"(?:\s?[.:h]\s?(\d{{2}})(?![\d.]*\d)|{UNIT}|(?=\s?[-–—]\s?\d{{1,2}}(?:[.:h]\d{{2}})?{UNIT}))",
    re.IGNORECASE,
)
AHEAD = 30
"""Letters before the time of a line: what the session is called, "Block A · "."""
MONTH = (
    r"(?:jan|feb|f[ée]v|mar|m[äa]r|apr|avr|abr|ma[iy]|mag|jun|juin|giu|jul|juil|lug|ago|aug|ao[uû]|sep|set|o[ck]t|ott|"
    r"nov|d[eé][cz]|dic|ene|gen)"
)
DAY = re.compile(
    rf"\b\d{{1,2}}(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+)?{MONTH}|\b{MONTH}[^\W\d]*\.?\s+\d{{1,2}}\b|\b\d{{1,2}}[./]\d{{1,2}}[./]",
    re.IGNORECASE,
)
PAGE_NUMBER = re.compile(r"\W*(?:[^\W\d]{1,8}\.?\s*)?\d{1,3}(?:\s*(?:/|von|of|di|de|sur)\s*\d{1,3})?\W*", re.IGNORECASE)


@dataclass(frozen=True)
class Columns:
    """Where a page divides: at a height to the right of `left`, from `top` down to `foot`."""

    left: float
    top: float
    foot: float

    def of(self, run: Run) -> int | None:
        """Return which column a piece of a line stands in; None = in none."""
        if not self.foot <= run.bottom <= self.top:
            return None
        return int(run.left > self.left - EDGE)


def columns_of(lines: Sequence[Sequence[Run]]) -> Columns | None:
    """Return where a page, or a column of it, divides into two that are read one after the other."""
    body = _without_number([line for line in lines if line])
    runs = [run for line in body for run in line]
    if not runs:
        return None
    begin, end = min(run.left for run in runs), max(run.right for run in runs)
    low, high = (begin + share * (end - begin) for share in WITHIN)
    places = sorted({round(run.left, 1) for run in runs if low <= run.left <= high})
    found = (made for left in places if (made := _divided(body, left)) is not None)
    return max(found, key=lambda one: (one.top - one.foot, -one.left), default=None)


def _without_number(lines: Sequence[Sequence[Run]]) -> Sequence[Sequence[Run]]:
    """Return what stands above the line with the page's number."""
    foot = min((line[0].bottom for line in lines), default=0.0)
    last = [line for line in lines if line[0].bottom - foot < EDGE]
    is_numbered = any(PAGE_NUMBER.fullmatch(run.text) for line in last for run in line)
    return [line for line in lines if line not in last] if is_numbered else lines


def _divided(lines: Sequence[Sequence[Run]], left: float) -> Columns | None:
    """Return the longest band that nothing crosses where a column may begin, if both its sides are programmes."""
    own = [run.left - left for line in lines for run in line if -EDGE < run.left - left < INDENTED]
    if len(own) < FEWEST_LINES or sum(1 for shift in own if shift < EDGE) < FEWEST_FLUSH:
        return None
    runs = [run for line in lines for run in _pieces(line, left)]
    crossing = sorted((run.bottom for run in runs if run.left < left - EDGE and run.right > left), reverse=True)
    heights = [max(run.bottom for run in runs) + 2 * EDGE, *crossing, min(run.bottom for run in runs) - 2 * EDGE]
    bands = [
        [run for run in runs if foot + EDGE < run.bottom < top - EDGE]
        for top, foot in zip(heights, heights[1:], strict=False)
    ]
    band = max(bands, key=len)
    sides = [[run for run in band if (run.left > left - EDGE) is right] for right in (False, True)]
    begun = max((run.bottom + run.size for run in sides[1]), default=0.0)
    sides[0] = [run for run in sides[0] if run.bottom <= begun]  # what stands higher is the head of the page
    band = [*sides[0], *sides[1]]
    times = [_times(side) for side in sides]
    if any(len(side) < FEWEST_LINES for side in sides) or any(len(told) < FEWEST_TIMES for told in times):
        return None
    if sum(map(len, times)) < MOST_OF_PAGE * len(_times(runs)) or _are_bare(sides[0]):
        return None
    if _are_same(times[0], times[1]) and not any(_is_day(run.text) for run in sides[1]):
        return None
    return Columns(left, max(run.bottom for run in band) + 1, min(run.bottom for run in band) - 1)


def _pieces(line: Sequence[Run], left: float) -> list[Run]:
    """Return the parts of a line, cut only at wide gaps and where the column may begin."""
    found: list[Run] = []
    for run in line:
        if found and run.left - found[-1].right < GAP * run.size and abs(run.left - left) >= EDGE:
            found[-1] = found[-1].joined(run)
        else:
            found.append(run)
    return found


def _times(runs: Sequence[Run]) -> list[tuple[tuple[int, int], Run]]:
    """Return when the lines with a time say that something begins, each with its line."""
    found = ((CLOCK.search(run.text[: AHEAD + 5]), run) for run in runs)
    return [
        ((int(clock[1]), int(clock[2] or 0)), run) for clock, run in found if clock is not None and int(clock[1]) < 24
    ]


def _are_same(one: Sequence[tuple[tuple[int, int], Run]], other: Sequence[tuple[tuple[int, int], Run]]) -> bool:
    """Return whether two columns tell of the same hours, most of them on the same height."""
    shared = {time for time, _ in one} & {time for time, _ in other}
    if len(shared) < SAME * min(len({time for time, _ in one}), len({time for time, _ in other})):
        return False
    heights = [
        min(abs(run.bottom - beside.bottom) / run.size for at, beside in other if at == time)
        for time, run in one
        if time in shared
    ]
    return sum(height <= BESIDE for height in heights) >= SAME * len(heights)


def _are_bare(runs: Sequence[Run]) -> bool:
    """Return whether a column holds hardly anything but times, and belongs to the one beside it."""
    timed = [run for run in runs if BEGINS.match(run.text)]
    return sum(1 for run in timed if not re.search(r"[^\W\d]{4}", run.text)) > SAME * len(runs)


def _is_day(text: str) -> bool:
    return len(text) <= LONGEST_DAY and DAY.search(text) is not None and CLOCK.search(text) is None
