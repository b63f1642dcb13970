"""What the recogniser wrote is believed only where it can be true."""

import pytest

from charlotte.engine.hearing.trust import is_looping, is_speech, without_loops
from charlotte.engine.hearing.whisper_model import Guess


@pytest.mark.parametrize(
    ("no_speech_prob", "avg_logprob", "believed"),
    [
        (0.0, -0.15, True),
        (0.05, -1.1, True),
        (0.05, -1.3, False),
        (0.62, -0.05, True),
        (0.65, -0.45, False),
        (0.4, -1.0, False),
        (0.0, -2, False),
    ],
)
def test_doubt_about_speech_asks_for_certain_words(no_speech_prob: float, avg_logprob: float, believed: bool) -> None:
    assert is_speech(Guess("where is it", "en", no_speech_prob, avg_logprob)) is believed


def test_marks_without_words_are_no_speech() -> None:
    assert not is_speech(Guess(" ... ", "en", 0.0, -0.1))


@pytest.mark.parametrize(
    ("text", "seconds", "once"),
    [
        ("Turn left here. Turn left here. Turn left here.", 1.6, "Turn left here."),
        ("One two three. Four five six. One two three. Four five six. One two", 2.5, "One two three. Four five six."),
        ("the the the the cat", 3.0, "the cat"),
        ("Bonjour " + "qu’" * 16, 3.0, "Bonjour qu’"),
    ],
)
def test_a_loop_is_said_once(text: str, seconds: float, once: str) -> None:
    assert is_looping(text, seconds)
    assert without_loops(text, seconds) == once


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("No, no, no, upstairs", 2.0),
        ("Hahaha, 1000000!", 2.0),
        ("Where is the hall? Where is the hall?", 4.0),
        ("", 1.0),
        ("Hello", 0.5),
    ],
)
def test_people_may_repeat_themselves(text: str, seconds: float) -> None:
    assert not is_looping(text, seconds)
    assert without_loops(text, seconds) == text
