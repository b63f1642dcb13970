"""Signs of programmes typed by hand: a slash before each who speaks, a room in brackets behind each bold title."""

import pytest

from charlotte.congress.importers.shapes.values.title_and_people import behind_slash
from support.workbooks import agenda, people, told

TEXT = """Incontro dei campanari, Val Morena

Venerdì 5 marzo 2027

9.00 - 10.30 La voce del bronzo (Sala Rovere)
Coordina: Ines Baldi
- 9.00 - 9.30 Fondere in piazza / Tullio Marchi
- 9.30 - 10.00 Accordare o rifondere? / Edda Sarti / Piero Lenzi
- 10.00 - 10.30 Suonare a distesa/a martello: due scuole / Rita Corsi

11.00 - 12.30 Corde e battagli (Refettorio)
Coordina: Ugo Ferri
- 11.00 - 11.30 La canapa di Carmagnola // Nora Viale

14.00 - 15.00 Campane e vicinato (Sala Rovere)
con Ines Baldi e Nora Viale

15.30 - 16.30 Salita al campanile: visita guidata (Sala Noce)
"""
PAGE = """<html><head><meta name=Generator content="Microsoft Word 15"></head><body>
<h2>Friday, 5 March 2027</h2>
<p><b>9.00 – 10.30 Bells in fog</b> (Oak Room)</p><p><i>Chair: Ada Orr</i></p>
<p>9.00 – 9.40: Buoys that ring / <i>Bo Lie</i></p>
<p>9.40 – 10.20: Who winds the tower? / <i>Eve Moss / Ian Rhys</i></p>
<p><b>11.00 – 12.00 Ropes</b> (Scriptorium)</p><p>with Gwen Pask</p>
<p><b>13.00 – 14.00 Casting for beginners</b> (Oak Room)</p><p>with Tom Ness</p>
<p><b>14.30 – 15.00 Last strokes</b> (Elm Room)</p><p>with Ada Orr</p>
</body></html>"""


def test_names_behind_slashes_speak() -> None:
    found = {one.title: (told(one), *people(one)) for one in agenda(("campane.txt", TEXT)).sessions}
    assert found["Fondere in piazza"] == (("05 09:00", "09:30", "Sala Rovere"), ["Tullio Marchi"], [])
    assert found["Accordare o rifondere?"][1] == ["Edda Sarti", "Piero Lenzi"]
    assert found["Suonare a distesa/a martello: due scuole"][1] == ["Rita Corsi"]
    assert found["La canapa di Carmagnola"] == (("05 11:00", "11:30", "Refettorio"), ["Nora Viale"], [])
    assert found["Corde e battagli"] == (("05 11:00", "12:30", "Refettorio"), [], ["Ugo Ferri"])


def test_what_stands_where_others_have_a_room_is_one() -> None:
    found = {one.title: (told(one), *people(one)) for one in agenda(("programme.htm", PAGE)).sessions}
    assert found == {
        "Bells in fog": (("05 09:00", "10:30", "Oak Room"), [], ["Ada Orr"]),
        "Buoys that ring": (("05 09:00", "09:40", "Oak Room"), ["Bo Lie"], []),
        "Who winds the tower?": (("05 09:40", "10:20", "Oak Room"), ["Eve Moss", "Ian Rhys"], []),
        "Ropes": (("05 11:00", "12:00", "Scriptorium"), ["Gwen Pask"], []),
        "Casting for beginners": (("05 13:00", "14:00", "Oak Room"), ["Tom Ness"], []),
        "Last strokes": (("05 14:30", "15:00", "Elm Room"), ["Ada Orr"], []),
    }


@pytest.mark.parametrize(
    "line", ["Ada Orr / Bo Lie", "Bread / Butter", "Lunch / Room change", "Holz und / oder Stein", "Coffee / Blue Room"]
)
def test_other_slashes_part_nobody_from_a_title(line: str) -> None:
    assert behind_slash(line) is None
