"""Exports with a row for each paper: hours in the session's name or those of its papers, and signs for who presents."""

import io

import openpyxl
import pytest

from support.harbour import agenda, book, by_title, told

HEADS = ["Nr", "Sitzung", "Vorsitz", "Datum", "Beginn", "Ende", "Raum", "Titel", "Autoren"]
PAPERS = [
    ("A1 | Tau und Takel", "Eva Boll", "09:00", "09:20", "Blauer Saal", "Hanf im Winter", "Per Moen*, Ida Quint"),
    ("A1 | Tau und Takel", "Eva Boll", "09:20", "09:40", "Blauer Saal", "Wer spleißt noch?", "Ada Orr, Bo Lie*"),
    ("A1 | Tau und Takel", "Eva Boll", "09:40", "10:00", "Blauer Saal", "Draht statt Faser", "Jan Petersen*"),
    ("A2 | Möwen", "Silke Aumann", "10:30", "11:00", "Galerie", "Diebe am Kai", "Ragnar Holm*; Eva Boll"),
    ("A2 | Möwen", "Silke Aumann", "11:00", "11:30", "Galerie", "Eier zählen", "Mona Lund*"),
]
LEGEND = "Stern (*) = vortragende Person"
EXPECTED = [
    ("Diebe am Kai", "07 10:30", "11:00", "Galerie", ["Ragnar Holm"]),
    ("Draht statt Faser", "07 09:40", "10:00", "Blauer Saal", ["Jan Petersen"]),
    ("Eier zählen", "07 11:00", "11:30", "Galerie", ["Mona Lund"]),
    ("Hanf im Winter", "07 09:00", "09:20", "Blauer Saal", ["Per Moen"]),
    ("Möwen", "07 10:30", "11:30", "Galerie", []),
    ("Tau und Takel", "07 09:00", "10:00", "Blauer Saal", []),
    ("Wer spleißt noch?", "07 09:20", "09:40", "Blauer Saal", ["Bo Lie"]),
]


def _rows(papers: list[tuple[str, ...]] = PAPERS) -> list[list[object]]:
    return [[number, one[0], one[1], "07.05.2027", *one[2:]] for number, one in enumerate(papers, 301)]


def _merged() -> bytes:
    """Return a workbook whose sessions are merged beside their papers, below a line about the signs."""
    rows = [[LEGEND, *[""] * 8], HEADS, *_rows()]
    areas = ("A1:I1", *(f"{column}3:{column}5" for column in "BCD"), *(f"{column}6:{column}7" for column in "BCD"))
    return book(rows, areas)


def _page() -> str:
    spans = {0: 3, 3: 2}
    lines = []
    for at, row in enumerate(_rows()):
        high = spans.get(at)
        cells = [
            f"<td rowspan={high}>{cell}</td>" if column in (1, 2, 3) and high else f"<td>{cell}</td>"
            for column, cell in enumerate(row)
            if high or column not in (1, 2, 3)
        ]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    heads = "".join(f"<th>{head}</th>" for head in HEADS)
    return f"<table><tr><td colspan=9>{LEGEND}</td></tr><tr>{heads}</tr>{''.join(lines)}</table>"


@pytest.mark.parametrize("form", ["sheet", "page"])
def test_a_session_goes_from_its_first_paper_to_its_last(form: str) -> None:
    found = agenda(("vortraege.xlsx", _merged()) if form == "sheet" else ("vortraege.html", _page()))
    assert sorted(map(told, found.sessions)) == EXPECTED
    read = by_title(found)
    assert read["Möwen"].id == "A2"
    assert [one.name for one in read["Tau und Takel"].chairs] == ["Eva Boll"]
    assert read["Hanf im Winter"].subtitle == "Tau und Takel"
    assert "Ida Quint" in (read["Hanf im Winter"].abstract or "")


def test_the_hours_in_its_name_are_those_of_a_session() -> None:
    named = {"A1 | Tau und Takel": "Tau und Takel (09.00-10.15)", "A2 | Möwen": "Möwen (10.30-12.00)"}
    papers = [(named[one[0]], *one[1:4], "Galerie" if one[2] == "09:40" else one[4], *one[5:]) for one in PAPERS]
    lines = "\n".join(
        ";".join(map(str, row)) for row in [HEADS, *_rows([(*p[:6], p[6].replace(";", ",")) for p in papers])]
    )
    found = by_title(agenda(("export.csv", lines)))
    assert told(found["Tau und Takel"])[1:4] == ("07 09:00", "10:15", "Blauer Saal")
    assert told(found["Möwen"])[1:4] == ("07 10:30", "12:00", "Galerie")
    assert told(found["Draht statt Faser"])[1:4] == ("07 09:40", "10:00", "Galerie")


def test_without_a_legend_a_sign_leaves_nobody_out() -> None:
    made = openpyxl.load_workbook(io.BytesIO(_merged()))
    made.worksheets[0]["A1"] = "Alle Vorträge"
    written = io.BytesIO()
    made.save(written)
    found = by_title(agenda(("vortraege.xlsx", written.getvalue())))
    assert len(found["Wer spleißt noch?"].speakers) == 2


@pytest.mark.parametrize("head", ["Interne Bemerkung", "Note segreteria", "Notes internes", "Staff notes"])
def test_what_the_office_writes_for_itself_is_told_nobody(head: str) -> None:
    rows = [
        [*HEADS, head, "Hinweis"],
        *([*row, "will das Taxi bezahlt haben", "Handschuhe mitbringen"] for row in _rows()),
    ]
    lines = "\n".join("\t".join(map(str, row)) for row in rows)
    told_of = " ".join(one.abstract or "" for one in agenda(("export.tsv", lines)).sessions)
    assert "Handschuhe" in told_of
    assert "Taxi" not in told_of
