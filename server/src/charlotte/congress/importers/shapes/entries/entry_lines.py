"""The lines of one session in a document, told apart: title, room, who speaks, who chairs, what else is said."""

import re
from collections.abc import Sequence

from charlotte.congress.importers.shapes.cells.wrapped import unwrapped
from charlotte.congress.importers.shapes.entries.habits import BRACKETS, LABEL, LONGEST_ROOM, Entry, Habits
from charlotte.congress.importers.shapes.entries.inner_labels import LABELLED
from charlotte.congress.importers.shapes.entries.led_by import asked_of, held_by, without_room, without_seats
from charlotte.congress.importers.shapes.entries.names_ahead import Ahead, told_ahead
from charlotte.congress.importers.shapes.entries.names_behind_signs import without_signs
from charlotte.congress.importers.shapes.entries.places_behind_stops import told_with_stops
from charlotte.congress.importers.shapes.entries.places_last import place_apart
from charlotte.congress.importers.shapes.entries.room_habits import bare_place
from charlotte.congress.importers.shapes.entries.signs import told_by_signs, without_place
from charlotte.congress.importers.shapes.people.names import looks_like_person, people_in
from charlotte.congress.importers.shapes.people.roles import by_labels, labelled, with_chair_named
from charlotte.congress.importers.shapes.times.day_line import day_in
from charlotte.congress.importers.shapes.times.until import ends_at
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.given_by import given_by
from charlotte.congress.importers.shapes.values.headings import is_in_a_house, room_beside_day
from charlotte.congress.importers.shapes.values.line_pieces import facts_apart, facts_behind
from charlotte.congress.importers.shapes.values.people_lines import names_alone, names_people, surely_names_people
from charlotte.congress.importers.shapes.values.places import numbered_hall, only_begins_like_a_room, place_in
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.role_behind import with_role
from charlotte.congress.importers.shapes.values.sentences import (
    behind_title,
    facts_in,
    is_sentence,
    people_and_place,
    sentences_of,
)
from charlotte.congress.importers.shapes.values.spoken_in import language_in
from charlotte.congress.importers.shapes.values.title_and_people import behind_slash
from charlotte.congress.importers.shapes.values.venue_lines import MEETING, venue_in_brackets
from charlotte.congress.importers.shapes.values.words import best_name
from charlotte.congress.importers.wording import BREAK_TITLES, SOCIAL_TITLES, kind_of, says_changed, without_mark

PIECES = re.compile(r"\s+[–—|·]\s+|\s+-\s+|\s*\|\s*|\s*;\s*")
WHOLE_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]$")
PARALLEL = re.compile(
    r"\s*(?:in (?:parallelo|contemporanea)|parallel\w*|en parall[èe]le|en paralelo|simult[aá]ne\w+|zeitgleich|"
    r"gleichzeitig|in parallel|at the same time)\W*",
    re.IGNORECASE,
)
SMALL_KIND = re.compile(r"(session|séance|sessione|sesión|sessão|sitzung)\s+(?=[«“„\"]?\s?[A-ZÀ-Þ][a-zß-ÿ’'])")
"""Written small before a title: "séance Collecter les tracts"."""
NOWHERE: frozenset[str] = frozenset()
FEWEST_ALIKE, MOSTLY, MOST_WORDS = 3, 0.7, 5
LONGEST_TITLE = 300
LONGEST_ABSTRACT = 4_000
MOST_PEOPLE = 12


