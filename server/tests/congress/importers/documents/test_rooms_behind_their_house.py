"""Rooms that are only called by what they are, behind the house they are in: "Old Mill, upper room"."""

import pytest

from charlotte.congress.importers.shapes.values.headings import is_in_a_house
from support.workbooks import agenda, people, told

ABOVE = """Venerdì 5 marzo 2027
Ex lanificio, sala grande

9.30-10.00 Saluti del rettore
Anna Riva (Prato)

10.00-11.00 Che cosa resta della lana?
Ugo Sarti (Biella)

11.30-12.00 Telai
Ida Moro (Schio)
"""
HEADS = """Freitag, 5. März 2027

Alte Spinnerei, großer Saal
9.30-10.00 Grußwort
Anna Riva (Jena)
10.00-11.00 Was bleibt von der Wolle?
Udo Hart (Gera)

Bibliothek, kleiner Lesesaal
9.30-10.30 Webstühle
Ida Moor (Hof)
"""
DASHES = """Friday 5 March 2027

9.30-10.00 Welcome – Old Mill, upper room
Anna Riva (Hull)

10.00-11.00 What is left of wool? – Old Mill, upper room
Ugo Hart (York)

11.30-12.00 Looms – Corn Exchange, great hall
Ida Moor (Ripon)
"""
COMMAS = """Vendredi 5 mars 2027

9h30-10h00 Mot du maire, Moulin du Pont, grande salle
Anna Riva (Lyon)

10h00-11h00 Que reste-t-il du lin, Moulin du Pont, grande salle
Hugo Sart (Gap)

11h30-12h00 Les métiers, Moulin du Pont, petite salle
Ida Moreau (Sens)
"""
ITEMS = """# Programa

## Viernes 5 de marzo de 2027

- 9:30–10:00 **Saludo** (Antigua fábrica, sala grande) – Ana Riva
- 10:00–11:00 **¿Qué queda?** (Antigua fábrica, sala grande) – Hugo Sanz
- 11:30–12:00 **Telares** (Biblioteca, sala pequeña) – Ida Mora
"""


@pytest.mark.parametrize(
    ("name", "text", "rooms"),
    [
        ("sotto.txt", ABOVE, ["Ex lanificio, sala grande"] * 3),
        ("kopf.txt", HEADS, ["Alte Spinnerei, großer Saal"] * 2 + ["Bibliothek, kleiner Lesesaal"]),
        ("dashes.txt", DASHES, ["Old Mill, upper room"] * 2 + ["Corn Exchange, great hall"]),
        ("virgules.txt", COMMAS, ["Moulin du Pont, grande salle"] * 2 + ["Moulin du Pont, petite salle"]),
        ("lista.md", ITEMS, ["Antigua fábrica, sala grande"] * 2 + ["Biblioteca, sala pequeña"]),
    ],
)
def test_a_room_keeps_its_house(name: str, text: str, rooms: list[str]) -> None:
    found = agenda((name, text)).sessions
    assert [told(one)[2] for one in found] == rooms
    assert [len(people(one)[0]) for one in found] == [1, 1, 1]
    assert not any("," in one.title for one in found)


@pytest.mark.parametrize("line", ["Anna Riva, sala grande", "Pausa caffè, sala piccola", "Workshop, kleiner Saal"])
def test_neither_who_speaks_nor_what_is_held_is_a_house(line: str) -> None:
    assert not is_in_a_house(line)
