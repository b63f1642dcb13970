"""Lines that are nothing but names, with titles, degrees, and what their owners are or where they work."""

import re
from collections.abc import Iterable

from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.names import (
    COMPANY,
    DEGREE,
    PARTICLES,
    has_title_and_role,
    is_institution,
    looks_like_person,
    unlabelled,
)
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.venue_lines import MEETING
from charlotte.congress.importers.wording import plain

PAIR = 2
LONGEST_PEOPLE = 400
LONGEST_ROLE = 100
MOST_WORDS_OF_ROLE = 6
BRACKETS = re.compile(r"\s*\(([^()]*)\)")
WHOLE = re.compile(r"[(\[]([^()\[\]]*)[)\]]$")
BEHIND = re.compile(r"\s+[-–—|]\s+")
PARTED = re.compile(r"\s+[·•|]\s+")
EACH = (re.compile(r";"), re.compile(r";|\s[·•|]\s"))
ABBREVIATED = re.compile(r"[\s/.][A-ZÀ-Þ]\w{0,2}\.$")
"""How a place ends that is written short: "Halle/S.", "Villach i. K."."""


def names_people(text: str, employers: bool = False) -> bool:
    """Return whether a line is nothing but names, with titles, degrees and what stands in brackets behind them."""
    said = BRACKETS.sub(" ", unlabelled(plain(text)).strip()).strip()
    if not said or len(text) > LONGEST_PEOPLE or MEETING.match(said):
        return False
    if has_title_and_role(said):
        return True
    if employers and "," in said:
        return any(all(_is_employed(one) for one in sign.split(said) if one.strip()) for sign in EACH)
    parts = [part.strip() for part in re.split(r",|;|\s&\s|\s(?:e|and|und|et|y|/)\s", said) if part.strip()]
    parts = [part for at, part in enumerate(parts) if not DEGREE.match(part) and not (at and _is_role(part, parts[0]))]
    return bool(parts) and all(looks_like_person(part) and len(part.split()) <= 6 for part in parts)


def surely_names_people(line: str) -> bool:
    """Return whether a line names people with a title, or several with where they work: "Ada Orr, Ulm · Bo Lie"."""
    is_shown = TITLE.match(line) is not None or PARTED.search(line) is not None and "," in line
    return is_shown and names_people(line, employers=True)


def names_parted(line: str) -> str:
    """Return a line of names that dots or strokes part with semicolons between them: "Ada Orr · Bo Lie (Oak Hall)"."""
    pieces = PARTED.split(line.strip())
    is_list = len(pieces) > 1 and all(looks_like_person(BRACKETS.sub("", piece)) for piece in pieces)
    return "; ".join(pieces) if is_list and not any(map(ROOM_WORDS.match, pieces)) else line


def dashes_part_people(lines: Iterable[str]) -> bool:
    """Return whether lines part people with dashes, and not from where they work: "Ada Orr – Bo Lie – Eva Moss"."""
    told = [pieces for line in lines if len(pieces := BEHIND.split(unlabelled(line.strip()))) > PAIR]
    return any(all(map(_is_alone, pieces)) for pieces in told)


def names_dashed(line: str) -> str:
    """Return a line of people that dashes part with semicolons between them."""
    pieces = BEHIND.split(line.strip())
    first = unlabelled(pieces[0])
    return "; ".join(pieces) if len(pieces) > 1 and all(map(_is_alone, (first, *pieces[1:]))) else line


def _is_alone(piece: str) -> bool:
    return looks_like_person(BRACKETS.sub("", piece)) and not is_institution(piece) and not ROOM_WORDS.search(piece)


def names_alone(line: str, employers: bool) -> str:
    """Return a line without the brackets that stand around it, where it is nothing but names."""
    inside = WHOLE.fullmatch(line)
    is_names = inside is not None and line[0] == "(" and names_people(inside[1], employers)
    return inside[1] if inside is not None and is_names and not ROOM_WORDS.search(inside[1]) else line


def _is_role(part: str, first: str) -> bool:
    """Return whether what stands behind a name and a comma can only be what they are, or where they work."""
    words = part.split()
    if len(words) > MOST_WORDS_OF_ROLE or part[-1:] in ".!?" or not looks_like_person(first):
        return False
    return part[:1].islower() and words[0] not in PARTICLES or COMPANY.search(part) is not None


def tells_people(line: str, employers: bool) -> bool:
    """Return whether a line names people, alone or with the institution behind a dash."""
    return names_people(line, employers) or is_with_employer(line)


def is_with_employer(line: str) -> bool:
    """Return whether a line is a name, a dash and an institution: "Anna Perin – Museo del Tessile"."""
    halves = BEHIND.split(unlabelled(line.strip()))
    return len(halves) == PAIR and names_people(halves[0]) and is_institution(halves[1])


def _is_employed(piece: str) -> bool:
    """Return whether a piece is one name, or several, and behind the comma what they are."""
    name, _, rest = unlabelled(piece.strip()).partition(",")
    names = re.split(r"\s(?:&|e|and|und|et|y)\s", name.strip())
    is_sentence = rest.rstrip().endswith(".") and not ABBREVIATED.search(rest.rstrip())
    if rest and len(rest) > LONGEST_ROLE or is_sentence:
        return False
    return all(looks_like_person(one) and len(one.split()) <= 6 for one in names)
