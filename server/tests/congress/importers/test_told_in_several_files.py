"""A folder whose files each hold a part of the programme: an export, and a calendar of the evenings. Invented."""

import json
from pathlib import Path

from charlotte.congress.importers.folder import read_path
from charlotte.congress.model import Agenda

EVENT = {"id": "wolle", "name": "Wolltage", "timezone": "Europe/Berlin", "start_date": "2027-06-04",
         "end_date": "2027-06-05", "languages": ["de"]}  # fmt: skip
PLACES = """halls:
  - {id: h1, name: {de: Spinnerei, en: Spinning Hall}, level: 0, seats: 120}
  - {id: h2, name: {de: Webstuhl, en: Loom Room}, level: 2, seats: 40}
"""
TALKS = [
    ("a1", "Filzen ohne Seife", "2027-06-04T07:00:00Z", "2027-06-04T08:00:00Z", "h1", None),
    ("a2", "Schafe zählen", "2027-06-04T08:00:00Z", "2027-06-04T09:00:00Z", "h1", None),
    ("a3", "Färben mit Krapp", "2027-06-05T07:00:00Z", "2027-06-05T08:00:00Z", "h2", "h1"),
]
EVENINGS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Wolltage//DE
BEGIN:VEVENT
UID:1
DTSTART:20270604T170000Z
DTEND:20270604T210000Z
SUMMARY:Grillen am Deich
LOCATION:Deichwiese
END:VEVENT
END:VCALENDAR
"""


def read(folder: Path, **files: str) -> Agenda:
    (folder / "event.json").write_text(json.dumps(EVENT))
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text)
    return read_path(folder).agenda


def export() -> str:
    keys = ("id", "title", "starts", "ends", "hall_id", "previous_hall")
    return json.dumps({"talks": [dict(zip(keys, one, strict=True)) for one in TALKS]})


def test_a_calendar_of_the_evenings_stands_beside_the_export_of_a_system(tmp_path: Path) -> None:
    agenda = read(tmp_path, export_json=export(), places_yaml=PLACES, abends_ics=EVENINGS)
    assert [(one.title, one.room, f"{one.start:%d %H:%M}") for one in agenda.sessions if one.start] == [
        ("Filzen ohne Seife", "Spinnerei", "04 09:00"),
        ("Schafe zählen", "Spinnerei", "04 10:00"),
        ("Färben mit Krapp", "Webstuhl", "05 09:00"),
        ("Grillen am Deich", "Deichwiese", "04 19:00"),
    ]
    assert {room.name: (room.aliases, room.level, room.capacity) for room in agenda.rooms} == {
        "Spinnerei": (("Spinning Hall",), "0", 120),
        "Webstuhl": (("Loom Room",), "2", 40),
        "Deichwiese": ((), None, None),
    }
    assert agenda.sessions[2].previous_room == "Spinnerei"


def test_what_the_export_and_the_calendar_both_tell_is_one_session(tmp_path: Path) -> None:
    again = EVENINGS.split("END:VCALENDAR")[0] + EVENINGS[EVENINGS.index("BEGIN:VEVENT") :]
    again = again.replace("Grillen am Deich", "Schafe zählen", 1).replace("20270604T170000Z", "20270604T080000Z", 1)
    agenda = read(tmp_path, export_json=export(), places_yaml=PLACES, abends_ics=again)
    titles = [session.title for session in agenda.sessions]
    assert titles == ["Filzen ohne Seife", "Schafe zählen", "Färben mit Krapp", "Grillen am Deich"]


def test_a_table_that_tells_nothing_but_what_the_calendar_does_is_left_out_and_named(tmp_path: Path) -> None:
    table = "title,start,end,room\nGrillen am Deich,2027-06-04 19:00,2027-06-04 23:00,Deichwiese\n"
    two = EVENINGS.split("END:VCALENDAR")[0] + EVENINGS[EVENINGS.index("BEGIN:VEVENT") :].replace("T17", "T21")
    agenda = read(tmp_path, kopie_csv=table, abends_ics=two.replace("UID:1", "UID:2", 1))
    assert len(agenda.sessions) == 2
    assert {(one.row, one.code) for one in agenda.warnings} >= {("kopie.csv", "skipped")}


def test_two_calendars_of_different_halls_are_one_programme(tmp_path: Path) -> None:
    other = EVENINGS.replace("Grillen am Deich", "Chorprobe").replace("UID:1", "UID:2").replace("Deichwiese", "Kapelle")
    other = other.replace("T17", "T15").replace("T21", "T16")
    agenda = read(tmp_path, deich_ics=EVENINGS, kapelle_ics=other)
    assert {(session.title, session.room) for session in agenda.sessions} == {
        ("Grillen am Deich", "Deichwiese"),
        ("Chorprobe", "Kapelle"),
    }
