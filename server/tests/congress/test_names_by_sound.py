"""Which names a recogniser is told to listen for again, from what it made of them."""

import pytest

from charlotte.congress.search.sounding import NAMES, ROOMS, WORDS, Sounding
from support.agendas import DEMO, programme


@pytest.fixture(scope="module")
def names() -> Sounding:
    return Sounding(programme(DEMO))


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("Did I miss you bug non-era no-cottis or is it still on?", "Il bug non era nel codice"),
        ("¿A qué hora ablagia cómo Sergio y Donde?", "Giacomo Sergio"),
        ("Chi tiene l'intervento cloud e code internals?", "Claude Code Internals"),
        ("Lerosynthetic trust", "Synthetic Trust"),
        ("Which talk is on in Solar Rixa?", "Sala Ricci"),
    ],
)
def test_what_was_cut_elsewhere_is_among_them(names: Sounding, heard: str, meant: str) -> None:
    assert any(meant in name for name in names.near(heard))


def test_they_are_few_and_none_is_within_another(names: Sounding) -> None:
    near = names.near("When is the talk about the build with AI and what comes after it in the room Sala Ricci?")
    assert 0 < len(near) <= NAMES + ROOMS + WORDS
    assert len(set(near)) == len(near)


@pytest.mark.parametrize("heard", ["", "?", "eh"])
def test_of_nothing_there_are_none(names: Sounding, heard: str) -> None:
    assert names.near(heard) == []
