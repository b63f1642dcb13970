"""A cell or an entry of several lines: the title, who speaks, what kind it is, where, what else, and talks inside."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field, replace

from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.names import (
    COMPANY,
    DEGREE,
    PARTICLES,
    has_title_and_role,
    is_institution,
    is_no_person,
    looks_like_person,
    unlabelled,
)
from charlotte.congress.importers.shapes.people.roles import by_labels, labelled
from charlotte.congress.importers.shapes.times.lengths import says_length
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.names_behind import told_so, without_names
from charlotte.congress.importers.shapes.values.places import place_in, remarks_beside
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.spoken_in import language_in
from charlotte.congress.importers.shapes.values.venue_lines import says_where
from charlotte.congress.importers.wording import KIND_WORDS, kind_of, plain, says_changed

MORE_KINDS = (
    "slam forum führung rundgang eröffnung begrüßung ehrung symposium simposio symposion visit visite tour apertura "
    "lettura lectio"
)
ALL_KINDS = frozenset(
    word.casefold() for words in (*(words for _, words in KIND_WORDS), MORE_KINDS) for word in words.split()
)
PAIR = 2
NOWHERE: frozenset[str] = frozenset()
LONGEST_KIND = 2
"""Words of a line that says only what kind of session it is: "Vortrag", "Table ronde"."""
LONGEST_PEOPLE = 400
LONGEST_PLACE = 60
WRAPPED_FROM = 40
"""Characters of a line that may have been broken because it was too long for its cell."""
_CLOCK = r"(?:\d{1,2}(?:[:.h]|\sh\s?)\d{2}|\d{1,2}\s?h(?!\w))"
TIMED = re.compile(
    rf"^\W{{0,3}}(?:(?:h|ore|alle(?: ore)?|um|at|à|a las?|kl)\.?\s+)?"
    rf"({_CLOCK})\s*(?:uhr|h|hs)?\s*(?:[-–—:]\s*(?:({_CLOCK})\s*(?:uhr|h|hs)?)?\s*[:–—-]?)?\s+"
    r"(?=\S*[^\W\d])(?=.*[^\W\d]{3})",
    re.IGNORECASE,
)
LISTED = re.compile(r"^\s*(?:[-–—•·*▪◦‣]|\d{1,2}[.)]|[a-h]\))\s+(?=\S)")
FEWEST_LISTED = 2
"""Lines that begin as an item and name somebody, which are the talks of a session."""
MOST_WORDS_OF_ROLE = 6
BRACKETS = re.compile(r"\s*\(([^()]*)\)")
WHOLE = re.compile(r"[(\[]([^()\[\]]*)[)\]]$")
BEHIND = re.compile(r"\s+[-–—|]\s+")
QUOTED = re.compile(r"\s*[«„“”\"‹»]\s?([^«»„“”\"‹›]{4,})[»“”\"›«]\s*[,:]\s+(.+)$")
BADGES = re.compile(r"(?:\s*(?:\[[^\[\]]+\]|\([^()]+\))){2,}\s*")
BADGE = re.compile(r"\[[^\[\]]+\]|\([^()]+\)")
"""Remarks in brackets, one behind another: "[EN] (16.00–16.45)"."""
ABBREVIATED = re.compile(r"[\s/.][A-ZÀ-Þ]\w{0,2}\.$")
"""How a place ends that is written short: "Halle/S.", "Villach i. K."."""
GOES_ON = (",", ":", "-", "–", "und", "and", "e", "et", "y", "di", "der", "de")
"""What a line ends with that goes on in the next one."""


@dataclass(frozen=True)
class Talk:
    """A talk inside of a session, as a line of it tells."""

    start: str
    end: str
    title: str
    people: str


@dataclass
class CellText:
    """What the lines of a cell say."""

    title: str = ""
    people: list[str] = field(default_factory=list)
    chairs: list[str] = field(default_factory=list)
    kind: str = ""
    place: str = ""
    language: str = ""
    time: str = ""
    """The start and the end that it says itself."""
    length: str = ""
    notes: list[str] = field(default_factory=list)
    parts: list[Talk] = field(default_factory=list)


def read_lines(
    lines: Sequence[str], employers: bool = False, places: Set[str] = NOWHERE, *, titled: bool = False
) -> CellText:
    """Tell the lines apart: the first that names neither a kind nor people is the title.

    With `employers`, people are written with a comma and where they work or what they are behind their names;
    `places` are the event's rooms, folded; with `titled`, the first line is set as a title.
    """
    lines = [part for line in unwrapped(lines, employers) for part in by_labels(line)]
    lines = [part for line in lines for part in (BADGE.findall(line) if BADGES.fullmatch(line) else (line,))]
    found, badges = CellText(), CellText()
    found.parts += _listed(lines[1:], employers)
    lines = [one for at, one in enumerate(lines) if not at or not (found.parts and LISTED.match(one))]
    lines = [one for at, one in enumerate(lines) if not at or says_changed(one) or not _is_badge(badges, one, places)]
    lines, timed = _talks_apart(lines, employers)
    found.parts += timed
    for at, line in enumerate(lines):
        below = [one for one in lines[at + 1 :] if not says_where(one, line, places)]
        if not at and line and (titled or timed) and not (below and _is_kind(line, below, employers)):
            found.title = line
        elif not found.title:
            _begin(found, line, below, employers)
        else:
            go_on(found, line, employers, places)
    found.parts = _with_names_behind(found.parts)
    if not found.title and found.kind:
        found.title, found.kind = found.kind, ""
    elif not found.title and found.people:
        found.title, found.people = found.people[0], found.people[1:]
    found.language, found.time, found.length = badges.language, badges.time, badges.length
    found.place = found.place or badges.place
    found.notes += badges.notes
    return found


def _talks_apart(lines: Sequence[str], employers: bool) -> tuple[list[str], list[Talk]]:
    """Return the lines that are the session's own, and its talks that begin with a time, with who speaks below each."""
    own: list[str] = []
    told: list[list[str]] = []
    for at, line in enumerate(lines):
        if at and TIMED.match(line):
            told.append([line])
        elif told and _is_of_talk(told[-1], line, employers):
            told[-1].append(line)
        else:
            own.append(line)
    talks = [_talk(talk, employers) for talk in told]
    if len(talks) > 1 and len(told[-1]) > 1 and talks[-1].people and not any(talk.people for talk in talks[:-1]):
        own += told[-1][1:]  # who speaks in all of them
        talks[-1] = _talk(told[-1][:1], employers)
    return own, talks


