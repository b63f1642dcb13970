"""A recogniser that expects names writes "Wen" for "when"; the question is still a question."""

import pytest

from charlotte.engine.dialogue.heard.first_word import as_asked
from support.agendas import FOSDEM
from support.conversation import conversation


@pytest.mark.parametrize(
    ("written", "language", "meant"),
    [
        ("Wen, and where does she speak?", "en", "when, and where does she speak?"),
        ("Wich room is it?", "en", "which room is it?"),
        ("Wen trifft man dort?", "de", "Wen trifft man dort?"),
        ("When is it?", "en", "When is it?"),
        ("Melissa speaks when?", "en", "Melissa speaks when?"),
        ("", "en", ""),
    ],
)
def test_only_a_first_word_that_sounds_like_a_question_is_changed(written: str, language: str, meant: str) -> None:
    assert as_asked(written, language) == meant


async def test_nobody_called_wen_is_meant() -> None:
    visitor = conversation(FOSDEM, "2025-02-01T08:00+01:00", language="en", spoken=True)
    answer = await visitor.asks("Wen and where does Moritz Lang speak?")
    assert "K.4.401" in answer
