"""Lines across a whole timetable: a break between two slots, a slot that tells its time itself, or what heads slots."""

from collections.abc import Sequence
from datetime import time
from typing import NamedTuple

from charlotte.congress.importers.shapes.cells.line_starts import TIMED
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.wording import BREAK_TITLES


class Band(NamedTuple):
    """What a line across all columns says."""

    time: str
    """When it is, by its own words or by the slots above and below; nothing where it heads what follows."""
    title: str
    heads: bool = False
    """Whether it is no session, but heads those below."""


def is_band(row: Sequence[str]) -> bool:
    """Return whether a row says one thing in every column, also where the times stand, and no time alone."""
    said = {cell for cell in row if cell}
    if len(said) != 1 or not row[0] or len(row) <= 2:
        return False
    when = read_when(row[0], hint="clock")
    return not (when.has_clock and when.is_plain)


def band_at(rows: Sequence[Sequence[str]], at: int) -> Band:
    """Return what a band says; a break has the time that the slots around it leave free."""
    text = " ".join(rows[at][0].split())
    if (timed := TIMED.match(text)) is not None:
        return Band(timed[0].strip(" :–—-"), text[timed.end() :])
    if BREAK_TITLES.search(text) is None:
        return Band("", text, heads=True)
    above = next((end for row in reversed(rows[:at]) if (end := _clocks(row)[1]) or _clocks(row)[0]), None)
    below = next((start for row in rows[at + 1 :] if (start := _clocks(row)[0])), None)
    is_free = above is not None and below is not None and above < below
    return Band(f"{above:%H:%M} - {below:%H:%M}" if is_free else "", text)


def _clocks(row: Sequence[str]) -> tuple[time | None, time | None]:
    when = read_when(row[0], hint="clock") if row[0] and not is_band(row) else None
    return (when.start, when.end) if when is not None else (None, None)
