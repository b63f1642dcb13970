"""The rooms of the halves of days that sentences tell: "Mornings in the Oak Room, afternoons in the Elm Room"."""

import re
from collections.abc import Iterable, Sequence, Set
from datetime import time
from itertools import pairwise

from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.sheets.cells import SECTION_DAY
from charlotte.congress.importers.shapes.texts.sections import is_at_ease, place_in
from charlotte.congress.importers.shapes.texts.usual_room import (
    EVERYTHING,
    HELD,
    PLACE,
    SENTENCES,
    SESSIONS,
    is_on_the_way,
    place_named,
)
from charlotte.congress.importers.shapes.times.day_line import day_in, is_day
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import best_name

Span = tuple[time, time]
HALVES: tuple[tuple[re.Pattern[str], Span], ...] = (
    (
        re.compile(
            r"\b(?:mornings?|matin(?:[ée]es?|s)?|vormittage?s?|mattin[aeo]|mattinat[ae]|ma[ñn]anas?)\b", re.IGNORECASE
        ),
        (time(6), time(12)),
    ),
    (
        re.compile(r"\b(?:afternoons?|apr[èe]s-midi|nachmittage?s?|pomeriggi[o]?|tardes?)\b", re.IGNORECASE),
        (time(12), time(18)),
    ),
)
CLAUSES = re.compile(
    r"\s*[,;.:]\s+(?:(?:und|and|et|e|y|while|mentre|tandis que|mientras(?: que)?|während)\s+)?|"
    r"\s+(?:und|and|et|e|y|while|mentre|tandis que|mientras(?: que)?|während)\s+"
)
FILLERS = frozenset(
    "the of in at on are is be will take place held all those le la les l celles ceux du de des d au en il lo i gli "
    "del della dei delle quelle quelli al nel nella si am im der die das den des dem von alle sind ist finden findet "
    "statt el los las por para se son toutes tous tutte tutti todas todos vom zum sessions part programme program "
    "programma programa programm".split()
)
COMMA = re.compile(
    r"(?:(?<=mañana)|(?<=tarde)|(?<=mornings)|(?<=afternoons)|(?<=vormittags)|(?<=nachmittags)|(?<=mattina)|"
    r"(?<=-midi)),\s+(?=(?:en|in|im|au|à|at|nel|nella)\s)",
    re.IGNORECASE,
)
"""Between a half of a day and where it is held: "por la mañana, en el Salón Rojo"."""
WORD = re.compile(r"[^\W\d_]+")
LONGEST = 250
FEWEST = 2


def with_rooms_of_halves(tables: Sequence[Table], texts: Iterable[str], rooms: Set[str]) -> None:
    """Put the rooms of mornings and afternoons into the rows without one; those below a day are of this day only."""
    lines = [line.strip() for text in texts for line in text.split("\n") if line.strip()]
    told = [(day, half) for day, line in pairwise(["", *lines]) for half in rooms_of_halves(line, rooms)]
    for row in (row for table in tables for row in table.rows) if told else ():
        if row.parent is not None or is_at_ease(row) or is_on_the_way(row) or (start := _start(row)) is None:
            continue
        on = day_in(row.text(SECTION_DAY))
        for day, ((first, last), room) in told:
            if first <= start < last and (not is_day(day) or not on or day_in(day) == on):
                _place(row, room)
                break


def rooms_of_halves(line: str, rooms: Set[str]) -> list[tuple[Span, str]]:
    """Return the room of each half of a day that a sentence tells; nothing where it says anything else."""
    told: list[tuple[Span, str]] = []
    if not any(words.search(line) for words, _ in HALVES):
        return told
    for sentence in SENTENCES.split(COMMA.sub(" ", line)):
        found = [half for clause in CLAUSES.split(sentence) if clause and (half := _told(clause, rooms)) is not None]
        is_of_all = EVERYTHING.search(sentence) is not None and SESSIONS.search(sentence) is not None
        if len(sentence) <= LONGEST and (is_of_all or told or len(found) >= FEWEST):
            told += found
    return told


def _told(clause: str, rooms: Set[str]) -> tuple[Span, str] | None:
    halves = [(found, span) for words, span in HALVES if (found := words.search(clause)) is not None]
    places = [found for found in PLACE.finditer(clause) if not any(words.search(found[0]) for words, _ in HALVES)]
    if len(halves) != 1 or len(places) != 1:
        return None
    (half, span), place = halves[0], places[0]
    rest = HELD.sub(" ", clause.replace(place[0], " ", 1).replace(half[0], " ", 1))
    said = [word for word in WORD.findall(rest) if word.casefold() not in FILLERS and SESSIONS.match(word) is None]
    name = place_named(place)
    known = next((room for room in rooms if room.casefold() == name.casefold()), name)
    return None if said else (span, known)


def _start(row: Row) -> time | None:
    told = (row.text(column) for column in row.cells if column == "time" or best_name(column)[0] == "start")
    return next((when.start for text in told if (when := read_when(text, hint="clock")).start is not None), None)


def _place(row: Row, room: str) -> None:
    if not any(best_name(column)[0] == "room" for column in row.cells):
        row.cells["room"] = ""
    place_in(row, room)
