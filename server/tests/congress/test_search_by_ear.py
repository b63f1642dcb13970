"""Names, titles and rooms of real agendas, garbled by a seeded generator, must be found; others must not."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from charlotte.congress.model import Room
from charlotte.congress.search.folding import folded
from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.congress.search.people import named
from charlotte.congress.search.places import Places
from support.agendas import DEMO, FOSDEM, search
from support.mishearing import misheard

SEED = 20250201


def share(cases: list[str], holds: Callable[[str], bool]) -> float:
    """Return how many of the cases hold, and show those that do not."""
    failed = [case for case in cases if not holds(case)]
    print(f"{len(failed)} of {len(cases)} fail:", failed[:40])
    return 1 - len(failed) / len(cases)


@pytest.mark.parametrize(("path", "least"), [(DEMO, 0.97), (FOSDEM, 0.95)])
def test_misheard_full_names(path: Path, least: float) -> None:
    looked_up = search(path)
    people = [
        p for p in looked_up.programme.persons if len(named(p.name)) > 1 and all(len(w) > 3 for w in named(p.name))
    ]
    chance = random.Random(SEED)
    heard = {misheard(person.name, chance): person.name for person in people}

    def found(case: str) -> bool:
        hits = looked_up.persons(case)
        return bool(hits) and hits[0].value.name == heard[case] and hits[0].strength in ("exact", "close")

    assert share(list(heard), found) >= least


@pytest.mark.parametrize(("path", "least"), [(DEMO, 0.95), (FOSDEM, 0.80)])
def test_misheard_surnames_with_a_title(path: Path, least: float) -> None:
    looked_up = search(path)
    chance = random.Random(SEED)
    heard = {}
    for person in looked_up.programme.persons:
        surname = named(person.name)[-1]
        if len(surname) > 5:
            heard[f"Dr. {misheard(surname, chance, 1.0)}"] = person.name

    def found(case: str) -> bool:
        # Of a thousand surnames several sound alike: among the first three is enough.
        return heard[case] in [hit.value.name for hit in looked_up.persons(case)[:3]]

    assert share(list(heard), found) >= least


@pytest.mark.parametrize(("path", "least"), [(DEMO, 0.95), (FOSDEM, 0.93)])
def test_misheard_titles(path: Path, least: float) -> None:
    looked_up = search(path)
    chance = random.Random(SEED)
    sessions = [s for s in looked_up.programme.sessions if len(folded(s.title)) > 2]
    heard = {misheard(s.title, chance, 0.4): s.title for s in chance.sample(sessions, min(300, len(sessions)))}

    def found(case: str) -> bool:
        result = looked_up.sessions(case)
        return result.strength != "none" and result.hits[0].value.title == heard[case]

    assert share(list(heard), found) >= least


@pytest.mark.parametrize(("path", "least"), [(DEMO, 0.90), (FOSDEM, 0.90)])
def test_misheard_titles_whose_words_were_cut_elsewhere(path: Path, least: float) -> None:
    looked_up = search(path)
    chance = random.Random(SEED)
    sessions = [s for s in looked_up.programme.sessions if len(folded(s.title)) > 3]
    heard = {}
    for session in chance.sample(sessions, min(200, len(sessions))):
        words = misheard(session.title, chance, 0.4).split()
        at = chance.randrange(len(words) - 2)
        glued = words[at] + words[at + 1] + words[at + 2]
        cut = chance.randrange(1, len(glued))
        heard[" ".join([*words[:at], glued[:cut], glued[cut:], *words[at + 3 :]])] = session.title

    def found(case: str) -> bool:
        result = looked_up.sessions(case)
        return result.strength != "none" and result.hits[0].value.title == heard[case]

    assert share(list(heard), found) >= least


@pytest.mark.parametrize(("path", "least"), [(DEMO, 0.97), (FOSDEM, 0.93)])
def test_the_first_half_of_a_title(path: Path, least: float) -> None:
    looked_up = search(path)
    heard = {}
    for session in looked_up.programme.sessions:
        words = folded(session.title)
        half = words[: max(3, len(words) // 2)]
        if len(words) > 4 and sum(1 for word in half if word not in FUNCTION_WORDS) > 1:
            heard[" ".join(half)] = session.title

    def found(case: str) -> bool:
        return heard[case] in [hit.value.title for hit in looked_up.sessions(case).hits[:3]]

    assert share(list(heard), found) >= least


@pytest.mark.parametrize("path", [DEMO, FOSDEM])
def test_people_of_other_congresses_are_not_here(path: Path) -> None:
    looked_up = search(path)
    here = {person.name for person in looked_up.programme.persons}
    others = search(DEMO if path == FOSDEM else FOSDEM).programme.persons
    strangers = [p.name for p in others if p.name not in here and len(named(p.name)) > 1][:300]

    def refused(case: str) -> bool:
        hits = looked_up.persons(case)
        return not hits or hits[0].strength == "weak"

    assert share(strangers, refused) >= 0.98


NOTHING = (
    "il risotto allo zafferano", "glass blowing for beginners", "olympic curling final", "lotteria di capodanno",
    "Fischräucherei", "cours de tango argentin", "taller de cocina peruana", "underwater basket weaving",
)  # fmt: skip


@pytest.mark.parametrize("query", NOTHING)
@pytest.mark.parametrize("path", [DEMO, FOSDEM])
def test_what_nobody_speaks_about_is_not_found(path: Path, query: str) -> None:
    assert search(path).sessions(query).strength in ("none", "weak")


ROOMS = (
    "Amphi A", "Amphi B", "V1 (F119)", "V2 (F122)", "UB4.132", "UB4.136", "K.3.201", "UD2.120 (Chavanne)", "Seminar 1",
    "Seminar 2", "Crane Hall", "Auditorium (A2)", "Sala Gentili Build with AI", "Sala Ricci", "U6-39", "U6-40", "Hall",
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("ub4136", "UB4.136"),
        ("UB 4 1 3 6", "UB4.136"),
        ("u b quattro punto uno tre sei", "UB4.136"),
        ("k 3 201", "K.3.201"),
        ("V2", "V2 (F122)"),
        ("Raum F122", "V2 (F122)"),
        ("vau zwei", "V2 (F122)"),
        ("vi uno", "V1 (F119)"),
        ("Chavanne", "UD2.120 (Chavanne)"),
        ("chavan", "UD2.120 (Chavanne)"),
        ("sala Gentili", "Sala Gentili Build with AI"),
        ("jentili", "Sala Gentili Build with AI"),
        ("sala seminari 1", "Seminar 1"),
        ("Seminarraum 2", "Seminar 2"),
        ("seminario due", "Seminar 2"),
        ("amphi a", "Amphi A"),
        ("l'amphi B", "Amphi B"),
        ("aula 39", "U6-39"),
        ("u sei quaranta", "U6-40"),
        ("the crane hall", "Crane Hall"),
        ("auditorium", "Auditorium (A2)"),
        ("ritchie", "Sala Ricci"),
    ],
)
def test_rooms_as_people_say_them(said: str, meant: str) -> None:
    hits = Places([Room(name) for name in ROOMS]).find(said)
    assert [hit.value.name for hit in hits[:1]] == [meant]


@pytest.mark.parametrize(
    "said", ["sala Cassiopea", "UB4.137", "V9", "Seminar 5", "Amphi Z", "room 404", "", "la sala", "?"]
)
def test_rooms_that_are_not_there(said: str) -> None:
    assert not Places([Room(name) for name in ROOMS]).find(said)


def test_a_name_shared_by_rooms_finds_all_of_them_weakly() -> None:
    hits = Places([Room(name) for name in ROOMS]).find("seminar")
    assert {hit.value.name for hit in hits} == {"Seminar 1", "Seminar 2"}
    assert {hit.strength for hit in hits} == {"weak"}
