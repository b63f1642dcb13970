"""Decks come out slide by slide, their boxes in the order in which they are read; what is hidden is not there."""

import pytest

from charlotte.documents.confined.sandbox import read_paper
from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.marks import BOLD, END, STRUCK
from support.decks import box, deck, group, relations, table
from support.papers import docx, odt, paragraph


def told(raw: bytes) -> list[tuple[str, int | None, str]]:
    return [(block.kind, block.page, block.text) for block in read_paper("deck.pptx", raw).blocks]


def test_titles_bodies_and_items() -> None:
    raw = deck(
        [
            box(None, "Worum es geht", ">Wachs", ">>Kerzen", "*9 Uhr*\nBeginn"),
            box((0, 0, 9, 9), "Imkertag", holder="title"),
        ],
        [box((0, 0, 9, 9), "Geheim")],
        [box((0, 0, 9, 9), "3", holder="sldNum"), box((0, 50, 9, 9), "~Met~", "und\tHonig")],
        hidden=[1],
    )  # fmt: skip
    assert told(raw) == [
        ("heading", 1, "Imkertag"),
        ("text", 1, "Worum es geht"),
        ("item", 1, "Wachs"),
        ("item", 1, "Kerzen"),
        ("text", 1, "9 Uhr\nBeginn"),
        ("text", 2, "Met"),
        ("text", 2, "und Honig"),
    ]
    blocks = read_paper("deck.ppsx", raw).blocks
    assert (blocks[4].marked, blocks[5].marked) == ((f"{BOLD}9 Uhr{END}\nBeginn",), (f"{STRUCK}Met{END}",))


def test_columns_come_one_behind_the_other() -> None:
    lists = [("09:00 Wabe", "10:00 Met"), ("09:00 Honig", "10:00 Wachs")]
    columns = [
        shape
        for at, (name, lines) in enumerate(zip(("Saal A", "Saal B"), lists, strict=True))
        for shape in (box((at * 50, 22 - at, 40, 5), name), box((at * 50, 30, 40, 40), *lines))
    ]
    inside = group((0, 0, 100, 100), (0, 0, 200, 200), *columns[::-1])
    raw = deck([box((0, 90, 100, 5), "Alle Angaben ohne Gewähr."), inside, box((0, 0, 99, 8), "Samstag")])
    assert [text for _, _, text in told(raw)] == [
        "Samstag", "Saal A", "09:00 Wabe", "10:00 Met", "Saal B", "09:00 Honig", "10:00 Wachs",
        "Alle Angaben ohne Gewähr.",
    ]  # fmt: skip


def test_rows_of_boxes_are_a_table() -> None:
    cells = [("9.00", "Wabe", "Ida Kern"), ("10.00", "Met", "Bo Lie"), ("11.00", "Wachs", "Max Ott")]
    boxes = [box((x * 30, 10 + y * 10 + x, 28, 8), cell) for y, row in enumerate(cells) for x, cell in enumerate(row)]
    raw = deck([box((0, 0, 90, 8), "Samstag", holder="ctrTitle"), *boxes[::-1]])
    assert [text for _, _, text in told(raw)] == [
        "Samstag", "9.00 | Wabe | Ida Kern", "10.00 | Met | Bo Lie", "11.00 | Wachs | Max Ott",
    ]  # fmt: skip


def test_tables_and_diagrams() -> None:
    diagram = '<p:graphicFrame><p:xfrm/><a:graphic><dgm:relIds r:dm="d"/></a:graphic></p:graphicFrame>'
    relation = relations('<Relationship Id="d" Target="../diagrams/data1.xml"/>')
    data = (
        "<dgm:dataModel NAMES><dgm:pt><dgm:t><a:p><a:r><a:t>Anmelden</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>"
    )
    either = f"<mc:AlternateContent><mc:Choice/><mc:Fallback>{diagram}</mc:Fallback></mc:AlternateContent>"
    raw = deck(
        [table((0, 0, 9, 9), [("9.00", "2>Wabe"), ("2v10.00", "Met\tBo Lie", "A"), ("^", "Wachs", "B")]), either],
        more={"ppt/slides/_rels/slide0.xml.rels": relation, "ppt/diagrams/data1.xml": data},
    )
    blocks = read_paper("deck.pptm", raw).blocks
    assert [block.text for block in blocks] == ["Anmelden", "9.00 | Wabe", "10.00 | Met Bo Lie | A", "Wachs | B"]
    assert blocks[1].spans == ((1, 1), (2, 1)) and blocks[2].spans[0] == (1, 2)
    assert blocks[2].lines[1] == "Met\nBo Lie"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (deck([box(None, "x")])[:60], "damaged or cut off"),
        (docx(paragraph("Hello")), "no deck of slides"),
        (deck(["<p:grpSp>" * 60 + "</p:grpSp>" * 60]), "nested too deeply"),
        (deck([box(None, "x")], more={"ppt/big.xml": " " * (17 * 1024 * 1024)}), "unpacks to more"),
    ],
)
def test_what_is_no_deck(raw: bytes, said: str) -> None:
    with pytest.raises(UnreadableDocument) as failure:
        read_paper("deck.pptx", raw)
    assert said in failure.value.message


def test_presentations_of_open_document() -> None:
    def frame(x: float, y: float, inside: str, kind: str = "") -> str:
        place = f'svg:x="{x}cm" svg:y="{y}cm" svg:width="8cm" svg:height="20mm" presentation:class="{kind}"'
        return f"<draw:frame {place}>{inside}</draw:frame>"

    def text(*paragraphs: str) -> str:
        return f"<draw:text-box>{''.join(f'<text:p>{one}</text:p>' for one in paragraphs)}</draw:text-box>"

    row = "<table:table-row><table:table-cell><text:p>9.00</text:p></table:table-cell></table:table-row>"
    styles = (
        '<style:style style:name="weg" style:family="drawing-page">'
        '<style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
    )
    notes = f"<presentation:notes>{frame(0, 0, text('Langsam sprechen'))}</presentation:notes>"
    shapes = (
        frame(10, 5, text("Saal B"))
        + f"<draw:g>{frame(10, 9, text('Wabe', 'Met'))}{frame(0, 9, text('Honig'))}</draw:g>"
        + frame(0, 5, f"<table:table>{row}</table:table>")
        + frame(0, 0, text("Samstag"), "title")
        + frame(0, 18, text("4"), "page-number")
    )
    hidden = '<draw:page draw:style-name="weg">' + frame(0, 0, text("Geheim")) + "</draw:page>"
    raw = odt(f"<draw:page>{shapes}{notes}</draw:page>{hidden}", styles=styles, kind="presentation")
    blocks = read_paper("tage.odp", raw).blocks
    assert [(block.kind, block.page, block.text) for block in blocks] == [
        ("heading", 1, "Samstag"),
        ("row", 1, "9.00"),
        ("text", 1, "Honig"),
        ("heading", 1, "Saal B"),
        ("text", 1, "Wabe"),
        ("text", 1, "Met"),
    ]
    with pytest.raises(UnreadableDocument):
        read_paper("tage.odp", odt("<text:p>Hello</text:p>"))
