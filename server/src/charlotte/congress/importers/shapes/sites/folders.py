"""Folders of one kind side by side, as one table: a folder for each day, each room, each kind of session."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from charlotte.congress.importers.shapes.sites.records import Record
from charlotte.congress.importers.shapes.times.when import read_when

ALIKE = 0.5


def merged(groups: Mapping[str, Sequence[Record]]) -> dict[str, Any]:
    """Return the sessions of each table: a list, or by the names of the folders in which they lie."""
    found: dict[str, Any] = {folder: list(records) for folder, records in groups.items()}
    names = {folder: _names(records) for folder, records in groups.items()}
    parents = {"" if place == PurePath() else str(place) for folder in found for place in PurePath(folder).parents}
    for parent in sorted(parents, key=lambda one: -len(PurePath(one).parts)):
        inside = [folder for folder in found if folder and _above(folder) == parent]
        if parent in found or not inside or not (_is_day(parent) or _belong(inside, names)):
            continue
        found[parent] = {_last(folder): found.pop(folder) for folder in inside}
        names[parent] = frozenset().union(*(names[folder] for folder in inside))
    return found


def _belong(folders: Sequence[str], names: Mapping[str, frozenset[str]]) -> bool:
    """Return whether folders are called for days, or hold the same, of which there are several."""
    if all(_is_day(folder) for folder in folders):
        return True
    first = names[folders[0]]
    return len(folders) > 1 and all(len(first & names[one]) >= ALIKE * len(first | names[one]) for one in folders)


def _is_day(folder: str) -> bool:
    return read_when(_last(folder)).has_day


def _names(records: Sequence[Record]) -> frozenset[str]:
    """Return what most records of a folder tell."""
    told = [name for one in records for name in one.told]
    return frozenset(name for name in told if told.count(name) >= ALIKE * len(records))


def _above(folder: str) -> str:
    return PurePath(folder).parent.as_posix().removeprefix(".")


def _last(folder: str) -> str:
    return PurePath(folder).name
