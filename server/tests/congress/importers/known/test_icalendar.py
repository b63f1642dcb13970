"""iCalendar files with the liberties that calendars take."""

from datetime import datetime
from pathlib import Path

import pytest

from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.folder import Reading, read_path
from charlotte.congress.model import Session


def calendar(*events: str, head: str = "X-WR-TIMEZONE:Europe/Rome\n") -> str:
    body = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{head}{body}END:VCALENDAR\n".replace("\n", "\r\n")


def imported(folder: Path, text: str) -> Reading:
    path = folder / "c.ics"
    path.write_bytes(text.encode())
    return read_path(path)


def only(reading: Reading) -> Session:
    (session,) = reading.agenda.sessions
    return session


def local(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_utc_named_zone_and_floating_times_all_land_in_the_events_zone(tmp_path: Path) -> None:
    starts = ("DTSTART:20260501T080000Z", "DTSTART;TZID=America/New_York:20260501T040000", "DTSTART:20260501T100000")
    reading = imported(tmp_path, calendar(*(f"UID:{n}\nSUMMARY:T{n}\n{start}" for n, start in enumerate(starts))))
    assert {session.start for session in reading.agenda.sessions} == {local("2026-05-01T10:00+02:00")}


def test_folded_lines_lists_of_categories_and_cancelled_events(tmp_path: Path) -> None:
    event = (
        "UID:1\nSUMMARY:A long title that goes\n  on in the next line\nDTSTART;VALUE=DATE-TIME:20260501T080000Z\n"
        "DURATION:PT45M\nLOCATION:Room 1\nCATEGORIES:Music,Speech\nSTATUS:CANCELLED\n"
        "ORGANIZER;CN=Ada:mailto:a@example.org"
    )
    session = only(imported(tmp_path, calendar(event)))
    assert session.title == "A long title that goes on in the next line"
    assert (session.status, session.room, session.track) == ("cancelled", "Room 1", "Music")
    assert (session.end, session.speakers[0].name) == (local("2026-05-01T10:45+02:00"), "Ada")


def test_all_day_events_cover_the_day(tmp_path: Path) -> None:
    session = only(imported(tmp_path, calendar("UID:1\nSUMMARY:Expo\nDTSTART;VALUE=DATE:20260501")))
    assert (session.start, session.end) == (local("2026-05-01T00:00+02:00"), local("2026-05-02T00:00+02:00"))


def test_a_location_that_is_an_address_is_no_room(tmp_path: Path) -> None:
    session = only(
        imported(tmp_path, calendar("UID:1\nSUMMARY:T\nDTSTART:20260501T080000Z\nLOCATION:tutorials.html#T1"))
    )
    assert (session.room, session.url) == (None, "tutorials.html#T1")


def test_one_uid_for_all_is_no_identity(tmp_path: Path) -> None:
    events = [f"UID:same\nSUMMARY:T{n}\nDTSTART:20260501T0{n}0000Z" for n in range(4)]
    sessions = imported(tmp_path, calendar(*events)).agenda.sessions
    assert len({session.id for session in sessions}) == 4


def test_recurrence_with_an_excluded_and_a_moved_instance(tmp_path: Path) -> None:
    rule = (
        "UID:r\nSUMMARY:Stand-up\nDTSTART;TZID=Europe/Rome:20261023T090000\nDTEND;TZID=Europe/Rome:20261023T091500\n"
        "RRULE:FREQ=DAILY;COUNT=4\nEXDATE;TZID=Europe/Rome:20261024T090000"
    )
    moved = "UID:r\nSUMMARY:Stand-up\nRECURRENCE-ID;TZID=Europe/Rome:20261026T090000\nDTSTART:20261026T110000Z"
    starts = sorted(str(s.start) for s in imported(tmp_path, calendar(rule, moved)).agenda.sessions)
    # The clocks go back on the 25th: nine stays nine.
    assert starts == ["2026-10-23 09:00:00+02:00", "2026-10-25 09:00:00+01:00", "2026-10-26 12:00:00+01:00"]


def test_a_rule_without_end_is_bounded(tmp_path: Path) -> None:
    text = calendar("UID:r\nSUMMARY:T\nDTSTART:20260501T080000Z\nRRULE:FREQ=SECONDLY")
    assert len(imported(tmp_path, text).agenda.sessions) == 100


def told(reading: Reading) -> dict[str, str]:
    return {warning.code: warning.row for warning in reading.agenda.warnings if warning.code != "no_room"}


def test_listed_days_count_and_a_day_without_a_clock_is_left_out(tmp_path: Path) -> None:
    stand = "UID:s\nSUMMARY:Stand\nDTSTART;VALUE=DATE:20260501\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20260502"
    clocked = (
        "UID:c\nSUMMARY:Clinic\nDTSTART:20260501T080000Z\nRRULE:FREQ=DAILY;UNTIL=20260503\nEXDATE;VALUE=DATE:20260502"
    )
    again = (
        "UID:q\nSUMMARY:Questions\nDTSTART:20260501T100000Z\nDURATION:PT30M\nRDATE:20260502T110000Z,20260503T120000Z"
    )
    found = [
        (s.title, s.start.strftime("%d %H:%M"))
        for s in imported(tmp_path, calendar(stand, clocked, again)).agenda.sessions
        if s.start is not None
    ]
    assert sorted(found) == [
        ("Clinic", "01 10:00"),
        ("Clinic", "03 10:00"),
        ("Questions", "01 12:00"),
        ("Questions", "02 13:00"),
        ("Questions", "03 14:00"),
        ("Stand", "01 00:00"),
        ("Stand", "03 00:00"),
    ]


def test_an_instance_that_stands_for_all_later_ones(tmp_path: Path) -> None:
    choir = "UID:c\nSUMMARY:Choir\nDTSTART:20260501T160000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\nLOCATION:Chapel"
    later = "UID:c\nSUMMARY:Choir\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260503T160000Z\n"
    later += "DTSTART:20260503T170000Z\nLOCATION:Loft"
    found = sorted(
        (s.start.strftime("%d %H:%M"), s.room)
        for s in imported(tmp_path, calendar(choir, later)).agenda.sessions
        if s.start
    )
    assert found == [("01 18:00", "Chapel"), ("02 18:00", "Chapel"), ("03 19:00", "Loft"), ("04 19:00", "Loft")]


def test_what_is_repeated_for_ever_ends_with_the_last_day_and_staff_know(tmp_path: Path) -> None:
    coffee = "UID:k\nSUMMARY:Coffee\nDTSTART:20260501T080000Z\nRRULE:FREQ=DAILY"
    talk = "UID:t\nSUMMARY:A talk\nDTSTART:20260503T070000Z"
    odd = "UID:o\nSUMMARY:Odd\nDTSTART:20260501T080000Z\nRRULE:FREQ=SOMETIMES"
    never = "UID:n\nSUMMARY:Never\nDTSTART:20260501T090000Z\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"
    read = imported(tmp_path, calendar(coffee, talk, odd, never))
    assert [s.title for s in read.agenda.sessions] == ["Coffee"] * 3 + ["A talk", "Odd", "Never"]
    codes = [(one.code, one.row) for one in read.agenda.warnings if one.code in ("endless", "bad_repetition")]
    assert codes == [("endless", "event 1"), ("bad_repetition", "event 3"), ("bad_repetition", "event 4")]


def test_of_versions_of_one_event_the_latest_counts(tmp_path: Path) -> None:
    old = "UID:1\nSEQUENCE:0\nSUMMARY:Bees\nDTSTART:20260501T080000Z\nLOCATION:Barn"
    new = "UID:1\nSEQUENCE:3\nSUMMARY:Bees\nDTSTART:20260501T090000Z\nLOCATION:Barn"
    for events in ((old, new), (new, old)):
        read = imported(tmp_path, calendar(*events))
        assert (only(read).start, only(read).id) == (local("2026-05-01T11:00+02:00"), "1")
        assert told(read) == {"superseded": f"event {events.index(old) + 1}"}


def test_every_calendar_of_a_file_is_read_and_one_that_calls_off_cancels(tmp_path: Path) -> None:
    first = calendar("UID:1\nSUMMARY:Bees\nDTSTART:20260501T080000Z")
    second = calendar("UID:2\nSUMMARY:Wasps\nDTSTART:20260501T090000Z", head="METHOD:CANCEL\n")
    found = imported(tmp_path, first + second).agenda.sessions
    assert [(s.title, s.status) for s in found] == [("Bees", "scheduled"), ("Wasps", "cancelled")]


def test_nothing_of_a_calendar_is_dropped_without_a_word(tmp_path: Path) -> None:
    events = [
        f"UID:{n}\nSUMMARY:Talk {n}\nDTSTART:20260501T0{n}0000Z\nORGANIZER;CN=Ida Horn:mailto:a@b.ch" for n in range(4)
    ]
    events[1] += "\nDESCRIPTION:What it is\nand a line that nobody folded"
    events[2] = events[2].replace("DTSTART:20260501T020000Z", "DTSTART;TZID=Moon Time:20260501T120000")
    read = imported(tmp_path, calendar(*events))
    assert told(read) == {"organises_all": "event 1", "stray_line": "event 2", "unknown_zone": "event 3"}
    assert not any(session.speakers for session in read.agenda.sessions)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (calendar("UID:1\nSUMMARY:A", "UID:2\nSUMMARY:B").replace("END:VEVENT\r\n", "", 1), "in line 5 has no end"),
        (calendar("UID:1\nSUMMARY:A")[:-15], r"line 1 \(VCALENDAR\) has no end"),
        (calendar() + "END:VEVENT\r\n", "line 6 ends what did not begin"),
        ("BEGIN:VCALENDAR\r\n" + "BEGIN:VALARM\r\n" * 50, "nested too deeply"),
    ],
)
def test_where_a_calendar_breaks_off_is_named_by_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said):
        imported(tmp_path, text)


