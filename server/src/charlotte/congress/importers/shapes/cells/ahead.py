"""What stands in a cell ahead of its title: that it is called off or moved, and beside its kind the room and hours."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.headings import is_place
from charlotte.congress.importers.shapes.values.kind_lines import LONGEST_KIND
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.session_labels import BETWEEN, NUMBER, is_label
from charlotte.congress.importers.wording import MOVED_WORDS, says_changed, without_mark

BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{2,60})[)\]]\s*$")
HOURS = re.compile(
    r"[\s,;:(]+(\d{1,2}\s?[.:h]\s?\d{2}\s*(?:[-–—]|bis|to|a|à|alle)\s*\d{1,2}\s?[.:h]\s?\d{2})\s*(?:uhr|h)?\)?$", re.I
)

BEFORE = re.compile(
    r"\W*(?:antes|anteriormente|previamente|previously|formerly|originally|before|was|instead of|zuvor|vorher|bisher|"
    r"bislang|ursprünglich|war|statt|anstatt|im (?:heft|programm(?:heft)?)|prima|già|era|in precedenza|anziché|invece|"
    r"avant|auparavant|initialement|était|au lieu|en (?:lugar|vez))(?!\w)",
    re.IGNORECASE,
)
"""How it goes on behind a word for a change where it says what was before."""
BARE = re.compile(rf"\W*(?:{MOVED_WORDS})\W*", re.IGNORECASE)


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
    if len(rest) > 1 and says_changed(rest[0]) and (rest[0].rstrip().endswith(":") or _is_remark(rest[0], rest[1])):
        note = rest.pop(0).rstrip(" :")
    if len(rest) < 2:
        return rest, Ahead(note)
    place = time = ""
    bracket = BRACKET.search(rest[0])
    if bracket is not None and bracket[1].strip().casefold() in places and bracket.start():
        place, rest[0] = bracket[1].strip(), rest[0][: bracket.start()]
    hours = HOURS.search(rest[0])
    if hours is not None and read_when(hours[1], hint="clock").end is not None:
        kind = rest[0][: hours.start()]
        if is_label(kind) or kind.isupper() and len(kind.split()) <= LONGEST_KIND and hours[0].endswith(")"):
            time, rest[0] = hours[1], kind
    label, room = _label_of(rest[0], rest[1], places)
    if label:
        rest.pop(0)
    return rest, Ahead(note, place or room, time, label)


def _is_remark(line: str, below: str) -> bool:
    """Return whether a line says only that a session was moved, and from where: "ROOM CHANGE – before in Hall 2"."""
    if says_changed(line) != "moved" or names_people(below):
        return False
    rest = without_mark(line)
    return (
        not any(map(str.isalnum, rest)) or rest == line and BARE.fullmatch(line) is not None or bool(BEFORE.match(rest))
    )


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
