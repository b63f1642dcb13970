"""Lines across a table that hold a session, where and when it begins, and who leads it, in lines of one cell."""

import pytest

from support.harbour import agenda, book, by_title, told
from support.papers import docx, paragraph

HEADS = [
    "Taue und Leinen\nRaum 3, ab 14 Uhr – Leitung: Ute Jansen",
    "Taue und Leinen (14 Uhr)\nRaum 3\nLeitung: Ute Jansen",
    "Taue und Leinen, Raum 3, 14.00 Uhr",
]


def _cell(text: str, wide: int = 1) -> str:
    span = f'<w:tcPr><w:gridSpan w:val="{wide}"/></w:tcPr>' if wide > 1 else ""
    return f"<w:tc>{span}{''.join(paragraph(line, bold=wide > 1) for line in text.split(chr(10)))}</w:tc>"


def _word(rows: list[list[str]]) -> bytes:
    made = ""
    for row in rows:
        cells = [_cell(row[0], 3)] if len(row) == 1 else [_cell(cell) for cell in row]
        made += f"<w:tr>{''.join(cells)}</w:tr>"
    return docx(paragraph("Freitag, 7. Mai 2027", "Heading1") + f"<w:tbl>{made}</w:tbl>")


def _page(rows: list[list[str]]) -> str:
    made = ""
    for row in rows:
        cells = [f"<td{' colspan=3' if len(row) == 1 else ''}>{cell.replace(chr(10), '<br>')}</td>" for cell in row]
        made += f"<tr>{''.join(cells)}</tr>"
    return f"<html><body><h2>Freitag, 7. Mai 2027</h2><table>{made}</table></body></html>"


def _sheet(rows: list[list[str]]) -> bytes:
    told_rows: list[list[object]] = [["Freitag, 7. Mai 2027"], *([*row] for row in rows)]
    merged = tuple(f"A{at}:C{at}" for at, row in enumerate(told_rows, 1) if len(row) == 1)
    return book(told_rows, merged)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("form", ["docx", "html", "xlsx"])
def test_a_session_has_the_room_that_its_heading_names_and_not_the_one_above(form: str, head: str) -> None:
    rows = [
        ["Galerie"],
        ["9:00", "Begrüßung", ""],
        ["9:30", "Wie Häfen altern", "Karin Albers (Bremen)"],
        [head],
        ["14:00", "Hanf, Sisal, Stahl", "Nele Friedrich (Husum)"],
        ["14:40", "Knoten unter Last", "Torben Klee (Kiel)"],
        ["15:20", "Kaffeepause", ""],
        ["15:45", "Spleißen für alle", "Ina Groth (Emden)"],
    ]
    made: str | bytes = _word(rows) if form == "docx" else _page(rows) if form == "html" else _sheet(rows)
    found = by_title(agenda((f"plan.{form}", made)))
    assert (told(found["Wie Häfen altern"])[1], found["Wie Häfen altern"].room) == ("07 09:30", "Galerie")
    session = found["Taue und Leinen"]
    assert (told(session)[1], session.room, session.speakers) == ("07 14:00", "Raum 3", ())
    assert [who.name for who in session.chairs] == (["Ute Jansen"] if "Jansen" in head else [])
    for title, at, who in (
        ("Hanf, Sisal, Stahl", "07 14:00", "Nele Friedrich"),
        ("Knoten unter Last", "07 14:40", "Torben Klee"),
        ("Spleißen für alle", "07 15:45", "Ina Groth"),
    ):
        assert (told(found[title])[1], *told(found[title])[3:]) == (at, "Raum 3", [who])
