"""Indico's exports: sessions with their contributions, conveners apart from presenters."""

import json
from typing import Any
from zoneinfo import ZoneInfo

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_programme
from charlotte.congress.importers.formats import importer_of
from charlotte.congress.model import Agenda


def moment(at: str, tz: str = "Europe/Zurich") -> dict[str, str]:
    return {"date": "2027-03-01", "time": f"{at}:00", "tz": tz}


def person(first: str, last: str, title: str = "") -> dict[str, Any]:
    return {"first_name": first, "last_name": last, "title": title, "affiliation": "Lab", "emailHash": "0", "id": 7}


def agenda(exported: dict[str, Any]) -> Agenda:
    document = Document("export.json", json.dumps(exported).encode())
    importer = importer_of(document)
    assert importer is not None and importer.name == "Indico export"
    return read_programme(document, importer, Facts(name="Invented"), (), None).agenda


def contribution(number: int, title: str, start: str, end: str, **more: Any) -> dict[str, Any]:
    return {
        "_type": "ContribSchEntry", "entryType": "Contribution", "id": f"c{number}", "contributionId": f"90{number}",
        "title": title, "startDate": moment(start), "endDate": moment(end), "room": "", "inheritRoom": True,
        "presenters": [person("Ann", "Lee", "Dr")], "description": "", **more,
    }  # fmt: skip


TIMETABLE = {
    "count": 1,
    "_type": "HTTPAPIResult",
    "results": {
        "77": {
            "20270301": {
                "b1": {"_type": "BreakTimeSchEntry", "entryType": "Break", "id": "b1", "title": "Coffee",
                       "startDate": moment("10:30"), "endDate": moment("11:00"), "room": "Foyer"},
                "s2": {"_type": "LinkedTimeSchEntry", "entryType": "Session", "id": "s2", "title": "Magnets",
                       "slotTitle": "Part I", "startDate": moment("09:00"), "endDate": moment("10:30"),
                       "room": "Hall 1",
                       "conveners": [person("Eve", "Moss", "Prof.")],
                       "entries": {"c4": contribution(4, "[CANCELLED] Coils", "09:40", "10:00"),
                                   "c3": contribution(3, "Cold bores", "09:00", "09:40")}},
                "c5": contribution(5, "Closing", "11:00", "11:30", room="Hall 2",
                                   description="<b>ROOM CHANGE: moved from Hall 1 to Hall 2.</b>"),
            }
        }
    },
}  # fmt: skip


def test_a_timetable() -> None:
    found = agenda(TIMETABLE)
    assert (found.congress.id, found.congress.timezone) == ("77", "Europe/Zurich")
    assert [(s.title, s.status, s.room, s.kind) for s in found.sessions] == [
        ("Magnets: Part I", "scheduled", "Hall 1", "talk"),
        ("Cold bores", "scheduled", "Hall 1", "talk"),
        ("Coils", "cancelled", "Hall 1", "talk"),
        ("Coffee", "scheduled", "Foyer", "break"),
        ("Closing", "moved", "Hall 2", "talk"),
    ]
    outer, inner = found.sessions[:2]
    assert ([one.name for one in outer.chairs], outer.speakers) == (["Prof. Eve Moss"], ())
    assert (inner.subtitle, [one.name for one in inner.speakers]) == ("Magnets: Part I", ["Dr Ann Lee"])
    assert found.sessions[4].previous_room == "Hall 1"
    assert not found.warnings


def test_an_event_with_its_contributions() -> None:
    talk = {
        "_type": "Contribution", "id": "3", "title": "Cold bores", "startDate": moment("08:00", "UTC"),
        "endDate": moment("08:40", "UTC"), "room": "Hall 1", "session": "Magnets", "speakers": [person("Ann", "Lee")],
        "primaryauthors": [person("Bob", "Roe")], "track": "Cryo", "duration": 40,
        "subContributions": [{"id": "1", "title": "Pipes", "duration": 10, "speakers": [person("Bob", "Roe")]}],
    }  # fmt: skip
    event = {"_type": "Conference", "id": "77", "title": "Cold days", "timezone": "Europe/Zurich", "location": "Bern",
             "startDate": moment("08:00"), "endDate": moment("18:00"), "contributions": [talk]}  # fmt: skip
    found = agenda({"_type": "HTTPAPIResult", "count": 1, "results": [event]})
    assert (found.congress.venue, len(found.sessions)) == ("Bern", 2)
    bores, pipes = found.sessions
    assert bores.start is not None and bores.start.astimezone(ZoneInfo("Europe/Zurich")).hour == 9
    assert ([one.name for one in bores.speakers], bores.track, bores.subtitle) == (["Ann Lee"], "Cryo", "Magnets")
    assert pipes.end is not None and (pipes.subtitle, pipes.end.minute) == ("Cold bores", 10)
