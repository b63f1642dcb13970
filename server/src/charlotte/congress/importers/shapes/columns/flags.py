"""What a row's flags say: that it is cancelled, or that visitors do not see it."""

import re
from collections import Counter
from collections.abc import Iterable

from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.values.states import FLAGS, state_of
from charlotte.congress.importers.shapes.values.words import words_of
from charlotte.congress.importers.wording import is_cancelled

NO = frozenset("false no n 0 non nein falso faux falsch".split())
YES = frozenset("true yes y x 1 si sì sí ja oui s vero verdadero wahr vrai ✓ ✔".split())
MOSTLY = 0.5


def flags_cancelled(cells: Iterable[tuple[str, str]]) -> bool:
    """Return whether a column that is called like it, wherever it lies, says yes to being cancelled."""
    return any(text.casefold() in YES and is_cancelled(f"[{' '.join(_words(column))}]") for column, text in cells)


def flags_hidden(table: Table, row: Row, columns: Iterable[str]) -> bool:
    """Return whether a flag says that a row is not shown; what all rows say alike hides none of them."""
    return any(_hides(table, column, row.text(column).casefold()) for column in columns)


def _hides(table: Table, column: str, said: str) -> bool:
    words = _words(column)
    shown, hidden = words[-1:] and words[-1] in FLAGS, state_of(" ".join(words)) == "left_out"
    if not shown and not hidden:
        return False
    values = Counter(row.text(column).casefold() for row in table.rows)
    if len(values) < 2 or any(value not in YES | NO | {""} for value in values):
        return False
    unset = not said and not any(value in NO for value in values) and values[""] < MOSTLY * len(table.rows)
    return said in YES if hidden else said in NO or unset  # systems that leave an unset box out


def _words(column: str) -> list[str]:
    """Return the words of the last name of a column's path: `flags.isHidden` is "hidden"."""
    last = [part for part in re.split(r"[.\[\]{}]+", column) if part][-1:]
    return [word for part in last for word in words_of(part) if word not in ("is", "was", "has", "been")]
