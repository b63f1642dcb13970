"""Lines below a heading that say where and who leads, each behind its label, and people as Austrians write them."""

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.shapes.values.labels_in_line import labels_apart
from charlotte.congress.model import Session
from support.papers import docx, paragraph

FACTS = Facts(id="mill-2031", name="Mühlentage 2031", timezone="Europe/Vienna")


def table(rows: list[list[str]]) -> str:
    cells = (["".join(map(paragraph, cell.split("\n"))) for cell in row] for row in rows)
    made = ("".join(f"<w:tc>{one}</w:tc>" for one in row) for row in cells)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"


def programme(where: str, talks: list[list[str]]) -> dict[str, Session]:
    body = paragraph("Montag, 5. Mai 2031", "Heading1")
    for at, head in enumerate(("Block A – Korn", "Block B – Stein")):
        body += paragraph(head, "Heading2") + paragraph(where.format(("Kornsaal", "Mühlenstube")[at])) + table(talks)
    sessions = read_tables([Document("programm.docx", docx(body))], FACTS).agenda.sessions
    return {f"{one.title} @ {one.room}": one for one in sessions}


TALKS = [
    ["09.00–09.30", "Roggen im Regen\nDr.in Ilse Aigner, Steyr"],
    ["09.30–10.00", "Altes Mehl\nDGKP Jan Holub, Linz"],
]


def test_room_and_chair_stand_behind_their_labels_with_nothing_but_blanks_between() -> None:
    found = programme("Ort: {}    Vorsitz: Mag. pharm. Vera Orsolic, Wels", TALKS)
    assert {"Block A – Korn @ Kornsaal", "Roggen im Regen @ Kornsaal", "Altes Mehl @ Mühlenstube"} <= found.keys()
    assert [one.name for one in found["Block B – Stein @ Mühlenstube"].chairs] == ["Mag. pharm. Vera Orsolic"]


def test_the_room_stands_before_a_dot_and_the_second_of_two_labels_says_what_they_are() -> None:
    found = programme("{} · Vorsitz: Moderation: Vera Orsolic", TALKS)
    assert "Roggen im Regen @ Kornsaal" in found
    assert [one.name for one in found["Block A – Korn @ Kornsaal"].chairs] == ["Vera Orsolic"]


def test_titles_of_women_and_towns_that_are_written_like_names() -> None:
    talks = [
        ["09.00–09.30", "Roggen im Regen\nUniv.-Doz.in Dr.in Ilse Aigner, St. Pölten"],
        ["09.30–10.00", "Zwei Steine, ein Lauf\nPetr Zeman, Brno, und Nguyen Van Minh, Hue"],
        ["10.00–10.30", "Handmühlen bauen\nDr. iur. Jan Holub, Linz · max. 12 Personen, Liste am Eingang"],
    ]
    found = programme("Ort: {}    Vorsitz: HR DI Karl Zeh", talks)
    names = {title: [one.name for one in session.speakers] for title, session in found.items()}
    assert names["Roggen im Regen @ Kornsaal"] == ["Univ.-Doz.in Dr.in Ilse Aigner"]
    assert names["Zwei Steine, ein Lauf @ Kornsaal"] == ["Petr Zeman", "Nguyen Van Minh"]
    assert names["Handmühlen bauen @ Mühlenstube"] == ["Dr. iur. Jan Holub"]


def test_a_time_that_is_new_keeps_the_row_where_it_stands_and_tells_the_printed_one() -> None:
    talks = [*TALKS, ["11.15–11.40", "► NEUE ZEIT (im Heft: 10.15): Wasser und Wind\nVera Orsolic, Wels"]]
    moved = programme("Ort: {}    Vorsitz: Karl Zeh", talks)["Wasser und Wind @ Kornsaal"]
    assert moved.start is not None and moved.previous_start is not None and moved.status == "moved"
    assert (f"{moved.start:%H:%M}", f"{moved.previous_start:%H:%M}") == ("11:15", "10:15")


def test_a_line_that_begins_with_its_time_is_whole() -> None:
    line = "10.00–11.30 h | Auditorio | Modera: Dra. Ana Gil"
    assert labels_apart(line, frozenset()) == [line]
