"""What no cell says and every reader sees: which room a place in a list is, what a block heads, when a talk ends."""

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.model import Session
from support.harbour import agenda, book, by_title, told
from support.papers import docx, paragraph, table

SCHEDULE = """
- date: '2027-05-07'
  tracks: [{title: Blauer Saal}, {title: Speicher 3}]
  timeslots:
  - {startTime: '09:00', endTime: '09:30', service: true, sessions: [{items: [11]}]}
  - startTime: '09:30'
    endTime: '10:15'
    sessions:
    - items: [12]
    - {items: [13], extend: 2}
  - {startTime: '10:30', endTime: '11:15', sessions: [{items: [14]}]}
- date: '2027-05-08'
  tracks: [{title: Blauer Saal}, {title: Speicher 3}]
  timeslots:
  - {startTime: '09:00', endTime: '10:00', sessions: [{items: [15]}]}
  - {startTime: '10:00', endTime: '10:45', sessions: [{items: [16]}, {items: [17]}]}
"""
SESSIONS = """
11: {title: Brötchen und Kaffee}
12: {title: Lotsen im Nebel, speakers: [tomke], description: Was die Lotsin hört., language: de}
13: {title: Knoten üben, speakers: [jan]}
14: {title: Netze flicken, speakers: [tomke, jan], tags: [Handwerk], complexity: leicht}
15:
  title: Kurzberichte
  moderators: [jan]
  talks:
  - {title: Die Boje, speakers: [tomke]}
  - {title: Der Poller, speakers: [oda]}
16: {title: Ebbe, speakers: [oda]}
17: {title: Flut, speakers: [tomke], description: Danach keine Fragen.}
"""
SPEAKERS = """
tomke: {name: Tomke Voss, company: Zoo}
jan: {name: Jan Petersen, company: Baggerkontor}
oda: {name: Oda Riek, company: Wasserbau}
"""


def test_slots_that_name_sessions_of_another_file_by_their_numbers_have_the_rooms_of_their_places() -> None:
    found = by_title(agenda(("schedule.yml", SCHEDULE), ("sessions.yml", SESSIONS), ("speakers.yml", SPEAKERS)))
    assert [told(one) for one in found.values()] == [
        ("Brötchen und Kaffee", "07 09:00", "09:30", None, []),
        ("Lotsen im Nebel", "07 09:30", "10:15", "Blauer Saal", ["Tomke Voss"]),
        ("Knoten üben", "07 09:30", "11:15", "Speicher 3", ["Jan Petersen"]),
        ("Netze flicken", "07 10:30", "11:15", "Blauer Saal", ["Tomke Voss", "Jan Petersen"]),
        ("Kurzberichte", "08 09:00", "10:00", "Blauer Saal", []),
        ("Ebbe", "08 10:00", "10:45", "Blauer Saal", ["Oda Riek"]),
        ("Flut", "08 10:00", "10:45", "Speicher 3", ["Tomke Voss"]),
        ("Die Boje", "08 09:00", "10:00", "Blauer Saal", ["Tomke Voss"]),
        ("Der Poller", "08 09:00", "10:00", "Blauer Saal", ["Oda Riek"]),
    ]
    assert [one.name for one in found["Kurzberichte"].chairs] == ["Jan Petersen"]
    assert found["Die Boje"].subtitle == "Kurzberichte"


