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
