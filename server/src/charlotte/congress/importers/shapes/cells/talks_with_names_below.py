"""Talks that a cell lists, each with who gives it in the line below: "• Salt marshes", below it "Ada Orr (Kiln)"."""

from collections.abc import Sequence

from charlotte.congress.importers.shapes.cells.line_starts import LISTED, TIMED
from charlotte.congress.importers.shapes.cells.talks_in_cell import Talk
from charlotte.congress.importers.shapes.people.names import is_institution
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.people_lines import WHOLE, names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.wording import says_changed

FEWEST = 2
FEWEST_UNLED = 3
"""Titles without a sign, with a line of people each, that are talks though nobody is said to lead them."""


def listed_with_names(lines: Sequence[str]) -> tuple[list[str], list[Talk]]:
    """Return the lines below a title that are the session's own, and the talks that have a sign and names below it."""
    own: list[str] = []
    told: list[list[str]] = []
    for line in lines:
        sign = LISTED.match(line) if not TIMED.match(line) else None
        if sign is not None:
            told.append([line[sign.end() :]])
        elif told and len(told[-1]) == 1 and _may_be_names(line) and names_people(line, True):
            told[-1].append(line)
        else:
            own.append(line)
    named = [talk for talk in told if len(talk) > 1]
    is_list = len(named) >= FEWEST and len(named) >= len(told) - 1
    if not is_list or any(names_people(talk[0]) and _may_be_names(talk[0]) for talk in named):
        return [*lines], []
    return own, [Talk("", "", talk[0], " ".join(talk[1:])) for talk in told]


def in_turns(lines: Sequence[str], employers: bool) -> tuple[list[str], list[Talk]]:
    """Return the same where titles and names stand in turns without a sign; most sessions of talks say who leads."""
    told = [line for line in lines if _may_be_names(line)]
    own = [line for line in lines if not _may_be_names(line)]
    titles, people = told[::2], told[1::2]
    is_led = any((label := labelled(line)) is not None and label[0] == "chairs" for line in own)
    if len(titles) != len(people) or len(people) < (FEWEST if is_led else FEWEST_UNLED):
        return [*lines], []
    if not all(names_people(line, employers) for line in people) or not all(
        _is_title(one, employers) for one in titles
    ):
        return [*lines], []
    return own, [Talk("", "", title, names) for title, names in zip(titles, people, strict=True)]


def _may_be_names(line: str) -> bool:
    """Return whether a line has no label, no time and no sign, and is no remark."""
    is_bare = labelled(line) is None and not says_changed(line) and not WHOLE.match(line)
    return is_bare and not TIMED.match(line) and not LISTED.match(line)


def _is_title(line: str, employers: bool) -> bool:
    """Return whether a line is a title, and neither names nor where somebody works or something is held."""
    is_named = names_people(line, employers) and ": " not in line
    return not is_named and not is_institution(line) and not ROOM_WORDS.match(line)