@pytest.mark.parametrize(
    ("where", "when", "who", "leads", "columns"),
    [
        ("Ort:", "Zeit:", "Moderation:", "Leitung:", ("Nr.", "Vortrag", "Referent/in", "Institution")),
        ("Sala:", "Orario:", "Modera:", "Conduce:", ("N.", "Titolo", "Relatore", "Ente")),
        ("Room:", "Time:", "Chair:", "Led by:", ("No.", "Talk", "Speaker", "Affiliation")),
        ("Salle :", "Horaire :", "Présidence :", "Animation :", ("N°", "Titre", "Intervenant", "Organisme")),
        ("Lugar:", "Hora:", "Modera:", "Imparte:", ("N.º", "Ponencia", "Ponente", "Centro")),
    ],
)
def test_blocks_of_labels_in_a_sheet_are_sessions_with_the_talks_below(
    where: str, when: str, who: str, leads: str, columns: tuple[str, ...]
) -> None:
    rows: list[list[object]] = [
        ["7.5.2027"],
        ["8:30 – 9:00", "Kaffee", "", "Foyer"],
        [],
        ["A. Deiche und Siele"],
        [where, "Blauer Saal"],
        [when, "9:00 - 10:30"],
        [who, "Dr. Ina Groth"],
        [*columns],
        [1, "Nieten im Alltag", "Uwe Kahl", "Werft"],
        [2, "Spanten biegen", "Eva Boll", "Werft"],
        [],
        ["B. Knoten üben"],
        [where, "Speicher 3"],
        [when, "9:00 - 10:00"],
        [leads, "Jan Petersen"],
        [],
        ["10:30 – 11:00", "Kaffee zum Abschied", "", "Foyer"],
    ]
    found = by_title(agenda(("plan.xlsx", book(rows))))
    assert sorted(told(one) for one in found.values()) == [
        ("A. Deiche und Siele", "07 09:00", "10:30", "Blauer Saal", []),
        ("B. Knoten üben", "07 09:00", "10:00", "Speicher 3", ["Jan Petersen"]),
        ("Kaffee", "07 08:30", "09:00", "Foyer", []),
        ("Kaffee zum Abschied", "07 10:30", "11:00", "Foyer", []),
        ("Nieten im Alltag", "07 09:00", "10:30", "Blauer Saal", ["Uwe Kahl"]),
        ("Spanten biegen", "07 09:00", "10:30", "Blauer Saal", ["Eva Boll"]),
    ]
    assert [one.name for one in found["A. Deiche und Siele"].chairs] == ["Dr. Ina Groth"]
    assert found["Spanten biegen"].subtitle == "A. Deiche und Siele"


def test_what_only_begins_goes_on_until_what_follows_it_but_not_until_dinner() -> None:
    rows = "Datum;Beginn;Titel;Raum;Referent\n"
    rows += "7.5.2027;8.30;Anmeldung;Foyer;\n7.5.2027;9.00;Begrüßung;Blauer Saal;Ina Groth\n"
    rows += "7.5.2027;9.20;Nieten;Blauer Saal;Uwe Kahl\n7.5.2027;9.20-10.30;Knoten;Speicher 3;Jan Petersen\n"
    rows += "7.5.2027;9.50;Spanten;Blauer Saal;Eva Boll\n7.5.2027;10.30;Pause;Foyer;\n"
    rows += "7.5.2027;11.00;Kielholen;Blauer Saal;Oda Riek\n7.5.2027;12.00;Ende;;\n7.5.2027;19.00;Abendessen;Krug;\n"
    found = agenda(("plan.csv", rows)).sessions
    assert [(one.title, told(one)[2]) for one in found] == [
        ("Anmeldung", "09:00"),
        ("Begrüßung", "09:20"),
        ("Nieten", "09:50"),
        ("Knoten", "10:30"),
        ("Spanten", "10:30"),
        ("Pause", "11:00"),
        ("Kielholen", "12:00"),
        ("Ende", ""),
        ("Abendessen", ""),
    ]


def test_an_export_that_tells_ends_leaves_open_what_has_none() -> None:
    rows = '[{"title":"Nieten","start":"2027-05-07T09:00","end":"2027-05-07T09:45","room":"Galerie"},'
    rows += '{"title":"Offene Werft","start":"2027-05-07T10:00","end":null,"room":"Galerie"},'
    rows += '{"title":"Spanten","start":"2027-05-07T11:00","end":"2027-05-07T11:45","room":"Galerie"}]'
    assert [told(one)[2] for one in agenda(("plan.json", rows)).sessions] == ["09:45", "", "11:45"]


PAGE = """<html><body><h1>Bois et métaux</h1><p>Colloque, 7-8 mai</p>
<h3>Vendredi 7 mai 2027 – Salle des voiles (sauf mention contraire)</h3>
<p>8h30 Accueil (hall du musée)</p>
<p><strong>Session 1 – Le bois</strong><br />Présidence : Rémi Castan</p>
<p>9h Anne Peyron (Toulouse 2), « Le chêne des quais »</p>
<p>9h30 Marc Delest (EHESS) et Inès Salvat (Salamanque), « Le pin des mâts » — <i>communication annulée</i></p>
<p>10h Pause café</p>
<p><strong>Atelier des doctorants</strong> (salle D 128, en parallèle, 9h-10h)<br />Présidence : Lise Aubert</p>
<p>9h Clémence Aubin (Lyon 2), « Le tilleul »</p>
<p>9h30 Youssef Ben (Lyon 2), « Le frêne »</p>
<h3>Samedi 8 mai – Attention : salle D 128</h3>
<p>10h Jeanne Quillé (Rennes 2), « Le fer »</p>
<p>11h Conclusions, par Rémi Castan</p></body></html>"""


