"""Whatever a mind writes, a voice gets something it can say."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charlotte.engine.speaking.speakable import speakable


@given(text=st.text(max_size=300), language=st.sampled_from(["it", "en", "fr", "de", "es"]))
def test_nothing_unspeakable_is_left(text: str, language: str) -> None:
    said = speakable(text, language)
    assert not {unicodedata.category(character) for character in said} & {"Cc", "Cs", "Co"}
    assert said == "" or any(character.isalnum() for character in said)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("See https://www.example.org/a/b?c=1&d=2 now", "See example.org now"),
        ("<speed level='300'>hello</speed> there", "hello there"),
        ("[the map](https://example.org/map)", "the map"),
        ("One\n- two\n- three", "One. two. three"),
        ("Really????!!", "Really?!"),
        ("\x00\x07 \u200b", ""),
        ("🎉🎉", ""),
        ("...", ""),
    ],
)
def test_written_forms(written: str, said: str) -> None:
    assert speakable(written, "en") == said
