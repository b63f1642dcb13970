"""Who somebody is, told behind a stop: "Dr. Ana Ruiz. Hospital Sur, Jaén / Bo Lie. Kiln Works"."""

import re
from collections.abc import Iterable, Sequence

from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.names import is_institution, looks_like_person
from charlotte.congress.importers.shapes.people.roles import labelled

STOP = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-ZÀ-Þ])")
BETWEEN = re.compile(r"\s+/\s+|;\s+")
LONGEST = 200
FEWEST = 2


def with_brackets(lines: Sequence[str]) -> list[str]:
    """Return lines with who somebody is in brackets, where several name an institution behind a name and a stop."""
    return [bracketed(line) for line in lines] if tell_behind_stops(lines) else [*lines]


def tell_behind_stops(lines: Iterable[str]) -> bool:
    """Return whether several lines name an institution behind a name and a stop."""
    return sum(is_institution(rest.split(",")[0]) for line in lines for _, rest in _told(line)) >= FEWEST


def _told(line: str) -> list[tuple[str, str]]:
    """Return the people of a line, each with what stands behind them; none where anything else is told."""
    if len(line) > LONGEST:
        return []
    line = line.replace("\v", " ")
    label = labelled(line)
    said = (label[1] if label is not None else line).rstrip(".")
    found = [_apart(piece) for piece in BETWEEN.split(said)]
    named = all(looks_like_person(name) for name, _ in found)
    return found if named and any(rest for _, rest in found) else []


def _apart(piece: str) -> tuple[str, str]:
    for stop in STOP.finditer(piece):
        if " " in TITLE.sub("", f"{piece[: stop.start()]}. ").strip():  # "Dra." is no name
            return piece[: stop.start()], piece[stop.end() :]
    return piece, ""


def bracketed(line: str) -> str:
    """Return a line of people with who each is in brackets; any other as it is."""
    told = _told(line)
    if not told:
        return line
    line = line.replace("\v", " ")
    label = labelled(line)
    ahead = line[: line.find(label[1])] if label is not None else ""
    return ahead + "; ".join(_whole(told))


def _whole(told: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{name} ({rest})" if rest else name for name, rest in told]
