"""What follows a sound that silenced the assistant: each branch."""

import pytest

from charlotte.engine.call.interruption import Cut, Interruption, Then, due, heard, interrupted

NO_SPEECH, ASSENT, QUESTION = "", "Mhm.", "OK and where is it?"


@pytest.mark.parametrize(
    ("cut", "words", "then"),
    [
        (Cut.NOTHING, NO_SPEECH, Then.NOTHING),
        (Cut.NOTHING, ASSENT, Then.ANSWER),
        (Cut.NOTHING, QUESTION, Then.ANSWER),
        (Cut.NOTHING, None, Then.NOTHING),
        (Cut.UNHEARD, NO_SPEECH, Then.ANSWER),
        (Cut.UNHEARD, ASSENT, Then.ANSWER),
        (Cut.UNHEARD, QUESTION, Then.ANSWER),
        (Cut.UNHEARD, None, Then.ANSWER),
        (Cut.ANSWER, NO_SPEECH, Then.RESUME),
        (Cut.ANSWER, ASSENT, Then.RESUME),
        (Cut.ANSWER, QUESTION, Then.ANSWER),
        (Cut.ANSWER, None, Then.NOTHING),
        (Cut.QUESTION, NO_SPEECH, Then.RESUME),
        (Cut.QUESTION, ASSENT, Then.ANSWER),
        (Cut.QUESTION, QUESTION, Then.ANSWER),
        (Cut.QUESTION, None, Then.NOTHING),
    ],
)
def test_one_turn(cut: Cut, words: str | None, then: Then) -> None:
    assert due(heard(interrupted(Interruption(), cut), words)) is then


def test_a_second_cough_does_not_lose_the_answer() -> None:
    coughed = heard(interrupted(Interruption(), Cut.ANSWER), NO_SPEECH)
    assert due(heard(interrupted(coughed, Cut.NOTHING), NO_SPEECH)) is Then.RESUME


def test_a_cough_after_a_question_leaves_it_to_be_answered() -> None:
    asked = heard(interrupted(Interruption(), Cut.ANSWER), QUESTION)
    assert due(heard(interrupted(asked, Cut.NOTHING), NO_SPEECH)) is Then.ANSWER
