"""What the lines of a plan's cell show before they are told apart: rooms, and talks listed without a sign."""

from collections.abc import Sequence, Set

from charlotte.congress.importers.shapes.cells.line_starts import LISTED, TIMED
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.places import place_in
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.title_and_people import title_and_people_in
from charlotte.congress.importers.wording import says_changed

FEWEST = 2
MOST_WORDS = 3
MARK = "• "


def with_listed(lines: Sequence[str], employers: bool) -> list[str]:
    """Return lines with a sign before each talk below the title, where all but labels are titles with who speaks."""
    own = [at for at, line in enumerate(lines) if at and labelled(line) is None and not says_changed(line)]
    if len(own) < FEWEST or any(TIMED.match(lines[at]) or LISTED.match(lines[at]) for at in own):
        return [*lines]
    told = [title_and_people_in(lines[at], employers) for at in own]
    titles = sum(1 for title, _ in told if not names_people(title, employers))
    if not all(people for _, people in told) or 2 * titles < len(told):
        return [*lines]
    return [f"{MARK}{line}" if at in own else line for at, line in enumerate(lines)]


def rooms_among(lines: Sequence[str]) -> Set[str]:
    """Return, folded, the lines below a title that can only be the name of a room: "Aula 2", "Blue Room"."""
    return {
        line.casefold()
        for line in lines[1:]
        if ROOM_WORDS.search(line) and len(line.split()) <= MOST_WORDS and place_in(line, frozenset()) == line
    }
