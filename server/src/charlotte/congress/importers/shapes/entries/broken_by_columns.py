"""Titles and names that the width of a printed column broke: "9.30 Step one done properly:", "coaching"."""

from collections.abc import Sequence

from charlotte.congress.importers.shapes.entries.line import Line
from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.names import PARTICLES
from charlotte.congress.importers.shapes.people.people_told import unbroken
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.people_lines import WHOLE, names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.wording import BREAK_TITLES, says_changed

SHORTEST = 30
"""Letters of a line, with its time, that may have filled its column."""
MOST_LINES = 3
"""Into which a title goes on."""


def continuations(lines: Sequence[Line]) -> frozenset[int]:
    """Return the places of lines of printed pages that go on with the one above: a title's, a name's, an employer's.

    A line goes on with a title where it begins small and who speaks stands below.
    """
    found: set[int] = set()
    for at, line in enumerate(lines):
        if line.timed is not None and line.timed[1] and _is_printed(line) and len(line.text) >= SHORTEST:
            below = lines[at + 1 : at + 2 + MOST_LINES]
            count = next((number for number, one in enumerate(below) if not _may_go_on(one)), len(below))
            if 0 < count < len(below) and _is_people(below[count]):
                found |= {*range(at + 1, at + 1 + count)}
        elif at and (_is_employer(lines[at - 1], line) or _is_half_a_name(lines[at - 1], line)):
            found.add(at)
    return frozenset(found)


def _is_printed(line: Line) -> bool:
    return line.block.page is not None and line.block.kind == "text"


def _may_go_on(line: Line) -> bool:
    text = line.text
    is_free = _is_printed(line) and line.timed is None and not line.is_day and text[:1].islower()
    return is_free and labelled(text) is None and says_changed(text) is None and ROOM_WORDS.search(text) is None


def _is_people(line: Line) -> bool:
    told = labelled(line.text)
    said = told[1] if told is not None and told[0] != "room" else line.text
    is_place = ROOM_WORDS.match(said) is not None
    return _is_printed(line) and line.timed is None and not is_place and names_people(said, employers="," in said)


def _is_half_a_name(above: Line, line: Line) -> bool:
    """Return whether a line goes on with the name that a line of names breaks off in: "Chair: Dr. Ada", "Orr (Ely)".

    A bare word below a name and a comma may be anything: "Ada Orr, Leeds", "Enzian".
    """
    if not (_is_printed(above) and _is_printed(line)) or above.timed is not None or line.timed is not None:
        return False
    if line.is_day or ROOM_WORDS.match(line.text) or BREAK_TITLES.match(line.text):
        return False
    *others, last = above.text.split(", ")
    is_titled = labelled(last) is not None or TITLE.match(last) is not None or last.rpartition(" ")[2] in PARTICLES
    is_sure = is_titled or bool(others) and (len(others) > 1 or not line.text.isalpha())
    return is_sure and len(unbroken([above.text, line.text])) == 1


def _is_employer(above: Line, line: Line) -> bool:
    """Return whether a line is, in brackets, where the last of those above works, who alone is told without."""
    inside = WHOLE.fullmatch(line.text)
    is_list = "(" in above.text and not above.text.endswith(")")
    is_plain = inside is not None and ROOM_WORDS.search(inside[1]) is None and not says_changed(inside[1])
    return is_plain and is_list and _is_printed(line) and _is_people(above)
