"""Importers against an independent reading of the same agendas."""

import json
from pathlib import Path
from typing import Any

import pytest

from charlotte.congress.importers.document import read_document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.errors import UnknownFormat
from charlotte.congress.importers.folder import read_path, read_tables
from charlotte.congress.model import Session
from support.agendas import DEMO, EVENTS, FOSDEM, read


def expected(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((EVENTS / f"{name}.expected.json").read_text("utf-8"))
    return rows


def as_row(session: Session) -> dict[str, Any]:
    return {
        "id": session.id,
        "title": session.title,
        "start": session.start.isoformat() if session.start else None,
        "end": session.end.isoformat() if session.end else None,
        "room": session.room,
        # A dash or an address in place of a name is nobody.
        "speakers": [person.name for person in session.speakers],
        "track": session.track,
        "language": session.language,
        "status": session.status,
    }


@pytest.mark.parametrize(("path", "name"), [(DEMO, "devfest-pisa-2026"), (FOSDEM, "fosdem-2025")])
def test_every_session_agrees_with_another_reading(path: Path, name: str) -> None:
    rows = expected(name)
    sessions = {session.id: as_row(session) for session in read(path).agenda.sessions}
    assert len(sessions) == len(rows) > 30
    for row in rows:
        row["speakers"] = [name for name in row["speakers"] if any(map(str.isalnum, name))]
        assert sessions[row["id"]] == {key: row[key] for key in sessions[row["id"]]}


def test_event_json_gives_what_the_rows_do_not_say() -> None:
    congress = read(DEMO).agenda.congress
    assert (congress.id, congress.timezone, congress.city) == ("devfest-pisa-2026", "Europe/Rome", "Pisa")
    assert congress.languages == ("it", "en")


def test_rooms_without_sessions_are_known() -> None:
    agenda = read(FOSDEM).agenda
    used = {session.room for session in agenda.sessions}
    assert {"Janson", "J.1.106"} <= {room.name for room in agenda.rooms} - used


def test_accepted_sessions_without_a_slot_are_unscheduled_and_warned_of() -> None:
    agenda = read(DEMO).agenda
    rows = [warning.row for warning in agenda.warnings if warning.code == "unscheduled"]
    assert rows == ["row 1", "row 2"]
    assert [session.status for session in agenda.sessions].count("unscheduled") == 2


def test_speakers_have_what_the_speakers_file_says() -> None:
    speakers = [person for session in read(DEMO).agenda.sessions for person in session.speakers]
    assert sum(1 for person in speakers if person.affiliation) > 30


def test_a_file_without_sessions_is_refused_with_the_formats_we_read(tmp_path: Path) -> None:
    (tmp_path / "prices.csv").write_text("Item,Price\nCoffee,2\nBread,3\nWater,1\n")
    (tmp_path / "event.json").write_text('{"id": "e", "timezone": "Europe/Rome"}')
    with pytest.raises(UnknownFormat) as refused:
        read_path(tmp_path)
    assert refused.value.hint is not None and "iCalendar" in refused.value.hint and "CSV" in refused.value.hint


def test_a_programme_of_unknown_shape_agrees_with_another_reading() -> None:
    rows = expected("linuxday-milano-2023")
    sessions = [as_row(session) for session in read(EVENTS / "linuxday-milano-2023").agenda.sessions]
    assert len(sessions) == len(rows) == 33
    for row, session in zip(rows, sessions, strict=True):
        # Its ids and its language are the other reading's own, and so is the end of the closing, which the file lacks.
        row["end"] = row["end"] if row["title"] != "Chiusura del Linux Day" else None
        assert {**session, "id": "", "language": ""} == {**{key: row[key] for key in session}, "id": "", "language": ""}


@pytest.mark.parametrize("files", [["sessionize-export.json"], ["sessionize-export.json", "speakers.json"]])
def test_a_known_format_reads_the_same_as_an_unknown_one(files: list[str]) -> None:
    congress = read(DEMO).agenda.congress
    facts = Facts(id="devfest", timezone=congress.timezone, start_date=congress.start_date, end_date=congress.end_date)
    agenda = read_tables([read_document(DEMO / file) for file in files], facts).agenda
    found = {session.id: as_row(session) for session in agenda.sessions}
    assert found == {session.id: as_row(session) for session in read(DEMO).agenda.sessions}
