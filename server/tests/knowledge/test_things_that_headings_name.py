"""What a passage stands under: its heading, the one above a heading that says only how or when, or the title."""

import pytest

from charlotte.knowledge.passage import Passage
from charlotte.knowledge.quotes.kinds import held
from charlotte.knowledge.quotes.things import above, above_of_an_occasion, is_headed_by, wanted_of


def passage(title: str, *path: str) -> Passage:
    return Passage("paper.md#1", "paper.md", title, path, None, "en", "Something.")


@pytest.mark.parametrize(
    ("title", "path", "expected"),
    [
        ("Abendessen", (), "Abendessen"),
        ("Abendessen", ("Wann und wo",), "Abendessen"),
        ("Cena social", ("Precio y horario",), "Cena social"),
        ("Serata e gita", ("Gita", "Orari"), "Gita"),
        ("Dîner et vestiaire", ("Vestiaire",), "Vestiaire"),
        ("Supper", ("Falconry",), "Falconry"),
    ],
)
def test_a_heading_that_says_only_how_leaves_the_word_to_the_one_above(
    title: str, path: tuple[str, ...], expected: str
) -> None:
    assert above(passage(title, *path)) == expected


def test_the_occasion_of_a_coach_is_that_of_its_paper() -> None:
    assert above_of_an_occasion(passage("Ausflug", "Bus")) == "Ausflug"
    assert not above_of_an_occasion(passage("Anreise", "Bus"))


def test_a_word_of_two_meanings_heads_either() -> None:
    assert is_headed_by(passage("Sortie au lac"), frozenset(("excursion",)))
    assert is_headed_by(passage("Sortie"), frozenset(("exit",)))
    assert not is_headed_by(passage("Sortie et parking"), frozenset(("excursion",)))


def test_a_guided_tour_is_no_banquet() -> None:
    assert wanted_of(frozenset(("excursion", "party"))) == {"excursion"}
    assert wanted_of(frozenset(("party",))) == {"party"}


@pytest.mark.parametrize(
    ("sentence", "is_place"),
    [
        ("A las 21:30, Ronda de Santa Clara 14.", True),
        ("Freitag 20 Uhr, Gasthof Post, Dorfanger 3.", True),
        ("Am Abend, Donnerstag 12.", False),
    ],
)
def test_a_street_with_its_number_is_a_place(sentence: str, *, is_place: bool) -> None:
    assert ("place" in held(sentence)) == is_place


@pytest.mark.parametrize("sentence", ["De 9 h à 17 h.", "9:00–17:30", "dalle 8 alle 19", "von 12 bis 13:30 Uhr"])
def test_from_when_to_when_tells_an_end(sentence: str) -> None:
    assert "end" in held(sentence)


def test_one_hour_tells_none() -> None:
    assert "end" not in held("Venerdì, ore 20:15, alla trattoria.")
