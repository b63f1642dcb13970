"""Pages of a wiki come out as they are shown: links, templates, tables in tables, and what nobody sees is not there."""

import pytest

from charlotte.documents.confined.sandbox import read_paper
from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.wiki.signs import is_wiki


def test_headings_links_lists_and_quotes() -> None:
    page = (
        "<!-- intern -->'''''Alles''''' über ''d'eau''<ref>Quelle</ref>\n[[Datei:x.png|mini]] Zeile zwei\n\n"
        "== Anreise ==\n# mit dem [[Bahnhof#Gleise|Zug]]\n## umsteigen\n; Parken\n: am [//example.org Hof]\n----\n"
        "{{Box|Achtung|Eis}} und {{#if:x}}[[:Kategorie:Orte]]"
    )
    assert [(block.kind, block.level, block.text) for block in read_paper("info.wiki", page.encode()).blocks] == [
        ("text", 0, "Alles über d'eau\nmini Zeile zwei"),
        ("heading", 2, "Anreise"),
        ("item", 1, "mit dem Zug"),
        ("item", 2, "umsteigen"),
        ("heading", 6, "Parken"),
        ("text", 0, "am Hof"),
        ("text", 0, "Achtung · Eis und Kategorie:Orte"),
    ]


def test_tables() -> None:
    page = (
        '{| border=1\n|+ style="x" | Zeiten\n! a !! b\n|-\n|colspan=2|[[x|y]] || {{t|1|2}}\n* eins\n* zwei\n|-\n|\n'
        "{|\n| innen\n|}\n|}\nDanach"
    )
    blocks = read_paper("t.mediawiki", page.encode()).blocks
    assert [block.text for block in blocks] == ["Zeiten", "a | b", "y | 1 · 2 eins zwei", "innen", "Danach"]
    assert blocks[2].spans == ((2, 1), (1, 1)) and blocks[1].is_header


def test_what_is_no_wiki() -> None:
    assert not is_wiki("Liebe Leute,\n== \nhier '''alles''' Gute\n")
    assert not is_wiki("<programme><page/></programme>")
    assert is_wiki("== Tag ==\n'''10:00''' Beginn")
    with pytest.raises(UnreadableDocument) as failure:
        read_paper("cut.wiki", b"<mediawiki><page>")
    assert "no export of a wiki" in failure.value.message
    with pytest.raises(UnreadableDocument):
        read_paper("deep.wiki", b"{{a|" * 5000 + b"}}" * 5000)
