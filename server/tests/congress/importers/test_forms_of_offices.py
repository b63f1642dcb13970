"""Programmes in forms of which only the mechanism is known: boxes of a page, days on sheets, talks inside of cells."""

import io

import openpyxl

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.shapes.people.names import people_in, writes_employers
from charlotte.congress.importers.shapes.times.day_line import day_above
from charlotte.congress.importers.times import day
from charlotte.congress.model import Agenda, Session

FACTS = Facts(id="invented", timezone="Europe/Vienna", start_date=day("2027-02-05"), end_date=day("2027-02-06"))


MESA = "Mesa: El precio de la lana\nModera: Rosa Vidal\nIntervienen: Luis Mora (Telar Sur); Ana Gil\n[Sala Grande]"
TINTES = "Tintes\nEva Ruiz (Taller Azul)\n(CAMBIO DE AULA: antes en Aula Seda)"


def agenda(name: str, raw: bytes) -> Agenda:
    return read_tables([Document(name, raw)], FACTS).agenda


def by_title(found: Agenda) -> dict[str, Session]:
    return {session.title: session for session in found.sessions}


def when(session: Session) -> tuple[str, str]:
    assert session.start is not None and session.end is not None
    return f"{session.start:%d %H:%M}", f"{session.end:%H:%M}"


def names(session: Session) -> list[str]:
    return [one.name for one in session.speakers]


def test_a_sheet_s_day_places_in_brackets_and_what_was_before_a_change() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Viernes 5"
    rows = [
        ["III JORNADAS DEL TEJIDO ARTESANO DE LA SIERRA – VIERNES 5 DE FEBRERO DE 2027", None, None, None],
        ["Verde: cambios del 5 y 6 de febrero", None, None, None],
        ["Hora", "SALA GRANDE", "Aula Lino", "Aula Seda"],
        ["9:00 - 9:30", "Café de bienvenida\n[Zaguán]", None, None],
        ["9:30 - 10:30", MESA, None, None],
        ["10:30 - 11:15", None, TINTES, "CANCELADO - Nudos\nLuis Mora"],
        ["11:15 - 12:00", "Hilar en casa\nAna Gil\n(NUEVO HORARIO: antes a las 13:00)", None, None],
    ]
    for row in rows:
        page.append(row)
    for at in (1, 2):
        page.merge_cells(start_row=at, end_row=at, start_column=1, end_column=4)
    for at in (4, 5):
        page.merge_cells(start_row=at, end_row=at, start_column=2, end_column=4)
    written = io.BytesIO()
    book.save(written)
    found = agenda("jornadas.xlsx", written.getvalue())
    read = by_title(found)
    assert not found.warnings
    assert (when(read["Café de bienvenida"]), read["Café de bienvenida"].room) == (("05 09:00", "09:30"), "Zaguán")
    panel = read["Mesa: El precio de la lana"]
    assert ([one.name for one in panel.chairs], names(panel)) == (["Rosa Vidal"], ["Luis Mora", "Ana Gil"])
    dye = read["Tintes"]
    assert (dye.status, dye.room, dye.previous_room) == ("moved", "Aula Lino", "Aula Seda")
    spinning = read["Hilar en casa"]
    assert spinning.previous_start is not None and (spinning.status, spinning.previous_start.hour) == ("moved", 13)
    assert (read["Nudos"].status, names(read["Nudos"])) == ("cancelled", ["Luis Mora"])


