"""What the lines of one session or talk in a leaflet tell: title, room, people by what they do, remarks."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace

from charlotte.congress.importers.shapes.cells.wrapped import GOES_ON
from charlotte.congress.importers.shapes.leaflets.head import (
    LONGEST_ROOM,
    Head,
    head_of,
    is_room,
    names_kind,
    room_in_brackets,
    with_label,
)
from charlotte.congress.importers.shapes.people.names import COMMA
from charlotte.congress.importers.shapes.people.roles import labelled, leads_alone
from charlotte.congress.importers.shapes.values.behind_commas import in_brackets
from charlotte.congress.importers.shapes.values.labels_in_line import labels_apart
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.places import remarks_behind
from charlotte.congress.importers.shapes.values.session_labels import BRACKET, is_label
from charlotte.congress.importers.shapes.values.spoken_in import language_in
from charlotte.congress.importers.shapes.values.title_and_people import title_and_people_in
from charlotte.congress.importers.wording import BREAK_TITLES, SOCIAL_TITLES, kind_of, says_changed

ROLE = re.compile(r"^([^\W\d][\w'’/. ]{2,32}?)\s?:\s+(?=\S)")
INTRODUCES = re.compile(
    r"(?:introdu\w+|pr[ée]sent[aeé]\w*|presenta\w*|einführ\w*|begrüß\w*|apre|saluto|discussant)\b", re.IGNORECASE
)
"""Who says a few words before somebody else speaks."""
BEHIND = re.compile(r"\s+[–—-]\s+(?=[a-zß-ÿ\d])")
BRACKET_AHEAD = re.compile(r"^\(([^()]*)\).*$")
LEAST_LINES = 3
"""Of a session whose room has no word for one: the room, the kind and the title."""
PEOPLE = re.compile(r"[,;]\s*$|\([^()]*$")
HYPHEN = re.compile(r"(?<=[^\W\d])[-\u00ad]\v(?=[a-zß-ÿ])")


@dataclass
class Told:
    """What was read."""

    title: str = ""
    room: str = ""
    kind: str = ""
    language: str = ""
    speakers: list[str] = field(default_factory=list)
    chairs: list[str] = field(default_factory=list)
    leaders: list[str] = field(default_factory=list)
    """Those of the chairs who lead what has no other speakers."""
    notes: list[str] = field(default_factory=list)
    employers: bool = False
    """Whether people are written with a comma and where they work behind their names."""
    parted: bool = False
    """Whether no comma parts people."""


def facts_of(lines: Sequence[str], rooms: Set[str], *, is_talk: bool, habits: "Told | None" = None) -> Told:
    """Return what the lines of a session tell, or of a talk, which has no head and its speakers below its title.

    `habits` say how people are written.
    """
    told = replace(habits, speakers=[], chairs=[], leaders=[], notes=[]) if habits is not None else Told()
    whole = [part for line in lines for part in _unbroken(line, rooms)]
    said = _with_ends([part for line in whole for part in labels_apart(line, rooms)], rooms)
    if not is_talk and _is_under_room(said, rooms):
        told.room, said = said[0], said[1:]
    label = ""
    for at, line in enumerate(said):
        if not told.title and not is_talk and (head := _head_in(line, told, label, rooms, said[at + 1 :])) is not None:
            room, remarks = remarks_behind(head.room)
            told.room = told.room or room
            told.notes += remarks
            if head.label and (_is_title(head.label, said[at + 1 :]) or _is_pause(head.label)):
                told.title = head.label
            label = label or (head.label if not told.title else "")
        elif told.title and not told.room and line.casefold() in rooms:
            told.room = line
        elif not told.title and _is_titled(line, said[at + 1 :], told.employers):
            told.title = line
        elif not _take_fact(line, told):
            _go_on(line, told, rooms, is_talk)
    if not told.title:
        told.title, label = label, ""
    _finish(told, label, rooms, is_talk=is_talk, is_alone=len(said) == 1)
    return told


def _with_ends(lines: Sequence[str], rooms: Set[str]) -> list[str]:
    """Return lines with the next one behind each of people that ends with a comma, or before a bracket."""
    found: list[str] = []
    for line in lines:
        ahead = found[-1] if found else ""
        is_open = ahead.endswith(",") or line.startswith("(") and not is_room(BRACKET_AHEAD.sub(r"\1", line), rooms)
        if is_open and len(found) > 1 and names_people(ahead.rstrip(", "), True) and not labelled(line):
            found[-1] = f"{ahead} {line}"
        else:
            found.append(line)
    return found


def _head_in(line: str, told: Told, label: str, rooms: Set[str], below: Sequence[str]) -> Head | None:
    """Return what a line above the title says of the kind and the room, where neither was said before."""
    head = head_of(line, rooms)
    if head is not None and head.label and not is_room(head.room, rooms) and (not below or is_fact(below[0])):
        return None  # "Session A – Ventilation" with who chairs below it: no room, but the title
    is_again = head is not None and (told.room and head.room or label and head.label)
    return None if is_again else head


def _is_titled(line: str, below: Sequence[str], employers: bool) -> bool:
    """Return whether a first line is the title though it might name somebody by what they do: people follow."""
    is_role = ROLE.match(line) is not None and labelled(line) is None
    return is_role and bool(below) and labelled(below[0]) is None and is_fact(below[0], employers=employers)


def _is_title(label: str, below: Sequence[str]) -> bool:
    """Return whether what stands beside a room is the title, as no other follows."""
    return not is_label(label) and (not below or is_fact(below[0]) or not names_kind(label))


def _is_pause(label: str) -> bool:
    """Return whether a label is all that a break or an evening is called."""
    bare = BRACKET.sub("", label)
    return BREAK_TITLES.search(bare) is not None or SOCIAL_TITLES.search(bare) is not None


def _finish(told: Told, label: str, rooms: Set[str], *, is_talk: bool, is_alone: bool) -> None:
    """Take out of the title what stands behind it, and put before it what tells the session from its like."""
    behind = BEHIND.search(told.title)
    if behind is not None and says_changed(told.title[behind.end() :]):
        told.notes.append(told.title[behind.end() :])
        told.title = told.title[: behind.start()]
    told.title, room, more = room_in_brackets(told.title, rooms, alone=is_alone)
    told.room = told.room or room
    told.notes += [more] if more else []
    if is_talk and not told.speakers:
        told.title, people = title_and_people_in(told.title, True)
        told.speakers += [people] if people else []
    told.title, told.kind = with_label(label, told.title)
    if (
        kind_of(told.kind, "" if told.kind else told.title, False) == "workshop"
        and told.leaders == told.chairs
        and not told.speakers
    ):
        told.speakers, told.chairs = told.chairs, []  # who leads a workshop is who teaches it


def _is_under_room(said: Sequence[str], rooms: Set[str]) -> bool:
    """Return whether a first line that is no room by its words stands where the room stands: above the kind."""
    if len(said) < LEAST_LINES or len(said[0]) > LONGEST_ROOM:
        return False
    return is_label(said[1]) and head_of(said[0], rooms) is None and not is_fact(said[0])


def is_fact(line: str, *, employers: bool = False) -> bool:
    """Return whether a line tells of people, of the language or of a change, and is no title."""
    return _take_fact(line.replace("\v", " "), Told(title="-" if employers else "", employers=employers))


def _go_on(line: str, told: Told, rooms: Set[str], is_talk: bool) -> None:
    """Take a line that is no fact: the title, the room below it, more of the title, or a remark."""
    if not told.title:
        told.title = line
        return
    if not told.room and is_room(line, rooms):
        told.room = line
        return
    last = told.title.split()[-1].casefold()
    nobody = not told.speakers and not told.chairs and not told.notes
    if nobody and (is_talk or line[:1].islower() or last in GOES_ON or last.endswith((",", ":", "-", "–"))):
        told.title = f"{told.title} {line}"
    else:
        told.notes.append(line)


def _take_fact(line: str, told: Told) -> bool:
    """Take a line of people, of a language or of a change; return whether it is one."""
    role = ROLE.match(line)
    known = labelled(line)
    if role is not None and (names := _names(line[role.end() :], told, sure=known is not None)):
        people, note = names
        is_chair = known[0] == "chairs" if known is not None and known[0] != "room" else False
        is_chair = is_chair or INTRODUCES.match(role[1]) is not None
        (told.chairs if is_chair else told.speakers).append(people)
        told.leaders += [people] if is_chair and leads_alone(role[1]) else []
        told.notes += [note] if note else []
    elif role is None and known is not None and known[0] != "room" and (names := _names(known[1], told)):
        (told.chairs if known[0] == "chairs" else told.speakers).append(names[0])
        told.notes += [names[1]] if names[1] else []
    elif code := language_in(line):
        told.language = told.language or code
        told.notes.append(line)
    elif says_changed(line):
        told.notes.append(line)
    elif told.title and (names := _names(line, told)) and not is_room(line):
        told.speakers.append(names[0])
        told.notes += [names[1]] if names[1] else []
    else:
        return False
    return True


def _is_whole_role(line: str, below: str) -> bool:
    """Return whether a line names people by what they do, and what stands below it names none of them."""
    return ROLE.match(line) is not None and is_fact(line) and not is_fact(f"{line} {below}")


def _is_whole_head(line: str, below: str, rooms: Set[str]) -> bool:
    """Return whether a line names a kind and a room, and what stands below it does not go on with them."""
    head = head_of(line, rooms)
    goes_on = below[:1].islower() or line.isupper() and below.isupper() or line.split()[-1].casefold() in GOES_ON
    return head is not None and bool(head.room) and not goes_on


def _names(text: str, told: Told, *, sure: bool = False) -> tuple[str, str] | None:
    """Return the people that a text names, and the remark behind them."""
    behind = BEHIND.search(text)
    people, note = (text[: behind.start()], text[behind.end() :]) if behind else (text, "")
    if told.employers and ("," in people or ";" in people) and names_people(people, True):
        return in_brackets(people, sure=told.parted), note.strip()
    if not names_people(people) and not (sure and names_people(people, True)):
        return None
    apart = [name.strip() for name in COMMA.split(people) if name.strip()]
    alone = len(apart) > 1 and all(names_people(name) for name in apart)
    return "\n".join(apart) if alone else people.strip(), note.strip()


def _unbroken(line: str, rooms: Set[str]) -> Iterator[str]:
    """Yield a line whole that was broken because it was long.

    People below a title are a line of their own, and so is the title below a room.
    """
    whole = ""
    for part in HYPHEN.sub("", line).split("\v"):
        below = whole and not PEOPLE.search(whole) and names_people(part) and "(" in part
        label = ROLE.match(part) and whole and labelled(part)
        if below or label or whole and (_is_whole_head(whole, part, rooms) or _is_whole_role(whole, part)):
            yield whole
            whole = part
        else:
            whole = f"{whole} {part}".strip()
    yield whole