def test_a_calendar_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    text = calendar("UID:1\nSUMMARY:T\nDTSTART:20260501T080000Z")
    with pytest.raises(UnreadableFile):
        imported(tmp_path, text[: text.index("END:VEVENT")])


def test_talks_that_a_description_lists_are_held_in_their_session(tmp_path: Path) -> None:
    section = (
        "UID:1\nSUMMARY:Sezione 1: Calce\nDTSTART:20260501T080000Z\nDTEND:20260501T093000Z\nLOCATION:Aula 1\n"
        "DESCRIPTION:Modera: Bo Ekdahl\\n\\n10:00 La malta che respira (Ann Orr\\, Villach i. K.)\\n"
        "10:30 Due muri (Ida Quint & Per Moen\\, Potenza)\\n11:00 La paglia bagnata (Ivo Marin)"
    )
    workshop = (
        "UID:2\nSUMMARY:Workshop Stroh\nDTSTART:20260501T120000Z\nDESCRIPTION:Leitung: Rita Salis\\nBitte Schürze."
    )
    alone = "UID:3\nSUMMARY:Fazit\nDTSTART:20260501T140000Z\nDESCRIPTION:Bo Ekdahl"
    titled = (
        "UID:4\nSUMMARY:Apertura\nDTSTART:20260501T070000Z\nDESCRIPTION:Dr. Al Rovere\\, Potenza\\n\\nCon dibattito."
    )
    noted = "UID:5\nSUMMARY:Pausa\nDTSTART:20260501T073000Z\nDESCRIPTION:Ingresso Libero"
    found = {
        one.title: one for one in imported(tmp_path, calendar(section, workshop, alone, titled, noted)).agenda.sessions
    }
    held = {title: (f"{one.start:%H:%M}", one.room, [who.name for who in one.speakers]) for title, one in found.items()}
    assert held == {
        "Sezione 1: Calce": ("10:00", "Aula 1", []),
        "La malta che respira": ("10:00", "Aula 1", ["Ann Orr"]),
        "Due muri": ("10:30", "Aula 1", ["Ida Quint", "Per Moen"]),
        "La paglia bagnata": ("11:00", "Aula 1", ["Ivo Marin"]),
        "Workshop Stroh": ("14:00", None, ["Rita Salis"]),
        "Fazit": ("16:00", None, ["Bo Ekdahl"]),
        "Apertura": ("09:00", None, ["Dr. Al Rovere"]),
        "Pausa": ("09:30", None, []),
    }
    ends = [found[title].end for title in ("La malta che respira", "La paglia bagnata")]
    assert ends == [local("2026-05-01T10:30+02:00"), local("2026-05-01T11:30+02:00")]
    assert [who.name for who in found["Sezione 1: Calce"].chairs] == ["Bo Ekdahl"]