def cells_of(entry: Entry, habits: Habits) -> dict[str, str]:
    """Return what an entry tells, by field."""
    cells = {name: "" for name in ("title", "speakers", "chairs", "room", "track", "language", "kind", "notes")}
    cells |= {"time": entry.time, "title": entry.title, "abstract": "", "speakers": entry.people, "kind": entry.kind}
    said, signs = told_by_signs(entry.lines)
    place, said = _place_ahead(said) if not entry.title and not entry.room else (entry.room, said)
    cells |= {"room": place, **signs}
    if not entry.title:
        said = _without_room(said, cells, habits)
    ahead = _ahead(entry, said, habits)
    if ahead is not None:
        cells["notes"] = ahead.mark
        cells |= {"title": ahead.title[:LONGEST_TITLE], "speakers": ahead.people, "kind": ahead.kind}
        for line in filter(None, (*unwrapped(ahead.behind.split("\n"), habits.employers), *said[1:])):
            _sort(line, cells, habits)
        said = []
    said = without_signs(said) if entry.title == "" else said
    said = [*said[:1], *unwrapped(said[1:], habits.employers)]
    titled = 0 if entry.title else 1
    lines = [*said[:titled], *(part for line in said[titled:] for part in place_apart(line, habits.rooms))]
    lines = with_chair_named([part for line in lines for part in by_labels(bare_place(line, habits.rooms))])
    for at, line in enumerate(lines):
        if line and _take_facts(line, cells, habits, first=at == 0 and not entry.title):
            continue
        if not line or at == 0 and not entry.title and _is_ahead(entry, line, lines[1:], habits):
            cells["speakers"] = line
        elif at == 0 and not entry.title and (not says_changed(line) or without_mark(line) != line):
            _take(line, cells, habits)
        else:
            _sort(line, cells, habits)
    room = cells["room"]
    if not cells["title"] and room not in habits.rooms and (cells["speakers"] or room.endswith(("?", "!"))):
        cells |= {"title": room, "room": ""}  # "Theatre as therapy"
    _place_by_headings(entry, cells, habits)
    kind = cells["kind"] or " ".join(cells["title"].split()[:1])
    if not cells["speakers"] and not entry.holds_talks and kind_of(kind, cells["title"], False) == "workshop":
        cells["speakers"], cells["chairs"] = cells["chairs"], ""  # who leads a workshop is who teaches it
    return {name: text for name, text in cells.items() if text or name in ("title", "speakers", "room", "abstract")}


def _place_by_headings(entry: Entry, cells: dict[str, str], habits: Habits) -> None:
    """Put the room of the headings above into cells that have none; how many it has places for is a remark."""
    title = cells["title"]
    is_apart = entry.held_in is not None or bool(BREAK_TITLES.search(title) or SOCIAL_TITLES.search(title))
    others = [
        room_beside_day(text)
        for text in entry.above
        if (not _is_day_of(entry, text) or not is_apart and room_beside_day(text) != text)
        and (entry.among is None or not day_in(text))  # its section knows where it is held
    ]
    if others and not cells["room"] and ROOM_WORDS.search(others[-1]) and len(others[-1]) < LONGEST_ROOM:
        cells["room"] = others[-1]
    if not cells["room"]:
        cells["room"] = next((text for text in reversed(others) if text in habits.rooms), "")
    cells["room"], seats = without_seats(cells["room"])
    cells["notes"] = "\n".join(filter(None, (cells["notes"], seats)))


def _is_day_of(entry: Entry, text: str) -> bool:
    return bool(entry.day) and entry.day in (text, day_in(text))


def _without_room(lines: Sequence[str], cells: dict[str, str], habits: Habits) -> list[str]:
    """Return lines without the room in brackets behind the first or the last, which goes into the cells."""
    kept = [*lines]
    for at in (0, -1) if kept else ():
        if not cells["room"]:
            kept[at], cells["room"] = without_room(kept[at], habits.rooms)
    return kept


def _ahead(entry: Entry, said: Sequence[str], habits: Habits) -> Ahead | None:
    """Return what the first line says that names people beside its title; a question may be followed by names."""
    if not said or entry.title or asked_of(said[0]) is not None:
        return None
    apart = told_with_stops(said[0], habits.rooms)
    return apart or told_ahead(said[0], habits.names_ahead, habits.names_behind)


