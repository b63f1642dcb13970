"""Headings that say who leads a session and where, in mails, tables and pages, and what stands beside breaks."""

import json

import pytest

from charlotte.congress.importers.shapes.entries.entry_lines import title_in
from charlotte.congress.importers.wording import kind_of
from support.harbour import agenda, book, by_title, told
from support.papers import docx, paragraph, table

MAIL = """Liebe Kolleginnen, anbei der Ablauf.

{day}

8.30  {coffee} (Foyer)
9.00  {welcome}: Ina Groth (Hafenamt)

S1 - {first} (Blauer Saal), {chairs} Eva Boll
9.20  S1.1 Nieten im Alltag, U. Kahl
9.50  S1.2 Spanten biegen, J. Petersen e O. Riek
10.20 S1.3 Kielholen, T. Voss - {off}
11.00  {coffee} (Foyer)

20.00  {dinner}, Trattoria am Kai
"""


@pytest.mark.parametrize(
    ("day", "coffee", "welcome", "first", "chairs", "off", "dinner"),
    [
        ("FREITAG, 7. MAI 2027", "Kaffee", "Begrüßung", "Schiffe", "Moderation:", "ABGESAGT", "Abendessen"),
        ("VENERDÌ 7 MAGGIO 2027", "Caffè", "Apertura", "Navi", "presiede", "ANNULLATO", "Cena sociale"),
        ("FRIDAY 7 MAY 2027", "Coffee", "Welcome", "Ships", "chair:", "CANCELLED", "Dinner"),
        ("VENDREDI 7 MAI 2027", "Café", "Ouverture", "Navires", "présidence :", "ANNULÉ", "Dîner"),
        ("VIERNES 7 DE MAYO DE 2027", "Café", "Apertura", "Barcos", "modera", "CANCELADO", "Cena"),
    ],
)
def test_a_mail_names_room_and_chair_in_the_heading_of_a_session(  # noqa: PLR0913 - the words of a language
    day: str, coffee: str, welcome: str, first: str, chairs: str, off: str, dinner: str
) -> None:
    text = MAIL.format(day=day, coffee=coffee, welcome=welcome, first=first, chairs=chairs, off=off, dinner=dinner)
    read = agenda(("plan.txt", text))
    found = by_title(read)
    assert told(found[welcome]) == (welcome, "07 09:00", "09:20", None, ["Ina Groth"])
    session = found[f"S1 - {first}"]
    assert told(session) == (f"S1 - {first}", "07 09:20", "11:00", "Blauer Saal", [])
    assert [one.name for one in session.chairs] == ["Eva Boll"]
    assert told(found["S1.2 Spanten biegen"])[1:] == ("07 09:50", "10:20", "Blauer Saal", ["J. Petersen", "O. Riek"])
    assert found["S1.3 Kielholen"].status == "cancelled"
    assert told(found[dinner])[1:] == ("07 20:00", "", "Trattoria am Kai", [])
    assert [told(one)[2:4] for one in read.sessions if one.title == coffee] == [("09:00", "Foyer"), ("", "Foyer")]


def test_a_table_without_a_header_has_sessions_in_its_merged_rows_and_places_beside_breaks() -> None:
    rows: list[list[object]] = [
        ["VENDREDI 7 MAI 2027"],
        ["8h30", "Accueil café", "Hall"],
        ["9h00", "Mot de bienvenue", "Jean-Luc Arnaud, maire"],
        ["Session 1 : Coques (Salle Chêne) – Modératrice : Sylvie Garnier"],
        ["9h15", "Le rivet", "Paul Mercier (ONF)"],
        ["9h40", "La soudure", "Aude Lemaire (INRAE)"],
        ["10h05", "Discussion", ""],
        ["10h20", "Pause", "Restaurant du lac"],
    ]
    found = by_title(agenda(("plan.xlsx", book(rows, ("A1:C1", "A4:C4")))))
    assert told(found["Accueil café"]) == ("Accueil café", "07 08:30", "09:00", "Hall", [])
    assert told(found["Session 1 : Coques"]) == ("Session 1 : Coques", "07 09:15", "10:20", "Salle Chêne", [])
    assert [one.name for one in found["Session 1 : Coques"].chairs] == ["Sylvie Garnier"]
    assert told(found["La soudure"])[1:] == ("07 09:40", "10:05", "Salle Chêne", ["Aude Lemaire"])
    assert told(found["Pause"])[3:] == ("Restaurant du lac", [])


