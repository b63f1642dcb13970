"""Text is cut into clauses without losing a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charlotte.engine.speaking.clauses import FIRST, LONGEST, LONGEST_WORD, clauses

TEXT = st.text(alphabet=st.sampled_from("abcdè ,.;:!?\n'()-0123456789é"), max_size=600)


@given(text=TEXT, language=st.sampled_from(["it", "en", "fr", "de", "es", "xx"]), hurry=st.booleans())
def test_all_words_in_order_and_none_too_long(text: str, language: str, hurry: bool) -> None:
    found = clauses(text, language, hurry=hurry)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(piece.strip() == piece and piece for piece in found)
    assert all(len(piece) <= LONGEST for piece in found)


def test_the_first_clause_is_short_where_there_is_a_comma() -> None:
    text = "At half past three, in the hall on the first floor next to the registration desk and the coffee bar"
    first, rest = clauses(text, "en")
    assert first == "At half past three,"
    assert len(first) <= FIRST and rest.startswith("in the hall")


def test_in_a_hurry_a_conjunction_is_enough() -> None:
    text = "The presentation begins tomorrow at nine in the big hall behind the registration"
    assert clauses(text, "en") == [text]
    first, rest = clauses(text, "en", first=36, hurry=True)
    assert f"{first} {rest}" == text
    assert len(first) <= 36 and rest.startswith("at nine")


def test_in_a_hurry_a_time_and_a_place_are_clauses_that_other_answers_share() -> None:
    assert clauses("Oggi alle nove, nella sala grande.", "it", hurry=True) == ["Oggi alle nove,", "nella sala grande."]
    assert clauses("In the main hall, today at ten.", "en", hurry=True) == ["In the main hall,", "today at ten."]


@pytest.mark.parametrize(
    ("language", "time"),
    [
        ("it", "Sabato primo novembre alle quattordici e quarantacinque"),
        ("es", "El sábado uno de noviembre a las catorce y veinticinco"),
        ("fr", "Le samedi premier novembre à vingt et une heures trente"),
    ],
)
def test_a_time_is_never_cut_before_its_minutes(language: str, time: str) -> None:
    found = clauses(f"{time} nella sala grande.", language, first=36, hurry=True)
    assert not any(piece.startswith(("e ", "y ", "et ")) for piece in found)


def test_sentences_stand_alone() -> None:
    found = clauses("The room is on the first floor. You find the stairs behind the desk.", "en")
    assert found == ["The room is on the first floor.", "You find the stairs behind the desk."]


def test_times_and_decimals_are_not_cut() -> None:
    assert clauses("Alle 15:30 nella sala 1.07", "it") == ["Alle 15:30 nella sala 1.07"]


def test_what_is_no_word_is_broken_up() -> None:
    assert max(len(word) for piece in clauses("x" * 5000, "en") for word in piece.split()) <= LONGEST_WORD


def test_nothing() -> None:
    assert clauses("  \n ", "it") == []
