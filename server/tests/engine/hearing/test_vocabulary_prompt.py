"""The words to expect come in a sentence of the language that is heard, and never too many of them."""

import pytest

from charlotte.engine.hearing.vocabulary import MOST_TOKENS, SENTENCES, prompt_tokens
from charlotte.engine.hearing.whisper_model import LANGUAGES


def spelt(text: str) -> list[int]:
    return [ord(character) for character in text]


def prompt(vocabulary: str, language: str) -> str:
    return "".join(map(chr, prompt_tokens(vocabulary, language, spelt)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_stand_between_words_of_the_language(language: str) -> None:
    begin, end = SENTENCES[language]
    assert prompt("Ada Wren,  Sala Ricci;Kotlin", language) == f"{begin} Ada Wren, Sala Ricci, Kotlin{end}"


def test_the_first_names_are_kept_whole() -> None:
    names = [f"Name {number}" for number in range(100)]
    said = prompt(",".join(names), "en").removeprefix(SENTENCES["en"][0]).removesuffix(SENTENCES["en"][1])
    kept = said.strip().split(", ")
    assert kept == names[: len(kept)]
    assert MOST_TOKENS - 10 <= len(said) <= MOST_TOKENS


def test_nothing_to_expect_is_no_prompt() -> None:
    assert prompt(" ,\n", "it") == ""
