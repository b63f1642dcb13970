"""Dumps whose lists name each other by keys, and slots that hold what they call tracks. All data is invented."""

import json
from typing import Any

import pytest

from support.harbour import agenda, told

TALKS = (
    ("KRBNEF", "Il faro dei ragni", ["PLMTRA"], 501, "2027-05-07T09:00:00+02:00", "2027-05-07T09:45:00+02:00", 7),
    ("ZTWQOD", "Nodi e gru", ["QWSAXD", "PLMTRA"], 502, "2027-05-07T09:00:00+02:00", "2027-05-07T10:00:00+02:00", 8),
    ("HJUKLO", "Vele di canapa", [], 503, "2027-05-07T10:15:00+02:00", "2027-05-07T11:00:00+02:00", 7),
    ("BNMVCX", "Nebbia in cifre", ["RFVTGB"], 504, "2027-05-08T09:00:00+02:00", "2027-05-08T09:30:00+02:00", 8),
)
PEOPLE = {"PLMTRA": "Ada Moro", "QWSAXD": "Bo Lind", "RFVTGB": "Eva Rota"}
ROOMS = {7: "Galerie", 8: "Speicher 3"}


def pages(**lists: list[dict[str, Any]]) -> str:
    paged = {name: {"count": len(one), "next": None, "previous": None, "results": one} for name, one in lists.items()}
    return json.dumps(paged)


@pytest.mark.parametrize("named", ["submission", "proposal", "talk"])
def test_talks_and_slots_that_name_each_other(named: str) -> None:
    again = (505, "2027-05-08T11:00:00+02:00", "2027-05-08T12:00:00+02:00", 8)
    submissions = [
        {"code": code, "title": title, "speakers": who, "state": "confirmed", "duration": None, "slots": [slot]}
        for code, title, who, slot, *_ in TALKS
    ]
    submissions[1]["slots"] = [502, again[0]]
    held = [(code, slot, start, end, room) for code, _, _, slot, start, end, room in TALKS]
    held.append(("ZTWQOD", *again))
    slots = [
        {"id": slot, "room": room, "start": start, "end": end, named: code, "description": None}
        for code, slot, start, end, room in held
    ]
    people = [
        {"code": code, "name": name, "biography": None, "submissions": [one[0] for one in TALKS if code in one[2]]}
        for code, name in PEOPLE.items()
    ]
    rooms = [{"id": key, "name": {"it": name}, "description": {}, "capacity": 40} for key, name in ROOMS.items()]
    dump = pages(submissions=submissions, slots=slots, rooms=rooms, speakers=people)
    assert sorted(map(told, agenda(("dump.json", dump)).sessions)) == [
        ("Il faro dei ragni", "07 09:00", "09:45", "Galerie", ["Ada Moro"]),
        ("Nebbia in cifre", "08 09:00", "09:30", "Speicher 3", ["Eva Rota"]),
        ("Nodi e gru", "07 09:00", "10:00", "Speicher 3", ["Bo Lind", "Ada Moro"]),
        ("Nodi e gru", "08 11:00", "12:00", "Speicher 3", ["Bo Lind", "Ada Moro"]),
        ("Vele di canapa", "07 10:15", "11:00", "Galerie", []),
    ]


def test_keys_in_slots_have_the_rooms_of_their_places_whatever_says_nothing() -> None:
    schedule = """
rooms: [Galerie, Speicher 3]
days:
- date: 2027-05-07
  slots:
  - {from: 08:30, to: 09:00, sessionIds: [60]}
  - {from: 10:15, to: 10:45, sessionIds: [61, 62]}
  - {from: 11:00, to: 11:45, sessionIds: [63, 64]}
"""
    sessions = """
- {id: 60, description: "…", title: Coffee on the quay}
- {id: 61, description: "…", title: Moss on slate, speakers: [1]}
- {id: 62, description: "…", title: Bells under water, speakers: [2]}
- {id: 63, description: "…", title: Rope by the mile, speakers: [2], room: Blauer Saal}
- {id: 64, description: "…", title: Who owns the tide?, speakers: [1, 2]}
"""
    speakers = "- {id: 1, name: Ida Moor}\n- {id: 2, name: Jon Ek}\n"
    found = agenda(("schedule.yml", schedule), ("sessions.yml", sessions), ("speakers.yml", speakers))
    assert sorted(map(told, found.sessions)) == [
        ("Bells under water", "07 10:15", "10:45", "Speicher 3", ["Jon Ek"]),
        ("Coffee on the quay", "07 08:30", "09:00", None, []),
        ("Moss on slate", "07 10:15", "10:45", "Galerie", ["Ida Moor"]),
        ("Rope by the mile", "07 11:00", "11:45", "Blauer Saal", ["Jon Ek"]),  # what it says itself comes first
        ("Who owns the tide?", "07 11:00", "11:45", "Speicher 3", ["Ida Moor", "Jon Ek"]),
    ]


@pytest.mark.parametrize(
    ("start", "end", "room", "title", "people", "papers", "own"),
    [
        ("beginn", "ende", "raum", "titel", "referenten", "beitraege", "uhr"),
        ("debut", "fin", "salle", "titre", "intervenants", "communications", "h"),
        ("start", "end", "room", "title", "speakers", "papers", "at"),
    ],
)
def test_tracks_of_a_slot_hold_papers_with_clocks_of_their_own(  # noqa: PLR0913 - the words of a language
    start: str, end: str, room: str, title: str, people: str, papers: str, own: str
) -> None:
    def paper(clock: str, name: str, *who: str) -> dict[str, Any]:
        return {own: clock, title: name, people: [{"name": one} for one in who]}

    slots = [
        {
            start: "09:00",
            end: "09:30",
            "tracks": [{room: "Galerie", title: "Low tide", people: [{"name": "Eva Moss"}]}],
        },
        {
            start: "10:00",
            end: "11:30",
            "tracks": [
                {
                    room: "Galerie",
                    title: "Old ropes",
                    papers: [paper("10:00", "Hemp at sea", "Bo Lind"), paper("10:40", "Wire on land", "Ada Orr")],
                },
                {room: "Speicher 3", title: "New ropes", papers: [paper("10:20", "Nylon and salt", "Jon Ek")]},
            ],
        },
    ]
    found = agenda(("plan.json", json.dumps({"days": [{"date": "2027-05-07", "slots": slots}]})))
    starts = {one.title: told(one)[1::2] for one in found.sessions}
    assert starts == {
        "Low tide": (
            "07 09:00",
            "Galerie",
        ),
        "Old ropes": ("07 10:00", "Galerie"),
        "New ropes": ("07 10:00", "Speicher 3"),
        "Hemp at sea": ("07 10:00", "Galerie"),
        "Wire on land": ("07 10:40", "Galerie"),
        "Nylon and salt": ("07 10:20", "Speicher 3"),
    }
    assert {one.title: [who.name for who in one.speakers] for one in found.sessions}["Wire on land"] == ["Ada Orr"]
