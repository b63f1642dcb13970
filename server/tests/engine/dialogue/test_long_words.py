"""Long words of asking that a recogniser misspelt."""

import pytest

from charlotte.engine.dialogue.grammar import load
from charlotte.engine.dialogue.heard.long_words import as_meant


@pytest.mark.parametrize(
    ("language", "heard", "meant"),
    [
        ("it", "quando parla la dottolesse Vita?", "quando parla la dottoressa Vita?"),
        ("it", "dove parla la doctoressa Vita?", "dove parla la dottoressa Vita?"),
        ("de", "Hier ist niemand unmächtig geworden.", "Hier ist niemand ohnmachtig geworden."),
        ("de", "Jemand ist bewustlos!", "Jemand ist bewusstlos!"),
    ],
)
def test_they_are_read_as_what_they_stand_for(language: str, heard: str, meant: str) -> None:
    assert as_meant(heard, load(language), lambda word: False) == meant


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("it", "Dove ritiro l'attestato di partecipazione?"),
        ("it", "Ci sono sessioni in inglese?"),
        ("en", "When does Professorov speak?"),
        ("fr", "Où est la salle des fêtes ?"),
        ("es", ""),
    ],
)
def test_other_words_stay_as_they_are(language: str, question: str) -> None:
    assert as_meant(question, load(language), lambda word: False) == question


def test_a_word_of_the_congress_is_none_of_them() -> None:
    assert as_meant("dottolesse", load("it"), lambda word: word == "dottolesse") == "dottolesse"