def test_boxes_of_a_page_below_their_times() -> None:
    page = """<h1>Programm</h1><p>5. und 6. Februar 2027, Linz</p>
    <ul><li>Freitag, 05.02.</li><li>Samstag, 06.02.</li></ul>
    <h2>Freitag, 5. Februar 2027</h2>
    <h3>09:00 – 10:00 Uhr</h3><article><h4>Begrüßung</h4><p>Stadtsaal</p>
    <ul><li><b>Dr. Ute Lang</b>, Obfrau</li></ul></article>
    <h3>10:00 – 11:00 Uhr</h3><article><h4>Holz und Wasser</h4><p>Stadtsaal</p>
    <ul><li><b>Jan Kolb</b>, Kolb Säge GmbH</li><li><b>Mia Frei</b>, Kolb Säge GmbH</li></ul></article>
    <article><h4>Nisthilfen bauen</h4><p>Raum Inn</p><p><span>ENTFÄLLT</span> leider</p></article>
    <article><h4>Podium: Wem gehört der Bach?</h4><p>Alte Mühle</p><p>Moderation: Udo Pichler (Bachblatt)</p>
    <ul><li><b>Dr. Ute Lang</b>, Obfrau</li></ul></article>
    <h2>Samstag, 6. Februar 2027</h2>
    <h3>08:30 – 09:30 Uhr</h3><article><h4>Moorwanderung</h4><p>Raum Inn</p>
    <p><span>Verlegt: ursprünglich Freitag, 14:00 Uhr</span></p>
    <ul><li><b>Mia Frei</b>, Kolb Säge GmbH</li></ul></article>"""
    found = agenda("programm.html", page.encode())
    read = by_title(found)
    assert not found.warnings
    assert [session.title for session in found.sessions] == [
        "Begrüßung",
        "Holz und Wasser",
        "Nisthilfen bauen",
        "Podium: Wem gehört der Bach?",
        "Moorwanderung",
    ]
    wood = read["Holz und Wasser"]
    assert (when(wood), wood.room, names(wood)) == (("05 10:00", "11:00"), "Stadtsaal", ["Jan Kolb", "Mia Frei"])
    assert [one.affiliation for one in wood.speakers] == ["Kolb Säge GmbH", "Kolb Säge GmbH"]
    assert read["Nisthilfen bauen"].status == "cancelled"
    podium = read["Podium: Wem gehört der Bach?"]
    assert (podium.room, [one.name for one in podium.chairs]) == ("Alte Mühle", ["Udo Pichler"])
    moor = read["Moorwanderung"]
    assert (when(moor), moor.status) == (("06 08:30", "09:30"), "moved")
    assert moor.previous_start is not None and f"{moor.previous_start:%d %H:%M}" == "05 14:00"


def test_talks_inside_of_a_cell_have_times_and_people_of_their_own() -> None:
    page = """<h2>Vendredi 5 février 2027</h2><table><tr><th>Horaire</th><th>Salle</th><th>Session</th></tr>
    <tr><td>9h00 – 10h30</td><td>Salle Bleue</td><td>Symposium 1 – Le genou<br>Modérateurs : Pr Max Roy (Lyon),
    Dr Léa Petit (Nice)<br>9h00 La marche : pour qui ? – Dr Tom Blanc (CHU de Metz)<br>
    9h40 Le vélo – Dr Zoé Noir (Pau)</td></tr>
    <tr><td>10h30 – 11h00</td><td>Hall</td><td>Pause café</td></tr>
    <tr><td>11h00 – 12h00</td><td>Salle Verte</td><td>Table ronde – Le sel<br>Mme Ida Roche (Albi)<br>
    Changement de salle : initialement prévue en Salle Bleue</td></tr></table>"""
    read = by_title(agenda("programme.html", page.encode()))
    outer = read["Symposium 1 – Le genou"]
    assert ([one.name for one in outer.chairs], names(outer)) == (["Pr Max Roy", "Dr Léa Petit"], [])
    assert (when(read["La marche : pour qui ?"]), names(read["La marche : pour qui ?"])) == (
        ("05 09:00", "09:40"),
        ["Dr Tom Blanc"],
    )
    bike = read["Le vélo"]
    assert (when(bike), bike.room, bike.subtitle) == (("05 09:40", "10:30"), "Salle Bleue", outer.title)
    assert (read["Table ronde – Le sel"].status, read["Table ronde – Le sel"].previous_room) == ("moved", "Salle Bleue")


def test_what_stands_behind_a_name_and_a_comma() -> None:
    lines = ["Ivo Neri, apicoltore", "Carla Fusi, Frantoio Fusi", "dott. Ugo Sala, Regione Marche", "Lea Moro, sindaca"]
    assert writes_employers(lines)
    assert [(one.name, one.affiliation) for one in people_in(lines[1], employers=True)] == [
        ("Carla Fusi", "Frantoio Fusi")
    ]
    assert not writes_employers(["Ivo Neri, Carla Fusi", "Ugo Sala, Lea Moro", "Rita Riva, Aldo Gori, Ada Rosi"])


def test_a_line_above_rows_names_one_day_or_none() -> None:
    assert day_above(["Sala 2", "Convegno regionale delle api e del miele di montagna – venerdì 5 febbraio 2027"])
    assert not day_above(
        ["22. und 23. September 2027, Kassel", "jeudi 18 et vendredi 19 mars 2027", "5-6 febbraio 2027"]
    )


