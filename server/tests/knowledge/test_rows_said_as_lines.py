"""Rows of tables become lines that say of each cell what it is."""

from charlotte.documents.formats import reader_of
from charlotte.documents.paper import Block
from charlotte.knowledge.chunking import document_of
from charlotte.knowledge.passage import Passage
from charlotte.knowledge.quotes.rows import is_table
from charlotte.knowledge.table_rows import with_heads
from charlotte.knowledge.units import together, units

PRICES = """<html><body><h1>Fees</h1><table>
<tr><td><b>Who</b></td><td><b>For</b></td><td><b>Early</b></td><td><b>Late</b></td></tr>
<tr><td rowspan="2">Growers</td><td>one day</td><td>£20</td><td>£25</td></tr>
<tr><td>both days</td><td>£35</td><td>£40</td></tr>
<tr><td>Children</td><td>both days</td><td colspan="2">£5</td></tr>
</table></body></html>"""


def lines(source: str) -> list[str]:
    paper = reader_of("fees.html")(source.encode())
    return document_of("fees.html", paper, "0").passages[0].text.split("\n")


def test_what_covers_several_rows_or_columns_is_said_in_each() -> None:
    assert lines(PRICES) == [
        "Who: Growers; For: one day; Early: £20; Late: £25",
        "Who: Growers; For: both days; Early: £35; Late: £40",
        "Who: Children; For: both days; Early: £5; Late: £5",
    ]


def rows(*cells: tuple[str, ...]) -> list[bool]:
    blocks = [Block(kind="row", text=" | ".join(row), cells=row) for row in cells]
    return [block.is_header for block in with_heads(blocks)]


def test_a_head_may_leave_the_corner_empty() -> None:
    assert rows(("", "Giovedì", "Venerdì"), ("Bar", "9-18", "9-14"), ("Cassa", "8-17", "8-12")) == [True, False, False]
    assert rows(("Bar", "aperto", "chiuso"), ("Cassa", "chiusa", "aperta"), ("Sala", "sì", "no")) == [False] * 3


def test_of_rows_that_name_the_same_columns_not_all_are_told() -> None:
    told = "Day: Friday; Desk: 9-17\nDay: Saturday; Desk: 9-12"
    passage = Passage("a#1", "a", "Hours", ("Desk",), None, "en", told)
    assert is_table(list(units(passage)))
    alone = Passage("a#1", "a", "Wi-Fi", ("Wi-Fi",), None, "en", "Net: barn\nPassword: hay")
    assert not is_table(list(units(alone)))


def test_the_note_that_a_mark_leads_to_is_told_with_it() -> None:
    text = "The cloakroom* is open 9-19.\nThe bar is open 10-16.\n* Closed at noon."
    said = list(units(Passage("a#1", "a", "Hours", ("Hours",), None, "en", text)))
    assert together(said, [0]) == "The cloakroom* is open 9-19. * Closed at noon."
    assert together(said, [1]) == "The bar is open 10-16."
