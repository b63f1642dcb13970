"""What a line tells behind a title: who holds it ("…, led by Ada Orr and Bo Lie"), and its room in brackets."""

import re
from collections.abc import Set

from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.names import people_in
from charlotte.congress.importers.shapes.values.headings import is_place
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.wording import says_changed

_NAME = r"[A-ZÀ-Þ][\w'’-]+\s+(?:\S+\s+)?[A-ZÀ-Þ][\w'’-]+(?:\s*\([^()]*\))?"
_NAMES = rf"({_NAME}(?:(?:,\s+|\s+(?:and|und|e|et|y)\s+){_NAME})*)$"
HELD_BY = re.compile(
    r"((?=(?:\S+\s)?\w*(?:visit|f[üu]hrung|rundgang|tour|gira|laborat|taller|atelier|workshop|degusta|d[ée]gusta|tasting|"
    r"passeggiata|balade|paseo|spaziergang|walk))[^,]{6,}|.{6,}(?:,|[?!»”…]))\s+(?:con|mit|with|avec|par|by|von|por|"
    r"a cura di|sous la conduite de|sotto la guida di|unter (?:der )?(?:leitung|führung) von|"
    r"bajo la gu[ií]a de|led by|guid\w+ (?:da|par|by)|condott[oa] da|anim[ée]e? par|geführt von|"
    r"guiad[oa] por|a cargo de)\s+" + _NAMES,
    re.IGNORECASE,
)
"""`Visita ai corali con Anna Riva`, `Piccolo restauro, con Ida Moro`"""
WRITTEN_BY = re.compile(rf"(.{{6,}}(?:,|[?!»”…]))\s+(?:di|de|da)\s+{_NAMES}")
"""`Carte d'acqua, di Ivo Serra (Lodi)`"""
ASKED = re.compile(r"(.{6,}?\?)\s+([A-ZÀ-Þ][^?!:]+)$")
"""`Panel: who drains the fen? Ann Lee, Bo Ray`"""
FEWEST = 2
BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{2,80})[)\]]\s*$")
SEATS = re.compile(
    r",\s*((?:max\.?\s*)?\d+\s+(?:places?|posti|plazas|pl[äa]tze|seats?|people|persone|personas|personnes|personen)\b.*)$",
    re.IGNORECASE,
)
REMARK = re.compile(r"(?P<room>[^.;]+)[.;]\s+(?P<remark>[A-ZÀ-Þ][^\d].*)$")
"""A room and what is said of it: "Aula 2. Plazas limitadas"."""
LONGEST = 50


def held_by(title: str) -> tuple[str, str] | None:
    """Return a title and the people that its line names behind it; None where it names none so."""
    for pattern in (HELD_BY, WRITTEN_BY):
        held = pattern.match(title)
        if held is not None and names_people(held[2]):
            return held[1].rstrip(" ,"), held[2]
    return asked_of(title)


def asked_of(title: str) -> tuple[str, str] | None:
    """Return a question and the several people whose names follow it, or the one with a title."""
    asked = ASKED.match(title.removesuffix("."))
    is_sure = asked is not None and (len(people_in(asked[2])) >= FEWEST or TITLE.match(asked[2]) is not None)
    is_list = asked is not None and is_sure and names_people(asked[2])
    return (asked[1], asked[2]) if asked is not None and is_list else None


def without_room(line: str, rooms: Set[str]) -> tuple[str, str]:
    """Return a line without the room that stands in brackets or behind a comma at its end, and the room."""
    found = BRACKETS.search(line)
    room = found[1].strip() if found is not None else ""
    if found is not None and found.start() and _is_room(room, rooms):
        return line[: found.start()].rstrip(), room
    head, comma, last = line.rpartition(", ")
    is_behind = bool(comma) and names_people(head.rpartition(", ")[2]) and ROOM_WORDS.match(last) is not None
    return (head, last) if is_behind and _is_room(last, rooms) else (line, "")


def _is_room(text: str, rooms: Set[str]) -> bool:
    return len(text) <= LONGEST and not says_changed(text) and (text in rooms or is_place(text, rooms))


def without_seats(room: str) -> tuple[str, str]:
    """Return a room, and how many it has places for or what else is said of it behind a stop."""
    if (seats := SEATS.search(room)) is not None:
        return room[: seats.start()], seats[1]
    found = REMARK.match(room)
    is_apart = found is not None and is_place(found["room"]) and not is_place(found["remark"])
    return (found["room"], found["remark"]) if found is not None and is_apart else (room, "")
