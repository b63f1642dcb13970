"""Workbooks as offices make them, and what an import read of them."""

import io
from collections.abc import Mapping, Sequence

import openpyxl

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Agenda, Session

FACTS = Facts(id="invented", timezone="Europe/Vienna", start_date=day("2027-03-05"), end_date=day("2027-03-06"))


def agenda(*files: tuple[str, bytes | str]) -> Agenda:
    """Import files together, as for a congress on 5 and 6 March 2027."""
    documents = [Document(name, raw if isinstance(raw, bytes) else raw.encode()) for name, raw in files]
    return read_tables(documents, FACTS).agenda


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]], merged: Mapping[str, Sequence[str]] = {}) -> bytes:
    """Return a spreadsheet of sheets of rows, with the areas that are merged in each."""
    book = openpyxl.Workbook()
    del book["Sheet"]
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
        for area in merged.get(name, ()):
            page.merge_cells(area)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def told(session: Session) -> tuple[str, str, str | None]:
    """Return the day and the start, the end and the room of a session."""
    assert session.start is not None and session.end is not None
    return f"{session.start:%d %H:%M}", f"{session.end:%H:%M}", session.room


def people(session: Session) -> tuple[list[str], list[str]]:
    """Return who speaks and who chairs."""
    return [one.name for one in session.speakers], [one.name for one in session.chairs]