def _is_of_talk(talk: Sequence[str], line: str, employers: bool) -> bool:
    """Return whether a line below a talk names who gives it, or goes on with its title."""
    label = labelled(line)
    if label is not None:
        return label[0] == "speakers" and len(talk) == 1 and names_people(label[1], True)
    if says_changed(line) or WHOLE.match(line) or LISTED.match(line):
        return False
    if _tells_people(line, employers):
        return len(talk) == 1 or talk[-1].endswith((",", ";"))
    return len(talk) == 1 and _goes_on(talk[0], line)


def _talk(lines: Sequence[str], employers: bool) -> Talk:
    timed = TIMED.match(lines[0])
    assert timed is not None
    below = list(lines[1:])
    first = lines[0][timed.end() :]
    if below and not _tells_people(below[0], employers) and labelled(below[0]) is None:
        first = f"{first} {below.pop(0)}"
    title, people = title_and_people_in(first, employers) if not below else (first, " ".join(below))
    return Talk(timed[1], timed[2] or "", title, people)


def _with_names_behind(parts: list[Talk]) -> list[Talk]:
    """Return talks that nobody is named of with who stands behind the last commas of their titles."""
    if any(talk.people for talk in parts) or not told_so(talk.title for talk in parts):
        return parts
    told = [(talk, without_names(talk.title)) for talk in parts]
    return [replace(talk, title=title, people=people) for talk, (title, people) in told]


