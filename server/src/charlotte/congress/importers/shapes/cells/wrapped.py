"""Lines that were broken in the midst of a sentence, a bracket or a name, and go on in the next one."""

from collections.abc import Iterable

from charlotte.congress.importers.shapes.cells.line_starts import LISTED, TIMED
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.people_lines import WHOLE, names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.wording import says_changed

WRAPPED_FROM = 40
"""Characters of a line that may have been broken because it was too long for its cell."""
GOES_ON = (",", ":", "-", "–", "und", "and", "e", "et", "y", "di", "der", "de")
"""What a line ends with that goes on in the next one."""


def unwrapped(lines: Iterable[str], employers: bool = False) -> list[str]:
    """Return the lines, one that was broken in the midst of a bracket or a name whole again."""
    whole: list[str] = []
    for line in lines:
        if whole and _is_broken(whole[-1], line, employers):
            whole[-1] += f" {line}"
        else:
            whole.append(line)
    return whole


def _is_broken(line: str, following: str, employers: bool) -> bool:
    if (
        TIMED.match(following)
        or LISTED.match(following)
        or labelled(following)
        or says_changed(following)
        or WHOLE.match(following)
    ):
        return False
    if line.count("(") > line.count(")") and ")" in following:
        return True
    if len(line) < WRAPPED_FROM or names_people(following, employers):
        return False
    begun = names_people(line, employers)
    if not begun:
        return ";" in line and names_people(f"{line} {following}", employers)
    is_word = following[:1].isupper() and following.isalpha() and ROOM_WORDS.search(following) is None
    return employers and len(following.split()) <= 2 and is_word


def goes_on(title: str, line: str) -> bool:
    """Return whether a line goes on with the title above it."""
    last = title.split()[-1].casefold() if title.split() else ""
    if says_changed(line):
        return False
    return last.endswith(GOES_ON[:4]) or last in GOES_ON or line[:1].islower()
