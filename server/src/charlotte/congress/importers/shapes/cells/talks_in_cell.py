"""The talks inside of a session's cell: lines that begin with a time, or items that name who gives them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from charlotte.congress.importers.shapes.cells.line_starts import LISTED, TIMED
from charlotte.congress.importers.shapes.cells.wrapped import goes_on
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.times.length_told import with_length
from charlotte.congress.importers.shapes.values.names_behind import told_so, without_names
from charlotte.congress.importers.shapes.values.people_lines import WHOLE, names_people, tells_people
from charlotte.congress.importers.shapes.values.title_and_people import title_and_people_in
from charlotte.congress.importers.wording import says_changed

SIGNS = re.compile(r"^[\s|›→►▸‣]+")
"""What may stand between a time and a title."""
FEWEST_LISTED = 2
"""Lines that begin as an item and name somebody, which are the talks of a session."""


@dataclass(frozen=True)
class Talk:
    """A talk inside of a session, as a line of it tells."""

    start: str
    end: str
    title: str
    people: str


def talks_apart(lines: Sequence[str], employers: bool) -> tuple[list[str], list[Talk]]:
    """Return the lines that are the session's own, and its talks that begin with a time, with who speaks below each."""
    own: list[str] = []
    told: list[list[str]] = []
    for at, line in enumerate(lines):
        if at and TIMED.match(line):
            told.append([line])
        elif told and _is_of_talk(told[-1], line, employers):
            told[-1].append(line)
        else:
            own.append(line)
    talks = [_talk(talk, employers) for talk in told]
    if len(talks) > 1 and len(told[-1]) > 1 and talks[-1].people and not any(talk.people for talk in talks[:-1]):
        own += told[-1][1:]  # who speaks in all of them
        talks[-1] = _talk(told[-1][:1], employers)
    return own, talks


def _is_of_talk(talk: Sequence[str], line: str, employers: bool) -> bool:
    """Return whether a line below a talk names who gives it, or goes on with its title."""
    label = labelled(line)
    if label is not None:
        return label[0] == "speakers" and len(talk) == 1 and names_people(label[1], True)
    if says_changed(line) or WHOLE.match(line) or LISTED.match(line):
        return False
    if tells_people(line, employers):
        return len(talk) == 1 or talk[-1].endswith((",", ";"))
    return len(talk) == 1 and goes_on(talk[0], line)


def _talk(lines: Sequence[str], employers: bool) -> Talk:
    timed = TIMED.match(lines[0])
    assert timed is not None
    below = list(lines[1:])
    time, first = with_length(" - ".join(filter(None, timed.groups())), lines[0][timed.end() :])
    first = SIGNS.sub("", first)
    if below and not tells_people(below[0], employers) and labelled(below[0]) is None:
        first = f"{first} {below.pop(0)}"
    title, people = title_and_people_in(first, employers) if not below else (first, " ".join(below))
    start, _, end = time.partition(" - ")
    return Talk(start, end, title, people)


def with_names_behind(parts: list[Talk]) -> list[Talk]:
    """Return talks that nobody is named of with who stands behind the last commas of their titles."""
    if any(talk.people for talk in parts) or not told_so(talk.title for talk in parts):
        return parts
    told = [(talk, without_names(talk.title)) for talk in parts]
    return [replace(talk, title=title, people=people) for talk, (title, people) in told]


def listed(lines: Sequence[str], employers: bool) -> list[Talk]:
    """Return the talks that items below a title tell, each with who gives it; none where items tell something else."""
    items = [line[mark.end() :] for line in lines if (mark := LISTED.match(line)) and not TIMED.match(line)]
    told = [Talk("", "", *title_and_people_in(item, employers)) for item in items]
    named = [talk for talk in told if talk.people and not names_people(talk.title)]
    return told if len(named) >= FEWEST_LISTED and len(named) >= len(told) - 1 else []
