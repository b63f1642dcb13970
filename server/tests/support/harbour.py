"""A small harbour's forum, which tests write in forms that nobody coded for."""

import io
from zoneinfo import ZoneInfo

import openpyxl

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_programme, read_tables
from charlotte.congress.importers.formats import importer_of
from charlotte.congress.importers.times import day
from charlotte.congress.model import Agenda, Room, Session

ZONE = ZoneInfo("Europe/Berlin")
FACTS = Facts(
    id="hafen",
    timezone="Europe/Berlin",
    venue="Alter Speicher",
    start_date=day("2027-05-07"),
    end_date=day("2027-05-08"),
    rooms=(Room("Blauer Saal"), Room("Speicher 3"), Room("Galerie")),
)


def agenda(*files: tuple[str, str | bytes]) -> Agenda:
    """Read files as an import does."""
    documents = [Document(name, raw.encode() if isinstance(raw, str) else raw) for name, raw in files]
    importer = importer_of(documents[0])
    if importer is not None:
        return read_programme(documents[0], importer, FACTS, (), None).agenda
    return read_tables(documents, FACTS).agenda


def told(session: Session) -> tuple[str, str, str, str | None, list[str]]:
    """Return what most tests compare of a session."""
    start = session.start.astimezone(ZONE).strftime("%d %H:%M") if session.start else ""
    end = session.end.astimezone(ZONE).strftime("%H:%M") if session.end else ""
    return session.title, start, end, session.room, [one.name for one in session.speakers]


def by_title(found: Agenda) -> dict[str, Session]:
    """Return the sessions by their titles."""
    return {one.title: one for one in found.sessions}


def book(rows: list[list[object]], merged: tuple[str, ...] = ()) -> bytes:
    """Return a workbook of one sheet."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


EXPECTED = [
    ("Kaffee", "07 08:30", "09:00", "Galerie", []),
    ("Schlick und Sand", "07 09:00", "09:45", "Speicher 3", ["Jan Petersen"]),
    ("Kutter unter Strom", "08 10:00", "11:00", "Blauer Saal", ["Ines Petersen", "Ragnar Holm"]),
]
