"""Lists of interfaces, one by one: people with their talks, slots with a label. All data is invented."""

import json
from typing import Any

import pytest

from support.harbour import agenda, told

TALKS = (
    ("H7KXAM", "Der Hafen bei Nacht", ("P9HLPN",), 901, "2027-05-07T09:00:00+02:00", "2027-05-07T09:45:00+02:00", 41),
    ("M7H30X", "Seile aus Nesseln", ("P9HLPN", "AT4QRW"), 902, "2027-05-07T10:15", "2027-05-07T11:00", 42),
    ("AB8XYZ", "Wer lotst die Aale?", ("AT4QRW",), 903, "2027-05-08T09:00", "2027-05-08T09:30", 41),
)
PEOPLE = {"P9HLPN": "Ada Moor", "AT4QRW": "Jon Ek"}
EXPECTED = {
    ("Der Hafen bei Nacht", "07 09:00", "09:45", "Blauer Saal", ("Ada Moor",)),
    ("Seile aus Nesseln", "07 10:15", "11:00", "Speicher 3", ("Ada Moor", "Jon Ek")),
    ("Wer lotst die Aale?", "08 09:00", "09:30", "Blauer Saal", ("Jon Ek",)),
}
ROOMS = {41: "Blauer Saal", 42: "Speicher 3"}


def listed(*records: dict[str, Any]) -> str:
    return json.dumps({"count": len(records), "next": None, "previous": None, "results": records})


def people() -> str:
    return listed(
        *(
            {"code": code, "name": name, "biography": f"{name} is here from 9 h to noon.", "submissions": talks}
            for code, name in PEOPLE.items()
            if (talks := [key for key, _, who, *_ in TALKS if code in who])
        )
    )


def found(*files: tuple[str, str]) -> set[tuple[str, str, str, str | None, tuple[str, ...]]]:
    return {(*told(one)[:4], tuple(sorted(told(one)[4]))) for one in agenda(*files).sessions}


@pytest.mark.parametrize("label", ["description", "label", "Bezeichnung"])
def test_each_list_in_a_file_of_its_own_and_breaks_by_their_label(label: str) -> None:
    slots: list[dict[str, Any]] = [
        {"id": at, "room": room, "start": start, "end": end, "submission": key, label: None}
        for key, _, _, at, start, end, room in TALKS
    ]
    lunch = {"id": 904, "room": None, "start": "2027-05-07T12:00", "end": "2027-05-07T13:00"}
    slots.append({**lunch, "submission": None, label: {"de": "Mittagessen"}})
    submissions = [
        {"code": key, "title": title, "speakers": who, "state": "confirmed", "slots": [at], "abstract": ""}
        for key, title, who, at, *_ in TALKS
    ]
    rooms = [{"id": key, "name": {"de": name, "en": name}, "capacity": 40} for key, name in ROOMS.items()]
    assert found(
        ("rooms.json", listed(*rooms)),
        ("slots.json", listed(*slots)),
        ("speakers.json", people()),
        ("submissions.json", listed(*submissions)),
    ) == EXPECTED | {("Mittagessen", "07 12:00", "13:00", None, ())}  # fmt: skip


def test_talks_that_hold_their_people_beside_people_who_name_their_talks() -> None:
    talks = [
        {"code": key, "title": title, "slot": {"room": {"de": ROOMS[room]}, "start": start, "end": end},
         "speakers": [{"code": code, "name": PEOPLE[code], "avatar": None} for code in who]}
        for key, title, who, _, start, end, room in TALKS
    ]  # fmt: skip
    assert found(("speakers.json", people()), ("talks.json", listed(*talks))) == EXPECTED


@pytest.mark.parametrize("place", ["session", "talk"])
def test_objects_of_sessions_that_some_slots_lack(place: str) -> None:
    slots = [
        {"id": at, "startTime": start, "endTime": end, "room": {"id": room, "name": ROOMS[room]}, "label": None,
         place: {"id": key, "title": title, "speakers": [{"fullName": PEOPLE[code]} for code in who]}}
        for key, title, who, at, start, end, room in TALKS
    ]  # fmt: skip
    coffee = {"id": 9, "startTime": "2027-05-07T09:45", "endTime": "2027-05-07T10:15", "label": "Kaffee am Kai"}
    slots.append({**coffee, "room": {"id": 41, "name": "Blauer Saal"}, place: None})
    assert found(("programm.json", json.dumps({"slots": slots}))) == EXPECTED | {
        ("Kaffee am Kai", "07 09:45", "10:15", "Blauer Saal", ())
    }


def test_people_by_key_with_addresses_and_badges() -> None:
    talks = {
        str(100 + at): {"title": title, "description": "", "speakers": [who], "tags": []}
        for at, (title, who) in enumerate(
            zip(("Ebbe", "Tau", "Anker", "Bojen", "Knoten", "Licht"), "abcabc", strict=True)
        )
    }
    who = {
        key: {"name": name, "company": "Hafenamt", "bio": f"{name} misst Pegel.",
              "socials": [{"icon": "web", "name": "@x", "link": "https://example.org"}],
              "badges": [{"name": "Lotse", "description": "Lotsenschein", "link": "https://example.org/l"}]}
        for key, name in {"a": "Ada Moor", "b": "Jon Ek", "c": "Bo Lind"}.items()
    }  # fmt: skip
    slots = [
        {
            "startTime": f"{hour:02}:00",
            "endTime": f"{hour:02}:45",
            "sessions": [{"items": [100 + at]}, {"items": [103 + at]}],
        }
        for at, hour in enumerate((9, 10, 11))
    ]
    days = {"2027-05-07": {"timeslots": slots, "tracks": [{"title": "Blauer Saal"}, {"title": "Speicher 3"}]}}
    files = {"schedule.json": days, "sessions.json": talks, "speakers.json": who}
    assert found(*((name, json.dumps(tree)) for name, tree in files.items())) == {
        ("Ebbe", "07 09:00", "09:45", "Blauer Saal", ("Ada Moor",)),
        ("Tau", "07 10:00", "10:45", "Blauer Saal", ("Jon Ek",)),
        ("Anker", "07 11:00", "11:45", "Blauer Saal", ("Bo Lind",)),
        ("Bojen", "07 09:00", "09:45", "Speicher 3", ("Ada Moor",)),
        ("Knoten", "07 10:00", "10:45", "Speicher 3", ("Jon Ek",)),
        ("Licht", "07 11:00", "11:45", "Speicher 3", ("Bo Lind",)),
    }