PAGE = """<html><body><h1>Programm</h1><h2>Freitag, 7. Mai 2027</h2>
<h4>08:30 – 09:00 Uhr · Foyer</h4><p>Ankommen und Kaffee</p>
<h4>09:00 – 09:45 Uhr · Großer Saal</h4>
<p><strong>Wie Schiffe schwimmen</strong><br>Dr. Karin Albers, Universität Bremen</p>
<h4>10:00 – 11:30 Uhr · Parallele Foren</h4>
<p><strong>Forum 1 – Segel</strong> (Raum 101)<br>Leitung: Sven Matthies</p>
<ul><li>Segel nähen (Ute Jansen)</li><li>Segel lesen (Dr. Paul Rehm)</li></ul>
<p><strong>Forum 2 – Taue</strong> (Raum 102)<br>Leitung: Dr. Anke Busch</p>
<ul><li>Hanf (Nele Friedrich)</li><li>Draht (Torben Klee)</li></ul>
<h4>11:30 – 12:00 Uhr · Großer Saal</h4><p><strong>Abschluss</strong></p></body></html>"""


def test_a_page_of_times_with_rooms_above_titles_and_several_sessions_under_one_time() -> None:
    read = agenda(("programm.html", PAGE))
    found = by_title(read)
    assert told(found["Wie Schiffe schwimmen"])[1:] == ("07 09:00", "09:45", "Großer Saal", ["Dr. Karin Albers"])
    assert told(found["Forum 2 – Taue"])[1:4] == ("07 10:00", "11:30", "Raum 102")
    assert [one.name for one in found["Forum 2 – Taue"].chairs] == ["Dr. Anke Busch"]
    assert told(found["Segel lesen"])[3:] == ("Raum 101", ["Dr. Paul Rehm"])
    assert told(found["Abschluss"])[1:4] == ("07 11:30", "12:00", "Großer Saal")
    assert "Parallele Foren" not in found


def test_lines_below_the_room_of_a_day_with_the_session_and_its_chairs_in_paragraphs_of_their_own() -> None:
    def at_tabs(*cells: str) -> str:
        return "<w:p>" + "<w:r><w:tab/></w:r>".join(f"<w:r><w:t>{cell}</w:t></w:r>" for cell in cells) + "</w:p>"

    body = paragraph("Venerdì 7 maggio 2027", "Heading1") + paragraph("Aula Ancora", "Heading2")
    body += at_tabs("8.30", "Registrazione")
    body += paragraph("I Sessione: Vele") + paragraph("Moderatori: E. Conti (Lucca), F. Bassi (Siena)")
    body += at_tabs("9.00", "Il lino", "G. Landi (Pisa)") + at_tabs("9.30", "Il cotone", "R. Ferri (Bari)")
    body += at_tabs("10.00", "Pausa caffè")
    body += paragraph("Sabato 8 maggio 2027", "Heading1") + paragraph("Aula Boa", "Heading2")
    body += paragraph("II Sessione: Cime") + paragraph("Moderatore: S. Alba (Pisa)")
    body += at_tabs("9.00", "La canapa", "P. Olmi (Arezzo)") + at_tabs("9.30", "Il nodo", "T. Berti (Massa)")
    found = by_title(agenda(("programma.docx", docx(body))))
    assert told(found["I Sessione: Vele"])[1:4] == ("07 09:00", "10:00", "Aula Ancora")
    assert told(found["Il cotone"])[1:] == ("07 09:30", "10:00", "Aula Ancora", ["R. Ferri"])
    assert told(found["II Sessione: Cime"])[3] == "Aula Boa"
    assert [one.name for one in found["II Sessione: Cime"].chairs] == ["S. Alba"]
    assert told(found["Registrazione"])[1:3] == ("07 08:30", "09:00")


