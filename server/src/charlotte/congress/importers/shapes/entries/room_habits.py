"""Rooms that no word gives away ("Enzian", "B-104"): they are repeated, never two at once, or stand where rooms do."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set

from charlotte.congress.importers.shapes.people.names import OUTDOORS, looks_like_person
from charlotte.congress.importers.shapes.values.headings import HOUSES, PART_OF_DAY, is_place
from charlotte.congress.importers.shapes.values.kind_lines import ALL_KINDS
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.venue_lines import VENUES
from charlotte.congress.importers.wording import BREAK_TITLES, SOCIAL_TITLES, language_code, says_changed
from charlotte.documents.paper import Block

LONGEST = 30
MOST_WORDS = 3
COVERED = 0.6
FEWEST_ENTRIES = 6
PIECES = re.compile(r",\s|\s+[–—|·-]\s+|\s*[()\[\]]\s*|\s*\|\s*")
LAST_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{2,80})[)\]]\s*$")
BELOW = re.compile(r"(?:\((?P<inside>[^()]{3,60})\)|(?P<bare>[^().]{3,60}))(?P<sign>[.,;]\s|$)")
"""What a line below a title begins with: "(Sala Verde). Con Ida Moro"."""
BEHIND_PEOPLE = re.compile(r"\((?P<who>[^()]{5,200})\)\s+[–—-]\s+(?P<place>[A-ZÀ-Þ\d][^()–—:?!]{2,48})$")
KIND_AND_NAME = re.compile(r"[a-zß-ÿ]{3,}(?: (?:[ld]\w{0,2}|[A-ZÀ-Þ][\w'’-]+))?(?: [A-ZÀ-Þ][\w'’-]+){1,2}")
"""What kind of place it is, and its name: "ferme Garin", "molino del Cid"."""
LONGEST_PLACE = 50
PLAIN = 6
"""The level of a heading that nothing sets apart."""
MOSTLY = 0.6
FEWEST, FEWEST_BELOW = 3, 2


def last_places(openings: Sequence[str], rooms: Set[str]) -> set[str]:
    """Return what stands last in the first lines of entries, behind a comma or a sign, where that is mostly a room."""
    lines = [LAST_BRACKETS.sub("", line.strip(" *_")) for line in openings]
    found: set[str] = set()
    for sign in (", ", " · ", " | "):
        ends = [line.rpartition(sign)[2].strip(" .*_") for line in lines if sign in line]
        sure = [end for end in ends if end in rooms or ROOM_WORDS.search(end) and len(end) < LONGEST_PLACE]
        if len(sure) >= FEWEST and len(sure) >= MOSTLY * len(ends):
            found |= {end for end in ends if _may_be_place(end)}
    return found


def places_in_brackets(openings: Iterable[str], closings: Iterable[str], rooms: Set[str]) -> set[str]:
    """Return what stands in brackets behind titles, or behind who speaks, where what does so is mostly a room.

    `openings` are first lines and `closings` last ones. In these, what is not surely a room nor told with its kind may
    be where the last of those works.
    """
    last, surely = _in_brackets(closings, rooms)
    is_last = len(surely) >= FEWEST and len(surely) >= MOSTLY * len(last)
    behind = {*surely, *(one for one in last if KIND_AND_NAME.fullmatch(one))} if is_last else set()
    inside, sure = _in_brackets(openings, rooms)
    enough = len(sure) >= FEWEST or is_last and len(sure) >= FEWEST_BELOW
    if not enough or len(sure) < MOSTLY * len(inside):
        return behind
    found = {one for one in inside if is_called_briefly(one) or KIND_AND_NAME.fullmatch(one)}
    return behind | found | {one for one in sure if one.islower()}


def _in_brackets(lines: Iterable[str], rooms: Set[str]) -> tuple[list[str], list[str]]:
    """Return what stands in the last brackets of lines and is nobody, and what of it is surely a room."""
    told = [found[1].strip() for line in lines if (found := LAST_BRACKETS.search(line.strip(" *_"))) is not None]
    inside = [one for one in told if not names_people(one, True) or ROOM_WORDS.match(one) or VENUES.match(one)]
    return inside, [one for one in inside if one in rooms or _tells_place(one) and len(one) < LONGEST_PLACE]


def _tells_place(text: str) -> bool:
    """Return whether a word for a room stands in a text, or it is one for a house, alone or before its name."""
    is_house = any(words.fullmatch(text) is not None for words in (VENUES, HOUSES))
    is_named = VENUES.match(text) is not None and KIND_AND_NAME.fullmatch(text) is not None
    return ROOM_WORDS.search(text) is not None or is_house or is_named


def places_below(entries: Iterable[Sequence[str]]) -> set[str]:
    """Return what stands in brackets right below titles, where what does so is mostly a room."""
    ahead = [found for lines in entries if lines and (found := BELOW.match(lines[0])) is not None]
    sure = [one for one in ahead if ROOM_WORDS.search(one["inside"] or "") or ROOM_WORDS.match(one["bare"] or "")]
    inside = [one for one in ahead if one["inside"]]
    unsure = [one for one in inside if one not in sure]
    is_so = len(sure) >= FEWEST_BELOW and len(sure) >= len(unsure)
    return {one["inside"].strip() for one in unsure if one["inside"][:1].isupper()} if is_so else set()


def places_behind_people(openings: Iterable[str]) -> set[str]:
    """Return what stands behind a dash and the names in brackets, where any of it is surely a room."""
    found = [one for line in openings if (one := BEHIND_PEOPLE.search(line)) is not None and names_people(one["who"])]
    places = {one["place"].strip() for one in found}
    is_so = len(found) >= FEWEST_BELOW and any(ROOM_WORDS.search(place) for place in places)
    return {place for place in places if not looks_like_person(place)} if is_so else set()


def places_between(entries: Sequence[Sequence[str]], rooms: Set[str]) -> set[str]:
    """Return the lines right below titles, mostly above who speaks, that are rooms since others there surely are.

    Each entry is its lines below the title. A line that may also be somebody's name is a room where it comes again
    there, and nowhere else.
    """
    above = [lines[0] for lines in entries if len(lines) > 1 and names_people(lines[1], True) and is_called(lines[0])]
    told = Counter(lines[0] for lines in entries if lines)
    others = "\n".join(line for lines in entries for line in lines[1:] if names_people(line, True))
    likely = {line for line in above if is_surely_room(line, rooms) or told[line] > 1 and line not in others}
    sure = {line for line in likely if is_surely_room(line, rooms)}
    is_so = len(likely) > 1 and bool(sure) and sum(line in likely for line in above) >= MOSTLY * len(above)
    return likely if is_so else set()


def is_surely_room(line: str, rooms: Set[str]) -> bool:
    """Return whether a line is one of the rooms, or begins with a word for a room, a house or a square."""
    return line in rooms or any(words.match(line) is not None for words in (ROOM_WORDS, VENUES, OUTDOORS))


def rooms_above(firsts: Sequence[str]) -> frozenset[str]:
    """Return the lines right above timed ones that are rooms, where half of these surely are or come again."""
    names = [line for line in firsts if is_called(line)]
    told = Counter(names)
    likely = [line for line in names if told[line] > 1 or _is_room(line)]
    is_so = any(map(_is_room, names)) and len(names) >= FEWEST_BELOW and 2 * len(likely) >= len(names)
    return frozenset(names) if is_so else frozenset()


def headed_by_rooms(block: Block, rooms: Set[str]) -> list[Block]:
    """Return a paragraph with its first line as a heading where that is one of the rooms."""
    first, _, rest = block.text.partition("\n")
    if block.kind != "text" or first.strip() not in rooms:
        return [block]
    heading = Block(kind="heading", level=PLAIN, text=first.strip())
    return [heading, Block(kind="text", text=rest)] if rest.strip() else [heading]


def is_called(line: str) -> bool:
    """Return whether a line is written as the name of a place: short, and no sentence, no break, nobody's."""
    if (
        not 2 < len(line) <= LONGEST
        or len(line.split()) > MOST_WORDS + 1
        or not (line[0].isupper() or line[0].isdigit())
    ):
        return False
    is_other = (
        BREAK_TITLES.search(line) or SOCIAL_TITLES.search(line) or says_changed(line) or PART_OF_DAY.fullmatch(line)
    )
    return not any(sign in line for sign in ".;:!?@") and not is_other


