"""A title in another language is said in its own, wherever the answer is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charlotte.engine.speaking.clauses import clauses
from charlotte.engine.speaking.foreign import closed, spans, speakable_with_titles, unmarked
from charlotte.engine.speaking.phonemes import phonemes
from charlotte.engine.speaking.speakable import speakable

ENGLISH = "Shift left with performance testing"


def _said(text: str, language: str) -> list[tuple[str, str]]:
    return [
        (span.language, span.text.strip())
        for clause in closed(clauses(speakable_with_titles(text, language), language, first=36, hurry=True))
        for span in spans(clause, language)
    ]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("it", f"È «{ENGLISH}», con Ada Rossi.", [("it", "È"), ("en", ENGLISH), ("it", ","), ("it", "con Ada Rossi.")]),
        (
            "en",
            "That's “Il bug non era nel codice”.",
            [("en", "That's"), ("it", "Il bug non era nel codice"), ("en", ".")],
        ),
        ("it", "È «What’s New in Web? 2026 Edition».", "twenty twenty-six"),
        ("it", "È «Il bug non era nel codice».", [("it", "È Il bug non era nel codice.")]),
        ("it", "È «Zynthian».", [("it", "È Zynthian.")]),
    ],
)
def test_spans(language: str, text: str, said: list[tuple[str, str]] | str) -> None:
    found = _said(text, language)
    if isinstance(said, str):
        assert any(own == "en" and said in words for own, words in found)
    else:
        assert found == said


def test_a_title_that_is_cut_keeps_its_language_on_both_sides() -> None:
    title = "In Algorithms we trust too much, and what happens if all this intelligence fails us one day"
    found = _said(f"Alle nove e trenta, in Sala Verdi: «{title}», con Ada.", "it")
    assert " ".join(words for own, words in found if own == "en") == title
    assert len([own for own, _ in found if own == "en"]) > 1


@given(text=st.text(alphabet=st.sampled_from("abc è,.:«»“” \ue000\ue001\ue002\ue100"), max_size=200))
def test_marks_never_come_from_the_text_and_never_change_the_words(text: str) -> None:
    marked = speakable_with_titles(text, "it")
    flat = speakable(text, "it")
    assert "".join(unmarked(marked).split()) == "".join(flat.split())
    assert "".join(span.text for span in spans(marked, "it")).split() == flat.split()


@pytest.mark.models  # which need espeak-ng, as this does
async def test_the_natural_voice_gets_the_sounds_of_each_language() -> None:
    mixed = await phonemes(speakable_with_titles(f"È «{ENGLISH}», con Ada Rossi.", "it"), "it")
    assert await phonemes(ENGLISH, "en") in mixed
    assert mixed.endswith(", " + await phonemes("con Ada Rossi.", "it"))


@pytest.mark.models
async def test_the_marks_around_foreign_words_are_not_said() -> None:
    """espeak-ng marks words that it says in another language; the voice would read "en" and "fr" aloud."""
    said = await phonemes("C'est quand le meet and greet ?", "fr")
    assert "(" not in said and said.count(" ") == len("sɛ kɑ̃ lə mit and gɹit".split()) - 1