def test_a_row_of_moderators_below_the_rooms_leads_what_is_held_there() -> None:
    rows: list[list[object]] = [
        ["7.5.2027", None, None],
        ["Zeit", "Blauer Saal", "Speicher 3"],
        ["Moderation", "Ina Groth", "Jan Kolbe"],
        ["9:00", "Nieten\nUwe Kahl", "Knoten\nOda Riek"],
        ["9:45", "Spanten\nEva Boll", "abgesagt: Teer\nTom Ahlers"],
        ["10:30", "Schlussrunde", None],
    ]
    read = agenda(("plan.xlsx", book(rows, ("B6:C6",))))
    found = by_title(read)
    assert [one.name for one in found["Knoten"].chairs] == ["Jan Kolbe"]
    assert [told(found[title])[2] for title in ("Nieten", "Spanten")] == ["09:45", "10:30"]
    assert len(read.sessions) == 5


def test_talks_of_a_session_follow_one_another_by_their_lengths() -> None:
    talks = [
        {"titulo": "Goteros viejos", "ponente": "Jaime Pardo", "minutos": 30},
        {"titulo": "Sondas", "ponente": "Lola Arnal", "minutos": 45},
        {"titulo": "Coste del agua", "ponente": "Iñaki Soto", "minutos": 15},
    ]
    sessions = [
        {"nombre": "Sesión 1. Goteo", "hora_inicio": "09:00", "hora_fin": "10:30", "modera": "Rosa Lahoz",
         "ponencias": talks},
        {"nombre": "Pausa", "hora_inicio": "10:30", "hora_fin": "11:00"},
    ]  # fmt: skip
    held = {"jornadas": [{"dia": "2027-05-07", "salas": [{"nombre": "Galerie", "sesiones": sessions}]}]}
    found = by_title(agenda(("agenda.json", json.dumps(held))))
    assert [told(found[one["titulo"]])[1:3] for one in talks] == [
        ("07 09:00", "09:30"),
        ("07 09:30", "10:15"),
        ("07 10:15", "10:30"),
    ]


TOML = """
[[dias]]
fecha = 2027-05-07
titulo = "Primer día"
[[dias.bloques]]
hora = "9:00"
que = "Bienvenida y café"
lugar = "Foyer"
[[dias.bloques]]
hora = "9:30"
que = "Cintas que se pegan"
quien = ["Rosa Luján"]
lugar = "Galerie"
[[dias.bloques]]
hora = "10:15"
que = "Mesa: ¿quién escucha?"
quien = ["Iván Prat", "Noa Ferrer"]
modera = "Luis Ocaña"
lugar = "Galerie"
hasta = "11:30"
"""


def test_a_programme_of_toml_with_the_blocks_of_its_days() -> None:
    found = by_title(agenda(("programa.toml", TOML)))
    assert [told(one) for one in found.values()] == [
        ("Bienvenida y café", "07 09:00", "09:30", "Foyer", []),
        ("Cintas que se pegan", "07 09:30", "10:15", "Galerie", ["Rosa Luján"]),
        ("Mesa: ¿quién escucha?", "07 10:15", "11:30", "Galerie", ["Iván Prat", "Noa Ferrer"]),
    ]


@pytest.mark.parametrize(
    ("title", "speakers", "chairs", "named"),
    [
        ("Begrüßung (Dr. Ina Groth)", ["Dr. Ina Groth"], [], "Begrüßung"),
        ("Tavola rotonda (modera Bo Lie)", [], ["Bo Lie"], "Tavola rotonda"),
        ("Welcome: Ina Groth (Harbour Office)", ["Ina Groth"], [], "Welcome"),
        ("Visita técnica: Quesería La Jara (Cáceres)", [], [], "Visita técnica: Quesería La Jara (Cáceres)"),
    ],
)
def test_a_title_that_names_who_holds_it(title: str, speakers: list[str], chairs: list[str], named: str) -> None:
    rows = f"Datum;Beginn;Ende;Titel;Raum;Referent\n7.5.2027;9:00;9:30;{title};Galerie;\n"
    rows += "7.5.2027;9:30;10:00;Nieten;Galerie;Uwe Kahl\n7.5.2027;10:00;10:30;Spanten;Galerie;Eva Boll\n"
    first = agenda(("plan.csv", rows)).sessions[0]
    assert (first.title, [one.name for one in first.speakers], [one.name for one in first.chairs]) == (
        named,
        speakers,
        chairs,
    )


