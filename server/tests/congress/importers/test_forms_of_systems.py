"""What widespread systems export, read without code of their own: by mechanisms that other forms need too."""

import io
import json
from datetime import datetime
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_programme, read_tables
from charlotte.congress.importers.formats import importer_of
from charlotte.congress.importers.times import day
from charlotte.congress.model import Agenda

FACTS = Facts(id="invented", timezone="Europe/Oslo", start_date=day("2027-03-04"), end_date=day("2027-03-05"))
ZONE = ZoneInfo("Europe/Oslo")
Told = tuple[str, str, str, str | None, list[str], list[str]]
EXPECTED: list[Told] = [
    ("Coffee and badges", "04 08:30", "09:00", "Lobby", [], []),
    ("Session 1: Ice", "04 09:00", "10:00", "Room Elm", [], ["Mona Lund"]),
    ("Why fjords freeze", "04 09:00", "09:30", "Room Elm", ["Ole Vik"], []),
    ("Cores of old snow", "04 09:30", "10:00", "Room Elm", ["Ida Dahl", "Per Moen"], []),
    ("Panel: Who owns the cod?", "05 10:00", "11:00", "Main Hall", ["Ida Dahl", "Ole Vik"], ["Per Moen"]),
]
INSIDE = {"Why fjords freeze", "Cores of old snow"}
EMPLOYERS = {"Mona Lund": "Polar Trust", "Ole Vik": "Vik AS", "Ida Dahl": "University of Bodø", "Per Moen": "TU Graz"}


def told(found: Agenda) -> list[Told]:
    def names(people: tuple[object, ...]) -> list[str]:
        return [str(getattr(one, "name", "")) for one in people]

    rows = []
    for s in found.sessions:
        assert s.start is not None and s.end is not None, s
        times = (f"{s.start.astimezone(ZONE):%d %H:%M}", f"{s.end.astimezone(ZONE):%H:%M}")
        rows.append((s.title, *times, s.room, names(s.speakers), names(s.chairs)))
    return rows


def agenda(name: str, raw: bytes | str) -> Agenda:
    document = Document(name, raw.encode() if isinstance(raw, str) else raw)
    importer = importer_of(document)
    if importer is not None:
        return read_programme(document, importer, FACTS, (), None).agenda
    return read_tables([document], FACTS).agenda


def moment(text: str) -> datetime:
    on, at = text.split()
    return datetime.fromisoformat(f"2027-03-{on}T{at}").replace(tzinfo=ZONE)


def until(row: Told) -> datetime:
    return moment(f"{row[1].split()[0]} {row[2]}")


def calendar(in_title: bool) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for number, row in enumerate(EXPECTED):
        title, start, _, room, people, chairs = row
        about = [f"Speaker: {people[0]}" if len(people) == 1 else f"Speakers: {', '.join(people)}"] if people else []
        title = f"{title} - {' & '.join(people)}" if in_title and people else title
        about = ([] if in_title else about) + [f"Moderator: {one}" for one in chairs] + ["Bring a scarf."]
        described = "\\n".join(about).replace(",", "\\,")
        lines += [
            "BEGIN:VEVENT",
            f"UID:{number}@x",
            f"DTSTART:{moment(start).astimezone(ZoneInfo('UTC')):%Y%m%dT%H%M%SZ}",
        ]
        lines += [f"DTEND:{until(row).astimezone(ZoneInfo('UTC')):%Y%m%dT%H%M%SZ}", f"SUMMARY:{title}"]
        lines += [f"LOCATION:{room}", f"DESCRIPTION:{described}", "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


@pytest.mark.parametrize("in_title", [True, False])
def test_a_calendar_that_names_people_in_its_texts(in_title: bool) -> None:
    assert told(agenda("basic.ics", calendar(in_title))) == EXPECTED


def test_a_template_with_sub_sessions_below_instructions() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["Please do not change the header row; write Sub for what belongs to the row above."])
    page.append(["*Date (MM/DD/YYYY)", "*Time Start", "*Time End", "*Session or Sub-session(Sub)", "*Session Title",
                 "Room/Location", "Speakers", "Authors (only for papers)", "Moderators/Chairs"])  # fmt: skip
    for row in EXPECTED:
        title, start, _, room, people, chairs = row
        times = (f"{moment(start):%m/%d/%Y}", f"{moment(start):%I:%M %p}", f"{until(row):%I:%M %p}")
        kind = "Sub" if title in INSIDE else "Session"
        page.append([*times, kind, title, room, "; ".join(people), None, "; ".join(chairs)])
    written = io.BytesIO()
    book.save(written)
    assert told(agenda("agenda.xlsx", written.getvalue())) == EXPECTED


