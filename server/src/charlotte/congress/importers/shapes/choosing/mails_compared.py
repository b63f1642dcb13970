"""Mails that follow each other: a later one names rooms as the first did, and may tell a single session anew."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.shapes.drafting.later_mails import title_key
from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.sources import readings_of
from charlotte.congress.importers.shapes.texts.pages import TEXTS, tables_in_text

Readings = tuple[tuple[Table, ...], ...]


def with_mails_compared(
    documents: Sequence[Document], readings: Sequence[Readings], rooms: frozenset[str], days: frozenset[date]
) -> list[Readings]:
    """Return the readings of documents, those of mails with the rooms that the others name.

    Of a text that is too short for a programme those lines are read that tell a session of another mail.
    """
    found = list(readings)
    mails = [at for at, one in enumerate(documents) if one.sent and one.name.casefold().endswith(TEXTS)]
    if len(mails) < 2:
        return found
    told = [table for at in mails for tables in found[at] for table in tables if table.named_here]
    titles = {title_key(title) for title in _values(told, "title")}
    known = rooms | {*_values(told, "room")}
    for at in mails:
        if any(table.named_here for tables in found[at] for table in tables):
            found[at] = readings_of(documents[at], known, days)
            continue
        tables = tables_in_text(documents[at], known, fewest=1)
        kept = [
            replace(table, rows=rows)
            for table in tables
            if (rows := tuple(row for row in table.rows if title_key(row.text("title")) in titles))
        ]
        found[at] = (tuple(kept),) if kept else found[at]
    return found


def _values(tables: Sequence[Table], column: str) -> Iterator[str]:
    return (value for table in tables for value in table.values(column))