def _place_ahead(lines: Sequence[str]) -> tuple[str, list[str]]:
    """Return the room that stands alone before the title, "in Sala Blu, in parallelo", and the lines without it."""
    head, _, rest = lines[0].partition(",") if lines else ("", "", "")
    is_room = ROOM_WORDS.search(head) is not None and not only_begins_like_a_room(head)
    room = place_in(head, NOWHERE) if is_room else ""
    is_alone = bool(room) and (not rest.strip() or PARALLEL.fullmatch(rest) is not None)
    label = labelled(lines[1]) if len(lines) > 1 else None
    titled = len(lines) > 1 and title_in(lines[1]) and (label is None or not names_people(label[1], True))
    titled = titled and not surely_names_people(lines[1])
    return (room, [*lines[1:]]) if is_alone and titled else ("", [*lines])


def _take_facts(line: str, cells: dict[str, str], habits: Habits, *, first: bool) -> bool:
    """Put each sentence of a line where it belongs; return whether it was a line of such sentences."""
    said: Sequence[tuple[str, str]] = facts_in(line, habits.rooms) if first or not says_changed(line) else ()
    if first:
        title, said = behind_title(said)
        if not title or not said:
            return False
        cells["title"] = title.strip(" *_")[:LONGEST_TITLE]
    rest = ". ".join(text for kind, text in said if kind == "rest")
    for kind, text in said:
        if kind != "rest":
            _tell(kind, text, cells)
    if rest:
        cells["abstract"] = f"{cells['abstract']}\n{rest}{'' if rest[-1] in '!?…' else '.'}".strip()[:LONGEST_ABSTRACT]
    return bool(said)


def _is_ahead(entry: Entry, line: str, below: Sequence[str], habits: Habits) -> bool:
    """Return whether a first line is who speaks, and the title follows: as proceedings list papers."""
    if not below or not names_people(line, habits.employers) or ROOM_WORDS.search(line):
        return False
    sure = habits.people_first and entry.held_in is not None or len(people_in(line)) > 1
    return sure and not _is_fact(below[0], habits)


def _is_fact(line: str, habits: Habits) -> bool:
    is_room = line in habits.rooms or len(line) < LONGEST_ROOM and ROOM_WORDS.search(line) is not None
    is_room = is_room and not only_begins_like_a_room(line)
    return bool(is_room or names_people(line, habits.employers) or _is_labelled(line) or says_changed(line))


def _is_labelled(line: str) -> bool:
    label = LABEL.match(line)
    return labelled(line) is not None or label is not None and best_name(label[1])[0] in LABELLED


def _sort(line: str, cells: dict[str, str], habits: Habits) -> None:
    """Put a line that is not the first where it belongs."""
    line = names_alone(line, habits.employers)
    line = line if habits.employers else with_role(line)
    if says_changed(line):
        _add("notes", line.strip("()[]"), cells)
    elif told := facts_apart(line, habits.rooms):
        _put(told, cells)
    elif named := _named(line, cells, habits):
        _add(*named, cells)
    elif not cells["room"] and (both := venue_in_brackets(line) or people_and_place(line, habits.rooms)):
        _put(both, cells)
    elif not cells["room"] and (room := _room_in(line, habits)):
        cells["room"] = room
    elif names_people(line, habits.employers) and not ROOM_WORDS.match(line):
        _add("speakers", line, cells)
    elif not cells["title"]:
        _take(line, cells, habits)
    elif pieces := _pieces_of(line, habits):
        for kind, text in pieces:
            _tell(kind, text, cells)
    else:
        bare = bracket[1] if (bracket := WHOLE_BRACKET.fullmatch(line)) else line
        cells["abstract"] = f"{cells['abstract']}\n{bare}".strip()[:LONGEST_ABSTRACT]


def _named(line: str, cells: dict[str, str], habits: Habits) -> tuple[str, str] | None:
    """Return what a line's label says that it is, and the rest; what is given by those whom it names is the kind."""
    if (given := given_by(line)) is not None:
        cells["kind"] = cells["kind"] or given[1]
        return given[0], given[2] if habits.employers else with_role(given[2])
    role = labelled(line)
    if role and (not cells["room"] if role[0] == "room" else names_people(role[1], True)):
        return role
    named, dot, rest = role[1].partition(" · ") if role else ("", "", "")
    if role and dot and role[0] != "room" and names_people(named, True):  # "Leader: Bo Lie · bring boots"
        cells["abstract"] = f"{cells['abstract']}\n{rest}".strip()[:LONGEST_ABSTRACT]
        return role[0], named
    label = LABEL.match(line)
    wanted, score = best_name(label[1]) if label else (None, 0.0)
    is_free = wanted in LABELLED and score > 0.5 and not cells[str(wanted)]
    return (str(wanted), label[2]) if label and is_free else None


