"""Programmes of accredited courses: a box of facts above a table with "from", "to", contents, teacher, substitute."""

from collections.abc import Sequence

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Session
from support.papers import pdf_of_cells

FACTS = Facts(id="hoof", timezone="Europe/Rome", start_date=day("2027-04-09"), end_date=day("2027-04-09"))
EDGES = (30, 60, 96, 330, 430, 520, 560)
BOXES = (30, 110, 330, 430, 560)
Lines = Sequence[str]


def course(header: Sequence[Lines], day_told: str, rows: Sequence[Sequence[Lines]]) -> bytes:
    """Return a page with a box of facts, a day and a table; a row of one cell goes across all columns."""
    cells: list[tuple[tuple[int, int, int, int], Lines]] = []
    facts = (("Provider", "n. 77 – Mulino Srl", "ID", "77-1234"), ("Corso", "Mani e zoccoli", "Crediti", "6,5"))
    top = 780
    for told in (*facts, ("Sede", "Scuderie vecchie, Lodi", "Ore", "5")):
        cells += [
            ((left, top - 15, right, top), [text]) for left, right, text in zip(BOXES, BOXES[1:], told, strict=False)
        ]
        top -= 15
    heads = [(12, 30, top - 25, day_told)]
    top -= 40
    for row in (header, *rows):
        edges = (EDGES[0], EDGES[-1]) if len(row) == 1 else EDGES
        foot = top - 4 - 10 * max(map(len, row))
        cells += [((left, foot, right, top), lines) for left, right, lines in zip(edges, edges[1:], row, strict=False)]
        top = foot
    return pdf_of_cells(cells, heads)


def read(raw: bytes) -> dict[str, Session]:
    return {one.title: one for one in read_tables([Document("course.pdf", raw)], FACTS).agenda.sessions}


def told(one: Session) -> tuple[str, str | None, list[str]]:
    assert one.start is not None and one.end is not None
    return f"{one.start:%H:%M}-{one.end:%H:%M}", one.room, [person.name for person in one.speakers]


@pytest.mark.parametrize(
    ("header", "day_told"),
    [
        ((["DALL", "E"], ["ALLE"], ["CONTENUTI"], ["DOCENTE"], ["SOSTITUTO"], ["M."]), "Venerdì 9 aprile 2027"),
        ((["VON"], ["BIS"], ["INHALTE"], ["DOZENT"], ["VERTRETUNG"], ["M."]), "Freitag, 9. April 2027"),
        ((["DE"], ["A"], ["CONTENIDOS"], ["DOCENTE"], ["SUPLENTE"], ["M."]), "Viernes 9 de abril de 2027"),
    ],
)
def test_a_course_is_read_with_its_sessions_and_those_who_teach(header: Sequence[Lines], day_told: str) -> None:
    rows: list[Sequence[Lines]] = [
        (["14.00"], ["14.15"], ["Welcome to the stables", "(Aula Magna)"], ["Prof. Ada Orr"], [""], ["L"]),
        (["I SESSION – Listening to hooves (14.15–15.15, Aula Magna)", "Chair: Prof. Rita Salis"],),
        (["14.15"], ["14.45"], ["Iron or bare?"], ["Dr. Bo Lie"], ["Dr. Paul Roux"], ["L"]),
        (["14.45"], ["15.15"], ["A limp has many fathers"], ["Dr. Eva Moss", "Dr. Ivo Marin"], [""], ["L"]),
        (
            ["15.15"],
            ["15.45"],
            ["Questions from the yard", "(Aula Piccola)"],
            ["Prof. Ada Orr"],
            ["Dr. Paul Roux"],
            ["D"],
        ),
    ]
    found = read(course(header, day_told, rows))
    assert {title: told(one) for title, one in found.items()} == {
        "Welcome to the stables": ("14:00-14:15", "Aula Magna", ["Prof. Ada Orr"]),
        "I SESSION – Listening to hooves": ("14:15-15:15", "Aula Magna", []),
        "Iron or bare?": ("14:15-14:45", "Aula Magna", ["Dr. Bo Lie"]),
        "A limp has many fathers": ("14:45-15:15", "Aula Magna", ["Dr. Eva Moss", "Dr. Ivo Marin"]),
        "Questions from the yard": ("15:15-15:45", "Aula Piccola", ["Prof. Ada Orr"]),
    }
    assert [one.name for one in found["I SESSION – Listening to hooves"].chairs] == ["Prof. Rita Salis"]


def test_a_block_that_tells_its_hours_is_a_session_whatever_its_titles_are_called() -> None:
    header: Sequence[Lines] = (["VON"], ["BIS"], ["THEMA"], ["REFERENT"], ["VERTRETUNG"], ["M."])
    rows: list[Sequence[Lines]] = [
        (["09:00"], ["09:30"], ["Hufe im Winter"], ["Ada Orr"], [""], ["V"]),
        (["Block B – Praxis (10:30–12:00, Saal 2)"],),
        (["10:30"], ["11:15"], ["Raspeln"], ["Ivo Marin"], [""], ["P"]),
        (["11:15"], ["12:00"], ["Feilen"], ["Eva Moss"], [""], ["P"]),
        (["12:00"], ["13:00"], ["Mittagspause"], [""], [""], [""]),
    ]
    found = read(course(header, "Freitag, 9. April 2027", rows))
    assert {title: told(one)[:2] for title, one in found.items()} == {
        "Hufe im Winter": ("09:00-09:30", None),
        "Block B – Praxis": ("10:30-12:00", "Saal 2"),
        "Raspeln": ("10:30-11:15", "Saal 2"),
        "Feilen": ("11:15-12:00", "Saal 2"),
        "Mittagspause": ("12:00-13:00", None),
    }
