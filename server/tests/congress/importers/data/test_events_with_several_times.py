"""Agendas of towns and houses: events that are held several times, their state as an object, their talks in a text."""

import json

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Session

FACTS = Facts(
    id="looms",
    timezone="Europe/Paris",
    start_date=day("2027-02-11"),
    end_date=day("2027-02-12"),
    languages=("en",),
)
WORDS = {
    "timings": ("timings", "begin", "end", "firstTiming", "longDescription", "status", "label"),
    "termine": ("termine", "beginn", "ende", "naechster", "langbeschreibung", "zustand", "bezeichnung"),
    "repliche": ("repliche", "inizio", "fine", "prossima", "descrizione_lunga", "stato", "nome"),
}
TEXT = (
    "<p>Chair: Rita Salis. Free of charge.</p><ul>"
    "<li><strong>10h</strong>&nbsp;: Flax, slowly, <em>Ada Orr (Kiln)</em></li>"
    "<li><strong>10h30</strong>&nbsp;: « Our » nettles, <em>Bo Lie and Eve Moss</em></li></ul>"
)
MARKED = (
    "Chair: Rita Salis. Free of charge.\n\n* **10h** : Flax, slowly, *Ada Orr (Kiln)*\n"
    "* **10h30** : « Our » nettles, *Bo Lie and Eve Moss*"
)


def agenda(words: str, text: str = TEXT) -> str:
    times, begin, end, first, whole, state, label = WORDS[words]

    def event(number: int, title: str, spans: list[tuple[str, str]], said: str, status: str) -> dict[str, object]:
        held = [{begin: f"2027-02-{one}:00.000Z", end: f"2027-02-{other}:00.000Z"} for one, other in spans]
        return {
            "uid": 4000 + number,
            "title": {"en": title},
            "description": {"en": "Looms in the north"},
            whole: {"en": said},
            state: {"id": number, label: {"en": status}},
            first: held[0],
            times: held,
            "room": "Hall Shuttle",
        }

    events = [
        event(1, "Morning of fibres", [("11T09:00", "11T10:00")], text, "Confirmed"),
        event(2, "Try a loom", [("11T13:00", "11T14:00"), ("12T08:00", "12T09:00")], "<p>Bring wool.</p>", "Confirmed"),
        event(3, "Tour of the mill", [("12T10:00", "12T11:00")], "<p>By boat.</p>", "Cancelled"),
    ]
    return json.dumps({"total": 3, "events": events})


def read(text: str) -> list[Session]:
    return list(read_tables([Document("agenda.json", text.encode())], FACTS).agenda.sessions)


@pytest.mark.parametrize("words", [*WORDS])
def test_each_time_is_a_session_and_the_next_one_beside_them_no_other(words: str) -> None:
    found = read(agenda(words))
    told = [(one.title, f"{one.start:%d %H:%M}") for one in found if one.start is not None and one.title[0] in "MT"]
    assert sorted(told) == [
        ("Morning of fibres", "11 10:00"),
        ("Tour of the mill", "12 11:00"),
        ("Try a loom", "11 14:00"),
        ("Try a loom", "12 09:00"),
    ]
    assert {one.title: one.status for one in found}["Tour of the mill"] == "cancelled"
    assert {one.room for one in found} == {"Hall Shuttle"}


@pytest.mark.parametrize("text", [TEXT, MARKED])
@pytest.mark.parametrize("words", [*WORDS])
def test_the_whole_text_tells_the_talks_and_names_in_italics_who_speaks(words: str, text: str) -> None:
    found = {one.title: one for one in read(agenda(words, text))}
    people = {title: [(one.name, one.affiliation) for one in found[title].speakers] for title in found}
    assert people["Flax, slowly"] == [("Ada Orr", "Kiln")]
    assert people["« Our » nettles"] == [("Bo Lie", None), ("Eve Moss", None)]
    assert [one.name for one in found["Morning of fibres"].chairs] == ["Rita Salis"]


def test_an_event_that_is_held_twice_on_a_day_is_told_twice() -> None:
    def event(number: int, title: str, begins: list[str]) -> dict[str, object]:
        held = [{"begin": f"2027-02-{one}:00:00.000Z", "end": f"2027-02-{one}:45:00.000Z"} for one in begins]
        return {"uid": number, "title": title, "firstTiming": held[0], "timings": held, "room": "Hall Shuttle"}

    events = [event(71, "Opening", ["11T08"]), event(72, "Boat to the mill", ["11T09", "11T13", "11T15", "12T09"])]
    found = [one for one in read(json.dumps({"events": events})) if one.title == "Boat to the mill"]
    assert [f"{one.start:%d %H:%M}" for one in found if one.start is not None] == [
        "11 10:00",
        "11 14:00",
        "11 16:00",
        "12 10:00",
    ]


def test_a_time_shown_beside_the_moment_is_no_end() -> None:
    def event(title: str, begins: str, shown: str, minutes: int) -> dict[str, object]:
        return {
            "Titre": title,
            "Début": f"2027-02-{begins}:00:00.000Z",
            "Durée (min)": minutes,
            "Heure affichée": shown,
        }

    records = [
        event("Filer le lin", "11T08:15", "09h15", 15),
        event("Tisser à quatre mains", "11T08:30", "09h30", 45),
        event("Teindre sans eau", "12T13:00", "14h00", 90),
    ]
    found = {one.title: f"{one.start:%d %H:%M}-{one.end:%H:%M}" for one in read(json.dumps(records)) if one.start}
    assert found == {
        "Filer le lin": "11 09:15-09:30",
        "Tisser à quatre mains": "11 09:30-10:15",
        "Teindre sans eau": "12 14:00-15:30",
    }
