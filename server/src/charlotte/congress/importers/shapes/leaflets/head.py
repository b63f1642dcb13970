"""The first lines of a session in a leaflet: what it is called in the programme, where, and its title."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.session_labels import BETWEEN, BRACKET, KINDS, NUMBER, is_label
from charlotte.congress.importers.shapes.values.spoken_in import language_in
from charlotte.congress.importers.wording import BREAK_TITLES, SOCIAL_TITLES, kind_of
from charlotte.congress.search.function_words import FUNCTION_WORDS

ROMAN = re.compile(r"[IVX]+")
ADDRESS = re.compile(r"\d")
BAR = " | "
SHORT = 3
"""Letters of a word that may be a number or an abbreviation."""
MOST_WORDS = 6
LONGEST_ROOM = 70
MOST_OF_NAME = 4
"""Words of a room's name that ends with what it is: `Blue Room`, `Kleiner Saal`."""


@dataclass(frozen=True)
class Head:
    """A line that names what comes and where."""

    label: str
    room: str


def head_of(text: str, rooms: Set[str] = frozenset()) -> Head | None:
    """Return the two halves of `KIND – ROOM`, or the room or the kind alone; None where a line is neither."""
    if is_room(text, rooms):
        return Head("", text)
    if is_label(text):
        return Head(text, "")
    cuts = list(BETWEEN.finditer(text))
    for cut in reversed(cuts):
        label, room = text[: cut.start()].strip(), text[cut.end() :].strip()
        if is_room(room, rooms) or is_label(label) and _is_name(room) and cut is cuts[-1]:
            return Head(label, room)
        if is_room(label, rooms) and (is_label(room) or cut is cuts[0]):
            return Head(room, label)
    return None


def names_kind(text: str) -> bool:
    """Return whether a text begins with a kind of session, or is set in capitals as kinds are."""
    return text.isupper() or text.casefold().startswith(KINDS)


def is_room(text: str, rooms: Set[str] = frozenset()) -> bool:
    """Return whether a text can only be a room's name: one of those that are known, or it begins with a word of one."""
    said = text.strip()
    if said.casefold() in rooms:
        return True
    if not said or len(said) > LONGEST_ROOM or said.endswith((".", "?", "!", ":")) or is_label(said):
        return False
    words = said.split()
    is_last = len(words) <= MOST_OF_NAME and all(word[:1].isupper() or word[:1].isdigit() for word in words)
    return len(words) <= MOST_WORDS and (
        ROOM_WORDS.match(said) is not None or is_last and ROOM_WORDS.fullmatch(words[-1]) is not None
    )


def _is_name(text: str) -> bool:
    return len(text) <= LONGEST_ROOM and text[:1].isupper() and text[-1:] not in ".?!:" and not language_in(text)


def with_label(label: str, title: str) -> tuple[str, str]:
    """Return a title with the label that tells the session from others of its kind, and its kind."""
    label = _unshouted(label.strip(" :.–-"))
    if not label or label.casefold() == title.casefold():
        return title, ""
    words = BRACKET.sub("", label).split()
    is_one_of_many = BRACKET.search(label) or any(NUMBER.fullmatch(word.strip(".:")) for word in words)
    if is_one_of_many or kind_of(label, "", False) == "talk":
        return f"{label}: {title}", label
    return title, label


def _unshouted(label: str) -> str:
    """Return a label set in capitals as it would be written in a line: `II SESSIONE` is `II Sessione`."""
    words = label.split()
    if not any(len(word) > SHORT and word.isupper() for word in words):
        return label
    first = next((word for word in words if not NUMBER.fullmatch(word)), "")
    return " ".join(_written(word, word is first or word.casefold().startswith(KINDS)) for word in words)


def _written(word: str, capital: bool) -> str:
    if not word.isupper() or len(word) < SHORT or ROMAN.fullmatch(word):
        return word
    return word.capitalize() if capital else word.lower()


def room_in_brackets(title: str, rooms: Set[str], *, alone: bool) -> tuple[str, str, str]:
    """Cut `Cena sociale (Trattoria Da Piero, Via Roma 3)` into the title, the room and what else stands in brackets.

    `alone` tells that the line is all that is said of it, so that what stands in brackets is hardly who speaks.
    """
    found = BRACKET.search(title)
    if found is None or not found.start():
        return title, "", ""
    inside, bare = found[1].strip(), title[: found.start()].strip()
    room, _, more = (part.strip() for part in inside.partition(","))
    sure = is_room(room, rooms) or ROOM_WORDS.search(room) is not None and not names_people(inside, True)
    kind = BREAK_TITLES.search(bare) or SOCIAL_TITLES.search(bare)
    likely = alone and inside[:1].isupper() and not language_in(inside) and len(room) <= LONGEST_ROOM
    likely = likely and (bool(kind) or ADDRESS.search(more) is not None or not more and _is_proper(inside))
    if (sure or likely) and not ADDRESS.fullmatch(room):
        return bare, room, more
    return title, "", ""


def _is_proper(text: str) -> bool:
    """Return whether a text is written as names of places are: `Porta Marina`, and not `Su prenotazione`, `Replica`."""
    words = [word for word in text.split() if word.casefold() not in FUNCTION_WORDS]
    return len(words) > 1 and TITLE.match(text) is None and all(word[:1].isupper() for word in words)


def _behind_bars(ends: Sequence[str]) -> set[str]:
    """Return, folded, what stands behind the bars of lines where that is mostly a room: "Abschied | Gasthof Lamm"."""
    sure = [end for end in ends if is_room(end)]
    return (
        {end.casefold() for end in ends if _is_name(end)} if len(sure) >= SHORT and 2 * len(sure) > len(ends) else set()
    )


def rooms_in(lines: Iterable[str]) -> frozenset[str]:
    """Return the rooms, folded, that heads of sessions and brackets behind titles name.

    With a word for a room, or at several heads: what stands once behind "Session A –" is what the session is about.
    """
    found: set[str] = set()
    named: Counter[str] = Counter()
    ends: list[str] = []
    for line in lines:
        ends += [line.rpartition(BAR)[2].strip()] if BAR in line else []
        head = head_of(line)
        if head is not None and head.room and is_room(head.room):
            found.add(head.room.casefold())
        elif head is not None and head.room and head.label:
            named[head.room.casefold()] += 1
        bracket = BRACKET.search(line)
        if bracket and is_room(bracket[1]):
            found.add(bracket[1].casefold())
    return frozenset(found | {room for room, count in named.items() if count > 1} | _behind_bars(ends))
