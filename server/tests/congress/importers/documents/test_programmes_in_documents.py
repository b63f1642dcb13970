"""A programme that exists only as a document becomes an agenda: tables, lines and headings, in the event's language."""

import json
from pathlib import Path

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_path, read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Session
from support.invented import EVENT
from support.papers import docx, paragraph, pdf, pdf_of_rows, table

FACTS = Facts(
    id="invented",
    timezone="Europe/Rome",
    start_date=day(EVENT["start_date"]),
    end_date=day(EVENT["end_date"]),
)
HEADER = ["Ora", "Titolo", "Relatori", "Sala"]
THURSDAY = [
    ["9.00 - 9.45", "Pelle e sole", "Elena Conti", "Aula Magna"],
    ["10.00 - 10.45", "Ossa e acqua", "Pavel Novak", "Sala Verdi"],
]
FRIDAY = [["9.00 - 9.45", "Mani pulite", "Luca Bianchi", "Aula Magna"], ["11.00 - 11.30", "Pausa caffè", "", ""]]
AS_WRITTEN = [
    ("Pelle e sole", "22 09:00", "09:45", "Aula Magna", ["Elena Conti"]),
    ("Ossa e acqua", "22 10:00", "10:45", "Sala Verdi", ["Pavel Novak"]),
    ("Mani pulite", "23 09:00", "09:45", "Aula Magna", ["Luca Bianchi"]),
    ("Pausa caffè", "23 11:00", "11:30", None, []),
]


def told(session: Session) -> tuple[str, str, str, str | None, list[str]]:
    start = f"{session.start:%d %H:%M}" if session.start else ""
    end = f"{session.end:%H:%M}" if session.end else ""
    return session.title, start, end, session.room, [person.name for person in session.speakers]


def sessions(name: str, raw: bytes) -> list[tuple[str, str, str, str | None, list[str]]]:
    return [told(session) for session in read_tables([Document(name, raw)], FACTS).agenda.sessions]


def as_markdown(rows: list[list[str]]) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in [rows[0], ["---"] * len(rows[0]), *rows[1:]])


def as_html(rows: list[list[str]]) -> str:
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in rows)}</table>"


@pytest.mark.parametrize("ending", ["md", "html", "docx", "pdf"])
def test_tables_under_headings_that_name_the_day(ending: str) -> None:
    days = (("Giovedì 22 ottobre", THURSDAY), ("Venerdì 23 ottobre", FRIDAY))
    if ending == "md":
        raw = "".join(f"## {name}\n\n{as_markdown([HEADER, *rows])}\n" for name, rows in days).encode()
    elif ending == "html":
        raw = "".join(f"<h2>{name}</h2>{as_html([HEADER, *rows])}" for name, rows in days).encode()
    elif ending == "docx":
        raw = docx("".join(paragraph(name, "Heading2") + table([HEADER, *rows]) for name, rows in days))
    else:
        drawn = [(10, HEADER), *((size, cells) for name, rows in days for size, cells in _drawn(name, rows))]
        raw = pdf_of_rows(drawn, (50, 150, 340, 460))
    assert sessions(f"programma.{ending}", raw) == AS_WRITTEN


def _drawn(name: str, rows: list[list[str]]) -> list[tuple[int, list[str]]]:
    return [(13, [name]), *((10, row) for row in rows)]


def test_a_timetable_of_rooms_under_each_day() -> None:
    rows = [["Ora", "Sala Verdi", "Aula Magna"], ["9.30", "Pelle e sole (Elena Conti)", "Ossa e acqua (Pavel Novak)"]]
    rows += [["11.00", "Pausa caffè", "Pausa caffè"], ["11.30", "Mani pulite", ""]]
    read = sessions("p.md", f"# Convegno\n\n## Venerdì 23 ottobre\n\n{as_markdown(rows)}".encode())
    assert read == [
        ("Pelle e sole", "23 09:30", "11:00", "Sala Verdi", ["Elena Conti"]),
        ("Ossa e acqua", "23 09:30", "11:00", "Aula Magna", ["Pavel Novak"]),
        ("Pausa caffè", "23 11:00", "11:30", None, []),
        ("Mani pulite", "23 11:30", "", "Sala Verdi", []),
    ]


