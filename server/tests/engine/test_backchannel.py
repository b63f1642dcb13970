"""Assent is told from words that want an answer, in five languages."""

import pytest

from charlotte.engine.backchannel import is_backchannel


@pytest.mark.parametrize(
    "text",
    [
        *("Mhm.", "Mm-hmm.", "Mmm", "Hmm.", "Uh-huh.", "Ah!", "Aha", "OK.", "Okay, okay.", "Yeah, right.", "I see."),
        *("Sì sì.", "Sì, certo.", "Va bene.", "D'accordo.", "Ho capito."),
        *("Oui, oui.", "D'accord.", "Ah oui, bien sûr.", "Je vois."),
        *("Ja, genau.", "Alles klar.", "Mhm, ja."),
        *("Sí.", "Vale, vale.", "De acuerdo.", "Ajá."),
    ],
)
def test_assent(text: str) -> None:
    assert is_backchannel(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "...",
            "ok?",
            "OK and where is it?",
            "Wait.",
            "No.",
            "Stop",
            "Right now",
            "Vale, ¿dónde es?",
            "Ja, und wo?",
        ),
        *("Basta", "Yes the second one", "okay then who is speaking", "Mamma", "Oui mais à quelle heure", "Room A"),
        "yes yes yes yes yes yes yes",
    ],
)
def test_words_that_want_an_answer(text: str) -> None:
    assert not is_backchannel(text)
