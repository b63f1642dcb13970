"""Templates whose header says how each column is to be filled in."""

from dataclasses import replace

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.shapes.columns.called import label
from support.workbooks import FACTS, agenda, people, told, workbook

HEADERS = {
    "en": [
        "*Date\n(MM/DD/YYYY)", "*Time Start", "*Time End",
        "Tags (Optional)\nSeparate multiple tags using semicolons, please",
        "*Session Title", "Room/Location (Optional)",
        "Speakers (Optional)\nSeparate multiple speakers using semicolons",
        "Session or\nSub-session(Sub)",
    ],
    "fr": [
        "Date *\n(JJ/MM/AAAA)", "Début *", "Fin *", "Thématique (facultatif)",
        "Titre *\nTel qu’il paraîtra dans l’application et à l’écran",
        "Salle (facultatif)", "Intervenants (prénom et nom en toutes lettres, séparés par un point-virgule)", "Niveau",
    ],
    "de": [
        "Datum*", "Beginn*", "Ende*", "Track (freiwillig)\nMehrere bitte durch ein Semikolon voneinander trennen",
        "Titel*", "Raum (bitte genau so schreiben wie im Raumplan des Hauses)", "Vortragende*", "Ebene",
    ],
}  # fmt: skip
ABOVE = {
    "en": "Instructions: columns with * are required. Do not change the header row.",
    "fr": "Les champs marqués d’un astérisque sont obligatoires.",
    "de": "Bitte die Kopfzeile nicht ändern; mit * bezeichnete Spalten sind nötig.",
}


@pytest.mark.parametrize("language", HEADERS)
def test_a_header_that_explains_its_columns(language: str) -> None:
    day = "03/05/2027" if language == "en" else "05.03.2027" if language == "de" else "05/03/2027"
    rows: list[list[object]] = [
        [ABOVE[language]],
        [],
        HEADERS[language],
        [day, "9:00", "10:30", "Salt", "Salt roads", "Hall A", None, "Session"],
        [day, "9:00", "9:45", "Salt", "Mules and their masters", None, "Ada Orr; Bo Lie", "Sub"],
        [day, "9:45", "10:30", "Salt", "What a pinch was worth", None, "Eve Moss", "Sub"],
        [day, "11:00", "11:30", None, "Brine", "Hall B", "Ivo Marin", "Session"],
    ]
    read = {one.title: one for one in agenda(("agenda.xlsx", workbook({"Agenda": rows}))).sessions}
    assert len(read) == 4
    assert told(read["Mules and their masters"]) == ("05 09:00", "09:45", "Hall A")
    assert people(read["Mules and their masters"]) == (["Ada Orr", "Bo Lie"], [])
    assert told(read["Brine"]) == ("05 11:00", "11:30", "Hall B")


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ("*Titolo (obbligatorio)", "Titolo"),
        ("Fecha (DD/MM/AAAA)*", "Fecha"),
        ("Dauer (in Minuten)", "Dauer (in Minuten)"),
        ("Sala (antes)", "Sala (antes)"),
        ("Ora\ndi fine", "Ora\ndi fine"),
        ("Titel\nTitle", "Titel\nTitle"),
        ("***", "***"),
    ],
)
def test_what_a_header_calls_its_column(cell: str, named: str) -> None:
    assert label(cell) == named


def days(header: str, *written: str, known: bool = False) -> list[str]:
    """Return the days of sessions whose dates stand below a header, in an event whose days are known or not."""
    rows: list[list[object]] = [[header, "Start", "End", "Title", "Room"]]
    rows += [[on, "9:00", "9:45", f"Talk {at} about salt", "Hall A"] for at, on in enumerate(written)]
    facts = FACTS if known else replace(FACTS, start_date=None, end_date=None)
    found = read_tables([Document("agenda.xlsx", workbook({"Agenda": rows}))], facts).agenda
    return [f"{one.start:%d.%m.}" for one in found.sessions if one.start]


@pytest.mark.parametrize(
    "header", ["Date (MM/DD/YYYY)", "Session date\nmm/dd/yyyy", "Fecha (mm/dd/aaaa)", "*Date [M/D/YY]"]
)
def test_a_header_that_puts_the_month_first(header: str) -> None:
    assert days(header, "3/4/2027", "3/5/2027") == ["04.03.", "05.03."]
    assert days(header, "4/3/2027", "5/3/2027") == ["03.04.", "03.05."]


@pytest.mark.parametrize(
    "header", ["Date (DD/MM/YYYY)", "Datum (TT/MM/JJJJ)", "Data gg/mm/aaaa", "Date (jj/mm/aaaa)", "Date"]
)
def test_a_header_that_puts_the_day_first_or_says_nothing(header: str) -> None:
    assert days(header, "4/3/2027", "5/3/2027") == ["04.03.", "05.03."]


def test_the_event_s_own_days_come_before_what_a_template_asks_for() -> None:
    assert days("Date (MM/DD/YYYY)", "4/3/2027", "5/3/2027", known=True) == ["04.03.", "05.03."]
