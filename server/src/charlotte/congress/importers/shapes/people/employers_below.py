"""Cells that name people each with where they work in the line below."""

import re
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from charlotte.congress.importers.shapes.people.courtesy import DON
from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.names import (
    PARTICLES,
    is_institution,
    is_no_person,
    looks_like_person,
    unlabelled,
)

FEWEST = 2
"""Cells where the line below a name can only be an institution."""
SHARE = 0.33
"""Of the cells with several lines."""
MOSTLY = 0.8


def names_above(cells: Iterable[str]) -> frozenset[str]:
    """Return the names that the cells of a column begin with where each tells below it where somebody works.

    Nothing where the column is none of that kind.
    """
    lines = [found for cell in cells if (found := _lines(cell))]
    several = sum(1 for one in lines if len(one) > 1)
    names = [one[0] for one in lines if _is_name(one[0])]
    pairs = (pair for one in lines for pair in pairwise(one))
    clear = sum(1 for name, line in pairs if _is_name(name) and _is_surely_employer(line, name))
    is_told = clear >= max(FEWEST, SHARE * several) and len(names) >= MOSTLY * len(lines)
    return frozenset(names) if is_told else frozenset()


def with_employers_behind(text: str, names: Set[str]) -> str:
    """Return the lines of such a cell with where people work in brackets behind their names.

    `names` are those that other cells of its column begin with.
    """
    found: list[list[str]] = []
    lines = _lines(text)
    titled = bool(lines) and _is_titled(lines[0])
    for at, line in enumerate(lines):
        if not found or line in names or _begins(line, found[-1], lines[at + 1 :], titled=titled):
            found.append([line])
        else:
            found[-1].append(line)
    return "\n".join(_behind(name, employer) for name, *employer in found)


def name_ends(parts: Sequence[str]) -> int:
    """Return how many pieces of a line that a narrow column broke are the name: the rest is the employer, or nothing.

    All of them where none is.
    """
    cuts = [at for at in range(1, len(parts)) if _may_end(" ".join(parts[:at]), parts[at])]
    sure = (at for at in cuts if is_institution(" ".join(parts[at:])))
    return next(sure, next(iter(cuts), len(parts)))


def _may_end(name: str, behind: str) -> bool:
    goes_on = name.split()[-1].casefold() in PARTICLES or behind[:1].islower()
    return _is_name(name) and not goes_on


def _begins(line: str, above: Sequence[str], below: Sequence[str], *, titled: bool) -> bool:
    """Return whether a line is the next name, and not where the one above works."""
    if _is_titled(line) or unlabelled(line) != line:
        return True
    if titled or not _is_name(line) or is_institution(line):
        return False
    if len(above) > 1:
        return True
    return bool(below) and not _is_titled(below[0]) and is_no_person(below[0])


def _behind(name: str, employer: Sequence[str]) -> str:
    said = ""
    for line in employer:
        goes_on = not said or said.split()[-1].casefold() in PARTICLES or line[:1].islower()
        said = f"{said}{' ' if goes_on else ', '}{line}"
    said = re.sub(r"\s*[()]\s*", " ", said).strip()
    return f"{name} ({said})" if said and name[-1:] != ")" else f"{name} {said}".strip()


def _lines(cell: str) -> list[str]:
    return [line.strip() for line in cell.splitlines() if line.strip()]


def _is_titled(line: str) -> bool:
    return bool(TITLE.match(line) or DON.match(line)) and _is_name(line)


def _is_name(line: str) -> bool:
    said = DON.sub("", unlabelled(line))
    return not set(said) & set(",;()[]/|") and " - " not in said and " – " not in said and looks_like_person(said)


def _is_surely_employer(line: str, name: str) -> bool:
    is_short = line.isupper() and not any(word.isupper() for word in name.split() if len(word) > FEWEST)
    return is_short or is_institution(line) and not looks_like_person(f"{name} {line}")
