"""Where a piece of a line says that something is held: a room as it is named, also behind its preposition."""

import re
from collections.abc import Set

from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.session_labels import is_label

AT = re.compile(
    r"(?:aux?|à (?:la |l[’'])|dans (?:les? |la |l[’'])|chez |en (?:el |la |los |las )?|im|in (?:der |den |the )?|am|"
    r"an der|auf (?:der|dem)|at (?:the )?|ne(?:l|i|lla|lle|gli|ll[’'])|a(?:l|i|lla|lle|gli|ll[’'])|presso(?: il| la)?)"
    r"(?:\s+|(?<=[’'\s]))(?=[A-ZÀ-Þ])"
)
"""Written small, so that what follows in capitals is a name."""
BRACKET = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
BEHIND = re.compile(rf"\s*(?:{BRACKET.pattern})\s*$")
CALLS = re.compile(
    r"\W*(?:n\.?\s?b\.?|nota(?: bene)?|note|please note|attenzione|attention|achtung|hinweis|beachten|wichtig|"
    r"important|importante|ojo|atenci[óo]n|avviso|aviso)(?![^\W\d])\s*[:!.–—-]*\s*",
    re.IGNORECASE,
)
ENDS = re.compile(r"\s[–—-]\s|[,;:.!(]\s?")
MOST_WORDS = 4
LONGEST = 50
FEWEST_OF_TITLE = 2
NUMBERED_HALL = re.compile(
    r"[A-ZÀ-Þ][^\W\d_]{3,}(?:\s[A-ZÀ-Þ][^\W\d_]{2,})?\s(?:X{0,2}(?:I[VX]|VI{0,3}|I{2,3})|X{1,2})"
)


def remarks_behind(part: str) -> tuple[str, list[str]]:
    """Return a text without the brackets behind it, and what stands in them."""
    remarks: list[str] = []
    while (behind := BEHIND.search(part)) is not None and behind.start():
        remarks.insert(0, behind[1] or behind[2] or "")
        part = part[: behind.start()]
    return part.strip(), remarks


def remarks_beside(line: str) -> tuple[str, list[str]]:
    """Return where a line that calls for attention begins by saying that something is, and the line as a remark."""
    room, remarks = remarks_behind(line)
    called = CALLS.match(line) if not remarks else None
    return (ENDS.split(line[called.end() :])[0].strip(), [line]) if called is not None else (room, remarks)


def place_in(text: str, rooms: Set[str]) -> str:
    """Return the room that a text is, without its preposition; nothing where it is none."""
    if only_begins_like_a_room(text):
        return ""
    said = text.strip(" .")
    names = {room.casefold(): room for room in rooms}
    at = AT.match(said[:1].lower() + said[1:]) if said else None
    bare = said[at.end() :] if at else said
    for one in (said, bare):
        if one.casefold() in names:
            return one
    if not bare or len(said) > LONGEST or len(bare.split()) > MOST_WORDS or "," in bare or bare[-1] in "?!":
        return ""
    is_apart = at is not None and said[0].islower()
    return bare if is_apart or ROOM_WORDS.match(bare) or _ends_as_room(bare) else ""


def _ends_as_room(text: str) -> bool:
    """Return whether a text is a name that ends with what it is: "Blue Room", "Großer Saal"."""
    words = text.split()
    is_name = all(word[0].isupper() and word.isalnum() for word in words)
    return len(words) > 1 and is_name and ROOM_WORDS.fullmatch(words[-1]) is not None


def only_begins_like_a_room(line: str) -> bool:
    """Return whether a line with a room's word is a title: "Sala e salnitro: storia di una polveriera"."""
    head, colon, rest = line.partition(": ")
    words = rest.split()
    if not colon or len(words) < FEWEST_OF_TITLE or not ROOM_WORDS.search(head) or ROOM_WORDS.search(rest):
        return False
    is_told = any(word[:1].islower() for word in words) and not any(map(str.isdigit, rest))
    return is_told and " " in head and not any(map(str.isdigit, head))


def numbered_hall(line: str) -> bool:
    """Return whether a line is a place by its number, whatever it is called: "Magazin III", "Speicher IV"."""
    found = NUMBERED_HALL.fullmatch(line.strip())
    return found is not None and not is_label(line)
