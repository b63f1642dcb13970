"""Cells of a PDF that end on one line of the page: they stand beside what they belong to."""

from charlotte.documents.pdf.pages import read
from support.papers import pdf_of_places

ROWS = (
    ("9.00", "Nieten", "Blauer Saal"),
    ("9.30", "Spanten und Planken", "Foyer"),
    ("10.00", "Knoten", "Werkstatt 3"),
    ("10.30", "Segel", "Hof"),
    ("11.00", "Tau", "Blauer Saal"),
)
WIDTHS = {"Blauer Saal": 57, "Foyer": 28, "Werkstatt 3": 56, "Hof": 17}
"""Points in Helvetica of 11."""
RIGHT = 540


def page(lefts: tuple[int, int]) -> list[tuple[int, int, int, str]]:
    found = []
    for number, (time, title, room) in enumerate(ROWS):
        foot = 700 - 40 * number
        found += [(11, lefts[0], foot, time), (11, lefts[1], foot, title), (11, RIGHT - WIDTHS[room], foot, room)]
    return found


def test_rooms_flush_right_are_one_column_and_stand_behind_their_titles() -> None:
    read_paper = read(pdf_of_places([page((60, 130))]))
    assert [block.cells for block in read_paper.layout] == list(ROWS)
    assert [block.text for block in read_paper.flow] == [f"{time} {title} | {room}" for time, title, room in ROWS]


def test_a_column_flush_left_stays_a_column() -> None:
    rows = [(11, 60, 700 - 40 * at, time) for at, (time, _, _) in enumerate(ROWS)]
    rows += [(11, 130, 700 - 40 * at, title) for at, (_, title, _) in enumerate(ROWS)]
    rows += [(11, 400, 700 - 40 * at, room) for at, (_, _, room) in enumerate(ROWS)]
    assert [block.cells for block in read(pdf_of_places([rows])).layout] == list(ROWS)
    assert not any(" | " in block.text and block.kind == "text" for block in read(pdf_of_places([rows])).flow)
