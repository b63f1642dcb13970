"""Lines that name who speaks before what they speak of: "Anna Rossi (Padova), «La pietra»", "Ulm: Eva Kern, Holz"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from charlotte.congress.importers.shapes.people.names import looks_like_person, people_in
from charlotte.congress.importers.shapes.values.names_behind import without_names
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.wording import KIND_WORDS, without_mark

QUOTED = re.compile(
    r"^(?P<ahead>[^«»“”„\"]{5,200}?)[\s,;:.–—-]*"
    r"(?:«\s?(?P<a>[^«»]{4,})\s?»|[“„](?P<b>[^“”„]{4,})[”“]|\"(?P<c>[^\"]{4,})\")(?P<behind>.*)$"
)
"""Who speaks, then the title in the signs of a quotation, then what else is said."""
EMPLOYED = re.compile(
    r"^(?P<ahead>[^()]{5,60}\([^()]{2,60}\)(?:(?:,| e| et| y| and| und| &)\s+[^()]{5,60}\([^()]{2,60}\))*)\s*[,:]\s+"
    r"(?P<title>\S.*)$"
)
"""Who speaks, with where they work in brackets behind each name, then the title."""
LABEL = re.compile(r"^(?P<label>[^:,()]{4,40}?)\s*:\s+(?P<rest>\S.*)$")
COLON = re.compile(r"^(?P<ahead>[^\W\d][^:()?!]{4,120}):\s+(?P<title>\S.*)$")
FEWEST, MOSTLY = 3, 0.4
LEAST_TITLE = 2
"""Words."""


@dataclass(frozen=True)
class Ahead:
    """What such a line says."""

    people: str
    title: str
    kind: str = ""
    behind: str = ""
    mark: str = ""
    """What says at the end of the line that it is cancelled."""


def told_ahead(line: str, ahead: bool, behind: bool) -> Ahead | None:
    """Return what a line says that names people beside its title, where that is in quotation marks.

    `ahead` and `behind` tell that the lines of the document name them before the title, or behind a comma.
    """
    bare = without_mark(line)
    found = quoted(bare) or (employed(bare) or before_colon(bare, least=1) if ahead else None)
    if found is None and behind and (named := without_names(bare))[1] and not said_people(named[0]):
        found = Ahead(named[1], named[0])
    if found is None or bare == line or not line.startswith(bare):
        return found
    return replace(found, mark=line.removeprefix(bare).strip(" -–—:()[]"))


def quoted(line: str) -> Ahead | None:
    """Return what a line says that names people before a title in quotation marks."""
    found = QUOTED.match(line)
    if found is None:
        return None
    kind, people = kind_and_people(found["ahead"])
    if not people:
        return None
    title = (found["a"] or found["b"] or found["c"]).strip()
    return Ahead(people, title, kind, found["behind"].strip(" ,;.–—-"))


def employed(line: str) -> Ahead | None:
    """Return what a line says that names people with their employers in brackets before a title."""
    found = EMPLOYED.match(line)
    if found is None or len(found["title"].split()) < LEAST_TITLE or ROOM_WORDS.match(found["title"]):
        return None
    kind, people = kind_and_people(found["ahead"])
    named = people_in(found["title"])
    if not people or named and all(looks_like_person(one.name) for one in named):
        return None
    return Ahead(people, found["title"].strip(), kind)


def before_colon(line: str, least: int = LEAST_TITLE) -> Ahead | None:
    """Return what a line says that names people before a colon and the title: "Anna Kern: Heringe im Haff".

    A title of fewer words than the `least` is none: it may be where somebody works.
    """
    found = COLON.match(line)
    if found is None or len(found["title"].split()) < least or not said_people(found["ahead"]):
        return None
    return Ahead(found["ahead"].strip(), found["title"].strip())


def write_so(lines: Iterable[str]) -> bool:
    """Return whether the sessions of a document are mostly told with the names ahead and no quotation marks."""
    told = list(lines)
    found = sum(employed(line) is not None or before_colon(line) is not None for line in told)
    return found >= FEWEST and found >= MOSTLY * len(told)


def kind_and_people(text: str) -> tuple[str, str]:
    """Return the kind of session that a label before the names tells, and the names; none where they are no people."""
    said = text.strip(" ,;:–—-")
    label = LABEL.match(said)
    if label is not None and not looks_like_person(label["label"]):
        return label["label"].strip(), said_people(label["rest"])
    return "", said_people(said)


def said_people(text: str) -> str:
    """Return a text that names nothing but people; nothing where it names anything else."""
    named = people_in(text)
    if not named or ROOM_WORDS.match(text) or _is_kind(text):
        return ""
    return text if all(looks_like_person(one.name) for one in named) else ""


def _is_kind(text: str) -> bool:
    word = text.split()[0].casefold()
    return any(word.startswith(beginnings) for _, beginnings in KIND_WORDS)
