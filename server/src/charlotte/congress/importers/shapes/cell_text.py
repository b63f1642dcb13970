"""A cell or an entry of several lines: the title, who speaks, what kind it is, what else is said, and talks inside."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from charlotte.congress.importers.shapes.names import DEGREE, ROLE, looks_like_person
from charlotte.congress.importers.wording import KIND_WORDS, plain, says_changed

MORE_KINDS = (
    "slam forum führung rundgang eröffnung begrüßung ehrung symposium simposio symposion visit visite tour apertura"
)
ALL_KINDS = frozenset(word for _, words in KIND_WORDS for word in words.split()) | frozenset(MORE_KINDS.split())
LONGEST_KIND = 2
"""Words of a line that says only what kind of session it is: "Vortrag", "Table ronde"."""
TIMED = re.compile(
    r"^\W{0,3}(\d{1,2}[:.h]\d{2})\s*(?:uhr|h|hs)?\s*(?:[-–—:]\s*(?:(\d{1,2}[:.h]\d{2})\s*(?:uhr|h|hs)?)?\s*[:–—-]?)?\s+"
    r"(?=\S*[^\W\d])(?=.*[^\W\d]{3})",
    re.IGNORECASE,
)
BRACKETS = re.compile(r"\s*\(([^()]*)\)")
GOES_ON = (",", ":", "-", "–", "und", "and", "e", "et", "y", "di", "der", "de")
"""What a line ends with that goes on in the next one."""


@dataclass
class CellText:
    """What the lines of a cell say."""

    title: str = ""
    people: list[str] = field(default_factory=list)
    kind: str = ""
    notes: list[str] = field(default_factory=list)
    parts: list[tuple[str, str, str]] = field(default_factory=list)
    """Time, title and people of each talk inside."""


def read_lines(lines: Sequence[str]) -> CellText:
    """Tell the lines apart: the first that names neither a kind nor people is the title."""
    found = CellText()
    for at, line in enumerate(lines):
        timed = TIMED.match(line)
        if timed is not None and at:
            title, people = title_and_people_in(line[timed.end() :])
            found.parts.append((timed[1], title, people))
        elif not found.title:
            _begin(found, line, lines[at + 1 :])
        else:
            _go_on(found, line)
    if not found.title:
        found.title, found.people = (found.people[0], found.people[1:]) if found.people else (found.kind, [])
    return found


def _begin(found: CellText, line: str, below: Sequence[str]) -> None:
    """Take a line before there is a title."""
    if not found.kind and below and _is_kind(line, below):
        found.kind = line
    elif found.kind or _is_title(line, below):
        # A word that we do not know as a kind may be what the session is about.
        is_known = not found.kind or any(one.casefold().startswith(tuple(ALL_KINDS)) for one in found.kind.split())
        found.title = line if is_known else f"{found.kind}: {line}"
    else:
        found.people.append(line)


def _go_on(found: CellText, line: str) -> None:
    """Take a line behind the title."""
    if says_changed(line):
        found.notes.append(line)
    elif names_people(line):
        found.people.append(line)
    elif not found.people and not found.notes and _goes_on(found.title, line):
        found.title = f"{found.title} {line}"
    elif found.people and not found.notes and found.people[-1].endswith(","):
        found.people[-1] += f" {line}"
    else:
        found.notes.append(line)


def title_and_people_in(line: str) -> tuple[str, str]:
    """Cut "Title (Name)" into its halves."""
    bracket = re.search(r"\s*[(\[]([^()\[\]]+)[)\]]\s*$", line)
    if bracket and bracket.start() > 0 and names_people(bracket[1]):
        return line[: bracket.start()].strip(), bracket[1]
    return line.strip(), ""


def names_people(text: str) -> bool:
    """Return whether a line is nothing but names, with titles, degrees and what stands in brackets behind them."""
    said = ROLE.sub("", BRACKETS.sub(" ", plain(text)).strip())
    if not said or len(text) > 300:
        return False
    parts = [part.strip() for part in re.split(r",|;|\s&\s|\s(?:e|and|und|et|y|/)\s", said) if part.strip()]
    parts = [part for part in parts if not DEGREE.match(part)]
    return bool(parts) and all(looks_like_person(part) and len(part.split()) <= 6 for part in parts)


def _is_kind(line: str, below: Sequence[str]) -> bool:
    words = line.split()
    if len(words) > LONGEST_KIND or len(line) > 24 or line.endswith((":", ",", "?", "!")):
        return False
    if any(word.casefold().startswith(tuple(ALL_KINDS)) for word in words):
        return True
    titled = not names_people(below[0]) and len(below[0].split()) > 1 or len(below) > 1 and names_people(below[1])
    return len(words) == 1 and line[:1].isupper() and titled


def _is_title(line: str, rest: Sequence[str]) -> bool:
    """Return whether a first line is the title though it might be names: names follow."""
    return not names_people(line) or bool(rest) and names_people(rest[0]) and not line.endswith(",")


def _goes_on(title: str, line: str) -> bool:
    last = title.split()[-1].casefold() if title.split() else ""
    if says_changed(line):
        return False
    return last.endswith(GOES_ON[:4]) or last in GOES_ON or line[:1].islower()
