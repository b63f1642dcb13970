"""What only says that something will be said is no answer."""

import pytest

from charlotte.knowledge.quotable import may_be_quoted


@pytest.mark.parametrize(
    "sentence",
    [
        "Details folgen.",
        "Weitere Informationen folgen in Kürze!",
        "More details to follow.",
        "Coming soon",
        "Détails à venir",
        "Maggiori informazioni a breve.",
        "Más información próximamente",
        "Wird noch bekannt gegeben.",
    ],
)
def test_a_promise_is_not_quoted(sentence: str) -> None:
    assert not may_be_quoted(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["More details to follow at desk 3 from 9:00.", "Details folgen dem Muster im Heft.", "Kaffee gibt es im Foyer."],
)
def test_what_says_more_is(sentence: str) -> None:
    assert may_be_quoted(sentence)
