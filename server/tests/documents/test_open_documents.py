"""OpenDocument texts come out as their pages show them: headings, lists, tables, and how words are set."""

from charlotte.documents.confined.sandbox import read_paper
from charlotte.documents.marks import BOLD, END, STRUCK, TAB
from support.papers import odt, odt_table

STYLES = (
    '<style:style style:name="Stark" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Weg" style:family="text">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="Nie" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/>'
    '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="P3"/>'
    '<style:style style:name="P3" style:family="paragraph"><style:text-properties fo:font-weight="700"/></style:style>'
    '<style:style style:name="Kreis" style:family="text" style:parent-style-name="Kreis"/>'
)


def test_headings_paragraphs_lists_and_tables() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Alt</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:h text:outline-level="1">Imkertage</text:h><text:p text:style-name="P1">Samstag</text:p>'
        '<text:p text:style-name="P2">Anreise</text:p>'
        '<text:p>9.00<text:tab/><text:span text:style-name="Stark">Bienen</text:span><text:line-break/>Saal'
        '<text:s text:c="3"/>1<text:span text:style-name="Nie">geheim</text:span></text:p>'
        "<text:list><text:list-item><text:p>Wachs</text:p><text:p>und Honig</text:p><text:list><text:list-item>"
        "<text:p>Waben</text:p></text:list-item></text:list></text:list-item></text:list>"
        '<text:p><text:span text:style-name="Weg">Met brauen</text:span> entfällt<office:annotation><text:p>Wer weiß?'
        "</text:p></office:annotation><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>krank"
        "</text:p></text:note-body></text:note></text:p>"
        + odt_table([("9.00^2", "Saal A", "Wabe &amp; Co\nIda Kern"), ("^", "Saal B", "Met")])
    )
    blocks = read_paper("tage.odt", odt(body, styles=STYLES)).blocks
    assert [(block.kind, block.level, block.text) for block in blocks] == [
        ("heading", 1, "Imkertage"),
        ("heading", 2, "Samstag"),
        ("heading", 6, "Anreise"),
        ("text", 0, "9.00 Bienen\nSaal 1"),
        ("item", 1, "Wachs\nund Honig"),
        ("item", 2, "Waben"),
        ("text", 0, "Met brauen entfällt [krank]"),
        ("row", 0, "9.00 | Saal A | Wabe & Co Ida Kern"),
        ("row", 0, "Saal B | Met"),
    ]
    assert blocks[3].marked == (f"9.00 {TAB}{BOLD}Bienen{END}\nSaal 1",)
    assert blocks[6].marked[0].startswith(f"{STRUCK}Met brauen{END}")
    assert (blocks[7].spans, blocks[7].lines[2]) == (((1, 2), (1, 1), (1, 1)), "Wabe & Co\nIda Kern")
