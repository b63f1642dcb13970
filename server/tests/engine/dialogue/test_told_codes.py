"""Codes, addresses and surnames as people type and say them, in five languages."""

import pytest

from charlotte.engine.dialogue.heard.registration_words import asked_in
from charlotte.engine.dialogue.heard.told_codes import told_in

CODES = [
    ("en", "A B 1 2 3", "AB123"),
    ("en", "my code is A-B-1-2-3.", "AB123"),
    ("en", "it's ab123, thanks", "AB123"),
    ("en", "My registration number is Q, W, nine, eight, seven, K", "QW987K"),
    ("en", "A as in Alpha, B as in Bravo, 1 2 3", "AB123"),
    ("it", "il mio codice è a b uno due tre", "AB123"),
    ("it", "A come Ancona, B come Bari, 123", "AB123"),
    ("it", "Il codice è DF25-8K2M9", "DF258K2M9"),
    ("fr", "mon code d'inscription est H J quatre cinq six", "HJ456"),
    ("de", "Mein Anmeldecode lautet Q W neun acht sieben", "QW987"),
    ("es", "mi código es X Y 1 2 3 4", "XY1234"),
    ("en", "QWERTY", "QWERTY"),
    # As recognisers write what is spelled: letters by their names, run together, "is" run in or read as a letter.
    ("it", "Abici 1, 2, 3.", "ABC123"),
    ("it", "Il mio codice e abbi 1, 2, 3.", "AB123"),
    ("it", "il codicebr 551", "BR551"),
    ("it", "codice e 1234", "1234"),
    ("it", "erre bi 5 5 1", "RB551"),
    ("en", "see be 1 2 3", "CB123"),
    ("en", "My code is a B123.", "AB123"),
    ("fr", "Mon code étabé 1, 2, 3.", "AB123"),
    ("de", "der Code ist vau en 7 2", "VN72"),
    ("es", "uve erre 5 5 1", "VR551"),
]


@pytest.mark.parametrize(("language", "said", "code"), CODES)
def test_a_code(language: str, said: str, code: str) -> None:
    told = told_in(said, asked_in(language))
    assert (told.code, told.nothing_else) == (code, True)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "where is room B2104?"),
        ("it", "a che ora inizia il talk in sala A1234"),
        ("de", "was läuft um 14:30 in Raum F119"),
        ("fr", "où est la salle B2104"),
        ("es", "qué hay en la sala A1234"),
        ("en", "are you open at 10 30"),
        ("de", "am 11. 12. 2025"),
        ("en", "how sure is 1234"),
    ],
)
def test_another_question_is_no_code(language: str, said: str) -> None:
    assert not told_in(said, asked_in(language)).nothing_else


@pytest.mark.parametrize(
    ("language", "said", "email", "surname"),
    [
        ("en", "anna.rossi@example.org", "anna.rossi@example.org", None),
        ("en", "my e-mail is anna@example.org and my surname is Rossi", "anna@example.org", "Rossi"),
        ("en", "anna dot rossi at example dot org", "anna.rossi@example.org", None),
        ("it", "anna punto rossi chiocciola example punto it, cognome De Rossi", "anna.rossi@example.it", "De Rossi"),
        ("fr", "luc arobase exemple point fr, je m'appelle Petit", "luc@exemple.fr", "Petit"),
        ("de", "j.gross@example.de, Nachname Groß", "j.gross@example.de", "Groß"),
        ("es", "luca@example.org, D'Amico", "luca@example.org", "D Amico"),
    ],
)
def test_an_address_and_a_surname(language: str, said: str, email: str, surname: str | None) -> None:
    told = told_in(said, asked_in(language))
    assert (told.email, told.surname, told.nothing_else) == (email, surname, True)


def test_a_bare_name_is_a_surname_only_when_it_was_asked_for() -> None:
    assert told_in("Rossi", asked_in("it")).surname is None
    assert told_in("Rossi", asked_in("it"), wants_surname=True).surname == "Rossi"


@pytest.mark.parametrize(
    ("language", "said", "code"),
    [("it", "Sono iscritto? Il codice è K7Q2.", "K7Q2"), ("it", "Sono registrata, codice K7Q2", "K7Q2")],
)
def test_being_registered_is_no_surname(language: str, said: str, code: str) -> None:
    told = told_in(said, asked_in(language))
    assert (told.code, told.surname) == (code, None)


def test_a_word_for_the_surname_may_be_misspelt() -> None:
    assert told_in("Mein Nachnahme ist Schneider.", asked_in("de")).surname == "Schneider"
