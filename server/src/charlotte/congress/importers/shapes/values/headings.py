"""What a heading above timed lines names: a session, where it is held, and when: "Morning – Blue Room: Timber"."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from charlotte.congress.importers.shapes.people.names import PARTICLES, looks_like_person
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.times.day_line import day_in
from charlotte.congress.importers.shapes.times.in_place import folded_in_place
from charlotte.congress.importers.shapes.times.when import RANGE, read_when
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.said_of_all import place_said
from charlotte.congress.importers.shapes.values.session_labels import NUMBER, is_label
from charlotte.congress.importers.wording import BREAK_TITLES, KIND_WORDS

SIGN = re.compile(r"\s*\n\s*|\s+[–—|·•-]\s+|\s*[|·•]\s*|\s*:\s+|\s*[(\[]|[)\]]\s*|\s*\.\s+(?=[A-ZÀ-Þ])")
PART_OF_DAY = re.compile(
    r"\W*(?:(?:sp[äa]ter|fr[üu]her|late|early|tard[oa]|primo|am|im|der|in the|le|la|il|el|de la|por la|nel) )*"
    r"(?:matin(?:[ée]e)?|apr[èe]s-midi|midi|soir(?:[ée]e)?|nuit|vormittags?|nachmittags?|mittags?|abends?|morgens?|"
    r"morning|afternoon|evening|night|noon|mattin[ao]|pomeriggio|sera(?:ta)?|ma[ñn]ana|mediod[íi]a|tarde|noche)\W*",
    re.IGNORECASE,
)
MORNING = re.compile(r"matin|morgen|morning|vormittag|mattin|mañana|manana", re.IGNORECASE)
PARALLEL = re.compile(
    r",?\s*\b(?:in parallelo|in contemporanea|parallel(?! \w+ion)|en parall[èe]le|en paralelo|zeitgleich)\b,?",
    re.IGNORECASE,
)
CHAIRS_FROM = re.compile(r"\s*\n\s*|\s+[–—|·•-]\s+|\s*[,;|·•]\s*|\s*[(\[]|\.\s+")
"""What may stand before who leads a session."""
APART = re.compile(
    r"(?:^|\s*[,;\n]\s*|\s*(?P<open>[(\[])\s*|\s+[–—|·•-]\s+)(?P<said>[^,;()\[\]\n|·•–—]{1,24}?)"
    r"(?=\s*(?:[,;)\]\n]|:\s|\s[–—|·•-]\s|$))"
)
"""A piece that is set apart from what stands before and behind it."""
KIND_WORD = re.compile("|".join(rf"(?:{'|'.join(beginnings)})" for _, beginnings in KIND_WORDS), re.IGNORECASE)
HOUSES = re.compile(
    r"\b(?:\w*mill|\w*mühle|mulino|molino|moulin|\w*spinnerei|filanda|filature|hilander[íi]a|\w*fabrik|factory|usine|f[áa]brica|"
    r"fabbrica|\w*barn|\w*scheune|grange|granero|fienile|exchange|\w*haus|house|town hall|guildhall|\w*bahnhof|station|"
    r"stazione|gare|estaci[óo]n|\w*hof|\w*schloss|villa|palazzo|palais|palacio|castello|ch[âa]teau|castillo|convent\w*|\w*kloster|"
    r"abbey|abbazia|abbaye|mairie|municipio|ayuntamiento|library|biblio\w+|\w*bücherei|bibliothek|school|scuola|\w*schule)\b",
    re.IGNORECASE,
)
"""What the name of a house holds that might be somebody's."""
CLOSED = re.compile(r"^\s*[)\]]")
DASH = re.compile(r"\s+[–—|·-]\s+")
IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)$")
AHEAD = re.compile(r"^[^\w(\[«“„\"'’]+")
"""Signs before a line."""
PINS = "📍📌🏛🚪"
"""Signs that say that a place follows."""
LONGEST_PARTICLE = 5
"""Letters of a word that is written small in a name: "della"."""
MOST_WORDS_OF_HOUSE = 4
LONGEST_ROOM = 40
MOST_WORDS = 5
HALF, MOSTLY = 0.5, 0.6


@dataclass(frozen=True)
class Named:
    """What a heading says."""

    title: str = ""
    room: str = ""
    time: str = ""
    chairs: str = ""
    """Who leads it, as the heading says it."""
    begins: str = ""
    """When it begins, where the heading tells no end."""


def named_by(heading: str, rooms: Set[str] = frozenset()) -> Named:
    """Return the title, the room and the time that a heading is made of; `rooms` are known, folded."""
    first, _, rest = heading.partition("\n")
    below = told_below(rest, rooms) if rest else None
    if below is None:
        return _named_in(heading, rooms)
    above = _named_in(first, rooms)
    return Named(
        above.title,
        above.room or below.room,
        above.time or below.time,
        above.chairs or below.chairs,
        above.begins or below.begins,
    )


