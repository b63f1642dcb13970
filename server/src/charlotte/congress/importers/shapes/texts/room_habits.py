"""Rooms that no word gives away ("Enzian", "B-104"): what most entries say again and again, never two at once."""

import re
from collections import defaultdict
from collections.abc import Iterable

from charlotte.congress.importers.shapes.people.names import looks_like_person
from charlotte.congress.importers.shapes.values.cell_text import ALL_KINDS
from charlotte.congress.importers.wording import BREAK_TITLES, SOCIAL_TITLES, language_code, says_changed

LONGEST = 30
MOST_WORDS = 3
COVERED = 0.6
FEWEST_ENTRIES = 6
PIECES = re.compile(r",\s|\s+[–—|·-]\s+|\s*[()\[\]]\s*|\s*\|\s*")


def repeated_places(entries: Iterable[tuple[str, Iterable[str]]]) -> frozenset[str]:
    """Return what may only be rooms; each entry is its time, and its lines without the title."""
    told = [
        (time, {piece for line in lines for piece in PIECES.split(line) if _may_be(piece)}) for time, lines in entries
    ]
    times: dict[str, list[str]] = defaultdict(list)
    for time, pieces in told:
        for piece in pieces:
            times[piece].append(time)
    rooms = {piece for piece, held in times.items() if len(held) > 1 and len(set(held)) == len(held)}
    covered = sum(1 for _, pieces in told if pieces & rooms)
    enough = len(told) >= FEWEST_ENTRIES and covered >= COVERED * len(told) and len(rooms) > 1
    return frozenset(rooms) if enough else frozenset()


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
