"""Calendars that an office exports as a table, as Outlook does in the language of its owner."""

import csv
import io
from collections.abc import Sequence

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Session

FACTS = Facts(id="glass", timezone="Europe/Paris", start_date=day("2027-10-06"), end_date=day("2027-10-07"))
HEADINGS = {
    "en": "Subject,Start Date,Start Time,End Date,End Time,All day event,Reminder on/off,Reminder Date,Reminder Time,"
    "Meeting Organizer,Description,Categories,Location,Private",
    "de": "Betreff,Beginnt am,Beginnt um,Endet am,Endet um,Ganztägiges Ereignis,Erinnerung Ein/Aus,Erinnerung am,"
    "Erinnerung um,Besprechungsplanung,Beschreibung,Kategorien,Ort,Privat",
    "it": "Oggetto,Data inizio,Ora inizio,Data fine,Ora fine,Giornata intera,Promemoria attivato/disattivato,"
    "Data promemoria,Ora promemoria,Organizzatore riunione,Descrizione,Categorie,Luogo,Privato",
    "fr": "Objet,Début,Début,Fin,Fin,Journée entière,Rappel actif/inactif,Date du rappel,Heure du rappel,"
    "Organisateur d'une réunion,Description,Catégories,Emplacement,Privé",
    "es": "Asunto,Fecha de comienzo,Comienzo,Fecha de finalización,Finalización,Todo el día,"
    "Recordatorio activado/desactivado,Fecha de recordatorio,Hora de recordatorio,Organizador de la reunión,"
    "Descripción,Categorías,Ubicación,Privado",
}
LABELS = {
    "en": ("Speaker", "Chair", "Talk", "False", "True"),
    "de": ("Ref.", "Leitung", "Vortrag", "Falsch", "Wahr"),
    "it": ("Rel.", "Modera", "Relazione", "Falso", "Vero"),
    "fr": ("Intervenante", "Modération", "Exposé", "Faux", "Vrai"),
    "es": ("Ponente", "Modera", "Ponencia", "Falso", "Verdadero"),
}
TALKS = (
    ("Morning block: furnaces", "9:00", "10:00", ""),
    ("Melting with the sun", "9:00", "9:30", "Dr. Ada Orr, Kiln Works"),
    ("Who still blows bottles?", "9:30", "10:00", "Bo Lie, Museum of Glass"),
    ("Noon block: colours", "11:00", "12:00", ""),
    ("Cobalt from the valley", "11:00", "11:30", "Eva Moss, University of Ulm"),
    ("Red without gold", "11:30", "12:00", "Ivo Marin, Glass Studio"),
)


def calendar(language: str) -> list[list[str]]:
    speaks, chairs, kind, no, yes = LABELS[language]
    rows = []
    for date, mark in (
        (("10/6/2027", ""), ("10/7/2027", " II")) if language == "en" else (("6.10.2027", ""), ("7.10.2027", " II"))
    ):
        for title, start, end, who in TALKS:
            said = f"{speaks}: {who}\r\nPDF: 2\r\n" if who else f"{chairs}: Rita Salis\r\n"
            reminder = ["8:45:00" if start[0] == "9" else "10:45:00", "Desk"]
            rows.append(
                [
                    title + mark,
                    date,
                    f"{start}:00",
                    date,
                    f"{end}:00",
                    no,
                    no,
                    date,
                    *reminder,
                    said,
                    kind,
                    "Blue Hall",
                    no,
                ]
            )
    date = rows[0][1]
    rows.append(
        ["Call the plumber", date, "7:15:00", date, "7:30:00", no, no, date, "7:00:00", "Desk", "", kind, "Gate", yes]
    )
    return sorted(rows)


def read(headings: str, rows: Sequence[Sequence[str]]) -> dict[str, Session]:
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([headings.split(","), *rows])
    agenda = read_tables([Document("Calendar.CSV", written.getvalue().encode("cp1252"))], FACTS).agenda
    return {one.title: one for one in agenda.sessions}


@pytest.mark.parametrize("language", [*HEADINGS])
def test_subjects_are_titles_reminders_no_times_and_descriptions_say_who_speaks(language: str) -> None:
    found = read(HEADINGS[language], calendar(language))
    assert {*found} == {title + mark for title, *_ in TALKS for mark in ("", " II")}
    for title, start, end, who in TALKS:
        one = found[title]
        assert one.start is not None and one.end is not None
        assert (f"{one.start:%d %-H:%M}", f"{one.end:%-H:%M}", one.room) == (f"06 {start}", end, "Blue Hall")
        assert [", ".join(filter(None, (person.name, person.affiliation))) for person in one.speakers] == (
            [who] if who else []
        )


def test_what_a_calendar_calls_internal_is_in_no_programme() -> None:
    rows = calendar("de")
    rows += [["Schlüssel holen", "6.10.2027", "7:15:00", *rows[0][3:5], *rows[0][5:11], "intern", "Pforte", "Falsch"]]
    assert "Schlüssel holen" not in read(HEADINGS["de"], rows)