def told_below(text: str, rooms: Set[str] = frozenset()) -> Named | None:
    """Return what lines below a title tell that say only where, when and who leads; None where they say more.

    Beside when it is and who leads, a name is where: "Old Chapel, 9.20 to 11.20. Chair: Ada Orr".
    """
    named = _named_in(text, rooms)
    if not (named.time or named.begins or named.chairs):
        return None
    if not named.title:
        return named
    may_be_place = is_name(named.title) and (named.chairs or not looks_like_person(named.title))
    return replace(named, title="", room=named.title) if may_be_place and not named.room else None


def _named_in(heading: str, rooms: Set[str]) -> Named:
    heading, chairs = without_chairs(heading)
    text, time = _without_time(heading)
    text, begins = (text, "") if time else _without_start(text)
    signs, pieces = _with_places_apart(*_pieces(PARALLEL.sub("", text)), rooms)
    kept: list[str] = []
    room = ""
    title = ""
    for sign, piece in zip(signs, pieces, strict=True):
        if not room and is_place(place_said(piece), rooms):
            room = place_said(piece)
        elif piece and not PART_OF_DAY.fullmatch(piece):
            title += (sign if kept else "") + piece + (")" if kept and sign.strip() == "(" else "")
            kept.append(piece)
    return Named(title.strip(" -–—|·•:,\n"), room, time, chairs, begins)


def without_chairs(heading: str) -> tuple[str, str]:
    """Return a heading without who leads the session, and who does: "S1 – Soils (Aula 2)", "chair: Bo Lie"."""
    for cut in CHAIRS_FROM.finditer(heading):
        said = heading[cut.end() :].strip()
        said = said[:-1] if said[-1:] in (")", "]") and not _is_balanced(said) else said
        bracket = IN_BRACKETS.search(said)
        room = bracket[0] if bracket is not None and is_place(bracket[1]) else ""
        told = labelled(said.removesuffix(room))
        if told is not None and told[0] == "chairs" and names_people(told[1], True):
            led, place = _place_behind(said.removesuffix(room))
            return f"{heading[: cut.start()].rstrip()}{room}{f' – {place}' if place else ''}", led
    return heading, ""


def _is_balanced(text: str) -> bool:
    return all(text.count(one) >= text.count(other) for one, other in ("()", "[]"))


def _place_behind(led: str) -> tuple[str, str]:
    """Return who leads without the room behind a dash, "Chair: Ada Orr – Blue Room", and the room."""
    *_, last = [None, *DASH.finditer(led)]
    place = led[last.end() :].strip() if last is not None else ""
    return (led[: last.start()].rstrip(), place) if last is not None and is_place(place) else (led, "")


def room_beside_day(heading: str) -> str:
    """Return the room that a heading names beside its day, "Friday 8 May – Blue Room"; any other heading as it is."""
    return (day_in(heading) and named_by(heading).room) or heading


def _with_places_apart(signs: list[str], pieces: list[str], rooms: Set[str]) -> tuple[list[str], list[str]]:
    """Return pieces with a place behind a comma apart from the title before it: "Honey market, Oak Room"."""
    found: list[tuple[str, str]] = []
    for sign, piece in zip(signs, pieces, strict=True):
        title, comma, place = piece.rpartition(", ")
        is_apart = bool(comma) and ROOM_WORDS.match(title) is None and piece.casefold() not in rooms
        if is_apart and is_place(place, rooms) and not is_place(title, rooms):
            found += [(sign, title), (", ", place)]
        else:
            found.append((sign, piece))
    return [sign for sign, _ in found], [piece for _, piece in found]


def places_in(headings: Iterable[str]) -> frozenset[str]:
    """Return, folded, what stands in headings where most others of one build have a room: "Noon – Salon Elbe: …"."""
    built: dict[tuple[str, ...], list[Sequence[str]]] = {}
    for heading in dict.fromkeys(headings):
        signs, pieces = _pieces(_without_time(heading)[0])
        built.setdefault(tuple(sign.strip() for sign in signs), []).append(pieces)
    found: set[str] = set()
    for alike in built.values():
        for column in list(zip(*alike, strict=True))[1:]:
            counted = Counter(column)
            sure = [piece for piece in column if is_place(piece)]
            may_be = [piece for piece in counted if piece and len(piece.split()) <= MOST_WORDS]
            if len(sure) > 1 and len(sure) > HALF * len(column) and len(counted) < len(column):
                found |= {piece.casefold() for piece in may_be}
    return frozenset(found)


def rooms_heading(headings: Iterable[tuple[int, str]]) -> frozenset[str]:
    """Return the headings that are rooms as others of their level are, under one day after another.

    `headings` are those right above what has a time, each with its level.
    """
    told = Counter(headings)
    found: set[str] = set()
    for level in {level for level, _ in told}:
        names = {text: count for (at, text), count in told.items() if at == level and is_name(text)}
        sure = [text for text in names if is_place(text)]
        if sure and len(names) > 1 and max(names.values()) > 1:
            are_names = len(names) == sum(at == level for at, _ in told) and len(sure) >= MOSTLY * len(names)
            found |= {text for text, count in names.items() if count > 1 or text in sure or are_names}
    return frozenset(found)


