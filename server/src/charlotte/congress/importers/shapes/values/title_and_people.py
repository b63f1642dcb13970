"""A title with its people in one line: "Title (Name)", "Title – Name (Employer)", "« Title », Name"."""

import re

from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.names import is_no_person
from charlotte.congress.importers.shapes.values.people_lines import BEHIND, names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.venue_lines import says_where

QUOTED = re.compile(r"\s*[«„“”\"‹»]\s?([^«»„“”\"‹›]{4,})[»“”\"›«]\s*[,:]\s+(.+)$")
NOWHERE: frozenset[str] = frozenset()


def title_and_people_in(line: str, employers: bool = False) -> tuple[str, str]:
    """Cut "Title (Name)", "Title – Name (Employer)" and "« Title », Name" into their halves."""
    if quoted := quoted_title(line, employers):
        return quoted
    dashes = list(BEHIND.finditer(line))
    tail = line[dashes[-1].end() :].strip() if dashes and dashes[-1].start() > 0 else ""
    bracket = re.search(r"\s*[(\[]([^()\[\]]+)[)\]]\s*$", line)
    if tail and says_where(tail, line[: dashes[-1].start()].strip(), NOWHERE):
        return line.strip(), ""  # a party at a wine cellar, which could be somebody's name
    is_sure = TITLE.match(tail) or bracket and is_no_person(bracket[1])
    if tail and is_sure and names_people(tail, employers):
        return line[: dashes[-1].start()].strip(), tail
    if bracket and bracket.start() > 0 and not ROOM_WORDS.match(bracket[1]) and names_people(bracket[1], employers):
        return line[: bracket.start()].strip(), bracket[1]
    if tail and names_people(tail, employers):
        return line[: dashes[-1].start()].strip(), tail
    return line.strip(), ""


def quoted_title(line: str, employers: bool = False) -> tuple[str, str] | None:
    """Return the title that a line has in quotation marks, and the names behind it; None where it is no such line."""
    quoted = QUOTED.match(line)
    if quoted is None or not names_people(quoted[2], employers) or ROOM_WORDS.match(quoted[2]):
        return None
    return quoted[1].strip(), quoted[2].strip()
