"""Exports of review systems and files that refer to each other: what was never accepted, and what names nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from charlotte.congress.importers.errors import RivalProgrammes, UnknownFormat
from charlotte.congress.importers.folder import read_path
from charlotte.congress.model import Agenda
from charlotte.congress.programme import Programme

EVENT = {"id": "torf", "name": "Torftage", "timezone": "Europe/Berlin", "start_date": "2027-03-12",
         "end_date": "2027-03-13", "languages": ["de", "en"]}  # fmt: skip


def read(folder: Path, **files: Any) -> Agenda:
    folder.mkdir(exist_ok=True)
    (folder / "event.json").write_text(json.dumps(EVENT))
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_text(content if isinstance(content, str) else json.dumps(content))
    return read_path(folder).agenda


def codes(agenda: Agenda) -> list[tuple[str, str]]:
    return [(one.code, one.row) for one in agenda.warnings]


def session(number: int, title: str, at: str | None, status: str = "Accepted") -> dict[str, Any]:
    return {"id": str(number), "title": title, "startsAt": at, "endsAt": None, "isServiceSession": False,
            "isPlenumSession": False, "speakers": [], "roomId": 5, "room": "Moor", "status": status}  # fmt: skip


TALKS = [
    session(1, "Wollgras", "2027-03-12T09:00:00"),
    session(2, "Torfmoos", "2027-03-12T10:00:00"),
    session(3, "Nie angenommen", None, "Declined"),
    session(4, "Noch in Prüfung", None, "Nominated"),
]
VIEW = [{"groupId": None, "groupName": "All", "sessions": TALKS[:2]}]


def test_what_a_committee_declined_was_never_cancelled(tmp_path: Path) -> None:
    everything = {"sessions": TALKS, "rooms": [{"id": 5, "name": "Moor"}], "speakers": [], "categories": []}
    rows = [
        {"Session Id": one["id"], "Title": one["title"], "Status": one["status"], "Room": "Moor",
         "Scheduled At": "12 Mar 2027 09:00 AM" if one["startsAt"] else "", "Scheduled Duration": 40}
        for one in TALKS
    ]  # fmt: skip
    for name, export in (("all", everything), ("rows", rows)):
        agenda = read(tmp_path / name, s__json=export)
        assert [(one.title, one.status) for one in agenda.sessions] == [
            ("Wollgras", "scheduled"),
            ("Torfmoos", "scheduled"),
        ]
        assert [code for code, _ in codes(agenda) if code != "overlap"] == ["not_shown", "not_shown"]
        assert all(one.start and one.start.hour in (9, 10) for one in agenda.sessions)


def test_two_views_of_one_programme_are_read_once_unless_they_differ(tmp_path: Path) -> None:
    everything = {"sessions": TALKS, "rooms": [{"id": 5, "name": "Moor"}], "speakers": [], "categories": []}
    agenda = read(tmp_path, all__json=everything, view__json=VIEW)
    assert [one.title for one in agenda.sessions] == ["Wollgras", "Torfmoos"]
    assert ("told_already", "all.json") in codes(agenda) or ("told_already", "view.json") in codes(agenda)
    later = [{"groupId": None, "groupName": "All", "sessions": [TALKS[0], TALKS[1] | {"startsAt": "2027-03-12T16:00"}]}]
    with pytest.raises(RivalProgrammes, match="They differ, e.g. about 'Torfmoos'"):
        read(tmp_path, view__json=later)


def test_a_list_of_people_alone_is_no_programme(tmp_path: Path) -> None:
    people = [
        {"id": f"p{n}", "firstName": first, "lastName": last, "fullName": f"{first} {last}", "tagLine": "Uni Kiel"}
        for n, (first, last) in enumerate([("Ida", "Brun"), ("Jost", "Egli"), ("Lena", "Moser"), ("Uwe", "Kern")])
    ]
    with pytest.raises(UnknownFormat, match="no sessions that we can find"):
        read(tmp_path, people__json=people)


def test_proposals_without_a_time_wait_for_one_and_are_no_parts_of_their_neighbours(tmp_path: Path) -> None:
    table = (
        "ID;Titel;Status;Raum;Beginn;Minuten;Vortragende\n"
        "1;Wollgras im Wind;Accepted;Moor;12.03.2027 09:00;40;Ida Brun\n"
        "2;Torfmoos trinkt;Accepted;Moor;12.03.2027 10:00;40;Jost Egli\n"
        "3;Noch ohne Zeit;Accepted;;;;Lena Moser\n"
        "4;Auf der Warteliste;Waitlisted;;;;Uwe Kern\n"
    )
    agenda = read(tmp_path, p__csv=table)
    assert [(one.title, one.status, one.subtitle) for one in agenda.sessions] == [
        ("Wollgras im Wind", "scheduled", None),
        ("Torfmoos trinkt", "scheduled", None),
        ("Noch ohne Zeit", "unscheduled", None),
    ]


def test_columns_for_a_day_with_its_clock_tell_the_start_and_the_end(tmp_path: Path) -> None:
    heads = (
        "Start Date & Time;End Date & Time",
        "Data e ora inizio;Data e ora fine",
        "Fecha y hora de inicio;Fin (fecha y hora)",
    )
    for number, head in enumerate(heads):
        table = (
            f"Session Name;{head};Venue\n"
            "Wollgras im Wind;12/03/2027 9:00;12/03/2027 9:45;Moor\n"
            "Torfmoos trinkt;12/03/2027 10:00;12/03/2027 9:45;Moor\n"
            "Sonnentau;32/03/2027 11:00;13/03/2027 11:45;Moor\n"
        )
        agenda = read(tmp_path / str(number), p__csv=table)
        first, second, third = agenda.sessions
        assert first.start and first.end and f"{first.start:%d %H:%M}-{first.end:%H:%M}" == "12 09:00-09:45"
        assert second.end is None and ("end_before_start", "p.csv, row 3") in codes(agenda)
        assert third.start is None, "no day is taken from the end of a row whose start has none"


def test_a_title_column_and_its_translation_are_both_told(tmp_path: Path) -> None:
    table = (
        "Tag;Beginn;Titel;Title (EN);Raum\n"
        "12.03.2027;9:00;Wollgras im Wind;Cotton grass;Moor\n"
        "12.03.2027;10:00;Torfmoos trinkt;Peat moss drinks;Moor\n"
    )
    agenda = read(tmp_path, p__csv=table)
    assert [(one.title, one.subtitle) for one in agenda.sessions] == [
        ("Wollgras im Wind", "Cotton grass"),
        ("Torfmoos trinkt", "Peat moss drinks"),
    ]


PARTS = {
    "talks__yml": (
        "- {id: t1, titel: Wollgras, wer: [p1, p2], wo: r1, slot: s1}\n"
        "- {id: t2, titel: Torfmoos, wer: [p3], wo: r2, slot: s1}\n"
        "- {id: t3, titel: Sonnentau, wer: [p2], wo: r1, slot: s2}\n"
    ),
    "personen__yml": "p1: {name: Lena Moser, firma: Uni Kiel}\np2: {name: Jost Egli}\np3: {name: Ida Brun}\n",
    "raeume__yml": "r1: {name: Saal Moor}\nr2: {name: Saal Heide}\n",
    "slots__yml": (
        's1: {tag: 2027-03-12, von: "09:00", bis: "09:45"}\ns2: {tag: 2027-03-13, von: "10:00", bis: "11:00"}\n'
    ),
}


def test_talks_with_short_titles_are_not_the_links_between_people_and_slots(tmp_path: Path) -> None:
    agenda = read(tmp_path, **PARTS)
    assert [
        (one.title, one.room, one.start and f"{one.start:%d %H:%M}", [person.name for person in one.speakers])
        for one in agenda.sessions
    ] == [
        ("Wollgras", "Saal Moor", "12 09:00", ["Lena Moser", "Jost Egli"]),
        ("Torfmoos", "Saal Heide", "12 09:00", ["Ida Brun"]),
        ("Sonnentau", "Saal Moor", "13 10:00", ["Jost Egli"]),
    ]


def test_a_key_that_names_nothing_is_told_and_never_shown(tmp_path: Path) -> None:
    odd = PARTS["talks__yml"] + "- {id: t4, titel: Krähenbeere, wer: [p77], wo: r9, slot: s2}\n"
    agenda = read(tmp_path, **{**PARTS, "talks__yml": odd})
    last = agenda.sessions[-1]
    assert (last.title, last.room, last.speakers) == ("Krähenbeere", None, ())
    told = sorted(str(one.values["text"]) for one in agenda.warnings if one.code == "names_nothing")
    assert told == ["p77", "r9"]
    assert len(agenda.sessions[0].speakers) == 2, "and the others name whom they named"


def test_two_files_that_differ_are_both_told_to_whoever_asks(tmp_path: Path) -> None:
    rows = "Tag;Beginn;Titel;Raum\n12.03.2027;9:00;Wollgras im Wind;Moor\n12.03.2027;10:00;Torfmoos trinkt;Moor\n"
    other = [
        {"title": "Wollgras im Wind", "start": "2027-03-12T09:30", "room": "Moor"},
        {"title": "Torfmoos trinkt", "start": "2027-03-12T10:00", "room": "Moor"},
    ]
    agenda = read(tmp_path, a__csv=rows, b__json=other)
    programme = Programme(agenda.congress, agenda.sessions, agenda.rooms)
    first, *rest = [one for one in programme.sessions if one.title == "Wollgras im Wind"]
    assert programme.other_listings(first) == tuple(rest) and len(rest) == 1
    assert [one.code for one in agenda.warnings if one.code == "listed_twice"] == ["listed_twice"]