def is_name(text: str) -> bool:
    """Return whether a heading is written as names are, every word with a capital or a number."""
    words = text.split()
    if not 0 < len(words) <= MOST_WORDS or len(text) > LONGEST_ROOM or PART_OF_DAY.fullmatch(text):
        return False
    is_called = all(word[0].isupper() or word[0].isdigit() or word.casefold() in PARTICLES for word in words)
    return is_called and not words[0][0].islower() and not SIGN.search(text)


def is_numbered(title: str) -> bool:
    """Return whether a title begins with what kind of session it is and its number: "Session 2: Soils"."""
    label = SIGN.split(title)[0]
    return is_label(label) and any(NUMBER.fullmatch(word.strip(".:")) for word in label.split())


def is_of_morning(heading: str) -> bool:
    """Return whether a piece of a heading says that it is of the morning: "Morning – Timber"."""
    return any(PART_OF_DAY.fullmatch(one) and MORNING.search(one) for one in _pieces(heading)[1])


def is_place(text: str, rooms: Set[str] = frozenset()) -> bool:
    """Return whether a piece of a heading is nothing but a room's name."""
    if text.casefold() in rooms:
        return True
    words = text.split()
    if not words or len(text) > LONGEST_ROOM or len(words) > MOST_WORDS or text[-1] in ".?!":
        return False
    return ROOM_WORDS.match(text) is not None or ROOM_WORDS.fullmatch(words[-1].rpartition("-")[2]) is not None


def is_in_a_house(text: str) -> bool:
    """Return whether a text is a room that is only called by what it is, behind its house: "Old Mill, upper room"."""
    house, comma, room = text.rpartition(", ")
    words = house.split()
    is_house = 0 < len(words) <= MOST_WORDS_OF_HOUSE and words[0][0].isupper() and house.replace(" ", "").isalpha()
    is_house = is_house and KIND_WORD.match(house) is None and BREAK_TITLES.search(house) is None
    is_house = is_house and (not looks_like_person(house) or HOUSES.search(house) is not None)
    return bool(comma) and is_house and room.islower() and not any(map(str.isdigit, room)) and is_place(room)


def place_alone(line: str, rooms: Set[str]) -> str:
    """Return the room that a line is, alone, behind a label or behind the house it is in; nothing where it is none.

    A pin or another sign may stand before it: "📍 Blue Room".
    """
    bare = AHEAD.sub("", line)
    label = labelled(bare)
    is_room = label is not None and label[0] == "room"
    is_told = is_room or any(pin in line for pin in PINS)
    said = label[1] if label is not None and is_room else bare
    if is_place(said, rooms):
        return said
    named = named_by(said, frozenset(rooms))
    house = named.title.split()
    is_house = all(word[0].isupper() or len(word) <= LONGEST_PARTICLE for word in house)
    if named.room and not named.time and not named.begins and len(house) <= MOST_WORDS_OF_HOUSE and is_house:
        return named.room
    return said if is_told and len(said) <= LONGEST_ROOM else ""


def _without_time(heading: str) -> tuple[str, str]:
    for found in RANGE.finditer(folded_in_place(heading)):
        said = heading[found.start() : found.end()].strip()
        when = read_when(said)
        if when.start is not None and when.end is not None and when.is_plain:
            ahead, behind = heading[: found.start()].rstrip(" ,"), heading[found.end() :].lstrip(" ,")
            if ahead.endswith("(") and not behind.startswith(")"):  # "(2.15-4.15, Blue Room)"
                return f"{ahead}{behind}", said
            is_apart = ahead and heading[found.end() :].lstrip().startswith(",")  # "Timber, 9.00-10.30, Blue Room"
            sign = "," if is_apart and not ahead.endswith("(") else ""
            return f"{ahead.rstrip(' ,(')}{sign} {behind.lstrip(' ,)')}".strip(" ,|·–—-:"), said
    return heading, ""


def _without_start(heading: str) -> tuple[str, str]:
    """Return a heading without the piece of it that only says when it begins: "Honey market, 2.30 pm"."""
    for found in APART.finditer(heading):
        when = read_when(found["said"])
        if when.start is None or when.end is not None or not when.is_plain or when.has_day:
            continue
        ahead, behind = heading[: found.start()], heading[found.end() :]
        behind = CLOSED.sub("", behind) if found["open"] else behind
        rest = f"{ahead}{behind}".strip(" ,;|·–—-\n")
        return (rest, found["said"].strip()) if rest else (heading, "")
    return heading, ""


def _pieces(text: str) -> tuple[list[str], list[str]]:
    """Return the pieces of a heading, each with the sign before it; that of the first is empty."""
    signs, pieces, start = [""], [], 0
    for found in SIGN.finditer(text):
        pieces.append(text[start : found.start()].strip())
        signs.append(found[0])
        start = found.end()
    pieces.append(text[start:].strip())
    return signs, pieces
