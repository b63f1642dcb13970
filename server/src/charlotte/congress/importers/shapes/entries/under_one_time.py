"""Sessions that stand one below the other under the one time that they share, each with who leads it."""

from collections.abc import Sequence

from charlotte.congress.importers.shapes.entries.line import Line
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.people_lines import names_people

FEWEST = 2
LED_WITHIN = 3
"""Lines of a paragraph among which the one on who leads stands."""


def openings(lines: Sequence[Line]) -> frozenset[int]:
    """Return the places of the lines that each open one of several sessions under a time."""
    found: set[int] = set()
    here: list[int] = []
    for at, line in enumerate(lines):
        if line.timed is not None or line.is_day or line.block.kind == "heading":
            found |= {*here} if len(here) >= FEWEST else set()
            here = []
        elif (not at or lines[at - 1].block is not line.block) and _is_led(line):
            here.append(at)
    return frozenset(found | ({*here} if len(here) >= FEWEST else set()))


def _is_led(line: Line) -> bool:
    below = line.block.text.split("\n")[1:LED_WITHIN]
    roles = [role for one in below if (role := labelled(one.strip())) is not None]
    is_led = any(kind == "chairs" and names_people(names, True) for kind, names in roles)
    return line.block.kind == "text" and labelled(line.text) is None and is_led
