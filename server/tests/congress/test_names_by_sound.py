"""Which names a recogniser is told to listen for again, from what it made of them."""

import pytest

from charlotte.congress.search.sounding import NAMES, ROOMS, WORDS, Sounding
from charlotte.congress.search.title_sounds import TitleSounds
from support.agendas import DEMO, FOSDEM, programme, search


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
    assert any(meant in name for name in names.near([heard]))


def test_of_several_readings_the_one_that_sounds_most_like_a_name_counts(names: Sounding) -> None:
    unclear, clear = "Quando parla da vette abate?", "Quando parla giacomo ser Gio?"
    assert "Giacomo Sergio" not in names.near([unclear])[:1]
    assert names.near([unclear, clear])[0] == names.near([clear, unclear])[0] == "Giacomo Sergio"


def test_they_are_few_and_none_is_within_another(names: Sounding) -> None:
    near = names.near(["When is the talk about the build with AI and what comes after it in the room Sala Ricci?"])
    assert 0 < len(near) <= NAMES + ROOMS + WORDS
    assert len(set(near)) == len(near)


@pytest.mark.parametrize("heard", ["", "?", "eh"])
def test_of_nothing_there_are_none(names: Sounding, heard: str) -> None:
    assert names.near([heard]) == []


@pytest.mark.parametrize(
    ("heard", "title"),
    [
        ("half the jog tightly", "Hack the Job Title"),
        ("a bild da dr restoration", "Build a photo restoration"),
        ("cloud e code internals", "Claude Code Internals"),
    ],
)
def test_a_title_that_alone_sounds_like_it_is_found(heard: str, title: str) -> None:
    found = search(DEMO).sessions(heard)
    assert found.matched_by == "title" and found.strength == "close"
    assert {hit.value.title.startswith(title) for hit in found.hits} == {True}


def test_titles_of_another_congress_do_not_stand_out() -> None:
    own = {session.title for session in search(DEMO).programme.sessions}
    ears = TitleSounds(sorted(own))
    others = [s.title for s in search(FOSDEM).programme.sessions if s.title not in own and len(s.title.split()) < 9]
    taken = [title for title in others if ears.standing_out(title)]
    assert len(taken) <= len(others) / 20, taken