def told_with_chairs(one: Session) -> tuple[str, str, str | None, list[str], list[str], str | None]:
    start = f"{one.start:%d %H:%M}" if one.start else ""
    end = f"-{one.end:%H:%M}" if one.end else ""
    people = [person.name for person in one.speakers], [person.name for person in one.chairs]
    return one.title, f"{start}{end}", one.room, *people, one.subtitle


def test_a_page_tells_rooms_beside_its_days_and_who_speaks_before_quoted_titles() -> None:
    document = Document("programme.html", PAGE.encode())
    read = read_tables([document], Facts(id="bois", name="Bois et métaux", timezone="Europe/Paris")).agenda
    assert sorted(map(told_with_chairs, read.sessions), key=lambda one: (one[1], one[0])) == [
        ("Accueil", "07 08:30-09:00", "hall du musée", [], [], None),
        ("Le chêne des quais", "07 09:00-09:30", "Salle des voiles", ["Anne Peyron"], [], "Session 1 – Le bois"),
        ("Le tilleul", "07 09:00-09:30", "salle D 128", ["Clémence Aubin"], [], "Atelier des doctorants"),
        ("Atelier des doctorants", "07 09:00-10:00", "salle D 128", [], ["Lise Aubert"], None),
        ("Session 1 – Le bois", "07 09:00-10:00", "Salle des voiles", [], ["Rémi Castan"], None),
        ("Le frêne", "07 09:30-10:00", "salle D 128", ["Youssef Ben"], [], "Atelier des doctorants"),
        (
            "Le pin des mâts",
            "07 09:30-10:00",
            "Salle des voiles",
            ["Marc Delest", "Inès Salvat"],
            [],
            "Session 1 – Le bois",
        ),
        ("Pause café", "07 10:00", None, [], [], None),
        ("Le fer", "08 10:00-11:00", "salle D 128", ["Jeanne Quillé"], [], None),
        ("Conclusions", "08 11:00", "salle D 128", ["Rémi Castan"], [], None),
    ]
    assert {one.title: one.status for one in read.sessions}["Le pin des mâts"] == "cancelled"


def test_talks_of_a_cell_have_their_speakers_behind_commas_and_hours_without_minutes() -> None:
    cell = "Session A – Le cuir|Présidence : Lucie Perrin|9h : Tanner au chêne, Marc Dufraisse|"
    cell += "9h45 : Coudre, Inès Belhadj et Paul Roche|10h : Teindre, Yann Le Goff"
    body = paragraph("Vendredi 7 mai 2027", "Heading1") + table(
        [
            ["Horaire", "Salle Rude", "Salle Haute"],
            ["9h – 10h30", cell.replace("|", "</w:t><w:br/><w:t>"), "Atelier : coudre"],
            ["10h30 – 11h", "Pause café", ""],
        ]
    )
    found = by_title(agenda(("programme.docx", docx(body))))
    assert told(found["Tanner au chêne"]) == ("Tanner au chêne", "07 09:00", "09:45", "Salle Rude", ["Marc Dufraisse"])
    assert told(found["Coudre"])[4] == ["Inès Belhadj", "Paul Roche"]
    assert told(found["Teindre"])[1:4] == ("07 10:00", "10:30", "Salle Rude")


def test_a_row_of_rooms_stands_above_the_columns_of_parallel_sessions() -> None:
    def cell(title: str, who: str, *talks: str) -> str:
        return "</w:t><w:br/><w:t>".join((title, f"Moderation: {who}", *talks))

    body = paragraph("Freitag, 7. Mai 2027", "Heading1")
    body += paragraph("8.30 – 9.00 Uhr Anmeldung") + paragraph("9.00 – 10.00 Uhr Parallele Sitzungen", "Heading2")
    body += table(
        [
            ["Saal Anker", "Saal Boje"],
            [
                cell("Sitzung A – Segel", "Ina Groth", "9.00 Nähte", "Uwe Kahl", "9.30 Tuch", "Eva Boll"),
                cell("Sitzung B – Taue", "Jan Kolbe", "9.00 Hanf", "Oda Riek", "9.30 Draht", "Tom Ahlers"),
            ],
        ]
    )
    body += paragraph("10.00 – 10.30 Uhr Kaffeepause") + paragraph("10.30 – 11.00 Uhr Abschied")
    found = by_title(agenda(("programm.docx", docx(body))))
    assert told(found["Nähte"]) == ("Nähte", "07 09:00", "09:30", "Saal Anker", ["Uwe Kahl"])
    assert told(found["Draht"]) == ("Draht", "07 09:30", "10:00", "Saal Boje", ["Tom Ahlers"])
    assert found["Sitzung B – Taue"].room == "Saal Boje"
    assert "Saal Boje" not in found
