"""The room of a whole sheet: told above its header, in a row with the day or behind a label, or in the sheet's name."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from charlotte.congress.importers.shapes.times.calendar_words import DAY_WORDS, months, weekdays
from charlotte.congress.importers.shapes.times.day_line import day_in
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.words import best_name
from charlotte.congress.search.folding import fold

LONGEST = 60
SURELY = 0.9
NUMBER = re.compile(r"\d{1,2}(?:[./-]\d{1,2})?(?:[./-](?:\d{4}|\d{2})?)?\.?")
DATE = re.compile(r"\d{1,2}[./-]\d{1,2}(?:[./-](?:\d{4}|\d{2})?)?")
SIGNS = " -–—|·,;:()[]_"


def room_above(above: Sequence[Sequence[str]], room_in: Callable[[str], str]) -> str:
    """Return the one room that rows above a header name; `room_in` is the room that a cell is."""
    told = {room for row in above for room in _rooms(row, room_in) if room}
    return told.pop() if len(told) == 1 else ""


def _rooms(row: Sequence[str], room_in: Callable[[str], str]) -> Iterator[str]:
    cells = [cell for cell in dict.fromkeys(row) if cell]
    beside = zip_longest(cells, cells[1:], fillvalue="")
    for at, (cell, following) in enumerate(beside):
        bare = cell.rstrip(" :")
        if bare == cell and best_name(following)[1] >= SURELY:
            continue  # a header's next name
        is_label = ROOM_WORDS.fullmatch(bare) is not None and (bare != cell or len(cells) % 2 == 0 and at % 2 == 0)
        if room_in(bare) and (told := labelled_room(f"{bare}: {following}" if is_label else cell)):
            yield told
    if len(cells) > 1 and any(map(day_in, cells)):
        yield from (room_in(cell) for cell in cells if not day_in(cell) and not ROOM_WORDS.fullmatch(cell.rstrip(" :")))


def labelled_room(line: str) -> str:
    """Return the room behind a label, "Room: Harbour Stage", "Raum: Aula"; what is called "Room: 3" is "Room 3".

    What names another column is none.
    """
    label, _, said = (part.strip() for part in line.partition(":"))
    if not said or len(said) > LONGEST or ROOM_WORDS.fullmatch(label) is None:
        return ""
    field, score = best_name(said)
    if day_in(said) or score >= SURELY and field != "room":
        return ""
    return f"{label} {said}" if said.isdigit() else said


def without_day(name: str) -> str:
    """Return a sheet's name without the day at its begin or its end: "Fri 8 Oct Blue Hall", "Blue Hall (Sat)"."""
    words = name.replace("_", " ").split()
    while words and (_is_day_word(words[0]) or NUMBER.fullmatch(words[0].strip(SIGNS)) or not words[0].strip(SIGNS)):
        words.pop(0)
    while words and (_is_day_word(words[-1]) or DATE.fullmatch(words[-1].strip(SIGNS)) or not words[-1].strip(SIGNS)):
        words.pop()
    return " ".join(words).strip(SIGNS)


def _is_day_word(word: str) -> bool:
    said = fold(word).strip(SIGNS + ".")
    return said in weekdays() or said in months() or said in DAY_WORDS.split("|")