def test_papers_side_by_side_in_a_session_s_row() -> None:
    head = ("session_ID;session_start;session_end;session_room;session_title;chair1_name;chair1_organisation;"
            "p1_title;p1_authors;p1_presenting_author;p1_start;p1_end;"
            "p2_title;p2_authors;p2_presenting_author;p2_start;p2_end")  # fmt: skip
    day_of = "2027-03-04 "
    rows = [
        f"1;{day_of}08:30;{day_of}09:00;Lobby;Coffee and badges;;;;;;;;;;;;",
        f"2;{day_of}09:00;{day_of}10:00;Room Elm;Session 1: Ice;Mona Lund;Polar Trust;"
        f"Why fjords freeze;Vik, Ole;Ole Vik;{day_of}09:00;{day_of}09:30;"
        f"Cores of old snow;Dahl, Ida, Moen, Per;Ida Dahl, Per Moen;{day_of}09:30;{day_of}10:00",
    ]
    found = agenda("sessions.csv", "\n".join([head, *rows]))
    assert told(found) == EXPECTED[:4]
    assert found.sessions[2].subtitle == "Session 1: Ice"


def test_a_page_with_a_table_of_talks_below_each_session() -> None:
    page = """<div>Thursday, March 4th</div>
    <div><span>08:30-09:00</span><span> Coffee and badges</span><div>Location: <a>Lobby</a></div></div>
    <div><span>09:00-10:00</span><span> Session 1: Ice</span></div><div>Chair: Mona Lund</div>
    <div>Location: <a>Room Elm</a></div><table>
    <tr><td>09:00</td><td><div><a>Ole Vik</a></div><div>Why fjords freeze</div></td></tr>
    <tr><td>09:30</td><td><div><a>Ida Dahl</a> and <a>Per Moen</a></div><div>Cores of old snow</div></td></tr>
    <tr><td>09:50</td><td><div><a>Mona Lund</a></div><div>Blue ice</div></td></tr></table>"""
    found = told(agenda("program.html", page))
    assert found[:3] == EXPECTED[:3]
    assert [(row[0], row[4]) for row in found[3:]] == [
        ("Cores of old snow", ["Ida Dahl", "Per Moen"]),
        ("Blue ice", ["Mona Lund"]),
    ]


def test_events_that_a_page_carries_for_search_engines() -> None:
    events = [
        {
            "@type": "Event",
            "name": row[0],
            "startDate": moment(row[1]).isoformat(),
            "endDate": until(row).isoformat(),
            "location": {"@type": "Place", "name": row[3], "address": "Kaia 1"},
            "performer": [{"@type": "Person", "name": one} for one in row[4]],
            "eventStatus": "https://schema.org/EventCancelled" if row[0].startswith("Panel") else None,
        }
        for row in EXPECTED
    ]
    whole = {"@type": "EducationEvent", "name": "Ice", "startDate": "2027-03-04", "subEvent": events}
    page = f'<html><script type="application/ld+json">{json.dumps(whole)}</script><p>Loading …</p></html>'
    found = agenda("program.html", page)
    assert told(found) == [(*row[:5], []) for row in EXPECTED]
    assert [session.status for session in found.sessions][-1] == "cancelled"


