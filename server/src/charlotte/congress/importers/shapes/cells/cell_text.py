"""The lines of a cell told apart: the title, who speaks, what kind it is, where, and what else."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from charlotte.congress.importers.shapes.cells.ahead import told_ahead
from charlotte.congress.importers.shapes.cells.badges import BADGE, BADGES, Badges, take_badge
from charlotte.congress.importers.shapes.cells.line_starts import LISTED
from charlotte.congress.importers.shapes.cells.talks_in_cell import Talk, listed, talks_apart, with_names_behind
from charlotte.congress.importers.shapes.cells.talks_with_names_below import in_turns, listed_with_names
from charlotte.congress.importers.shapes.cells.wrapped import goes_on, unwrapped
from charlotte.congress.importers.shapes.people.names import is_institution
from charlotte.congress.importers.shapes.people.roles import by_labels, labelled
from charlotte.congress.importers.shapes.values.given_by import given_by
from charlotte.congress.importers.shapes.values.kind_lines import ALL_KINDS, is_kind
from charlotte.congress.importers.shapes.values.people_lines import (
    BRACKETS,
    WHOLE,
    is_with_employer,
    names_alone,
    names_parted,
    names_people,
)
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.role_behind import with_role
from charlotte.congress.importers.shapes.values.sentences import people_and_place
from charlotte.congress.importers.shapes.values.venue_lines import says_where
from charlotte.congress.importers.wording import kind_of, says_changed

NOWHERE: frozenset[str] = frozenset()
LONGEST_PLACE = 60


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
    lines, ahead = told_ahead([*lines], places)
    lines = [part for line in unwrapped(lines, employers) for part in by_labels(line)]
    lines = [*lines[:1], *(names_parted(line if employers else with_role(line)) for line in lines[1:])]
    lines = [part for line in lines for part in (BADGE.findall(line) if BADGES.fullmatch(line) else (line,))]
    found, badges = CellText(), Badges()
    lines, found.parts = _listed_apart(lines, employers)
    lines = [one for at, one in enumerate(lines) if not at or says_changed(one) or not take_badge(badges, one, places)]
    lines, timed = talks_apart(lines, employers)
    found.parts += timed
    for at, line in enumerate(lines):
        if found.title:
            go_on(found, line, employers, places)
            continue
        below = [one for one in lines[at + 1 :] if not says_where(one, line, places)]
        if not at and line and (titled or timed) and not (below and is_kind(line, below, employers)):
            found.title = line
        else:
            _begin(found, line, below, employers)
    found.parts = with_names_behind(found.parts)
    if not found.title and found.kind:
        found.title, found.kind = found.kind, ""
    elif not found.title and found.people:
        found.title, found.people = found.people[0], found.people[1:]
    found.language, found.time, found.length = badges.language, ahead.time or badges.time, badges.length
    found.place = ahead.place or found.place or badges.place
    found.kind = found.kind or ahead.label
    found.notes = [*filter(None, (ahead.label,)), *found.notes, *badges.notes, *filter(None, (ahead.note,))]
    return found


def _listed_apart(lines: Sequence[str], employers: bool) -> tuple[list[str], list[Talk]]:
    """Return the lines that are the session's own, and the talks without times that the others tell."""
    own, talks = listed_with_names(lines[1:])
    if not talks and lines[:1] != [""]:
        own, talks = in_turns(lines[1:], employers)
    if talks:
        return [*lines[:1], *own], talks
    talks = listed(lines[1:], employers)
    return [one for at, one in enumerate(lines) if not at or not (talks and LISTED.match(one))], talks


def _begin(found: CellText, line: str, below: Sequence[str], employers: bool) -> None:
    """Take a line before there is a title."""
    if not found.kind and below and is_kind(line, below, employers):
        found.kind = line
    elif found.kind or _is_title(line, below, employers):
        # A word that we do not know as a kind may be what the session is about.
        is_known = not found.kind or any(one.casefold().startswith(tuple(ALL_KINDS)) for one in found.kind.split())
        found.title = line if is_known else f"{found.kind}: {line}"
    else:
        found.people.append(line)


def go_on(found: CellText, line: str, employers: bool = False, places: Set[str] = NOWHERE) -> None:
    """Take a line behind the title."""
    line = _without_place(found, names_alone(line, employers), places)
    whole = WHOLE.match(line)
    given = given_by(line)
    label = (given[0], given[2]) if given is not None else labelled(line)
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
    elif not found.people and not found.notes and goes_on(found.title, line):
        found.title = f"{found.title} {line}"
    elif found.people and not found.notes and found.people[-1].endswith(","):
        found.people[-1] += f" {line}"
    else:
        found.notes.append(line)


def _without_place(found: CellText, line: str, places: Set[str]) -> str:
    """Take the room in brackets behind people: "Ada Orr (Oak Hall)"; return the line without it."""
    told = people_and_place(line, places) if not found.place and line.endswith(")") else []
    if not told:
        return line
    (_, people), (_, found.place) = told
    return people


def _names_somebody(found: CellText, line: str, employers: bool) -> bool:
    """Take a line of people, or of where the last of them works; return whether it is one."""
    if is_with_employer(line):
        found.people.append(line)
    elif found.people and not found.notes and is_institution(line) and not BRACKETS.search(found.people[-1]):
        found.people[-1] += f" ({line})"
    elif names_people(line, employers):
        found.people.append(line)
    else:
        return False
    return True


def _is_place(text: str, is_square: bool, title: str) -> bool:
    if len(text) > LONGEST_PLACE or not text[:1].isupper() or any(one in text for one in ":;?!"):
        return False
    return (
        ROOM_WORDS.search(text) is not None
        or is_square
        and (not names_people(text) or kind_of(None, title, False) in ("break", "social"))
    )


def _is_title(line: str, rest: Sequence[str], employers: bool) -> bool:
    """Return whether a first line is the title though it might be names: names follow."""
    return not names_people(line, employers) or bool(rest) and names_people(rest[0], employers) and line[-1:] != ","
