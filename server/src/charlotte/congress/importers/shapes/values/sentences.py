"""Prose that says facts in sentences of their own, in any order: "Eva Boll (Radio Nord). Blauer Saal. 12 Plätze."."""

import re
from collections.abc import Sequence, Set
from typing import Literal

from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.wording import BREAK_TITLES, SOCIAL_TITLES

Said = Literal["speakers", "chairs", "room", "rest"]
STOP = re.compile(r"\.\s+(?=[\W_]?\s?[A-ZÀ-Þ\d])")
BEFORE_STOP = re.compile(r"(?:[^\W_]{3}|\d{2}|[)\]»”“\"?!])(?i:(?<!\bnos)(?<!\bnrn)(?<!\bnum)(?<!\bpos))$")
COMMA = re.compile(r"\s*,\s*(?![^(]*\))")
LAST_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")
IN_BRACKETS = re.compile(r"\([^()]*\)")
MOST_WORDS_OF_PLACE = 4


def is_sentence(line: str) -> bool:
    """Return whether a line says more than a name of something: it ends with a stop and has many words, or several."""
    return line.endswith(".") and (len(line.split()) > MOST_WORDS_OF_PLACE or len(sentences_of(line)) > 1)


def sentences_of(line: str, rooms: Set[str] = frozenset()) -> list[str]:
    """Return the sentences of a line without their stops; those in brackets and behind titles are no ends."""
    hidden = IN_BRACKETS.sub(lambda found: "x" * (len(found[0]) - 1) + ")", line)
    found: list[str] = []
    start = 0
    for stop in STOP.finditer(hidden):
        before = line[start : stop.start()]
        is_placed = not rooms.isdisjoint((before, line[stop.end() :].removesuffix(".")))
        is_end = is_placed or BEFORE_STOP.search(hidden[start : stop.start()]) is not None
        if is_end and TITLE.sub("", f"{before.split(' ')[-1]}. X") != "X":
            found.append(before)
            start = stop.end()
    last = line[start:]
    ends = last.endswith(".") and (last[:-1] in rooms or BEFORE_STOP.search(last[:-1]) is not None)
    return [text for text in (*found, last[:-1] if ends else last) if text.strip()]


def facts_in(line: str, rooms: Set[str]) -> list[tuple[Said, str]]:
    """Return what each sentence of a line tells; nothing where the line is no such prose.

    A place or names that stand alone between stops are facts where one of the event's rooms, or who somebody is in
    brackets, shows that they are.
    """
    said = sentences_of(line, rooms)
    if not line.rstrip().endswith(".") and len(said) < 2:
        return []
    found = [
        fact
        for text in said
        for fact in people_and_place(text, rooms) or [_fact(text.strip(), rooms, alone=len(said) == 1)]
    ]
    return found if any(kind != "rest" for kind, _ in found) else []


def people_and_place(text: str, rooms: Set[str]) -> list[tuple[Said, str]]:
    """Return people and their room, "Sophie Nectoux (GDSA 58), salle Vauban" or "… (salle Vauban)"; else nothing."""
    behind = LAST_BRACKETS.search(text)
    ahead = text[: behind.start()].strip() if behind else ""
    if behind and labelled(ahead) is None and names_people(ahead, employers=True) and is_room(behind[1], rooms):
        return [("speakers", ahead), ("room", behind[1])]
    pieces = [piece.strip() for piece in COMMA.split(text.strip())]
    places = [piece for piece in pieces if is_room(piece, rooms)]
    people = ", ".join(piece for piece in pieces if piece not in places)
    if len(places) != 1 or not people or pieces.index(places[0]) not in (0, len(pieces) - 1):
        return []
    return [("speakers", people), ("room", places[0])] if names_people(people, employers=True) else []


def is_room(text: str, rooms: Set[str]) -> bool:
    """Return whether a text is one of the rooms, however it is spelt, or is named like one."""
    if text in rooms or text.casefold() in {room.casefold() for room in rooms}:
        return True
    return ROOM_WORDS.match(text) is not None and len(text.split()) <= MOST_WORDS_OF_PLACE


def _fact(text: str, rooms: Set[str], *, alone: bool) -> tuple[Said, str]:
    if text in rooms:
        return "room", text
    label = labelled(text)
    if label is not None and label[0] == "room":
        return "room", label[1]
    if label is not None and names_people(label[1]):
        return label[0], label[1]
    is_meal = BREAK_TITLES.search(text) or SOCIAL_TITLES.search(text)
    if names_people(text) and not is_meal and not ROOM_WORDS.match(text) and (not alone or "(" in text):
        return "speakers", text
    if not alone and ROOM_WORDS.match(text) and len(text.split()) <= MOST_WORDS_OF_PLACE and "," not in text:
        return "room", text
    return "rest", text


def behind_title(said: Sequence[tuple[str, str]]) -> tuple[str, Sequence[tuple[str, str]]]:
    """Return the title that stands before the facts of its line, and these."""
    return (said[0][1], said[1:]) if said and said[0][0] == "rest" else ("", said)
