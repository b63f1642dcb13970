"""What heads an answer in a list of questions helps to find it and is never what is told."""

from pathlib import Path

import pytest

from charlotte.documents.formats import reader_of
from charlotte.knowledge.chunking import document_of
from charlotte.knowledge.heads_of_answers import is_of_a_visitor
from charlotte.knowledge.passage import Document
from charlotte.knowledge.units import together, units
from support.papers import docx, paragraph

NOTES = """# Notes

## Plates

**I eat no fish.** The cook has a stew of beans. Say so at the hatch.

**May I bring a cake?** Yes, wrapped.

**My train leaves at one.**

A bag with bread and an apple is ready at noon.
"""
HINTS = """# Hints

**The ford is closed.** Use the bridge at the mill.

**Boots are lent.** They stand in the barn.
"""
PAGE = """<html lang="fr"><body><h1>Vos questions</h1>
<p><strong>J'arrive en barque.</strong><br>Amarrez au ponton B. Le gardien vous ouvre.</p>
<p><strong>Où se garer ?</strong><br>Derrière la halle,<br>place des Tilleuls</p></body></html>"""


def document(name: str, raw: str | bytes) -> Document:
    paper = reader_of(name)(raw.encode() if isinstance(raw, str) else raw)
    return document_of(Path(name).name, paper, "0")


def sections(name: str, raw: str | bytes) -> dict[str, str]:
    return {one.path[-1] if one.path else "": one.text for one in document(name, raw).passages}


def test_what_a_visitor_says_in_bold_heads_the_answer() -> None:
    assert sections("notes.md", NOTES) == {
        "I eat no fish.": "The cook has a stew of beans. Say so at the hatch.",
        "May I bring a cake?": "Yes, wrapped.",
        "My train leaves at one.": "A bag with bread and an apple is ready at noon.",
    }


def test_what_the_house_says_in_bold_is_told() -> None:
    assert [one.text for one in document("hints.md", HINTS).passages] == [
        "The ford is closed. Use the bridge at the mill.\nBoots are lent. They stand in the barn."
    ]


def test_what_stands_in_bold_before_a_break_heads_the_lines_below_it() -> None:
    assert sections("page.html", PAGE) == {
        "J'arrive en barque.": "Amarrez au ponton B. Le gardien vous ouvre.",
        "Où se garer ?": "Derrière la halle, place des Tilleuls",
    }


def test_paragraphs_of_a_letter_in_bold_head_what_follows() -> None:
    body = paragraph("Ho perso la chiave.", bold=True) + paragraph("Il portiere ne ha un'altra.")
    body += paragraph("Non mangio formaggio.", bold=True) + paragraph("C'è sempre una minestra.")
    assert sections("domande.docx", docx(body)) == {
        "Ho perso la chiave.": "Il portiere ne ha un'altra.",
        "Non mangio formaggio.": "C'è sempre una minestra.",
    }


def test_what_a_visitor_says_in_plain_letters_is_not_told_either() -> None:
    passage = document("fragen.md", "# Fragen\n\nIch habe kein Netz. Am Fenster der Küche geht es.\n").passages[0]
    assert [(unit.text, unit.asked) for unit in units(passage)] == [
        ("Am Fenster der Küche geht es.", "Ich habe kein Netz.")
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "is_one"),
    [
        ("en", "I was sent the wrong badge.", True),
        ("en", "We lend boots at the gate.", False),
        ("it", "I posti sono trenta.", False),
        ("it", "Ho perso il badge.", True),
        ("es", "Viajo con dos niños.", True),
        ("es", "Las fotos se hacen sin flash.", False),
        ("fr", "Mon nom est mal écrit.", True),
        ("de", "Meine Begleitung kommt später.", True),
        ("de", "Die Begleitung zahlt nichts.", False),
    ],
)
def test_who_speaks_in_a_sentence(language: str, sentence: str, *, is_one: bool) -> None:
    assert is_of_a_visitor(sentence, language) == is_one


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Supper is in the barn at eight. It costs £14.", "Supper is in the barn at eight. It costs £14."),
        (
            "Das Los kostet bis Montag 9 €. Danach kostet es 12 €.",
            "Das Los kostet bis Montag 9 €. Danach kostet es 12 €.",
        ),
        ("Le bac part à 9 h. Il faut un billet.", "Il faut un billet."),
    ],
)
def test_a_sentence_that_leans_on_the_one_before_is_told_with_it(said: str, told: str) -> None:
    passage = document("paper.md", f"# Paper\n\n{said}\n").passages[0]
    every = list(units(passage))
    assert together(every, [len(every) - 1]) == told
