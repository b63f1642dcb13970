"""Initials in the cells of a plan that another sheet tells the names of: "Endgames (MB)", "(FS, JW)"."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.names import looks_like_person
from charlotte.congress.importers.shapes.sheets.cells import Grid

CODE = re.compile(r"[^\W\d_]{1,5}\d{0,2}")
BETWEEN = re.compile(r"\s*[,;/+&|]\s*|\s+(?:und|and|e|et|y)\s+")
BEHIND = re.compile(r"\s*[(\[]([^()\[\]]{1,40})[)\]]\s*$")
FEWEST, MOSTLY = 3, 0.8
FEWEST_USED = 2


def with_names(grids: Iterable[Grid]) -> list[Grid]:
    """Return sheets in which the initials that stand below or behind titles are the names that another one tells."""
    found = list(grids)
    told = [(grid, names) for grid in found if (names := _names_in(grid))]
    names = {code: name for _, one in told for code, name in one.items()}
    lists = {id(grid) for grid, _ in told}
    return [grid if not names or id(grid) in lists else _explained(grid, names) for grid in found]


def _names_in(grid: Grid) -> dict[str, str]:
    """Return the initials of a list of people, each with the name; nothing where a sheet is no such list."""
    width = max(map(len, grid.cells), default=0)
    columns = [[row[at].strip() if at < len(row) else "" for row in grid.cells] for at in range(width)]
    codes = next((column for column in columns if _are_codes(column)), None)
    people = next((column for column in columns if _are_people(column)), None)
    if codes is None or people is None:
        return {}
    pairs = zip(codes[1:], people[1:], strict=True)
    return {code: name for code, name in pairs if CODE.fullmatch(code) and _is_person(name)}


def _are_codes(column: Sequence[str]) -> bool:
    filled = [cell for cell in column[1:] if cell]
    return len(filled) >= FEWEST and len({*filled}) == len(filled) and all(map(CODE.fullmatch, filled))


def _are_people(column: Sequence[str]) -> bool:
    filled = [cell for cell in column[1:] if cell]
    return len(filled) >= FEWEST and sum(map(_is_person, filled)) >= MOSTLY * len(filled)


def _is_person(text: str) -> bool:
    return looks_like_person(text) and len(TITLE.sub("", text).split()) > 1


def _explained(grid: Grid, names: Mapping[str, str]) -> Grid:
    """Return a sheet with the names; as it is where hardly any initials stand below or behind titles."""
    cells = [[_told(cell, names) for cell in row] for row in grid.cells]
    pairs = zip((cell for row in grid.cells for cell in row), (cell for row in cells for cell in row), strict=True)
    used = Counter(before != now for before, now in pairs)[True]
    return replace(grid, cells=cells) if used >= FEWEST_USED else grid


def _told(cell: str, names: Mapping[str, str]) -> str:
    first, *rest = cell.split("\n")
    behind = BEHIND.search(first)
    if behind is not None and behind.start() and (people := _people(behind[1], names)):
        first = f"{first[: behind.start()]} ({people})"
    return "\n".join([first, *(_people(line.strip().strip("()[]"), names) or line for line in rest)])


def _people(text: str, names: Mapping[str, str]) -> str:
    """Return the names of initials; nothing where a text holds anything else."""
    codes = [code for code in BETWEEN.split(text.strip()) if code]
    return "; ".join(names[code] for code in codes) if codes and all(code in names for code in codes) else ""
