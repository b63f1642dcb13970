"""Lines that say only a fact beside the title, as badges do: the language, when, how long, the room and a remark."""

import re
from collections.abc import Set
from dataclasses import dataclass, field

from charlotte.congress.importers.shapes.times.lengths import says_length
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.places import place_in, remarks_beside
from charlotte.congress.importers.shapes.values.spoken_in import language_in

BADGE = re.compile(r"\[[^\[\]]+\]|\([^()]+\)")
BADGES = re.compile(r"(?:\s*(?:\[[^\[\]]+\]|\([^()]+\))){2,}\s*")
"""Remarks in brackets, one behind another: "[EN] (16.00–16.45)"."""


@dataclass
class Badges:
    """What the badges of a cell say."""

    place: str = ""
    language: str = ""
    time: str = ""
    length: str = ""
    notes: list[str] = field(default_factory=list)


def take_badge(found: Badges, line: str, places: Set[str]) -> bool:
    """Take a line that says only in which language, when, how long, or in which room and what else; return whether."""
    said = line.strip("()[] ")
    when = read_when(said, hint="clock")
    room, remarks = remarks_beside(line)
    if language := language_in(line):
        found.language = found.language or language
        found.notes += [said] if len(said.split()) > 1 else []
    elif when.is_plain and when.start is not None and when.end is not None and not found.time:
        found.time = said
    elif says_length(said.split(", ")[0]):
        found.length = found.length or said.split(", ")[0]
        found.notes.append(said)
    elif not found.place and remarks and (place := place_in(room, places)).casefold() in places:
        found.place = place
        found.notes += remarks
    else:
        return False
    return True
