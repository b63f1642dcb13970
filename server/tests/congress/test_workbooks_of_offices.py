"""Workbooks and delimited files as offices keep them: their own date, days on sheets, files that go together."""

import io
from collections.abc import Mapping, Sequence
from datetime import time

import openpyxl
import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.shapes.day_line import day_above, without_stamp
from charlotte.congress.importers.times import day
from charlotte.congress.model import Agenda, Session

FACTS = Facts(id="invented", timezone="Europe/Vienna", start_date=day("2027-03-05"), end_date=day("2027-03-06"))


def agenda(*files: tuple[str, bytes | str]) -> Agenda:
    documents = [Document(name, raw if isinstance(raw, bytes) else raw.encode()) for name, raw in files]
    return read_tables(documents, FACTS).agenda


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]], merged: Mapping[str, Sequence[str]] = {}) -> bytes:
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
    assert session.start is not None and session.end is not None
    return f"{session.start:%d %H:%M}", f"{session.end:%H:%M}", session.room


@pytest.mark.parametrize(
    ("sheets", "line", "stamp"),
    [
        (("Freitag", "Samstag"), "", "Stand: 12.2.2027"),
        (("Freitag", "Samstag"), "", "Stand 12. Februar 2027, 14:30 Uhr"),
        (("venerdì", "sabato"), "", "aggiornato al 12/02/2027"),
        (("Vendredi 5 mars", "Samedi 6 mars"), "Programme des journées", "Mis à jour le 12 février 2027"),
        (("viernes", "sábado"), "", "Última actualización: 12/02/2027 10:15"),
        (("Day 1 (5 March)", "Day 2 (6 March)"), "Programme", "Version 3 of 12 February 2027"),
    ],
)
def test_the_date_of_the_paper_is_no_day_of_the_programme(sheets: tuple[str, str], line: str, stamp: str) -> None:
    rows = [[line, None, stamp], ["", None, None], ["Start", "Title", "Room", "Speaker", "End"]]
    held = [[time(9), "Hooves in practice", "Barn", "Ada Moor", time(9, 45)], [stamp]]
    found = agenda(("plan.xlsx", workbook({name: [*rows, *held] for name in sheets})))
    assert [told(session) for session in found.sessions] == [
        ("05 09:00", "09:45", "Barn"),
        ("06 09:00", "09:45", "Barn"),
    ]
    assert {session.status for session in found.sessions} == {"scheduled"}


def test_of_several_days_above_rows_one_of_the_event_counts() -> None:
    days = FACTS.days
    lines = ["Freitag", "Anmeldung bis 20.02.2027", "5. März 2027", "Abgabe der Folien 01.03.2027"]
    assert day_above(lines, days) == "5. März 2027"
    assert day_above(["sabato", "12/02/2027"], days) == "sabato"
    assert day_above(["Freitag", "05.03.2027", "13.02.2027"]) == "05.03.2027"
    assert without_stamp("Samstag, 6. März 2027 (Stand: 2.3.2027, 14:00 Uhr)") == "Samstag, 6. März 2027"
    assert without_stamp("Stand 12 in Halle 3") == "Stand 12 in Halle 3"
