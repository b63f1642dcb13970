"""What columns are called, without what their header says of how they are to be filled in."""

import re
from collections.abc import Collection

from charlotte.congress.importers.shapes.times.when import Order
from charlotte.congress.importers.shapes.values.words import best_name

REQUIRED = re.compile(r"^\s*\*+\s*|\s*\*+\s*$")
"""The star of a column that must be filled in."""
OPTIONAL = re.compile(
    r"\s*[(\[]\s*(?:optional|facultati[fv][eao]?|opzionale|opcional|required|obligatoire|ob{1,2}ligatori[oa]|"
    r"pflichtfeld|erforderlich|mandatory|freiwillig|(?:[dmyjatg]{2,4}[./-]){2}[dmyjatg]{2,4}|h{1,2}:m{1,2}(?:\s*am/pm)?)"
    r"\s*[)\]]",
    re.IGNORECASE,
)
"""What a bracket says of a column but not of what stands in it: `(optional)`, `(MM/DD/YYYY)`."""

WRITTEN = re.compile(
    r"(?<![^\W\d_])(?P<first>[dmjtg]{1,2})(?P<mark>[./-])(?P<second>[dmjtg]{1,2})"
    r"(?:(?P=mark)(?:y{2,4}|a{2,4}|j{2,4}))?(?![^\W\d_])",
    re.IGNORECASE,
)
"""How a header says that days are written: `(MM/DD/YYYY)`, `TT.MM.JJJJ`, `jj/mm/aaaa`."""
INSTRUCTION = re.compile(r"\s*\([^()]*\)\s*$")
LONGEST = 40
"""Letters of a name; a longer one explains itself."""


def unmarked(name: str) -> str:
    """Return a name without the star or the bracket that says whether, or in which form, it must be filled in."""
    return REQUIRED.sub("", OPTIONAL.sub("", REQUIRED.sub("", name))).strip()


def label(cell: str) -> str:
    """Return what a cell of a header calls its column, without how the column is to be filled in.

    Of a long one, the bracket at its end or what stands below its first line is dropped where the rest names the
    column more surely; "Ora" above "di fine" is one name.
    """
    told = unmarked(cell)
    if len(told) > LONGEST:
        shorter = (INSTRUCTION.sub("", told), told.partition("\n")[0].strip())
        told = max((told, *filter(None, shorter)), key=lambda one: best_name(one)[1])
    return told or cell


def order_told(cell: str) -> Order | None:
    """Return whether the day or the month comes first where a cell of a header says so."""
    found = WRITTEN.search(cell)
    parts = (found["first"].casefold()[0], found["second"].casefold()[0]) if found is not None else ("", "")
    if "m" not in parts or parts[0] == parts[1]:
        return None
    return "mdy" if parts[0] == "m" else "dmy"


def called_now(name: str, columns: Collection[str]) -> str:
    """Return which of a table's columns somebody means who wrote its name down as its header has it."""
    return name if name in columns or (shorter := label(name)) not in columns else shorter