def _listed(lines: Sequence[str], employers: bool) -> list[Talk]:
    """Return the talks that items below a title tell, each with who gives it; none where items tell something else."""
    items = [line[mark.end() :] for line in lines if (mark := LISTED.match(line)) and not TIMED.match(line)]
    told = [Talk("", "", *title_and_people_in(item, employers)) for item in items]
    named = [talk for talk in told if talk.people and not names_people(talk.title)]
    return told if len(named) >= FEWEST_LISTED and len(named) >= len(told) - 1 else []


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
    return employers and len(following.split()) <= 2 and following[:1].isupper() and following.isalpha()


def _begin(found: CellText, line: str, below: Sequence[str], employers: bool) -> None:
    """Take a line before there is a title."""
    if not found.kind and below and _is_kind(line, below, employers):
        found.kind = line
    elif found.kind or _is_title(line, below, employers):
        # A word that we do not know as a kind may be what the session is about.
        is_known = not found.kind or any(one.casefold().startswith(tuple(ALL_KINDS)) for one in found.kind.split())
        found.title = line if is_known else f"{found.kind}: {line}"
    else:
        found.people.append(line)


def go_on(found: CellText, line: str, employers: bool = False, places: Set[str] = NOWHERE) -> None:
    """Take a line behind the title."""
    line = names_alone(line, employers)
    whole = WHOLE.match(line)
    label = labelled(line)
    if says_changed(line):
        found.notes.append(whole[1] if whole else line)
    elif label is not None and label[0] == "room" and not found.place:
        found.place = label[1]
    elif not found.place and says_where(line, found.title, places):
        found.place = line.strip().strip("()[]")
    elif label is not None and ";" in line and names_people(line, True):
        found.people.append(line)  # each piece has its own label: "Moderation: …; mit …"
    elif label is not None and label[0] != "room" and names_people(label[1], employers or ":" in line):
        (found.chairs if label[0] == "chairs" else found.people).append(label[1])
    elif whole and not found.place and _is_place(whole[1], line[0] == "[", found.title):
        found.place = whole[1].strip()
    elif _names_somebody(found, line, employers):
        pass
    elif not found.people and not found.notes and _goes_on(found.title, line):
        found.title = f"{found.title} {line}"
    elif found.people and not found.notes and found.people[-1].endswith(","):
        found.people[-1] += f" {line}"
    else:
        found.notes.append(line)


def _is_badge(found: CellText, line: str, places: Set[str]) -> bool:
    """Take a line that says only in which language, when, how long, or in which room and what else; return whether."""
    said = line.strip("()[] ")
    when = read_when(said, hint="clock")
    room, remarks = remarks_beside(line)
    if language := language_in(line):
        found.language = found.language or language
        found.notes += [said] if len(said.split()) > 1 else []
    elif when.is_plain and when.start is not None and when.end is not None and not found.time:
        found.time = said
    elif says_length(said.split(", ")[0]):
        found.length = found.length or said.split(", ")[0]
        found.notes.append(said)
    elif not found.place and remarks and (place := place_in(room, places)).casefold() in places:
        found.place = place
        found.notes += remarks
    else:
        return False
    return True


def _names_somebody(found: CellText, line: str, employers: bool) -> bool:
    """Take a line of people, or of where the last of them works; return whether it is one."""
    if _is_with_employer(line):
        found.people.append(line)
    elif found.people and not found.notes and is_institution(line) and not BRACKETS.search(found.people[-1]):
        found.people[-1] += f" ({line})"
    elif names_people(line, employers):
        found.people.append(line)
    else:
        return False
    return True


