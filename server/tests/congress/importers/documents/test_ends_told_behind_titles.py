"""Ends that stand behind a title, a name or a room: alone in brackets, last in those of a name, behind a comma."""

import pytest

from charlotte.congress.importers.shapes.times.until import end_after, end_apart, end_in, until
from support.workbooks import agenda, people, told

LISTS = {
    "it": """Venerdì 5 marzo 2027

9.00 Rilegare a mano (Marta Ricci) (fino alle 10)
10.15 Visita ai torchi, Sala Blu (fino alle ore 11.30)
14.00 Carte marmorizzate – Anna Sarti (sino alle 15)
15.30 Colle e pennelli (Ida Moro), fino alle 16.15
""",
    "de": """Freitag, 5. März 2027

9.00 Uhr Binden von Hand (Marta Ricci) (bis 10 Uhr)
10.15 Uhr Führung zu den Pressen, Saal Blau (bis ca. 11.30 Uhr)
14.00 Uhr Marmorpapiere – Anna Sarti (bis 15.00)
15.30 Uhr Leime und Pinsel (Ida Moro), Dauer bis 16.15 Uhr
""",
    "fr": """Vendredi 5 mars 2027

9h00 Relier à la main (Marta Ricci) (jusqu'à 10h)
10h15 Visite des presses, Salle Bleue (fin vers 11h30)
14h00 Papiers marbrés – Anna Sarti (jusqu’à 15 heures)
15h30 Colles et pinceaux (Ida Moro), jusqu'à 16 h 15
""",
    "en": """Friday 5 March 2027

9am Binding by hand (Marta Ricci) (until 10)
10.15am Tour of the presses, Blue Room (ends 11.30am)
2pm Marbled papers – Anna Sarti (until 3 p.m.)
3.30pm Glues and brushes (Ida Moro), till 4.15
""",
    "es": """Viernes 5 de marzo de 2027

9:00 Encuadernar a mano (Marta Ricci) (hasta las 10)
10:15 Visita a las prensas, Sala Azul (hasta las 11:30 horas)
14:00 Papeles jaspeados – Anna Sarti (termina a las 15)
15:30 Colas y pinceles (Ida Moro), hasta las 16:15 h
""",
}
TIMES = [("09:00", "10:00"), ("10:15", "11:30"), ("14:00", "15:00"), ("15:30", "16:15")]
PLAN = """# Atelier

## Vendredi 5 mars 2027

| Heure | Salle Maine | Salle Anjou |
|---|---|---|
| 9h | Plier sans pli (Yann Le Goff) (jusqu'à 10h30) | Coudre un cahier (Léa Petit, jusqu'à 11h) |
| 11h15 | Dorer, jusqu'à midi et demi – Paul Morel | Marbrer<br>Zoé Blin<br>(jusqu'à 12h15) |
| 14h – 15h | Presser | Tirage au sort |
"""
TABLE = """Start;Title;Speaker;Room
2027-03-05 09:00;Paper from rags (until 10);Luke Farr;Blue Room
2027-03-05 10:15;A tour of the mill;Mary Rich (until 11.30);Red Room
2027-03-05 11:30;Hinges;Ida Moor;Blue Room (until 12:15)
2027-03-05 14:00;Old inks, until 4 pm;Anna Sart;Blue Room
2027-03-05 16:30;Games (up to 12), until 17:30;Anna Sart;Red Room
"""


@pytest.mark.parametrize("language", LISTS)
def test_an_end_behind_a_title_a_name_or_a_room_is_its_end(language: str) -> None:
    found = agenda((f"{language}.txt", LISTS[language])).sessions
    assert [told(one)[:2] for one in found] == [(f"05 {start}", end) for start, end in TIMES]
    assert [people(one)[0] for one in found] == [["Marta Ricci"], [], ["Anna Sarti"], ["Ida Moro"]]
    assert not any("(" in one.title or one.title[-1].isdigit() for one in found)
    assert found[1].room is not None


def test_cells_of_a_plan_tell_their_ends() -> None:
    found = {one.title: (told(one), people(one)[0]) for one in agenda(("plan.md", PLAN)).sessions}
    assert found["Plier sans pli"] == (("05 09:00", "10:30", "Salle Maine"), ["Yann Le Goff"])
    assert found["Coudre un cahier"] == (("05 09:00", "11:00", "Salle Anjou"), ["Léa Petit"])
    assert found["Dorer"] == (("05 11:15", "12:30", "Salle Maine"), ["Paul Morel"])
    assert found["Marbrer"] == (("05 11:15", "12:15", "Salle Anjou"), ["Zoé Blin"])


def test_columns_of_a_table_tell_ends_beside_what_they_hold() -> None:
    found = [(one.title, *told(one), *people(one)[0]) for one in agenda(("table.csv", TABLE)).sessions]
    assert found == [
        ("Paper from rags", "05 09:00", "10:00", "Blue Room", "Luke Farr"),
        ("A tour of the mill", "05 10:15", "11:30", "Red Room", "Mary Rich"),
        ("Hinges", "05 11:30", "12:15", "Blue Room", "Ida Moor"),
        ("Old inks", "05 14:00", "16:00", "Blue Room", "Anna Sart"),
        ("Games (up to 12)", "05 16:30", "17:30", "Red Room", "Anna Sart"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Basteln (bis 12)",
        "Basteln (bis 12 Jahre)",
        "Netze, bis 2045",
        "Kinder (fino a 12 anni)",
        "Brennöfen (bis 900 °C)",
        "Eintritt (bis 14 Euro)",
        "From 3, until 10 years",
        "Wachen, von 3 bis 5 Uhr",
    ],
)
def test_how_old_how_hot_and_how_much_are_no_ends(line: str) -> None:
    assert end_apart(line) == ("", line)
    assert end_in(line) == ("", line)


def test_an_end_is_behind_the_start() -> None:
    assert until("2.30 pm", "5") == "2.30 pm - 17:00"
    assert until("9:00", "8:30") == "9:00"  # when to be there
    assert end_after("20:00", "1:00") == "01:00"
