"""Plans of rooms in sheets and documents: side by side, turned, with several lines to a slot, one for each room."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Session
from support.papers import docx, paragraph, table

FACTS = Facts(id="bees", timezone="Europe/Rome", start_date=day("2027-03-12"), end_date=day("2027-03-13"))
Told = tuple[str, str, str | None, list[str]]


def sessions(name: str, raw: bytes) -> list[Told]:
    return [told(one) for one in read_tables([Document(name, raw)], FACTS).agenda.sessions]


def told(one: Session) -> Told:
    start = f"{one.start:%d %H:%M}" if one.start else ""
    end = f"-{one.end:%H:%M}" if one.end else ""
    return one.title, f"{start}{end}", one.room, [person.name for person in one.speakers]


def workbook(title: str, rows: Sequence[Sequence[str | None]], *merged: str) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def test_two_days_side_by_side_each_with_its_own_times_and_rooms() -> None:
    rows = [
        ["Api in città"],
        ["Venerdì 12 marzo 2027", None, None, None, "Sabato 13 marzo 2027"],
        ["Ora", "Sala Rossa", "Sala Blu", None, "Ora", "Sala Rossa", "Sala Blu"],
        ["09:00", "Nettare\nMarta Gallo (Comune di Bari)", "Etichette\nUgo Ferri", None, "09:30", "Tetti\nLia Bosco"],
        ["10:00", "Sciami\nRosa Neri", "Cera\nLia Bosco", None, "10:30", "Propoli\nRosa Neri", "Vespe\nUgo Ferri"],
        ["11:00", "Pausa caffè", None, None, "11:30", "Saluti finali"],
    ]
    assert sessions("griglia.xlsx", workbook("Griglia", rows, "B6:C6", "F6:G6")) == [
        ("Nettare", "12 09:00-10:00", "Sala Rossa", ["Marta Gallo"]),
        ("Etichette", "12 09:00-10:00", "Sala Blu", ["Ugo Ferri"]),
        ("Sciami", "12 10:00-11:00", "Sala Rossa", ["Rosa Neri"]),
        ("Cera", "12 10:00-11:00", "Sala Blu", ["Lia Bosco"]),
        ("Pausa caffè", "12 11:00", None, []),
        ("Tetti", "13 09:30-10:30", "Sala Rossa", ["Lia Bosco"]),
        ("Propoli", "13 10:30-11:30", "Sala Rossa", ["Rosa Neri"]),
        ("Vespe", "13 10:30-11:30", "Sala Blu", ["Ugo Ferri"]),
        ("Saluti finali", "13 11:30", None, []),
    ]


def test_a_number_behind_raum_is_no_hour_where_times_stand_along_the_top() -> None:
    rows = [
        ["Moortage – Freitag 12.3.2027"],
        ["Ort", "9:00", "9:30", "10:00", "10:30", "11:00"],
        ["Raum 4", "Begrüßung\nIda Ott", "Moore im Wandel\nDr. Kai Brandt", None, None, "Torffrei\nEla Sommer"],
        ["Raum 12", None, "Libellen\nUwe Thies", None, "Kraniche\nIda Ott"],
    ]
    assert sessions("moor.xlsx", workbook("Plan", rows, "C3:E3", "C4:D4")) == [
        ("Begrüßung", "12 09:00-09:30", "Raum 4", ["Ida Ott"]),
        ("Moore im Wandel", "12 09:30-11:00", "Raum 4", ["Dr. Kai Brandt"]),
        ("Libellen", "12 09:30-10:30", "Raum 12", ["Uwe Thies"]),
        ("Kraniche", "12 10:30-11:00", "Raum 12", ["Ida Ott"]),
        ("Torffrei", "12 11:00", "Raum 4", ["Ela Sommer"]),
    ]


def test_lines_of_a_slot_below_its_time_say_who_speaks_and_from_where() -> None:
    rows = [
        ["", "Chapel", "Refectory", "Cloister"],
        ["9:00 - 9:45", "Bells before tuning", "Ropes", None],
        [None, "Harold Finch", "Dee Lunn", None],
        [None, "Guild of Ringers", None, None],
        ["9:45 - 10:30", "Change ringing by numbers", "Steeple safety", "Handbells for beginners"],
        [None, "Prof. Mia Rao", "Owen Pugh", "Dee Lunn"],
        [None, None, "Buildings Council", None],
    ]
    expected = [
        ("Bells before tuning", "12 09:00-09:45", "Chapel", ["Harold Finch"]),
        ("Ropes", "12 09:00-09:45", "Refectory", ["Dee Lunn"]),
        ("Change ringing by numbers", "12 09:45-10:30", "Chapel", ["Prof. Mia Rao"]),
        ("Steeple safety", "12 09:45-10:30", "Refectory", ["Owen Pugh"]),
        ("Handbells for beginners", "12 09:45-10:30", "Cloister", ["Dee Lunn"]),
    ]
    for merged in ((), ("A2:A4", "A5:A7")):
        assert sessions("bells.xlsx", workbook("12 March 2027", rows, *merged)) == expected


def test_a_heading_above_each_plan_of_days_is_the_room() -> None:
    head = ["Hora", "Viernes 12 de marzo", "Sábado 13 de marzo"]
    noble = [head, ["9:00 - 10:00", "Inauguración", "El perro trufero"], ["10:00 - 11:30", "Suelos y cal", "Precios"]]
    kitchen = [head, ["9:00 - 10:00", "Mantequillas", ""], ["10:00 - 11:30", "Conservas", "Huevos y trufa"]]
    body = paragraph("Salón Noble", "Heading1") + table(noble) + paragraph("Cocina", "Heading1") + table(kitchen)
    found = sessions("jornadas.docx", docx(body))
    assert {(title, when, room) for title, when, room, _ in found} == {
        ("Inauguración", "12 09:00-10:00", "Salón Noble"),
        ("El perro trufero", "13 09:00-10:00", "Salón Noble"),
        ("Suelos y cal", "12 10:00-11:30", "Salón Noble"),
        ("Precios", "13 10:00-11:30", "Salón Noble"),
        ("Mantequillas", "12 09:00-10:00", "Cocina"),
        ("Conservas", "12 10:00-11:30", "Cocina"),
        ("Huevos y trufa", "13 10:00-11:30", "Cocina"),
    }


def test_rooms_that_are_others_on_another_day_of_the_same_sheet() -> None:
    rows = [
        ["Viernes 12 de marzo de 2027"],
        ["Hora", "Sala Alcornoque", "Sala Encina"],
        ["9:00-10:00", "Descorche\nPaco León", "Tapones\nAna Mora"],
        ["10:00-11:00", "Incendios\nDra. Sol Vega"],
        [],
        ["Sábado 13 de marzo de 2027"],
        ["Hora", "Sala Alcornoque", "Patio"],
        ["9:30-10:30", "Mercados\nAna Mora", "Visita al monte\nPaco León"],
        ["10:30-11:00", "Clausura\nDra. Sol Vega"],
    ]
    assert sessions("corcho.xlsx", workbook("Programa", rows)) == [
        ("Descorche", "12 09:00-10:00", "Sala Alcornoque", ["Paco León"]),
        ("Tapones", "12 09:00-10:00", "Sala Encina", ["Ana Mora"]),
        ("Incendios", "12 10:00-11:00", "Sala Alcornoque", ["Dra. Sol Vega"]),
        ("Mercados", "13 09:30-10:30", "Sala Alcornoque", ["Ana Mora"]),
        ("Visita al monte", "13 09:30-10:30", "Patio", ["Paco León"]),
        ("Clausura", "13 10:30-11:00", "Sala Alcornoque", ["Dra. Sol Vega"]),
    ]


def test_what_is_written_again_in_each_half_hour_is_one_session() -> None:
    rows = [
        ["", "Studio", "Gallery"],
        ["9:00", "Lino printing\nIda Moss", "Opening words\nKit Hale"],
        ["9:30", "Lino printing\nIda Moss", "Paper: a history\nAnn Oakes"],
        ["10:00", "Lino printing\nIda Moss", "↓"],
        ["10:30", "Break", "Break"],
        ["11:00", "Etching\nRay Lund", "Inks\nDr Pia Sorel\nRoom 7"],
        ["11:30", "Etching\nRay Lund", "Glue\nKit Hale"],
    ]
    assert [one[:3] for one in sessions("x.xlsx", workbook("12 March 2027", rows))] == [
        ("Lino printing", "12 09:00-10:30", "Studio"),
        ("Opening words", "12 09:00-09:30", "Gallery"),
        ("Paper: a history", "12 09:30-10:30", "Gallery"),
        ("Break", "12 10:30-11:00", None),
        ("Etching", "12 11:00", "Studio"),
        ("Inks", "12 11:00-11:30", "Room 7"),
        ("Glue", "12 11:30", "Gallery"),
    ]


def test_cells_that_begin_with_their_own_times_need_no_column_of_times() -> None:
    rows = [
        ["Scheibe", "Glasur", "Hof"],
        [
            "9:30-10:15 Zentrieren\nMo Tait",
            "9:30 – 10:30\nAscheglasuren\nDr. Lin Xu (Stoke)",
            "10:00-12:00 Raku\nSam Oduya",
        ],
        ["10:15-11:00 Henkel\nJo Marsch", "10:45-11:30 Kegel lesen\nMo Tait", None],
    ]
    assert sessions("ton.xlsx", workbook("Samstag 13.3.2027", rows)) == [
        ("Zentrieren", "13 09:30-10:15", "Scheibe", ["Mo Tait"]),
        ("Ascheglasuren", "13 09:30-10:30", "Glasur", ["Dr. Lin Xu"]),
        ("Raku", "13 10:00-12:00", "Hof", ["Sam Oduya"]),
        ("Henkel", "13 10:15-11:00", "Scheibe", ["Jo Marsch"]),
        ("Kegel lesen", "13 10:45-11:30", "Glasur", ["Mo Tait"]),
    ]


def test_talks_listed_in_a_cell_without_a_sign_are_those_of_its_session() -> None:
    section = "Pfeifen und Bälge\nVorsitz: Ute Brand\nZinn oder Blei? – Karl Dohm (Lübeck)\nLeder – Ina Fuchs (Bonn)"
    rows = [
        ["Zeit", "Kirchsaal", "Werkstatt"],
        ["9.00–10.30", section, "Stimmen für Anfänger\nMax Ohm"],
        ["10.30–11.00", "Orgeln in Not\nUte Brand", "Registrieren\nMax Ohm"],
        ["11.00–11.30", "Ausblick\nUte Brand", None],
    ]
    assert sessions("orgel.xlsx", workbook("Freitag 12.3.2027", rows))[:3] == [
        ("Pfeifen und Bälge", "12 09:00-10:30", "Kirchsaal", []),
        ("Zinn oder Blei?", "12 09:00-10:30", "Kirchsaal", ["Karl Dohm"]),
        ("Leder", "12 09:00-10:30", "Kirchsaal", ["Ina Fuchs"]),
    ]


def test_cells_name_people_between_dots_before_dashes_and_before_their_room() -> None:
    plan = [
        ["", "Aula Berenice", "Kursraum 3"],
        ["9:00–9:45", "Wer hat die Uhr gestellt?\nIrma Kolb · Jon Aas · Lea Vogt (Aula Berenice)", ""],
        ["10:00–10:45", "Glasuren\nTilda Moos – freie Töpferin am Deich 4", "Räder\nOle Rasch | Ute Fink"],
        ["11:00–11:45", "Brennen\nIrma Kolb, Ole Rasch – moderiert von Jon Aas", "Ton\nBen Ahl (Aula Berenice)"],
    ]
    found = {title: (room, who) for title, _, room, who in sessions("plan.xlsx", workbook("12.3.2027", plan))}
    assert found == {
        "Wer hat die Uhr gestellt?": ("Aula Berenice", ["Irma Kolb", "Jon Aas", "Lea Vogt"]),
        "Glasuren": ("Aula Berenice", ["Tilda Moos"]),
        "Räder": ("Kursraum 3", ["Ole Rasch", "Ute Fink"]),
        "Brennen": ("Aula Berenice", ["Irma Kolb", "Ole Rasch"]),
        "Ton": ("Aula Berenice", ["Ben Ahl"]),
    }


def test_a_drawn_plan_with_counts_beside_it_and_a_sheet_that_says_where_all_meet() -> None:
    book = Workbook()
    notes = book.active
    assert notes is not None
    notes.append(["Bitte lesen"])
    notes.append(["Die Plenarsitzungen (gelb, über alle Spalten) finden im Bienensaal statt."])
    sheet = book.create_sheet("Fr 12")
    for row in (
        ["FREITAG, 12. MÄRZ 2027"],
        ["Zeit", "Bienensaal", "Wabe", "Stock", "Anzahl"],
        ["14:00", "Begrüßung", None, None, 1],
        ["14:30", "Honig vom Dach\nUte Horn", "Wachs gießen\nAda Orr – Bo Lie – Eva Moss", None, 2],
        ["15:00", "Met\nJan Holub", None, None, 1],
        ["15:30", None, "Schwärme\nKarl Zeh – Ida Moro", None, 1],
        ["16:00", "Schlussrunde", None, None, 1],
        ["16:30", None, None, None, 0],
    ):
        sheet.append(row)
    for area in ("A1:E1", "B3:D3", "C4:C5", "B5:B6", "B7:D8"):
        sheet.merge_cells(area)
    held = BytesIO()
    book.save(held)
    assert sessions("plan.xlsx", held.getvalue()) == [
        ("Begrüßung", "12 14:00-14:30", "Bienensaal", []),
        ("Honig vom Dach", "12 14:30-15:00", "Bienensaal", ["Ute Horn"]),
        ("Wachs gießen", "12 14:30-15:30", "Wabe", ["Ada Orr", "Bo Lie", "Eva Moss"]),
        ("Met", "12 15:00-16:00", "Bienensaal", ["Jan Holub"]),
        ("Schwärme", "12 15:30-16:00", "Wabe", ["Karl Zeh", "Ida Moro"]),
        ("Schlussrunde", "12 16:00-17:00", "Bienensaal", []),
    ]
