"""Words that were run together or cut apart by a recogniser."""

import pytest

from charlotte.engine.dialogue.grammar import load
from charlotte.engine.dialogue.heard.recut import recut

CONGRESS = frozenset({"janson", "seminar", "andromeda", "linux"})


@pytest.mark.parametrize(
    ("language", "heard", "said"),
    [
        ("it", "Eache ora?", "e a che ora?"),
        ("it", "Ciao do mattina in Seminar 3", "Ciao domattina in Seminar 3"),
        ("it", "Quando comincia lintervento Linux?", "Quando comincia l intervento Linux?"),
        ("it", "Cosa fanno inseminar 4 adesso?", "Cosa fanno in seminar 4 adesso?"),
        ("en", "What's on Injanson on Saturday?", "What's on in janson on Saturday?"),
        ("fr", "Cestquand la conférence ?", "c est quand la conférence ?"),
    ],
)
def test_they_are_written_as_people_say_them(language: str, heard: str, said: str) -> None:
    assert recut(heard, load(language), CONGRESS.__contains__) == said


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("it", "Dov'è l'incontro su Kubernetes e chi è Manon Carbonnel?"),
        ("en", "Where is the toilet, and is there information about cardiology?"),
        ("en", "Who presents FLOSS as a public policy?"),
        ("fr", "Je voudrais parler à quelqu’un du personnel"),
        ("fr", "Où se trouve l'amphithéâtre Andromède ?"),
        ("it", "Ci sono sessioni in lingua inglese?"),
        ("en", "Is there somewhere I can sit down?"),
        ("de", "Wann beginnt die Siegerehrung?"),
        ("es", "¿Dónde se encuentra la enfermería?"),
        ("it", "quando si parla del colpo di calore?"),
        ("fr", "je dois avoir suivi le concours"),
        ("en", ""),
    ],
)
def test_what_is_whole_stays_as_it_is(language: str, question: str) -> None:
    assert recut(question, load(language), CONGRESS.__contains__) == question


@pytest.mark.parametrize("said", ["attestation", "le stand de la Verrerie"])
def test_words_of_the_language_are_left_whole(said: str) -> None:
    assert recut(said, load("fr"), lambda word: False) == said