def test_tables_below_a_day_keep_their_header() -> None:
    body = paragraph("Freitag, 7. Mai 2027", "Heading1") + table(
        [["Zeit", "Titel", "Wer"], ["9:00", "Nieten", "Uwe Kahl"], ["9:30", "Kaffee", "Galerie"], ["10:00", "Ende", ""]]
    )
    found = by_title(agenda(("plan.docx", docx(body))))
    assert told(found["Kaffee"]) == ("Kaffee", "07 09:30", "10:00", "Galerie", [])


def test_a_heading_with_its_hours_holds_the_rows_below_that_have_none() -> None:
    rows: list[list[object]] = [
        ["Viernes 7 de mayo de 2027", None, None],
        ["9:00 - 9:15", "Bienvenida", "Marta Oliver (Univ. de Lleida)"],
        ["SESIÓN 1: Redes y nudos (9:15-10:45). Aula Magna. Modera: Raúl Sanz", None, None],
        [None, "Redes que cantan", "Elena Mora"],
        [None, "Barcas vacías", "Jon Arrieta"],
        ["10:45 - 11:15", "Pausa café", "Claustro"],
        ["SESIÓN 2: Faros (11:15-12:45). Aula 3. Modera: Elena Mora", None, None],
        [None, "Luces de puerto", "Tomás Rey"],
        [None, "Fareras", "Lucía Haro"],
    ]
    found = by_title(agenda(("plan.xlsx", book(rows, ("A1:C1", "A3:C3", "A7:C7")))))
    assert told(found["SESIÓN 2: Faros"])[1:4] == ("07 11:15", "12:45", "Aula 3")
    assert [one.name for one in found["SESIÓN 1: Redes y nudos"].chairs] == ["Raúl Sanz"]
    assert told(found["Barcas vacías"])[3:] == ("Aula Magna", ["Jon Arrieta"])
    assert told(found["Pausa café"])[1:] == ("07 10:45", "11:15", "Claustro", [])
    assert found["Fareras"].subtitle == "SESIÓN 2: Faros"


def test_cells_that_only_name_a_chair_lead_what_stands_below_them() -> None:
    rows: list[list[object]] = [
        ["7.5.2027", None, None],
        ["", "Blauer Saal", "Speicher 3"],
        ["9:00", "Chair: Sam Otis", "Chair: Fay Noon"],
        ["9:00", "Rivets\nUwe Kahl", "Knots\nOda Riek"],
        ["9:45", "Ribs\nEva Boll", "Tar\nTom Ahlers"],
        ["10:30", "Tea (Galerie)", None],
        ["11:00", "Wrap-up", None],
    ]
    found = by_title(agenda(("plan.xlsx", book(rows, ("B6:C6", "B7:C7")))))
    assert [one.name for one in found["Tar"].chairs] == ["Fay Noon"]
    assert told(found["Ribs"])[1:3] == ("07 09:45", "10:30")
    assert told(found["Tea"])[1:4] == ("07 10:30", "11:00", "Galerie")
    assert len(found) == 6


def test_a_list_of_terms_with_the_talks_of_each_session_in_a_list_of_its_own() -> None:
    page = """<html><body><h2>Freitag, 7. Mai 2027</h2><dl><dt>9.00 Uhr</dt><dd>Begrüßung (Dr. Silvia Kern)</dd>
<dt>9.15–10.45 Uhr</dt><dd><b>Panel 1: Brücken</b> (Raum S 014)<br>Leitung: Dr. Max Adler
<ul><li>Vera Hahn (Wien): Steinerne Zeugen</li><li>Ole Brandt (Kiel): Zölle – entfällt</li></ul></dd>
<dt>10.45 Uhr</dt><dd>Kaffeepause (Foyer)</dd><dt>11.15 Uhr</dt><dd>Abschluss</dd></dl></body></html>"""
    found = by_title(agenda(("tagung.html", page)))
    assert told(found["Steinerne Zeugen"])[1:] == ("07 09:15", "10:45", "Raum S 014", ["Vera Hahn"])
    assert (found["Zölle"].status, found["Zölle"].subtitle) == ("cancelled", "Panel 1: Brücken")
    assert told(found["Begrüßung"])[1:] == ("07 09:00", "09:15", None, ["Dr. Silvia Kern"])


