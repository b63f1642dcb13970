"""A line of facts parted by dashes and commas, in any order: who, where, until when, in which language, remarks."""

import re
from collections.abc import Set
from typing import Literal

from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.times.until import only_end
from charlotte.congress.importers.shapes.values.given_by import given_by
from charlotte.congress.importers.shapes.values.headings import is_in_a_house
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.places import BRACKET, place_in, remarks_behind
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.spoken_in import language_in

Said = Literal["speakers", "chairs", "room", "language", "end", "notes", "rest"]
DASH = re.compile(r"\s+[–—|·-]\s+|\s*\|\s*")
COMMA = re.compile(r"\s*,\s+")
AHEAD = re.compile(rf"\s*(?:{BRACKET.pattern})[\s,]*")
LONGEST = 300
LONGEST_REST = 60
SHOWS: frozenset[Said] = frozenset(("room", "language", "end"))
Facts = list[tuple[Said, str]]


def pieces_of(line: str, sign: re.Pattern[str] = DASH) -> list[str]:
    """Cut a line at signs that stand in no brackets."""
    hidden = BRACKET.sub(lambda found: "x" * len(found[0]), line)
    found: list[str] = []
    start = 0
    for cut in sign.finditer(hidden):
        found.append(line[start : cut.start()].strip())
        start = cut.end()
    return [piece for piece in (*found, line[start:].strip()) if piece]


def facts_apart(line: str, rooms: Set[str], *, strict: bool = False) -> Facts:
    """Return what each piece of a line tells; nothing where it is no line of facts.

    A piece that is neither is a remark beside one of the event's `rooms`, and where `strict` shows that the line is
    something else.
    """
    if len(line) > LONGEST:
        return []
    found = [fact for piece in pieces_of(line) for fact in _facts(piece, rooms)]
    kinds = [kind for kind, _ in found]
    rest = [text for kind, text in found if kind == "rest"]
    places = [text for kind, text in found if kind == "room"]
    if not SHOWS & {*kinds} or len(places) > 1:
        return []
    known = {room.casefold() for room in rooms}
    is_sure = any(place.casefold() in known for place in places)
    if rest and (strict or not is_sure or any(len(text) > LONGEST_REST or text[-1] in ".!?:" for text in rest)):
        return []
    return [("notes" if kind == "rest" else kind, text) for kind, text in found]


def facts_behind(line: str, rooms: Set[str]) -> tuple[str, Facts]:
    """Return a title and the facts behind its dash; no facts where nothing but the title shows."""
    pieces = pieces_of(line)
    for at in range(1, len(pieces)):
        if told := facts_apart(" – ".join(pieces[at:]), rooms, strict=True):
            return line[: line.index(pieces[at], len(pieces[at - 1]))].rstrip(" –—|·-"), told
    return line, []


def _facts(piece: str, rooms: Set[str]) -> Facts:
    """Return what a piece between two dashes tells."""
    found: Facts = []
    while (ahead := AHEAD.match(piece)) is not None:
        said = ahead[1] or ahead[2] or ""
        found.append(("speakers", said) if _is_people(said) else _remark(said))
        piece = piece[ahead.end() :]
    if not piece:
        return found
    if room := _room_told(piece):
        return [*found, ("room", room)]
    if language_in(piece):
        return [*found, ("language", piece)]
    people: list[str] = []
    for part in pieces_of(piece, COMMA):
        said, remarks = _bare(part)
        if place := place_in(said, rooms):
            found += [("room", place), *remarks]
        elif end := only_end(said):
            found += [("end", end), *remarks]
        else:
            people.append(part)
    text = ", ".join(people)
    if told := _people_told(text):
        found += told
    elif text:
        said, remarks = _bare(text)
        spoken = [remark for remark in remarks if remark[0] == "language"]
        is_beside = text[0].islower() and any(kind == "room" for kind, _ in found)
        kind: Said = "speakers" if names_people(text, employers=True) else "notes" if is_beside else "rest"
        found += [(kind, said if spoken else text), *spoken]
    return found


def _people_told(text: str) -> Facts:
    """Return whom a text names behind a label or behind what they give; nothing where it does not."""
    if (given := given_by(text)) is not None:
        return [(given[0], given[2])]
    label = labelled(text)
    is_told = label is not None and label[0] != "room" and names_people(label[1], employers=True)
    return [label] if label is not None and is_told else []


def _room_told(piece: str) -> str:
    """Return the room that a label names, or that stands behind its house."""
    named = labelled(piece)
    return named[1] if named is not None and named[0] == "room" else piece if is_in_a_house(piece) else ""


def _bare(part: str) -> tuple[str, Facts]:
    """Return a piece without the brackets behind it, and what these tell."""
    said, remarks = remarks_behind(part)
    return said, [_remark(text) for text in remarks]


def _is_people(text: str) -> bool:
    """Return whether what stands in brackets before a room is who speaks: "(Ann Orr), Hall 1"."""
    return names_people(text) and not ROOM_WORDS.search(text) and not language_in(text)


def _remark(text: str) -> tuple[Said, str]:
    return ("language", text) if language_in(text) else ("notes", text)
