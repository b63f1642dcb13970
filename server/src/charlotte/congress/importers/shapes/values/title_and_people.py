"""A title with its people in one line: "Title (Name)", "Title – Name (Employer)", "« Title », Name"."""

import re

from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.names import is_no_person, looks_like_person
from charlotte.congress.importers.shapes.values.people_lines import BEHIND, names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.venue_lines import says_where

QUOTED = re.compile(
    r"\s*[«„“”\"‹»]\s?([^«»„“”\"‹›]{4,})[»“”\"›«](?:\s*[,:.;]\s+|\s+[–—-]\s+|(?<=[.?!…][»“”\"›«])\s+)(.+)$"
)
SLASH = re.compile(r"\s/{1,2}\s")
LONGEST_NAME = 3
NOWHERE: frozenset[str] = frozenset()


def title_and_people_in(line: str, employers: bool = False) -> tuple[str, str]:
    """Cut "Title (Name)", "Title – Name (Employer)" and "« Title », Name" into their halves."""
    if quoted := quoted_title(line, employers):
        return quoted
    if slashed := behind_slash(line):
        return slashed
    dashes = list(BEHIND.finditer(line))
    tail = line[dashes[-1].end() :].strip() if dashes and dashes[-1].start() > 0 else ""
    bracket = re.search(r"\s*[(\[]([^()\[\]]+)[)\]]\s*$", line)
    if tail and says_where(tail, line[: dashes[-1].start()].strip(), NOWHERE):
        return line.strip(), ""  # a party at a wine cellar, which could be somebody's name
    is_sure = TITLE.match(tail) or bracket and is_no_person(bracket[1])
    if tail and is_sure and names_people(tail, employers):
        return line[: dashes[-1].start()].strip(), tail
    is_place = bracket and (
        ROOM_WORDS.match(bracket[1]) or says_where(bracket[1], line[: bracket.start()].strip(), NOWHERE)
    )
    if bracket and bracket.start() > 0 and not is_place and names_people(bracket[1], employers):
        return line[: bracket.start()].strip(), bracket[1]
    if tail and (names_people(tail, employers) or _are_all_employed(tail)):
        return line[: dashes[-1].start()].strip(), tail
    return line.strip(), ""


def _are_all_employed(text: str) -> bool:
    """Return whether pieces are each a name and where somebody works: "Ada Orr, INRAE; Bo Lie, Ulm"."""
    pieces = text.split(";")
    return len(pieces) > 1 and all("," in piece for piece in pieces) and names_people(text, True)


def behind_slash(line: str) -> tuple[str, str] | None:
    """Return the title that a line has before a slash, and the names behind it: "Wool / Ada Orr / Bo Lie"."""
    title, *names = (piece.strip() for piece in SLASH.split(line.strip(" *_")))
    while len(names) > 1 and not _is_name(names[0]):
        title, names = f"{title} / {names[0]}", names[1:]
    if not title or not names or _is_who(title) or not all(map(_is_name, names)):
        return None
    return title, "\n".join(names)


def _is_name(text: str) -> bool:
    """Return whether a piece is a first and a last name, or several with commas between; no place."""
    return " " in text and names_people(text) and not ROOM_WORDS.search(text)


def _is_who(text: str) -> bool:
    return looks_like_person(text) and len(text.split()) <= LONGEST_NAME


def quoted_title(line: str, employers: bool = False) -> tuple[str, str] | None:
    """Return the title that a line has in quotation marks, and the names behind it; None where it is no such line."""
    quoted = QUOTED.match(line)
    if quoted is None or not names_people(quoted[2], employers) or ROOM_WORDS.match(quoted[2]):
        return None
    return quoted[1].strip(), quoted[2].strip()