def quoted_title(line: str, employers: bool = False) -> tuple[str, str] | None:
    """Return the title that a line has in quotation marks, and the names behind it; None where it is no such line."""
    quoted = QUOTED.match(line)
    if quoted is None or not names_people(quoted[2], employers) or ROOM_WORDS.match(quoted[2]):
        return None
    return quoted[1].strip(), quoted[2].strip()


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


def names_people(text: str, employers: bool = False) -> bool:
    """Return whether a line is nothing but names, with titles, degrees and what stands in brackets behind them."""
    said = BRACKETS.sub(" ", unlabelled(plain(text)).strip()).strip()
    if not said or len(text) > LONGEST_PEOPLE:
        return False
    if has_title_and_role(said):
        return True
    if employers and "," in said:
        return all(_is_employed(piece) for piece in said.split(";") if piece.strip())
    parts = [part.strip() for part in re.split(r",|;|\s&\s|\s(?:e|and|und|et|y|/)\s", said) if part.strip()]
    parts = [part for at, part in enumerate(parts) if not DEGREE.match(part) and not (at and _is_role(part, parts[0]))]
    return bool(parts) and all(looks_like_person(part) and len(part.split()) <= 6 for part in parts)


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


def _tells_people(line: str, employers: bool) -> bool:
    return names_people(line, employers) or _is_with_employer(line)


def _is_with_employer(line: str) -> bool:
    """Return whether a line is a name, a dash and an institution: "Anna Perin – Museo del Tessile"."""
    halves = BEHIND.split(unlabelled(line.strip()))
    return len(halves) == PAIR and names_people(halves[0]) and is_institution(halves[1])


def _is_employed(piece: str) -> bool:
    """Return whether a piece is one name, or several, and behind the comma what they are."""
    name, _, rest = unlabelled(piece.strip()).partition(",")
    names = re.split(r"\s(?:&|e|and|und|et|y)\s", name.strip())
    is_sentence = rest.rstrip().endswith(".") and not ABBREVIATED.search(rest.rstrip())
    if rest and len(rest) > LONGEST_PLACE + 40 or is_sentence:
        return False
    return all(looks_like_person(one) and len(one.split()) <= 6 for one in names)


def _is_place(text: str, is_square: bool, title: str) -> bool:
    if len(text) > LONGEST_PLACE or not text[:1].isupper() or any(one in text for one in ":;?!"):
        return False
    return (
        ROOM_WORDS.search(text) is not None
        or is_square
        and (not names_people(text) or kind_of(None, title, False) in ("break", "social"))
    )


def _is_kind(line: str, below: Sequence[str], employers: bool) -> bool:
    words = line.split()
    if len(words) > LONGEST_KIND or len(line) > 24 or says_changed(below[0]) or line.endswith((":", ",", "?", "!")):
        return False
    if below[0].endswith(".") and len(below[0].split()) > LONGEST_KIND:
        return False  # a sentence is no title
    if any(word.casefold().startswith(tuple(ALL_KINDS)) for word in words):
        is_one = len(below) == 1 or not _tells_people(below[1], employers)
        is_named = _tells_people(below[0], employers) and (is_one or len(words) > 1)
        return not WHOLE.match(below[0]) and not labelled(below[0]) and not is_named
    titled = not _tells_people(below[0], employers) and len(below[0].split()) > 1
    titled = titled or len(below) > 1 and not _is_with_employer(below[0]) and names_people(below[1], employers)
    return len(words) == 1 and line[:1].isupper() and titled and not WHOLE.match(below[0]) and not labelled(below[0])


def _is_title(line: str, rest: Sequence[str], employers: bool) -> bool:
    """Return whether a first line is the title though it might be names: names follow."""
    return not names_people(line, employers) or bool(rest) and names_people(rest[0], employers) and line[-1:] != ","


def _goes_on(title: str, line: str) -> bool:
    last = title.split()[-1].casefold() if title.split() else ""
    if says_changed(line):
        return False
    return last.endswith(GOES_ON[:4]) or last in GOES_ON or line[:1].islower()
