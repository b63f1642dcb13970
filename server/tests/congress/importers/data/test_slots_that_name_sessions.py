"""Slots that name the sessions held in them, several each, by the keys of a list beside them. All data is invented."""

import json

import pytest

from support.harbour import agenda, told

SLOTS = ("09:00", "10:00", "11:15", "13:30")
TALKS = (
    ("Tar and hemp", "Galerie", "Ida Moor"),
    ("Buoys of cork", "Speicher 3", "Jon Ek"),
    ("Lamps on piers", "Galerie", "Bo Lind"),
    ("The ferry bell", "Speicher 3", "Ada Orr"),
    ("Mussels as filters", "Galerie", "Lea Brand"),
    ("Fog by numbers", "Speicher 3", "Eva Moss"),
    ("Rope for mills", "Galerie", "Tom Kling"),
    ("What gulls hear", "Speicher 3", "Ida Moor"),
)
CODES = tuple(f"V{number:02}" for number in range(1, 9))
NUMBERS = tuple(range(301, 309))


def expected() -> set[tuple[str, str, str, str, tuple[str, ...]]]:
    ends = {begin: f"{begin[:3]}45" if begin.endswith("00") else f"{int(begin[:2]) + 1}:00" for begin in SLOTS}
    return {
        (title, f"07 {SLOTS[at // 2]}", ends[SLOTS[at // 2]], room, (who,))
        for at, (title, room, who) in enumerate(TALKS)
    }


def spans() -> list[tuple[str, str]]:
    ends = ("09:45", "10:45", "12:00", "14:00")
    return [(f"2027-05-07T{begin}", f"2027-05-07T{end}") for begin, end in zip(SLOTS, ends, strict=True)]


@pytest.mark.parametrize("keys", [CODES, NUMBERS])
@pytest.mark.parametrize("names", [("id", "title", "room", "speaker"), ("codice", "titolo", "sala", "relatore")])
@pytest.mark.parametrize("column", ["sessions", "talks"])
def test_lists_of_keys_in_slots(keys: tuple[str | int, ...], names: tuple[str, ...], column: str) -> None:
    listed = [dict(zip(names, (key, *talk), strict=True)) for key, talk in zip(keys, TALKS, strict=True)]
    slots = [
        {"id": at + 1, "start": begin, "end": end, column: list(keys[2 * at : 2 * at + 2])}
        for at, (begin, end) in enumerate(spans())
    ]
    found = agenda(("export.json", json.dumps({"slots": slots, column: listed})))
    assert {(*told(one)[:4], tuple(told(one)[4])) for one in found.sessions} == expected()
    assert not [one.code for one in found.warnings if one.code == "id_twice"]  # the slot's is no session's


@pytest.mark.parametrize("between", [", ", "|", " / "])
def test_keys_in_one_cell_of_another_file(between: str) -> None:
    slots = "Beginn;Ende;Vorträge\n" + "".join(
        f"{begin};{end};{between.join(CODES[2 * at : 2 * at + 2])}\n" for at, (begin, end) in enumerate(spans())
    )
    talks = "Kürzel;Titel;Raum;Referent\n" + "".join(
        f"{code};{title};{room};{who}\n" for code, (title, room, who) in zip(CODES, TALKS, strict=True)
    )
    found = agenda(("zeiten.csv", slots), ("vortraege.csv", talks))
    assert {(*told(one)[:4], tuple(told(one)[4])) for one in found.sessions} == expected()


@pytest.mark.parametrize("above", ["rooms", "salles", "stages"])
def test_slots_that_say_for_each_room_which_session_it_has_or_none(above: str) -> None:
    talks = [
        {"id": number, "title": title, "speaker": who} for number, (title, _, who) in zip(NUMBERS, TALKS, strict=True)
    ]
    rooms = ["Kajüte", "Galerie", "Speicher 3"]
    slots = [
        {"from": begin[-5:], "to": end[-5:], "talks": [None, *NUMBERS[2 * at : 2 * at + 2]]}
        for at, (begin, end) in enumerate(spans())
    ]
    days = {"days": [{"date": "2027-05-07", above: rooms, "slots": slots}]}
    found = agenda(("schedule.json", json.dumps(days)), ("talks.json", json.dumps(talks)))
    assert {(*told(one)[:4], tuple(told(one)[4])) for one in found.sessions} == expected()
