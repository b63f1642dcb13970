"""What stands in a cell ahead of its title: that it is called off or moved, and beside its kind the room and hours."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.headings import is_place
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.session_labels import BETWEEN, NUMBER, is_label
from charlotte.congress.importers.wording import says_changed

BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{2,60})[)\]]\s*$")
HOURS = re.compile(
    r"[\s,;:(]+(\d{1,2}\s?[.:h]\s?\d{2}\s*(?:[-–—]|bis|to|a|à|alle)\s*\d{1,2}\s?[.:h]\s?\d{2})\s*(?:uhr|h)?\)?$", re.I
)


@dataclass(frozen=True)
class Ahead:
    """What the first lines of a cell say of the session that the others tell."""

    note: str = ""
    place: str = ""
    time: str = ""
    label: str = ""
    """What kind of session it is and which, in a line of its own: `II SESSIONE`, `CORSO PRATICO – Aula 2`."""


def told_ahead(lines: Sequence[str], places: Set[str]) -> tuple[list[str], Ahead]:
    """Return the lines from the kind or the title on, without what stood ahead of it or behind its kind."""
    rest = list(lines)
    note = ""
    if len(rest) > 1 and rest[0].rstrip().endswith(":") and says_changed(rest[0]):
        note = rest.pop(0).rstrip(" :")
    if len(rest) < 2:
        return rest, Ahead(note)
    place = time = ""
    bracket = BRACKET.search(rest[0])
    if bracket is not None and bracket[1].strip().casefold() in places and bracket.start():
        place, rest[0] = bracket[1].strip(), rest[0][: bracket.start()]
    hours = HOURS.search(rest[0])
    if hours is not None and is_label(rest[0][: hours.start()]) and read_when(hours[1], hint="clock").end is not None:
        time, rest[0] = hours[1], rest[0][: hours.start()]
    label, room = _label_of(rest[0], rest[1], places)
    if label:
        rest.pop(0)
    return rest, Ahead(note, place or room, time, label)


def _label_of(line: str, below: str, places: Set[str]) -> tuple[str, str]:
    """Return a line that is a session's label above its title, and the room that it names behind a dash."""
    if labelled(below) or names_people(below) or read_when(below, hint="clock").start is not None:
        return "", ""
    label, *others = BETWEEN.split(line)
    behind = " ".join(others)
    room = BRACKET.sub("", behind).strip()
    if len(others) > 1 or not is_label(label):
        return "", ""
    if behind:
        return (line, room) if is_place(room, places) else ("", "")
    is_numbered = any(NUMBER.fullmatch(word.strip(".:")) for word in line.split())
    # In capitals it looks like a name, and would be taken for one.
    return (line, "") if is_numbered and names_people(line) else ("", "")
