"""Whether a list of people is written with the last name first."""

import re
from collections.abc import Iterable, Sequence

from charlotte.congress.importers.nobody import is_nobody
from charlotte.congress.importers.shapes.people.name_order import BRACKET, BREAKS, NUMBERS, TITLE, without_footnotes
from charlotte.congress.importers.shapes.people.names import COMPANY, PARTICLES

MOSTLY = 0.9
ALONE = 0.4
"""Of the names, those with one word before the comma: so few people go by one name that these are surnames."""
PATRONYMIC = re.compile(r"\w{2,}[eéíáó]z|garc[ií]a|mar[ií]n|ruiz", re.IGNORECASE)
"""The first of two surnames, as nobody is called by their first name: "Gómez Prado, Luis"."""
LONGEST = 3
"""Words of first names, and of last names without their particles."""


def writes_last_name_first(cells: Iterable[str]) -> bool:
    """Return whether a column writes `Rossi, Maria`: one comma in each name, and others between the names."""
    told = [cell.strip() for cell in cells]
    numbered = sum(1 for cell in told if NUMBERS.search(cell)) >= MOSTLY * len(told)
    pieces = [
        piece for cell in told for piece in BREAKS.split(without_footnotes(cell)) if piece and not is_nobody(piece)
    ]
    bare = [BRACKET.sub("", TITLE.sub("", piece)).strip() for piece in pieces]
    commas = [piece for piece in bare if piece.count(",") == 1]
    if len(bare) < 2 or len(commas) < MOSTLY * len(bare):  # noqa: PLR2004 - one name says nothing
        return False
    acronyms = [piece for piece in commas if piece.rpartition(",")[2].strip().isupper() and not piece.isupper()]
    return not acronyms and (_are_short(commas) or _are_names(commas, numbered))


def _are_short(pieces: Sequence[str]) -> bool:
    """Return whether nearly all have one or two words on each side of the comma, and one on either.

    Where two words stand before it everywhere, these are whole names with a town behind: "Jane Dow, Leeds".
    """
    single = [piece for piece in pieces if all(len(part.split()) <= 2 for part in piece.split(","))]  # noqa: PLR2004
    short = [piece for piece in single if any(len(part.split()) == 1 for part in piece.split(","))]
    surnames = [piece for piece in pieces if _begins_with_surname(piece.partition(",")[0].split())]
    return len(short) >= MOSTLY * len(pieces) and bool(surnames)


def _begins_with_surname(words: Sequence[str]) -> bool:
    return len(words) == 1 or bool(words) and PATRONYMIC.fullmatch(words[0]) is not None


def _are_names(pieces: Sequence[str], numbered: bool) -> bool:
    """Return whether names stand on both sides of the comma, and many surnames alone before it.

    Those whose employers are numbered have none behind a comma.
    """
    named = [piece for piece in pieces if not COMPANY.search(piece) and all(map(_is_name, piece.split(",")))]
    alone = [piece for piece in pieces if len(piece.partition(",")[0].split()) == 1]
    return len(named) >= MOSTLY * len(pieces) and (numbered or len(alone) >= ALONE * len(pieces))


def _is_name(part: str) -> bool:
    words = [word for word in part.split() if word.casefold() not in PARTICLES]
    return 0 < len(words) <= LONGEST and all(word[0].isupper() or not word[0].isalpha() for word in words)
