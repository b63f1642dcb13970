"""What people do or give stands before their names: "Orgel: Ada Orr", "Table ronde avec …", "Accompagna Bo Lie"."""

import pytest

from charlotte.congress.importers.shapes.entries.led_by import held_by
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.line_pieces import facts_apart
from support.workbooks import agenda, people, told

EVENING = """Freitag, 5. März 2027

19.00 Abendmusik
An der alten Truhenorgel: Kantorin Ida Moser
Ort: Klosterkirche

20.15 Lieder vom Fluss
Sopran: Eva Lohse (Ulm); Laute: Jan Holub
Ort: Klosterkirche

21.30 Nachtgedanken
Predigt: Karl Groß
Ort: Klosterkirche
"""
DAY = """Programa

VIERNES 5 DE MARZO
==================

* De 9:00 a 9:45 h. Lana sucia, agua limpia (salón de actos)
  Ponente: Luis Gil

* De 9:45 a 10:30 h. Cardas y batanes del Duero (salón de actos)
  Ponente: Eva Sanz (CSIC)

* De 10:30 a 11:00 h. Pausa para café (patio)

* De 10:30 a 11:00 h. Vino y queso (taberna El Huso)

* De 11:00 a 13:00 h. Teñir con gualda y rubia en frío (molino La Presa)
  A cargo de: Ana Ruiz
"""
LIST = """<html><body><h2>Vendredi 5 mars 2027</h2><ul>
<li>9h – 9h30 : <strong>Laver la laine</strong>, par Anne Petit (INRAE) (<i>grange</i>)</li>
<li>9h30 – 10h : <strong>Carder</strong>, par Luc Bara, maire de Huy (<i>grange</i>)</li>
<li>10h – 10h30 : Pause café (<i>cour</i>)</li>
<li>10h30 – 11h : <strong>Feutrer</strong>, par Paul Morel et Ida Roux (Lin et Cie) (<i>grange</i>)</li>
<li>11h – 12h : <strong>Filer</strong>, animé par Jeanne Roy (<i>atelier Dubois</i>)</li>
<li>12h – 14h : Déjeuner (<i>halle</i>)</li>
<li>19h : Dîner (<i>bergerie Garin</i>)</li>
<li>20h – 21h : <strong>Promenade au bord du canal</strong>, guidée par Zoé Blin</li>
</ul></body></html>"""
WHO = "Chi dipinge? | Tavola rotonda con Ida Moro (Lodi), Ugo Riva (Bari), Ada Neri | Aula 1"


def test_what_they_play_says_that_they_are_there() -> None:
    found = {one.title: (people(one)[0], one.room) for one in agenda(("abend.txt", EVENING)).sessions}
    assert found == {
        "Abendmusik": (["Ida Moser"], "Klosterkirche"),
        "Lieder vom Fluss": (["Eva Lohse", "Jan Holub"], "Klosterkirche"),
        "Nachtgedanken": (["Karl Groß"], "Klosterkirche"),
    }


def test_who_leads_below_a_full_line_is_no_part_of_it_and_a_mill_in_brackets_a_place() -> None:
    found = {one.title: (told(one)[2], people(one)[0]) for one in agenda(("jornada.txt", DAY)).sessions}
    assert found["Teñir con gualda y rubia en frío"] == ("molino La Presa", ["Ana Ruiz"])


def test_a_place_by_its_kind_and_name_behind_a_meal_and_who_leads_a_walk() -> None:
    found = {one.title: (one.room, people(one)[0]) for one in agenda(("programme.html", LIST)).sessions}
    assert found["Dîner"] == ("bergerie Garin", [])
    assert found["Laver la laine"] == ("grange", ["Anne Petit"])
    assert found["Carder"] == ("grange", ["Luc Bara"])
    assert found["Feutrer"] == ("grange", ["Paul Morel", "Ida Roux"])
    assert found["Filer"][0] == "atelier Dubois"
    assert found["Promenade au bord du canal"] == (None, ["Zoé Blin"])


def test_a_round_table_in_a_cell_names_all_of_them() -> None:
    rows = [
        "9,00|Pigmenti\nprof. Luca Roda (Pavia)|Aula 1",
        f"10,00|{WHO.replace(' | ', '|', 1).replace('|', chr(10), 1).replace(' | ', '|')}",
    ]
    text = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>"
        for row in ("Ora|Intervento|Sala", *rows, "11,00|Visita agli affreschi\nAccompagna Bo Lie|")
    ).replace("\n", "<br>")
    page = f"<html><body><h2>Venerdì 5 marzo 2027</h2><table>{text}</table></body></html>"
    found = {one.title: people(one)[0] for one in agenda(("programma.html", page)).sessions}
    assert found["Chi dipinge?"] == ["Ida Moro", "Ugo Riva", "Ada Neri"]
    assert found["Visita agli affreschi"] == ["Bo Lie"]


def test_what_is_given_before_who_gives_it_and_the_room_behind_a_dash() -> None:
    told = facts_apart("Témoignages d’Anne Petit et Luc Bara – Salle Doubs", frozenset())
    assert told == [("speakers", "Anne Petit et Luc Bara"), ("room", "Salle Doubs")]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("all’organo: Ida Moro", "Ida Moro"),
        ("Viola da gamba: Eva Lohse", "Eva Lohse"),
        ("Consegna i premi Ugo Riva", "Ugo Riva"),
        ("Sous la conduite de Zoé Blin", "Zoé Blin"),
        ("Unter der Leitung von Jan Holub", "Jan Holub"),
    ],
)
def test_labels_of_those_who_play_lead_or_award(line: str, names: str) -> None:
    assert labelled(line) == ("speakers", names)


def test_who_leads_stands_behind_a_comma() -> None:
    assert held_by("Rundgang um den Weiher, unter der Führung von Jan Holub") == ("Rundgang um den Weiher", "Jan Holub")