def _room_in(line: str, habits: Habits) -> str:
    bracket = WHOLE_BRACKET.match(line)
    if line.casefold() in {room.casefold() for room in habits.rooms}:
        return bracket[1] if bracket else line
    if numbered_hall(line):
        return line
    if len(line) >= LONGEST_ROOM or not ROOM_WORDS.search(line) or is_sentence(line) or _pieces_of(line, habits):
        return ""
    if only_begins_like_a_room(line):
        return ""
    is_people = names_people(line, habits.employers) and not ROOM_WORDS.match(line)
    return bracket[1] if bracket else "" if is_people else line


def _put(told: Sequence[tuple[str, str]], cells: dict[str, str]) -> None:
    """Put the facts of a line where they belong; the words of a language that say more are a remark too."""
    for kind, text in told:
        if kind == "end":
            cells["time"] = ends_at(cells["time"], text)
        elif kind == "language":
            cells["language"] = cells["language"] or language_in(text)
            if len(text.split()) > 1:
                _add("notes", text, cells)
        else:
            _tell(kind, text, cells)


def _tell(kind: str, text: str, cells: dict[str, str]) -> None:
    """Put a fact where it belongs; a session has one room, and another that it names is a remark."""
    if kind != "room" or not cells["room"]:
        _add(kind, text, cells)
    elif text.casefold() not in cells["room"].casefold():
        _add("notes", text, cells)


def _add(kind: str, text: str, cells: dict[str, str]) -> None:
    cells[kind] = f"{cells[kind]}\n{text}".strip()


def _pieces_of(line: str, habits: Habits) -> list[tuple[str, str]]:
    """Return the room and the people that a line is made of; nothing where it holds anything else."""
    pieces = [piece.strip() for piece in PIECES.split(line) if piece and piece.strip()]
    if len(pieces) < 2 or len(line) > LONGEST_TITLE:
        return []
    found: list[tuple[str, str]] = []
    for piece in pieces:
        is_room = piece in habits.rooms or len(piece) < LONGEST_ROOM and ROOM_WORDS.search(piece) is not None
        if not is_room and not names_people(piece, habits.employers):
            return []
        bracket = WHOLE_BRACKET.fullmatch(piece) if is_room else None
        found.append(("room" if is_room else "speakers", bracket[1] if bracket else piece))
    return found


def title_in(rest: str) -> bool:
    """Return whether a line names a session after its time, and not only the room or who speaks."""
    if BREAK_TITLES.match(rest) or SOCIAL_TITLES.match(rest):
        return True
    led = labelled(rest)
    if led is not None and led[0] == "chairs" and ":" in rest and names_people(led[1], True):
        return False
    pieces = [piece for piece in PIECES.split(without_place(rest)) if piece.strip()]
    pieces = [part for piece in pieces for said in sentences_of(piece) for part in said.split(", ")]
    told = (one for one in pieces if not _may_be_room(one) and not looks_like_person(BRACKETS.sub("", one) or one))
    return any((label := labelled(piece)) is None or not names_people(label[1], True) for piece in told)


def are_places(told: Sequence[tuple[str, str]]) -> bool:
    """Return whether what stands behind the times right below headings is where these are held.

    It surely is no title in most of them; or in half, and the others are as short and tell from when to when.
    """
    untitled = sum(not title_in(rest) for _, rest in told)
    if untitled >= max(FEWEST_ALIKE, MOSTLY * len(told)):
        return True
    is_alike = all(len(rest.split()) <= MOST_WORDS and not any(one in rest for one in ".:;?!") for _, rest in told)
    is_whole = all(read_when(time).end is not None for time, _ in told)
    return len(told) >= FEWEST_ALIKE and untitled > 1 and 2 * untitled >= len(told) and is_alike and is_whole


