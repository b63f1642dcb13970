"""Of a table or a list the rows are quoted that a question picks: those of one hall, the cheapest."""

import pytest

from charlotte.knowledge.passage import Passage
from charlotte.knowledge.quotes.rows import picked
from charlotte.knowledge.units import units

HALLS = """Name: Perlen Haas; Halle: 1; Stand: 2
Name: Ofenbau Lerch; Halle: Halle 2; Stand: 20
Name: Fensterwerk Ost; Halle: 2; Stand: 23"""
HOUSES = """- Hotel Kristall: single 99 €, double 120 €
- Pension Quarz: single 61,50 €
- Youth hostel: bed 24 €"""


def rows(text: str, question: str, best: int) -> list[int]:
    return picked(question, list(units(Passage("a#1", "a", "A", (), None, "de", text))), best)


@pytest.mark.parametrize(
    "question",
    [
        "wer stellt in Halle 2 aus?",
        "quels exposants sont dans le pavillon 2 ?",
        "who is in hall 2",
        "¿quién está en el pabellón 2?",
        "chi c'è nel padiglione 2?",
    ],
)
def test_all_rows_of_a_hall_are_picked(question: str) -> None:
    assert sorted(rows(HALLS, question, 1)) == [1, 2], "and not the stand of that number"


@pytest.mark.parametrize(
    "question",
    [
        "which house is the cheapest?",
        "welches Haus ist am billigsten?",
        "qual è l'albergo più economico?",
        "quel hôtel est le moins cher ?",
        "¿cuál es el hotel más barato?",
    ],
)
def test_the_cheapest_is_picked(question: str) -> None:
    assert rows(HOUSES, question, 0) == [2]


@pytest.mark.parametrize(
    "question",
    [
        "what does each house charge?",
        "was kostet jedes Haus?",
        "quanto costa ogni albergo?",
        "combien coûte chaque hôtel ?",
        "¿cuánto cuesta cada hotel?",
    ],
)
def test_each_of_a_few_is_picked(question: str) -> None:
    assert rows(HOUSES, question, 1) == [0, 1, 2]


def test_a_row_alone_is_told_where_nothing_restricts() -> None:
    assert rows(HALLS, "wo ist Perlen Haas?", 0) == []
    assert rows("Dogs stay outside. The hall is open.", "which hall is the cheapest?", 0) == []