def test_talks_that_a_session_lists_as_texts_with_who_gives_them() -> None:
    told_in = """
programma:
  - quando: ven 7/5 ore 9:30-11:00
    cosa: "Sessione: Cime e nodi"
    dove: Galerie
    coordina: Ilaria Sala
    interventi:
      - "Il nodo piano (Piero Gatti)"
      - "Canapa (Maura Zeni, UniMi)"
  - quando: ven 7/5 ore 11:00
    cosa: Visita ai moli
    dove: Mole
  - quando: ven 7/5 ore 12:00
    cosa: Chiusura
    dove: Galerie
"""
    found = by_title(agenda(("programma.yaml", told_in)))
    assert told(found["Canapa"]) == ("Canapa", "07 09:30", "11:00", "Galerie", ["Maura Zeni"])
    assert found["Il nodo piano"].subtitle == "Sessione: Cime e nodi"
    assert [one.name for one in found["Sessione: Cime e nodi"].chairs] == ["Ilaria Sala"]


LEAFLET = """<html><body><h2>Friday 7 May 2027</h2>
<h3>Session 1: Reed beds</h3><p>10:30 a.m.–12:15 p.m. · Osier Room · Chair: Ina Groth</p>
<p>10:30 a.m. Cutting by moonlight<br>Tom Fenn, Ely</p><p>11:20 a.m. Thatch that lasts<br>Ada Orr, Diss</p>
<h3>Session 2: Peat</h3><p>1:30–2:45 p.m. · Sallow Room · Chair: Bo Lie</p>
<p>1:30 p.m. A bog in a bottle<br>Una Kerr, Lynn</p><p>2:00 p.m. Who owns the wet?<br>Jan Wick, Hull</p>
<h3>3:00–5:00 p.m. Walk along the dyke</h3><p>Leader: Eve Moss · bring boots and a coat</p>
</body></html>
"""


def test_a_heading_is_the_title_of_the_hours_with_room_and_chair_below_it() -> None:
    found = by_title(agenda(("leaflet.html", LEAFLET)))
    session = found["Session 1: Reed beds"]
    assert told(session) == ("Session 1: Reed beds", "07 10:30", "12:15", "Osier Room", [])
    assert [person.name for person in session.chairs] == ["Ina Groth"]
    assert told(found["Walk along the dyke"])[1:3] == ("07 15:00", "17:00")
    assert [person.name for person in found["Walk along the dyke"].speakers] == ["Eve Moss"]


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("Présidence : Ida Roux (mairie, Brest)", False),
        ("Chair: Ada Orr (Kiln Works, Ulm)", False),
        ("Modera: Rosa Neri (Lega, Lodi) e Ugo Remi", False),
        ("Moderation: was sie kann, was sie soll", True),
        ("Présidence et parité, un bilan", True),
    ],
)
def test_who_leads_a_session_and_works_in_a_town_is_no_title(line: str, is_title: bool) -> None:
    assert title_in(line) is is_title


def test_a_session_of_the_morning_ends_with_it_and_meals_are_breaks() -> None:
    body = paragraph("Freitag, 7. Mai 2027", "Heading1") + paragraph("Vormittag – Taue und Takelage", "Heading2")
    body += paragraph("Vorsitz: Ina Groth")
    for line in (
        "9.00–9.40 Uhr Hanf, Ulf Kahl",
        "9.40–10.20 Uhr Spleißen, Jan Petersen",
        "10.20–10.45 Uhr Brotzeit",
        "10.45–11.30 Uhr Teer, Ole Riek",
        "12.00–13.00 Uhr Buffet",
        "14.00–16.00 Uhr Fahrt mit der Barkasse",
    ):
        body += paragraph(line)
    found = by_title(agenda(("plan.docx", docx(body))))
    assert told(found["Taue und Takelage"])[1:3] == ("07 09:00", "11:30")
    assert [one.name for one in found["Taue und Takelage"].chairs] == ["Ina Groth"]
    assert told(found["Fahrt mit der Barkasse"])[1:3] == ("07 14:00", "16:00")
    assert {found["Brotzeit"].kind, found["Buffet"].kind} == {"break"}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Tea and barley cakes", "break"),
        ("Goûter (Cour)", "break"),
        ("Goûter le terroir", "talk"),
        ("Buffet economics: who eats how much", "talk"),
        ("Picknick", "break"),
        ("Anreise", "break"),
        ("Arrival of the swifts", "talk"),
    ],
)
def test_what_is_only_called_a_meal_is_one(title: str, kind: str) -> None:
    assert kind_of(None, title, False) == kind