def _may_be_room(piece: str) -> bool:
    """Return whether a piece of a line may be where a session is held, and is no sentence that holds such a word."""
    if ROOM_WORDS.search(piece) is None:
        return False
    return ROOM_WORDS.match(piece) is not None or len(piece) < LONGEST_ROOM and not any(one in piece for one in "?!")


def _take(line: str, cells: dict[str, str], habits: Habits) -> None:
    """Cut a line into the title, and where they stand behind it, the room and who speaks."""
    if (small := SMALL_KIND.match(line.strip(" *_"))) is not None and not cells["title"]:
        cells["kind"], line = cells["kind"] or small[1], line.strip(" *_")[small.end() :]
    title, told = facts_behind(line.strip(" *_"), habits.rooms)
    _put(told, cells)
    if title.endswith(".") and len(alone := sentences_of(title)) == 1:
        title = alone[0].strip(" *_")
    if not cells["speakers"] and (held := held_by(title) or behind_slash(title)) is not None:
        title, cells["speakers"] = held
    while (cut := _last_part(title, habits)) is not None and (kind := _kind(cut[1], habits)) and not cells[kind]:
        title, cells[kind] = cut
    if not cells["speakers"] and (held := held_by(title)) is not None:  # "Reeds, with Ada Orr (Ely) – Blue Room"
        title, cells["speakers"] = held
    is_place = ROOM_WORDS.match(title) is not None and not only_begins_like_a_room(title)
    kind = _kind(title, habits) if cells["title"] or is_place else None
    if kind is not None and not cells[kind]:
        cells[kind] = title
    elif title and not cells["title"]:
        cells["title"] = title[:LONGEST_TITLE]


def _last_part(title: str, habits: Habits) -> tuple[str, str] | None:
    """Return a line without its last part, and the part: in brackets, behind a dash, or a room behind a comma."""
    dashes = list(PIECES.finditer(title))
    tail = title[dashes[-1].end() :].strip(" *_") if dashes and dashes[-1].start() > 0 else ""
    if is_in_a_house(tail):
        return title[: dashes[-1].start()].strip(" *_"), tail
    head, *both = title.rsplit(", ", 2)
    if len(both) > 1 and ", ".join(both) in habits.rooms:
        return head, ", ".join(both)
    head, comma, last = title.rpartition(", ")
    is_room = len(last) < 40 and ROOM_WORDS.match(last) is not None and not PIECES.search(last)
    is_room = is_room and not any(one in last for one in "(?!")
    if comma and (is_room or last in habits.rooms):
        return head, last
    found = BRACKETS.search(title)
    if tail and found and _kind(tail, habits) == "speakers" and _kind(found[1], habits) is None:
        return title[: dashes[-1].start()].strip(" *_"), tail  # "Title – Anna Kern (University)"
    if found and found.start() > 0:
        return title[: found.start()].strip(" *_"), found[1]
    if tail and _kind(tail, habits):
        return title[: dashes[-1].start()].strip(" *_"), tail
    return (head, last) if comma and len(last) < 40 and _kind(last, habits) == "room" else None


def _kind(text: str, habits: Habits) -> str | None:
    if text in habits.rooms:
        return "room"
    if says_changed(text):
        return "notes"
    label = labelled(text)
    if label is not None and label[0] == "chairs" and names_people(label[1], True):
        return "chairs"
    is_asked = text.endswith(("?", "!"))
    if len(text) < LONGEST_ROOM and not is_asked and (ROOM_WORDS.search(text) or MEETING.match(text)):
        return "room"
    is_employed = habits.employers and "," in text and names_people(text, employers=True)
    return "speakers" if is_employed or _names_people(text) else None


def _names_people(text: str) -> bool:
    if len(text) > 200 or ROOM_WORDS.match(text):
        return False
    people = people_in(text)
    return 0 < len(people) <= MOST_PEOPLE and all(looks_like_person(person.name) for person in people)
