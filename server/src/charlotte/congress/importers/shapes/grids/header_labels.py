"""Cells of a header that say how a template is filled in, beside what their column holds."""

import re

from charlotte.congress.importers.shapes.values.words import best_name

REQUIRED = re.compile(r"^\s*\*+\s*|\s*\*+\s*$")
"""The star of a column that must be filled in."""
OPTIONAL = re.compile(
    r"\s*[(\[]\s*(?:optional|facultati[fv][eao]?|opzionale|opcional|required|obligatoire|obbligatori[oa]|obligatori[oa]|"
    r"pflichtfeld|erforderlich|mandatory|freiwillig|(?:[dmyjatg]{2,4}[./-]){2}[dmyjatg]{2,4}|h{1,2}:m{1,2}(?:\s*am/pm)?)"
    r"\s*[)\]]",
    re.IGNORECASE,
)
"""What a bracket says of a column but not of what stands in it: `(optional)`, `(MM/DD/YYYY)`."""

INSTRUCTION = re.compile(r"\s*\([^()]*\)\s*$")
LONGEST = 40
"""Letters of a name; a longer one explains itself."""


def label(cell: str) -> str:
    """Return what a cell of a header calls its column, without how the column is to be filled in.

    Of a long one, the bracket at its end or what stands below its first line is dropped where the rest names the
    column more surely; "Ora" above "di fine" is one name.
    """
    told = REQUIRED.sub("", OPTIONAL.sub("", REQUIRED.sub("", cell))).strip()
    if len(told) > LONGEST:
        shorter = (INSTRUCTION.sub("", told), told.partition("\n")[0].strip())
        told = max((told, *filter(None, shorter)), key=lambda one: best_name(one)[1])
    return told or cell