def test_hours_outside_of_a_session_are_no_talks_of_it(tmp_path: Path) -> None:
    visit = (
        "UID:1\nSUMMARY:Visita\nDTSTART:20260501T080000Z\nDTEND:20260501T100000Z\n"
        "DESCRIPTION:9:15 ritrovo in piazza\\n9:30 partenza del bus"
    )
    assert only(imported(tmp_path, calendar(visit))).title == "Visita"


def test_who_speaks_elsewhere_is_nobody_s_employer(tmp_path: Path) -> None:
    told = (
        "Speakers: Nia Rafter\\, Paul Adey",
        "Speaker: Paul Adey",
        "Speaker: Ugo Baldi\\, States of Jersey",
        "Speaker: Olga Kern\\, sommelier",
    )
    events = (
        f"UID:{at}\nSUMMARY:Talk {at}\nDTSTART:2026050{at + 1}T080000Z\nDESCRIPTION:{text}"
        for at, text in enumerate(told)
    )
    found = {one.title: one for one in imported(tmp_path, calendar(*events)).agenda.sessions}
    assert [who.name for who in found["Talk 0"].speakers] == ["Nia Rafter", "Paul Adey"]
    assert [(who.name, who.affiliation) for who in found["Talk 2"].speakers] == [("Ugo Baldi", "States of Jersey")]
