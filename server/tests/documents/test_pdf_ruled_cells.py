"""Cells that a page draws: a line goes on in the next where its first word, as wide as it is set, did not fit."""

from charlotte.documents.pdf.pages import read
from support.papers import pdf_of_cells

ROWS = [
    ("9.00", ["Tracks of the", "MAMMOTH III: till"], ["Ada Orr"]),
    ("9.30", ["Ice", "Bo Lie"], ["Eve Moss"]),
    ("10.00", ["A cave bear's long winter", "sleep"], ["Cy Orr"]),
]


def test_a_wide_word_before_narrow_ones_did_not_fit() -> None:
    cells = []
    for at, (time, title, who) in enumerate(ROWS):
        foot, top = 660 - 40 * at, 700 - 40 * at
        sides = zip((40, 80, 176), (80, 176, 260), ([time], title, who), strict=True)
        cells += [((left, foot, right, top), lines) for left, right, lines in sides]
    told = [block.lines[1] if block.lines else block.cells[1] for block in read(pdf_of_cells(cells)).layout]
    assert told == ["Tracks of the\vMAMMOTH III: till", "Ice\nBo Lie", "A cave bear's long winter\vsleep"]
