"""Sheets that say everything in two languages in one cell: `Titel / Titolo` above `Begrüßung / Saluti`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from charlotte.congress.importers.shapes.sheets.cells import Grid
from charlotte.congress.importers.shapes.values.words import Field, best_name
from charlotte.congress.importers.wording import CANCELLED_WORDS, is_cancelled
from charlotte.congress.search.folding import folded
from charlotte.congress.search.function_words import ENGLISH, FRENCH, GERMAN, ITALIAN, SPANISH
from charlotte.congress.search.meanings import senses

WORDS = {
    "it": frozenset(ITALIAN.split()),
    "en": frozenset(ENGLISH.split()),
    "de": frozenset(GERMAN.split()),
    "fr": frozenset(FRENCH.split()),
    "es": frozenset(SPANISH.split()),
}
BETWEEN = re.compile(r"\s*[/|\n]\s*")
APART = re.compile(r"\s+[/|]\s+|\s*\n\s*")
"""In a cell; `TCP/IP` is one word."""
TWICE_CANCELLED = re.compile(rf"\b(?:{CANCELLED_WORDS})\s*/\s*(?=(?:{CANCELLED_WORDS})\b)", re.IGNORECASE)
TOLD_TWICE: frozenset[Field | None] = frozenset({"title", "subtitle", "abstract", "room", "track", "kind"})
HEADER_WITHIN = 15
FEWEST = 2
SURE = 0.6
Halves = dict[int, tuple[str, str, Field]]
"""By column: its name in each language, and the field that both are."""


def with_one_tongue(grid: Grid) -> Grid:
    """Return a sheet with a column for each language, the second ones to the right; any other as it is."""
    for at, row in enumerate(grid.cells[:HEADER_WITHIN]):
        halves = _halves(row)
        if len(halves) >= FEWEST:
            return _apart(grid, at, halves)
    return grid


def _halves(header: Sequence[str]) -> Halves:
    found: Halves = {}
    for column, cell in enumerate(header):
        parts = [part for part in BETWEEN.split(cell.strip()) if part]
        if len(parts) != FEWEST or folded(parts[0]) == folded(parts[1]):
            continue
        (first, one), (second, other) = best_name(parts[0]), best_name(parts[1])
        if first is not None and first == second and min(one, other) > SURE:
            found[column] = (parts[0], parts[1], first)
    return found


def _apart(grid: Grid, header_at: int, halves: Halves) -> Grid:
    width = max(map(len, grid.cells))
    rows = [[*row, *[""] * (width - len(row))] for row in grid.cells]
    twice = [column for column, (_, _, field) in halves.items() if field in TOLD_TWICE]
    split = {
        (at, column): parts
        for at, row in enumerate(rows[header_at + 1 :], header_at + 1)
        for column in twice
        if len(parts := _parts(row[column])) == FEWEST and all(parts)
    }
    heads = [" ".join(names[half] for names in halves.values()) for half in (0, 1)]
    tongues = [_tongue(" ".join((heads[half], *(parts[half] for parts in split.values())))) for half in (0, 1)]
    known = None not in tongues and tongues[0] != tongues[1]
    for at, row in enumerate(rows):
        if at == header_at:
            second = [f"{halves[one][0]} ({tongues[1]})" if known else halves[one][1] for one in twice]
            for column, (name, _, _) in halves.items():
                row[column] = f"{name} ({tongues[0]})" if known and column in twice else name
        else:
            second = [split[at, one][1] if (at, one) in split else "" for one in twice]
            for column in twice:
                told = TWICE_CANCELLED.sub("", row[column])
                row[column] = split[at, column][0] if (at, column) in split else told
        row += second
    return replace(grid, cells=rows)


def _parts(cell: str) -> list[str]:
    """Return what a cell says in each language; a cancellation that stands behind both is that of the first, too."""
    said = TWICE_CANCELLED.sub("", cell).strip()
    parts = APART.split(said)
    if is_cancelled(said) and not is_cancelled(parts[0]):
        parts[0] = f"{parts[0]} [cancelled]"
    return parts


def _tongue(text: str) -> str | None:
    """Return the language that most words of a text are of; None where no one has most."""
    said = folded(text)
    counts = sorted(
        (sum(word in words or bool(senses(word, language)) for word in said), language)
        for language, words in WORDS.items()
    )
    return counts[-1][1] if counts[-1][0] > counts[-2][0] else None
