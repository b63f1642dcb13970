"""Plans in equal steps without merged cells: what stands in several of them in turn is held in all of these."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from charlotte.congress.importers.shapes.times.when import read_when

FEWEST = 4
"""Steps."""
LONGEST_STEP = 30
"""Minutes."""
SHORT = 16
"""Letters of what may be held again and again: "Break", "Posters"."""
DITTO = frozenset("↓ ⇓ 〃 ″ \" '' | ⋮ ¦ ▼ ▽ ⬇ → >".split())
"""What stands below a title that goes on."""
Area = tuple[int, int, int, int]


def merged_by_repeats(
    rows: Sequence[Sequence[str]], merged: Mapping[tuple[int, int], Area], first: int
) -> dict[tuple[int, int], Area]:
    """Return the merged cells of a plan whose slots begin in the row `first`, those that are repeated among them."""
    found = dict(merged)
    if any(bottom > top for top, bottom, _, _ in merged.values()) or not _are_steps(rows[first:]):
        return found
    for column in range(1, len(rows[0])):
        at = first
        while at < len(rows):
            end = at
            while end + 1 < len(rows) and rows[at][column] and _goes_on(rows[end + 1][column], rows[at][column]):
                end += 1
            is_own = all((row, column) not in merged for row in range(at, end + 1))
            text = rows[at][column]
            if end > at and is_own and (len(text) > SHORT or "\n" in text or rows[at + 1][column] in DITTO):
                found[(at, column)] = (at, end, column, column)
            at = end + 1
    return found


def _goes_on(cell: str, above: str) -> bool:
    return cell == above or cell in DITTO


def _are_steps(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether all slots only begin, each as long after the one before."""
    whens = [read_when(row[0], hint="clock") for row in rows if row[0]]
    starts = [when.start.hour * 60 + when.start.minute for when in whens if when.start is not None and when.end is None]
    steps = {two - one for one, two in pairwise(starts)}
    return len(starts) == len(whens) >= FEWEST and len(steps) == 1 and 0 < min(steps) <= LONGEST_STEP
