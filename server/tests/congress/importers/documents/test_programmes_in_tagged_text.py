"""Programmes as printers tag them for InDesign: styles that only their place tells apart, tables, letters by number.

All of them are invented.
"""

import io
import zipfile

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.material import material_of
from charlotte.congress.importers.reading import read_material
from charlotte.congress.model import Agenda
from support.by_title import told


def agenda(raw: bytes, name: str = "stampa.txt") -> Agenda:
    event = (
        b'{"id":"g","name":"G","timezone":"Europe/Rome","start_date":"2027-04-16","end_date":"2027-04-17",'
        b'"languages":["it"]}'
    )
    return read_material(material_of([Document(name, raw), Document("event.json", event)])).agenda


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


def test_tags_of_quark_xpress() -> None:
    days = {
        "Venerdì 16 aprile": {"Portico": ("Alghe|Ugo Sarti", "Granchi blu|Lia Fois"), "Sala Mare": ("Sale|Ada Zen",)},
        "Sabato 17 aprile": {"Portico": ("Scafi|Nino Serra", "Nodi|Rosa Gallo"), "Sala Mare": ("Fari|Piero Cau",)},
    }
    lines = ["<v9.10><e9>", "@Ora=[S]<*L*p(0,0,0)>"]
    for day, rooms in days.items():
        lines.append(f"@Data:<B>{day}<$>")
        for room, talks in rooms.items():
            lines.append(f"@Dove:{room}")
            for at, talk in enumerate(talks):
                title, _, who = talk.partition("|")
                lines.append(f"@Voce:{9 + at}.30<\\#8211>{10 + at}.15\t{title}\t<I>{who}<I>")
    read = told(agenda("\n".join(lines).encode()))
    assert read["Granchi blu"] == ("16 10:30", "11:15", "Portico", ["Lia Fois"])
    assert read["Fari"] == ("17 09:30", "10:15", "Sala Mare", ["Piero Cau"])


def styled(style: str, inside: str) -> str:
    """Return a range of a story in a style, with what stands in it."""
    letters = f'<CharacterStyleRange AppliedCharacterStyle="CharacterStyle/Nome">{inside}</CharacterStyleRange>'
    return f'<ParagraphStyleRange AppliedParagraphStyle="ParagraphStyle/{style}">{letters}</ParagraphStyleRange>'


def test_documents_of_in_design() -> None:
    rows = (
        ("Ore", "Sala Nord", "Sala Sud"),
        ("9.00–9.45", "Farine\u2028Ugo Sarti", "Semi\u2028Lia Fois"),
        ("10.00–10.45", "Lieviti\u2028Elsa Riva", "Mulini\u2028Ivo Moro"),
    )
    placed = [(y, x, cell) for y, row in enumerate(rows) for x, cell in enumerate(row)]
    cells = [(y, x, styled("C", f"<Content>{cell}</Content>")) for y, x, cell in placed]
    table = "".join(f'<Cell Name="{x}:{y}" RowSpan="1" ColumnSpan="1">{cell}</Cell>' for y, x, cell in cells)
    inside = styled("T", "<Content>Sabato 17 aprile</Content><Br/>") + styled("B", f"<Table>{table}</Table>")
    sizes = (("T", 20), ("C", 9))
    styles = "".join(f'<ParagraphStyle Self="ParagraphStyle/{one}" PointSize="{size}"/>' for one, size in sizes)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("designmap.xml", '<Document xmlns:k="x"><k:Story src="Stories/Story_u1.xml"/></Document>')
        archive.writestr("Stories/Story_u1.xml", f'<k:Story xmlns:k="x"><Story Self="u1">{inside}</Story></k:Story>')
        archive.writestr("Resources/Styles.xml", f'<k:Styles xmlns:k="x">{styles}</k:Styles>')
    found = told(agenda(made.getvalue(), "stampa.idml"))
    assert found["Farine"] == ("17 09:00", "09:45", "Sala Nord", ["Ugo Sarti"])
    assert found["Mulini"] == ("17 10:00", "10:45", "Sala Sud", ["Ivo Moro"])
    alone = f"<Document>{styles}<Story>{inside}</Story></Document>"
    assert told(agenda(alone.encode(), "stampa.icml")) == found
