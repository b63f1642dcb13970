"""Programmes as decks of slides: a table a room side by side, lists of a slide, boxes set as a table.

All of them are invented.
"""

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.material import material_of
from charlotte.congress.importers.reading import read_material
from charlotte.congress.model import Agenda
from support.by_title import told
from support.decks import box, deck, table


def agenda(raw: bytes) -> Agenda:
    event = (
        b'{"id":"d","name":"D","timezone":"Europe/Berlin","start_date":"2027-10-07","end_date":"2027-10-08",'
        b'"languages":["de"]}'
    )
    return read_material(material_of([Document("foyer.pptx", raw), Document("event.json", event)])).agenda


def test_tables_side_by_side_and_rooms_among_people() -> None:
    raw = deck(
        [
            box((0, 0, 100, 8), "Donnerstag, 7. Oktober – Vormittag", holder="title"),
            table(
                (0, 10, 100, 60),
                [
                    ("9.00–9.30", "Begrüßung", "Ruth Adler und Jan Moor | → Großer Saal"),
                    ("9.30–11.00", "Torf und Zeit", "Leitung: Ina Bock | → Raum 7"),
                    ("9.30", "Bohrkerne lesen", "Knut Riis"),
                    ("10.15", "~Pollen im Moor~", "~Eva Lund~"),
                ],
            ),
        ],
        [
            box((0, 0, 100, 8), "Freitag, 8. Oktober", holder="title"),
            table((52, 22, 48, 60), [("9.00–10.30", "Moore vernässen", ""), ("9.00", "Gräben zu!", "Ole Sand")]),
            table((0, 22, 48, 60), [("9.00–9.45", "Torfmoose züchten", "Pia Horn"), ("9.45–10.30", "Ried", "Uwe Re")]),
            box((52, 12, 48, 6), "Raum 7 (1. Stock)"),
            box((0, 12, 48, 6), "Großer Saal"),
            box((0, 90, 100, 6), "Das Mittagessen gibt es im Hof."),
        ],
    )  # fmt: skip
    found = agenda(raw)
    read = told(found)
    assert read["Begrüßung"] == ("07 09:00", "09:30", "Großer Saal", ["Ruth Adler", "Jan Moor"])
    assert read["Torf und Zeit"] == ("07 09:30", "11:00", "Raum 7", [])
    assert read["Bohrkerne lesen"] == ("07 09:30", "10:15", "Raum 7", ["Knut Riis"])
    assert read["Torfmoose züchten"] == ("08 09:00", "09:45", "Großer Saal", ["Pia Horn"])
    assert read["Gräben zu!"] == ("08 09:00", "10:30", "Raum 7", ["Ole Sand"])
    gone = next(one for one in found.sessions if one.title == "Pollen im Moor")
    assert (gone.status, [one.name for one in gone.speakers]) == ("cancelled", ["Eva Lund"])


def test_lines_of_a_slide() -> None:
    raw = deck(
        [box(None, "Thursday 7 October", holder="ctrTitle"), box(None, "Welcome to the bog", holder="subTitle")],
        [
            box(None, "Oak Room", holder="title"),
            box(None, "9:00–9:40 Frogs (Ada Orr)", "9:40–10:20 Newts by day (Ben Lowe)", "10:50–11:30 Toads (Cy Tan)"),
        ],
    )  # fmt: skip
    read = told(agenda(raw))
    assert read["Newts by day"] == ("07 09:40", "10:20", "Oak Room", ["Ben Lowe"])
    assert read["Toads"] == ("07 10:50", "11:30", "Oak Room", ["Cy Tan"])


def test_boxes_set_as_a_table() -> None:
    rows = [
        ("Hora", "Charla", "Sala"),
        ("9:00–9:40", "*Setas de ribera*\nLola Paz", "Aula 2"),
        ("9:40–10:20", "*Trufas con perro*\nJon Arce", "Aula 5"),
        ("11:00–11:40", "*Levaduras*\nEva Rico, Ton Mas", "Aula 2"),
    ]
    boxes = [box((x * 34, 12 + 20 * y, 30, 15), cell) for y, row in enumerate(rows) for x, cell in enumerate(row)]
    read = told(agenda(deck([*boxes, box((0, 0, 100, 9), "Viernes 8 de octubre")])))
    assert read["Trufas con perro"] == ("08 09:40", "10:20", "Aula 5", ["Jon Arce"])
    assert read["Levaduras"] == ("08 11:00", "11:40", "Aula 2", ["Eva Rico", "Ton Mas"])


def test_cards_each_with_its_time() -> None:
    rooms = {
        "Aula 2": [
            ("9:00–9:45", "Turba", "Lola Paz"), ("9:45–10:30", "Arcilla", "Jon Arce"), ("11:00–12:00", "Limo", "")],
        "Aula 5": [
            ("9:00–10:00", "Pozos", "Ton Mas"), ("10:00–10:30", "Fuentes", "Ana Sol"), ("11:00–12:00", "Noria", "")],
    }  # fmt: skip
    boxes = [box((x * 50, 10, 45, 6), room) for x, room in enumerate(rooms)]
    for x, cards in enumerate(rooms.values()):
        for y, (time, title, who) in enumerate(cards):
            boxes.append(box((x * 50, 20 + y * 20 + 3 * x, 45, 15), f"*{title}*", who, time))
    read = told(agenda(deck([box(None, "Jueves 7 de octubre", holder="title"), *boxes])))
    assert read["Arcilla"] == ("07 09:45", "10:30", "Aula 2", ["Jon Arce"])
    assert read["Fuentes"] == ("07 10:00", "10:30", "Aula 5", ["Ana Sol"])


def test_a_slide_for_each_talk() -> None:
    talks = [
        ("Peat", "Ada Orr (Leeds)", "9:00 – 9:45", "Room 1"),
        ("Clay", "Cy Tan, Dee Marsh", "9:45 – 10:30", "Room 1"),
        ("Wells", "Hal Reed", "11:00 – 11:45", "Room 2"),
    ]
    slides = [[box(None, title, holder="title"), box(None, *lines)] for title, *lines in talks]
    read = told(agenda(deck([box(None, "Friday 8 October", holder="ctrTitle")], *slides)))
    assert read["Clay"] == ("08 09:45", "10:30", "Room 1", ["Cy Tan", "Dee Marsh"])
    assert read["Wells"] == ("08 11:00", "11:45", "Room 2", ["Hal Reed"])
