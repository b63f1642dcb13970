"""Cells that say the kind, the room and the hours ahead of a title, or why what follows is struck through; codes of
rooms that a sheet of their own names."""

from datetime import datetime, time

import pytest

from charlotte.congress.model import Room
from charlotte.congress.search.places import Places
from support.harbour import agenda, told
from support.papers import docx
from support.workbooks import agenda as agenda_of_book
from support.workbooks import workbook

GRID = [
    ["Zeit", "Blauer Saal", "Speicher 3", "Galerie"],
    ["09:30–10:15", "Eröffnungsvortrag (Blauer Saal)|Was ein Tau alles hält|Prof. Ida Brook", None, None],
    [
        "10:30–11:15",
        "Rost an Pollern|Olaf Brand",
        "Workshop 10:30–12:30|Seilwerk Nord|Marit Holm",
        "ENTFÄLLT (Referentin erkrankt):|~Lotsen im Winter|~Greta Hansen",
    ],
    ["11:30–12:15", "Schlepper im Eis|Jens Petersen", "", "VERLEGT auf 14:00, Speicher 3:|~Karten lesen|~Anna Voss"],
    [
        "14:00–14:45",
        "Pegel und Flut|Uwe Thiel",
        "Karten lesen|Anna Voss|(ursprünglich 11:30, Galerie)",
        "Kräne|Rolf Maas",
    ],
    [
        "15:00–15:45",
        "RAUMWECHSEL – bisher in der Galerie|Tang im Netz|Ida Brook",
        "VORFÜHRUNG (15:00–16:00)|Netze flicken|Ole Kamp (Büsum)",
        "FESTLICHER AUFTAKT|Ebbe und Geduld|Uwe Thiel (Kiel)",
    ],
]


def _line(text: str, *, bold: bool) -> str:
    style = "<w:strike/>" if text.startswith("~") else "<w:b/>" if bold else ""
    return f"<w:r><w:rPr>{style}</w:rPr><w:t>{text.strip('~')}</w:t></w:r>"


def _cell(cell: str, span: int) -> str:
    broken = "<w:r><w:br/></w:r>".join(_line(one, bold=not at) for at, one in enumerate(cell.split("|")))
    wide = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>' if span > 1 else ""
    return f"<w:tc>{wide}<w:p>{broken}</w:p></w:tc>"


def _grid() -> bytes:
    rows = ""
    for row in GRID:
        told_cells = [cell for cell in row if cell is not None]
        spans = [1] * (len(told_cells) - 1) + [len(row) - len(told_cells) + 1]
        rows += f"<w:tr>{''.join(_cell(cell, span) for cell, span in zip(told_cells, spans, strict=True))}</w:tr>"
    head = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Freitag, 7. Mai 2027</w:t></w:r></w:p>'
    return docx(f"{head}<w:tbl>{rows}</w:tbl>")


def test_what_stands_ahead_of_a_title_is_no_title() -> None:
    found = {one.title: one for one in agenda(("programm.docx", _grid())).sessions}
    assert told(found["Was ein Tau alles hält"])[1:] == ("07 09:30", "10:15", "Blauer Saal", ["Prof. Ida Brook"])
    assert told(found["Seilwerk Nord"])[1:] == ("07 10:30", "12:30", "Speicher 3", ["Marit Holm"])
    assert found["Lotsen im Winter"].status == "cancelled"
    assert [one.name for one in found["Lotsen im Winter"].speakers] == ["Greta Hansen"]
    moved = found["Karten lesen"]
    assert (told(moved)[1], moved.room, moved.status) == ("07 14:00", "Speicher 3", "moved")
    assert sum("Karten" in title for title in found) == 1 and not any("VERLEGT" in title for title in found)


def test_a_remark_and_a_kind_in_capitals_above_a_title_are_not_it() -> None:
    found = {one.title: one for one in agenda(("programm.docx", _grid())).sessions}
    assert (found["Tang im Netz"].status, found["Tang im Netz"].room) == ("moved", "Blauer Saal")
    shown = next(one for title, one in found.items() if title.endswith("Netze flicken"))
    assert told(shown)[1:] == ("07 15:00", "16:00", "Speicher 3", ["Ole Kamp"])
    last = next(one for title, one in found.items() if title.endswith("Ebbe und Geduld"))
    assert [one.name for one in last.speakers] == ["Uwe Thiel"]


@pytest.mark.parametrize(
    ("column", "name", "rooms"),
    [
        ("Sala", "Nombre", {"S1": "Auditorio del Faro", "S2": "Sala Goleta", "T1": "Taller de Velas"}),
        ("Salle", "Nom", {"A1": "Amphi Brise", "B2": "Halle aux Voiles", "EXT": "Hors les murs"}),
        ("Raum", "Bezeichnung", {"R1": "Großer Speicher", "R2": "Kleiner Speicher", "HOF": "Innenhof"}),
    ],
)
def test_codes_of_rooms_stand_for_their_names_on_a_sheet_of_rooms(
    column: str, name: str, rooms: dict[str, str]
) -> None:
    codes = list(rooms)
    rows = [
        [
            f"N{at}",
            datetime(2027, 3, 5 + at % 2),
            time(9 + at // 2),
            time(10 + at // 2),
            codes[at % 3],
            f"Knots {at} and how",
        ]
        for at in range(6)
    ]
    head = ["Code", "Date", "Start", "End", column, "Title"]
    listed = [[column, name, "Level", "Seats"], *([code, called, "0", 40] for code, called in rooms.items())]
    found = agenda_of_book(("plan.xlsx", workbook({"Plan": [head, *rows], "Rooms": listed})))
    assert [one.room for one in sorted(found.sessions, key=lambda one: one.title)] == [*rooms.values(), *rooms.values()]


@pytest.mark.parametrize(
    "remark",
    [
        "„Schlepper im Eis“ findet in der Galerie statt und nicht, wie im Folder gedruckt, am Speicher 3.",
        "“Schlepper im Eis” is held in Galerie and not, as printed in the leaflet, in Speicher 3.",
    ],
)
def test_a_place_that_is_denied_is_none(remark: str) -> None:
    rows = ["| Zeit | Titel | Raum |", "|---|---|---|", "| 11:30–12:15 | Schlepper im Eis | Speicher 3 |"]
    table = "\n".join([*rows, "| 14:00–14:45 | Pegel | Galerie |", ""])
    found = {
        one.title: one
        for one in agenda(("programm.md", f"# Freitag, 7. Mai 2027\n\n{table}\n## Änderungen\n\n- {remark}\n")).sessions
    }
    assert found["Schlepper im Eis"].room == "Galerie"


def test_a_size_beside_a_room_says_which_only_where_rooms_are_called_so() -> None:
    rooms = [Room("Salón Ada Verne"), Room("Sala Pequeña"), Room("Galerie")]
    assert Places(rooms).find("grande Verne")[0].value.name == "Salón Ada Verne"
    assert Places(rooms).find("pequeña")[0].value.name == "Sala Pequeña"