def test_cells_that_cover_several_rooms_or_hours() -> None:
    page = (
        "<h2>Venerdì 23 ottobre</h2><table>"
        "<tr><th>Ora</th><th>Sala Verdi</th><th>Sala Rossa</th><th>Aula Magna</th></tr>"
        "<tr><td>9.00-9.30</td><td colspan=3>Registrazione</td></tr>"
        "<tr><td>9.30-10.15</td><td>Il cuore<br>Elena Conti</td><td>Il fegato</td>"
        "<td rowspan=2>Tavola rotonda</td></tr>"
        "<tr><td>10.15-11.00</td><td>I reni</td><td>Le ossa</td></tr>"
        "<tr><td>11.00-11.30</td><td colspan=3>Pausa caffè</td></tr></table>"
    )
    assert sessions("p.html", page.encode()) == [
        ("Registrazione", "23 09:00", "09:30", None, []),
        ("Il cuore", "23 09:30", "10:15", "Sala Verdi", ["Elena Conti"]),
        ("Il fegato", "23 09:30", "10:15", "Sala Rossa", []),
        ("Tavola rotonda", "23 09:30", "11:00", "Aula Magna", []),
        ("I reni", "23 10:15", "11:00", "Sala Verdi", []),
        ("Le ossa", "23 10:15", "11:00", "Sala Rossa", []),
        ("Pausa caffè", "23 11:00", "11:30", None, []),
    ]


LINES = """# Tagungsprogramm

## Donnerstag, 22. Oktober 2026

### Großer Saal

- 09:00–09:30 Begrüßung
- 09:30–10:15 **Der Wald im Klimawandel** – Jürgen Müller

### Seminarraum 2

- 09:30–10:15 Bienen verstehen – Ingrid van der Berg

## Freitag, 23. Oktober 2026

**10:00 – 11:00 Uhr: Rechnen lernen** (Elena Conti)
Ort: Großer Saal

Wie Kinder zählen und warum das wichtig ist.
"""


def test_lines_that_begin_with_a_time() -> None:
    read = read_tables([Document("p.md", LINES.encode())], FACTS).agenda.sessions
    assert [told(session) for session in read] == [
        ("Begrüßung", "22 09:00", "09:30", "Großer Saal", []),
        ("Der Wald im Klimawandel", "22 09:30", "10:15", "Großer Saal", ["Jürgen Müller"]),
        ("Bienen verstehen", "22 09:30", "10:15", "Seminarraum 2", ["Ingrid van der Berg"]),
        ("Rechnen lernen", "23 10:00", "11:00", "Großer Saal", ["Elena Conti"]),
    ]
    assert read[-1].abstract == "Wie Kinder zählen und warum das wichtig ist."


def test_headings_that_are_titles_and_lines_below_that_say_when() -> None:
    page = (
        "<h2>Jeudi 22 octobre</h2><h3>L'eau et la ville</h3><p>9h00 - 9h45, Salle B</p><p>Chloé Lefèvre</p>"
        "<p>Une longue histoire.</p><h3>Pourquoi les abeilles dansent</h3><p>10h - 10h45, Salle B</p>"
        "<p>Aïcha Benali</p><h3>Déjeuner</h3><p>12h30 - 14h</p>"
    )
    assert sessions("p.html", page.encode()) == [
        ("L'eau et la ville", "22 09:00", "09:45", "Salle B", ["Chloé Lefèvre"]),
        ("Pourquoi les abeilles dansent", "22 10:00", "10:45", "Salle B", ["Aïcha Benali"]),
        ("Déjeuner", "22 12:30", "14:00", None, []),
    ]


def test_lines_of_a_pdf() -> None:
    lines = [
        (20, "Tagungsprogramm"),
        (15, "Freitag, 23. Oktober 2026"),
        (10, "09:00 - 09:30 Begrüßung, Großer Saal"),
        (10, "09:30 - 10:15 Bienen verstehen (Ingrid van der Berg), Saal 2"),
        (15, "Samstag, 24. Oktober 2026"),
        (10, "09:00 - 09:45 Rechnen lernen (Elena Conti), Saal 2"),
    ]
    assert sessions("p.pdf", pdf([lines])) == [
        ("Begrüßung", "23 09:00", "09:30", "Großer Saal", []),
        ("Bienen verstehen", "23 09:30", "10:15", "Saal 2", ["Ingrid van der Berg"]),
        ("Rechnen lernen", "24 09:00", "09:45", "Saal 2", ["Elena Conti"]),
    ]


def test_a_folder_s_document_is_the_programme_where_no_other_file_is(tmp_path: Path) -> None:
    (tmp_path / "event.json").write_text(json.dumps(EVENT))
    (tmp_path / "programma.md").write_text(LINES)
    (tmp_path / "faq.md").write_text("# FAQ\n\nThe desk is open from 9:00 to 18:00.\n\n9:00 - 18:00 Cloakroom\n")
    (tmp_path / "prices.csv").write_text("Item,Price\nCoffee,2\nBread,3\nWater,1\n")
    assert len(read_path(tmp_path).agenda.sessions) == 4