def test_xml_of_no_known_format() -> None:
    def session(row: Told, inside: str = "", tag: str = "session") -> str:
        people = "".join(f"<speaker><name>{one}</name><org>{EMPLOYERS[one]}</org></speaker>" for one in row[4])
        chair = f"<chair>{row[5][0]}</chair>" if row[5] else ""
        times = f"<start>{row[1].split()[1]}</start><end>{row[2]}</end>"
        facts = f"<title>{row[0]}</title>{times}<room>{row[3]}</room><speakers>{people}</speakers>"
        return f"<{tag}>{facts}{chair}{inside}</{tag}>"

    papers = "".join(session(row, tag="paper") for row in EXPECTED[2:4])
    first = session(EXPECTED[0]) + session(EXPECTED[1], f"<papers>{papers}</papers>")
    days = f'<day date="2027-03-04">{first}</day><day date="2027-03-05">{session(EXPECTED[4])}</day>'
    found = agenda("programme.xml", f"<programme><days>{days}</days></programme>")
    assert sorted(told(found)) == sorted(EXPECTED)


def test_people_by_key_and_moments_in_seconds() -> None:
    keys = {name: f"sp{number}" for number, name in enumerate(EMPLOYERS)}
    agenda_by_day: dict[str, list[dict[str, object]]] = {"2027-03-04": [], "2027-03-05": []}
    for row in EXPECTED:
        length = int((until(row) - moment(row[1])).total_seconds() // 60)
        agenda_by_day[f"2027-03-{row[1][:2]}"].append(
            {"headline": row[0], "begin": int(moment(row[1]).timestamp()), "durationMin": length, "stage": row[3],
             "who": [keys[one] for one in row[4]], "moderatedBy": [keys[one] for one in row[5]]}
        )  # fmt: skip
    people = {key: {"fullName": name, "company": EMPLOYERS[name]} for name, key in keys.items()}
    assert told(agenda("data.json", json.dumps({"speakers": people, "agenda": agenda_by_day}))) == EXPECTED


def test_a_sheet_for_each_room() -> None:
    book = openpyxl.Workbook()
    for room in ("Main Hall", "Room Elm", "Lobby"):
        page = book.create_sheet(room)
        page.append(["Date", "Start", "End", "Title", "Speakers", "Chair"])
        for title, start, end, held, people, chairs in EXPECTED:
            if held == room:
                page.append([f"{int(start[:2])} March", start[3:], end, title, "; ".join(people), "; ".join(chairs)])
    book.remove(book.worksheets[0])
    written = io.BytesIO()
    book.save(written)
    assert sorted(told(agenda("rooms.xlsx", written.getvalue()))) == sorted(EXPECTED)


def test_rows_that_keep_their_fields_in_an_object() -> None:
    records = [
        {
            "id": f"rec{number}",
            "createdTime": "2027-01-01T10:00:00.000Z",
            "fields": {"Name": row[0], "Start": moment(row[1]).isoformat(), "End": until(row).isoformat(),
                       "Room": [row[3]], "Speakers": row[4], "Moderator": row[5]},
        }
        for number, row in enumerate(EXPECTED)
    ]  # fmt: skip
    found = agenda("records.json", json.dumps({"records": records}))
    assert (told(found), [one.code for one in found.warnings]) == (EXPECTED, [])


def test_rows_whose_people_and_rooms_are_listed_apart() -> None:
    rooms = [room for room in dict.fromkeys(row[3] for row in EXPECTED) if room]
    people = list(EMPLOYERS)

    def linked(kind: str, number: int) -> dict[str, str]:
        return {"type": kind, "id": str(number)}

    data = [
        {
            **linked("session", number),
            "attributes": {"title": row[0], "startsAt": moment(row[1]).isoformat(), "endsAt": until(row).isoformat()},
            "relationships": {
                "room": {"data": linked("room", rooms.index(row[3] or ""))},
                "speakers": {"data": [linked("person", people.index(one)) for one in row[4]]},
                "chairs": {"data": [linked("person", people.index(one)) for one in row[5]]},
            },
        }
        for number, row in enumerate(EXPECTED)
    ]
    included = [
        *({**linked("room", number), "attributes": {"name": name}} for number, name in enumerate(rooms)),
        *({**linked("person", number), "attributes": {"name": name}} for number, name in enumerate(people)),
    ]
    assert told(agenda("program.json", json.dumps({"data": data, "included": included}))) == EXPECTED
