"""What each format may hold that real agendas happened not to."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from charlotte.congress.importers.errors import MissingZone, RivalProgrammes
from charlotte.congress.importers.folder import Reading, read_path
from charlotte.congress.model import Session

ZONE = {"id": "e", "name": "Event", "timezone": "Europe/Rome", "start_date": "2026-05-01", "end_date": "2026-05-02"}


def imported(folder: Path, name: str, content: str | bytes, event: dict[str, Any] | None = None) -> Reading:
    raw = content.encode() if isinstance(content, str) else content
    (folder / name).write_bytes(raw)
    (folder / "event.json").write_text(json.dumps(ZONE if event is None else event))
    return read_path(folder)


def by_id(reading: Reading) -> dict[str, Session]:
    return {session.id: session for session in reading.agenda.sessions}


def frab(*events: str, day: str = "2026-05-01") -> str:
    return f"<schedule><day date='{day}'><room name='A'>{''.join(events)}</room></day></schedule>"


def event(number: int, start: str = "10:00", title: str = "T", extra: str = "") -> str:
    return f"<event id='{number}'><start>{start}</start><duration>00:30</duration><title>{title}</title>{extra}</event>"


def local(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_a_start_after_midnight_belongs_to_the_night_of_its_day(tmp_path: Path) -> None:
    sessions = by_id(imported(tmp_path, "s.xml", frab(event(1, "00:15"), event(2, "09:00"))))
    assert sessions["1"].start == local("2026-05-02T00:15+02:00")
    assert sessions["2"].start == local("2026-05-01T09:00+02:00")


def test_a_wrong_offset_in_the_date_gives_way_to_the_clock_time(tmp_path: Path) -> None:
    wrong = event(1, "10:00", extra="<date>2026-05-01T10:00:00+00:00</date>")
    reading = imported(tmp_path, "s.xml", frab(wrong))
    assert by_id(reading)["1"].start == local("2026-05-01T10:00+02:00")
    assert [warning.code for warning in reading.agenda.warnings] == ["time_contradiction"]


def test_entities_escaped_twice_and_markup_become_plain_text(tmp_path: Path) -> None:
    title = "Let&amp;amp;#8217;s &lt;b&gt;talk&lt;/b&gt; about vector&lt;T&gt;"
    assert by_id(imported(tmp_path, "s.xml", frab(event(1, title=title))))["1"].title == "Let’s talk about vector<T>"


@pytest.mark.parametrize(
    ("title", "plain", "status"),
    [
        ("[ANNULÉ] Rust", "Rust", "cancelled"),
        ("CANCELLED: Rust", "Rust", "cancelled"),
        ("Rust - abgesagt", "Rust", "cancelled"),
        ("Rust (annullato)", "Rust", "cancelled"),
        ("❌ [ANNULÉ] ❌", "❌ [ANNULÉ] ❌", "cancelled"),
        ("".join(letter + "\u0336" for letter in "Rust"), "Rust", "cancelled"),
        ("".join(letter + "\u0336" for letter in "Test?") + " Prove!", "Test? Prove!", "scheduled"),
        ("Why my project was cancelled", "Why my project was cancelled", "scheduled"),
    ],
)
def test_cancellation_is_read_from_marks_in_titles(tmp_path: Path, title: str, plain: str, status: str) -> None:
    session = by_id(imported(tmp_path, "s.xml", frab(event(1, title=title))))["1"]
    assert (session.title, session.status) == (plain, status)


def test_one_id_at_two_times_is_kept_twice_and_named(tmp_path: Path) -> None:
    reading = imported(tmp_path, "s.xml", frab(event(1, "10:00"), event(1, "15:00"), event(1, "10:00")))
    sessions = by_id(reading)
    assert sessions["1#2"].status == "duplicate" and sessions["1#2"].same_as == "1"
    assert [warning.code for warning in reading.agenda.warnings] == ["listed_twice", "repeated_row"]


def test_odd_rows_are_warned_of_and_the_others_come_in(tmp_path: Path) -> None:
    rows = (event(1, title=""), event(2, "25:99"), event(3, "10:00"), event(4, "10:10"))
    reading = imported(tmp_path, "s.xml", frab(*rows))
    codes = [(warning.row, warning.code) for warning in reading.agenda.warnings]
    assert codes == [("1", "no_title"), ("2", "bad_time"), ("2", "unscheduled"), ("4", "overlap")]
    assert set(by_id(reading)) == {"2", "3", "4"}


def test_each_row_that_has_no_title_is_named(tmp_path: Path) -> None:
    rows = (event(1, title=""), event(2, "10:00"), event(3, title=""), event(4, title=""))
    warnings = imported(tmp_path, "s.xml", frab(*rows)).agenda.warnings
    assert [warning.row for warning in warnings if warning.code == "no_title"] == ["1", "3", "4"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = frab(event(1, title="Perché l’università è così: Käse, façade, señal, Übung")).replace("’", "'")
    session = by_id(imported(tmp_path, "s.xml", text.encode(encoding)))["1"]
    assert session.title == "Perché l'università è così: Käse, façade, señal, Übung"


def test_a_wrongly_declared_encoding_does_no_harm(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="iso-8859-1"?>' + frab(event(1, title="Perché"))
    assert by_id(imported(tmp_path, "s.xml", text))["1"].title == "Perché"


C3VOC = {
    "schedule": {
        "conference": {
            "acronym": "conf",
            "title": "Conf",
            "time_zone_name": "Europe/Berlin",
            "rooms": [{"name": "V1 (F119)", "capacity": 128}, {"name": "Empty", "description": "ground floor"}],
            "days": [
                {
                    "date": "2026-05-01",
                    "rooms": {
                        "V1 (F119)": [
                            {
                                "code": "ABC",
                                "date": "2026-05-01T10:00:00+02:00",
                                "start": "10:00",
                                "duration": "00:50",
                                "title": "Title",
                                "type": "Workshop",
                                "language": "de",
                                "persons": [{"code": "P", "public_name": "Ada L."}],
                            }
                        ]
                    },
                }
            ],
        }
    }
}


def test_c3voc_json_needs_no_event_json(tmp_path: Path) -> None:
    (tmp_path / "any-name.json").write_text(json.dumps(C3VOC))
    reading = read_path(tmp_path)
    session = by_id(reading)["ABC"]
    assert reading.agenda.congress.timezone == "Europe/Berlin" and reading.agenda.congress.id == "conf"
    assert (session.kind, session.language, session.speakers[0].name) == ("workshop", "de", "Ada L.")
    assert session.end == local("2026-05-01T10:50+02:00")
    assert [(room.name, room.capacity, room.description) for room in reading.agenda.rooms] == [
        ("V1 (F119)", 128, None),
        ("Empty", None, "ground floor"),
    ]


ALL = {
    "sessions": [
        {
            "id": "7",
            "title": "Opening",
            "description": "x" * 5000,
            "startsAt": "2026-05-01T09:00:00",
            "endsAt": "2026-05-01T09:30:00",
            "isServiceSession": False,
            "speakers": ["u1"],
            "categoryItems": [11, 12],
            "roomId": 3,
            "status": "Accepted",
        },
        {"id": "8", "title": "Lunch", "startsAt": "2026-05-01T12:00:00", "isServiceSession": True, "roomId": 3},
        {"id": "9", "title": "Later", "startsAt": None, "endsAt": None, "speakers": []},
    ],
    "speakers": [{"id": "u1", "fullName": "Ada Lovelace", "tagLine": "Analyst"}],
    "categories": [
        {"id": 1, "title": "Track", "items": [{"id": 11, "name": "Engines"}]},
        {"id": 2, "title": "Language", "items": [{"id": 12, "name": "Italiano"}]},
    ],
    "rooms": [{"id": 3, "name": "Main"}],
}


def test_sessionize_all(tmp_path: Path) -> None:
    sessions = by_id(imported(tmp_path, "x.json", json.dumps(ALL)))
    opening = sessions["7"]
    assert (opening.start, opening.room, opening.track) == (local("2026-05-01T09:00+02:00"), "Main", "Engines")
    assert (opening.language, opening.speakers[0].name, opening.speakers[0].affiliation) == (
        "it",
        "Ada Lovelace",
        "Analyst",
    )
    assert (sessions["8"].kind, sessions["9"].status) == ("break", "unscheduled")


def test_sessionize_grid_and_sessions_views(tmp_path: Path) -> None:
    row = {
        "id": "7",
        "title": "Opening",
        "startsAt": "2026-05-01T09:00:00",
        "isPlenumSession": True,
        "speakers": [{"id": "u1", "name": "Ada Lovelace"}],
        "categories": [{"name": "Track", "categoryItems": [{"id": 1, "name": "Engines"}]}],
    }
    grid = [{"date": "2026-05-01", "isDefault": False, "rooms": [{"name": r, "sessions": [row]} for r in ("A", "B")]}]
    listed = [{"groupId": 1, "groupName": "All", "sessions": [row | {"room": "A"}]}]
    for name, view in (("grid", grid), ("list", listed)):
        folder = tmp_path / name
        folder.mkdir()
        sessions = imported(folder, "view.json", json.dumps(view)).agenda.sessions
        assert [(s.id, s.room, s.track, s.speakers[0].name) for s in sessions] == [
            ("7", "A", "Engines", "Ada Lovelace")
        ]


def test_a_missing_or_false_zone_is_an_error(tmp_path: Path) -> None:
    for wrong in ({"id": "e"}, {"id": "e", "timezone": "Berlin"}):
        with pytest.raises(MissingZone):
            imported(tmp_path, "s.xml", frab(event(1)), wrong)


def test_rival_programmes_are_listed_and_one_can_be_named(tmp_path: Path) -> None:
    imported(tmp_path, "one.xml", frab(event(1)))
    (tmp_path / "two.xml").write_text(frab(event(2)))
    with pytest.raises(RivalProgrammes) as error:
        read_path(tmp_path)
    assert "one.xml" in error.value.message and "two.xml" in error.value.message
    reading = read_path(tmp_path / "two.xml", "variant")
    assert (set(by_id(reading)), reading.agenda.congress.id) == ({"2"}, "variant")
    assert reading.agenda.congress.timezone == "Europe/Rome"


def test_json_that_is_no_programme_is_left_out_with_a_warning(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text(json.dumps([{"id": "1", "title": "T", "start": "10:00", "room": "A"}]))
    reading = imported(tmp_path, "s.xml", frab(event(1)))
    assert [(warning.row, warning.code) for warning in reading.agenda.warnings] == [("other.json", "skipped")]


def test_event_json_may_say_where_rooms_are_and_what_else_they_are_called(tmp_path: Path) -> None:
    rooms = ["Foyer", {"name": "A", "aliases": ["Blue hall"], "building": "East wing", "level": "1st floor"}, 7, {}]
    reading = imported(tmp_path, "s.xml", frab(event(1)), ZONE | {"rooms": rooms})
    assert [(room.name, room.aliases, room.building, room.level) for room in reading.agenda.rooms] == [
        ("Foyer", (), None, None),
        ("A", ("Blue hall",), "East wing", "1st floor"),
    ]
