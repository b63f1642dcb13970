"""Letters in cells say what the legend says that they stand for: rooms, kinds, and what somebody is. Invented."""

import json
from pathlib import Path

from charlotte.congress.importers.folder import read_path
from charlotte.congress.importers.shapes.legends.codes_in_titles import legend_of
from charlotte.congress.model import Agenda
from support.papers import docx, odt, odt_table, paragraph, table

EVENT = {"id": "wolle", "name": "Wolltage", "timezone": "Europe/Berlin", "start_date": "2027-03-05"}
Told = tuple[str, str, str | None, list[tuple[str, str | None]]]


def read(folder: Path, name: str, raw: bytes | str) -> Agenda:
    (folder / "event.json").write_text(json.dumps(EVENT | {"end_date": "2027-03-06"}))
    (folder / name).write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return read_path(folder).agenda


def told(agenda: Agenda) -> list[Told]:
    return [
        (
            one.title,
            f"{one.start:%d %H:%M}-{one.end:%H:%M}" if one.start and one.end else "",
            one.room,
            [(person.name, person.affiliation) for person in one.speakers],
        )
        for one in agenda.sessions
    ]


def test_rooms_and_titles_of_an_open_document(tmp_path: Path) -> None:
    rows = [
        ("Hora", "Espacio", "Título", "Ponente", "Duración"),
        ("9.00 h", "T", "La lana vuelve", "MA Berta Lloret", "45'"),
        ("10.00 h^2", "N", "Tintes de otoño", "Iker Sáez\nMA Nora Vidal", "60'"),
        ("^", "P", "Tejer sin prisa", "Olga Prieto", "90'"),
        ("12.00 h", "", "Café", "—", "20'"),
    ]
    body = (
        "<text:p>Espacios: T = Teatro Olimpia; N = Nave Sur; P = Patio de las Moreras.</text:p>"
        '<text:h text:outline-level="2">viernes 5 de marzo</text:h>'
        f"{odt_table(rows)}<text:p>Siglas: MA = Maestra Artesana, OA = Oficial Artesano.</text:p>"
    )
    assert told(read(tmp_path, "programa.odt", odt(body))) == [
        ("La lana vuelve", "05 09:00-09:45", "Teatro Olimpia", [("Berta Lloret", "Maestra Artesana")]),
        (
            "Tintes de otoño",
            "05 10:00-11:00",
            "Nave Sur",
            [("Iker Sáez", None), ("Nora Vidal", "Maestra Artesana")],
        ),
        ("Tejer sin prisa", "05 10:00-11:30", "Patio de las Moreras", [("Olga Prieto", None)]),
        ("Café", "05 12:00-12:20", None, []),
    ]


def test_rooms_that_lines_of_a_document_list(tmp_path: Path) -> None:
    rows = [
        ("Zeit", "Ort", "Titel", "Referent"),
        ("9.00-9.45", "H1", "Filzen im Frost", "Uta Brand"),
        ("9.00-9.45", "Wb", "Wolle waschen", "Jan Ott"),
        ("10.00-10.45", "H1/Wb", "Spinnen für alle", "Eva Lohse"),
    ]
    body = paragraph("Freitag, 5. März 2027", "Heading1") + table(rows)
    body += paragraph("Räume") + paragraph("H1 = Große Spinnhalle") + paragraph("Wb = Wollboden")
    assert [(one[0], one[2]) for one in told(read(tmp_path, "plan.docx", docx(body)))] == [
        ("Filzen im Frost", "Große Spinnhalle"),
        ("Wolle waschen", "Wollboden"),
        ("Spinnen für alle", "Große Spinnhalle + Wollboden"),
    ]


def test_rooms_below_a_sheet_and_letters_that_nothing_explains(tmp_path: Path) -> None:
    sheet = (
        "Date,Start,End,Room,Title,Speaker\n2027-03-05,09:00,09:45,G,Spin slowly,Ann Lee\n"
        "2027-03-05,09:00,09:45,L,Knit fast,Tom Ray\n2027-03-05,10:00,10:45,G,Felt,Sue Orr\n"
    )
    explained = read(tmp_path, "plan.csv", f'{sheet},,,,,\n"Rooms: G = Great Hall, L = Loft",,,,,\n')
    assert [one.room for one in explained.sessions] == ["Great Hall", "Loft", "Great Hall"]
    left = read(tmp_path, "plan.csv", f'{sheet},,,,,\n"Rooms: A = Great Hall, L = Loft",,,,,\n')
    assert [one.room for one in left.sessions] == ["G", "L", "G"]


def test_letters_in_brackets_before_titles(tmp_path: Path) -> None:
    lines = ("9.00 [A] Ankunft – Uta Brand", "9.30 [A] Alte Wolle – Jan Ott", "9.30 [K] Filz lesen", "11.00 [H] Tausch")
    body = "<text:p>Orte: [A] Aula Weber, [K] Kontor, [H] Hof</text:p>"
    body += '<text:h text:outline-level="2">Freitag, 5. März 2027</text:h>'
    body += "".join(f"<text:p>{line}</text:p>" for line in lines)
    found = read(tmp_path, "programm.odt", odt(body))
    assert [(one.title, one.room, [person.name for person in one.speakers]) for one in found.sessions] == [
        ("Ankunft", "Aula Weber", ["Uta Brand"]),
        ("Alte Wolle", "Aula Weber", ["Jan Ott"]),
        ("Filz lesen", "Kontor", []),
        ("Tausch", "Hof", []),
    ]


def test_letters_that_a_list_without_signs_explains(tmp_path: Path) -> None:
    lines = ("10.00 – 11.00 Bread in winter (2)", "with Ada Orr", "11.00 – 12.00 Rye (1)", "with Bo Lie")
    more = (
        "13.00 – 14.00 Salt, part one (2)",
        "with Eve Moss",
        "14.00 – 15.00 Who bakes at night? (3)",
        "with Ian Rhys",
    )
    body = paragraph("Friday, 5 March 2027", "Heading1") + "".join(map(paragraph, (*lines, *more)))
    body += paragraph("Where?", "Heading1") + paragraph("1 Corn Hall, above the market")
    body += paragraph("2 Old Granary, ring twice") + paragraph("3 Bakehouse")
    found = told(read(tmp_path, "bread.docx", docx(body)))
    assert [(one[0], one[2]) for one in found] == [
        ("Bread in winter", "Old Granary"),
        ("Rye", "Corn Hall"),
        ("Salt, part one", "Old Granary"),
        ("Who bakes at night?", "Bakehouse"),
    ]


def test_a_list_that_leaves_a_letter_out_explains_none() -> None:
    texts = ["A Rathaus, Parterre B Bibliothek", "C Club"]
    assert legend_of({"A", "B"}, texts) == {"A": "Rathaus", "B": "Bibliothek"}
    assert legend_of({"A", "B", "D"}, texts) == {}
    assert legend_of({"A", "B"}, ["A Rathaus und nichts sonst", "Nach B Bibliothek"]) == {}
