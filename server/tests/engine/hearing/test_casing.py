"""Questions heard with the capitals of titles, and those that are left as they are."""

import pytest

from charlotte.engine.hearing.casing import as_sentence

EXPECTED = "Ada Verne, Sala Blu, Luca de Rossi, Reti e Radici nel bosco, AI"


@pytest.mark.parametrize(
    ("language", "heard", "written"),
    [
        (
            "it",
            "A che ora comincia la Sessione sulle Radici, e in Che Sala?",
            "A che ora comincia la sessione sulle radici, e in che sala?",
        ),
        ("it", "Dove Parla Ada Verne? E Poi In Sala Blu?", "Dove parla Ada Verne? E poi in Sala Blu?"),
        ("en", "When Is The Talk On AI By Luca De Rossi?", "When is the talk on AI by Luca De Rossi?"),
        ("it", "Chi è Marco Bindi?", "Chi è Marco Bindi?"),
        ("de", "Wann Ist Der Vortrag?", "Wann Ist Der Vortrag?"),
        ("en", "Did I miss it, or I'm early on Friday?", "Did I miss it, or I'm early on Friday?"),
        ("en", "When Am I Hearing Ada Verne?", "When am I hearing Ada Verne?"),
        ("fr", "", ""),
    ],
)
def test_capitals_stay_where_sentences_begin_and_in_names(language: str, heard: str, written: str) -> None:
    assert as_sentence(heard, language, EXPECTED) == written
