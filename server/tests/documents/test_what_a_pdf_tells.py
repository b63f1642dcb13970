"""What of a PDF is quoted: tables as rows, whether drawn or not, and paragraphs whole across pages and columns."""

from charlotte.documents.pdf.pages import read
from charlotte.documents.pdf.ruled import _lines, _Piece  # noqa: PLC2701 - words of a cell
from support.papers import pdf_of_cells, pdf_of_places, pdf_of_rows

LEFTS = (60, 220, 340)


def told(raw: bytes) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read(raw).told]


def test_texts_below_each_other_in_columns_are_the_rows_of_a_table() -> None:
    rows = [
        (10, ["", "Freitag", "Samstag"]),
        (10, ["Kasse", "8:30-17:00", "9:00-12:00"]),
        (10, ["Garderobe", "8:15-22:30", "geschlossen"]),
    ]
    raw = pdf_of_rows(
        [(16, ["Geöffnet"]), *rows, (10, ["Am Sonntag ist niemand im Haus, auch nicht am Telefon."])], LEFTS
    )
    assert told(raw) == [
        ("heading", "Geöffnet"),
        ("row", "Freitag | Samstag"),
        ("row", "Kasse | 8:30-17:00 | 9:00-12:00"),
        ("row", "Garderobe | 8:15-22:30 | geschlossen"),
        ("text", "Am Sonntag ist niemand im Haus, auch nicht am Telefon."),
    ]


def test_a_cell_goes_on_below_and_others_stand_in_the_middle_of_their_row() -> None:
    page = [
        (10, 60, 700, "Trip"), (10, 220, 700, "Price"), (10, 340, 700, "Good to know"),
        (10, 60, 674, "Old mill"), (10, 220, 674, "£12"), (10, 340, 680, "boots are lent;"), (10, 340, 668, "no dogs"),
        (10, 60, 642, "Ferry"), (10, 220, 642, "£7"), (10, 340, 642, "not in a gale"),
    ]  # fmt: skip
    assert told(pdf_of_places([page])) == [
        ("row", "Trip | Price | Good to know"),
        ("row", "Old mill | £12 | boots are lent; no dogs"),
        ("row", "Ferry | £7 | not in a gale"),
    ]


def test_a_cell_that_leaves_hardly_a_gap_ends_where_others_have_one_begin() -> None:
    page = [
        (10, 60, 700, "Where"), (10, 160, 700, "What"), (10, 300, 700, "Lift"),
        (10, 60, 680, "Ground floor"), (10, 160, 680, "desk and bar"), (10, 300, 680, "yes"),
        (10, 60, 660, "Gallery"), (10, 160, 660, "forty places to stand, nothing"), (10, 300, 660, "no"),
    ]  # fmt: skip
    assert told(pdf_of_places([page]))[-1] == ("row", "Gallery | forty places to stand, nothing | no")


def test_running_text_in_two_columns_is_no_table() -> None:
    left = [
        "The harbour office lends life vests to",
        "everybody who signs the list by noon",
        "and brings them back dry and clean on",
    ]
    left += ["the same day, with all their buckles", "closed and the whistle in its pocket."]
    right = [
        "Dinner is served in the sail loft from",
        "seven; whoever comes later finds only",
        "soup, since the cook leaves at nine to",
    ]
    right += ["catch the last boat home to the island", "where she lives with her two sisters."]
    page = [(10, x, 700 - 12 * at, line) for x, lines in ((60, left), (310, right)) for at, line in enumerate(lines)]
    texts = told(pdf_of_places([page]))
    assert [kind for kind, _ in texts] == ["text", "text"]
    assert texts[0][1].endswith("closed and the whistle in its pocket.")


def test_a_paragraph_goes_on_at_the_top_of_the_next_page() -> None:
    first = [(10, 60, 700, "Tea is free for all. Whoever wants to eat at the inn orders before ten, at the same")]
    after = [(10, 60, 780, "desk. The bill is paid there."), (16, 60, 740, "Boats"), (10, 60, 720, "None on Sunday.")]
    texts = told(pdf_of_places([first, after]))
    assert texts[0][1].endswith("before ten, at the same desk. The bill is paid there.")
    assert texts[1:] == [("heading", "Boats"), ("text", "None on Sunday.")]


def test_the_head_of_a_table_stands_at_the_foot_of_the_page_before() -> None:
    head = [
        (10, 60, 700, "Prices hold for a night."),
        (10, 60, 60, "Inn"),
        (10, 220, 60, "Single"),
        (10, 340, 60, "Double"),
    ]
    rows = [(10, 60, 780, "Anchor"), (10, 220, 780, "£80"), (10, 340, 780, "£95")]
    rows += [(10, 60, 764, "Crown"), (10, 220, 764, "£70"), (10, 340, 764, "£88")]
    assert [kind for kind, _ in told(pdf_of_places([head, rows]))] == ["text", "row", "row", "row"]


def test_a_drawn_table_is_told_once() -> None:
    cells = [
        ((60 + 90 * column, 660 - 30 * row, 150 + 90 * column, 690 - 30 * row), [text])
        for row, texts in enumerate((["Jour", "Bar"], ["jeudi", "9 h-18 h"], ["vendredi", "9 h-14 h"]))
        for column, text in enumerate(texts)
    ]
    heads = [(10, 60, 720, "Le bar est au rez-de-chaussée, à côté du vestiaire.")]
    assert told(pdf_of_cells(cells, heads)) == [
        ("text", "Le bar est au rez-de-chaussée, à côté du vestiaire."),
        ("row", "Jour | Bar"),
        ("row", "jeudi | 9 h-18 h"),
        ("row", "vendredi | 9 h-14 h"),
    ]


def test_words_of_a_cell_stand_in_the_order_of_their_line() -> None:
    def word(text: str, left: float, bottom: float) -> _Piece:
        return _Piece(text, text, left, left + 20, bottom, ("Serif", 9.0), ("Serif", 9.0), 20.0)

    pieces = [
        word("compreso,", 150, 100.02),
        word("pranzo", 100, 100.0),
        word("bevande", 200, 100.01),
        word("no", 100, 88),
    ]
    assert [line.text for line in _lines(pieces)] == ["pranzo compreso, bevande", "no"]


def test_a_hyphen_that_stands_for_a_later_word_stays() -> None:
    raw = pdf_of_rows(
        [(10, ["Der Weg führt am Haupt-"]), (10, ["und am Nebeneingang vorbei zum Was-"]), (10, ["serturm."])],
        (60,),
        1.2,
    )
    assert told(raw) == [("text", "Der Weg führt am Haupt- und am Nebeneingang vorbei zum Wasserturm.")]
