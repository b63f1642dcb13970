"""Which rows of a table, or items of a list, a question picks: all of hall 2, the cheapest one, each of few. Pure."""

import re
from collections.abc import Sequence

from charlotte.congress.search.folding import fold
from charlotte.knowledge.quotes.kinds import asked
from charlotte.knowledge.units import Unit

_PLACE = re.compile(r"(?<!\w)([^\W\d]{3,}) (\d{1,3}[a-z]?|[A-Z])(?![\w:.,]?\d|\w)")
"""A kind of place with its number or letter: "hall 2", "Saal B"."""
_FIELD = re.compile(r"(?:^|; )(?:[^;:]+: )?([^;]+)")
_NAME = re.compile(r"(?:^|; )([^;:]{1,40}): ")
_PRICE = re.compile(
    r"(?:[€£$]|\b(?:eur|chf)) ?(\d+(?:[.,]\d{1,2})?)|(\d+(?:[.,]\d{1,2})?) ?(?:[€£$]|(?:eur|euros?|chf|franken)\b)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
FEWEST = 2
MOST = 6
"""Rows that are told where each is asked for."""
ALIKE = 3
"""First letters by which names of a kind of place are one: hall, Halle."""

SAME = (
    frozenset("hall halle padiglione pavillon pabellon".split()),
    frozenset("room sala salle saal raum aula sala".split()),
    frozenset("stand booth banco kiosque caseta".split()),
)
"""Names of a kind of place in the five languages, folded."""


def picked(question: str, said: Sequence[Unit], best: int) -> list[int]:
    """Return the rows that are meant where the likeliest sentence is one of several; nothing where it stands alone."""
    table = [at for at, unit in enumerate(said) if _is_beside(unit, said[best])]
    if len(table) < FEWEST:
        return []
    if "cheapest" in asked(question):
        prices = {at: price for at in table if (price := _price(said[at].text)) is not None}
        return [min(prices, key=prices.__getitem__)] if len(prices) >= FEWEST else []
    if "each" in asked(question):
        telling = [at for at in table if _FIGURE.search(said[at].text)]
        return telling if best in telling and len(telling) <= MOST else []
    if ";" not in said[best].text:
        return []
    for place in _PLACE.finditer(question):
        rows = [at for at in table if _stands_in(said[at].text, place[1], place[2])]
        if rows:
            return rows
    return []


def is_table(said: Sequence[Unit]) -> bool:
    """Return whether most of what a section says are rows of which each names the same columns."""
    named = [tuple(_NAME.findall(unit.text)) for unit in said]
    most = max((named.count(names) for names in named if len(names) > 1), default=0)
    return most >= FEWEST and 2 * most > len(said)


def _is_beside(unit: Unit, best: Unit) -> bool:
    """Return whether a unit is an item of the same list, or a row of the same table."""
    if best.is_item:
        return unit.is_item and unit.above == best.above
    return ";" in best.text and unit.text.partition(":")[0] == best.text.partition(":")[0]


def _stands_in(row: str, kind: str, number: str) -> bool:
    """Return whether a field of a row is that place: "Hall: 2", "Halle 2"."""
    wanted = fold(number)
    for field in _FIELD.finditer(row):
        words = fold(field[1]).split()
        if not words or words[-1] != wanted:
            continue
        named = words[0] if len(words) > 1 else fold(field[0].strip("; ").partition(":")[0])
        if len(words) <= FEWEST and _is_one(named, fold(kind)):
            return True
    return False


def _is_one(kind: str, other: str) -> bool:
    """Return whether two words name a kind of place alike, in one language or in two."""
    return kind[:ALIKE] == other[:ALIKE] or any({kind, other} <= same for same in SAME)


def _price(text: str) -> float | None:
    price = _PRICE.search(text)
    return float((price[1] or price[2]).replace(",", ".")) if price else None