def test_a_table_with_a_caption_and_columns_for_everybody() -> None:
    page = """<table><caption>Freitag, 5.2.2027</caption>
    <tr><th>Uhrzeit</th><th>Thema</th><th>Referent*in</th><th>Raum</th></tr>
    <tr><td>09:00 Uhr bis 09:30 Uhr</td><td>Ankommen</td><td></td><td>Foyer</td></tr>
    <tr><td>09:30 Uhr bis 10:00 Uhr</td><td>Bachforellen</td><td>Jan Kolb, Kolb Säge GmbH</td><td>Raum Inn</td></tr>
    <tr><td>10:00 Uhr bis 10:30 Uhr</td><td>Flechten<br><small>Raumänderung! Bisher: Raum Enns</small></td>
    <td>Mia Frei, Studentin</td><td>Raum Inn</td></tr>
    <tr><td>10:30 Uhr bis 11:00 Uhr</td><td><del>Pilze</del> (abgesagt)</td><td>Dr. Ute Lang, Obfrau</td>
    <td>Raum Enns</td></tr></table>"""
    found = agenda("programm.html", page.encode())
    read = by_title(found)
    assert not found.warnings
    trout = read["Bachforellen"]
    assert (when(trout), trout.room, names(trout)) == (("05 09:30", "10:00"), "Raum Inn", ["Jan Kolb"])
    assert (read["Flechten"].previous_room, names(read["Flechten"])) == ("Raum Enns", ["Mia Frei"])
    assert read["Pilze"].status == "cancelled"


def test_a_list_of_times_and_what_is_held_then() -> None:
    page = """<h2>Friday 5 February</h2><dl>
    <dt>09:00</dt><dd><strong>Opening</strong> — Ann Lee, <em>Main Hall</em></dd>
    <dt>09:30</dt><dd><strong>Panel: Whose beach?</strong>, <em>Main Hall</em><br>Moderator: Eve Moss</dd>
    <dt>10:30</dt><dd><strong>Dunes</strong> — Bob Roe, <em>Room Oak</em></dd></dl>"""
    sessions = agenda("programme.html", page.encode()).sessions
    assert [(one.title, one.room, names(one)) for one in sessions] == [
        ("Opening", "Main Hall", ["Ann Lee"]),
        ("Panel: Whose beach?", "Main Hall", []),
        ("Dunes", "Room Oak", ["Bob Roe"]),
    ]
    assert [one.name for one in sessions[1].chairs] == ["Eve Moss"]


CARDS = (
    ("Bees", "09:00 – 09:45", "Enzian", "Beginner"),
    ("Digital Twins", "09:00 – 09:45", "B-104", "Beginner"),
    ("Wool", "10:00 – 10:45", "Enzian", "Expert"),
    ("Snow", "10:00 – 10:45", "B-104", "Expert"),
    ("Soil", "11:00 – 11:45", "Enzian", "Beginner"),
    ("Moving Dunes", "11:00 – 11:45", "B-104", "Beginner"),
)


def test_rooms_that_no_word_gives_away_are_what_is_repeated_and_never_held_twice_at_once() -> None:
    cards = "".join(
        f"<div>{time}</div><div>{title}</div><div>{level}</div><div>{room}</div>" for title, time, room, level in CARDS
    )
    sessions = agenda("programme.html", f"<h2>Friday 5 February</h2>{cards}".encode()).sessions
    assert [(one.title, one.room, one.speakers) for one in sessions] == [
        (title, room, ()) for title, _, room, _ in CARDS
    ]


def test_a_timetable_for_each_day_in_one_sheet_with_rooms_that_no_word_gives_away() -> None:
    rows = (
        '"Friday, February 5, 2027",,\nTime,Gentian,B-104\n09:00-09:45,"Bees\nAnn Lee (Hive Ltd)","Soil\nBob Roe"\n'
        '10:00-10:45,,"Wool\nEve Moss"\n"Saturday, February 6, 2027",,\nTime,Gentian,B-104\n'
        '09:00-09:45,"Snow\nAnn Lee (Hive Ltd)","Moss\nBob Roe"\n10:00-10:45,"Ice\nBob Roe","Rain\nEve Moss"\n'
    )
    sessions = agenda("grid.csv", rows.encode()).sessions
    assert [(one.title, when(one)[0], one.room, names(one)) for one in sessions if one.room == "Gentian"] == [
        ("Bees", "05 09:00", "Gentian", ["Ann Lee"]),
        ("Snow", "06 09:00", "Gentian", ["Ann Lee"]),
        ("Ice", "06 10:00", "Gentian", ["Bob Roe"]),
    ]
    assert len(sessions) == 7
