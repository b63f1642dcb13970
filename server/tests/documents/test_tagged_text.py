"""Tagged texts come out as they are printed: headings by their styles, tables, and no tags."""

import pytest

from charlotte.documents.confined.sandbox import read_paper
from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.marks import BOLD, END, SLANTED, STRUCK


def test_styles_letters_and_tables() -> None:
    text = (
        "<ANSI-MAC>\r<ColorTable:=<Nero:COLOR:CMYK:0,0,0,1>><DefineParaStyle:Gross=<cSize:14.5>>"
        "<DefineParaStyle:Sehr=<BasedOn:Gross>><DefineParaStyle:Text=<cSize:9>><DefineCharStyle:W=<cStrikethru:1>>"
        "<DefineCharStyle:K=<cTypeface:Bold Italic>>\r<ParaStyle:Sehr>Anfahrt\r<ParaStyle:Text>Mit dem <CharStyle:W>Zug"
        "<CharStyle:> Rad<0x000A>K\x8ase \\\\ <CharStyle:K>hier<CharStyle:> <cTypeface:Bold>da<cTypeface:>\r"
        "<ParaStyle:Text>Wie <cSize:8>weit<cSize:>?<TableStart:1,2<x>><RowStart:><CellStart:1,2><ParaStyle:Text>beide"
        "<CellEnd:><RowEnd:><TableEnd:>\r<ParaStyle:Sehr>"
    )
    blocks = read_paper("x.tagged", text.encode("latin-1")).blocks
    assert [(block.kind, block.text) for block in blocks] == [
        ("heading", "Anfahrt"),
        ("text", "Mit dem Zug Rad\nKäse \\ hier da"),
        ("text", "Wie weit?"),
        ("row", "beide"),
    ]
    marked = blocks[1].marked[0]
    assert f"{STRUCK}Zug{END}" in marked and f"{BOLD}da{END}" in marked and f"{BOLD}{SLANTED}hier{END}" in marked
    assert blocks[3].spans == ((2, 1),)


def test_text_files_of_documents() -> None:
    told = read_paper("info.txt", "<UNICODE-WIN>\n<ParaStyle:A>Parken ist frei.".encode("utf-16")).blocks
    assert [block.text for block in told] == ["Parken ist frei."]
    told = read_paper("info.txt", b"== Parken ==\n'''Frei''' am [[Hof]].").blocks
    assert [(block.kind, block.text) for block in told] == [("heading", "Parken"), ("text", "Frei am Hof.")]


def test_what_is_no_tagged_text() -> None:
    with pytest.raises(UnreadableDocument):
        read_paper("x.tagged", b"Parken")
    with pytest.raises(UnreadableDocument):
        read_paper("x.tagged", b"<ASCII-WIN>" + b"<TableStart:1,1><RowStart:><CellStart:1,1>" * 100)