def _is_room(line: str) -> bool:
    return is_place(line) or ROOM_WORDS.match(line) is not None


def bare_place(line: str, rooms: Set[str]) -> str:
    """Return a line that begins with a room in brackets without these."""
    found = BELOW.match(line)
    inside = (found["inside"] or "").strip() if found is not None else ""
    return f"{inside}{line[found.end('inside') + 1 :]}" if found is not None and inside in rooms else line


def is_called_briefly(text: str) -> bool:
    """Return whether a text may be what a room is called: one or two words, nobody's name, no language, no kind."""
    return _may_be(text) and _may_be_place(text)


def _may_be_place(text: str) -> bool:
    return text[:1].isupper() and text.replace(" ", "").isalpha() and len(text.split()) < FEWEST


def repeated_places(entries: Iterable[tuple[str, Iterable[str]]]) -> frozenset[str]:
    """Return what may only be rooms; each entry is its time, and its lines without the title."""
    entries = [(time, [*lines]) for time, lines in entries]
    told = [
        (time, {piece for line in lines for piece in PIECES.split(line) if _may_be(piece)}) for time, lines in entries
    ]
    times: dict[str, list[str]] = defaultdict(list)
    for time, pieces in told:
        for piece in pieces:
            times[piece].append(time)
    theirs = _of_one_person(lines for _, lines in entries)
    rooms = {piece for piece, held in times.items() if len(held) > 1 and len(set(held)) == len(held)} - theirs
    covered = sum(1 for _, pieces in told if pieces & rooms)
    enough = len(told) >= FEWEST_ENTRIES and covered >= COVERED * len(told) and len(rooms) > 1
    return frozenset(rooms) if enough else frozenset()


def _of_one_person(entries: Iterable[Iterable[str]]) -> set[str]:
    """Return what stands nowhere but behind one and the same name: "Ada Orr, Leeds", who speaks twice."""
    names: dict[str, set[str]] = defaultdict(set)
    for pieces in (PIECES.split(line) for lines in entries for line in lines):
        for name, piece in zip(["", *pieces], pieces, strict=False):
            names[piece].add(name if looks_like_person(name) else "")
    return {piece for piece, behind in names.items() if len(behind) == 1 and "" not in behind}


def _may_be(text: str) -> bool:
    words = text.casefold().split()
    if not 2 < len(text) <= LONGEST or len(words) > MOST_WORDS or not (text[0].isupper() or text[0].isdigit()):
        return False
    if (
        any(letter in text for letter in ".;:!?@/")
        or looks_like_person(text)
        or language_code(text)
        or says_changed(text)
    ):
        return False
    if BREAK_TITLES.search(text) or SOCIAL_TITLES.search(text):
        return False
    return not any(word.startswith(tuple(ALL_KINDS)) for word in words)
