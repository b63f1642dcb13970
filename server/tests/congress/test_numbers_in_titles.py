"""Words that are a number in one language and something else in another stay words."""

import pytest

from charlotte.congress.search.numerals import with_digits


@pytest.mark.parametrize("word", ["four", "dos", "once", "sei"])
def test_a_word_of_another_language_is_no_number(word: str) -> None:
    assert with_digits((word,)) == (word,)
    assert with_digits((word,), ambiguous=True) != (word,)


def test_a_number_is_a_number() -> None:
    assert with_digits(("dix", "zwanzig", "seven")) == ("10", "20", "7")
