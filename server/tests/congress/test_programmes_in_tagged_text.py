"""Programmes as printers tag them for InDesign: styles that only their place tells apart, tables, letters by number.

All of them are invented.
"""

from zoneinfo import ZoneInfo

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.material import material_of
from charlotte.congress.importers.reading import read_material
from charlotte.congress.model import Agenda

ZONE = ZoneInfo("Europe/Rome")


def agenda(raw: bytes) -> Agenda:
    event = (
        b'{"id":"g","name":"G","timezone":"Europe/Rome","start_date":"2027-04-16","end_date":"2027-04-17",'
        b'"languages":["it"]}'
    )
    return read_material(material_of([Document("stampa.txt", raw), Document("event.json", event)])).agenda


def told(found: Agenda) -> dict[str, tuple[str, str, str | None, list[str]]]:
    return {
        one.title: (
            f"{one.start.astimezone(ZONE):%d %H:%M}" if one.start else "",
            f"{one.end.astimezone(ZONE):%H:%M}" if one.end else "",
            one.room,
            [person.name for person in one.speakers],
        )
        for one in found.sessions
    }


def test_styles_of_paragraphs() -> None:
    lines = ["<UNICODE-MAC>", "<Version:16><DefineParaStyle:Giorno=<cSize:9>><DefineCharStyle:Chi=<cTypeface:Italic>>"]
    for day, rooms in (
        ("Venerdì 16 aprile", {"Chiostro": ("Reti a strascico|Ugo Sarti", "Il ritorno della seppia|Lia Fois"),
                               "Sala Vele": ("Vongole e legge|Ada Zen, Ivo Moro", "Maree")}),
        ("Sabato 17 aprile", {"Chiostro": ("Scogli artificiali|Nino Serra", "Meduse in tavola|Rosa Gallo"),
                              "Sala Vele": ("Barche di legno|Piero Cau", "Vele antiche|Elsa Riva")}),
    ):  # fmt: skip
        lines.append(f"<ParaStyle:Giorno>{day}")
        for room, talks in rooms.items():
            lines.append(f"<ParaStyle:Luogo>{room}")
            for at, talk in enumerate(talks):
                title, _, who = talk.partition("|")
                said = f"\t<CharStyle:Chi>{who}<CharStyle:>" if who else ""
                lines.append(f"<ParaStyle:Voce>{9 + at}.30<0x2013>{10 + at}.15\t{title}{said}")
    found = agenda(b"\xfe\xff" + ("\r".join(lines)).encode("utf-16-be"))
    read = told(found)
    assert read["Reti a strascico"] == ("16 09:30", "10:15", "Chiostro", ["Ugo Sarti"])
    assert read["Vongole e legge"] == ("16 09:30", "10:15", "Sala Vele", ["Ada Zen", "Ivo Moro"])
    assert read["Meduse in tavola"] == ("17 10:30", "11:15", "Chiostro", ["Rosa Gallo"])
    assert read["Vele antiche"] == ("17 10:30", "11:15", "Sala Vele", ["Elsa Riva"])


def test_tables_of_a_printer() -> None:
    def row(*cells: str) -> str:
        told = "".join(f"<CellStart:1,1<tCellInset:1>><ParaStyle:Cella>{cell}<CellEnd:>" for cell in cells)
        return f"<RowStart:<tRowAttrHeight:12>>{told}<RowEnd:>"

    rows = (
        row("Ore", "Sala Nord", "Sala Sud"),
        row("9.00<0x2013>9.45", "<cTypeface:Bold>Farine<cTypeface:><0x000A>Ugo Sarti", "Semi \\<rari\\>\r\nLia Fois"),
        row("10.00<0x2013>10.45", "Lieviti<0x000A>Elsa Riva", "Mulini a mano<0x000A>Ivo Moro"),
        row("11.00<0x2013>11.45", "<cStrikethru:1>Forni<0x000A>Nino Serra<cStrikethru:>", "Pane<0x000A>Rosa Gallo"),
    )  # fmt: skip
    head = "<ASCII-WIN>\r\n<ParaStyle:T>Sabato 17 aprile\r\n<ParaStyle:B>"
    text = f"{head}<TableStart:4,3:1:0>{''.join(rows)}<TableEnd:>\r\n"
    found = agenda(text.encode())
    read = told(found)
    assert read["Farine"] == ("17 09:00", "09:45", "Sala Nord", ["Ugo Sarti"])
    assert read["Semi <rari>"] == ("17 09:00", "09:45", "Sala Sud", ["Lia Fois"])
    assert {one.status for one in found.sessions if one.title.startswith("Forni")} == {"cancelled"}
