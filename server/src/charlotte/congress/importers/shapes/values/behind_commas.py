"""Where somebody works, told behind a comma: "Dr. Ana Ruiz, Hospital Sur; Bo Lie, Kiln Works"."""

import re
from collections.abc import Iterable

from charlotte.congress.importers.shapes.people.names import COMMA, DEGREE, is_no_person, looks_like_person
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.people_lines import names_people

FEWEST = 2
SOFT = "\v"
BETWEEN = re.compile(r"\s*;\s*")


def parts_people(lines: Iterable[str]) -> bool:
    """Return whether lines part people by semicolons, so that no comma does."""
    return sum(1 for line in lines if ";" in line and "," in line and names_people(line, True)) >= FEWEST


def people_apart(line: str) -> list[str]:
    """Return a line in two where people below a title were taken for the rest of a title that was too long."""
    found = [""]
    for part in line.split(SOFT):
        whole = found[-1].replace(SOFT, " ")
        goes_on = not whole or whole.endswith((",", ";")) or names_people(whole, True) or labelled(whole) is not None
        if not goes_on and "," in part and names_people(part, True):
            found.append(part)
        else:
            found[-1] = f"{found[-1]}{SOFT}{part}" if whole else part
    return found


def in_brackets(people: str, *, sure: bool = False) -> str:
    """Return people one a line, each with what stands behind the comma in brackets.

    Unless it is `sure` that commas do not part people, a list of names stays as it is.
    """
    return "\n".join(_bracketed(piece, sure) for piece in BETWEEN.split(people.strip(" ,;")) if piece)


def _bracketed(piece: str, sure: bool) -> str:
    name, *rest = [part.strip() for part in COMMA.split(piece)]
    if not rest or "(" in piece or DEGREE.match(rest[0]):
        return piece
    if not (sure and len(rest) == 1) and all(looks_like_person(part) and not is_no_person(part) for part in rest):
        return piece
    return f"{name} ({', '.join(rest)})"
