"""Programmes that tell days by marks, rooms by their place in a list, and tracks under names that nobody knows."""

import json
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.formats import importer_of
from charlotte.congress.importers.reading import read_programme, read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.importers.wording import is_cancelled, without_mark
from charlotte.congress.model import Session

FACTS = Facts(
    id="sheds",
    name="Sheds",
    timezone="Europe/London",
    start_date=day("2027-05-14"),
    end_date=day("2027-05-16"),
    languages=("en",),
)


def read(*documents: tuple[str, str | bytes]) -> list[Session]:
    files = [Document(name, text if isinstance(text, bytes) else text.encode()) for name, text in documents]
    return list(read_tables(files, FACTS).agenda.sessions)


def told(session: Session) -> tuple[str, str, str | None, str | None]:
    """Return what a visitor would be told of a session."""
    assert session.start is not None and session.end is not None
    return session.title, f"{session.start:%d %H:%M}-{session.end:%H:%M}", session.room, session.track


def test_days_marked_in_columns_of_their_own() -> None:
    for names, mark in (
        (("Fri", "Sat", "Sun"), "x"),
        (("Ven 14", "Sab 15", "Dom 16"), "✓"),
        (("Day 1", "Day 2", "Day 3"), "1"),
    ):
        rows = [
            ["Session name", *names, "Starts", "Finishes", "Where", "With", "Strand"],
            ["Laying a hedge", mark, "", "", "10:15 AM", "11:15 AM", "Barn", "Rupert Ashdown", "Craft"],
            ["Dawn birdsong walk", mark, mark, "", "7:30 AM", "8:15 AM", "Orchard", "Priya Rao", "Wildlife"],
            ["Who pays for hedges?", "", mark, "", "2:30 PM", "3:15 PM", "Long Tent", "Harriet Lomax", "Policy"],
            ["Grafting", "", mark, "", "2:30 PM", "3:30 PM", "Barn", "Dafydd Owen", "Craft"],
            ["Farewell", "", "", mark, "12:00 PM", "12:30 PM", "Barn", "", ""],
        ]
        assert sorted(map(told, read(("plan.csv", "\n".join(map(",".join, rows)))))) == [
            ("Dawn birdsong walk", "14 07:30-08:15", "Orchard", "Wildlife"),
            ("Dawn birdsong walk", "15 07:30-08:15", "Orchard", "Wildlife"),
            ("Farewell", "16 12:00-12:30", "Barn", None),
            ("Grafting", "15 14:30-15:30", "Barn", "Craft"),
            ("Laying a hedge", "14 10:15-11:15", "Barn", "Craft"),
            ("Who pays for hedges?", "15 14:30-15:15", "Long Tent", "Policy"),
        ]


def _talk(name: str, pathway: str) -> dict[str, Any]:
    return {"name": name, "presenters": ["Pia Lund"], "pathway": pathway}


def test_rooms_told_by_the_place_in_a_slot() -> None:
    slots = [
        ("2027-05-14", "10:00", "10:40", [_talk("Punch cards", "Roots"), _talk("Dyes that last", "Matter"), None]),
        ("2027-05-14", "11:00", "11:40", [_talk("Pixels", "Roots"), None, _talk("From field to yarn", "Matter")]),
        ("2027-05-15", "10:00", "11:00", [None, _talk("Mending", "Roots"), _talk("Slow rivers", "Matter")]),
    ]
    for rooms in (["Weaver", "Shuttle", "Bobbin"], [{"name": name} for name in ("Weaver", "Shuttle", "Bobbin")]):
        tree = {"rooms": rooms, "slots": [{"date": d, "from": s, "to": e, "talks": t} for d, s, e, t in slots]}
        assert [told(session) for session in read(("loom.json", json.dumps(tree)))] == [
            ("Punch cards", "14 10:00-10:40", "Weaver", "Roots"),
            ("Dyes that last", "14 10:00-10:40", "Shuttle", "Matter"),
            ("Pixels", "14 11:00-11:40", "Weaver", "Roots"),
            ("From field to yarn", "14 11:00-11:40", "Bobbin", "Matter"),
            ("Mending", "15 10:00-11:00", "Shuttle", "Roots"),
            ("Slow rivers", "15 10:00-11:00", "Bobbin", "Matter"),
        ]


def test_place_and_track_under_names_that_tell_nothing() -> None:
    rows = [
        "Cuándo;Comienza;Acaba;Rincón;Propuesta;Imparten;Familia;Anulada",
        "14/05/2027;09:30;10:00;Casa del Reloj;Recepción;;;no",
        "14/05/2027;10:00;10:45;Casa del Reloj;La rosa y el bulbo;Remedios Tébar;Campo;no",
        "14/05/2027;10:00;10:45;Molino Alto;Falsificaciones;Joaquín Valcárcel;Calidad;no",
        "14/05/2027;12:00;12:45;Molino Alto;Secado con la abuela;Paco Ruipérez;Calidad;sí",
        "15/05/2027;10:00;10:45;Casa del Reloj;Exportar a Japón;Joaquín Valcárcel;Calidad;no",
        "15/05/2027;11:00;11:45;Corral;Riego deficitario;Paco Ruipérez;Campo;no",
        "15/05/2027;13:00;13:30;Corral;Migas de clausura;;;no",
    ]
    sessions = read(("foro.csv", "\n".join(rows)))
    assert [(one.room, one.track) for one in sessions] == [
        ("Casa del Reloj", None), ("Casa del Reloj", "Campo"), ("Molino Alto", "Calidad"), ("Molino Alto", "Calidad"),
        ("Casa del Reloj", "Calidad"), ("Corral", "Campo"), ("Corral", None)]  # fmt: skip
    assert [one.title for one in sessions if one.status == "cancelled"] == ["Secado con la abuela"]


