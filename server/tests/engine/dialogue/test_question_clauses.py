"""What people ask in one breath, cut where another question begins."""

import pytest

from charlotte.engine.dialogue.question.clauses import asks_several, clauses_of


@pytest.mark.parametrize(
    ("said", "clauses"),
    [
        ("a che ora parla Holm e chi la presenta", ["a che ora parla Holm", "chi la presenta"]),
        ("Where are the kites, and when do they fly?", ["Where are the kites", "and when do they fly?"]),
        ("c'est combien et où est-ce que je paie ?", ["c'est combien", "où est-ce que je paie ?"]),
        ("Wer fliegt Drachen und wann geht es los?", ["Wer fliegt Drachen", "wann geht es los?"]),
        ("¿dónde es y a qué hora?", ["¿dónde es", "a qué hora?"]),
        ("knives and forks of the north", []),
    ],
)
def test_clauses(said: str, clauses: list[str]) -> None:
    assert clauses_of(said) == clauses
    assert asks_several(said) == bool(clauses)
