"""Rows by what they are called: by the title, the title without the label before it, or the label alone."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.values.session_labels import is_label
from charlotte.congress.importers.wording import plain, without_mark
from charlotte.congress.search.folding import fold

AHEAD = re.compile(r"(?P<label>[^:–—|·]{1,30}?)(?::\s+|\s+[–—|·-]\s+|[.)]\s+)(?=\S)")
CODE = re.compile(r"[A-Z]{0,3}[-. ]?\d{1,3}[a-z]?|[A-Z]|[IVX]{1,5}")
"""What sessions are numbered by: `S1`, `3`, `IV`."""


def rows_called(table: Table, column: str | None) -> Mapping[str, Row]:
    """Return the rows of a table by all that they are called in a column and no other row is."""
    told = [(row, [*names_of(row.text(column))]) for row in table.rows if row.text(column)] if column else []
    counted = Counter(name for _, names in told for name in {*names})
    return {name: row for row, names in told for name in names if counted[name] == 1}


def row_called(text: str, rows: Mapping[str, Row]) -> Row | None:
    """Return the row that a text names, with or without a label before it."""
    names = [*names_of(text)]
    return next((rows[name] for name in names[:2] if name in rows), None)


def names_of(text: str) -> Iterator[str]:
    """Yield, folded, a title, and where a label stands before it, the title alone and the label: "S1 – Bees"."""
    said = without_mark(plain(text)).strip()
    if not said:
        return
    yield _folded(said)
    found = AHEAD.match(said)
    label = found["label"].strip() if found is not None else ""
    if found is not None and (CODE.fullmatch(label) or is_label(label)):
        yield _folded(said[found.end() :])
        yield _folded(label)


def _folded(text: str) -> str:
    return " ".join(fold(text).split())
