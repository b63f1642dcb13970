"""A programme comes back whole, whatever columns, order, language, dates and format it is written in."""

from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Agenda, Session
from support.invented import (
    CLOCKS,
    EVENT,
    HEADERS,
    Talk,
    as_csv,
    as_json,
    as_xlsx,
    as_yaml,
    by_keys,
    by_numbers,
    by_slots,
    programmes,
    written,
)

ROME = ZoneInfo("Europe/Rome")
FACTS = Facts(
    id="invented",
    name="Invented",
    timezone="Europe/Rome",
    start_date=day(EVENT["start_date"]),
    end_date=day(EVENT["end_date"]),
)
RELAXED = settings(
    # The mapper guesses; what it guesses must not depend on the day it is tested.
    derandomize=True,
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def agenda(**files: bytes) -> Agenda:
    documents = [Document(name.replace("__", "."), raw) for name, raw in files.items()]
    return read_tables(documents, FACTS).agenda


def came_back(sessions: tuple[Session, ...], talks: list[Talk], *, ends: bool = True) -> None:
    """Assert that every talk is there, with its time, room and speakers, and nothing else."""
    found = {session.title: session for session in sessions}
    assert sorted(found) == sorted(talk.title for talk in talks)
    assert len(sessions) == len(talks)
    for talk in talks:
        session = found[talk.title]
        assert session.start == talk.start.replace(tzinfo=ROME), talk.title
        assert session.room == talk.room, talk.title
        assert [person.name for person in session.speakers] == list(talk.speakers), talk.title
        if ends:
            assert session.end == talk.end.replace(tzinfo=ROME), talk.title


@given(st.data())
@RELAXED
def test_tables_as_csv(data: st.DataObject) -> None:
    talks = data.draw(programmes())
    header, rows = data.draw(written(talks))
    delimiter = data.draw(st.sampled_from(",;\t|"))
    encoding = data.draw(st.sampled_from(("utf-8", "utf-8-sig", "cp1252", "utf-16")))
    raw = as_csv(header, rows, delimiter, encoding)
    came_back(agenda(file__csv=raw).sessions, [_as_encoded(talk, encoding) for talk in talks])


@given(st.data())
@settings(RELAXED, max_examples=25)
def test_tables_as_spreadsheets(data: st.DataObject) -> None:
    talks = data.draw(programmes())
    header, rows = data.draw(written(talks))
    raw = as_xlsx(header, rows, data.draw(st.sampled_from((None, "Programma del congresso", "Tagungsprogramm"))))
    came_back(agenda(file__xlsx=raw).sessions, talks)


@given(st.data())
@settings(RELAXED, max_examples=25)
def test_trees_of_days_and_slots(data: st.DataObject) -> None:
    talks = data.draw(programmes())
    language = data.draw(st.sampled_from(("en", "it", "de", "fr", "es")))
    words = {name: data.draw(st.sampled_from(options[language])).casefold() for name, options in HEADERS.items()}
    words |= {"days": "days", "slots": "slots", "list": data.draw(st.sampled_from(("talks", "items", "vortraege")))}
    tree = by_slots(talks, words, data.draw(st.sampled_from(CLOCKS[:4])))
    if data.draw(st.booleans()):
        came_back(agenda(file__yml=as_yaml(tree)).sessions, talks)
    else:
        came_back(agenda(file__json=as_json(tree)).sessions, talks)


@given(programmes())
@settings(RELAXED, max_examples=15)
def test_keys_that_are_days_and_rooms(talks: list[Talk]) -> None:
    came_back(agenda(file__json=as_json(by_keys(talks))).sessions, talks)


@given(programmes(), st.booleans())
@settings(RELAXED, max_examples=15)
def test_lists_that_refer_to_each_other(talks: list[Talk], apart: bool) -> None:
    tree = by_numbers(talks)
    if apart:
        came_back(agenda(**{f"{name}__json": as_json(rows) for name, rows in tree.items()}).sessions, talks)
    else:
        came_back(agenda(dump__json=as_json(tree)).sessions, talks)


def _as_encoded(talk: Talk, encoding: str) -> Talk:
    """Return what is left of a talk in an encoding that lacks letters."""
    texts = {name: getattr(talk, name).encode(encoding, "replace").decode(encoding) for name in ("title", "room")}
    names = tuple(name.encode(encoding, "replace").decode(encoding) for name in talk.speakers)
    return Talk(**{**vars(talk), **texts, "speakers": names})


def rows_of(text: str, name: str = "program__csv") -> tuple[Session, ...]:
    return agenda(**{name: text.encode()}).sessions


def test_a_day_written_once_holds_for_the_rows_below() -> None:
    sessions = rows_of(
        "Giorno;Ora;Titolo;Sala\nGiovedì 22 ottobre;9.30;Apertura dei lavori;Aula Magna\n"
        ";10.00;Il fegato nuovo;Aula Magna\n"
        "Venerdì 23 ottobre;9.00;Cuore e reni;Sala B\n"
    )
    assert [session.start.isoformat()[:16] for session in sessions if session.start] == [
        "2026-10-22T09:30",
        "2026-10-22T10:00",
        "2026-10-23T09:00",
    ]


def test_headings_between_the_rows_are_days() -> None:
    sessions = rows_of(
        "Time,Session,Room\nThursday,,\n9:00,Opening words,Hall 1\nFriday,,\n9:00,Second opening,Hall 1\n"
        "11-12,Closing words,Hall 2\n"
    )
    assert [session.start.isoformat()[:16] for session in sessions if session.start] == [
        "2026-10-22T09:00",
        "2026-10-23T09:00",
        "2026-10-23T11:00",
    ]


def test_a_table_without_a_header() -> None:
    sessions = rows_of(
        "22/10/2026;9:00;9:45;Sala A;Le api e noi;Anna Rossi\n"
        "22/10/2026;10:00;10:45;Sala B;I fiumi di casa;Luca Bianchi\n"
        "23/10/2026;9:00;9:45;Sala A;Il pane di ieri;Elena Conti\n"
    )
    assert slots_of(sessions) == [
        ("Le api e noi", "22 09:00", "Sala A", ["Anna Rossi"], "scheduled"),
        ("I fiumi di casa", "22 10:00", "Sala B", ["Luca Bianchi"], "scheduled"),
        ("Il pane di ieri", "23 09:00", "Sala A", ["Elena Conti"], "scheduled"),
    ]


def test_a_timetable_with_rooms_along_the_top() -> None:
    sessions = rows_of(
        "Freitag 23.10.2026;Saal 1;Saal 2\n09:00-09:30;Begrüßung;\n"
        "09:30-10:15;Der Wald (Anna Rossi);Zähne aus dem Drucker\n"
        "10:15-10:45;Kaffeepause;Kaffeepause\n10:45-11:30;Bienen (Jürgen Müller);Rechnen lernen (Elena Conti)\n"
    )
    assert [
        (s.title, s.room, s.start.strftime("%d %H:%M") if s.start else "") for s in sessions if s.kind != "break"
    ] == [
        ("Begrüßung", "Saal 1", "23 09:00"),
        ("Der Wald", "Saal 1", "23 09:30"),
        ("Zähne aus dem Drucker", "Saal 2", "23 09:30"),
        ("Bienen", "Saal 1", "23 10:45"),
        ("Rechnen lernen", "Saal 2", "23 10:45"),
    ]
    assert [person.name for person in sessions[-1].speakers] == ["Elena Conti"]


def test_the_title_of_something_is_the_title_and_its_topic_is_not() -> None:
    rows = (
        "Data;Ora inizio;Fine;Aula;Titolo dell'intervento;Relatori;Argomento",
        "ven 12/06/2026;9.30;10.15;Aula Magna;Il cuore che invecchia;Prof.ssa Giulia Bàrberi;Cardiologia",
        "ven 12/06/2026;10.15;11.00;Sala Verdi;Lo scompenso in ambulatorio;Marco Rinaldi, Sara Conti;Cardiologia",
        "ven 12/06/2026;13.00;14.00;Foyer;Pranzo;;",
        "sab 13/06/2026;9.00;10.30;Aula Magna;ANNULLATO - Le linee guida;Luca Ferri;Tavola rotonda",
    )
    sessions = agenda(programma__csv="\n".join(rows).encode("cp1252")).sessions
    assert [session.title for session in sessions] == [
        "Il cuore che invecchia",
        "Lo scompenso in ambulatorio",
        "Pranzo",
        "Le linee guida",
    ]
    assert [session.track for session in sessions[:2]] == ["Cardiologia", "Cardiologia"]
    assert sessions[-1].status == "cancelled"


def test_papers_are_held_in_their_session() -> None:
    sessions = rows_of(
        "Date,Start,End,Room,Title,Speakers\n2026-10-22,09:00,10:30,Hall A,Session 1: The heart,\n"
        ",,,,Valves for everyone,Anna Rossi\n,,,,Beats per minute,Luca Bianchi\n"
        "2026-10-22,11:00,12:00,Hall A,Session 2: The lung,\n"
    )
    papers = {session.title: session for session in sessions}
    assert papers["Valves for everyone"].start == papers["Session 1: The heart"].start
    assert (
        papers["Valves for everyone"].room == "Hall A"
        and papers["Valves for everyone"].subtitle == "Session 1: The heart"
    )
    assert [person.name for person in papers["Beats per minute"].speakers] == ["Luca Bianchi"]


def slots_of(sessions: tuple[Session, ...]) -> list[tuple[str, str, str | None, list[str], str]]:
    """Return what an attendee would ask for."""
    return [
        (s.title, f"{s.start:%d %H:%M}" if s.start else "", s.room, [person.name for person in s.speakers], s.status)
        for s in sessions
    ]


def test_talks_that_hold_their_slots() -> None:
    talks = [
        {
            "code": code,
            "title": {"en": title, "de": f"{title} auf Deutsch"},
            "state": state,
            "speakers": [{"code": f"S{code}", "name": name}],
            "slots": [
                {"start": f"2026-10-22T{hour}:00:00+02:00", "end": None, "room": {"id": 1, "name": {"en": room}}}
            ],
        }
        for code, title, state, name, hour, room in (
            ("ABC", "Open minds", "confirmed", "Anna Rossi", "10", "Hall 1"),
            ("DEF", "Closed doors", "canceled", "Luca Bianchi", "11", "Hall 2"),
        )
    ]
    read = agenda(rest__json=as_json({"count": 2, "results": talks}))
    assert slots_of(read.sessions) == [
        ("Open minds", "22 10:00", "Hall 1", ["Anna Rossi"], "scheduled"),
        ("Closed doors", "22 11:00", "Hall 2", ["Luca Bianchi"], "cancelled"),
    ]
    assert [session.id for session in read.sessions] == ["ABC", "DEF"]


def test_events_within_an_event() -> None:
    parts = [
        {
            "@type": "Event",
            "name": name,
            "startDate": f"2026-10-22T{hour}:00:00+02:00",
            "location": {"@type": "Place", "name": "Gate"},
            "performer": performer,
            "eventStatus": f"https://schema.org/Event{status}",
        }
        for name, hour, performer, status in (
            ("Opening of the fest", "09", {"@type": "Person", "name": "Anna Rossi"}, "Scheduled"),
            ("Walk in the woods", "10", [{"@type": "Person", "name": "Luca Bianchi"}], "Cancelled"),
        )
    ]
    tree = {"@type": "Event", "name": "Fest", "startDate": "2026-10-22", "subEvent": parts}
    assert slots_of(agenda(ld__json=as_json(tree)).sessions) == [
        ("Opening of the fest", "22 09:00", "Gate", ["Anna Rossi"], "scheduled"),
        ("Walk in the woods", "22 10:00", "Gate", ["Luca Bianchi"], "cancelled"),
    ]


def test_the_hours_of_a_day_are_nobody_s() -> None:
    talk = {
        "id": 7,
        "title": "About the night",
        "date": "2026-10-22T23:30:00+02:00",
        "start": "23:30",
        "duration": "00:45",
    }
    talk |= {"persons": [{"code": "A", "name": "Anna Rossi"}], "attachments": [{"title": "Slides", "url": "/a.pdf"}]}
    other = talk | {"id": 8, "title": "Before breakfast", "date": "2026-10-22T08:30:00+02:00", "start": "08:30"}
    day = {"date": "2026-10-22", "day_start": "2026-10-22T04:00:00+02:00", "day_end": "2026-10-23T03:59:00+02:00"}
    whole = {"daysCount": 1, "timeslot_duration": "00:05", "tracks": [{"name": "Main", "slug": "m"}]}
    tree = {"plan": {**whole, "days": [{**day, "rooms": {"Hall": [talk], "Foyer": [other]}}]}}
    read = agenda(export__json=as_json(tree))
    assert [(s.id, s.title, s.room) for s in read.sessions] == [
        ("7", "About the night", "Hall"),
        ("8", "Before breakfast", "Foyer"),
    ]
    assert [f"{s.start:%d %H:%M}-{s.end:%H:%M}" for s in read.sessions] == ["22 23:30-00:15", "22 08:30-09:15"]


def test_an_event_that_holds_its_contributions_is_no_session() -> None:
    held = [
        {
            "id": str(number),
            "title": title,
            "startDate": {"date": "2026-10-22", "time": f"{hour}:00", "tz": "Europe/Rome"},
            "duration": 30,
            "roomFullname": "503/1-001 - Council",
            "speakers": [{"first_name": first, "last_name": last, "affiliation": "CERN"}],
        }
        for number, title, hour, first, last in (
            (1, "Dark matter today", "09:00", "Anna", "Rossi"),
            (2, "Light matter tomorrow", "09:30", "Luca", "Bianchi"),
        )
    ]
    whole = {
        "id": "77",
        "title": "Matter",
        "startDate": {"date": "2026-10-22", "time": "09:00:00"},
        "contributions": held,
    }
    assert slots_of(agenda(export__json=as_json({"count": 1, "results": [whole]})).sessions) == [
        ("Dark matter today", "22 09:00", "503/1-001 - Council", ["Anna Rossi"], "scheduled"),
        ("Light matter tomorrow", "22 09:30", "503/1-001 - Council", ["Luca Bianchi"], "scheduled"),
    ]


def test_talks_within_the_time_of_a_session_do_not_overlap_with_it() -> None:
    read = agenda(
        file__csv=b"Date,Time Start,Time End,Tracks (Optional),Session Title,Room/Location,Speakers (Optional)\n"
        b"10/22/2026,9:00 AM,10:30 AM,Health,Heart session,Hall A,\n"
        b"10/22/2026,9:00 AM,9:30 AM,Health,Valves for all,Hall A,Anna Rossi\n"
        b"10/22/2026,9:30 AM,10:00 AM,Health,Beats per minute,Hall A,Luca Bianchi\n"
    )
    assert [(session.track, session.subtitle) for session in read.sessions[1:]] == [("Health", "Heart session")] * 2
    assert not read.warnings


def test_a_timetable_with_merged_cells() -> None:
    rows = [["Orario", "Sala Verdi", "Sala Rossa", "Aula Magna"]]
    rows += [
        ["9:00-9:30", "Registrazione", "", ""],
        ["9:30-10:15", "Il cuore\nAnna Rossi", "Il fegato", "Tavola rotonda"],
    ]
    rows += [["10:15-11:00", "I reni", "", ""], ["11:00-11:30", "Pausa caffè", "", ""]]
    raw = as_xlsx(rows[0], rows[1:], "Venerdì 23 ottobre", merged=("B4:D4", "D5:D6", "B7:D7"))
    found = {session.title: session for session in agenda(t__xlsx=raw).sessions}
    assert found["Registrazione"].room is found["Pausa caffè"].room is None
    assert found["Tavola rotonda"].end == found["I reni"].end and found["Tavola rotonda"].room == "Aula Magna"
    assert [person.name for person in found["Il cuore"].speakers] == ["Anna Rossi"] and len(found) == 6


def test_what_contradicts_itself_is_kept_and_told() -> None:
    read = agenda(
        a__csv=b"Date,Start,End,Room,Title,Speakers\n"
        b"Friday 22/10/2026,09:00,10:00,Hall A,Weekday that is wrong,Anna Rossi\n"
        b"23/10/2026,12:00,11:00,Hall A,End before the start,Luca Bianchi\n"
        b"23/10/2026,15:00,16:00,Hall A,Listed in two files,Elena Conti\n",
        b__csv=b"Date,Start,End,Room,Title,Speakers\n24/10/2026,15:00,16:00,Hall B,Listed in two files,Elena Conti\n"
        b"24/10/2026,17:00,18:00,Hall B,Only here in the second,Pavel Novak\n",
    )
    codes = {warning.code: warning for warning in read.warnings}
    assert {"weekday_contradiction", "end_before_start", "listed_twice"} <= set(codes)
    assert "a.csv, row 2" in codes["weekday_contradiction"].row
    twice = [session for session in read.sessions if session.title == "Listed in two files"]
    assert [session.start.day for session in twice if session.start] == [23, 24]


def test_a_kind_that_stands_before_the_title() -> None:
    sessions = rows_of(
        "Date;Heure;Titre;Salle\n04/09/2026;11h00;Atelier : lire une radio;Salle Loire\n"
        "04/09/2026;14h00;Table ronde : le sommeil;Salle Loire\n04/09/2026;15h00;Pause : encore une ?;Salle Loire\n"
        "05/09/2026;9h;Workshop-Fieber, eine Bilanz;Salle Loire\n"
    )
    assert [session.kind for session in sessions] == ["workshop", "panel", "break", "talk"]