def test_timetables_with_day_start_and_end_before_the_rooms() -> None:
    rooms = ["Verwalterhaus", "Siloblick", "Bagger"]
    slots = [
        ("Freitag, 14. Mai", "09.00 Uhr", "09.45 Uhr", ["Kies und Wasser\nRenate Uhlig", "Schwalben\nKnut Groß", None]),
        ("Freitag, 14. Mai", "10.00 Uhr", "10.45 Uhr", ["Recycling\nMehmet Yıldız", None, "Radlader\nKnut Groß"]),
        ("Samstag, 15. Mai", "09.30 Uhr", "10.15 Uhr", [None, "Libellen\nKnut Groß", "Sandknappheit\nRenate Uhlig"]),
        ("Samstag, 15. Mai", "10.30 Uhr", "11.15 Uhr", ["Strandbad\nMehmet Yıldız", None, None]),
    ]
    expected = [
        ("Kies und Wasser", "14 09:00-09:45", "Verwalterhaus", None),
        ("Schwalben", "14 09:00-09:45", "Siloblick", None),
        ("Recycling", "14 10:00-10:45", "Verwalterhaus", None),
        ("Radlader", "14 10:00-10:45", "Bagger", None),
        ("Libellen", "15 09:30-10:15", "Siloblick", None),
        ("Sandknappheit", "15 09:30-10:15", "Bagger", None),
        ("Strandbad", "15 10:30-11:15", "Verwalterhaus", None),
    ]
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Tag", "von", "bis", *rooms])
    for day_named, start, end, cells in slots:
        sheet.append([day_named, start, end, *cells])
    sheet.merge_cells("A2:A3")
    assert [told(one) for one in read(("plan.xlsx", _saved(book)))] == expected
    book = Workbook()
    book.remove(book.worksheets[0])
    for day_named in dict.fromkeys(slot[0] for slot in slots):
        sheet = book.create_sheet(day_named)
        sheet.append(["von", "bis", *rooms])
        for on, start, end, cells in slots:
            if on == day_named:
                sheet.append([start, end, *cells])
    assert [told(one) for one in read(("plan.xlsx", _saved(book)))] == expected


def _saved(book: Workbook) -> bytes:
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def test_speakers_named_by_their_addresses_in_another_file() -> None:
    items = [
        {"ref": f"S{number}", "headline": title, "begins_at": f"2027-05-14T{9 + number:02}:00:00+01:00",
         "length_min": 45, "space_ref": space, "presenter_emails": emails}
        for number, (title, space, emails) in enumerate([
            ("Brine before steam", "HALL", ["m.ashe@example.org"]),
            ("Open pans", "PAN", ["j.dunn@example.org", "a.kaur@example.org"]),
            ("Salt taxes", "HALL", ["a.kaur@example.org"])])]  # fmt: skip
    spaces = [{"ref": "HALL", "label": "Great Hall"}, {"ref": "PAN", "label": "Pan House"}]
    people = "email,display name\nm.ashe@example.org,Moira Ashe\nj.dunn@example.org,Jonty Dunn\n"
    sessions = read(
        ("sessions.json", json.dumps({"spaces": spaces, "items": items})),
        ("presenters.csv", f"{people}a.kaur@example.org,Amrit Kaur\n"),
    )
    assert [(one.room, [person.name for person in one.speakers]) for one in sessions] == [
        ("Great Hall", ["Moira Ashe"]), ("Pan House", ["Jonty Dunn", "Amrit Kaur"]), ("Great Hall", ["Amrit Kaur"])
    ]  # fmt: skip


def test_marks_of_cancellation_with_signs_around_them() -> None:
    for title in (
        "❌ [ANNULÉ] ❌ Le prix du litre", "ANNULÉ ❌ – Le prix du litre", "❌ Le prix du litre",
        "🚫 ABGESAGT: Le prix du litre", "[Cancelled, speaker ill] Le prix du litre",
    ):  # fmt: skip
        assert is_cancelled(title) and without_mark(title) == "Le prix du litre"
    for title in ("Wahr ✅ oder falsch ❌", "❌ oder ✅: Mythen der Küche", "Un festival (annulé en 2020) renaît"):
        assert not is_cancelled(title)


def test_languages_behind_labels_of_a_calendars_descriptions() -> None:
    events = [
        ("Hemmungen verstehen", "Mit: Theodor Glück\\nSprache: Deutsch"),
        ("Cases by laser", "Mit: Anna Björk\\nSprache: Englisch"),
        ("Nacht der Uhren", "Ohne Programm."),
    ]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for number, (title, description) in enumerate(events):
        lines += ["BEGIN:VEVENT", f"UID:{number}", f"DTSTART:20270514T{10 + number}0000Z", f"SUMMARY:{title}",
                  "LOCATION:Remise", f"DESCRIPTION:{description}", "END:VEVENT"]  # fmt: skip
    document = Document("treffen.ics", "\r\n".join([*lines, "END:VCALENDAR"]).encode())
    importer = importer_of(document)
    assert importer is not None
    sessions = read_programme(document, importer, FACTS, (), None).agenda.sessions
    assert [one.language for one in sessions] == ["de", "en", None]
