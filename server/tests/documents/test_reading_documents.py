"""What a document says comes out as headings, paragraphs, items and rows, whatever it was written with."""

import orjson

from charlotte.documents.confined.sandbox import read_paper
from charlotte.documents.html.markup import read_markup
from charlotte.documents.html.visible import visible
from charlotte.documents.paper import Block
from support.papers import docx, paragraph, pdf, table


def said(name: str, raw: bytes | str) -> list[tuple[str, str]]:
    paper = read_paper(name, raw.encode() if isinstance(raw, str) else raw)
    return [(block.kind, block.text) for block in paper.blocks]


def test_markdown_of_a_page_generator() -> None:
    source = (
        "---\nlayout: page\ntitle: 'Come arrivare'\nlang: it\n---\n<script>const year = 2026</script>\n\n"
        "# In treno\n\nDalla stazione\nprenda il bus {lineNumber}.<!-- prompt: say hello -->\n\n"
        "- linea 2\n  - fermata Sand\n\n| sala | posti |\n|---|---|\n| A | 80 |\n"
    )
    paper = read_paper("arrivo.md", source.encode())
    assert (paper.title, paper.language) == ("Come arrivare", "it")
    assert [(block.kind, block.level, block.text) for block in paper.blocks] == [
        ("heading", 1, "In treno"),
        ("text", 0, "Dalla stazione prenda il bus […]."),
        ("item", 1, "linea 2"),
        ("item", 2, "fermata Sand"),
        ("row", 0, "sala | posti"),
        ("row", 0, "A | 80"),
    ]
    assert paper.blocks[4].is_header and paper.blocks[5].cells == ("A", "80")


def test_what_a_page_hides_is_not_said() -> None:
    source = (
        "<html lang='de-AT'><head><title>Info &amp; Hilfe</title><style>p{}</style></head><body><nav>Menü</nav>"
        "<details><summary>Gibt es WLAN?</summary><p>Ja,<br>überall.</p></details>"
        "<p hidden>versteckt</p><p style='display: none'>auch</p><iframe src=x>Rahmen</iframe>"
        "<p>Sicht\u200bbar\U000e0041\U000e0042</p><b>Fett gesetzt</b></body></html>"
    )
    paper = read_paper("info.html", source.encode())
    assert (paper.title, paper.language) == ("Info & Hilfe", "de")
    assert [(block.kind, block.text) for block in paper.blocks] == [
        ("heading", "Gibt es WLAN?"),
        ("text", "Ja,\nüberall."),
        ("text", "Sichtbar"),
        ("heading", "Fett gesetzt"),
    ]


def test_rows_of_a_table_in_a_cell_are_whole_also_with_what_is_set_in_bold_and_italics() -> None:
    inner = "<tr><td>9:00</td><td><b>Reeds</b> - <i>Ada Orr</i></td></tr><tr><td>9:30</td><td>Tides</td></tr>"
    outer = f"<tr><td>8:00</td><td>Coffee</td></tr><tr><td>9:00</td><td>Shores<table>{inner}</table></td></tr>"
    row = read_markup(f"<table>{outer}</table>").blocks[-1]
    assert row.lines[1] == "Shores\n9:00 | Reeds - Ada Orr\n9:30 | Tides"
    assert visible(row.marked[1]) == row.lines[1]


def test_word_with_styles_bold_headings_and_tables() -> None:
    body = (
        paragraph("Regolamento", "Heading1")
        + paragraph("Guardaroba", bold=True)
        + paragraph("Chiude alle 19:30.")
        + table([("Giorno", "Orario"), ("sabato", "9-18")])
    )
    assert said("regole.docx", docx(body)) == [
        ("heading", "Regolamento"),
        ("heading", "Guardaroba"),
        ("text", "Chiude alle 19:30."),
        ("row", "Giorno | Orario"),
        ("row", "sabato | 9-18"),
    ]


def test_pdf_pages_headings_and_what_every_page_repeats() -> None:
    def page(number: int, *lines: tuple[int, str]) -> list[tuple[int, str]]:
        return [(8, f"Visitor guide, page {number}"), *lines]

    raw = pdf(
        [
            page(1, (18, "Food"), (10, "Lunch is served at 13:00 in the Winter Gar-"), (10, "den for everybody.")),
            page(2, (18, "Cloakroom"), (10, "Open until 19:30 in the basement of the main building.")),
            page(3, (10, "Ask at the desk when something is lost or found anywhere here.")),
        ]
    )
    paper = read_paper("guide.pdf", raw)
    assert paper.pages == 3
    assert [(block.kind, block.page, block.text) for block in paper.blocks] == [
        ("heading", 1, "Food"),
        ("text", 1, "Lunch is served at 13:00 in the Winter Garden for everybody."),
        ("heading", 2, "Cloakroom"),
        ("text", 2, "Open until 19:30 in the basement of the main building."),
        ("text", 3, "Ask at the desk when something is lost or found anywhere here."),
    ]


def test_letters_joined_by_a_typesetter_come_apart() -> None:
    assert said("tipografia.txt", "Il ﬁume è in ﬂusso, e scorre.") == [("text", "Il fiume è in flusso, e scorre.")]


def test_plain_text_in_the_encoding_of_an_old_office() -> None:
    source = (
        "ORARI\n\nIl caffè è al piano terra.\nPerché no?\n\nParcheggio\n==========\n- 2 € all'ora\n- gratis la sera\n"
    )
    assert said("note.txt", source.encode("cp1252")) == [
        ("heading", "ORARI"),
        ("text", "Il caffè è al piano terra. Perché no?"),
        ("heading", "Parcheggio"),
        ("item", "2 € all'ora"),
        ("item", "gratis la sera"),
    ]


def test_facts_as_json_of_any_shape() -> None:
    data = {
        "opening_hours": "8:30-19:00",
        "wifi": {"ssid": "Expo", "free": True},
        "banquet": {"price_eur": 48, "Dauer_min": 90, "tables": 12, "euro": "yes"},
        "faq": [{"Question": "Can I bring my dog?", "Answer": "Yes, on a lead."}, "And enjoy."],
    }
    assert said("facts.json", orjson.dumps(data)) == [
        ("item", "opening hours: 8:30-19:00"),
        ("heading", "wifi"),
        ("item", "ssid: Expo"),
        ("item", "free: yes"),
        ("heading", "banquet"),
        ("item", "price: 48 eur"),
        ("item", "Dauer: 90 min"),
        ("item", "tables: 12"),
        ("item", "euro: yes"),
        ("heading", "faq"),
        ("heading", "Can I bring my dog?"),
        ("text", "Yes, on a lead."),
        ("item", "And enjoy."),
    ]


def test_blocks_travel_whole() -> None:
    row = Block(kind="row", text="a | b", cells=("a", "b"), is_header=True, page=3)
    assert Block.model_validate_json(row.model_dump_json(exclude_defaults=True)) == row
